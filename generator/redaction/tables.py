"""Tables typed into plain text: which column head names a cell.

A head row is a line of short cells without figures, one of which is a known word of such heads; the lines after it
with the same separator are its rows.  Knows nothing of what a head means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.view import BLOT

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD_WORD = regex(
    "氏 *名|名 *前|フリガナ|ふりがな|カナ|読み|住 *所|所在地?|電 *話|連絡先|携帯"
    "|TEL|FAX|メール|アドレス|生 *年 *月 *日|年齢|番 *号|コード"
    "|口座|対象者?|記号|ID|No|NO|宛名|相談者|申請者|来庁者|件名|内容|受付|使用者|所属|課名|担当|備考|続柄|者$",
    re.IGNORECASE,
)
_GAP = regex(" {2,}|\t+")
_PARTED = regex("[\t|,]|  ")
_ANY_GAP = regex("[ \t]+")
_FIGURE = regex("[0-9]{2}")
_SEPARATORS = ("\t", "|", ",", " ")
_LONGEST_HEAD = 14


@dataclass(frozen=True, slots=True)
class Cell:
    """Characters `start` to `end` of the text, below the column head `head` (its spaces removed)."""

    start: int
    end: int
    head: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with every head above it, and those of its cells that a head surely names."""

    start: int
    end: int
    heads: tuple[str, ...]
    cells: tuple[Cell, ...]


@lru_cache(maxsize=8)
def rows(text: str) -> tuple[Row, ...]:
    """Every row that stands under a head row, in order."""
    return tuple(_rows(text)) if "\n" in text else ()


@lru_cache(maxsize=8)
def cells(text: str) -> tuple[Cell, ...]:
    """Every cell that a head names, in order."""
    return tuple(cell for row in rows(text) for cell in row.cells)


def row_at(text: str, place: int) -> Row | None:
    """The row that holds this character."""
    return next((row for row in rows(text) if row.start <= place < row.end), None)


def head_at(text: str, place: int) -> str:
    """The head of the cell that holds this character, or nothing."""
    return next((cell.head for cell in cells(text) if cell.start <= place < cell.end), "")


def _rows(text: str) -> Iterator[Row]:
    separator, heads = "", list[tuple[int, str]]()
    place = 0
    for line in text.split("\n"):
        if not line.strip(" |-+:\t"):
            if not line.strip():
                heads = []
        elif (new := _heads(line)) is not None:
            separator, heads = new
        elif heads:
            row = _split(line, separator)
            if len(row) < 2 and (separator != " " or len(_split(line, " ", _ANY_GAP)) < 3):  # noqa: PLR2004 -- prose: the table is over
                heads = []
            else:
                named = tuple(
                    Cell(place + start, place + end, head) for start, end, head in _under(row, heads, separator)
                )
                yield Row(place, place + len(line), tuple(head for _, head in heads), named)
        place += len(line) + 1


def _heads(line: str) -> tuple[str, list[tuple[int, str]]] | None:
    """The separator and the heads with their columns, if the line is a head row."""
    if "。" in line or BLOT in line or not _PARTED.search(line) or _FIGURE.search(line) or not _HEAD_WORD.search(line):
        return None
    for separator in _SEPARATORS:
        row = _split(line, separator)
        if len(row) < 2:  # noqa: PLR2004 -- a table has two columns
            continue
        words = [(start, line[start:end].replace(" ", "")) for start, end in row]
        short = all(len(word) <= _LONGEST_HEAD for _, word in words)
        known = sum(bool(_HEAD_WORD.search(word)) for _, word in words)
        if short and known and (known > 1 or separator in "\t|"):
            return separator, words
    return None


def _split(line: str, separator: str, gap: re.Pattern[str] = _GAP) -> list[tuple[int, int]]:
    """The cells of a line, without the spaces around them."""
    if separator == " ":
        parts, place = [], 0
        for match in gap.finditer(line):
            parts.append((place, match.start()))
            place = match.end()
        parts.append((place, len(line)))
        parts = [part for part in parts if part[1] > part[0]]
    else:
        parts, place = [], 0
        for part in line.split(separator):
            parts.append((place, place + len(part)))
            place += len(part) + 1
        if separator == "|" and len(parts) > 2:  # noqa: PLR2004 -- the bars at both ends of a Markdown row
            parts = [p for i, p in enumerate(parts) if i not in (0, len(parts) - 1) or line[p[0] : p[1]].strip()]
    return [_trim(line, start, end) for start, end in parts]


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    body = line[start:end]
    return start + len(body) - len(body.lstrip()), max(start, end - (len(body) - len(body.rstrip())))


def _under(row: list[tuple[int, int]], heads: list[tuple[int, str]], separator: str) -> Iterator[tuple[int, int, str]]:
    """Each cell with its head: by number, or by place where columns are set with spaces and one is empty."""
    if len(row) < 2:  # noqa: PLR2004 -- a row set with single spaces: nobody can tell its columns
        return
    for number, (start, end) in enumerate(row):
        if end <= start:
            continue
        if len(row) == len(heads) or separator != " ":
            head = heads[number][1] if number < len(heads) else ""
        else:
            head = min(heads, key=lambda column: abs(column[0] - start))[1]
        if head:
            yield start, end, head
