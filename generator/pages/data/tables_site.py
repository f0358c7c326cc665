"""The CSV files that tell of records of every kind, of 処分公表 and 一括公表, and of what was changed."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.pages.data.cells import paragraphs
from generator.pages.data.columns import ADDRESS, CODE, DATE, INSTANT, NUMBER, Column, Of, TableFile
from generator.pages.data.record_json import data_address, fingerprint
from generator.pages.data.rows import IN_RECORD, RECORD, URL, Item, items, of_item
from generator.pages.feeds.entries import PUBLICATION, entries_of
from generator.pages.formats import version_html
from generator.pages.inline import words_of
from generator.pages.links import Link, Links, record_address, section_of
from generator.pages.news import revisions
from generator.pages.notices import Extent, extent
from generator.pages.said import said_of
from generator.pages.titles import title_of
from generator.records.batch import Batch, BatchRow
from generator.records.common import Contact, Revision
from generator.records.dates import fiscal_year
from generator.records.discipline import Discipline, Sanctioned
from generator.records.incident import ForResidents, Incident
from generator.records.minutes import Minutes
from generator.records.record import Record
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.data.columns import Row
    from generator.pages.page import Site
    from generator.records import PublicRecord


def _all(site: Site) -> Iterator[PublicRecord]:
    return (record for record in site.records if record.id not in site.drafts)


def _records(site: Site) -> Iterator[Row]:
    for record in _all(site):
        url = site.settings.site_url + record_address(record)
        extra = {
            "section": section_of(record, site.settings),
            "extent": extent(record, site.now),
            "json": site.settings.site_url + data_address(record),
            "sha256": fingerprint(record, site),
        }
        yield record.owners, Item(record, url, 0, record, extra)


def _said(row: Item) -> str | None:
    gone = row.beside["extent"] is Extent.WITHDRAWN
    return word("data.withdrawn") if gone else "\n".join(paragraphs(said_of(row.record))) or None


def _version(row: Item) -> str:
    last = row.record.revisions[-1] if row.record.revisions else None
    return version_html(last.version).striptags() if last else word("incident.first_version")


RECORDS = TableFile(
    "records",
    (
        RECORD,
        Column("kind", attrgetter("record.kind"), source="種類"),
        Column("kind", attrgetter("record.kind.machine"), CODE, part="code", source="種類"),
        Column("called", lambda row: words_of(title_of(row.record)), source="件名"),
        Column("released_on", lambda row: row.record.released_on.earliest.isoformat(), DATE, source="発表日"),
        Column("released_on", attrgetter("record.released_on"), part="written", source="発表日"),
        Column("fiscal_year", lambda row: fiscal_year(row.record.released_on.earliest), NUMBER),
        Column("department", lambda row: row.beside["section"][1], source="所管"),
        Column("department", lambda row: row.beside["section"][0], CODE, part="code", source="所管"),
        Column("extent", lambda row: word(f"data.extent.{row.beside['extent'].value}"), source="公開.状態"),
        Column("extent", lambda row: row.beside["extent"].value, CODE, part="code", source="公開.状態"),
        Column("said", _said, source="要約"),
        Column("version", _version, source="改訂.版"),
        URL,
        Column("json", lambda row: row.beside["json"], ADDRESS),
        Column("sha256", lambda row: row.beside["sha256"], CODE),
    ),
    _records,
)


def _contacts(record: PublicRecord) -> Iterator[tuple[str, Contact[Any]]]:
    yield from (("contacts", one) for one in record.contacts)
    asking = record.asking if isinstance(record, Minutes) else ()
    body = record.for_residents.body if isinstance(record, Incident) else None
    to_call = body.contacts if isinstance(body, ForResidents) and isinstance(body.contacts, tuple) else ()
    yield from (("asking", one) for one in (*asking, *to_call))


_CONTACT = Of(Contact, lambda row: row.value[1], "担当")
CONTACTS = TableFile(
    "contacts",
    (
        *IN_RECORD,
        Column("contact_kind", lambda row: word(f"data.contact.{row.value[0]}")),
        *_CONTACT.text(section="contact_section", post="contact_post", name="contact_name", phone="contact_phone"),
        *_CONTACT.text(extension="contact_extension", fax="contact_fax", mail="contact_mail", hours="contact_hours"),
    ),
    items(Record, _contacts),
)


def _sanctioned(record: Discipline[Any]) -> Iterator[tuple[str, Sanctioned[Any]]]:
    yield from (("rows", one) for one in record.rows)
    yield from (("supervisors", one) for one in record.supervisors)


_SANCTIONED = Of(Sanctioned, lambda row: row.value[1], "一覧")
DISPOSITIONS = TableFile(
    "dispositions",
    (
        *IN_RECORD,
        Column("sanction_list", lambda row: word(f"data.sanction_list.{row.value[0]}")),
        *_SANCTIONED.word("sanction"),
        *_SANCTIONED.text(extent="sanction_extent", authority="sanction_authority", section="sanctioned_section"),
        *_SANCTIONED.text(post="sanctioned_post", age="sanctioned_age", age_group="sanctioned_age_group"),
        *_SANCTIONED.text(sex="sanctioned_sex", name="sanctioned_name"),
        *_SANCTIONED.when(when="sanctioned_when"),
        *_SANCTIONED.text(reason="sanction_reason"),
        URL,
    ),
    items(Discipline, _sanctioned),
)

_BATCH = of_item(BatchRow, "明細")
BATCHES = TableFile(
    "batch-incidents",
    (
        *IN_RECORD,
        *_BATCH.when("occurred", "discovered"),
        *_BATCH.text(section="batch_section"),
        *_BATCH.word("incident_types"),
        *_BATCH.text(summary="batch_summary"),
        *_BATCH.count("people"),
        *_BATCH.text(response="batch_response"),
        URL,
    ),
    items(Batch, attrgetter("rows")),
)


def _corrections(site: Site) -> Iterator[Row]:
    """The changes of every record; where it shows its content no more, without what was changed in it."""
    for record in _all(site):
        url = f"{site.settings.site_url}{record_address(record)}"
        full = extent(record, site.now) is Extent.FULL
        for _, number, revision in revisions(record):
            yield record.owners, Item(record, url, number, revision, revision if full else None)


_REVISION = of_item(Revision, "改訂")
_OPEN = Of(Revision, attrgetter("beside"), "改訂")
CORRECTIONS = TableFile(
    "corrections",
    (
        *IN_RECORD,
        *_REVISION.word(kind="revision_kind"),
        *_REVISION.text("version"),
        *_REVISION.when("at"),
        *_OPEN.text("wrong", "right", part="revision_part"),
        *_REVISION.text(reason="revision_reason"),
        URL,
    ),
    _corrections,
)


def _relations(site: Site) -> Iterator[Row]:
    """Both ways, as the pages list them."""
    links = Links(site)
    for record in _all(site):
        for number, link in enumerate(links.related(record), 1):
            if link.record.id not in site.drafts:
                yield record.owners | link.record.owners, Item(record, "", number, link)


RELATIONS = TableFile(
    "relations",
    (
        RECORD,
        Column("related", attrgetter("value.record.id"), source="関連.記録"),
        *Of(Link, attrgetter("value"), "関連").word("relation"),
    ),
    _relations,
)


def _changes(site: Site) -> Iterator[Row]:
    """Everything that was published or changed since the first day, oldest first: what an archive asks for."""
    links = Links(site)
    found = [
        Item(record, entry.url, 0, entry, fingerprint(record, site))
        for record in _all(site)
        for entry in entries_of(record, links)
    ]
    for item in sorted(found, key=lambda one: (one.value.published, one.value.id)):
        yield item.record.owners, item


CHANGES = TableFile(
    "changes",
    (
        Column("when", attrgetter("value.published"), INSTANT),
        Column("change", lambda row: _change_word(row.value.change)),
        Column("change", attrgetter("value.change"), CODE, part="code"),
        RECORD,
        Column("called", lambda row: words_of(title_of(row.record)), source="件名"),
        URL,
        Column("json", attrgetter("value.data"), ADDRESS),
        Column("sha256", attrgetter("beside"), CODE),
    ),
    _changes,
)


def _change_word(change: str) -> str:
    return word("data.published" if change == PUBLICATION else f"revision.kind.{change}")


TABLES = (RECORDS, CONTACTS, DISPOSITIONS, BATCHES, CORRECTIONS, RELATIONS, CHANGES)
