"""Everything of one matter on one page, to read or to print: announcements, papers, meetings, opinions and measures.

Each part is what its own page shows, without that page's ways; of minutes only the items about the matter are there,
of audits the opinions with their measures.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from generator.pages.audit import audit_context
from generator.pages.discipline import discipline_context
from generator.pages.environment import render
from generator.pages.incident import incident_context
from generator.pages.inline import plain
from generator.pages.links import (
    case_address,
    dossier_address,
    incident_address,
    record_address,
    relative,
    report_label,
)
from generator.pages.matters import case_title
from generator.pages.minutes import minutes_context
from generator.pages.moved import moved
from generator.pages.page import Page
from generator.pages.paper import paper_context
from generator.pages.titles import title_of
from generator.records.audit import Audit
from generator.records.dates import Day
from generator.records.discipline import Discipline
from generator.records.incident import Incident
from generator.records.minutes import Minutes
from generator.records.paper import Paper
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.pages.inline import Parts
    from generator.pages.links import Links
    from generator.pages.minutes import MinutesContext
    from generator.pages.page import Site
    from generator.pages.references import References
    from generator.pages.threads import Step, Threads
    from generator.records import PublicIncident, PublicRecord


@dataclass(frozen=True, slots=True)
class Part:
    """One record, or the items of one meeting."""

    anchor: str
    when: Day
    kind: str
    title: Parts
    href: str
    html: Markup
    owners: frozenset[str]
    """Whose words its references carry."""


@dataclass(frozen=True, slots=True)
class DossierContext:
    """What templates/dossier.html receives."""

    crumbs: tuple[tuple[str, str], ...]
    municipality: str
    title: Parts
    today: Day
    parts: tuple[Part, ...]
    url: str


@dataclass(frozen=True, slots=True)
class _Sheets:
    """Each record as its own page shows it, without ways, lists and foot; made once, though several matters have it."""

    threads: Threads
    references: References
    made: dict[tuple[str, frozenset[str]], tuple[Markup, frozenset[str]]] = field(default_factory=dict)

    def sheet(self, record: PublicRecord, places: frozenset[str]) -> tuple[Markup, frozenset[str]]:
        """The HTML, and whose words its references carry; of minutes the items at `places`."""
        key = (record.id, places)
        if key not in self.made:
            template, context = _context(record, places, self.threads)
            html = render(template, replace(context, frame=replace(context.frame, inside=True)))
            self.made[key] = self.references.tied(html, record)
        return self.made[key]


def dossier_pages(threads: Threads, references: References) -> Iterator[Page]:
    """One for each matter that is more than one announcement."""
    links = threads.links
    homes = {links.reports(record)[0].id: links.reports(record) for record in links.site.incidents}
    sheets = _Sheets(threads, references)
    for reports in homes.values():
        steps = threads.path(reports)
        if steps or len(reports) > 1:
            yield _page(reports, steps, sheets)


def _page(reports: tuple[PublicIncident, ...], steps: tuple[Step, ...], sheets: _Sheets) -> Page:
    threads = sheets.threads
    site, address = threads.links.site, dossier_address(reports)
    title = case_title(reports[-1].title) if len(reports) > 1 else reports[-1].title.parts
    records = _in_order(reports, steps)
    now = site.now.date()
    parts = [_part(record, when, steps, sheets, address) for when, record in records]
    context = DossierContext(
        crumbs=_crumbs(reports, site, address),
        municipality=site.settings.municipality.name,
        title=title,
        today=Day(now.year, now.month, now.day),
        parts=tuple(parts),
        url=site.settings.site_url + address,
    )
    return Page(
        address=address,
        title=word("dossier.title", title=plain(title)),
        body=render("dossier.html", context),
        owners=frozenset().union(*(_owners(record, threads) for _, record in records), *(p.owners for p in parts)),
        description=word("dossier.about", title=plain(title)),
        template="dossier.html",
        modified=max(when.latest for when, _ in records),
        section="incidents",
        draft=any(record.id in site.drafts for _, record in records),
    )


def _in_order(reports: tuple[PublicIncident, ...], steps: tuple[Step, ...]) -> list[tuple[Day, PublicRecord]]:
    """Each record once, by its day; on one day the announcement first, then as the way through the council has it."""
    found: dict[str, tuple[Day, PublicRecord]] = {report.id: (report.released_on, report) for report in reports}
    for step in steps:
        found.setdefault(step.record.id, (step.when, step.record))
    return sorted(found.values(), key=lambda pair: pair[0].earliest)


def _owners(record: PublicRecord, threads: Threads) -> frozenset[str]:
    """Of a record and of all that its own page names."""
    links = threads.links
    named = [link.record for link in links.related(record)]
    if isinstance(record, Incident):
        named += links.reports(record)
    if isinstance(record, Minutes):
        named += [links.by_id[paper.record] for paper in record.papers if paper.record in links.by_id]
    return record.owners.union(*(other.owners for other in named))


def _crumbs(reports: tuple[PublicIncident, ...], site: Site, address: str) -> tuple[tuple[str, str], ...]:
    first = reports[0]
    home = (site.settings.wording.site_name, relative("/", address))
    if first.case_id:
        above = (word("incident.case", number=first.case_id), relative(case_address(first.case_id), address))
    else:
        above = (word("incident.this"), relative(incident_address(first.id), address))
    return home, above, (word("dossier.this"), "")


def _part(record: PublicRecord, when: Day, steps: tuple[Step, ...], sheets: _Sheets, page: str) -> Part:
    home = record_address(record)
    places = frozenset(step.place for step in steps if step.record is record and step.place)
    html, owners = sheets.sheet(record, places)
    return Part(
        anchor=record.id,
        when=when,
        kind=_kind(record, sheets.threads.links),
        title=title_of(record),
        href=relative(home, page),
        html=moved(html, record.id, home, page),
        owners=owners,
    )


def _kind(record: PublicRecord, links: Links) -> str:
    if isinstance(record, Incident):
        return report_label(record, links.reports(record)) or word("sheet.release")
    return record.kind.japanese


def _context(record: PublicRecord, places: frozenset[str], threads: Threads) -> tuple[str, Any]:
    links = threads.links
    if isinstance(record, Incident):
        return "incident.html", incident_context(record, threads)
    if isinstance(record, Paper):
        return "paper.html", paper_context(record, threads)
    if isinstance(record, Discipline):
        return "discipline.html", discipline_context(record, links)
    if isinstance(record, Audit):
        return "dossier-audit.html", audit_context(record, links)
    if isinstance(record, Minutes):
        return "dossier-minutes.html", _of_items(minutes_context(record, links), places)
    raise AssertionError(record.kind)


def _of_items(context: MinutesContext, places: frozenset[str]) -> MinutesContext:
    """Minutes with the items at some places only."""
    if context.body is None:
        return context
    matters = tuple(matter for matter in context.body.matters if matter.anchor in places)
    return replace(context, body=replace(context.body, matters=matters))
