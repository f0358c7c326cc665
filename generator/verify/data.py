"""Reads data: JSON, CSV and plain text, string by string, each with its key or the head of its column."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.html import read_html
from generator.verify.markup import LOOSE
from generator.verify.unit import Reading, Unit, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

_JSON = regex(r"""("(?:[^"\\]|\\.)*")([ \t\r\n]*:)?|[^ \t\r\n",:\[\]{}]+""", re.DOTALL)
_CSV = regex(r"""("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\r|\n|\Z)""")
_LINE = regex("[^\r\n]+")


def read_json(source: str) -> Reading:
    """JSON (RFC 8259), JSON-LD, web manifests, JSON feeds: keys, strings and numbers."""
    reading = Reading(source)
    try:
        json.loads(source)
    except ValueError as error:
        reading.break_at(error.pos if isinstance(error, json.JSONDecodeError) else 0)
        return reading
    label = ""
    for match in _JSON.finditer(source):
        string = match[1]
        text = match.group() if string is None else json.loads(string, strict=False)
        if match[2]:
            label = text
            reading.units.append(Unit(text, Where.ATTRIBUTE, match.start()))
        else:
            keep_text(reading, text, match.start() + (string is not None), label)
    return reading


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
    heads: list[str] = []
    for number, row in enumerate(_rows(source, reading)):
        for column, (text, at) in enumerate(row):
            label = heads[column] if number and column < len(heads) else ""
            if text:
                reading.units.append(Unit(text, Where.SHOWN, at, label))
        if number == 0:
            heads = [text for text, _ in row]
    return reading


def _rows(source: str, reading: Reading) -> Iterator[list[tuple[str, int]]]:
    """Each row's cells with their offsets; what is no cell breaks the file."""
    row: list[tuple[str, int]] = []
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
            yield row
            row = []
    if row:
        yield row


def read_text(source: str) -> Reading:
    """Plain text, line by line."""
    return Reading(source, [Unit(match.group(), Where.SHOWN, match.start()) for match in _LINE.finditer(source)])
