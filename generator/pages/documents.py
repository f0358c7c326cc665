"""What the 議会 section lists: papers, minutes, audits, 処分公表 and 一括公表, each with all it can be looked for by.

A meeting belongs to the day it was held, any other paper to the day it was announced.  Knows no HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.bodies import body_of, meeting_line
from generator.pages.links import section_of
from generator.pages.notices import Extent, extent
from generator.records.dates import fiscal_year
from generator.records.incident import Incident
from generator.records.minutes import Minutes

if TYPE_CHECKING:
    from generator.pages.inline import Parts
    from generator.pages.page import Site
    from generator.records import PublicRecord
    from generator.records.dates import Day


@dataclass(frozen=True, slots=True)
class Document:
    """One record that is no announcement of an incident."""

    record: PublicRecord
    when: Day
    body: str
    """The 英字 of the body that met, or `OTHERS`; empty where none did."""
    body_name: str
    meeting: Parts
    """The body and which of its meetings, as typed; empty where none met."""
    section: str
    """The 英字 of its 所管, or `OTHERS`."""
    section_name: str
    topics: frozenset[str]
    """The 英字 of its 分野 that have one."""
    withdrawn: bool

    @property
    def year(self) -> int:
        """The 年度 of its day."""
        return fiscal_year(self.when.earliest)


def documents_of(site: Site) -> tuple[Document, ...]:
    """Every one of the site, newest first."""
    found = [_document(record, site) for record in site.records if not isinstance(record, Incident)]
    return tuple(sorted(found, key=lambda one: (one.when.earliest, one.record.id), reverse=True))


def _document(record: PublicRecord, site: Site) -> Document:
    body, body_name = body_of(record, site.settings)
    section, section_name = section_of(record, site.settings)
    typed = {topic.plain.strip() for topic in record.topics}
    return Document(
        record=record,
        when=(isinstance(record, Minutes) and record.held.day) or record.released_on,
        body=body,
        body_name=body_name,
        meeting=meeting_line(record),
        section=section,
        section_name=section_name,
        topics=frozenset(topic.slug for topic in site.settings.topics if topic.slug and topic.name in typed),
        withdrawn=extent(record, site.now) is Extent.WITHDRAWN,
    )
