"""The page with the form of the search, and lists that find everything without it: where no script runs is no form."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.pages.environment import render
from generator.pages.facets import Choice, Facet, facets_of
from generator.pages.links import SEARCH, kind_address, relative
from generator.pages.listing import FacetLinks, facet_links
from generator.pages.page import Page
from generator.pages.search import has_search
from generator.pages.states import State
from generator.records.vocabulary import RecordKind
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.matters import Matter
    from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class FindContext:
    """What templates/search.html receives."""

    crumbs: tuple[tuple[str, str], ...]
    root: str
    file: str
    """What a link to a page ends in where no server completes it."""
    lists: tuple[FacetLinks, ...]
    states: tuple[State, ...]
    site_title: str
    telephone: str
    asks: str
    """Whom to ask where nothing is found."""


def search_pages(site: Site, matters: tuple[Matter, ...]) -> Iterator[Page]:
    """The page at `/search/`, where there is anything to find."""
    if not has_search(site):
        return
    settings = site.settings
    site_name = f"{settings.municipality.name} {settings.wording.site_name}"
    facets = (_kinds(site), *facets_of(matters, settings))
    context = FindContext(
        crumbs=((word("list.home"), relative("/", SEARCH)), (word("shell.to.search"), "")),
        root=relative("/", SEARCH),
        file="index.html" if site.form is Form.COPY else "",
        lists=tuple(facet for facet in facet_links(facets, SEARCH, SEARCH) if facet.choices),
        states=tuple(State),
        site_title=f"{word('search.title')}{word('shell.title_joint')}{site_name}",
        telephone=settings.municipality.main_phone,
        asks=settings.municipality.name,
    )
    yield Page(
        address=SEARCH,
        title=word("search.title"),
        body=render("search.html", context),
        owners=frozenset(),
        description=word("search.about"),
        template="search.html",
        section="search",
    )


def _kinds(site: Site) -> Facet:
    """The lists of every kind there is."""
    found = Counter(record.kind for record in site.records)
    choices = (Choice(kind.japanese, kind_address(kind), (None,) * found[kind]) for kind in RecordKind if found[kind])
    return Facet("kinds", word("search.facet.kind"), tuple(choices))
