"""A list as pages of links: entries under headings, cut so that one stays light on a phone, the other ways beside it.

Knows neither what it lists nor by what that can be looked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages.environment import render
from generator.pages.links import SEARCH, relative
from generator.pages.page import Page
from generator.pages.pagination import cuts
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from markupsafe import Markup

    from generator.pages.entries import Entry
    from generator.pages.facets import Choice, Facet
    from generator.pages.pagination import Cut


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a list, with whose words it carries and the day of the newest of them."""

    entry: Entry
    owners: frozenset[str]
    modified: date


@dataclass(frozen=True, slots=True)
class Listing:
    """One list before it is cut."""

    address: str
    title: str
    lines: tuple[Line, ...]
    groups: tuple[str, ...]
    """The heading each line stands under; equal ones stand together."""
    above: tuple[tuple[str, str], ...]
    """Label and address of each step between the front page and it."""
    section: str
    """Which item of the navigation is current."""
    browse: str
    """What the other ways to look are called."""
    crumb: str = ""
    description: str = ""
    apart: bool = False
    """Whether records lie below its address: its further pages lie under `all/` then, for one could be called 2."""
    beside: tuple[tuple[str, str], ...] = ()
    """Label and address of pages that tell the same in another way."""
    searched: bool = False
    """Whether it has the box of the search."""

    def page_address(self, number: int) -> str:
        """`/years/2026/`, `/years/2026/2/`, `/incidents/all/2/`."""
        if number == 1:
            return self.address
        return f"{self.address}{'all/' if self.apart else ''}{number}/"


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
    beside: tuple[tuple[str, str], ...]
    cut: Cut
    groups: tuple[Group, ...]
    browse: str
    facets: tuple[FacetLinks, ...]
    search_href: str
    """Where all that is listed can be searched; empty where the list is a part."""


def listing_pages(listing: Listing, facets: tuple[Facet, ...]) -> Iterator[Page]:
    """The pages of one list."""
    for cut in cuts(len(listing.lines), listing.page_address):
        address = listing.page_address(cut.number)
        shown = listing.lines[cut.start : cut.end]
        context = ListContext(
            title=listing.title,
            crumbs=_crumbs(listing, address),
            beside=tuple((label, relative(target, address)) for label, target in listing.beside),
            cut=cut,
            groups=_groups(listing, cut, address),
            browse=listing.browse,
            facets=facet_links(facets, listing.address, address),
            search_href=relative(SEARCH, address) if listing.searched else "",
        )
        yield Page(
            address=address,
            title=cut.title(listing.title),
            body=render("list.html", context),
            owners=frozenset().union(*(line.owners for line in shown)),
            description=listing.description or word("list.about", title=listing.title),
            modified=max((line.modified for line in shown), default=None),
            section=listing.section,
        )


def _crumbs(listing: Listing, address: str) -> tuple[tuple[str, str], ...]:
    """(label, address) of each step above the page; the last is the page itself."""
    steps = ((word("list.home"), "/"), *listing.above)
    return (*((label, relative(target, address)) for label, target in steps), (listing.crumb or listing.title, ""))


def _groups(listing: Listing, cut: Cut, address: str) -> tuple[Group, ...]:
    return tuple(
        Group(heading, tuple(listing.lines[i].entry.html(address) for i in indexes))
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
