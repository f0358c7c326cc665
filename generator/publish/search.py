"""What the search needs beside its page: the table of all entries, the text of each, and Pagefind's index of them.

The same entries give the same bytes.  The text a result shows lies in files of our own, so the index holds words only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.outputs import Output
from generator.pages.search import in_search_order, search_table, search_text, text_path
from generator.problems import Place, Problem
from generator.publish.pagefind import SHIPPED, PagefindError, keep_what_is_read, name_pages, new_index
from generator.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

    from generator.pages.search import SearchEntry
    from generator.settings import Settings

FOLDER = "search/"
TABLE = f"{FOLDER}table.json"
INDEX = f"{FOLDER}pagefind/"


def write_search(
    entries: Iterable[SearchEntry], staged: Path, settings: Settings
) -> tuple[list[Output], list[Problem]]:
    """Write it into the staged site; nothing where nothing can be found."""
    ordered = in_search_order(entries)
    if not ordered:
        return [], []
    everyone: frozenset[str] = frozenset().union(*(entry.owners for entry in ordered))
    _write(staged / TABLE, search_table(ordered, settings))
    found = [Output(TABLE, everyone)]
    for entry in ordered:
        _write(staged / text_path(entry), search_text(entry))
        found.append(Output(text_path(entry), entry.owners))
    try:
        names = _index(ordered, staged / INDEX)
    except PagefindError as error:
        return [], [Problem("E910", Place(INDEX, 1, 1), params={"part": str(error)})]
    return [*found, *(_output(name, everyone) for name in names)], []


def _output(name: str, everyone: frozenset[str]) -> Output:
    if name in SHIPPED:
        return Output(INDEX + name, frozenset(), True)  # noqa: FBT003 -- a file of the shell
    return Output(INDEX + name, everyone)


def search_digests() -> dict[str, str]:
    """The SHA-256 of each file of Pagefind's own that goes into a site."""
    return {INDEX + name: digest for name, digest in SHIPPED.items()}


def _index(entries: tuple[SearchEntry, ...], folder: Path) -> list[str]:
    with new_index() as index:
        for number, entry in enumerate(entries):
            index.add(str(number), spelled((entry.title, *entry.keys, *entry.text)))
        index.write(folder)
    name_pages(folder, len(entries))
    return keep_what_is_read(folder)


def _write(path: Path, values: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")
