"""What the lists count: a 事案 is one matter, however many announcements were made of it.

A matter belongs to the 年度 of its first announcement and is in the state of its newest.  Knows no HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.links import Links, case_address, incident_address, section_of
from generator.pages.notices import Extent, extent
from generator.pages.states import State, state_of
from generator.patterns import regex
from generator.records.content import Standing
from generator.records.counts import Count
from generator.records.dates import fiscal_year

if TYPE_CHECKING:
    from datetime import date

    from generator.pages.inline import Parts
    from generator.pages.page import Site
    from generator.records import PublicIncident
    from generator.records.vocabulary import IncidentType
    from generator.text import PublicText


_REPORT = regex("[（(](?:第[0-9０-９一二三四五六七八九十]+報|続報|最終報|(?:中間|最終)報告)[)）]$")


@dataclass(frozen=True, slots=True)
class Matter:
    """One 事案: the announcements of a case, oldest first, or the only one."""

    reports: tuple[PublicIncident, ...]
    section: str
    """The 英字 of its 所管, or `OTHER_SECTION`."""
    section_name: str
    state: State
    withdrawn: bool
    """Whether the newest announcement shows its place and history only."""

    @property
    def first(self) -> PublicIncident:
        """The announcement that made it known."""
        return self.reports[0]

    @property
    def newest(self) -> PublicIncident:
        """The announcement that holds today."""
        return self.reports[-1]

    @property
    def title(self) -> Parts:
        """Its title as the newest announcement has it, without which report that was."""
        return case_title(self.newest.title) if len(self.reports) > 1 else self.newest.title.parts

    @property
    def address(self) -> str:
        """The page of the case, or of the only announcement."""
        if len(self.reports) > 1 and self.newest.case_id:
            return case_address(self.newest.case_id)
        return incident_address(self.newest.id)

    @property
    def year(self) -> int:
        """The 年度 it was made known in."""
        return fiscal_year(self.first.released_on.earliest)

    @property
    def years(self) -> frozenset[int]:
        """Every 年度 in which something was announced of it."""
        return frozenset(fiscal_year(report.released_on.earliest) for report in self.reports)

    @property
    def types(self) -> tuple[IncidentType, ...]:
        """Its 事案種別, as the newest announcement names them."""
        return self.newest.incident_types

    @property
    def modified(self) -> date:
        """The day of the newest announcement."""
        return self.newest.released_on.earliest

    @property
    def owners(self) -> frozenset[str]:
        """Whose words an entry of it may carry."""
        return frozenset().union(*(report.owners for report in self.reports))


def matters_of(site: Site) -> tuple[Matter, ...]:
    """Every 事案 of the site, the one made known last first."""
    links = Links(site)
    found = {links.reports(record)[0].id: links.reports(record) for record in site.incidents}
    matters = [_matter(reports, site) for reports in found.values()]
    return tuple(sorted(matters, key=lambda m: (m.first.released_on.earliest, m.first.id), reverse=True))


def _matter(reports: tuple[PublicIncident, ...], site: Site) -> Matter:
    newest = reports[-1]
    slug, name = section_of(newest, site.settings)
    return Matter(reports, slug, name, state_of(newest), extent(newest, site.now) is Extent.WITHDRAWN)


def case_title(title: PublicText) -> Parts:
    """The newest title without （最終報） and the like: the case is all of its reports."""
    last = title.parts[-1]
    return (*title.parts[:-1], _REPORT.sub("", last)) if isinstance(last, str) else title.parts


def people(record: PublicIncident) -> Count[PublicText] | None:
    """How many were affected, where it is a number."""
    body = record.impact.body
    if isinstance(body, Standing):
        return None
    return body.people if isinstance(body.people, Count) else None


def cases(record: PublicIncident) -> Count[PublicText] | None:
    """件数, where it is a number."""
    body = record.impact.body
    if isinstance(body, Standing):
        return None
    return body.cases if isinstance(body.cases, Count) else None
