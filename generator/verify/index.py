"""Reads the search index: pairs of characters and numbers, nothing else; and holds it against the texts it is of.

A pair tells nothing, but all pairs of an entry could spell a name.  The texts of all entries are files of the site and
were read as such; what follows from them can't say more, so the index must be exactly that.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.pairs import SHARD, index_of
from generator.patterns import regex
from generator.verify.unit import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TABLE = "search/table.json"
_NUMBERS = regex("[A-Za-z0-9_-]+")
_PAIR = regex("..?|[0-9]..|.[0-9].", re.DOTALL)


def read_pairs(source: str) -> Reading:
    """One file of the index; broken where anything in it is longer than a pair, or no list of numbers."""
    reading = Reading(source)
    if _index(source) is None:
        reading.break_at(0)
    return reading


def follows(table: str, text_of: Callable[[str], str], files: Iterable[str]) -> bool:
    """Whether the files of an index hold what follows from the texts of its entries, and nothing else.

    `text_of` gives the text file of an address.
    """
    whole: dict[str, str] = {}
    for file in files:
        part = _index(file)
        if part is None or not whole.keys().isdisjoint(part):
            return False
        whole |= part
    try:
        return whole == index_of(_paragraphs(record, text_of) for record in json.loads(table)["records"])
    except (KeyError, TypeError, ValueError, OSError):
        return False


def _paragraphs(record: list[Any], text_of: Callable[[str], str]) -> list[str]:
    text = json.loads(text_of(record[0]))
    return [record[1], *text["keys"], *text["text"]]


def _index(source: str) -> dict[str, str] | None:
    try:
        said = json.loads(source)
    except ValueError:
        return None
    if not isinstance(said, dict) or json.dumps(said, ensure_ascii=False, separators=(",", ":")) != source:
        return None  # a key twice, or something between the values, would be read by others and not by us
    sound = all(
        _PAIR.fullmatch(pair) and isinstance(numbers, str) and _NUMBERS.fullmatch(numbers)
        for pair, numbers in said.items()
    )
    return said if sound else None


def is_of_index(path: str) -> bool:
    """Whether a file of this name is one of the index."""
    return path.endswith(SHARD)
