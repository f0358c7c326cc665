"""Cuts data files and feeds that hold many records into the parts that `publish` promised, each with its own owners.

A row of CSV, a line of JSON, an entry of Atom.  Rows of one owner that follow each other are read together.  Where
the parts are not as many as promised, the file is broken.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.data import csv_cells, csv_rows, read_json
from generator.verify.unit import Reading
from generator.verify.xml import read_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Owners = frozenset[str]
    Part = tuple[Reading, Owners]

_ENTRY = regex("(?=<entry>)")
_OPENS = ":[\n"
_LAST = "\n]}\n"


def read_rows(path: str, source: str, parts: Sequence[Owners]) -> list[Part] | None:
    """What each owner must answer for; None for a kind of file that has no rows."""
    cut = _CUTS.get(path[path.rfind(".") :])
    if cut is None:
        return None
    found = list(cut(source, parts))
    return found or [(Reading(source, broken=0), frozenset())]


def _csv(source: str, parts: Sequence[Owners]) -> Iterator[Part]:
    """The first row holds the heads."""
    whole = Reading(source)
    rows = csv_rows(source, whole)
    if len(rows) != len(parts) or whole.broken is not None:
        return
    heads = [text for text, _ in rows[0]]
    yield Reading(source, list(csv_cells(rows[:1], []))), parts[0]
    for owners, some in groupby(zip(rows[1:], parts[1:], strict=True), key=lambda pair: pair[1]):
        yield Reading(source, list(csv_cells((row for row, _ in some), heads))), owners


def _json(source: str, parts: Sequence[Owners]) -> Iterator[Part]:
    """One object whose last value is a list with a whole JSON value on each line."""
    first, opens, rest = source.partition(_OPENS)
    lines = rest.removesuffix(_LAST).split(",\n") if opens and rest.endswith(_LAST) else []
    if len(lines) + 1 != len(parts):
        return
    yield _within(source, f"{first}:[]}}", 0, read_json), parts[0]
    at = len(first) + len(opens)
    for line, owners in zip(lines, parts[1:], strict=True):
        yield _within(source, line, at, read_json), owners
        at += len(line) + len(",\n")


def _atom(source: str, parts: Sequence[Owners]) -> Iterator[Part]:
    pieces = _ENTRY.split(source)
    if len(pieces) != len(parts):
        return
    at = 0
    for piece, owners in zip(pieces, parts, strict=True):
        yield _within(source, piece, at, read_xml), owners
        at += len(piece)


def _within(source: str, piece: str, at: int, read: Callable[[str], Reading]) -> Reading:
    """A piece of the file, with its places in the whole."""
    inner = read(piece)
    return Reading(
        source,
        [unit.moved(at) for unit in inner.units],
        {tag: at + place for tag, place in inner.tags.items()},
        [(url, at + place) for url, place in inner.urls],
        broken=None if inner.broken is None else at + inner.broken,
    )


_CUTS: dict[str, Callable[[str, Sequence[Owners]], Iterator[Part]]] = {".csv": _csv, ".json": _json, ".atom": _atom}
