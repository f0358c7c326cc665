"""The page of one announcement: what happened, how many, am I affected, whom do I call, what changed; then the paper.

Order and words follow a 記者発表 sheet.  What is withdrawn keeps its address and loses its content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.changes import Change, changes
from generator.pages.environment import render
from generator.pages.facts import facts
from generator.pages.formal import Formal, formal_sections
from generator.pages.formats import clock
from generator.pages.glance import Glance, glance
from generator.pages.inline import plain
from generator.pages.links import Links, case_address, incident_address, relative, report_label, year_address
from generator.pages.notices import Extent, Withdrawal, corrections, extent, withdrawal
from generator.pages.page import Page
from generator.pages.residents import Residents, residents
from generator.pages.sheet import abstract, abstract_html, related_lines, report_line, unknowns
from generator.records.content import Content
from generator.records.dates import Day, Period, fiscal_year, fiscal_year_name
from generator.records.walk import texts
from generator.text import Redacted
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from markupsafe import Markup

    from generator.pages.page import Site
    from generator.pages.sheet import Crumb, RelatedLine, ReportLine, Unknown
    from generator.records import PublicIncident
    from generator.records.common import CastMember, Contact, Revision
    from generator.records.content import Section, Standing
    from generator.records.vocabulary import Channel
    from generator.text import PublicText


@dataclass(frozen=True, slots=True)
class Changed:
    """第n報から変わったこと."""

    rows: tuple[Change, ...]
    before: ReportLine
    now: ReportLine


@dataclass(frozen=True, slots=True)
class Head:
    """What every page of a record begins with, withdrawn or not."""

    crumbs: tuple[Crumb, ...]
    municipality: str
    label: str
    released_on: Day
    title: PublicText
    corrections: tuple[Revision[PublicText], ...]
    newer: ReportLine | None


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the record stays, and which version this is."""

    url: str
    version: PublicText | str
    dated: Revision[PublicText] | None
    released_on: Day
    released_at: PublicText | str | None


@dataclass(frozen=True, slots=True)
class Body:
    """All that a withdrawn or shortened record no longer shows."""

    released_at: PublicText | str | None
    channel: Channel | None
    contacts: tuple[Contact[PublicText], ...]
    glance: Glance
    residents: Residents
    changed: Changed | None
    lead: Content[PublicText] | None
    lead_standing: Standing[PublicText] | None
    lead_heading: PublicText | str
    sections: tuple[Formal, ...]
    closing: Section[PublicText, Content[PublicText]] | None
    has_withheld: bool
    cast: tuple[CastMember[PublicText], ...]
    unknowns: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class IncidentContext:
    """What templates/incident.html receives."""

    head: Head
    abstract: Markup
    withdrawal: Withdrawal | None
    shortened: bool
    body: Body | None
    reports: tuple[ReportLine, ...]
    related: tuple[RelatedLine, ...]
    revisions: tuple[Revision[PublicText], ...]
    foot: Foot


def incident_pages(site: Site) -> Iterator[Page]:
    """One page for each announcement."""
    links = Links(site)
    for record in site.incidents:
        yield incident_page(record, links)


def incident_page(record: PublicIncident, links: Links) -> Page:
    """The page of one announcement."""
    site = links.site
    address = incident_address(record.id)
    shown = extent(record, site.now)
    context = _context(record, links, shown)
    return Page(
        address=address,
        title=plain(record.title),
        body=render("incident.html", context),
        owners=_owners(record, links),
        description=plain(abstract(record)) if shown is not Extent.WITHDRAWN else "",
        template="record.html",
        modified=_modified(record),
        section="incidents",
        draft=record.id in site.drafts,
    )


