"""What the council, its papers and the auditors made of an incident: every thread between them, both ways.

From explicit 関連, from 配布資料 that are records of their own, from 諮問 numbers that papers and items share, and
from a case number that a text names.  Each step says which of these links it hangs on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.pages.anchors import item_anchor, utterance_anchor
from generator.pages.inline import plain
from generator.pages.links import dossier_address, record_address, relative
from generator.pages.notices import Extent, extent
from generator.pages.titles import meeting_of, title_of
from generator.pages.votes import Verdict, verdict
from generator.patterns import regex
from generator.records.audit import Audit
from generator.records.meeting_words import paper_numbers
from generator.records.minutes import Minutes
from generator.records.paper import Paper
from generator.records.reading import folded_word
from generator.records.vocabulary import RecordKind
from generator.records.walk import texts
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.pages.inline import Parts
    from generator.pages.links import Links
    from generator.records import PublicIncident, PublicRecord
    from generator.records.dates import Day
    from generator.records.minutes import AgendaItem
    from generator.text import PublicText

_COUNCIL = (RecordKind.PAPER, RecordKind.MINUTES, RecordKind.AUDIT, RecordKind.DISPOSITION)
_ID = regex("[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Step:
    """One station on the way of a matter through council and audit."""

    when: Day
    kind: str
    """会議資料, 審議, 監査報告 …: what happened there."""
    machine: str
    """`paper`, `minutes`, `audit` or `disposition`."""
    record: PublicRecord
    meeting: Parts
    """The body and which of its meetings; empty where there is none."""
    title: Parts
    place: str
    """Which place of the record's page; empty for its beginning."""
    first: str
    """The first utterance about it; empty where nobody spoke."""
    said: int
    verdict: Verdict | None
    how: str
    """What kind of link leads here: 関連, 配布資料（資料６）, 諮問第8号 …"""

    def href(self, page: str) -> str:
        """The way from a page."""
        way = relative(record_address(self.record), page)
        return f"{way}#{self.place}" if self.place else way

    def first_href(self, page: str) -> str:
        """The way from a page to the first utterance."""
        return f"{relative(record_address(self.record), page)}#{self.first}" if self.first else ""


@dataclass(frozen=True)
class Threads:
    """Who speaks of whom, worked out once for a site."""

    links: Links

    def path(self, records: Iterable[PublicRecord]) -> tuple[Step, ...]:
        """The stations of some records taken as one matter, oldest first, each place once."""
        wanted = tuple(records)
        ids = tuple(record.id for record in wanted)
        if ids not in self._paths:
            self._paths[ids] = self._path(wanted)
        return self._paths[ids]

    @cached_property
    def _paths(self) -> dict[tuple[str, ...], tuple[Step, ...]]:
        """What was worked out already: the pages of a case and of its reports ask for the same way."""
        return {}

    def _path(self, wanted: tuple[PublicRecord, ...]) -> tuple[Step, ...]:
        found: dict[tuple[str, str], Step] = {}
        for record in (*wanted, *self._papers_of(wanted)):
            for step in self._steps(record):
                found.setdefault((step.record.id, step.place), step)
        whole = {step.record.id for step in found.values() if step.place}
        ids = {record.id for record in wanted}
        kept = (step for step in found.values() if step.record.id not in ids and self._shows(step, whole))
        return tuple(sorted(kept, key=_order))

    def _shows(self, step: Step, with_places: set[str]) -> bool:
        """Minutes whose very item is known are not named as a whole beside it; what is withdrawn is a link at most."""
        return bool(step.place) or step.record.id not in with_places

    def _papers_of(self, records: tuple[PublicRecord, ...]) -> Iterator[Paper[PublicText]]:
        for record in records:
            for link in self.links.related(record):
                if isinstance(link.record, Paper):
                    yield link.record

    def _steps(self, record: PublicRecord) -> Iterator[Step]:
        yield from self._items.get(record.id, ())
        if isinstance(record, Paper):
            for number in record.inquiry_numbers:
                yield from self._inquiries(record, folded_word(plain(number)))
        for link in self.links.related(record):
            if link.record.kind in _COUNCIL:
                yield _whole(link.record, link.relation.japanese if link.relation else word("threads.related"))
        if record.case_id:
            yield from self._named.get(record.case_id, ())

    def _inquiries(self, paper: Paper[PublicText], number: str) -> Iterator[Step]:
        """Items of the same body's meetings on the paper's day that have its 諮問番号."""
        for minutes in self._minutes:
            same_body = folded_word(plain(minutes.body)) == folded_word(plain(paper.body.name))
            if same_body and minutes.released_on.earliest >= paper.released_on.earliest:
                for place, item in enumerate(minutes.items, 1):
                    if number in (folded_word(plain(one)) for one in item.numbers):
                        yield _step(minutes, place, item, plain(item.numbers[0]))

    @cached_property
    def _minutes(self) -> tuple[Minutes[PublicText], ...]:
        site = self.links.site
        return tuple(m for m in site.records if isinstance(m, Minutes) and extent(m, site.now) is Extent.FULL)

    @cached_property
    def _items(self) -> dict[str, list[Step]]:
        """Of each record the items that took it up, over 配布資料."""
        found: dict[str, list[Step]] = defaultdict(list)
        for minutes in self._minutes:
            for handout in minutes.papers:
                if handout.record in self.links.by_id and handout.record:
                    named = folded_word(plain(handout.number)) if handout.number else ""
                    how = word("threads.handout", number=plain(handout.number) if handout.number else "")
                    taken = [(n, item) for n, item in enumerate(minutes.items, 1) if named and _names(item, named)]
                    found[handout.record] += [_step(minutes, place, item, how) for place, item in taken]
                    found[handout.record] += [] if taken else [_whole(minutes, how)]
        return found

    @cached_property
    def _named(self) -> dict[str, list[Step]]:
        """Of each case the papers, items and audits whose text, as far as it is shown, names its number."""
        cases = self.links.cases
        found: dict[str, list[Step]] = defaultdict(list)
        for record in self.links.site.records:
            if record.kind not in _COUNCIL or extent(record, self.links.site.now) is not Extent.FULL:
                continue
            for case in sorted(_cases_in(record, cases)):
                how = word("threads.named", case=case)
                if isinstance(record, Minutes):
                    items = [(n, i) for n, i in enumerate(record.items, 1) if case in _cases_in(i, cases)]
                    found[case] += [_step(record, place, item, how) for place, item in items] or [_whole(record, how)]
                else:
                    found[case].append(_whole(record, how))
        return found


