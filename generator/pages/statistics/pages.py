"""The pages of 統計: one with every table, and the lists behind its numbers.

A site in which nothing can be counted yet has the page all the same, and it says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.pages.environment import render
from generator.pages.formats import number
from generator.pages.links import relative
from generator.pages.page import Page
from generator.pages.statistics.books import Books
from generator.pages.statistics.chart import chart
from generator.pages.statistics.counted import GROUPS, Group
from generator.pages.statistics.incidents import People, incident_tables, short_year
from generator.pages.statistics.largest import largest
from generator.pages.statistics.ledger import ADDRESS, ledger_pages
from generator.pages.statistics.others import correction_table, promise_table, publicity_table
from generator.records.dates import Day, fiscal_year, fiscal_year_name
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.inline import Parts
    from generator.pages.matters import Matter
    from generator.pages.page import Site
    from generator.pages.statistics.chart import Chart
    from generator.pages.statistics.counted import Counted
    from generator.pages.statistics.largest import Largest
    from generator.pages.statistics.ledger import Ledger
    from generator.pages.statistics.tables import Row, Table, Value

AT_ONCE = 5
"""How many 年度 a table shows before older ones are folded."""
_FOLD = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its link from the page."""

    value: Value
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its links."""

    label: str
    cells: tuple[Cell, ...]
    share: float | None


@dataclass(frozen=True, slots=True)
class Fold:
    """Older 年度 under one summary."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TableShown:
    """A table with its links, older years folded away."""

    table: Table
    lines: tuple[Line, ...]
    total: Line | None
    folds: tuple[Fold, ...]


@dataclass(frozen=True, slots=True)
class LargestShown:
    """A sentence about a 事案 that is most of its 年度, parted at its link."""

    before: str
    title: Parts
    href: str
    after: str


@dataclass(frozen=True, slots=True)
class StatisticsContext:
    """What templates/statistics.html receives."""

    crumbs: tuple[tuple[str, str], ...]
    lead: str
    chart: Chart | None
    chart_says: str
    tables: dict[str, TableShown]
    """By the key of each; one that has nothing to count is missing."""
    largest: tuple[LargestShown, ...]
    data: str
    """The same as a file; empty where there is nothing to count, and in a copy on a disk, which holds no data."""


def statistics_pages(site: Site, matters: tuple[Matter, ...]) -> Iterator[Page]:
    """The page, then the lists."""
    books = Books(site, matters)
    people = People(books)
    tables, ledgers = _all(books, people)
    most = tuple(largest(books, people, books.years[-AT_ONCE:]))
    context = StatisticsContext(
        crumbs=((word("list.home"), relative("/", ADDRESS)), (word("statistics.title"), "")),
        lead=_lead(books),
        chart=_chart(books),
        chart_says=_chart_says(books),
        tables={table.key: _shown(table) for table in tables},
        largest=tuple(map(_largest, most)),
        data=relative("/data/statistics.csv", ADDRESS) if tables and site.form is Form.SITE else "",
    )
    yield Page(
        address=ADDRESS,
        title=word("statistics.title"),
        body=render("statistics.html", context),
        owners=frozenset().union(*(one.matter.owners for one in most)),
        description=word("statistics.about"),
        template="statistics.html",
        modified=max((matter.modified for matter in matters), default=None),
        section="statistics",
    )
    for ledger in ledgers:
        yield from ledger_pages(ledger)


def statistics_tables(site: Site, matters: tuple[Matter, ...]) -> tuple[Table, ...]:
    """Every table as the page has it, for data files."""
    books = Books(site, matters)
    return _all(books, People(books))[0]


def _all(books: Books, people: People) -> tuple[tuple[Table, ...], tuple[Ledger, ...]]:
    tables, ledgers = list(incident_tables(books, people)), list(books.ledgers)
    for made in (promise_table(books), correction_table(books)):
        if made:
            tables.append(made[0])
            ledgers.append(made[1])
    publicity = publicity_table(books)
    return (*tables, *([publicity] if publicity else [])), tuple(ledgers)


def _lead(books: Books) -> str:
    if not books.found:
        return word("statistics.none")
    today = books.site.now.date()
    year = fiscal_year(today)
    first = word("statistics.since", year=fiscal_year_name(books.years[0]), n=len(books.found))
    if books.years[0] == year:
        return first
    day = Day(today.year, today.month, today.day).shown_without_year
    return first + word("statistics.this_year", year=fiscal_year_name(year), day=day, n=len(books.of_year(year)))


def _chart(books: Books) -> Chart | None:
    """Columns side by side say something from two years on."""
    if len(books.years) < 2:  # noqa: PLR2004 -- see above
        return None
    return chart([(short_year(year), _by_group(books.of_year(year))) for year in books.years])


def _by_group(found: tuple[Counted, ...]) -> dict[Group, int]:
    return {group: sum(one.group is group for one in found) for group in (*GROUPS, Group.WITHDRAWN)}


def _chart_says(books: Books) -> str:
    """The chart in a sentence: each of few years, or the first, the last and the greatest of many."""
    amounts = {year: len(books.of_year(year)) for year in books.years}
    if not amounts:
        return ""
    told = books.years if len(amounts) <= _FOLD else sorted({books.years[0], _most(amounts), books.years[-1]})
    said = word("glance.joint").join(
        word("statistics.year_count", year=fiscal_year_name(year), n=amounts[year]) for year in told
    )
    return said if len(amounts) <= _FOLD else word("statistics.among", n=len(amounts), said=said)


def _most(amounts: dict[int, int]) -> int:
    return max(amounts, key=lambda year: (amounts[year], year))


def _shown(table: Table) -> TableShown:
    lines = tuple(map(_line, table.body))
    is_yearly = table.corner == word("statistics.types.corner")
    cut = max(len(lines) - AT_ONCE, 0) if is_yearly else 0
    older = lines[:cut]
    folds = [older[max(end - _FOLD, 0) : end] for end in range(len(older), 0, -_FOLD)]
    return TableShown(
        table,
        lines[cut:],
        _line(table.total) if table.total else None,
        tuple(Fold(word("statistics.older", first=fold[0].label, last=fold[-1].label), fold) for fold in folds),
    )


def _largest(one: Largest) -> LargestShown:
    own = word("statistics.persons" if one.is_exact else "statistics.about_persons", n=number(one.own))
    before = word("statistics.largest", year=fiscal_year_name(one.year), people=one.people, own=own)
    return LargestShown(before, one.matter.title, relative(one.matter.address, ADDRESS), word("statistics.largest_end"))


def _line(row: Row) -> Line:
    cells = tuple(Cell(value, relative(value.where, ADDRESS) if value.where else "") for value in row.values)
    return Line(row.head.label, cells, row.share)
