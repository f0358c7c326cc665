"""Reads the index of a copy's search: plain scripts, each of which hands one JSON value to one function.

Texts are handed over record by record, and read so: each is held against what its own record withholds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.data import read_json
from generator.verify.unit import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXTS = b"kohyoTexts("
"""How a file of texts begins."""

_TABLE = regex(r"kohyoTable\((.*)\);\n")
_FIRST = regex(r"kohyoTexts\([0-9]+,\[")
_LAST = "]);"


def read_data_script(source: str) -> Reading | None:
    """The table, a JSON value on one line; None for a script that does anything else."""
    call = _TABLE.fullmatch(source)
    return _within(source, call[1], call.start(1)) if call else None


def read_texts(source: str) -> Sequence[Reading]:
    """A file of texts: between its first line and its last, every line is one record's whole JSON value."""
    first, *lines, last, end = source.split("\n") if source.count("\n") > 1 else ("", "", "")
    if not _FIRST.fullmatch(first) or last != _LAST or end:
        return [Reading(source, broken=0)]
    readings, at = [], len(first) + 1
    for number, line in enumerate(lines, 1):
        is_last = number == len(lines)
        value = line if is_last else line.removesuffix(",")
        readings.append(_within(source, value if is_last or value != line else "", at))
        at += len(line) + 1
    return readings


def _within(source: str, value: str, at: int) -> Reading:
    """A JSON value that begins at `at`, with its places in the whole script."""
    inner = read_json(value)
    return Reading(
        source,
        [unit.moved(at) for unit in inner.units],
        {tag: at + place for tag, place in inner.tags.items()},
        [(url, at + place) for url, place in inner.urls],
        broken=None if inner.broken is None else at + inner.broken,
    )
