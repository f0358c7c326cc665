/* The form of the search: conditions with their counts, results, pages; everything that is chosen stands in the address.
   Which entries hold a word is asked of window.kohyoEngine; texts of pages are set as text, never as markup. */
(function () {
  "use strict";

  var form = document.getElementById("search");
  var says = form.dataset;
  var engine = window.kohyoEngine;
  var SHOWN = 10;
  var SORTS = ["relevance", "newest", "oldest"];
  var table, turn = 0;

  function id(name) { return document.getElementById("search-" + name); }

  function make(name, more, children) {
    var made = document.createElement(name);
    Object.keys(more || {}).forEach(function (key) { made.setAttribute(key, more[key]); });
    made.append.apply(made, children || []);
    return made;
  }

  function filled(words, values) {
    return words.replace(/\{([a-z]+)\}/g, function (all, key) { return values[key]; });
  }

  function counted(number) { return String(number).replace(/[0-9](?=(?:[0-9]{3})+$)/g, "$&,"); }

  /* ---- What is asked, as the address says it ---- */

  function asked() {
    var params = new URLSearchParams(location.search), chosen = {};
    table.facets.forEach(function (facet) {
      var known = facet.values.map(function (value) { return value[0]; });
      chosen[facet.key] = params.getAll(facet.key).filter(function (value) { return known.includes(value); });
    });
    var typed = (params.get("q") || "").trim();
    var sort = SORTS.includes(params.get("sort")) ? params.get("sort") : typed ? "relevance" : "newest";
    return { typed: typed, chosen: chosen, sort: sort, page: Math.max(1, parseInt(params.get("page"), 10) || 1) };
  }

  function address(state) {
    var params = new URLSearchParams();
    if (state.typed) params.set("q", state.typed);
    table.facets.forEach(function (facet) {
      state.chosen[facet.key].forEach(function (value) { params.append(facet.key, value); });
    });
    if (state.sort !== (state.typed ? "relevance" : "newest")) params.set("sort", state.sort);
    if (state.page > 1) params.set("page", state.page);
    var query = params.toString();
    return location.pathname + (query ? "?" + query : "");
  }

  function but(state, changes) { return Object.assign({}, state, { page: 1 }, changes); }

  function without(state, key, value) {
    var chosen = Object.assign({}, state.chosen);
    chosen[key] = chosen[key].filter(function (one) { return one !== value; });
    return but(state, { chosen: chosen });
  }

  function unfiltered(state) {
    var chosen = {};
    table.facets.forEach(function (facet) { chosen[facet.key] = []; });
    return but(state, { chosen: chosen });
  }

  function typedIn() {
    var chosen = {};
    table.facets.forEach(function (facet) {
      var boxes = form.querySelectorAll('input[name="' + facet.key + '"]:checked');
      chosen[facet.key] = Array.from(boxes, function (box) { return box.value; });
    });
    return { typed: id("q").value.trim(), chosen: chosen, sort: id("sort").value, page: 1 };
  }

  function go(state) {
    history.pushState(null, "", address(state));
    return run(state);
  }

  /* A link that changes what is asked without loading the page anew. */
  function way(state, more, children, after) {
    var link = make("a", more, children);
    link.href = address(state);
    link.addEventListener("click", function (event) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(state).then(after || function () { id("count").focus(); });
    });
    return link;
  }

  /* ---- What is found ---- */

  function union(maps) {
    return new Set([].concat.apply([], maps.map(function (map) { return Array.from(map.keys()); })));
  }

  function every(maps) {
    return new Set(Array.from(maps[0].keys()).filter(function (number) {
      return maps.every(function (map) { return map.has(number); });
    }));
  }

  /* What holds one of the words; where nothing does, what holds the first in two pieces: 保険料 and 通知書. */
  function any(words) {
    return Promise.all(words.map(function (word) { return engine.find(word); })).then(union).then(function (found) {
      var chars = Array.from(words[0]), cuts = [];
      for (var at = 2; at <= chars.length - 2; at += 1) cuts.push(at);
      if (found.size || /[^\p{sc=Han}\p{sc=Katakana}ー]/u.test(words[0]) || cuts.length > 8) return found;
      return Promise.all(cuts.map(function (cut) {
        var pieces = [chars.slice(0, cut).join(""), chars.slice(cut).join("")];
        return Promise.all(pieces.map(function (piece) { return engine.find(piece); })).then(every);
      })).then(union);
    });
  }

  /* Scores by number of entry, and what each group finds by itself; no query finds everything. */
  function find(query) {
    if (!query.groups.length) {
      return Promise.resolve({ scores: new Map(table.records.map(function (record, number) { return [number, 0]; })), alone: [] });
    }
    return Promise.all(query.groups.map(any)).then(function (groups) {
      var scores = new Map();
      every(groups).forEach(function (number) { scores.set(number, score(number, query)); });
      return { scores: scores, alone: groups };
    });
  }

  /* How many of the words stand in the title, those as they were typed before those that mean the same. */
  function score(number, query) {
    var title = window.kohyoFold(table.records[number][1]);
    return query.groups.reduce(function (sum, words, at) {
      var inTitle = words.some(function (word) { return title.includes(word); });
      return sum + (inTitle ? 2 : 0) + (title.includes(query.typed[at]) ? 1 : 0);
    }, 0);
  }

  function holds(number, chosen, but) {
    return table.facets.every(function (facet, at) {
      if (facet.key === but || !chosen[facet.key].length) return true;
      return table.records[number][4][at].some(function (value) { return chosen[facet.key].includes(facet.values[value][0]); });
    });
  }

  /* Of each value of a facet: how many would be found with it and the conditions of the other facets. */
  function counts(numbers, chosen) {
    return table.facets.map(function (facet, at) {
      var found = facet.values.map(function () { return 0; });
      numbers.forEach(function (number) {
        if (holds(number, chosen, facet.key)) table.records[number][4][at].forEach(function (value) { found[value] += 1; });
      });
      return found;
    });
  }

  function sorted(numbers, scores, sort) {
    return numbers.sort(function (a, b) {
      if (sort === "oldest") return b - a;
      return sort === "relevance" && scores.get(b) - scores.get(a) || a - b;
    });
  }

  function run(state) {
    var mine = turn += 1;
    var query = window.kohyoQuery(state.typed);
    show(state);
    id("results").setAttribute("aria-busy", "true");
    return find(query).then(function (found) {
      var matched = Array.from(found.scores.keys());
      var numbers = sorted(matched.filter(function (number) { return holds(number, state.chosen); }), found.scores, state.sort);
      var last = Math.max(1, Math.ceil(numbers.length / SHOWN));
      state = Object.assign({}, state, { page: Math.min(state.page, last) });
      var page = numbers.slice((state.page - 1) * SHOWN, state.page * SHOWN);
      return Promise.all(page.map(function (number) { return engine.text(number); })).then(function (texts) {
        if (mine !== turn) return;
        showCounts(counts(matched, state.chosen));
        showTotal(numbers.length);
        showChips(state);
        id("results").replaceChildren.apply(id("results"), page.map(function (number, at) {
          return result(number, texts[at], query);
        }));
        showSteps(state, last, numbers.length);
        showNone(state, query, found, numbers.length, matched.length);
        id("results").removeAttribute("aria-busy");
      });
    }).catch(function () {
      if (mine !== turn) return;
      id("results").removeAttribute("aria-busy");
      id("count").textContent = says.failed;
    });
  }

  /* ---- What is shown ---- */

  function show(state) {
    id("q").value = state.typed;
    id("sort").value = state.sort;
    form.querySelectorAll("input[type=checkbox]").forEach(function (box) {
      box.checked = state.chosen[box.name].includes(box.value);
    });
    var conditions = table.facets.reduce(function (sum, facet) { return sum + state.chosen[facet.key].length; }, 0);
    id("conditions").textContent = conditions ? filled(says.conditions, { n: conditions }) : "";
    document.title = (state.typed ? filled(says.titled, { typed: state.typed }) : "") + says.title;
  }

  function showFacets() {
    id("facets").prepend.apply(id("facets"), table.facets.map(function (facet) {
      var rows = facet.values.map(function (value, at) {
        var box = make("input", { type: "checkbox", name: facet.key, value: value[0], id: facet.key + "-" + at });
        var number = make("span", { class: "k-facet__count" });
        return make("div", { class: "k-facet__row" }, [box, make("label", { for: box.id }, [value[1], " ", number])]);
      });
      var legend = make("legend", { class: "k-facet__head" }, [facet.label]);
      return make("fieldset", { class: "k-facet", "data-key": facet.key }, [legend].concat(rows));
    }));
  }

  function showCounts(found) {
    form.querySelectorAll(".k-facet").forEach(function (group, at) {
      group.querySelectorAll("input").forEach(function (box, place) {
        var number = found[at][place];
        box.disabled = !number && !box.checked;
        box.parentNode.querySelector(".k-facet__count").textContent = counted(number) + says.unit;
      });
    });
  }

  function showTotal(number) {
    id("count").replaceChildren(
      make("b", {}, [counted(number)]), says.unit, " ",
      make("span", {}, [filled(says.total, { n: counted(table.records.length) })])
    );
  }

  function showChips(state) {
    var chips = [];
    table.facets.forEach(function (facet) {
      facet.values.forEach(function (value) {
        if (!state.chosen[facet.key].includes(value[0])) return;
        var cross = make("span", { "aria-hidden": "true" }, [" ×"]);
        var hidden = make("span", { class: "visually-hidden" }, [says.remove]);
        chips.push(make("li", {}, [way(without(state, facet.key, value[0]), { class: "k-chip" }, [value[1], cross, hidden])]));
      });
    });
    if (chips.length) chips.push(make("li", {}, [way(unfiltered(state), { class: "k-target" }, [says.unfilter])]));
    id("chips").replaceChildren.apply(id("chips"), chips);
    id("chips").hidden = !chips.length;
  }

  /* A text with its hits marked; one that comes in phrases may break between them. */
  function marked(phrases, terms) {
    var text = phrases.join(""), ends = new Set(), at = 0, parts = [];
    phrases.reduce(function (end, phrase) { ends.add(end + phrase.length); return end + phrase.length; }, 0);
    function broken(from, to) {
      var found = [], begin = from;
      for (var end = from + 1; end <= to; end += 1) {
        if (end < to && !ends.has(end)) continue;
        found.push(text.slice(begin, end));
        if (ends.has(end) && end < text.length) found.push(make("wbr"));
        begin = end;
      }
      return found;
    }
    window.kohyoHits(text, terms).forEach(function (hit) {
      parts = parts.concat(broken(at, hit[0]), make("mark", { class: "k-hit" }, broken(hit[0], hit[1])));
      at = hit[1];
    });
    return parts.concat(broken(at, text.length));
  }

  function held(text, query) {
    var folded = window.kohyoFold(text);
    return query.groups.filter(function (words) {
      return words.some(function (word) { return folded.includes(word); });
    }).length;
  }

  /* The words of the query that this entry holds. */
  function termsOf(title, text, query) {
    var folded = [title].concat(text.keys, text.text).map(window.kohyoFold);
    return Array.from(new Set([].concat.apply([], query.groups))).filter(function (word) {
      return folded.some(function (one) { return one.includes(word); });
    });
  }

  /* The stretch of the text that holds most groups; empty where the title and the lead hold them all. */
  function excerpt(title, text, query, terms) {
    if (!query.groups.length || held(text.lead + title, query) === query.groups.length) return "";
    var best = text.text.reduce(function (kept, one) {
      var here = held(one, query) * 1000 - Math.abs(80 - Math.min(one.length, 160));
      return here > kept[0] ? [here, one] : kept;
    }, [500, ""])[1];
    var hit = window.kohyoHits(best, terms)[0];
    if (!hit) return "";
    var from = hit[0] > 60 ? Math.max(best.lastIndexOf("。", hit[0]) + 1, hit[0] - 40) : 0;
    var to = Math.min(best.length, from + 120);
    return (from && best[from - 1] !== "。" ? "…" : "") + best.slice(from, to) + (to < best.length ? "…" : "");
  }

  function result(number, text, query) {
    var record = table.records[number], terms = termsOf(record[1], text, query);
    var when = make("p", { class: "k-entry__when" }, [make("time", { datetime: record[2] }, [text.when]), " "]);
    var kind = table.facets[0].values[record[4][0][0]];
    when.append(make("span", { class: "k-entry__kind" }, [kind[1]]), " ");
    var state = document.getElementById("state-" + record[3]);
    if (state) when.append(state.content.cloneNode(true));
    var link = make("a", { class: "k-phrases", href: landing(record[0], terms) }, marked(text.title, terms));
    var entry = make("article", { class: "k-entry" }, [when, make("h3", { class: "k-entry__title" }, [link])]);
    [text.lead, excerpt(record[1], text, query, terms)].forEach(function (sentence) {
      if (sentence) entry.append(make("p", { class: "k-entry__sentence" }, marked([sentence], terms)));
    });
    entry.append(make("ul", { class: "k-facts" }, text.facts.map(function (fact) { return make("li", {}, [fact]); })));
    return make("li", {}, [entry]);
  }

  /* The page, with the words to mark on it, the longest ones first. */
  function landing(path, terms) {
    var params = new URLSearchParams();
    terms.sort(function (a, b) { return b.length - a.length; }).slice(0, 8).forEach(function (term) { params.append("found", term); });
    return says.root + path.slice(1) + says.page + (terms.length ? "?" + params : "");
  }

  function showSteps(state, last, total) {
    var steps = [];
    for (var number = 1; number <= last && last > 1; number += 1) {
      if (number > 1 && number < last && Math.abs(number - state.page) > 2) {
        if (Math.abs(number - state.page) === 3) steps.push(make("li", { class: "k-steps__gap", "aria-hidden": "true" }, ["…"]));
        continue;
      }
      var words = [make("span", { class: "visually-hidden" }, [says.nth]), String(number)];
      var here = number === state.page;
      steps.push(make("li", {}, [here ? make("span", { "aria-current": "page" }, words) : way(Object.assign({}, state, { page: number }), {}, words)]));
    }
    if (last > 1 && state.page < last) {
      var more = Math.min(SHOWN, total - state.page * SHOWN);
      steps.push(make("li", {}, [way(Object.assign({}, state, { page: state.page + 1 }), { rel: "next" }, [filled(says.next, { n: more })])]));
    }
    id("steps").firstElementChild.replaceChildren.apply(id("steps").firstElementChild, steps);
    id("steps").hidden = !steps.length;
  }

  /* Nothing found: what can be left out, which other words were tried, where else to look. */
  function showNone(state, query, found, total, matched) {
    id("none").hidden = total > 0;
    if (total) return;
    var ways = [];
    if (matched) ways.push([unfiltered(state), says.freely, matched]);
    if (found.alone.length > 1) {
      found.alone.forEach(function (group, at) {
        if (group.size) ways.push([but(unfiltered(state), { typed: query.typed[at] }), filled(says.alone, { typed: query.typed[at] }), group.size]);
      });
    }
    id("ways").replaceChildren.apply(id("ways"), ways.map(function (one) {
      return make("li", {}, [way(one[0], {}, [one[1]]), " " + counted(one[2]) + says.unit]);
    }));
    var tried = [].concat.apply([], query.groups.map(function (words) { return words.slice(0, 6); }));
    id("tried").textContent = tried.length > query.groups.length ? filled(says.tried, { words: tried.join("、") }) : "";
  }

  /* ---- Start ---- */

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var state = typedIn();
    if (state.typed && !asked().typed) state.sort = "relevance";
    go(state);
  });
  form.addEventListener("change", function (event) {
    if (event.target.type === "checkbox" || event.target.id === "search-sort") go(typedIn());
  });
  window.addEventListener("popstate", function () { run(asked()); });

  engine.open().then(function (opened) {
    table = opened;
    showFacets();
    form.hidden = false;
    id("without").hidden = true;
    return run(asked());
  }).catch(function () {
    id("without").textContent = says.failed;
  });
})();
