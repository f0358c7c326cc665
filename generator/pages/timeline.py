"""経過 as stops on a line: what happened, what was published, what the council heard, what is planned next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.blocks import first_prose
from generator.pages.formats import clock, elapsed, time_html
from generator.pages.inline import first_sentence, html_of
from generator.pages.links import incident_address, relative, report_label
from generator.pages.states import open_sections
from generator.records.dates import Day, Period, era_year
from generator.records.incident import Moment, Prevention, Timeline
from generator.records.vocabulary import EventKind
from generator.text import PublicText
from generator.words import word

if TYPE_CHECKING:
    from generator.records import PublicIncident
    from generator.records.content import Content
    from generator.records.dates import When
    from generator.records.incident import Event, EventGroup

Reports = tuple["PublicIncident", ...]
PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; either the author's content or words of our own."""

    content: Content[PublicText] | None = None
    words: Markup | None = None
    actor: PublicText | None = None
    time: PublicText | str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """All that happened on one date."""

    when: Markup
    below: tuple[Markup, ...]
    kind: str
    """A machine value of 種, or `planned`."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Stops under one heading, or all of them."""

    heading: PublicText | str | None
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    """An entry with what it takes to order and group it."""

    when: When | PublicText
    kind: str
    entry: Entry


def stretches(record: PublicIncident, reports: Reports, address: str) -> tuple[Stretch, ...]:
    """The line of a record whose 経過 is a list; the publications of its case and its plans are put in."""
    body = record.timeline.body
    groups = body.groups if isinstance(body, Timeline) else ()
    line = _Line(record, reports, address)
    dated = line.with_publications([_dated(group) for group in groups])
    made = [Stretch(group.heading, line.stops(events)) for group, events in zip(groups, dated, strict=True)]
    planned = line.planned()
    if not planned:
        return tuple(made)
    if len(made) == 1 and made[0].heading is None:
        return (replace(made[0], stops=made[0].stops + line.stops(planned)),)
    return (*made, Stretch(word("timeline.planned"), line.stops(planned)))


def _dated(group: EventGroup[PublicText]) -> list[_Dated]:
    return [_Dated(event.when, event.kind.machine, _entry(event)) for event in group.events]


def _entry(event: Event[PublicText]) -> Entry:
    return Entry(event.content, None, event.actor, clock(event.time) if event.time else None)


