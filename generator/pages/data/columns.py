"""Columns and tables of the CSV files: what each column is called, means, and takes from a record.

One description makes the head of the file, the cells, and the line of the dictionary, so none can lack another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.pages.data.cells import cell
from generator.pages.data.values import name_of
from generator.pages.formats import count_text
from generator.records.counts import Count
from generator.records.dates import Day, Period
from generator.records.vocabulary import Unit, Word
from generator.words import word

if TYPE_CHECKING:
    from generator.pages.data.cells import Cell
    from generator.pages.page import Site

Make = Callable[[Any], Any]
Row = tuple[frozenset[str], Any]
"""Whose words the row carries, and what its columns are made of."""

TEXT, NUMBER, DECIMAL, DATE = "text", "number", "decimal", "date"
INSTANT, ADDRESS, CODE = "instant", "address", "code"
"""Types of columns, as `data.type` of ja.toml names them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    key: str
    """Of `data.means` in ja.toml, and of `data.head` where `name` is empty."""
    make: Make
    """The cell, of what the table's rows are."""
    kind: str = TEXT
    name: str = ""
    """The key its author writes; empty where the column is derived."""
    part: str = ""
    """Which part of a value it holds: a machine value, the first day …; of `data.part` in ja.toml."""
    source: str = ""
    """Where in the YAML it comes from."""

    @property
    def head(self) -> str:
        """The words in the first line."""
        return (self.name or word(f"data.head.{self.key}")) + (word(f"data.part.{self.part}") if self.part else "")

    @property
    def meaning(self) -> str:
        """A sentence for the dictionary."""
        means = word(f"data.means.{self.key}")
        return means + (word(f"data.part_means.{self.part}") if self.part else "")


@dataclass(frozen=True, slots=True)
class TableFile:
    """One CSV file."""

    name: str
    """Of the file without its ending, and of `data.file` in ja.toml."""
    columns: tuple[Column, ...]
    rows: Callable[[Site], Iterable[Row]]

    @property
    def path(self) -> str:
        """From the root of the site."""
        return f"data/{self.name}.csv"

    def heads(self) -> tuple[str, ...]:
        """The first line."""
        return tuple(column.head for column in self.columns)

    def cells(self, row: Any) -> tuple[Cell, ...]:
        """One line."""
        return tuple(cell(column.make(row)) for column in self.columns)


@dataclass(frozen=True, slots=True)
class Of:
    """Makes the columns of the fields of one class; `get` gives its value from a row of the table.

    `path`: where such a value stands in the YAML.
    """

    kind: type
    get: Make
    path: str = ""
    within: bool = False
    """Whether the head says of what the field is (採決_賛成): the row holds more than this value."""

    def text(self, *attributes: str, **named: str) -> Iterator[Column]:
        """A column for each attribute; `named`: attribute and key, where another table means something else by it."""
        for attribute, key in (*((a, a) for a in attributes), *named.items()):
            yield self._column(attribute, key, TEXT, "", lambda value: value)

    def number(self, *attributes: str) -> Iterator[Column]:
        """Whole numbers."""
        for attribute in attributes:
            yield self._column(attribute, attribute, NUMBER, "", lambda value: value)

    def word(self, *attributes: str, **named: str) -> Iterator[Column]:
        """Two columns for each enumeration: the word (or several, parted by 、) and the machine value."""
        for attribute, key in (*((a, a) for a in attributes), *named.items()):
            yield self._column(attribute, key, TEXT, "", lambda value: _joined(value, "japanese"))
            yield self._column(attribute, key, CODE, "code", lambda value: _joined(value, "machine"))

    def when(self, *attributes: str, **named: str) -> Iterator[Column]:
        """Three columns for each date: the first and the last day it may mean (ISO 8601), and how it is written."""
        for attribute, key in (*((a, a) for a in attributes), *named.items()):
            yield self._column(attribute, key, DATE, "first", lambda value: _day(value, "earliest"))
            yield self._column(attribute, key, DATE, "last", lambda value: _day(value, "latest"))
            yield self._column(attribute, key, TEXT, "written", lambda value: value)

    def count(self, *attributes: str) -> Iterator[Column]:
        """Four columns for each count: the number, its unit, what kind of number it is, and how it is written."""
        for attribute in attributes:
            unit = Unit.PERSON if attribute == "people" else Unit.CASE
            yield self._column(attribute, attribute, NUMBER, "", lambda v: v.value if isinstance(v, Count) else None)
            yield self._column(attribute, attribute, TEXT, "unit", partial(_unit, unit=unit))
            yield self._column(attribute, attribute, TEXT, "nature", lambda v: getattr(v, "nature", None))
            yield self._column(attribute, attribute, TEXT, "written", partial(_counted, unit=unit))

    def _column(self, attribute: str, key: str, kind: str, part: str, shown: Make) -> Column:
        get, name = self.get, name_of(self.kind, attribute)

        def make(row: Any) -> Any:
            value = get(row)
            return None if value is None else shown(getattr(value, attribute))

        last = self.path.rpartition(".")[2]
        head = f"{last}_{name}" if self.within else name
        return Column(key, make, kind, head, part, f"{self.path}.{name}" if self.path else name)


def _joined(value: Any, attribute: str) -> str | None:
    """The words of an enumeration; of several all, parted by 、."""
    words = value if isinstance(value, tuple) else (value,)
    return "、".join(str(getattr(one, attribute)) for one in words if isinstance(one, Word)) or None


def _unit(value: Any, unit: Unit) -> Unit | None:
    return (value.unit or unit) if isinstance(value, Count) else None


def _counted(value: Any, unit: Unit) -> Any:
    return count_text(value, unit) if isinstance(value, Count) else value


def _day(value: Any, attribute: str) -> str | None:
    if not isinstance(value, (Day, Period)):
        return None
    if attribute == "latest" and isinstance(value, Period) and value.end is None:
        return None
    found: str = getattr(value, attribute).isoformat()
    return found
