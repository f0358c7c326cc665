"""Reads data: JSON, CSV and plain text, string by string, each with its key or the head of its column."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.html import read_html
from generator.verify.markup import LOOSE
from generator.verify.unit import Reading, Unit, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_JSON = regex(r"""("(?:[^"\\]|\\.)*")([ \t\r\n]*:)?|[^ \t\r\n",:\[\]{}]+""", re.DOTALL)
_CSV = regex(r"""("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\r|\n|\Z)""")
_LINE = regex("[^\r\n]+")
_PARTED = regex("[\n\t]")
_MARKED = regex("'[=+@\t\r＝＋＠－-]")

_KEYWORDS = frozenset(("@context", "@graph", "@id", "@language", "@type"))
"""Keys of JSON-LD (JSON-LD 1.1, 1.7), which to the detectors would be accounts."""

_STRUCTURE = frozenset(("文", "内容", "見出し", "下位", "下", "列", "行", "表記", "始", "終", "発言"))
"""Keys of the data that say how a text is built and not what it is: to the detectors it is prose, as on its page."""

_IN_PHRASES = "title"
"""The key of a list of strings that are one line: the search has its titles cut into phrases, even within a name."""

Row = list[tuple[str, int]]
"""Cells with their offsets."""


def read_json(source: str) -> Reading:
    """JSON (RFC 8259), JSON-LD, web manifests, JSON feeds: keys, strings and numbers."""
    reading = Reading(source)
    try:
        json.loads(source)
    except ValueError as error:
        reading.break_at(error.pos if isinstance(error, json.JSONDecodeError) else 0)
        return reading
    label = ""
    keys: set[str] = set()
    end = 0
    for match in _JSON.finditer(source):
        string = match[1]
        text = match.group() if string is None else json.loads(string, strict=False)
        if match[2]:
            is_keyword = text in _KEYWORDS
            label = "" if is_keyword or text in _STRUCTURE else text
            if text not in keys:  # a key says the same wherever it stands again
                keys.add(text)
                reading.units.append(Unit(text, Where.NAME if is_keyword else Where.ATTRIBUTE, match.start()))
        elif label == _IN_PHRASES and string is not None and source[end : match.start()].strip(" \t\r\n") == ",":
            _lengthen(reading, text, match.start() + 1, label)
        else:
            keep_text(reading, text, match.start() + (string is not None), label)
        end = match.end()
    return reading


def _lengthen(reading: Reading, text: str, at: int, label: str) -> None:
    """Add a phrase to the text before it; where that was markup, it stands by itself."""
    last = reading.units[-1]
    if last.where is not Where.SHOWN or last.label != label or last.edges or LOOSE.search(last.text + text):
        keep_text(reading, text, at, label)
        return
    pieces = (*(last.pieces or ((0, last.at),)), (len(last.text), at))
    reading.units[-1] = replace(last, text=last.text + text, pieces=pieces)


def keep_text(reading: Reading, text: str, at: int, label: str) -> None:
    """Keep a string of a data file or a feed; one that is markup itself is read as such."""
    inner = read_html(text) if LOOSE.search(text) else None
    if inner is None or inner.broken is not None:  # nothing like markup, or a text that only looks so
        reading.units.append(Unit(text, Where.SHOWN, at, label))
    if inner is None:
        return
    reading.units.extend(Unit(unit.text, unit.where, at, unit.label or label, unit.edges) for unit in inner.units)
    for tag in inner.tags:
        reading.tags.setdefault(tag, at)


def read_csv(source: str) -> Reading:
    """CSV (RFC 4180); the first line holds the heads."""
    reading = Reading(source)
    rows = csv_rows(source, reading)
    heads = [text for text, _ in rows[0]] if rows else []
    reading.units.extend(csv_cells(rows[:1], []))
    reading.units.extend(csv_cells(rows[1:], heads))
    return reading


def csv_cells(rows: Iterable[Row], heads: Sequence[str]) -> Iterator[Unit]:
    """The cells that hold something, each with the head of its column.

    A line end in a cell begins another paragraph and a tab another cell, each a unit as on a page.  The apostrophe
    that keeps a spreadsheet from calculating is no part of the text.
    """
    for row in rows:
        for column, (shown, at) in enumerate(row):
            label = heads[column] if column < len(heads) else ""
            place = at + bool(_MARKED.match(shown))
            for text in _PARTED.split(shown[place - at :]):
                if text:
                    yield Unit(text, Where.SHOWN, place, label)
                place += len(text) + 1


def csv_rows(source: str, reading: Reading) -> list[Row]:
    """Each row's cells with their offsets; what is no cell breaks the file."""
    rows: list[Row] = []
    row: Row = []
    place = 0
    while place < len(source):
        match = _CSV.match(source, place)
        if match is None:
            reading.break_at(place)
            row.append((source[place:], place))
            break
        quoted = match[1].startswith('"')
        row.append((match[1][1:-1].replace('""', '"') if quoted else match[1], place + quoted))
        place = match.end()
        if match[2] != ",":
            rows.append(row)
            row = []
    return [*rows, row] if row else rows


def read_text(source: str) -> Reading:
    """Plain text, line by line."""
    return Reading(source, [Unit(match.group(), Where.SHOWN, match.start()) for match in _LINE.finditer(source)])
