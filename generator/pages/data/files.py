"""Every data file of a site, one by one; no file without a line in it."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.pages.data.cells import csv_bytes
from generator.pages.data.record_json import data_address, record_bytes, record_value
from generator.pages.data.tables import TABLES
from generator.pages.data.terms import terms_of
from generator.pages.file import SiteFile
from generator.pages.links import kind_address
from generator.records.vocabulary import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Site

NOBODY: frozenset[str] = frozenset()


def data_files(site: Site) -> Iterator[SiteFile]:
    """The JSON of each record, the files of the whole site, their dictionary and schemas."""
    if site.form is Form.COPY:
        return
    for record in site.records:
        if record.id not in site.drafts:
            yield SiteFile(data_address(record).lstrip("/"), record_bytes(record, site), record.owners)
    yield from _kinds(site)
    yield from _tables(site)


def kind_path(kind: RecordKind) -> str:
    """Where the file of all records of one kind lies: data/incidents.json."""
    return f"data{kind_address(kind)[:-1]}.json"


def _kinds(site: Site) -> Iterator[SiteFile]:
    """All records of a kind in one file, one on each line."""
    for kind, group in groupby(sorted(site.records, key=lambda r: list(RecordKind).index(r.kind)), lambda r: r.kind):
        records = [record for record in group if record.id not in site.drafts]
        if records:
            head = json.dumps({**terms_of(site.settings), "種類": kind.japanese}, ensure_ascii=False)[:-1]
            lines = ",\n".join(json.dumps(record_value(record, site), ensure_ascii=False) for record in records)
            data = f'{head}, "記録":[\n{lines}\n]}}\n'.encode()
            owners = tuple(record.owners for record in records)
            yield SiteFile(kind_path(kind), data, NOBODY.union(*owners), (NOBODY, *owners))


def _tables(site: Site) -> Iterator[SiteFile]:
    for table in TABLES:
        rows = list(table.rows(site))
        if rows:
            owners = tuple(whose for whose, _ in rows)
            data = csv_bytes((table.heads(), *(table.cells(row) for _, row in rows)))
            yield SiteFile(table.path, data, NOBODY.union(*owners), (NOBODY, *owners))
