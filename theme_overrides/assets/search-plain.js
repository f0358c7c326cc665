// The engine of a copy that is read from a disk: it looks through the texts themselves.
// Scripts hand over table and texts, for a page on a disk may load scripts, but fetch nothing.
(() => {
  "use strict";
  const folder = new URL("../search/", document.currentScript.src);
  const BREAK = "\u0000";
  const loading = new Map();
  const texts = [];
  const folded = [];
  let table = null;

  window.kohyoTable = (value) => { table = value; };
  window.kohyoTexts = (first, values) => { values.forEach((value, place) => { texts[first + place] = value; }); };

  const load = (name) => {
    if (!loading.has(name)) {
      loading.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = new URL(name, folder);
        script.onload = done;
        script.onerror = () => { loading.delete(name); failed(new Error(name)); };
        document.head.append(script);
      }));
    }
    return loading.get(name);
  };

  const read = (number) => load(`texts-${number - number % table.atOnce}.js`);

  // Folding a whole entry at once is faster than its paragraphs; no term holds what parts them.
  const foldedText = (number) => {
    if (folded[number] === undefined) {
      const { keys, text } = texts[number];
      folded[number] = window.kohyoFold([table.records[number][1], ...keys, ...text].join(BREAK));
    }
    return folded[number];
  };

  // While a reader still types, the texts come one file after the other.
  const idle = window.requestIdleCallback || ((go) => setTimeout(go, 50));
  const ahead = (number) => idle(async () => {
    if (number >= table.records.length) return;
    await read(number);
    for (let of = number; of < Math.min(number + table.atOnce, table.records.length); of += 1) foldedText(of);
    ahead(number + table.atOnce);
  });

  let opened = null;
  const open = () => {
    opened ??= load("table.js").then(() => { ahead(0); return table; });
    return opened;
  };

  const count = (text, term) => {
    let found = 0;
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) found += 1;
    return found;
  };

  const find = async (term) => {
    await open();
    const numbers = [...table.records.keys()];
    await Promise.all(numbers.filter((number) => number % table.atOnce === 0).map(read));
    return new Map(numbers.map((number) => [number, count(foldedText(number), term)]).filter(([, times]) => times));
  };

  const text = async (number) => { await open(); await read(number); return texts[number]; };

  window.kohyoEngine = { open, find, text };
})();