def _context(record: PublicIncident, links: Links, shown: Extent) -> IncidentContext:
    address = incident_address(record.id)
    reports = tuple(report_line(report, links.reports(record), address) for report in links.reports(record))
    return IncidentContext(
        head=_head(record, links, reports),
        abstract=abstract_html(None if shown is Extent.WITHDRAWN else record),
        withdrawal=withdrawal(record) if shown is Extent.WITHDRAWN else None,
        shortened=shown is Extent.ABSTRACT,
        body=_body(record, links, reports) if shown is Extent.FULL else None,
        reports=reports if len(reports) > 1 else (),
        related=related_lines(record, links),
        revisions=record.revisions if shown is Extent.FULL else (),
        foot=_foot(record, links.site),
    )


def _head(record: PublicIncident, links: Links, reports: tuple[ReportLine, ...]) -> Head:
    site, address = links.site, incident_address(record.id)
    label = report_label(record, links.reports(record))
    newest = reports[-1]
    year = fiscal_year(record.released_on.earliest)
    crumbs = [
        (site.settings.wording.site_name, relative("/", address)),
        (fiscal_year_name(year), relative(year_address(year), address)),
    ]
    if record.case_id:
        crumbs.append((word("incident.case", number=record.case_id), relative(case_address(record.case_id), address)))
    return Head(
        (*crumbs, (label or word("incident.this"), "")),
        site.settings.municipality.name,
        label,
        record.released_on,
        record.title,
        corrections(record),
        newest if newest.href else None,
    )


def _body(record: PublicIncident, links: Links, lines: tuple[ReportLine, ...]) -> Body:
    reports = links.reports(record)
    before = _previous_in_full(record, links)
    stated = facts(record)
    changed = changes(before, record, stated) if before else {}
    return Body(
        released_at=clock(record.released_at) if record.released_at else None,
        channel=record.channel,
        contacts=record.contacts,
        glance=glance(record, stated, reports, changed, report_label(before, reports) if before else ""),
        residents=residents(record, links.site),
        changed=_changed(changed, lines[reports.index(before)], lines[reports.index(record)]) if before else None,
        lead=record.lead.body if isinstance(record.lead.body, Content) else None,
        lead_standing=record.lead.standing,
        lead_heading=record.lead.heading or word("incident.formal"),
        sections=formal_sections(record, links),
        closing=record.closing,
        has_withheld=_has_withheld(record),
        cast=_cast(reports),
        unknowns=unknowns(record),
    )


def _previous_in_full(record: PublicIncident, links: Links) -> PublicIncident | None:
    """The report to compare with; one that shows its content no more is passed over."""
    reports = links.reports(record)
    earlier = reports[: reports.index(record)]
    return next((r for r in reversed(earlier) if extent(r, links.site.now) is Extent.FULL), None)


def _changed(changed: dict[str, Change], before: ReportLine, now: ReportLine) -> Changed:
    return Changed(tuple(changed.values()), before, now)


def _cast(reports: tuple[PublicIncident, ...]) -> tuple[CastMember[PublicText], ...]:
    """登場者 of the whole case, each letter once."""
    return tuple({plain(member.letter): member for report in reports for member in report.cast}.values())


def _has_withheld(record: PublicIncident) -> bool:
    """Whether 〔氏名〕 or the like is to be explained; letters such as 職員Ａ are explained by 登場者."""
    return any(isinstance(part, Redacted) and not part.letter for _, text in texts(record) for part in text.parts)


def _foot(record: PublicIncident, site: Site) -> Foot:
    last = record.revisions[-1] if record.revisions else None
    return Foot(
        site.settings.site_url + incident_address(record.id),
        last.version if last else word("incident.first_version"),
        last,
        record.released_on,
        clock(record.released_at) if record.released_at else None,
    )


def _owners(record: PublicIncident, links: Links) -> frozenset[str]:
    others = (*links.reports(record), *(link.record for link in links.related(record)))
    return record.owners.union(*(other.owners for other in others))


def _modified(record: PublicIncident) -> date:
    dates = [revision.at.latest for revision in record.revisions if isinstance(revision.at, (Day, Period))]
    return max([record.released_on.latest, *dates])
