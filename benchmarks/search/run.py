"""30 queries over N invented records, in Chromium, against grep over the same public texts.

    python benchmarks/search/run.py [N] [--stock]

Recall and precision of each query: against what a person says it means (`means` in queries.jsonl: one word of each
group), and against its words as typed.  Then the bytes and the time of a first query, with an empty cache, from a
server with gzip.  `--stock` asks Pagefind's extended build, fed with the same texts as it is meant to be, as well.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import shutil
import sys
import tempfile
import threading
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from stock import stock_search  # noqa: E402
from texts import write  # noqa: E402

from generator import pipeline  # noqa: E402
from generator.cli import JST  # noqa: E402
from generator.pages.incident import incident_pages  # noqa: E402
from generator.pages.links import Links  # noqa: E402
from generator.pages.search import SearchEntry, searchable  # noqa: E402
from generator.pages.threads import Threads  # noqa: E402
from generator.pairs import folded  # noqa: E402
from generator.publish.search import write_search  # noqa: E402
from generator.redaction.redact import make_public  # noqa: E402
from generator.redaction.scan import Scanner  # noqa: E402

if TYPE_CHECKING:
    from generator.pages.page import Site

NOW = datetime.fromisoformat("2026-11-21T09:00").replace(tzinfo=JST)
QUERIES = [json.loads(line) for line in (HERE / "queries.jsonl").read_text(encoding="utf-8").splitlines()]
CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu"]}
FIND = """async (typed) => {
  const {groups} = kohyoQuery(typed);
  const found = await Promise.all(groups.map(async (words) =>
    new Set((await Promise.all(words.map((word) => kohyoEngine.find(word)))).flatMap((map) => [...map.keys()]))));
  return [...found[0]].filter((number) => found.every((set) => set.has(number)));
}"""


class Gzipped(http.server.SimpleHTTPRequestHandler):
    """A static server that compresses what is not compressed yet, as servers are set up to do."""

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def end_headers(self) -> None:
        """Nothing is kept: every first query is one."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        """A file, compressed where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in (".html", ".js", ".css", ".json", ".svg") or not path.is_file():
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        for name, value in (
            ("Content-Type", self.guess_type(str(path))),
            ("Content-Encoding", "gzip"),
            ("Content-Length", len(data)),
        ):
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(data)


def grep(texts: list[list[str]], groups: list[list[str]]) -> set[int]:
    """The numbers of the entries that hold one word of each group within a paragraph."""
    return {
        number
        for number, paragraphs in enumerate(texts)
        if all(any(folded(word) in one for word in words for one in paragraphs) for words in groups)
    }


def literal(query: str) -> list[list[str]]:
    """The words as typed."""
    return [[word] for word in query.replace("「", " ").replace("」", " ").split()]


def rates(found: set[int], wanted: set[int]) -> tuple[float, float]:
    """Recall and precision."""
    both = len(found & wanted)
    return (both / len(wanted) if wanted else 1.0), (both / len(found) if found else 1.0)


