"""What is counted and the lists behind it: of each 年度, each group of 種別, each 原因, and of the days to 公表."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.pages.links import OTHER_SECTION
from generator.pages.statistics.counted import Group, counted
from generator.pages.statistics.ledger import ADDRESS, Heap, Ledger, Line, Part, line
from generator.records.dates import fiscal_year, fiscal_year_name
from generator.records.vocabulary import CauseClass
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.pages.matters import Matter
    from generator.pages.page import Site
    from generator.pages.statistics.counted import Counted

    Rule = Callable[[Counted], bool]

BANDS = ((0, 3), (4, 7), (8, 14), (15, 30), (31, None))
"""Days from 判明 to 公表 that are counted together; the last has no end."""
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Books:
    """Every 事案 as it is counted, newest first, and the lists behind the numbers."""

    site: Site
    matters: tuple[Matter, ...]

    @cached_property
    def found(self) -> tuple[Counted, ...]:
        """Every 事案."""
        return counted(self.matters, self.site.now)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every 年度 from the first 事案 to now, oldest first."""
        if not self.matters:
            return ()
        return tuple(range(self.matters[-1].year, max(self.matters[0].year, fiscal_year(self.site.now.date())) + 1))

    @cached_property
    def _lines(self) -> dict[str, Line]:
        """The line of each, by its first announcement."""
        return {one.matter.first.id: _line(one) for one in self.found}

    def _listed(self, found: Iterable[Counted]) -> tuple[Line, ...]:
        return tuple(self._lines[one.matter.first.id] for one in found)

    def of_year(self, year: int) -> tuple[Counted, ...]:
        """Those made known in one 年度."""
        return self._by_year.get(year, ())

    @cached_property
    def _by_year(self) -> dict[int, tuple[Counted, ...]]:
        by_year: dict[int, list[Counted]] = {}
        for one in self.found:
            by_year.setdefault(one.matter.year, []).append(one)
        return {year: tuple(found) for year, found in by_year.items()}

    @cached_property
    def by_year(self) -> dict[int, Ledger]:
        """The list of each 年度: the same 事案 once under each way to count them."""
        return {year: self._year(year) for year in self.years}

    @cached_property
    def by_group(self) -> dict[Group, Ledger]:
        """The list of each group of 種別, by 年度."""
        return {
            group: Ledger(
                f"{ADDRESS}types/{group.machine}/",
                word("statistics.titled", what=group.label),
                self._members(group),
                (self._by_years(group),),
            )
            for group in Group
        }

    @cached_property
    def by_cause(self) -> dict[CauseClass | None, Ledger]:
        """The list of each 原因 and of those that have none, by group of 種別."""
        return {
            cause: Ledger(
                f"{ADDRESS}causes/{cause.machine if cause else UNKNOWN}/",
                word("statistics.titled", what=_cause_label(cause)),
                word("statistics.causes.unclassified" if cause is None else "statistics.causes.each"),
                (self._part("types", _groups(), _all(self.found, _has_cause(cause))),),
            )
            for cause in (*CauseClass, None)
        }

    @cached_property
    def days(self) -> Ledger:
        """The list of all 事案 by the days until they were made known."""
        lead = word("statistics.days.how")
        return Ledger(
            f"{ADDRESS}days/", word("statistics.days.title"), lead, (self._part("days", _days(), self.found),)
        )

    @property
    def ledgers(self) -> Iterator[Ledger]:
        """All of them."""
        yield from self.by_year.values()
        yield from self.by_group.values()
        yield from self.by_cause.values()
        yield self.days

    def sections(self) -> Iterator[tuple[str, str]]:
        """The 英字 and the name of each 所管 in the order of the settings, then the others."""
        for department in self.site.settings.departments:
            yield department.slug, department.name
        if any(one.matter.section == OTHER_SECTION for one in self.found):
            yield OTHER_SECTION, word("facet.other_section")

    def _year(self, year: int) -> Ledger:
        found, name = self.of_year(year), fiscal_year_name(year)
        parts = (
            self._part("types", _groups(), found),
            self._part("causes", _causes(), found),
            self._part("sections", [(slug, label, _in_section(slug)) for slug, label in self.sections()], found),
            self._part("people", _people(), found),
            self._part("days", _days(), found),
        )
        return Ledger(f"{ADDRESS}{year}/", word("statistics.titled", what=name), word("statistics.year_lead"), parts)

    def _by_years(self, group: Group) -> Part:
        heaps = (
            Heap(f"years-{year}", fiscal_year_name(year), self._listed(_all(self.of_year(year), _of_group(group))))
            for year in reversed(self.years)
        )
        return Part(word("statistics.part.years"), tuple(heaps))

    def _members(self, group: Group) -> str:
        if not group.types:
            return word("statistics.withdrawn_how")
        return word("statistics.members", types=word("glance.joint").join(kind.japanese for kind in group.types))

    def _part(self, key: str, rules: Iterable[tuple[str, str, Rule]], found: Iterable[Counted]) -> Part:
        counted_so = tuple(found)
        heaps = (
            Heap(f"{key}-{machine}", label, self._listed(_all(counted_so, rule))) for machine, label, rule in rules
        )
        return Part(word(f"statistics.part.{key}"), tuple(heaps))


def _all(found: Iterable[Counted], rule: Rule) -> tuple[Counted, ...]:
    return tuple(one for one in found if rule(one))


def _line(one: Counted) -> Line:
    matter = one.matter
    label = word("list.withdrawn") if matter.withdrawn else ""
    return line(matter.address, matter.first.released_on, matter.title, matter.owners, label)


def _groups() -> Iterator[tuple[str, str, Rule]]:
    for group in Group:
        yield group.machine, group.label, _of_group(group)


def _of_group(group: Group) -> Rule:
    return lambda one: one.group is group


def _causes() -> Iterator[tuple[str, str, Rule]]:
    for cause in (*CauseClass, None):
        yield cause.machine if cause else UNKNOWN, _cause_label(cause), _has_cause(cause)


def _cause_label(cause: CauseClass | None) -> str:
    return cause.japanese if cause else word("statistics.causes.none")


def _has_cause(cause: CauseClass | None) -> Rule:
    if cause is None:
        return lambda one: not one.causes and not one.is_withdrawn
    return lambda one: cause in one.causes


def _in_section(slug: str) -> Rule:
    return lambda one: one.matter.section == slug


def _people() -> tuple[tuple[str, str, Rule], ...]:
    return (
        ("known", word("statistics.people.known"), lambda one: one.people is not None),
        (UNKNOWN, word("statistics.people.unknown"), lambda one: one.people is None and not one.is_withdrawn),
    )


def _days() -> Iterator[tuple[str, str, Rule]]:
    for first, last in BANDS:
        yield str(first), band_label(first, last), _within(first, last)
    yield UNKNOWN, word("statistics.days.unknown"), lambda one: one.days is None and not one.is_withdrawn


def _within(first: int, last: int | None) -> Rule:
    return lambda one: one.days is not None and first <= one.days and (last is None or one.days <= last)


def band_label(first: int, last: int | None) -> str:
    """3日以内, 4～7日, 31日以上."""
    if last is None:
        return word("statistics.days.over", n=first)
    return word("statistics.days.within", n=last) if first == 0 else word("statistics.days.between", n=first, m=last)
