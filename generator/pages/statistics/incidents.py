"""The tables of 事案: by 年度, 種別, 原因, 所管, people affected and days to 公表."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

from generator.pages.links import section_address
from generator.pages.lists import ALL
from generator.pages.statistics.books import BANDS, UNKNOWN, band_label
from generator.pages.statistics.counted import GROUPS, Group
from generator.pages.statistics.small import conceal
from generator.pages.statistics.tables import (
    NOTHING,
    Head,
    Row,
    Table,
    Value,
    cases,
    in_days,
    persons,
    plain,
    with_shares,
)
from generator.records.dates import fiscal_year_name
from generator.records.vocabulary import CauseClass
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.pages.statistics.books import Books
    from generator.pages.statistics.counted import Counted
    from generator.pages.statistics.small import Cell, Hidden

RECENT = 2
"""How many 年度 the table of 所管 shows on their own."""


@dataclass(frozen=True)
class People:
    """How many people, by 年度 and group of 種別, and what of it is not shown."""

    books: Books

    @cached_property
    def hidden(self) -> Mapping[Cell, Hidden]:
        """Of the table with its totals: rows are 年度, columns `GROUPS`."""
        by_cell = [[_sum(self._in(year, group)) for group in GROUPS] for year in self.books.years]
        return conceal(by_cell, self.books.site.settings.small_numbers.threshold) if by_cell else {}

    def value(self, year: int | None, group: Group | None, where: str = "") -> Value:
        """The cell of a 年度 and a group; None stands for all of them."""
        found = self._in(year, group)
        if not found:
            return NOTHING
        known = [one for one in found if one.people is not None]
        years = self.books.years
        place = (
            len(years) if year is None else years.index(year),
            len(GROUPS) if group is None else GROUPS.index(group),
        )
        return persons(
            _sum(found),
            known=len(known),
            is_exact=all(one.is_exact for one in known),
            hidden=self.hidden.get(place),
            threshold=self.books.site.settings.small_numbers.threshold,
            where=where,
        )

    def _in(self, year: int | None, group: Group | None) -> tuple[Counted, ...]:
        found = self.books.found if year is None else self.books.of_year(year)
        return tuple(one for one in found if not one.is_withdrawn and group in (None, one.group))


def _sum(found: Iterable[Counted]) -> int:
    return sum(one.people or 0 for one in found)


def incident_tables(books: Books, people: People) -> tuple[Table, ...]:
    """Those that have something to count, in the order of the page."""
    if not books.found:
        return ()
    made = (_types(books), _years(books, people), _people(books, people), _causes(books), _days(books),
            _causes_by_type(books), _sections(books))  # fmt: skip
    return tuple(table for table in made if table.rows)


def year_head(year: int) -> Head:
    """令和7年度."""
    return Head(str(year), fiscal_year_name(year))


def short_year(year: int) -> str:
    """令和7, where a heading says 年度."""
    return fiscal_year_name(year).removesuffix("年度")


def _used(books: Books) -> tuple[Group, ...]:
    """Every group; 取下げ only where something was taken down."""
    return GROUPS if all(not one.is_withdrawn for one in books.found) else tuple(Group)


def _types(books: Books) -> Table:
    groups = _used(books)
    heads = (*(Head(g.machine, g.label) for g in groups), _total_head())
    rows = []
    for year in books.years:
        found, ledger = books.of_year(year), books.by_year[year]
        values = [plain(_many(found, g), ledger.where(f"types-{g.machine}")) for g in groups]
        rows.append(Row(year_head(year), (*values, plain(len(found), ledger.address))))
    totals = [plain(_many(books.found, g), books.by_group[g].address) for g in groups]
    rows.append(Row(_total_head(), (*totals, plain(len(books.found), ALL))))
    members = (word("statistics.members_of", label=g.label, types=_listed(g)) for g in GROUPS)
    taken_down = (word("statistics.withdrawn_how"),) if Group.WITHDRAWN in groups else ()
    more = (word("statistics.types.which"), *members, *taken_down)
    return _table("types", heads, rows, (word("statistics.types.how"),), more)


def _listed(group: Group) -> str:
    return word("glance.joint").join(kind.japanese for kind in group.types)


def _many(found: Iterable[Counted], group: Group) -> int:
    return sum(one.group is group for one in found)


def _total_head() -> Head:
    return Head("total", word("statistics.total"))


def _table(
    key: str, heads: tuple[Head, ...], rows: Iterable[Row], notes: tuple[str, ...], more: tuple[str, ...] = ()
) -> Table:
    caption, corner = word(f"statistics.{key}.caption"), word(f"statistics.{key}.corner")
    found = tuple(rows)
    has_total = bool(found) and found[-1].head.machine == "total"
    return Table(key, caption, corner, heads, found, has_total, notes, more)


def _years(books: Books, people: People) -> Table:
    names = ("matters", "people", "uncounted", "days", "longest")
    heads = tuple(Head(name, word(f"statistics.years.{name}")) for name in names)
    rows = [Row(year_head(year), _year(books, people, year)) for year in books.years]
    rows.append(Row(_total_head(), _year(books, people, None)))
    small = books.site.settings.small_numbers.threshold
    notes = (word("statistics.years.how"), word("statistics.people.small", n=small))
    more = (word("statistics.people.how"), word("statistics.people.about"), word("statistics.days.how"))
    return _table("years", heads, rows, notes, more)


def _year(books: Books, people: People, year: int | None) -> tuple[Value, ...]:
    found = books.found if year is None else books.of_year(year)
    ledger = books.by_year[year] if year is not None else None
    without = sum(one.people is None and not one.is_withdrawn for one in found)
    known = [one for one in found if one.days is not None]
    longest = max(known, key=lambda one: one.days or 0, default=None)
    to_days = books.days.address if ledger is None else ledger.first("days")
    return (
        cases(len(found), ledger.address if ledger else ALL),
        people.value(year, None, ledger.where("people-known") if ledger else ""),
        cases(without, ledger.where(f"people-{UNKNOWN}") if ledger else ""),
        _middle([one.days for one in known if one.days is not None], to_days),
        _longest(longest),
    )


def _middle(days: list[int], where: str) -> Value:
    if not days:
        return NOTHING
    return in_days(float(median(days)), where)


def _longest(one: Counted | None) -> Value:
    if one is None or one.days is None:
        return NOTHING
    return in_days(one.days, one.matter.address)


def _people(books: Books, people: People) -> Table:
    heads = (*(Head(g.machine, g.label) for g in GROUPS), _total_head())
    rows = []
    for year in books.years:
        ledger = books.by_year[year]
        inner = (people.value(year, g, ledger.where(f"types-{g.machine}")) for g in GROUPS)
        rows.append(Row(year_head(year), (*inner, people.value(year, None, ledger.where("people-known")))))
    totals = (people.value(None, g, books.by_group[g].address) for g in GROUPS)
    rows.append(Row(_total_head(), (*totals, people.value(None, None))))
    small = books.site.settings.small_numbers.threshold
    notes = (
        word("statistics.people.small", n=small),
        word("statistics.people.beside", n=small),
        word("statistics.people.signs"),
    )
    return _table("people", heads, rows, notes, (word("statistics.people.how"), word("statistics.people.about")))


def _causes(books: Books) -> Table:
    shown = [one for one in books.found if not one.is_withdrawn]
    rows = [
        Row(Head(cause.machine, cause.japanese), (cases(amount, books.by_cause[cause].address),))
        for cause in CauseClass
        if (amount := sum(cause in one.causes for one in shown))
    ]
    rows.sort(key=lambda row: (row.head.machine == CauseClass.OTHER.machine, -(row.values[0].amount or 0)))
    without = sum(not one.causes for one in shown)
    if without:
        none = Head(UNKNOWN, word("statistics.causes.none"))
        rows.append(Row(none, (cases(without, books.by_cause[None].address),)))
    notes = (word("statistics.causes.how", n=len(shown)),)
    more = (word("statistics.causes.unclassified"),) if without else ()
    return _table("causes", (Head("matters", word("statistics.matters")),), with_shares(rows), notes, more)


def _causes_by_type(books: Books) -> Table:
    shown = [one for one in books.found if not one.is_withdrawn]
    heads = (*(Head(g.machine, g.label) for g in GROUPS), Head("total", word("statistics.matters")))
    rows = []
    for cause, ledger in books.by_cause.items():
        having = [one for one in shown if (cause in one.causes if cause else not one.causes)]
        if having:
            label = cause.japanese if cause else word("statistics.causes.none")
            values = (plain(_many(having, g), ledger.where(f"types-{g.machine}")) for g in GROUPS)
            head = Head(cause.machine if cause else UNKNOWN, label)
            rows.append(Row(head, (*values, plain(len(having), ledger.address))))
    notes = (word("statistics.causes.how", n=len(shown)), word("statistics.types.which"))
    return _table("causes_by_type", heads, rows, notes)


def _days(books: Books) -> Table:
    shown = [one for one in books.found if not one.is_withdrawn]
    rows = []
    for first, last in BANDS:
        amount = sum(one.days is not None and first <= one.days and (last is None or one.days <= last) for one in shown)
        value = cases(amount, books.days.where(f"days-{first}"))
        rows.append(Row(Head(f"{first}-{last or ''}", band_label(first, last)), (value,)))
    without = sum(one.days is None for one in shown)
    if without:
        unknown = Head(UNKNOWN, word("statistics.days.unknown"))
        rows.append(Row(unknown, (cases(without, books.days.where(f"days-{UNKNOWN}")),)))
    middle = _middle([one.days for one in shown if one.days is not None], "")
    told = (word("statistics.days.middle", days=middle.text),) if middle.amount is not None else ()
    heads = (Head("matters", word("statistics.matters")),)
    return _table("days", heads, with_shares(rows), (*told, word("statistics.days.how")))


def _sections(books: Books) -> Table:
    recent = tuple(reversed(books.years[-RECENT:]))
    heads = (Head("total", word("statistics.sections.all")), *(Head(str(y), fiscal_year_name(y)) for y in recent))
    rows = []
    for slug, label in books.sections():
        total = sum(one.matter.section == slug for one in books.found)
        in_years = (_in_section(books, year, slug) for year in recent)
        rows.append(Row(Head(slug, label), (plain(total, section_address(slug)), *in_years)))
    of_years = (plain(len(books.of_year(y)), books.by_year[y].address) for y in recent)
    rows = [row for row in rows if row.values[0].amount]
    rows.append(Row(_total_head(), (plain(len(books.found), ALL), *of_years)))
    notes = (word("statistics.sections.how"),)
    return _table("sections", heads, rows, notes)


def _in_section(books: Books, year: int, slug: str) -> Value:
    amount = sum(one.matter.section == slug for one in books.of_year(year))
    return plain(amount, books.by_year[year].where(f"sections-{slug}") if amount else "")
