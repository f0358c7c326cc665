"""What is new: announcements and what was changed in them after publication, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.inline import first_sentence, html_of, inline_html
from generator.pages.links import incident_address, relative, report_label
from generator.pages.matters import sentence
from generator.pages.notices import Extent, extent
from generator.pages.states import State, state_of
from generator.records.vocabulary import RevisionKind
from generator.text import PublicText
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.matters import Matter
    from generator.pages.page import Site
    from generator.records import PublicIncident, PublicRecord
    from generator.records.common import Revision
    from generator.records.dates import When


@dataclass(frozen=True, slots=True)
class News:
    """One line of «新しい公表»."""

    when: When
    kind: str
    href: str
    title: PublicText
    sentence: Markup
    owners: frozenset[str]
    label: str = ""
    """第2報, where the case has several."""
    newest: bool = False
    """Whether no later announcement of the case exists."""
    state: State | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class _Event:
    """An announcement, or one change of it."""

    when: When
    number: int
    """0 for the announcement, then the place among its changes."""
    matter: Matter
    record: PublicIncident
    revision: Revision[PublicText] | None = None


def news_of(matters: tuple[Matter, ...], page: str, site: Site, most: int) -> tuple[News, ...]:
    """The newest, newest first, with links from one page; on one day the ids decide."""
    events = (event for matter in matters for record in matter.reports for event in _events(matter, record))
    newest = nlargest(most, events, key=lambda event: (event.when.earliest, event.record.id, event.number))
    return tuple(_change(e, e.revision, page, site) if e.revision else _announcement(e, page, site) for e in newest)


def revisions(record: PublicRecord) -> list[tuple[When, int, Revision[PublicText]]]:
    """The changes of a record, each with its day and its place among them; one without a day takes the record's."""
    return [
        (record.released_on if isinstance(revision.at, PublicText) else revision.at, number, revision)
        for number, revision in enumerate(record.revisions, start=1)
    ]


def _events(matter: Matter, record: PublicIncident) -> Iterator[_Event]:
    yield _Event(record.released_on, 0, matter, record)
    for when, number, revision in revisions(record):
        if revision.kind is not RevisionKind.MINOR:
            yield _Event(when, number, matter, record, revision)


def _announcement(event: _Event, page: str, site: Site) -> News:
    record = event.record
    withdrawn = extent(record, site.now) is Extent.WITHDRAWN
    return News(
        when=event.when,
        kind=word("front.incident"),
        href=relative(incident_address(record.id), page),
        title=record.title,
        sentence=Markup("") if withdrawn else html_of(sentence(record)),
        owners=record.owners,
        label=report_label(record, event.matter.reports),
        newest=record is event.matter.newest,
        state=None if withdrawn or record is not event.matter.newest else state_of(record),
        draft=record.id in site.drafts,
    )


def _change(event: _Event, revision: Revision[PublicText], page: str, site: Site) -> News:
    reason = html_of(first_sentence(revision.reason)) if revision.reason else Markup("")
    if revision.part and extent(event.record, site.now) is Extent.FULL:
        reason = escape(word("front.changed")).format(part=inline_html(revision.part), reason=reason)
    return News(
        when=event.when,
        kind=word(f"revision.kind.{revision.kind.machine}"),
        href=relative(incident_address(event.record.id), page),
        title=event.record.title,
        sentence=reason,
        owners=event.record.owners,
    )