def _order(step: Step) -> tuple[object, ...]:
    """By day; on one day the paper before the meeting that takes it up."""
    return (step.when.earliest, _COUNCIL.index(step.record.kind), step.record.id, step.place)


def _names(item: AgendaItem[PublicText], number: str) -> bool:
    return any(number in paper_numbers(plain(words)) for words in item.papers)


def _cases_in(value: object, cases: dict[str, tuple[PublicIncident, ...]]) -> set[str]:
    """The case numbers that stand in the texts of a record or a part of one."""
    return {case for _, text in texts(value) for case in _ID.findall(text.plain) if case in cases}


def _step(minutes: Minutes[PublicText], place: int, item: AgendaItem[PublicText], how: str) -> Step:
    said = sum(len(thread.utterances) for thread in item.discussion)
    return Step(
        when=minutes.held.day or minutes.released_on,
        kind=word("threads.discussed"),
        machine="minutes",
        record=minutes,
        meeting=meeting_of(minutes),
        title=item.titles[0].parts,
        place=item_anchor(place),
        first=utterance_anchor(place, 1) if said else "",
        said=said,
        verdict=verdict(item),
        how=how,
    )


def _whole(record: PublicRecord, how: str) -> Step:
    meeting: Parts = ()
    if isinstance(record, Paper):
        number = (" ", *record.body.number.parts) if record.body.number else ()
        meeting = (*record.body.name.parts, *number)
    if isinstance(record, Audit):
        meeting = (record.audit_type.japanese,)
    return Step(
        when=record.released_on,
        kind=record.kind.japanese,
        machine=record.kind.machine,
        record=record,
        meeting=meeting,
        title=title_of(record),
        place="",
        first="",
        said=0,
        verdict=None,
        how=how,
    )


def dossier_way(reports: tuple[PublicIncident, ...], path: tuple[PathLine, ...], page: str) -> str:
    """The way from a page to everything of a matter; empty where that is one announcement and no more."""
    return relative(dossier_address(reports), page) if len(reports) > 1 or path else ""


@dataclass(frozen=True, slots=True)
class PathLine:
    """A station as one page lists it."""

    step: Step
    href: str
    first_href: str


def path_lines(records: Iterable[PublicRecord], threads: Threads, page: str) -> tuple[PathLine, ...]:
    """The stations of some records, with links from one page."""
    return tuple(PathLine(step, step.href(page), step.first_href(page)) for step in threads.path(records))
