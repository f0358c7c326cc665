"""What happened to a record, as entries: its publication, each 改訂 that is no small one, its withdrawal.

An id is the record's address, which never changes, with a fragment for what happened later; so a reader is told of a
correction even where the record itself was read long ago.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.data.record_json import data_address
from generator.pages.feeds.atom import Entry
from generator.pages.inline import plain
from generator.pages.instants import changed, instant, released
from generator.pages.links import record_address, report_label, section_of
from generator.pages.notices import Extent, extent, withdrawal
from generator.pages.said import said_of
from generator.pages.titles import title_of
from generator.records.incident import Incident
from generator.records.vocabulary import RevisionKind
from generator.text import PublicText
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.links import Links
    from generator.records import PublicRecord
    from generator.records.common import Revision

PUBLICATION = "publication"
"""What happened first to every record."""


def entries_of(record: PublicRecord, links: Links) -> tuple[Entry, ...]:
    """Everything that happened to one record, in order."""
    later = tuple(_later(record, links))
    return (_first(record, links, later), *later)


def revision_anchor(number: int) -> str:
    """One line of 改訂, counted from 1."""
    return f"revision-{number}"


def _first(record: PublicRecord, links: Links, later: tuple[Entry, ...]) -> Entry:
    """The publication, updated when anything happened later."""
    at = released(record)
    title = plain(title_of(record))
    label = report_label(record, links.reports(record)) if isinstance(record, Incident) else ""
    return _entry(
        record,
        links,
        title=word("feed.labelled", title=title, label=label) if label else title,
        published=at,
        updated=max([at, *(entry.updated for entry in later)]),
        summary=_summary(record, links),
    )


def _summary(record: PublicRecord, links: Links) -> str:
    """やさしい要約, else what lists say; of a withdrawn record only that it was withdrawn."""
    if extent(record, links.site.now) is Extent.WITHDRAWN:
        return word("data.withdrawn")
    return plain(record.plain_abstract or said_of(record))


def _later(record: PublicRecord, links: Links) -> Iterator[Entry]:
    gone = extent(record, links.site.now) is Extent.WITHDRAWN
    told = False
    for number, revision in enumerate(record.revisions, 1):
        told = told or revision.kind is RevisionKind.WITHDRAWAL
        if revision.kind is not RevisionKind.MINOR:
            yield _revision(record, links, number, revision)
    taken_down = withdrawal(record)
    if gone and not told and taken_down.when and not isinstance(taken_down.when, PublicText):
        yield _happened(
            record,
            links,
            "withdrawn",
            RevisionKind.WITHDRAWAL,
            instant(taken_down.when.latest),
            plain(taken_down.reason) if taken_down.reason else word("data.withdrawn"),
        )


def _revision(record: PublicRecord, links: Links, number: int, revision: Revision[PublicText]) -> Entry:
    reason = plain(revision.reason) if revision.reason else ""
    if revision.part and extent(record, links.site.now) is Extent.FULL:
        reason = word("front.changed", part=plain(revision.part), reason=reason)
    return _happened(
        record, links, revision_anchor(number), revision.kind, changed(revision.at, released(record)), reason
    )


def _happened(  # noqa: PLR0913, PLR0917 -- all that differs between the two callers
    record: PublicRecord, links: Links, fragment: str, kind: RevisionKind, at: str, summary: str
) -> Entry:
    title = word("feed.changed", kind=word(f"revision.kind.{kind.machine}"), title=plain(title_of(record)))
    return _entry(
        record,
        links,
        title=title,
        published=at,
        updated=at,
        summary=summary,
        fragment=fragment,
        change=kind.machine,
    )


def _entry(  # noqa: PLR0913 -- the fields of an entry
    record: PublicRecord,
    links: Links,
    *,
    title: str,
    published: str,
    updated: str,
    summary: str,
    fragment: str = "",
    change: str = PUBLICATION,
) -> Entry:
    site = links.site
    url = site.settings.site_url + record_address(record)
    full = extent(record, site.now) is Extent.FULL
    return Entry(
        id=f"{url}#{fragment}" if fragment else url,
        url=f"{url}#revisions" if fragment and full else url,
        title=title,
        published=published,
        updated=updated,
        summary=summary,
        categories=tuple(_categories(record, links)),
        data=site.settings.site_url + data_address(record),
        owners=record.owners,
        change=change,
        record=record.id,
    )


def _categories(record: PublicRecord, links: Links) -> Iterator[tuple[str, str]]:
    yield record.kind.machine, record.kind.japanese
    if isinstance(record, Incident):
        yield from ((kind.machine, kind.japanese) for kind in record.incident_types)
    yield section_of(record, links.site.settings)
