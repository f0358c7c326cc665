"""Which feeds a site has: of everything, each kind, 所管, 種別 and case, and corrections; the archives of the first.

The feed of everything holds the running 年度 and never fewer than `NEWEST` entries; older 年度 lie in archives that no
longer change (RFC 5005, 4).  Every other feed holds its newest `NEWEST`; a case all it has.  A feed without an entry
is none.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.pages.data.terms import source_of
from generator.pages.feeds.atom import Entry, Feed, Publisher, feed_bytes
from generator.pages.feeds.entries import entries_of
from generator.pages.file import SiteFile
from generator.pages.inline import plain
from generator.pages.links import (
    OTHER_SECTION,
    Links,
    case_address,
    council_section_address,
    kind_address,
    section_address,
    section_of,
    type_address,
)
from generator.pages.titles import title_of
from generator.records.dates import fiscal_year, fiscal_year_name
from generator.records.incident import Incident
from generator.records.vocabulary import IncidentType, RecordKind
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.pages.page import Site
    from generator.records import PublicRecord
    from generator.text import PublicText

NEWEST = 50
"""Enough for a reader that asks once a week in the busiest month; about 30 KB."""

NOBODY: frozenset[str] = frozenset()
CORRECTIONS = "/corrections/"


def feed_files(site: Site) -> Iterator[SiteFile]:
    """Every feed as a file; each entry is a part of its own."""
    settings = site.settings
    publisher = Publisher(settings.site_url, settings.municipality.name, settings.wording.licence)
    for feed in feeds_of(site):
        parts = (feed.owners, *(entry.owners for entry in feed.entries))
        yield SiteFile(feed.path, feed_bytes(feed, publisher), NOBODY.union(*parts), parts)


def feeds_of(site: Site) -> tuple[Feed, ...]:
    """Every feed; a copy that needs no server has none."""
    return () if site.form is Form.COPY else _Feeds(site).all()


def feed_path(address: str) -> str:
    """The feed of the page at an address: feed.atom in its folder."""
    return f"{address}feed.atom".lstrip("/")


class _Feeds:
    """The feeds of one site, from entries made once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._name = source_of(site.settings)
        links = Links(site)
        self._records = [record for record in site.records if record.id not in site.drafts]
        self._entries = {record.id: entries_of(record, links) for record in self._records}

    def all(self) -> tuple[Feed, ...]:
        return (*self._everything(), *self._kinds(), *self._corrections(), *self._others())

    def _everything(self) -> Iterator[Feed]:
        entries = self._of(self._records)
        if not entries:
            return
        running = fiscal_year(self._site.now.date())
        now = [entry for entry in entries if _year(entry) >= running]
        older = sorted({year for entry in entries if (year := _year(entry)) < running})
        paths = {year: f"feeds/{year}.atom" for year in older}
        shown = tuple(now) if len(now) > NEWEST else entries[:NEWEST]
        yield Feed("feed.atom", self._name, "/", shown, previous=paths[older[-1]] if older else "")
        for place, year in enumerate(older):
            yield Feed(
                paths[year],
                word("feed.archive", name=self._name, year=fiscal_year_name(year)),
                "/",
                tuple(entry for entry in entries if _year(entry) == year),
                current="feed.atom",
                previous=paths[older[place - 1]] if place else "",
                following=paths[older[place + 1]] if place + 1 < len(older) else "",
            )

    def _kinds(self) -> Iterator[Feed]:
        for kind in RecordKind:
            found = [record for record in self._records if record.kind is kind]
            yield from self._feed(kind_address(kind), kind.japanese, found)

    def _corrections(self) -> Iterator[Feed]:
        found = [entry for entry in self._of(self._records) if "#" in entry.id][:NEWEST]
        if found:
            title = word("feed.title", name=self._name, of=word("feed.corrections"))
            yield Feed(feed_path(CORRECTIONS), title, CORRECTIONS, tuple(found))

    def _others(self) -> Iterator[Feed]:
        yield from self._sections()
        for kind in IncidentType:
            found = [record for record in self._incidents() if kind in record.incident_types]
            yield from self._feed(type_address(kind.machine), kind.japanese, found)
        for case_id, reports in Links(self._site).cases.items():
            shown = [report for report in reports if report.id in self._entries]
            if shown:
                title = word("feed.case", name=self._name, title=plain(title_of(shown[-1])))
                address = case_address(case_id)
                owners = NOBODY.union(*(report.owners for report in shown))
                yield Feed(feed_path(address), title, address, self._of(shown), owners)

    def _sections(self) -> Iterator[Feed]:
        settings = self._site.settings
        names = {department.slug: department.name for department in settings.departments}
        for slug, name in (names | {OTHER_SECTION: word("facet.other_section")}).items():
            found = [record for record in self._records if section_of(record, settings)[0] == slug]
            of_incidents = any(isinstance(record, Incident) for record in found)
            page = section_address(slug) if of_incidents else council_section_address(slug)
            yield from self._feed(section_address(slug), name, found, page)

    def _incidents(self) -> Iterator[Incident[PublicText]]:
        return (record for record in self._records if isinstance(record, Incident))

    def _feed(self, address: str, of: str, records: Iterable[PublicRecord], page: str = "") -> Iterator[Feed]:
        """The feed of the list at an address, if anything is in it; `page`: where else the list is."""
        entries = self._of(records)[:NEWEST]
        if entries:
            yield Feed(feed_path(address), word("feed.title", name=self._name, of=of), page or address, entries)

    def _of(self, records: Iterable[PublicRecord]) -> tuple[Entry, ...]:
        """The entries of some records, newest first; at one instant the ids decide."""
        found = (entry for record in records for entry in self._entries[record.id])
        return tuple(sorted(found, key=lambda entry: (entry.updated, entry.id), reverse=True))


def _year(entry: Entry) -> int:
    return fiscal_year(date.fromisoformat(entry.published[:10]))
