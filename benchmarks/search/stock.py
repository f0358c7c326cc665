"""Pagefind's extended build as it is meant to be fed: running Japanese text, which it segments by itself.

Spoken to over its own pipes, because its Python wrapper sleeps 0.1 s for each record.
Needs `pip install pagefind-bin-extended==1.5.2`.
"""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ASK = """async (query) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = await pagefind.search(query);
  return Promise.all(found.results.map(async (result) => Number((await result.data()).raw_url ?? 0)));
}"""


class Service:
    """Its index service: one message after the other."""

    def __init__(self) -> None:
        from pagefind_bin_extended import get_executable  # noqa: PLC0415 -- only here is it needed

        command = [str(get_executable()), "--service"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, what: str, **values: Any) -> dict[str, Any]:
        """One message and its answer."""
        message = json.dumps({"message_id": 1, "payload": {"type": what, **values}})
        self.process.stdin.write(base64.b64encode(message.encode()) + b",")
        self.process.stdin.flush()
        answer = bytearray()
        while (char := self.process.stdout.read(1)) not in (b",", b""):
            answer += char
        return json.loads(base64.b64decode(answer))["payload"]


@contextmanager
def stock_search(browser: Any, site: Path, served: Callable[[Path], str]) -> Iterator[Callable[[str], list[int]]]:
    """What it finds for a query: numbers of entries."""
    table = json.loads((site / "search" / "table.json").read_text(encoding="utf-8"))
    service = Service()
    index = service.ask("NewIndex", config={"force_language": "ja"})["index_id"]
    with tempfile.TemporaryDirectory() as folder:
        for number, (address, title, *_) in enumerate(table["records"]):
            text = json.loads((site / "search" / "text" / f"{address.strip('/')}.json").read_text(encoding="utf-8"))
            content = "\n".join((title, *text["keys"], *text["text"]))
            service.ask("AddRecord", index_id=index, url=str(number), content=content, language="ja")
        service.ask("WriteFiles", index_id=index, output_path=str(Path(folder) / "pagefind"))
        service.process.kill()
        service.process.wait()
        (Path(folder) / "index.html").write_text(
            '<!doctype html><html lang="ja"><title>stock</title>', encoding="utf-8"
        )
        page = browser.new_page()
        page.goto(served(Path(folder)) + "/")
        yield lambda query: page.evaluate(ASK, query)
