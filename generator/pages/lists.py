"""The lists of 事案: all of them, and those of each 年度, 種別, 所管 and 状態.  Pages of links, without a script."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.pages.entries import entry_of
from generator.pages.facets import facets_of
from generator.pages.listing import Line, Listing, listing_pages
from generator.pages.search import has_search
from generator.pages.statistics.ledger import ADDRESS as STATISTICS
from generator.records.dates import fiscal_year_name
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.facets import Choice, Facet
    from generator.pages.matters import Matter
    from generator.pages.page import Page, Site

    Lines = dict[str, Line]

ALL = "/incidents/"


def list_pages(site: Site, matters: tuple[Matter, ...]) -> Iterator[Page]:
    """Every list, page by page."""
    facets = facets_of(matters, site.settings)
    lines = {matter.first.id: Line(entry_of(matter, site.drafts), matter.owners, matter.modified) for matter in matters}
    for listing in _listings(matters, facets, lines):
        searched = listing.address == ALL and has_search(site)
        yield from listing_pages(replace(listing, searched=searched), facets)


def _listings(matters: tuple[Matter, ...], facets: tuple[Facet, ...], lines: Lines) -> Iterator[Listing]:
    yield _listing(ALL, word("list.all"), matters, _by_year(matters), lines)
    for facet in facets:
        for choice in facet.choices:
            if facet.key == "years":
                yield _year_listing(choice, matters, lines)
            elif choice.count or facet.key == "states":
                title = word(f"list.of_{facet.key}", label=choice.label)
                yield _listing(choice.address, title, choice.matters, _by_year(choice.matters), lines, choice.label)


def _year_listing(choice: Choice, matters: tuple[Matter, ...], lines: Lines) -> Listing:
    """A year also shows what was made known before it and announced again in it; the count leaves that out."""
    year = int(choice.address.strip("/").rpartition("/")[2])
    later = tuple(matter for matter in matters if matter.year < year and year in matter.years)
    groups = (word("list.new_in_year", label=choice.label),) * choice.count
    groups += (word("list.again_in_year", label=choice.label),) * len(later)
    title = word("list.of_years", label=choice.label)
    return _listing(choice.address, title, choice.matters + later, groups, lines, choice.label)


def _by_year(matters: tuple[Matter, ...]) -> tuple[str, ...]:
    return tuple(fiscal_year_name(matter.year) for matter in matters)


def _listing(  # noqa: PLR0913, PLR0917 -- a list is all of this
    address: str, title: str, matters: tuple[Matter, ...], groups: tuple[str, ...], lines: Lines, crumb: str = ""
) -> Listing:
    is_all = address == ALL
    return Listing(
        address,
        title,
        tuple(lines[matter.first.id] for matter in matters),
        groups,
        above=() if is_all else ((word("shell.to.incidents"), ALL),),
        section="incidents",
        browse=word("list.browse"),
        crumb=word("shell.to.incidents") if is_all else crumb,
        description=word("list.about_all") if is_all else "",
        apart=is_all,
        beside=((word("shell.to.statistics"), STATISTICS),) if is_all else (),
    )
