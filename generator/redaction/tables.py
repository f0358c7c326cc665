"""Tables typed into plain text: which head names a cell.

A head row is a line of short cells without figures, some of which are known words of such heads; the lines after it
with the same separator are its rows.  A list of labels may also stand above a list of values, or a label at the
head of a line.  Knows nothing of what
a head means.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.heads import NARROW, WIDE, fitted, heads_of, is_head, split
from generator.redaction.near import near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BULLET = regex("[ \t]*(?:[・●○■□◆◇※*]|[(]?[0-9]{1,2}[).]|[-])?[ \t]*")
_BULLET_BEGINS = frozenset(" \t・●○■□◆◇※*(0123456789-")
_BODY_HEAD = regex("施設|名称|店舗|店名|会場|会社|法人|団体|園名|校名|機関|事業所|事業者|病院|避難所|投票所|公園|窓口")
_PERSON_HEAD = regex(
    "氏 *名|名 *前|世帯主|対象|申請|届出|保護者|利用者|患者|会員|生年月日|年齢|代表者|カナ|ﾌﾘｶﾞﾅ|フリガナ|入居|被害|相談"
)
_SHELF = 256
_ANOTHER = regex("。|^[ \t]*[□☐☑■◻✓【]|[^0-9]:|(?:すか|たか|いか|ください)[?]?$")
"""What is no value under labels: a sentence, a box to tick, a heading, a label with its own value, a question."""
_VALUE_LENGTH = 48
_TOGETHER = near(
    regex("[・/、,] ?[^、・/,。:()\n]{1,14}(?:は|[:=→)]| [0-9])"),
    "(?<![^、。:( \n]) ?(?P<heads>[^、・/,。:()\n0-9=]{1,14}(?:[・/、,][^、・/,。:()\n0-9=]{1,14}){1,6}?)"
    "(?:は、?|[:=→)]{1,2}|(?= [0-9])) ?",
    reach=120,
)
_JOINT = regex("[・/、,]")
_VALUE = regex("[^、・/,。:()\n]{1,40}")
_NUMBER = regex("[0-9][0-9-]{3}")


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
    """Every row that stands under a head row, in order; then the values that stand under a list of labels."""
    if "\n" not in text:
        return tuple(_named_together(text))
    lines = tuple(_lines(text))
    return (*_rows(lines), *_stacked(lines), *_titled(lines), *_named_together(text))


@lru_cache(maxsize=8)
def cells(text: str) -> tuple[Cell, ...]:
    """Every cell that a head names, in order."""
    return tuple(cell for row in rows(text) for cell in row.cells)


def row_at(text: str, place: int) -> Row | None:
    """The row that holds this character."""
    return next((row for row in _shelves(text)[0].get(place // _SHELF, ()) if row.start <= place < row.end), None)


def of_bodies(heads: tuple[str, ...]) -> bool:
    """Whether a table lists facilities, firms or offices, and no people."""
    words = " ".join(heads)
    return _BODY_HEAD.search(words) is not None and _PERSON_HEAD.search(words) is None


def head_at(text: str, place: int) -> str:
    """The head of the cell that holds this character, or nothing."""
    return next(heads_at(text, place), "")


def heads_at(text: str, place: int) -> Iterator[str]:
    """Every head that names the cell of this character."""
    return (cell.head for cell in _shelves(text)[1].get(place // _SHELF, ()) if cell.start <= place < cell.end)


@lru_cache(maxsize=8)
def _shelves(text: str) -> tuple[dict[int, list[Row]], dict[int, list[Cell]]]:
    """Rows and cells by the part of the text that they touch, so that nobody looks through all of a long table."""
    by_row, by_cell = dict[int, list[Row]](), dict[int, list[Cell]]()
    for row in rows(text):
        for number in range(row.start // _SHELF, row.end // _SHELF + 1):
            by_row.setdefault(number, []).append(row)
    for cell in cells(text):
        for number in range(cell.start // _SHELF, cell.end // _SHELF + 1):
            by_cell.setdefault(number, []).append(cell)
    return by_row, by_cell


def _lines(text: str) -> Iterator[tuple[int, str]]:
    place = 0
    for line in text.split("\n"):
        yield place, line
        place += len(line) + 1


def _rows(lines: Sequence[tuple[int, str]]) -> Iterator[Row]:
    separator, heads, apart = "", list[tuple[int, str]](), False
    for number, (place, line) in enumerate(lines):
        if not line.strip(" |-+:\t"):
            apart = apart or not line.strip()
            continue
        new = heads_of(line, _following(lines, number))
        if new is not None:
            (separator, heads), apart = new, False
        elif heads:
            row = fitted(line, separator, heads)
            if not _goes_on(line, separator, row) or (apart and len(row) != len(heads)):
                heads = []
            else:
                named = tuple(
                    Cell(place + start, place + end, head) for start, end, head in _under(row, heads, separator)
                )
                yield Row(place, place + len(line), tuple(head for _, head in heads), named)
            apart = False


def _following(lines: Sequence[tuple[int, str]], number: int) -> str:
    return next((line for _, line in lines[number + 1 : number + 4] if line.strip(" |-+:\t")), "")


def _goes_on(line: str, separator: str, row: Sequence[tuple[int, int]]) -> bool:
    """Whether the line is a row of the table, not prose after it."""
    if len(row) > 1:
        return separator != NARROW or "。" not in line
    return separator == WIDE and len(split(line, NARROW)) > 2  # noqa: PLR2004 -- two words make no row


def _under(
    row: Sequence[tuple[int, int]], heads: Sequence[tuple[int, str]], separator: str
) -> Iterator[tuple[int, int, str]]:
    """Each cell with its head: by number, or by place where columns are set with spaces and one is empty."""
    if len(row) < 2 or (separator == NARROW and len(row) != len(heads)):  # noqa: PLR2004 -- nobody can tell its columns
        return
    for number, (start, end) in enumerate(row):
        if end <= start:
            continue
        if len(row) == len(heads) or separator != WIDE:
            head = heads[number][1] if number < len(heads) else ""
        else:
            head = min(heads, key=lambda column: abs(column[0] - start))[1]
        if head:
            yield start, end, head


def _titled(lines: Sequence[tuple[int, str]]) -> Iterator[Row]:
    """Lines of a table that begin with a label: what it names stands in all their cells."""
    for place, line in lines:
        separator = "\t" if "\t" in line else "|" if "|" in line else WIDE if "  " in line else ""
        row = [cell for cell in split(line, separator) if cell[1] > cell[0]] if separator else []
        if len(row) > 2 and "。" not in line and is_head(title := line[slice(*row[0])].rstrip(" :")):  # noqa: PLR2004 -- with one value it is a line of a form
            values = [cell for cell in row[1:] if not is_head(line[slice(*cell)])]
            if len(values) == len(row) - 1:
                named = tuple(Cell(place + start, place + end, title.replace(" ", "")) for start, end in values)
                yield Row(place, place + len(line), (title,), named)


def _stacked(lines: Sequence[tuple[int, str]]) -> Iterator[Row]:
    """Values on lines of their own, in the order of the labels above them."""
    heads: list[str] = []
    values: list[tuple[int, int]] = []
    for place, line in (*lines, (0, "。")):
        body = _BULLET.match(line) if line[:1] in _BULLET_BEGINS else None
        start = body.end() if body else 0
        words = line[start:].rstrip(" \t:")
        if not words:
            continue
        if is_head(words):
            if values:
                yield from _dealt(heads, values)
                heads, values = [], []
            heads.append(words.replace(" ", ""))
        elif len(heads) > 1 and not _ANOTHER.search(line) and len(words) <= _VALUE_LENGTH:
            values.append((place + start, place + start + len(words)))
        else:
            yield from _dealt(heads, values)
            heads, values = [], []


def _named_together(text: str) -> Iterator[Row]:
    """Labels in one breath, then as many values: 宛名番号／氏名：0012345／…."""
    for match in _TOGETHER.finditer(text):
        heads = _JOINT.split(match["heads"].strip("( "))
        if not all(map(is_head, heads)):
            continue
        values = [part.span() for part in islice(_VALUE.finditer(text, match.end()), len(heads))]
        if len(values) < len(heads):
            continue
        stop = text.find("\n", match.end(), values[-1][1])
        apart = any(second[0] - first[1] > 1 for first, second in pairwise(values))
        if stop < 0 and not apart and _NUMBER.search(text, match.end(), values[-1][1]):
            named = tuple(Cell(*value, head.replace(" ", "")) for value, head in zip(values, heads, strict=True))
            yield Row(match.end(), values[-1][1], tuple(heads), named)


def _dealt(heads: Sequence[str], values: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """As many values as labels, once or several times over."""
    size = len(heads)
    for first in range(0, len(values) - size + 1, size) if size > 1 else ():
        group = values[first : first + size]
        named = tuple(Cell(start, end, head) for (start, end), head in zip(group, heads, strict=True))
        yield Row(group[0][0], group[-1][1], tuple(heads), named)
