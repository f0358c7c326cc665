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
    from collections.abc import Mapping

TABLE = "search/table.json"
_TEXTS = "search/text/"
_NUMBERS = regex("[A-Za-z0-9_-]+")
_PAIR = regex("..?|[0-9]..|.[0-9].", re.DOTALL)


def read_pairs(source: str) -> Reading:
    """One file of the index; broken where anything in it is longer than a pair, or no list of numbers."""
    reading = Reading(source)
    if _index(source) is None:
        reading.break_at(0)
    return reading


def follows(files: Mapping[str, bytes]) -> bool:
    """Whether the index among the files of a search, by path, holds what follows from its texts, and nothing else."""
    whole: dict[str, str] = {}
    try:
        for path in filter(is_of_index, files):
            part = _index(files[path].decode("utf-8"))
            if part is None or not whole.keys().isdisjoint(part):
                return False
            whole |= part
        return whole == index_of(_paragraphs(record, files) for record in json.loads(files[TABLE])["records"])
    except (KeyError, TypeError, ValueError):
        return False


def _paragraphs(record: list[Any], files: Mapping[str, bytes]) -> list[str]:
    text = json.loads(files[f"{_TEXTS}{record[0].strip('/')}.json"])
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


def is_of_search(path: str) -> bool:
    """Whether a file of this name belongs to the search: its table, a text, a part of its index."""
    return path == TABLE or path.startswith(_TEXTS) or is_of_index(path)
