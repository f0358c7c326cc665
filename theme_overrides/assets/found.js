/* What two texts have in common for a reader, and the marks for it: on the results of a search, and on the page one of
   them leads to, whose address then says ?found=….  Without that this script does nothing.
   kohyoFold is generator/pairs.py's `folded`. */
(function () {
  "use strict";

  var UNSEEN = /[\t-\r \u0085\u00a0\u00ad\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]+/gu;
  var CLUSTER = /[^][\u3099\u309a\uff9e\uff9f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]*/gu;
  var FEWEST = 1;
  var MOST = 500;

  function fold(text) {
    return text.normalize("NFKC").replace(UNSEEN, "").toLowerCase()
      .replace(/[\u2010-\u2015\u2212]/g, "-").replace(/\u301c/g, "~");
  }

  /* A text folded, with the place in the text of each character of it. */
  function mapped(text) {
    var folded = "", places = [];
    (text.match(CLUSTER) || []).reduce(function (at, cluster) {
      var part = fold(cluster);
      for (var i = 0; i < part.length; i += 1) places.push(at);
      folded += part;
      return at + cluster.length;
    }, 0);
    places.push(text.length);
    return { folded: folded, places: places };
  }

  /* [start, end] of every stretch of a text that one of the terms is, in order, none within another. */
  function hits(text, terms) {
    var map = mapped(text), found = [];
    terms.forEach(function (term) {
      for (var at = map.folded.indexOf(term); at >= 0; at = map.folded.indexOf(term, at + 1)) {
        found.push([map.places[at], end(text, map.places, at + term.length)]);
      }
    });
    found.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    return found.reduce(function (kept, hit) {
      var last = kept[kept.length - 1];
      if (last && hit[0] < last[1]) last[1] = Math.max(last[1], hit[1]);
      else kept.push(hit);
      return kept;
    }, []);
  }

  /* Where the last character of a hit ends: before the blanks that follow it. */
  function end(text, places, at) {
    return places[at - 1] + (text.slice(places[at - 1]).match(CLUSTER) || [""])[0].length;
  }

  window.kohyoFold = fold;
  window.kohyoHits = hits;

  /* The page itself. */

  var BLOCKS = "address,article,aside,blockquote,caption,dd,details,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6," +
    "header,hr,li,main,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul,br";
  var LEFT_OUT = "nav,script,style,svg,rt,rp,.visually-hidden,.k-found,.k-withheld";

  /* The texts of a page, each the text nodes that are read as one. */
  function runs(root) {
    var found = [[]];
    (function walk(node) {
      if (node.nodeType === Node.TEXT_NODE) {
        found[found.length - 1].push(node);
      } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(LEFT_OUT)) {
        var apart = node.matches(BLOCKS);
        if (apart) found.push([]);
        node.childNodes.forEach(walk);
        if (apart) found.push([]);
      }
    })(root);
    return found.filter(function (nodes) { return nodes.length; });
  }

  function markRun(nodes, terms) {
    var text = nodes.map(function (node) { return node.data; }).join("");
    var found = hits(text, terms), at = 0, marks = [];
    if (!found.length) return marks;
    nodes.forEach(function (node) {
      var begin = at, stop = at + node.data.length, rest = node;
      at = stop;
      found.forEach(function (hit) {
        var from = Math.max(hit[0], begin), to = Math.min(hit[1], stop);
        if (from >= to) return;
        var within = rest.splitText(from - begin);
        rest = within.splitText(to - from);
        begin = to;
        var mark = document.createElement("mark");
        mark.className = "k-hit";
        within.replaceWith(mark);
        mark.append(within);
        marks.push(mark);
      });
    });
    return marks;
  }

  function show() {
    var params = new URLSearchParams(location.search);
    var typed = params.getAll("found").slice(0, 20);
    var terms = typed.map(fold).filter(function (term) { return term.length >= FEWEST; });
    var main = document.getElementById("main");
    if (!terms.length || !main) return;
    var marks = [];
    runs(main).forEach(function (nodes) {
      if (marks.length < MOST) marks = marks.concat(markRun(nodes, terms));
    });
    if (marks.length) main.prepend(line(typed, marks));
  }

  /* «「…」を強調表示しています　最初の箇所へ　解除»; its words stand on the script's own tag. */
  function line(typed, marks) {
    var words = document.getElementById("k-found-words").dataset;
    var bar = document.createElement("p");
    bar.className = "k-found";
    bar.setAttribute("role", "status");
    marks[0].id = "found-1";
    marks[0].tabIndex = -1;
    var first = link(words.first, "#" + marks[0].id);
    var off = link(words.off, location.pathname);
    off.addEventListener("click", function (event) {
      event.preventDefault();
      marks.forEach(function (mark) {
        var parent = mark.parentNode;
        mark.replaceWith.apply(mark, Array.from(mark.childNodes));
        parent.normalize();
      });
      bar.remove();
      history.replaceState(null, "", location.pathname);
      document.getElementById("main").focus();
    });
    bar.append(words.says.replace("{}", typed.map(function (term) { return "「" + term + "」"; }).join("")), " ", first, " ", off);
    return bar;
  }

  function link(text, href) {
    var made = document.createElement("a");
    made.className = "k-target";
    made.textContent = text;
    made.href = href;
    return made;
  }

  if (document.getElementById("k-found-words")) show();
})();