@dataclass(slots=True)
class _Line:
    """What every stop needs to know of its record; remembers the year shown last."""

    record: PublicIncident
    reports: Reports
    address: str
    year: str = ""

    def stops(self, events: list[_Dated]) -> tuple[Stop, ...]:
        """Events of one date become one stop."""
        grouped: list[list[_Dated]] = []
        for event in events:
            if grouped and grouped[-1][0].when == event.when:
                grouped[-1].append(event)
            else:
                grouped.append([event])
        return tuple(self._stop(group) for group in grouped)

    def _stop(self, events: list[_Dated]) -> Stop:
        when = events[0].when
        kinds = [event.kind for event in events]
        kind = next((k for k in kinds if k != EventKind.EVENT.machine), kinds[0])
        shown, below = self._when(when)
        return Stop(shown, (*below, *self._remarks(when, kind)), kind, tuple(event.entry for event in events))

    def _when(self, when: When | PublicText) -> tuple[Markup, list[Markup]]:
        if isinstance(when, PublicText) or (isinstance(when, Day) and (when.month is None or when.written_era)):
            return time_html(when), []
        start = when.start if isinstance(when, Period) else when
        below = []
        year = f"{era_year(start.earliest)}年"
        if year != self.year and start.month is not None:
            self.year = year
            below.append(Markup('<span aria-hidden="true">{}</span>').format(year))
        shown = time_html(start, with_year=False)
        if isinstance(when, Period) and when.end is None:
            return shown + "～", below
        if isinstance(when, Period) and when.end is not None:
            below.append(Markup("～{}").format(time_html(when.end, with_year=when.end.year != start.year)))
        return shown, below

    def _remarks(self, when: When | PublicText, kind: str) -> list[Markup]:
        if kind == PLANNED:
            return [escape(word("timeline.plan"))]
        day = when.exact if isinstance(when, Day) else None
        found = self.record.discovered.body
        discovered = found.when if isinstance(found, Moment) else None
        if day and isinstance(discovered, Day) and day == discovered.exact:
            return [escape(word("timeline.discovered"))]
        if day and discovered and kind == EventKind.PUBLICATION.machine and day == self.reports[0].released_on.exact:
            span = elapsed(discovered, self.reports[0].released_on)
            return [escape(word("timeline.since", span="".join(span)))] if span else []
        return []

    def with_publications(self, groups: list[list[_Dated]]) -> list[list[_Dated]]:
        """The announcements of the case up to this one, where the author's line doesn't have them.

        Groups that don't follow one another in time are stories side by side: an announcement belongs to none of them.
        """
        events = [event for group in groups for event in group]
        starts = [_first(group[0].when) for group in groups]
        if not groups or starts != sorted(starts) or not all(isinstance(event.when, (Day, Period)) for event in events):
            return groups
        told = {_day(event.when) for event in events if event.kind == EventKind.PUBLICATION.machine}
        for report in self.reports[: self.reports.index(self.record) + 1]:
            if report.released_on.exact and report.released_on.exact not in told:
                day = report.released_on.earliest
                number = max((n for n, start in enumerate(starts) if start <= day), default=0)
                groups = [self._with(report, group) if n == number else group for n, group in enumerate(groups)]
        return groups

    def _with(self, report: PublicIncident, events: list[_Dated]) -> list[_Dated]:
        place = sum(1 for event in events if _first(event.when) <= report.released_on.earliest)
        return [*events[:place], self._publication(report), *events[place:]]

    def _publication(self, report: PublicIncident) -> _Dated:
        label = report_label(report, self.reports)
        if report is self.record:
            published = word("timeline.published", report=label) if label else word("timeline.published_alone")
            words = Markup("<strong>{}</strong>{}").format(published, word("timeline.this_page"))
        else:
            words = Markup('<strong>{}</strong>（<a href="{}">{}</a>）').format(
                word("timeline.published", report=label),
                relative(incident_address(report.id), self.address),
                word("timeline.read", report=label),
            )
        return _Dated(report.released_on, EventKind.PUBLICATION.machine, Entry(words=words))

    def planned(self) -> list[_Dated]:
        """What is promised for after this announcement: the next word on what is open, and the dates of measures.

        A date that had passed when it was announced is no plan.
        """
        found = [
            _Dated(standing.promised, PLANNED, Entry(words=escape(word("timeline.next", part=word(f"part.{name}")))))
            for name, standing in open_sections(self.record)
            if standing.promised is not None
        ]
        body = self.record.prevention.body
        for promise in body.promises if isinstance(body, Prevention) else ():
            if promise.due is not None and promise.progress is not None and promise.progress.is_open:
                words = Markup("{}{}").format(word("timeline.due"), _in_short(promise.content))
                found.append(_Dated(promise.due, PLANNED, Entry(words=words)))
        ahead = (event for event in found if _last(event.when) >= self.record.released_on.earliest)
        return sorted(ahead, key=lambda event: _last(event.when))


def _in_short(content: Content[PublicText]) -> Markup:
    text = first_prose(content)
    return html_of(first_sentence(text)) if text else Markup("")


def _day(when: When | PublicText) -> date | None:
    return when.exact if isinstance(when, Day) else None


def _first(when: When | PublicText) -> date:
    return date.min if isinstance(when, PublicText) else when.earliest


def _last(when: When | PublicText) -> date:
    return date.max if isinstance(when, PublicText) else when.latest
