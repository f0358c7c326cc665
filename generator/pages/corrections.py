"""訂正の一覧: everything that was changed in a record after its publication, with the reason.  Nothing is silent."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages.environment import render
from generator.pages.links import record_address, relative
from generator.pages.news import revisions
from generator.pages.notices import Extent, extent
from generator.pages.page import Page
from generator.pages.pagination import cuts
from generator.pages.titles import title_of
from generator.records.dates import fiscal_year, fiscal_year_name
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.inline import Parts
    from generator.pages.page import Site
    from generator.pages.pagination import Cut
    from generator.records import PublicRecord
    from generator.records.common import Revision
    from generator.records.dates import When
    from generator.text import PublicText

ADDRESS = "/corrections/"


@dataclass(frozen=True, slots=True)
class Correction:
    """One 改訂 and the record it belongs to."""

    when: When
    number: int
    record: PublicRecord
    revision: Revision[PublicText]
    in_full: bool
    """Whether 誤 and 正 may be shown: not where the record itself no longer shows its content."""


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction with the link from one page."""

    correction: Correction
    title: Parts
    href: str


@dataclass(frozen=True, slots=True)
class CorrectionsContext:
    """What templates/corrections.html receives."""

    crumbs: tuple[tuple[str, str], ...]
    cut: Cut
    groups: tuple[tuple[str, tuple[CorrectionLine, ...]], ...]


def corrections_pages(site: Site) -> Iterator[Page]:
    """The list, newest first, page by page."""
    found = _corrections(site)
    for cut in cuts(len(found), _address):
        address = _address(cut.number)
        shown = found[cut.start : cut.end]
        crumbs = ((word("list.home"), relative("/", address)), (word("corrections.title"), ""))
        yield Page(
            address=address,
            title=cut.title(word("corrections.title")),
            body=render("corrections.html", CorrectionsContext(crumbs, cut, _groups(shown, address))),
            owners=frozenset().union(*(correction.record.owners for correction in shown)),
            description=word("corrections.about"),
            modified=max((correction.when.earliest for correction in shown), default=None),
            section="corrections",
        )


def _address(number: int) -> str:
    return ADDRESS if number == 1 else f"{ADDRESS}{number}/"


def _corrections(site: Site) -> list[Correction]:
    found = [
        Correction(when, number, record, revision, extent(record, site.now) is Extent.FULL)
        for record in site.records
        for when, number, revision in revisions(record)
    ]
    return sorted(found, key=lambda c: (c.when.earliest, c.record.id, c.number), reverse=True)


def _groups(shown: list[Correction], address: str) -> tuple[tuple[str, tuple[CorrectionLine, ...]], ...]:
    lines = [CorrectionLine(one, title_of(one.record), relative(record_address(one.record), address)) for one in shown]
    by_year = groupby(lines, key=lambda line: fiscal_year(line.correction.when.earliest))
    return tuple((fiscal_year_name(year), tuple(group)) for year, group in by_year)
