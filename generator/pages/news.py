"""What is new: announcements and what was changed in them after publication, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.inline import first_sentence, html_of
from generator.pages.links import incident_address, relative, report_label
from generator.pages.matters import sentence
from generator.pages.notices import Extent, extent
from generator.pages.states import State, state_of
from generator.records.vocabulary import RevisionKind
from generator.text import PublicText
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

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
    title: PublicText
    sentence: Markup
    label: str = ""
    """第2報, where the case has several."""
    newest: bool = False
    """Whether no later announcement of the case exists."""
    state: State | None = None
    draft: bool = False
    order: tuple[date, str, int] = ("", "", 0)  # type: ignore[assignment]
    """By day, id, and the place among the changes of that record."""


def news_of(matters: tuple[Matter, ...], page: str, site: Site) -> list[News]:
    """Everything, newest first, with links from one page."""
    found = [item for matter in matters for item in _of_matter(matter, page, site)]
    return sorted(found, key=lambda item: item.order, reverse=True)


def revisions(record: PublicRecord) -> list[tuple[When, int, Revision[PublicText]]]:
    """The changes of a record that have a date, each with its place among them; one without takes the record's own."""
    return [
        (record.released_on if isinstance(revision.at, PublicText) else revision.at, index, revision)
        for index, revision in enumerate(record.revisions, start=1)
    ]


def _of_matter(matter: Matter, page: str, site: Site) -> Iterator[News]:
    for record in matter.reports:
        href = relative(incident_address(record.id), page)
        withdrawn = extent(record, site.now) is Extent.WITHDRAWN
        yield News(
            when=record.released_on,
            kind=word("front.incident"),
            href=href,
            title=record.title,
            sentence=Markup("") if withdrawn else html_of(sentence(record)),
            label=report_label(record, matter.reports),
            newest=record is matter.newest,
            state=None if withdrawn else state_of(record),
            draft=record.id in site.drafts,
            order=(record.released_on.earliest, record.id, 0),
        )
        for when, index, revision in revisions(record):
            if revision.kind is not RevisionKind.MINOR:
                yield News(
                    when=when,
                    kind=revision.kind.japanese,
                    href=href,
                    title=record.title,
                    sentence=html_of(first_sentence(revision.reason)) if revision.reason else Markup(""),
                    order=(when.earliest, record.id, index),
                )
