"""The page of a case: what is true today on top, then how each announcement changed it, and what is still promised.

A report that no longer shows its content is listed, and takes no part in the comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import escape

from generator.pages.changes import Change, changes
from generator.pages.environment import render
from generator.pages.facts import KEYS, Fact, facts
from generator.pages.glance import Figure, days
from generator.pages.inline import plain
from generator.pages.links import Links, case_address, relative, year_address
from generator.pages.matters import case_title
from generator.pages.measures import Promises, promise_table
from generator.pages.notices import Extent, extent
from generator.pages.page import Page
from generator.pages.sheet import abstract_html, report_line, unknowns
from generator.pages.states import State, state_of
from generator.pages.threads import dossier_way, path_lines
from generator.records.dates import fiscal_year, fiscal_year_name
from generator.records.incident import Prevention
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.pages.inline import Parts
    from generator.pages.page import Site
    from generator.pages.sheet import Crumb, ReportLine, Unknown
    from generator.pages.threads import PathLine, Threads
    from generator.records import PublicIncident
    from generator.records.common import Contact
    from generator.records.dates import Day
    from generator.text import PublicText

_BAR = 100
"""Bars are drawn in percent of the greatest number."""


@dataclass(frozen=True, slots=True)
class Move:
    """The number of people in one report, beside the report before; widths in percent."""

    report: ReportLine
    newest: bool
    before: str
    """最大, 約 and the like."""
    number: str
    unit: str
    open: str
    """調査中, where the number may still change."""
    difference: str
    reason: PublicText | None
    kept: float
    new: float
    gone: float


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One fact over all reports; each cell is a change against the report before."""

    label: str
    cells: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """What the newest report says."""

    size: Fact | None
    """影響を受けた方, else 件数."""
    size_label: str
    size_before: Markup | str
    """第2報では 29人."""
    days: Figure | None
    contact: Contact[PublicText]
    dated: str
    released_on: Day


@dataclass(frozen=True, slots=True)
class CaseContext:
    """What templates/case.html receives."""

    crumbs: tuple[Crumb, ...]
    municipality: str
    case_id: str
    state: State | None
    title: Parts
    abstract: Markup
    gone: str
    """Why no report shows its content; empty where one does."""
    first: Day
    last: Day
    today: Today | None
    reports: tuple[ReportLine, ...]
    path: tuple[PathLine, ...]
    dossier: str
    """The way to everything of the case on one page."""
    compared: tuple[ReportLine, ...]
    moves: tuple[Move, ...]
    rows: tuple[CaseRow, ...]
    promises: Promises | None
    unknowns: tuple[Unknown, ...]


def case_pages(threads: Threads) -> Iterator[Page]:
    """One page for each 事案番号 that has an announcement."""
    for case_id in sorted(threads.links.cases):
        yield _case_page(case_id, threads)


def _case_page(case_id: str, threads: Threads) -> Page:
    links = threads.links
    reports = links.cases[case_id]
    path = path_lines(reports, threads, case_address(case_id))
    shown = tuple(report for report in reports if extent(report, links.site.now) is Extent.FULL)
    context = _context(case_id, reports, shown, links, path)
    return Page(
        address=case_address(case_id),
        title=word("case.title", title=plain(context.title)),
        body=render("case.html", context),
        owners=frozenset({case_id}).union(*(one.owners for one in (*reports, *(line.step.record for line in path)))),
        description=context.abstract.striptags(),
        template="record.html",
        modified=max(report.released_on.latest for report in reports),
        section="incidents",
        draft=any(report.id in links.site.drafts for report in reports),
    )


