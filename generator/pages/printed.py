"""The sheets of paper that belong to the pages of records: one beside each, of the same words in the same order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.pages.formats import clock, version_html
from generator.pages.frame import modified
from generator.pages.inline import plain
from generator.pages.links import record_address
from generator.printing.marks import CODE_MARK
from generator.printing.sheet import Around, printed, sheet
from generator.records.vocabulary import RecordKind
from generator.text import PublicText
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.pages.page import Page, Site
    from generator.records import PublicRecord

_TO_THE_PRESS = (RecordKind.INCIDENT, RecordKind.DISPOSITION, RecordKind.BATCH)
"""Whose sheets are addressed to the press; the others are papers of meetings and of auditors."""


def with_sheets(pages: Iterable[Page], site: Site) -> Iterator[Page]:
    """The pages; those of records with their sheet."""
    records = {record_address(record): record for record in site.records}
    for page in pages:
        record = records.get(page.address)
        yield page if record is None else _with_sheet(page, record, site)


def _with_sheet(page: Page, record: PublicRecord, site: Site) -> Page:
    url = site.settings.site_url + page.address
    content = printed(page.body, url)
    code = content.code
    printing = site.settings.printing
    to_press = record.kind in _TO_THE_PRESS
    around = Around(
        page.title,
        modified(record),
        (printing.addressee, printing.seal) if to_press else ("", ""),
        (f"{word('foot.place')} {url}", f"{_version(record)}　{word('foot.code')} {code}"),
        printing.crest,
    )
    return replace(page, body=page.body.replace(CODE_MARK, code), sheet=sheet(content, around))


def _version(record: PublicRecord) -> str:
    """Which version it is, and of when: as in the foot of the page."""
    if record.revisions:
        last = record.revisions[-1]
        when = last.at.plain if isinstance(last.at, PublicText) else last.at.shown
        return f"{version_html(last.version).striptags()}　{when}"
    at = clock(record.released_at) if record.released_at else ""
    time = plain(at) if isinstance(at, PublicText) else at
    return f"{word('incident.first_version')}　{record.released_on.shown} {time}".rstrip()
