"""What the search needs beside its page: the table of all entries, the text of each, and the index of them.

The same entries give the same bytes.  Only the table has a name that stays: it names the files of the index by their
contents, so that what a browser kept of yesterday's is never taken for today's.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.outputs import Output
from generator.pages.search import in_search_order, search_table, search_text, text_path
from generator.pairs import SHARD, index_of, shards

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

    from generator.pages.search import SearchEntry
    from generator.settings import Settings

TABLE = "search/table.json"
INDEX = "search/index/"
AT_ONCE = 32_000
"""Characters in a file of the index: few enough for a phone, of which a query of three words needs some six."""
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
"""Letters for the digits of a name: to `verify`, what has digits in it may be somebody's number."""


def write_search(entries: Iterable[SearchEntry], staged: Path, settings: Settings) -> list[Output]:
    """Write it into the staged site; nothing where nothing can be found."""
    ordered = in_search_order(entries)
    if not ordered:
        return []
    everyone: frozenset[str] = frozenset().union(*(entry.owners for entry in ordered))
    found = []
    for entry in ordered:
        _write(staged / text_path(entry), _json(search_text(entry)))
        found.append(Output(text_path(entry), entry.owners))
    listed = []
    for shard in shards(index_of((one.title, *one.keys, *one.text) for one in ordered), AT_ONCE):
        text = _json(shard)
        name = sha256(text.encode()).hexdigest()[:12].translate(_LETTERS)
        _write(staged / f"{INDEX}{name}{SHARD}", text)
        listed.append((next(iter(shard))[0], name))
        found.append(Output(f"{INDEX}{name}{SHARD}", everyone))
    _write(staged / TABLE, _json(search_table(ordered, settings) | {"index": listed}))
    return [*found, Output(TABLE, everyone)]


def _json(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
