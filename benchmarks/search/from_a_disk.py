"""The same 30 queries in a copy that is opened from the file system, against grep; what opening and searching take.

    python benchmarks/search/from_a_disk.py [N] [--times T] [--slow S]

`--times 10` shows what ten times as many records take, each of the N ten times; recall and precision are those of N.
`--slow 4` has Chromium run four times slower, as an old tablet does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from run import CHROMIUM, FIND, NOW, QUERIES, entries_of, quality  # noqa: E402
from texts import write  # noqa: E402

from generator import pipeline  # noqa: E402
from generator.outputs import Form  # noqa: E402
from generator.pages.search import SearchEntry, in_search_order, search_text  # noqa: E402
from generator.pairs import folded  # noqa: E402
from generator.publish.plain_search import write_plain_search  # noqa: E402
from generator.redaction.scan import Scanner  # noqa: E402

if TYPE_CHECKING:
    from generator.pages.page import Site

ASKED = """async (typed) => {
  const began = performance.now();
  const count = document.getElementById("search-count");
  const field = document.getElementById("search-q");
  const seen = new Promise((done) => new MutationObserver(() => {
    if (!document.querySelector("[aria-busy]") && document.title.includes(typed)) done();
  }).observe(document, {subtree: true, childList: true, attributes: true, characterData: true}));
  field.value = typed;
  field.form.requestSubmit();
  await seen;
  return performance.now() - began;
}"""


def shell(folder: Path) -> Path:
    """A staged copy of one record, for its page of the search."""
    write(1, folder / "one")
    (folder / "staging").mkdir()
    checked = pipeline.check(folder / "one", NOW, Scanner(), lambda _: None)
    if pipeline.stage(folder / "one", checked, folder / "staging", NOW, Scanner(), lambda _: None, form=Form.COPY):
        raise SystemExit("the invented town does not build")
    return folder / "staging" / "site"


def put(staged: Path, site: Site, entries: list[SearchEntry], times: int) -> None:
    """The search of these entries, each `times` times, in place of that of the one."""
    many = [replace(e, address=f"{e.address[:-1]}-{n}/") if n else e for n in range(times) for e in entries]
    outputs = write_plain_search(many, staged, site.settings)
    sizes = [(staged / output.path).stat().st_size for output in outputs]
    print(f"{len(many)} records: table {sizes[0] / 1e6:.2f} MB, texts {sum(sizes[1:]) / 1e6:.1f} MB")


def waited(browser: Browser, address: str, slow: int) -> None:
    """Opening the page; a first query typed at once, each time on a page opened anew; one after all is read."""
    opened, first, later = [], [], []
    for one in QUERIES[:10]:
        page = browser.new_page()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
        began = time.monotonic()
        page.goto(address)
        page.wait_for_selector("#search-results li")
        opened.append(time.monotonic() - began)
        first.append(page.evaluate(ASKED, one["q"]) / 1000)
        later.append(page.evaluate(ASKED, QUERIES[-1]["q"]) / 1000)
        page.close()
    for name, took in (("opened", opened), ("first query", first), ("later query", later)):
        print(f"{name:12} {sorted(took)[len(took) // 2] * 1000:6.0f} ms (median of {len(took)})")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--slow", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        staged = shell(folder)
        write(asked.count, folder / "town")
        site, entries = entries_of(folder / "town")
        browser = playwright.chromium.launch(**CHROMIUM)
        address = (staged / "search" / "index.html").as_uri()
        put(staged, site, entries, 1)
        page = browser.new_page()
        page.goto(address)
        page.wait_for_selector("#search-results li")
        ordered = in_search_order(entries)
        texts = [[folded(part) for part in (e.title, *e.keys, *search_text(e)["text"])] for e in ordered]
        quality(texts, lambda query: page.evaluate(FIND, query), "a copy, from the disk")
        put(staged, site, entries, asked.times)
        waited(browser, address, asked.slow)


if __name__ == "__main__":
    main()
