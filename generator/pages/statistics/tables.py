"""A table of numbers before it is drawn or written as data: every cell knows what it says and where it can be checked.

Knows no record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.formats import number
from generator.pages.statistics.small import Hidden
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence


_MOST = 5
"""How many short columns of numbers a phone takes."""


@dataclass(frozen=True, slots=True)
class Value:
    """One cell: its words on the page, its number in data, the address of what it counts."""

    text: str
    amount: float | None = None
    """None where there is no number, or it is not shown."""
    where: str = ""
    unit: str = ""
    note: str = ""
    """In data: `about`, `below`, `withheld`, `unknown` or nothing (`statistics.note` of ja.toml)."""

    @property
    def is_nothing(self) -> bool:
        """Whether a card may leave it out: 0, or no 事案."""
        return self.amount == 0 or (self.amount is None and not self.note)


@dataclass(frozen=True, slots=True)
class Head:
    """What a row or a column is about."""

    machine: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `share` is the length of its bar in percent of the longest, None where none is drawn."""

    head: Head
    values: tuple[Value, ...]
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table; the last row is the total where `has_total`."""

    key: str
    caption: str
    corner: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    has_total: bool = False
    notes: tuple[str, ...] = ()
    """How it is counted, and what its signs mean."""
    more: tuple[str, ...] = ()
    """What else must be known to count it again."""

    @property
    def cards(self) -> str:
        """How a phone shows its rows; empty where they stay rows.

        As `pairs` where there are more than five columns of numbers, as `lines` where there are five with units.
        """
        if len(self.heads) > _MOST:
            return "pairs"
        has_units = any(not value.text.isdecimal() for row in self.rows for value in row.values)
        return "lines" if len(self.heads) == _MOST and has_units else ""

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows without the total."""
        return self.rows[:-1] if self.has_total else self.rows

    @property
    def total(self) -> Row | None:
        """The last row, where it is the total."""
        return self.rows[-1] if self.has_total else None


def plain(amount: int, where: str = "", unit: str = "list.unit") -> Value:
    """A number whose unit the caption says; 0 leads nowhere."""
    return Value(number(amount), amount, where if amount else "", word(unit))


def cases(amount: int, where: str = "") -> Value:
    """So many 事案, with the unit."""
    return Value(word("list.count", n=number(amount)), amount, where if amount else "", word("list.unit"))


def in_days(amount: float, where: str) -> Value:
    """So many days; a median may be a half."""
    return Value(word("statistics.days.n", n=f"{amount:,g}"), amount, where, word("format.days"))


NOTHING = Value("－")
"""No 事案, so nothing to say."""


def persons(  # noqa: PLR0913 -- what decides how a number of people is told, by name
    amount: int, *, known: int, is_exact: bool, hidden: Hidden | None, threshold: int, where: str = ""
) -> Value:
    """So many people, of `known` 事案 that tell a number."""
    unit = word("front.person")
    if not known:
        return Value(word("statistics.unknown"), None, where, unit, "unknown")
    if hidden is Hidden.SMALL:
        return Value(word("statistics.below", n=threshold), None, where, unit, "below")
    if hidden is Hidden.BESIDE:
        return Value(word("statistics.withheld"), None, where, unit, "withheld")
    text = word("statistics.persons" if is_exact else "statistics.about_persons", n=number(amount))
    return Value(text, amount, where, unit, "" if is_exact else "about")


def with_shares(rows: Sequence[Row], column: int = 0) -> tuple[Row, ...]:
    """The rows with their bars, by the numbers of one column."""
    amounts = [row.values[column].amount or 0 for row in rows]
    most = max(amounts, default=0)
    return tuple(
        Row(row.head, row.values, amount / most * 100 if most else 0) for row, amount in zip(rows, amounts, strict=True)
    )
