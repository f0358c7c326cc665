"""Percentages in the tables of an audit, worked out again from the counts of their row.

Careful, for it stops a build: a column is judged only where its head names one column of counts (不備がある割合 names
不備がある, 未実施率 names 未実施, or what 実施済 leaves) and one column holds the whole.  A value that the same part of
another column gives is let pass.  Knows tables and numbers, not audits.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from generator.patterns import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from generator.records.content import Cell, Table
    from generator.text import RawText

    Said = Callable[[RawText], str]
    Row = tuple[Cell[RawText], ...]
    Counts = dict[int, int]

_BLANKS = regex("[ \t\n\u3000]+")
_SHARE_WORDS = regex("割合|比率|率|[%]")
_MOVES = regex("増減|伸び|前年|前期|対比|変化")
"""Percentages of something else: how a number moved since another paper."""
_BRACKETS = regex(r"\(([^()]*)\)")
_PERCENT = regex("([0-9]+(?:[.]([0-9]+))?)[%]?")
_COUNT = regex(
    "([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:件|人|名|通|枚|台|世帯|機関|課|校|園|社|団体|事務|所属|か所|箇所|業務)?"
)
_NEGATIVE = regex("未|無|なし|ない|ません|せず")
_LITTLE = regex(
    "割合|比率|率|[%()の・をがにはへと]|していない|している|いない|された|済み|済|未|有|無|あり|なし|ある|ない|する|した|して|業務|件数"
)
_WHOLE = regex("対象|総数|全体|合計|件数|全")
_UNIT = regex(r"\((?:単位:?)?(%)?(?:件|人|名|通|枚|台|世帯|機関|課|校|園|社|団体|事務|所属|か所|箇所|業務)?\)")
_LETTER = regex(r"(?<![A-Z])([A-Z])(?:=.*)?\Z|\(([A-Z])\)|\A([A-Z])(?=[^A-Z])")
_FORMULA = regex("([A-Z])[/÷]([A-Z])(?![A-Z])")
"""A head may say it itself: 未実施率（B／A）."""
_DIFFERENCE = regex(r"\A[^=]*[A-Z][-+][A-Z]")
_DOWN = regex("切捨|切り捨")
FEW_COLUMNS = 2
"""Under an upper head so many columns hold no part, whole and share of their own."""
MOST_COLUMNS = 9
"""More than that many counts in a row can be added up in too many ways to say which is the whole."""


@dataclass(frozen=True, slots=True)
class WrongShare:
    """A percentage that its row does not give."""

    cell: RawText
    part: int
    whole: int
    expected: str
    """51.7, with as many decimals as were typed."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table read once: what its columns are called, what is typed in its cells."""

    heads: tuple[str, ...]
    groups: tuple[frozenset[int], ...]
    """For each column those under the same upper head, where they are enough to hold a share of their own; else all."""
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[Row, ...]
    note: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """Which column is the part and which the whole."""

    part: int
    whole: int
    rest: bool = False
    """The part is what that column leaves of the whole."""
    certain: bool = False
    """The head gives both; otherwise 適正率 may also mean those that answered."""


def wrong_shares(table: Table[RawText], said: Said) -> Iterator[WrongShare]:
    """Every percentage of the table that differs from what its counts give by more than rounding."""
    sheet = _read(table, said)
    counts = [_counts(row) for row in sheet.rows]
    for column, head in enumerate(sheet.heads):
        if not _holds_shares(sheet, column) or _MOVES.search(head):
            continue
        reading = _formula(sheet, column) or _in_words(sheet, counts, column)
        if reading:
            yield from _judged(sheet, counts, column, reading)


def _judged(sheet: _Sheet, counts: list[Counts], column: int, reading: _Reading) -> Iterator[WrongShare]:
    for row, numbers in enumerate(counts):
        match = _PERCENT.fullmatch(sheet.rows[row][column])
        if match is None or reading.part not in numbers or not numbers.get(reading.whole):
            continue
        whole, part = numbers[reading.whole], numbers[reading.part]
        part = whole - part if reading.rest else part
        wholes = sheet.groups[column] - {reading.part}  # of itself anything is 100%
        others = {count for c, count in numbers.items() if c in wholes and count >= part}
        if not _fits(match, part, ({whole} if reading.certain else others) - {0}, sheet.note):
            cell, places = sheet.cells[row][column].lines[0], len(match[2] or "")
            yield WrongShare(cell, part, whole, _shown(Fraction(part * 100, whole), places))


def _read(table: Table[RawText], said: Said) -> _Sheet:
    typed = (_folded(said(head)) for column in table.columns for head in column.below or (column.heading,))
    heads = tuple(_UNIT.sub(r"\1", head) for head in typed)
    groups: list[frozenset[int]] = []
    for column in table.columns:
        width = max(1, len(column.below))
        own = range(len(groups), len(groups) + width)
        groups += [frozenset(own if width > FEW_COLUMNS else range(len(heads)))] * width
    even = tuple(row for row in table.rows if len(row) == len(heads))  # of any other it is told elsewhere (E214)
    rows = tuple(tuple(_folded("".join(map(said, cell.lines))) for cell in row) for row in even)
    told = "".join(said(text) for text in (table.heading, table.note) if text)
    return _Sheet(heads, tuple(groups), rows, even, _folded(told))


