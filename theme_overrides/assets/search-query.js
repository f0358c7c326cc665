/* A query as people type it, taken apart: groups of which a result must have one word each.
   Particles part words, known words part compounds, 年 are told in 元号 and 西暦, kana in both scripts. */
(function () {
  "use strict";

  var fold = window.kohyoFold;
  var PHRASE = /「([^」]+)」|『([^』]+)』|"([^"]+)"|“([^”]+)”/g;
  var BLANKS = /[\t-\r \u00a0\u3000、。，,!?！？]+/;
  var NUMBER_COMMA = /([0-9０-９])[,，](?=[0-9０-９]{3})/g;
  var FULL = "[\\p{sc=Han}\\p{sc=Katakana}ーa-z0-9]";
  var PARTICLE = new RegExp("(" + FULL + "{2})(?:に関する|における|について|による|から|まで|への|での|との|の|を|に|が|は|で|と|へ|や)(?=" + FULL + ")", "gu");
  var SCRIPTS = /([ァ-ヺー]{3})(?=[\p{sc=Han}]{2})|(\p{sc=Han}{2})(?=[ァ-ヺ]{3})/gu;
  var ENDING = /(?:について|に関して|に関する|とは|しました|された|されました|している|した|する|の件|ですか|です)$/;
  var LAST_PARTICLE = /([\p{sc=Han}\p{sc=Katakana}ーa-z0-9])[のをにがはでとへか]$/u;
  var ERAS = { "令和": 2018, r: 2018, "平成": 1988, h: 1988, "昭和": 1925, s: 1925 };
  var ERA_YEAR = /(令和|平成|昭和|(?<![a-z])[rhs](?=[0-9]))(元|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(年度|年)?/;
  var YEAR = /(?<![0-9])((?:19[5-9]|20[0-9])[0-9])(年度|年)?(?![0-9-])/;
  var FIGURES = "〇一二三四五六七八九";

  function number(text) {
    if (text === "元") return 1;
    if (/^[0-9]/.test(text)) return Number(text);
    var tens = text.indexOf("十");
    if (tens < 0) return FIGURES.indexOf(text);
    return (tens ? FIGURES.indexOf(text[0]) : 1) * 10 + (text.length > tens + 1 ? FIGURES.indexOf(text[tens + 1]) : 0);
  }

  /* The names of a year: 令和7年, 2025年; of the first of an era, both of its numbers; of a year of two eras, both. */
  function yearNames(year, unit) {
    var names = [year + unit];
    [["令和", 2018, 2019, 9999], ["平成", 1988, 1989, 2019], ["昭和", 1925, 1926, 1989]].forEach(function (era) {
      if (year < era[2] || year > era[3]) return;
      names.push(era[0] + (year - era[1]) + (unit || "年"));
      if (year - era[1] === 1) names.push(era[0] + "元" + (unit || "年"));
    });
    return names;
  }

  function withYears(word) {
    var named = ERA_YEAR.exec(word), plain = named ? null : YEAR.exec(word), found = named || plain;
    if (!found) return [word];
    var unit = (named ? named[3] : plain[2]) || "";
    var year = named ? ERAS[named[1]] + number(named[2]) : Number(plain[1]);
    var names = yearNames(year, named && !unit ? "年" : unit);
    return [word].concat(names.map(function (name) {
      return word.slice(0, found.index) + name + word.slice(found.index + found[0].length);
    }));
  }

  function shifted(word, from, to, by) {
    return word.replace(from, function (char) { return String.fromCharCode(char.charCodeAt(0) + by); });
  }

  function withKana(word) {
    if (/^[ぁ-ゖー]{3,}$/.test(word)) return [word, shifted(word, /[ぁ-ゖ]/g, 0, 0x60)];
    if (/^[ァ-ヶー]{3,}$/.test(word)) return [word, shifted(word, /[ァ-ヶ]/g, 0, -0x60)];
    return [word];
  }

  function withCommas(word) {
    if (!/^[0-9]{4,}(?![0-9年-])/.test(word)) return [word];
    return [word, word.replace(/[0-9](?=(?:[0-9]{3})+(?![0-9]))/g, "$&,")];
  }

  /* サーバー is in サーバ and サーバー alike. */
  function withoutLongEnd(word) {
    return word.replace(/([ァ-ヺー]{2})ー(?![ァ-ヺー])/g, "$1");
  }

  var known = new Map();
  (window.kohyoWords || []).forEach(function (words) {
    words.forEach(function (word) { known.set(withoutLongEnd(word), words.map(withoutLongEnd)); });
  });
  var longest = Math.max.apply(null, [0].concat(Array.from(known.keys(), function (word) { return word.length; })));

  function knownAt(word, at) {
    for (var size = Math.min(longest, word.length - at); size > 1; size -= 1) {
      if (known.has(word.substr(at, size))) return word.substr(at, size);
    }
    return "";
  }

  /* A compound at its known words: 個人情報漏洩 is 個人情報 and 漏洩. */
  function parts(word) {
    var found = [], rest = "", at = 0;
    while (at < word.length) {
      var next = knownAt(word, at);
      if (next) {
        found.push(rest, next);
        rest = "";
      } else {
        rest += word[at];
      }
      at += next.length || 1;
    }
    found.push(rest);
    found = found.filter(Boolean);
    return found.every(function (part) { return part.length > 1; }) ? found : [word];
  }

  function synonyms(word) {
    if (known.has(word)) return known.get(word);
    for (var at = 0; at < word.length; at += 1) {
      var inside = knownAt(word, at);
      if (inside) {
        return known.get(inside).map(function (other) { return word.slice(0, at) + other + word.slice(at + inside.length); });
      }
    }
    return [word];
  }

  function trimmed(word) {
    var shorter = word.replace(ENDING, "");
    if (shorter.length < 2) shorter = word;
    return shorter.length > 2 ? shorter.replace(LAST_PARTICLE, "$1") : shorter;
  }

  function each(words, more) {
    return Array.from(new Set([].concat.apply([], words.map(more))));
  }

  /* One typed word as groups. */
  function groupsOf(typed) {
    var word = withoutLongEnd(trimmed(fold(typed)));
    var pieces = word.replace(PARTICLE, "$1\n").split("\n").map(trimmed);
    pieces = [].concat.apply([], pieces.map(parts)).map(function (piece) {
      return known.has(piece) ? piece : piece.replace(SCRIPTS, "$1$2\n");
    });
    return pieces.join("\n").split("\n").filter(Boolean).map(function (piece) {
      return { called: piece, words: each(each(each(each([piece], synonyms), withYears), withKana), withCommas) };
    });
  }

  /* { groups: [[word, …], …], typed: [what to call each group] } */
  window.kohyoQuery = function (typed) {
    var query = { groups: [], typed: [] };
    var rest = typed.normalize("NFKC").replace(PHRASE, function (all, one, two, three, four) {
      var phrase = fold(one || two || three || four);
      if (phrase) {
        query.groups.push([phrase]);
        query.typed.push(phrase);
      }
      return " ";
    });
    rest.replace(NUMBER_COMMA, "$1").split(BLANKS).filter(function (word) { return fold(word); }).forEach(function (word) {
      groupsOf(word).forEach(function (group) {
        query.groups.push(group.words);
        query.typed.push(group.called);
      });
    });
    return query;
  };
})();
