/* The search of a site on a server: an index of pairs of characters (generator/pairs.py, docs/adr/0019), in files of
   which a query loads the few that its characters need.  Nothing is loaded before but the table of all entries. */
(function () {
  "use strict";

  var root = new URL(document.getElementById("search").dataset.root + "search/", location.href);
  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var FEW = 20;
  var loaded = new Map();

  function json(path, options) {
    if (!loaded.has(path)) {
      loaded.set(path, fetch(new URL(path, root), options).then(function (answer) {
        if (!answer.ok) throw new Error(path + ": " + answer.status);
        return answer.json();
      }).catch(function (error) {
        loaded.delete(path);
        throw error;
      }));
    }
    return loaded.get(path);
  }

  /* The table is asked for anew on each visit: it says which files of the index belong to it. */
  function open() { return json("table.json", { cache: "no-cache" }); }

  function text(number) {
    return open().then(function (table) { return json("text" + table.records[number][0].slice(0, -1) + ".json"); });
  }

  /* The file in which everything stands that begins with a character. */
  function shard(char) {
    return open().then(function (table) {
      var here = table.index.filter(function (one) { return one[0].codePointAt(0) <= char.codePointAt(0); }).pop();
      return here ? json("index/" + here[1] + ".pairs.json") : {};
    });
  }

  function numbers(told) {
    var found = [], number = -1, step = 0, shift = 0;
    for (var at = 0; at < told.length; at += 1) {
      var digit = DIGITS.indexOf(told[at]);
      step += (digit & 31) << shift;
      if (digit < 32) {
        number += step + 1;
        found.push(number);
        step = shift = 0;
      } else {
        shift += 5;
      }
    }
    return found;
  }

  function having(chars) {
    if (chars.length === 1) {
      return shard(chars[0]).then(function (pairs) {
        return Object.keys(pairs).filter(function (pair) { return pair.startsWith(chars[0]); })
          .map(function (pair) { return numbers(pairs[pair]); });
      }).then(function (all) { return new Set([].concat.apply([], all)); });
    }
    return Promise.all(chars.slice(1).map(function (next, at) {
      var third = /[0-9]/.test(chars[at] + next) && chars[at + 2] || "";
      return shard(chars[at]).then(function (pairs) { return numbers(pairs[chars[at] + next + third] || ""); });
    })).then(function (all) {
      return all.slice(1).reduce(function (kept, found) {
        var more = new Set(found);
        return new Set(Array.from(kept).filter(function (number) { return more.has(number); }));
      }, new Set(all[0]));
    });
  }

  /* All pairs of a long word may stand apart from each other; where few entries have them, their texts are asked. */
  function exactly(found, term, length) {
    if (length < 3 || found.size > FEW) return Promise.resolve(found);
    return Promise.all([open()].concat(Array.from(found, text))).then(function (all) {
      return Array.from(found).filter(function (number, at) {
        var one = all[at + 1], paragraphs = [all[0].records[number][1]].concat(one.keys, one.text);
        return paragraphs.some(function (paragraph) { return window.kohyoFold(paragraph).includes(term); });
      });
    });
  }

  window.kohyoEngine = {
    open: open,
    find: function (term) {
      var chars = Array.from(term);
      return having(chars).then(function (found) { return exactly(found, term, chars.length); }).then(function (found) {
        return new Map(Array.from(found, function (number) { return [number, 1]; }));
      });
    },
    text: text
  };
})();
