"""The page of a 一括公表: the small incidents of a period, with totals that the page computes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.environment import render
from generator.pages.frame import Frame, council_crumbs, frame
from generator.pages.inline import html_of, plain
from generator.pages.links import Links, section_of
from generator.pages.matters import people
from generator.pages.notices import Extent, extent
from generator.pages.record_page import record_page
from generator.pages.sheet import abstract
from generator.records.batch import Batch
from generator.records.content import Content, Standing
from generator.records.council_words import CountedBy
from generator.records.counts import Count
from generator.records.dates import When
from generator.records.incident import Moment, Response
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.inline import Parts
    from generator.pages.page import Page, Site
    from generator.records import PublicIncident
    from generator.records.batch import BatchRow
    from generator.records.common import Appendix, Attachment
    from generator.records.vocabulary import IncidentType
    from generator.text import PublicText


@dataclass(frozen=True, slots=True)
class Line:
    """One small incident, typed as a row or told in a file of its own."""

    occurred: When | PublicText | None
    discovered: When | PublicText | None
    section: str
    types: tuple[IncidentType, ...]
    summary: Content[PublicText] | None
    sentence: Markup
    """Of a file of its own."""
    people: int | None
    people_words: Content[PublicText] | None
    response: Content[PublicText] | None


@dataclass(frozen=True, slots=True)
class Total:
    """How many incidents share a value."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class BatchContext:
    """What templates/batch.html receives."""

    frame: Frame
    period: Markup
    counted_by: str
    heading: PublicText | str
    criteria: Content[PublicText] | None
    standing: Standing[PublicText] | None
    dates: tuple[str, ...]
    """Which of `occurred` and `discovered` any line has."""
    lines: tuple[Line, ...]
    by_type: tuple[Total, ...]
    by_section: tuple[Total, ...]
    people: int
    without_people: int
    appendices: tuple[Appendix[PublicText], ...]
    attachments: tuple[Attachment[PublicText], ...]


def batch_pages(site: Site, links: Links) -> Iterator[Page]:
    """One page for each."""
    for record in site.records:
        if isinstance(record, Batch):
            yield _page(record, links)


def _page(record: Batch[PublicText], links: Links) -> Page:
    site = links.site
    told = [incident for incident in site.batched_incidents if _belongs(incident, record, site)]
    lines = tuple(_lines(record, told, site))
    criteria = record.criteria.body if record.criteria else None
    said = summary(record, len(lines))
    context = BatchContext(
        frame=frame(
            record,
            links,
            what=word("batch.what"),
            crumbs=(*council_crumbs(record, site), (word("batch.this"), "")),
            abstract=html_of(said),
        ),
        period=html_of((word("batch.until", start=record.period.start.shown, end=record.period.end.shown),)),
        counted_by=record.counted_by.japanese if record.counted_by else "",
        heading=(record.criteria.heading if record.criteria else None) or word("batch.criteria"),
        criteria=criteria if isinstance(criteria, Content) else None,
        standing=criteria if isinstance(criteria, Standing) else None,
        dates=tuple(name for name in ("occurred", "discovered") if any(getattr(line, name) for line in lines)),
        lines=lines,
        by_type=_totals(kind.japanese for line in lines for kind in line.types),
        by_section=_totals(line.section for line in lines if line.section),
        people=sum(line.people or 0 for line in lines),
        without_people=sum(line.people is None for line in lines),
        appendices=record.appendices,
        attachments=record.attachments,
    )
    return record_page(record, links, render("batch.html", context), said=said, others=told)


def summary(record: Batch[PublicText], count: int) -> Parts:
    """One sentence: 要約, else how many incidents there are."""
    return record.abstract.parts if record.abstract else (word("batch.said", n=count),)


def _belongs(incident: PublicIncident, batch: Batch[PublicText], site: Site) -> bool:
    """Whether it is told at all, and the day that the batch counts by lies in its period."""
    if extent(incident, site.now) is Extent.WITHDRAWN:
        return False
    day = _day(incident, batch.counted_by)
    return day is not None and batch.period.start.earliest <= day.earliest <= batch.period.end.latest


def _day(incident: PublicIncident, counted_by: CountedBy | None) -> When | None:
    if counted_by is CountedBy.RELEASED or counted_by is None:
        return incident.released_on
    section = incident.occurred if counted_by is CountedBy.OCCURRED else incident.discovered
    moment = section.body if section else None
    return moment.when if isinstance(moment, Moment) and isinstance(moment.when, When) else None


def _lines(record: Batch[PublicText], told: list[PublicIncident], site: Site) -> Iterator[Line]:
    """In the order of their days, where those are known."""
    by_discovery = record.counted_by is CountedBy.DISCOVERED
    lines = [
        *(_typed(row, site) for row in record.rows),
        *(_told(incident, site, by_discovery=by_discovery) for incident in told),
    ]
    yield from sorted(lines, key=lambda line: _first(line, by_discovery=by_discovery))


def _first(line: Line, *, by_discovery: bool) -> date:
    days = (line.discovered, line.occurred) if by_discovery else (line.occurred, line.discovered)
    return next((day.earliest for day in days if isinstance(day, When)), date.max)


def _typed(row: BatchRow[PublicText], site: Site) -> Line:
    department = site.settings.department(row.section.plain) if row.section else None
    section = department.name if department else plain(row.section) if row.section else ""
    number = row.people.value if isinstance(row.people, Count) else None
    words = row.people if isinstance(row.people, Content) else None
    return Line(
        row.occurred,
        row.discovered,
        section,
        row.incident_types,
        row.summary,
        Markup(""),
        number,
        words,
        row.response,
    )


def _told(incident: PublicIncident, site: Site, *, by_discovery: bool) -> Line:
    """In the few words of a batch, with the day that it counts by."""
    section = incident.discovered if by_discovery else incident.occurred
    moment = section.body if section else None
    when = moment.when if isinstance(moment, Moment) else None
    response, counted = incident.response.body, people(incident)
    return Line(
        None if by_discovery else when,
        when if by_discovery else None,
        section_of(incident, site.settings)[1],
        incident.incident_types,
        None,
        html_of(abstract(incident)),
        counted.value if counted else None,
        None,
        response.content if isinstance(response, Response) and extent(incident, site.now) is Extent.FULL else None,
    )


def _totals(labels: Iterator[str]) -> tuple[Total, ...]:
    return tuple(Total(label, count) for label, count in Counter(labels).most_common())
