"""The lists of 事案: all of them, and those of each 年度, 種別, 所管 and 状態.  Pages of links, without a script.

A list is cut into pages, so that one stays light on a phone however long the archive grows.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages.entries import entry_of
from generator.pages.environment import render
from generator.pages.facets import facets_of
from generator.pages.links import relative
from generator.pages.page import Page
from generator.pages.pagination import cuts
from generator.records.dates import fiscal_year_name
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.pages.entries import Entry
    from generator.pages.facets import Choice, Facet
    from generator.pages.matters import Matter
    from generator.pages.page import Site
    from generator.pages.pagination import Cut

ALL = "/incidents/"


@dataclass(frozen=True, slots=True)
class Listing:
    """One list before it is cut."""

    address: str
    title: str
    matters: tuple[Matter, ...]
    groups: tuple[str, ...]
    """The heading each matter stands under; equal ones stand together."""
    crumb: str = ""
    description: str = ""

    def page_address(self, number: int) -> str:
        """`/years/2026/`, `/years/2026/2/`; those of the list of all lie apart, for a record could be called 2."""
        if number == 1:
            return self.address
        return f"{self.address}{'all/' if self.address == ALL else ''}{number}/"


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading."""

    heading: str
    entries: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class ChoiceLink:
    """A value of a facet; without an address it finds nothing."""

    label: str
    count: int
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class FacetLinks:
    """A facet as links."""

    key: str
    label: str
    choices: tuple[ChoiceLink, ...]


@dataclass(frozen=True, slots=True)
class ListContext:
    """What templates/list.html receives."""

    title: str
    crumbs: tuple[tuple[str, str], ...]
    cut: Cut
    groups: tuple[Group, ...]
    facets: tuple[FacetLinks, ...]


def list_pages(site: Site, matters: tuple[Matter, ...]) -> Iterator[Page]:
    """Every list, page by page."""
    facets = facets_of(matters, site.settings)
    entries = {matter.first.id: entry_of(matter, site.drafts) for matter in matters}
    for listing in _listings(matters, facets):
        yield from _pages(listing, facets, entries)


def _listings(matters: tuple[Matter, ...], facets: tuple[Facet, ...]) -> Iterator[Listing]:
    yield Listing(ALL, word("list.all"), matters, _by_year(matters), description=word("list.about_all"))
    for facet in facets:
        for choice in facet.choices:
            if facet.key == "years":
                yield _year_listing(choice, matters)
            elif choice.count or facet.key == "states":
                yield _listing(facet, choice)


def _listing(facet: Facet, choice: Choice) -> Listing:
    title = word(f"list.of_{facet.key}", label=choice.label)
    return Listing(choice.address, title, choice.matters, _by_year(choice.matters), choice.label)


def _year_listing(choice: Choice, matters: tuple[Matter, ...]) -> Listing:
    """A year also shows what was made known before it and announced again in it; the count leaves that out."""
    year = int(choice.address.strip("/").rpartition("/")[2])
    later = tuple(matter for matter in matters if matter.year < year and year in matter.years)
    groups = (word("list.new_in_year", label=choice.label),) * choice.count
    groups += (word("list.again_in_year", label=choice.label),) * len(later)
    title = word("list.of_years", label=choice.label)
    return Listing(choice.address, title, choice.matters + later, groups, choice.label)


def _by_year(matters: tuple[Matter, ...]) -> tuple[str, ...]:
    return tuple(fiscal_year_name(matter.year) for matter in matters)


def _pages(listing: Listing, facets: tuple[Facet, ...], entries: dict[str, Entry]) -> Iterator[Page]:
    for cut in cuts(len(listing.matters), listing.page_address):
        address = listing.page_address(cut.number)
        shown = listing.matters[cut.start : cut.end]
        context = ListContext(
            title=listing.title,
            crumbs=_crumbs(listing, address),
            cut=cut,
            groups=_groups(listing, cut, address, entries),
            facets=facet_links(facets, listing.address, address),
        )
        yield Page(
            address=address,
            title=cut.title(listing.title),
            body=render("list.html", context),
            owners=frozenset().union(*(matter.owners for matter in shown)),
            description=listing.description or word("list.about", title=listing.title),
            modified=max((matter.modified for matter in shown), default=None),
            section="incidents",
        )


def _crumbs(listing: Listing, address: str) -> tuple[tuple[str, str], ...]:
    """(label, address) of each step above the page; the last is the page itself."""
    home = (word("list.home"), relative("/", address))
    if listing.address == ALL:
        return home, (word("shell.to.incidents"), "")
    return home, (word("shell.to.incidents"), relative(ALL, address)), (listing.crumb, "")


def _groups(listing: Listing, cut: Cut, address: str, entries: dict[str, Entry]) -> tuple[Group, ...]:
    return tuple(
        Group(heading, tuple(entries[listing.matters[i].first.id].html(address) for i in indexes))
        for heading, indexes in groupby(range(cut.start, cut.end), key=listing.groups.__getitem__)
    )


def facet_links(facets: tuple[Facet, ...], current: str, page: str) -> tuple[FacetLinks, ...]:
    """The facets as links from one page; `current` is the list it belongs to."""
    return tuple(
        FacetLinks(facet.key, facet.label, tuple(_choice_link(choice, current, page) for choice in facet.choices))
        for facet in facets
    )


def _choice_link(choice: Choice, current: str, page: str) -> ChoiceLink:
    href = relative(choice.address, page) if choice.count else ""
    return ChoiceLink(choice.label, choice.count, href, choice.address == current)
