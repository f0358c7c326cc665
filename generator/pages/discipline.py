"""The page of a 処分公表: what happened, who was disciplined as far as 公表基準 shows it, and who answers for it.

懲戒処分 and other measures never stand in one list (地方公務員法29条1項).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.environment import render
from generator.pages.formats import count_text
from generator.pages.frame import Frame, council_crumbs, frame
from generator.pages.inline import html_of
from generator.pages.links import Links, record_address, relative
from generator.pages.measures import sanction_kinds
from generator.pages.notices import Extent, extent
from generator.pages.record_page import record_page
from generator.pages.sheet import abstract
from generator.records.content import Content, Standing
from generator.records.counts import Count
from generator.records.discipline import Discipline, Sanctioned
from generator.records.vocabulary import Unit
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.measures import SanctionKind
    from generator.pages.page import Page, Site
    from generator.records.common import Appendix, Attachment
    from generator.records.incident import Statement
    from generator.text import PublicText

_OPTIONAL = ("authority", "section", "post", "age", "sex", "name", "when", "reason")
"""Columns that stand only where a row fills them, in their order round 処分."""


@dataclass(frozen=True, slots=True)
class Table:
    """One of the two kinds of measures, with the columns that somebody filled."""

    caption: str
    about: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Sanctioned[PublicText], ...]


@dataclass(frozen=True, slots=True)
class DisciplineContext:
    """What templates/discipline.html receives."""

    frame: Frame
    heading: PublicText | str
    text: Content[PublicText] | None
    standing: Standing[PublicText] | None
    count: str
    count_words: Content[PublicText] | None
    rows: tuple[Table, ...]
    supervisors: tuple[Table, ...]
    statements: tuple[Statement[PublicText], ...]
    exception: Content[PublicText] | None
    criteria_href: str
    appendices: tuple[Appendix[PublicText], ...]
    attachments: tuple[Attachment[PublicText], ...]


def discipline_pages(site: Site, links: Links) -> Iterator[Page]:
    """One page for each."""
    for record in site.records:
        if isinstance(record, Discipline):
            yield record_page(
                record, links, render("discipline.html", discipline_context(record, links)), said=abstract(record)
            )


def discipline_context(record: Discipline[PublicText], links: Links) -> DisciplineContext:
    """What the page of one 処分公表 shows."""
    site, said = links.site, abstract(record)
    full = extent(record, site.now) is Extent.FULL
    body, counted = record.summary.body, record.count
    return DisciplineContext(
        frame=frame(
            record,
            links,
            what=word("discipline.what"),
            crumbs=(*council_crumbs(record, site), (word("discipline.this"), "")),
            # Without a 要約 the first sentence of 概要 stands for it, and 概要 itself follows below.
            abstract=html_of(said) if record.abstract or not full else "",
        ),
        heading=record.summary.heading or word("discipline.summary"),
        text=body if full and isinstance(body, Content) else None,
        standing=body if full and isinstance(body, Standing) else None,
        count=count_text(counted, Unit.CASE) if isinstance(counted, Count) else "",
        count_words=counted if isinstance(counted, Content) else None,
        rows=tuple(map(_table, sanction_kinds(record.rows))) if full else (),
        supervisors=tuple(map(_table, sanction_kinds(record.supervisors))) if full else (),
        statements=record.statements,
        exception=record.exception,
        criteria_href=relative("/about/", record_address(record)) + "#criteria",
        appendices=record.appendices,
        attachments=record.attachments,
    )


def _table(kind: SanctionKind[Sanctioned[PublicText]]) -> Table:
    columns = tuple(column for column in _OPTIONAL if any(_has(row, column) for row in kind.rows))
    return Table(kind.caption, kind.about, kind.head, columns, kind.rows)


def _has(row: Sanctioned[PublicText], column: str) -> bool:
    return bool(row.age or row.age_group) if column == "age" else getattr(row, column) is not None