def _folded(text: str) -> str:
    """«８ 9» is 89: full width and half are one, and blanks within are the typesetter's."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


def _counts(row: tuple[str, ...]) -> Counts:
    found = {column: _COUNT.fullmatch(text) for column, text in enumerate(row)}
    return {column: int(match[1].replace(",", "")) for column, match in found.items() if match}


def _holds_shares(sheet: _Sheet, column: int) -> bool:
    """The head says so; or the note does, and each value has its sign."""
    if _SHARE_WORDS.search(sheet.heads[column]):
        return True
    typed = [row[column] for row in sheet.rows if row[column]]
    return bool(_SHARE_WORDS.search(sheet.note)) and bool(typed) and all(text.endswith("%") for text in typed)


def _formula(sheet: _Sheet, column: int) -> _Reading | None:
    """B／A in the head, where each letter belongs to one column."""
    found = _FORMULA.search(sheet.heads[column])
    if found is None:
        return None
    letters = {c: {letter for letter in match.groups() if letter} for c, match in _lettered(sheet) if c != column}
    part, whole = ([c for c, own in letters.items() if wanted in own] for wanted in found.groups())
    return _Reading(part[0], whole[0], certain=True) if len(part) == len(whole) == 1 else None


def _lettered(sheet: _Sheet) -> Iterator[tuple[int, re.Match[str]]]:
    for column, head in enumerate(sheet.heads):
        match = _LETTER.search(head)
        if match and not _FORMULA.search(head) and not _DIFFERENCE.search(head):
            yield column, match


def _in_words(sheet: _Sheet, counts: list[Counts], column: int) -> _Reading | None:
    """The part that the head names, of the whole that the row has."""
    named, whole = _named(sheet, column), _whole(sheet, counts, sheet.groups[column])
    return None if named is None or whole is None or named[0] == whole else _Reading(named[0], whole, rest=named[1])


def _named(sheet: _Sheet, column: int) -> tuple[int, bool] | None:
    """The one column that the head names, and whether it means what that column leaves of the whole."""
    head = sheet.heads[column]
    others = [c for c in sorted(sheet.groups[column] - {0}) if not _holds_shares(sheet, c)]
    for inside in _BRACKETS.findall(head):
        meant = [c for c in others if sheet.heads[c] == inside]
        return (meant[0], False) if len(meant) == 1 else None
    exact = [c for c in others if sheet.heads[c] in head]
    longest = max((len(sheet.heads[c]) for c in exact), default=0)
    negative = bool(_NEGATIVE.search(head))
    best = [c for c in exact if len(sheet.heads[c]) == longest and bool(_NEGATIVE.search(sheet.heads[c])) is negative]
    return (best[0], False) if len(best) == 1 else _by_stem(sheet, head, others, negative=negative)


def _by_stem(sheet: _Sheet, head: str, others: list[int], *, negative: bool) -> tuple[int, bool] | None:
    """未実施率 is 未実施, else what 実施済 leaves; 書面による未承認率 is 書面による承認無."""
    stem = _LITTLE.sub("", head)
    alike = [c for c in others if (mine := _LITTLE.sub("", sheet.heads[c])) and stem and (mine in stem or stem in mine)]
    same = [c for c in alike if bool(_NEGATIVE.search(sheet.heads[c])) is negative]
    if len(same) == 1:
        return same[0], False
    opposite = [c for c in alike if c not in same]
    return (opposite[0], True) if not same and len(opposite) == 1 else None


def _whole(sheet: _Sheet, counts: list[Counts], among: frozenset[int]) -> int | None:
    """The column that is the sum of others in every full row; else the only one called 対象, 総数 and the like."""
    full = [numbers for numbers in counts if len(numbers) > 1]
    columns = [c for c in sorted(among) if not _holds_shares(sheet, c) and all(c in numbers for numbers in full)]
    if not full or not columns or len(columns) > MOST_COLUMNS:
        return None
    largest = [c for c in columns if all(numbers[c] >= numbers[other] for numbers in full for other in columns)]
    sums = [c for c in largest if _is_sum(full, c, [other for other in columns if other != c])]
    called = [c for c in largest if _WHOLE.search(sheet.heads[c])]
    for found in (sums, called):
        if len(found) == 1:
            return found[0]
    return None


def _is_sum(full: list[Counts], column: int, others: list[int]) -> bool:
    """Whether the same two or more columns add up to this one in every row."""
    return any(
        all(sum(numbers[c] for c in some) == numbers[column] for numbers in full)
        for size in range(2, len(others) + 1)
        for some in combinations(others, size)
    )


def _fits(match: re.Match[str], part: int, wholes: set[int], note: str) -> bool:
    """Whether the percentage is that part of one of these."""
    places, typed = len(match[2] or ""), Fraction(match[1])
    return any(_rounds(typed, Fraction(part * 100, count), places, note) for count in wholes)


def _rounds(typed: Fraction, exact: Fraction, places: int, note: str) -> bool:
    """0.05 at one decimal, 0.5 at none; where a note says 切捨て, less than one of the last place."""
    unit = Fraction(1, 10**places)
    return abs(typed - exact) <= unit / 2 or (bool(_DOWN.search(note)) and 0 <= exact - typed < unit)


def _shown(exact: Fraction, places: int) -> str:
    """Halves upwards, as papers round."""
    scaled = int(exact * 10**places + Fraction(1, 2))
    return f"{scaled // 10**places}.{scaled % 10**places:0{places}}" if places else str(scaled)
