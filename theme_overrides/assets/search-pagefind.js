/* The search of a site on a server: Pagefind's index of words of two characters (generator/spelled.py, docs/adr/0019).
   Nothing is loaded before somebody searches but the table of all entries. */
(function () {
  "use strict";

  var root = new URL(document.getElementById("search").dataset.root + "search/", location.href);
  var table, index;

  function json(path) {
    return fetch(new URL(path, root)).then(function (answer) {
      if (!answer.ok) throw new Error(path + ": " + answer.status);
      return answer.json();
    });
  }

  function letters(char) {
    var rest = Math.min(char.codePointAt(0), 0x40000), spelled = "";
    for (var i = 0; i < 4; i += 1) {
      spelled = String.fromCharCode(97 + rest % 26) + spelled;
      rest = Math.floor(rest / 26);
    }
    return spelled;
  }

  /* The words of a term, which in the text follow each other; of a single character, how a word begins. */
  function wordsOf(term) {
    var spelled = Array.from(term, letters);
    if (spelled.length === 1) return spelled[0];
    return spelled.slice(1).map(function (next, at) { return spelled[at] + next; }).join(" ");
  }

  function load() {
    index = index || Promise.all([import(new URL("pagefind/pagefind.js", root)), json("pagefind/pages.json")])
      .then(function (loaded) {
        var numbers = new Map(loaded[1].map(function (name, number) { return [name, number]; }));
        return loaded[0].options({ noWorker: true, exactDiacritics: true }).then(function () {
          return { pagefind: loaded[0], numbers: numbers };
        });
      });
    return index;
  }

  function named(id) {
    return id.slice(id.lastIndexOf("_") + 1).replace(/./g, function (digit) {
      return String.fromCharCode(97 + parseInt(digit, 16));
    });
  }

  window.kohyoEngine = {
    open: function () {
      table = table || json("table.json");
      return table;
    },
    /* As a phrase Pagefind tells what holds the term; as words, how much of such a page they are. */
    find: function (term) {
      var words = wordsOf(term);
      return load().then(function (loaded) {
        return Promise.all([loaded.pagefind.search('"' + words + '"'), loaded.pagefind.search(words)]).then(function (both) {
          var weights = new Map(both[1].results.map(function (result) { return [result.id, result.score]; }));
          var found = words.length === 4 ? both[1] : both[0];
          return new Map(found.results.map(function (result) {
            return [loaded.numbers.get(named(result.id)), weights.get(result.id) || 0];
          }));
        });
      });
    },
    text: function (number) {
      return window.kohyoEngine.open().then(function (all) {
        return json("text" + all.records[number][0].slice(0, -1) + ".json");
      });
    }
  };
})();
