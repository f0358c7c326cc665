"""Pagefind's extended build as it is meant to be fed: running Japanese text, which it segments by itself.

Needs `pip install pagefind-bin-extended==1.5.2`.
"""

from __future__ import annotations

import json
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from generator.publish import pagefind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ASK = """async (query) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(query);
  return Promise.all(found.results.map(async (result) => Number((await result.data()).raw_url ?? 0)));
}"""


@contextmanager
def stock_search(browser: Any, site: Path, served: Callable[[Path], str]) -> Iterator[Callable[[str], list[int]]]:
    """What it finds for a query: numbers of entries."""
    from pagefind_bin_extended import get_executable  # noqa: PLC0415 -- only here is it needed

    table = json.loads((site / "search" / "table.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        here = patch.multiple(pagefind, get_executable=get_executable, LANGUAGE="ja")
        with here, pagefind.new_index() as index:
            for number, (address, title, *_) in enumerate(table["records"]):
                text = json.loads((site / "search" / "text" / f"{address.strip('/')}.json").read_text(encoding="utf-8"))
                index.add(str(number), "\n".join((title, *text["keys"], *text["text"])))
            index.write(Path(folder) / "pagefind")
        (Path(folder) / "index.html").write_text(
            '<!doctype html><html lang="ja"><title>stock</title>', encoding="utf-8"
        )
        page = browser.new_page()
        page.goto(served(Path(folder)) + "/")
        yield lambda query: page.evaluate(ASK, query)
