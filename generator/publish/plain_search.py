"""What the search of a copy needs: the table of all entries and their texts, as plain scripts.

From a disk a page may load a script, but fetch nothing: the site's index can't be read there
(docs/adr/0024-two-search-engines.md).  The same entries give the same bytes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.outputs import Output
from generator.pages.search import in_search_order, search_table, search_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.pages.search import SearchEntry
    from generator.settings import Settings

FOLDER = "search/"
TABLE = f"{FOLDER}table.js"
AT_ONCE = 100
"""Entries in a file of texts.  The table tells the engine."""


def write_plain_search(entries: Iterable[SearchEntry], staged: Path, settings: Settings) -> list[Output]:
    """Write it into the staged copy; each entry's text is a part of its file, with the owners of its page."""
    ordered = in_search_order(entries)
    if not ordered:
        return []
    (staged / FOLDER).mkdir(exist_ok=True)
    _write(staged / TABLE, f"kohyoTable({_json(search_table(ordered, settings) | {'atOnce': AT_ONCE})});\n")
    outputs = [Output(TABLE, _owners(ordered))]
    for first in range(0, len(ordered), AT_ONCE):
        some = ordered[first : first + AT_ONCE]
        path = f"{FOLDER}texts-{first}.js"
        _write(staged / path, "".join(_lines(first, some)))
        outputs.append(Output(path, _owners(some), parts=tuple(entry.owners for entry in some)))
    return outputs


def _lines(first: int, entries: Iterable[SearchEntry]) -> Iterator[str]:
    """Each entry on a line of its own, so that whoever reads the file can tell one from the next."""
    yield f"kohyoTexts({first},[\n"
    yield ",\n".join(_json(search_text(entry)) for entry in entries)
    yield "\n]);\n"


def _owners(entries: Iterable[SearchEntry]) -> frozenset[str]:
    return frozenset().union(*(entry.owners for entry in entries))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
