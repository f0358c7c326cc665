"""Addresses, and which records a page leads to: the reports of its case, and what is related, both ways.

Only records with a page of their own are ever linked; a link to any other counts nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.records.incident import Incident
from generator.records.minutes import Minutes
from generator.records.vocabulary import RecordKind, Relation, Stage
from generator.words import word

if TYPE_CHECKING:
    from generator.pages.page import Site
    from generator.records import PublicIncident, PublicRecord
    from generator.settings import Settings

OTHER_SECTION = "other"
"""The address of «その他の所管»: sections that the settings don't know."""

SEARCH = "/search/"

COUNCIL = "/council/"
"""The 議会 section."""

_FOLDERS = {
    RecordKind.INCIDENT: "incidents",
    RecordKind.PAPER: "papers",
    RecordKind.MINUTES: "minutes",
    RecordKind.AUDIT: "audits",
    RecordKind.DISPOSITION: "dispositions",
    RecordKind.BATCH: "batches",
}
_INVERSE = {Relation.EARLIER: Relation.LATER, Relation.LATER: Relation.EARLIER}
_ORDER = {Stage.SINGLE: 0, Stage.FIRST: 0, Stage.FOLLOW_UP: 1, Stage.FINAL: 2}


def incident_address(record_id: str) -> str:
    """The address of one announcement."""
    return f"/incidents/{record_id}/"


def record_address(record: PublicRecord) -> str:
    """The address of a record of any kind."""
    return f"/{_FOLDERS[record.kind]}/{record.id}/"


def case_address(case_id: str) -> str:
    """The address of a case, all its announcements together."""
    return f"/cases/{case_id}/"


def dossier_address(reports: tuple[PublicIncident, ...]) -> str:
    """The address of everything of one matter: below that of its case, or of its only announcement."""
    first = reports[0]
    return f"{case_address(first.case_id) if first.case_id else incident_address(first.id)}all/"


def year_address(fiscal_year: int) -> str:
    """The address of the list of one 年度, named by the year of its April."""
    return f"/years/{fiscal_year}/"


def type_address(machine: str) -> str:
    """The address of the list of one 事案種別, by its machine value."""
    return f"/types/{machine}/"


def section_address(slug: str) -> str:
    """The address of the list of one 所管, by its 英字 in the settings, or `OTHER_SECTION`."""
    return f"/sections/{slug}/"


def kind_address(kind: RecordKind) -> str:
    """The address of the list of one 種類: the folder its records lie in."""
    return f"/{_FOLDERS[kind]}/"


def body_address(slug: str) -> str:
    """The address of the list of one 会議体, by its 英字 in the settings, or `OTHER_SECTION`."""
    return f"{COUNCIL}bodies/{slug}/"


def council_year_address(fiscal_year: int) -> str:
    """The address of the list of one 年度 of the 議会 section."""
    return f"{COUNCIL}years/{fiscal_year}/"


def council_section_address(slug: str) -> str:
    """The address of the list of one 所管 of the 議会 section."""
    return f"{COUNCIL}sections/{slug}/"


def topic_address(slug: str) -> str:
    """The address of the list of one 分野, by its 英字 in the settings."""
    return f"{COUNCIL}topics/{slug}/"


def relative(target: str, start: str) -> str:
    """The way from one page to another: a site may lie in a folder of its host, or on a USB stick."""
    return "../" * (start.count("/") - 1) + target.lstrip("/") or "./"


def section_of(record: PublicRecord, settings: Settings) -> tuple[str, str]:
    """The 所管 of a record: its 英字 in the settings, or `OTHER_SECTION`, and its name."""
    contacts = record.contacts or (record.asking if isinstance(record, Minutes) else ())
    named = record.section or (contacts[0].section if contacts else None)
    if named is None:
        return OTHER_SECTION, word("facet.other_section")
    typed = named.plain
    department = settings.department(typed)
    return (department.slug, department.name) if department else (OTHER_SECTION, typed)


@dataclass(frozen=True, slots=True)
class Link:
    """A related record and how it is related; None where the author didn't say."""

    record: PublicRecord
    relation: Relation | None


@dataclass(frozen=True)
class Links:
    """What is linked with what, worked out once for a site."""

    site: Site

    @cached_property
    def by_id(self) -> dict[str, PublicRecord]:
        """Every record with a page."""
        return {record.id: record for record in self.site.records}

    @cached_property
    def cases(self) -> dict[str, tuple[PublicIncident, ...]]:
        """The reports of each case, oldest first."""
        found: dict[str, list[PublicIncident]] = {}
        for record in self.site.incidents:
            if record.case_id:
                found.setdefault(record.case_id, []).append(record)
        return {case: tuple(sorted(reports, key=_in_case)) for case, reports in found.items()}

    def reports(self, record: PublicIncident) -> tuple[PublicIncident, ...]:
        """All reports of the record's case, itself among them, oldest first."""
        return self.cases[record.case_id] if record.case_id else (record,)

    def previous(self, record: PublicIncident) -> PublicIncident | None:
        """The report of the case before this one."""
        reports = self.reports(record)
        place = reports.index(record)
        return reports[place - 1] if place else None

    def related(self, record: PublicRecord) -> tuple[Link, ...]:
        """What either side calls related, without the reports of the same case, oldest first."""
        own = {report.id for report in self.reports(record)} if isinstance(record, Incident) else {record.id}
        links = {**self._backward.get(record.id, {}), **self._forward.get(record.id, {})}
        found = (Link(self.by_id[other], relation) for other, relation in links.items() if other not in own)
        return tuple(sorted(found, key=lambda link: (link.record.released_on.earliest, link.record.id)))

    @cached_property
    def _forward(self) -> dict[str, dict[str, Relation | None]]:
        return {
            record.id: {other.id: other.relation for other in record.related if other.id in self.by_id}
            for record in self.site.records
        }

    @cached_property
    def _backward(self) -> dict[str, dict[str, Relation | None]]:
        found: dict[str, dict[str, Relation | None]] = {}
        for here, links in self._forward.items():
            for there, relation in links.items():
                found.setdefault(there, {})[here] = _INVERSE.get(relation) if relation else None
        return found


def _in_case(record: PublicIncident) -> tuple[object, ...]:
    return (record.released_on.earliest, _ORDER[record.stage], record.id)


def report_label(record: PublicIncident, reports: tuple[PublicIncident, ...]) -> str:
    """第1報, 第2報, 最終報; empty for an announcement that stands alone."""
    if record.stage is Stage.SINGLE:
        return ""
    if record.stage is Stage.FINAL:
        return word("report.final")
    return word("report.nth", n=reports.index(record) + 1)