def served(folder: Path) -> str:
    """The address of a server for the folder."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Gzipped, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def entries_of(town: Path) -> tuple[Site, list[SearchEntry]]:
    """The public records of a town and how each can be found."""
    checked = pipeline.check(town, NOW, Scanner(), lambda _: None)
    if checked.stops or checked.settings is None:
        raise SystemExit("the invented town does not build")
    site = pipeline.public_site(checked.settled, make_public(checked.settled), checked.settings, NOW)
    pages = searchable(incident_pages(site, Threads(Links(site))), site)
    return site, [page.entry for page in pages if page.entry]


def build(count: int, folder: Path) -> Path:
    """The shell of a site and the search of `count` records in it; their pages are not needed."""
    write(1, folder / "one")
    write(count, folder / "town")
    staging = folder / "staging"
    staging.mkdir()
    checked = pipeline.check(folder / "one", NOW, Scanner(), lambda _: None)
    pipeline.stage(folder / "one", checked, staging, NOW, Scanner(), lambda _: None)
    site, entries = entries_of(folder / "town")
    shutil.rmtree(staging / "site" / "search" / "text")
    shutil.rmtree(staging / "site" / "search" / "index")
    began = time.process_time()
    write_search(entries, staging / "site", site.settings)
    print(f"search of {count} written in {time.process_time() - began:.1f} CPU-s")
    index = [len(gzip.compress(path.read_bytes())) for path in (staging / "site" / "search" / "index").iterdir()]
    print(f"index: {len(index)} files, {sum(index) / 1e6:.1f} MB gzip, the largest {max(index) / 1000:.0f} kB")
    return staging / "site"


def texts_of(site: Path) -> list[list[str]]:
    """Every text of every entry, folded, by number."""
    table = json.loads((site / "search" / "table.json").read_text(encoding="utf-8"))
    found = []
    for address, title, *_ in table["records"]:
        text = json.loads((site / "search" / "text" / f"{address.strip('/')}.json").read_text(encoding="utf-8"))
        found.append([folded(one) for one in (title, *text["keys"], *text["text"])])
    return found


def quality(texts: list[list[str]], ask: object, name: str) -> None:
    """The table of all queries for one engine."""
    sums = [0.0] * 4
    print(f"\n{name}\n{'query':28} found  means R     P    typed R     P")
    for one in QUERIES:
        found, means, typed = set(ask(one["q"])), grep(texts, one["means"]), grep(texts, literal(one["q"]))
        row = [*rates(found, means), *rates(found, typed)]
        sums = [total + value for total, value in zip(sums, row, strict=True)]
        print(f"{one['q']:28} {len(found):5}  {row[0]:.3f} {row[1]:.3f}    {row[2]:.3f} {row[3]:.3f}")
    print(f"{'mean of ' + str(len(QUERIES)):28}        " + " ".join(f"{total / len(QUERIES):.3f}" for total in sums))


def first_query(browser: object, base: str) -> None:
    """Bytes over the wire and time to the results, each query with an empty cache."""
    rows = []
    for one in QUERIES:
        page = browser.new_context().new_page()
        sizes: list[int] = []
        page.on("requestfinished", lambda request, sizes=sizes: sizes.append(request.sizes()["responseBodySize"]))
        page.goto(f"{base}/search/")
        page.wait_for_selector("#search-results li")
        page.wait_for_load_state("networkidle")
        before, began = sum(sizes), time.monotonic()
        page.fill("#search-q", one["q"])
        page.press("#search-q", "Enter")
        page.wait_for_function(
            "q => document.title.includes(q) && !document.querySelector('[aria-busy]')", arg=one["q"]
        )
        took = time.monotonic() - began
        page.wait_for_load_state("networkidle")
        rows.append((sum(sizes) - before, took, before))
        page.context.close()
    by_bytes, by_time = sorted(row[0] for row in rows), sorted(row[1] for row in rows)
    middle = len(rows) // 2
    print(f"\npage of the search before a query: {rows[0][2] / 1000:.0f} kB")
    print(f"first query: {by_bytes[middle] / 1000:.0f} kB (median; {by_bytes[0] / 1000:.0f}-{by_bytes[-1] / 1000:.0f})")
    print(f"to the results: {by_time[middle] * 1000:.0f} ms (median; {by_time[0] * 1000:.0f}-{by_time[-1] * 1000:.0f})")


def main(count: int, *, stock: bool) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(count, Path(folder))
        texts = texts_of(site)
        browser = playwright.chromium.launch(**CHROMIUM)
        base = served(site)
        page = browser.new_page()
        page.goto(f"{base}/search/")
        page.wait_for_selector("#search-results li")
        print(f"{count} records, {sum(len(p) for t in texts for p in t):,} characters")
        quality(texts, lambda query: page.evaluate(FIND, query), "kohyo")
        first_query(browser, base)
        if stock:
            with stock_search(browser, site, served) as ask:
                quality(texts, ask, "Pagefind extended as it is meant to be fed")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdecimal()]
    main(numbers[0] if numbers else 1000, stock="--stock" in sys.argv)
