"""What stands in one cell of a CSV file: texts on lines of their own, numbers, dates; and the CSV itself.

RFC 4180 with CRLF and a byte order mark, which Japanese spreadsheets need to know UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.pages.data.values import PLACES
from generator.pages.inline import words_of
from generator.patterns import regex
from generator.records.content import Bullets, Content, Headed, Pairs, Prose, Remark, Section, Standing, Table
from generator.records.dates import Day, Period
from generator.records.vocabulary import Word
from generator.records.walk import attributes
from generator.text import PublicText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.pages.inline import Parts

Cell = str | int | None
"""None: nothing is said."""

_PARAGRAPHS = regex("\n[\t \u3000]*\n[\t \u3000\n]*")
_FORMULA = regex("[=+@\t\r＝＋＠－-]")
_NEGATIVE = regex(r"-[0-9]+(?:\.[0-9]+)?")
TEXT_MARK = "'"
"""Before a text that a spreadsheet would take for a formula (OWASP, CSV Injection): readers of the data drop it."""


def cell(value: Any) -> Cell:
    """A value of a record as one cell."""
    if value is None or isinstance(value, (int, str)):
        return value
    if isinstance(value, Word):
        return value.japanese
    if isinstance(value, (Day, Period)):
        return value.shown
    return "\n".join(lines(value)) or None


def lines(value: Any) -> Iterator[str]:
    """The texts in a value, each paragraph, item and row on a line of its own; cells of a row part at tabs."""
    if isinstance(value, PublicText):
        yield from paragraphs(value)
    elif isinstance(value, Section):
        yield from lines(value.body)
    elif isinstance(value, Content):
        for block in value.blocks:
            yield from _block(block)
    elif isinstance(value, Standing):
        yield value.status.japanese
        yield from lines(value.explanation)
        yield from lines(value.promised)
    elif value is not None:
        yield from _other(value)


def _other(value: Any) -> Iterator[str]:
    """Several values, a word, a date; of anything else the texts in it, in their order."""
    if isinstance(value, tuple):
        for item in value:
            yield from lines(item)
    elif isinstance(value, (int, str, Word, Day, Period)):
        yield str(cell(value))
    else:
        for attribute in attributes(value.__class__):
            yield from lines(getattr(value, attribute)) if attribute not in PLACES else ()


def paragraphs(text: PublicText | Parts) -> list[str]:
    """The paragraphs of one text, each on one line."""
    return [" ".join(part.split()) for part in _PARAGRAPHS.split(words_of(text)) if part.strip()]


def _block(block: Any) -> Iterator[str]:
    if isinstance(block, (Prose, Remark)):
        yield from paragraphs(block.text)
    elif isinstance(block, Bullets):
        yield from _bullets(block.items)
    elif isinstance(block, Headed):
        yield from (*paragraphs(block.heading), *lines(block.content))
    elif isinstance(block, Pairs):
        for pair in block.pairs:
            yield "\t".join((_line(pair.name), *lines(pair.content)))
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from lines(block)


def _bullets(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        yield from lines(item.text)
        yield from _bullets(item.below)


def _table(table: Table[PublicText]) -> Iterator[str]:
    yield from lines(table.heading)
    heads = [_line(text) for column in table.columns for text in (column.below or (column.heading,))]
    yield "\t".join(heads)
    for row in table.rows:
        yield "\t".join("\t".join(map(_line, one.lines)) for one in row)
    yield from lines(table.note)


def _line(text: PublicText) -> str:
    return " ".join(words_of(text).split())


def csv_bytes(rows: Iterable[Iterable[Cell]]) -> bytes:
    """The whole file."""
    return b"\xef\xbb\xbf" + "".join(",".join(map(_quoted, row)) + "\r\n" for row in rows).encode()


def _quoted(value: Cell) -> str:
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    text = safe(value)
    if any(mark in text for mark in ',"\n\r'):
        return '"' + text.replace('"', '""') + '"'
    return text


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula.  A negative number stays one; numbers of ours are no text."""
    return TEXT_MARK + text if _FORMULA.match(text) and not _NEGATIVE.fullmatch(text) else text
