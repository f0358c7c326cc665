"""The CSV file of 統計: every cell of its tables on a line of its own, hidden ones without a number."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.pages.data.columns import CODE, DECIMAL, Column, TableFile
from generator.pages.matters import matters_of
from generator.pages.statistics.pages import statistics_tables
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.data.columns import Row
    from generator.pages.page import Site
    from generator.pages.statistics.tables import Head, Table, Value

NOBODY: frozenset[str] = frozenset()
"""A sum carries nobody's words."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell and where it stands."""

    table: Table
    row: Head
    column: Head
    value: Value

    @property
    def amount(self) -> int | str | None:
        """Its number; a median of days may be a half."""
        found = self.value.amount
        if found is None:
            return None
        return int(found) if found == int(found) else f"{found:g}"

    @property
    def note(self) -> str | None:
        """Why there is no number, or what kind of number it is; nothing where it is plain."""
        return word(f"statistics.note.{self.value.note}") if self.value.note else None


def _cells(site: Site) -> Iterator[Row]:
    for table in statistics_tables(site, matters_of(site)):
        for row in table.rows:
            for head, value in zip(table.heads, row.values, strict=True):
                yield NOBODY, Cell(table, row.head, head, value)


STATISTICS = TableFile(
    "statistics",
    (
        Column("statistic", attrgetter("table.caption")),
        Column("statistic", attrgetter("table.key"), CODE, part="code"),
        Column("statistic_row", attrgetter("row.label")),
        Column("statistic_row", attrgetter("row.machine"), CODE, part="code"),
        Column("statistic_column", attrgetter("column.label")),
        Column("statistic_column", attrgetter("column.machine"), CODE, part="code"),
        Column("statistic_value", attrgetter("amount"), DECIMAL),
        Column("statistic_unit", attrgetter("value.unit")),
        Column("statistic_note", attrgetter("note")),
        Column("statistic_note", lambda row: row.value.note or None, CODE, part="code"),
    ),
    _cells,
)

TABLES = (STATISTICS,)
