"""What is new: announcements and papers of every kind, and what was changed in them after publication, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.inline import first_sentence, html_of, inline_html
from generator.pages.links import record_address, relative, report_label
from generator.pages.notices import Extent, extent
from generator.pages.said import said_of
from generator.pages.states import State, state_of
from generator.pages.titles import title_of
from generator.records.incident import Incident
from generator.records.vocabulary import RevisionKind
from generator.text import PublicText
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.inline import Parts
    from generator.pages.matters import Matter
    from generator.pages.page import Site
    from generator.records import PublicRecord
    from generator.records.common import Revision
    from generator.records.dates import When


@dataclass(frozen=True, slots=True)
class News:
    """One line of «新しい公表»."""

    when: When
    kind: str
    href: str
    title: Parts
    sentence: Markup
    owners: frozenset[str]
    label: str = ""
    """第2報, where the case has several."""
    newest: bool = False
    """Whether no later announcement of the case exists."""
    state: State | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An announcement or a paper, or one change of it."""

    when: When
    number: int
    """0 for itself, then the place among its changes."""
    record: PublicRecord
    revision: Revision[PublicText] | None = None


def events_of(site: Site) -> Iterator[Event]:
    """Everything that was published or changed, in no order; small changes of wording are no news."""
    for record in site.records:
        yield Event(record.released_on, 0, record)
        for when, number, revision in revisions(record):
            if revision.kind is not RevisionKind.MINOR:
                yield Event(when, number, record, revision)


def revisions(record: PublicRecord) -> list[tuple[When, int, Revision[PublicText]]]:
    """The changes of a record, each with its day and its place among them; one without a day takes the record's."""
    return [
        (record.released_on if isinstance(revision.at, PublicText) else revision.at, number, revision)
        for number, revision in enumerate(record.revisions, start=1)
    ]


def newest_first(event: Event) -> tuple[object, ...]:
    """What to sort by, in reverse: on one day the ids decide."""
    return (event.when.earliest, event.record.id, event.number)


def news_of(matters: tuple[Matter, ...], page: str, site: Site, most: int) -> tuple[News, ...]:
    """The newest, newest first, with links from one page."""
    homes = {report.id: matter for matter in matters for report in matter.reports}
    newest: list[Event] = nlargest(most, events_of(site), key=newest_first)
    return tuple(news_line(event, homes, page, site) for event in newest)


def news_line(event: Event, homes: dict[str, Matter], page: str, site: Site) -> News:
    """One event with its link from a page; `homes` has the 事案 of each announcement."""
    if event.revision:
        return _change(event, event.revision, page, site)
    record, home = event.record, homes.get(event.record.id)
    withdrawn = extent(record, site.now) is Extent.WITHDRAWN
    newest = home is not None and record is home.newest
    incident = record if isinstance(record, Incident) else None
    return News(
        when=event.when,
        kind=record.kind.japanese,
        href=relative(record_address(record), page),
        title=title_of(record),
        sentence=Markup("") if withdrawn else html_of(said_of(record)),
        owners=record.owners,
        label=report_label(incident, home.reports) if incident and home else "",
        newest=newest,
        state=state_of(incident) if incident and newest and not withdrawn else None,
        draft=record.id in site.drafts,
    )


def _change(event: Event, revision: Revision[PublicText], page: str, site: Site) -> News:
    reason = html_of(first_sentence(revision.reason)) if revision.reason else Markup("")
    if revision.part and extent(event.record, site.now) is Extent.FULL:
        reason = escape(word("front.changed")).format(part=inline_html(revision.part), reason=reason)
    return News(
        when=event.when,
        kind=word(f"revision.kind.{revision.kind.machine}"),
        href=relative(record_address(event.record), page),
        title=title_of(event.record),
        sentence=reason,
        owners=event.record.owners,
    )