def _context(
    case_id: str,
    reports: tuple[PublicIncident, ...],
    shown: tuple[PublicIncident, ...],
    links: Links,
    path: tuple[PathLine, ...],
) -> CaseContext:
    address = case_address(case_id)
    lines = {report.id: report_line(report, reports, address) for report in reports}
    newest = shown[-1] if shown else None
    readable = [report for report in reports if extent(report, links.site.now) is not Extent.WITHDRAWN]
    compared = tuple(lines[report.id] for report in shown)
    return CaseContext(
        crumbs=_crumbs(reports, links.site, address),
        municipality=links.site.settings.municipality.name,
        case_id=case_id,
        state=state_of(newest) if newest else None,
        title=case_title((newest or reports[-1]).title),
        abstract=abstract_html(readable[-1] if readable else None),
        gone="" if newest else word("notice.shortened" if readable else "case.withdrawn"),
        first=reports[0].released_on,
        last=reports[-1].released_on,
        today=_today(newest, shown, lines) if newest else None,
        reports=tuple(lines.values()),
        path=path,
        dossier=dossier_way(reports, path, address),
        compared=compared,
        moves=_moves(shown, compared),
        rows=_rows(shown),
        promises=_open_promises(newest) if newest else None,
        unknowns=unknowns(newest) if newest else (),
    )


def _crumbs(reports: tuple[PublicIncident, ...], site: Site, address: str) -> tuple[Crumb, ...]:
    year = fiscal_year(reports[0].released_on.earliest)
    return (
        (site.settings.wording.site_name, relative("/", address)),
        (fiscal_year_name(year), relative(year_address(year), address)),
        (word("incident.case", number=reports[0].case_id or ""), ""),
    )


def _today(newest: PublicIncident, shown: tuple[PublicIncident, ...], lines: dict[str, ReportLine]) -> Today:
    before = shown[-2] if len(shown) > 1 else None
    key = "people" if "people" in facts(newest) else "cases"
    was, now = facts(before).get(key) if before else None, facts(newest).get(key)
    moved = before is not None and was is not None and now is not None and was.value != now.value
    return Today(
        now,
        word(f"fact.label.{key}"),
        escape(word("change.was")).format(report=lines[before.id].label, value=was.value)
        if moved and before and was
        else "",
        days(shown, newest),
        newest.contacts[0],
        lines[newest.id].label or word("incident.this"),
        newest.released_on,
    )


def _moves(shown: tuple[PublicIncident, ...], lines: tuple[ReportLine, ...]) -> tuple[Move, ...]:
    """How the number of people went; nothing where it did not change, or its unit did."""
    counted = [
        (report, line, fact, fact.number)
        for report, line in zip(shown, lines, strict=True)
        if (fact := facts(report).get("people")) is not None and fact.number is not None
    ]
    if len({number for *_, number in counted}) <= 1 or len({fact.unit for _, _, fact, _ in counted}) > 1:
        return ()
    most = max(number for *_, number in counted) or 1
    found: list[Move] = []
    before: tuple[PublicIncident, int] | None = None
    for report, line, fact, number in counted:
        change = changes(before[0], report)["people"] if before else None
        was = before[1] if before else number
        found.append(
            Move(
                line,
                report is counted[-1][0],
                fact.nature,
                f"{number:,}",
                fact.unit,
                fact.open,
                change.difference if change else "",
                change.reason if change else None,
                min(was, number) / most * _BAR,
                max(number - was, 0) / most * _BAR,
                max(was - number, 0) / most * _BAR,
            )
        )
        before = report, number
    return tuple(found)


def _rows(shown: tuple[PublicIncident, ...]) -> tuple[CaseRow, ...]:
    """Each fact that any report states; the first column is compared with itself, so that nothing in it is marked."""
    columns = [changes(before, now) for before, now in zip((shown[:1] + shown), shown, strict=False)]
    keys = dict.fromkeys(key for report in shown for key in facts(report))
    ordered = sorted(keys, key=KEYS.index)
    return tuple(
        CaseRow(word(f"fact.label.{key}"), tuple(column.get(key) or Change.absent(key) for column in columns))
        for key in ordered
    )


def _open_promises(newest: PublicIncident) -> Promises | None:
    """The measures that are not finished, with their numbers in the report."""
    body = newest.prevention.body
    promises = body.promises if isinstance(body, Prevention) else ()
    left = [(p, n) for n, p in enumerate(promises, 1) if p.progress is not None and p.progress.is_open]
    if not left:
        return None
    return promise_table(tuple(p for p, _ in left), None, tuple(n for _, n in left))
