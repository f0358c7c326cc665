"""What the pages of a record and of its case have in common: crumbs, lists of reports, the abstract, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.blocks import first_prose, marked
from generator.pages.inline import first_sentence, html_of
from generator.pages.links import incident_address, record_address, relative, report_label
from generator.pages.states import open_sections
from generator.pages.titles import title_of
from generator.records.content import Content
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.pages.inline import Parts
    from generator.pages.links import Links
    from generator.records import PublicIncident, PublicRecord
    from generator.records.content import Section, Standing
    from generator.records.dates import Day
    from generator.records.discipline import Discipline
    from generator.text import PublicText

Crumb = tuple[str, str]
"""Words and address; the last has no address."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One announcement of the case in a list."""

    label: str
    released_on: Day
    title: PublicText
    href: str
    """Empty for this page."""


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """One related record in a list."""

    relation: str
    released_on: Day
    title: Parts
    href: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """One line of まだ分かっていないこと."""

    standing: Standing[PublicText]
    phrase: str
    """Where the author gave no 説明."""


def abstract(record: PublicIncident | Discipline[PublicText]) -> Parts:
    """The abstract of a record with a 概要."""
    return abstract_from(record, record.summary)


def abstract_from(record: PublicRecord, *sections: Section[PublicText, Content[PublicText]] | None) -> Parts:
    """要約, else the first sentence of the first of these sections that says anything, without the mark of a bullet."""
    if record.abstract:
        return record.abstract.parts
    for section in sections:
        body = section.body if section else None
        text = first_prose(body) if isinstance(body, Content) else body.explanation if body else None
        if text:
            return marked(first_sentence(text))[1]
    return ()


def abstract_html(record: PublicIncident | None) -> Markup:
    """The abstract as HTML; nothing where no record shows its content."""
    return html_of(abstract(record)) if record else Markup("")


def report_line(report: PublicIncident, reports: tuple[PublicIncident, ...], address: str) -> ReportLine:
    """One announcement as the page at `address` lists it."""
    target = incident_address(report.id)
    href = "" if target == address else relative(target, address)
    return ReportLine(report_label(report, reports), report.released_on, report.title, href)


def related_lines(record: PublicRecord, links: Links, told: Collection[str] = ()) -> tuple[RelatedLine, ...]:
    """What is related to a record, as its page lists it; `told`: ids of those it shows in another place."""
    address = record_address(record)
    return tuple(
        RelatedLine(
            link.relation.japanese if link.relation else word("incident.related_record"),
            link.record.released_on,
            title_of(link.record),
            relative(record_address(link.record), address),
        )
        for link in links.related(record)
        if link.record.id not in told
    )


def unknowns(record: PublicIncident) -> tuple[Unknown, ...]:
    """What is open, each once; its own words, else a standing phrase."""
    return tuple(
        Unknown(standing, word(f"unknowns.{standing.status.machine}", part=word(f"part.{name}")))
        for name, standing in open_sections(record)
    )
