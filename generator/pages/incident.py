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
from generator.pages.frame import Frame, frame, year_crumbs
from generator.pages.glance import Glance, glance
from generator.pages.links import Links, case_address, record_address, relative, report_label
from generator.pages.notices import Extent, extent
from generator.pages.record_page import record_page
from generator.pages.residents import Residents, residents
from generator.pages.sheet import abstract, abstract_html, report_line, unknowns
from generator.pages.threads import dossier_way, path_lines
from generator.records.content import Content
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page, Site
    from generator.pages.sheet import Crumb, ReportLine, Unknown
    from generator.pages.threads import Threads
    from generator.records import PublicIncident
    from generator.records.content import Section, Standing
    from generator.text import PublicText


@dataclass(frozen=True, slots=True)
class Changed:
    """第n報から変わったこと."""

    rows: tuple[Change, ...]
    before: ReportLine
    now: ReportLine


@dataclass(frozen=True, slots=True)
class Body:
    """All that a withdrawn or shortened record no longer shows."""

    glance: Glance
    residents: Residents
    changed: Changed | None
    lead: Content[PublicText] | None
    lead_standing: Standing[PublicText] | None
    lead_heading: PublicText | str
    sections: tuple[Formal, ...]
    closing: Section[PublicText, Content[PublicText]] | None
    unknowns: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True)
class IncidentContext:
    """What templates/incident.html receives."""

    frame: Frame
    body: Body | None
    reports: tuple[ReportLine, ...]


def incident_pages(site: Site, threads: Threads) -> Iterator[Page]:
    """One page for each announcement."""
    for record in site.incidents:
        yield incident_page(record, threads)


def incident_page(record: PublicIncident, threads: Threads) -> Page:
    """The page of one announcement."""
    links = threads.links
    reports = links.reports(record)
    return record_page(
        record,
        links,
        render("incident.html", incident_context(record, threads)),
        said=abstract(record),
        others=(*reports, *(step.record for step in threads.path(reports))),
        section="incidents",
    )


def incident_context(record: PublicIncident, threads: Threads) -> IncidentContext:
    """What the page of one announcement shows."""
    address, links = record_address(record), threads.links
    shown = extent(record, links.site.now)
    company = links.reports(record)
    reports = tuple(report_line(report, company, address) for report in company)
    label = report_label(record, company)
    path = path_lines(company, threads, address)
    return IncidentContext(
        frame=frame(
            record,
            links,
            what=word("sheet.release"),
            crumbs=(*year_crumbs(record, links.site), *_case_crumb(record), (label or word("incident.this"), "")),
            abstract=abstract_html(record),
            label=label,
            newer=reports[-1] if reports[-1].href else None,
            company=company,
            path=path,
            dossier=dossier_way(company, path, address),
        ),
        body=_body(record, links, reports) if shown is Extent.FULL else None,
        reports=reports if len(reports) > 1 else (),
    )


def _case_crumb(record: PublicIncident) -> tuple[Crumb, ...]:
    if not record.case_id:
        return ()
    way = relative(case_address(record.case_id), record_address(record))
    return ((word("incident.case", number=record.case_id), way),)


def _body(record: PublicIncident, links: Links, lines: tuple[ReportLine, ...]) -> Body:
    reports = links.reports(record)
    before = _previous_in_full(record, links)
    stated = facts(record)
    changed = changes(before, record, stated) if before else {}
    return Body(
        glance=glance(record, stated, reports, changed, report_label(before, reports) if before else ""),
        residents=residents(record, links.site),
        changed=_changed(changed, lines[reports.index(before)], lines[reports.index(record)]) if before else None,
        lead=record.lead.body if isinstance(record.lead.body, Content) else None,
        lead_standing=record.lead.standing,
        lead_heading=record.lead.heading or word("incident.formal"),
        sections=formal_sections(record, links),
        closing=record.closing,
        unknowns=unknowns(record),
    )


def _previous_in_full(record: PublicIncident, links: Links) -> PublicIncident | None:
    """The report to compare with; one that shows its content no more is passed over."""
    reports = links.reports(record)
    earlier = reports[: reports.index(record)]
    return next((r for r in reversed(earlier) if extent(r, links.site.now) is Extent.FULL), None)


def _changed(changed: dict[str, Change], before: ReportLine, now: ReportLine) -> Changed:
    return Changed(tuple(changed.values()), before, now)
