"""Every data file of a site, one by one; no file without a line in it, and none in a copy that lies on a disk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.pages.data.cells import csv_bytes
from generator.pages.data.dictionary import HEADS, entries, kind_path, metadata
from generator.pages.data.dictionary import rows as dictionary_rows
from generator.pages.data.record_json import data_address, dumped, record_bytes, record_value, schema_address
from generator.pages.data.schema import record_schema
from generator.pages.data.tables import TABLES
from generator.pages.data.terms import terms_of
from generator.pages.file import SiteFile
from generator.records.vocabulary import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.pages.data.columns import Row, TableFile
    from generator.pages.page import Site
    from generator.records import PublicRecord

NOBODY: frozenset[str] = frozenset()
CHANGES, DICTIONARY, METADATA = "data/changes.json", "data/dictionary", "data/csv-metadata.json"


@dataclass(frozen=True, slots=True)
class Filled:
    """A table of this site that has a row, with its rows."""

    table: TableFile
    rows: tuple[Row, ...]


def data_files(site: Site) -> Iterator[SiteFile]:
    """The JSON of each record, the files of the whole site, their dictionary and schemas."""
    if site.form is Form.COPY:
        return
    tables = filled(site)
    for record in _records(site):
        yield SiteFile(data_address(record).lstrip("/"), record_bytes(record, site), record.owners)
    yield from (_of_kind(kind, site) for kind in kinds(site))
    yield from map(_csv, tables)
    yield from (_changes(one, site) for one in tables if one.table.name == "changes")
    yield from _described(site, tables)
    # Without a rule everything may be read by everybody (RFC 9309, 2.2.1).
    yield SiteFile("robots.txt", f"Sitemap: {site.settings.site_url}/sitemap.xml\n".encode(), NOBODY)


def filled(site: Site) -> tuple[Filled, ...]:
    """The tables that have something to say."""
    found = (Filled(table, tuple(table.rows(site))) for table in TABLES)
    return tuple(one for one in found if one.rows)


def kinds(site: Site) -> tuple[RecordKind, ...]:
    """The kinds of records that the site has."""
    present = {record.kind for record in _records(site)}
    return tuple(kind for kind in RecordKind if kind in present)


def _records(site: Site) -> tuple[PublicRecord, ...]:
    return tuple(record for record in site.records if record.id not in site.drafts)


def _of_kind(kind: RecordKind, site: Site) -> SiteFile:
    """All records of a kind in one file, one on each line."""
    records = [record for record in _records(site) if record.kind is kind]
    return _lines(
        kind_path(kind),
        {**terms_of(site.settings), "種類": kind.japanese},
        [(record.owners, record_value(record, site)) for record in records],
    )


def _changes(changes: Filled, site: Site) -> SiteFile:
    """The list of changes once more, for programs."""
    heads = changes.table.heads()
    rows = [(owners, dict(zip(heads, changes.table.cells(row), strict=True))) for owners, row in changes.rows]
    return _lines(CHANGES, dict(terms_of(site.settings)), rows)


def _lines(path: str, head: dict[str, str], values: Sequence[tuple[frozenset[str], object]]) -> SiteFile:
    """A JSON file with one value on each line, so that `verify` reads each with its owners."""
    lines = ",\n".join(json.dumps(value, ensure_ascii=False) for _, value in values)
    owners = tuple(whose for whose, _ in values)
    data = f'{json.dumps(head, ensure_ascii=False)[:-1]}, "一覧":[\n{lines}\n]}}\n'.encode()
    return SiteFile(path, data, NOBODY.union(*owners), (NOBODY, *owners))


def _csv(one: Filled) -> SiteFile:
    owners = tuple(whose for whose, _ in one.rows)
    data = csv_bytes((one.table.heads(), *(one.table.cells(row) for _, row in one.rows)))
    return SiteFile(one.table.path, data, NOBODY.union(*owners), (NOBODY, *owners))


def _described(site: Site, tables: tuple[Filled, ...]) -> Iterator[SiteFile]:
    """The dictionary in three forms, the schemas: words of ours only."""
    of_site = [one.table for one in tables]
    found = list(dictionary_rows(list(entries(of_site, kinds(site), site.settings))))
    yield SiteFile(f"{DICTIONARY}.csv", csv_bytes(found), NOBODY)
    keyed = [dict(zip(HEADS, row, strict=True)) for row in found[1:]]
    yield SiteFile(f"{DICTIONARY}.json", dumped({**terms_of(site.settings), "entries": keyed}) + b"\n", NOBODY)
    yield SiteFile(METADATA, dumped(metadata(of_site, site)) + b"\n", NOBODY)
    for kind in kinds(site):
        schema = dumped(record_schema(kind, site.settings)) + b"\n"
        yield SiteFile(schema_address(kind.machine).lstrip("/"), schema, NOBODY)
