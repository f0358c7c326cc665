"""公表データと更新情報: every feed and every data file with what it holds, and the dictionary of their columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.pages.data.dictionary import Entry, entries, kind_path
from generator.pages.data.files import DICTIONARY, METADATA, filled, kinds
from generator.pages.data.record_json import schema_address
from generator.pages.data.terms import source_of
from generator.pages.environment import render
from generator.pages.feeds.files import feed_path, feeds_of
from generator.pages.formats import number
from generator.pages.linked_data import licensed, publisher, script_json
from generator.pages.links import kind_address, relative, section_address, type_address
from generator.pages.page import Page
from generator.records.vocabulary import IncidentType, RecordKind
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.data.files import Filled
    from generator.pages.page import Site

ADDRESS = "/data/"
DICTIONARY_PAGE = "/data/dictionary/"


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file that can be fetched."""

    label: str
    href: str
    name: str
    """What the file is called."""
    rows: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Feeds of one sort."""

    heading: str
    feeds: tuple[FileLine, ...]


@dataclass(frozen=True, slots=True)
class DataContext:
    """What templates/data.html receives."""

    crumbs: tuple[tuple[str, str], ...]
    main_feeds: tuple[FileLine, ...]
    feed_groups: tuple[FeedGroup, ...]
    tables: tuple[FileLine, ...]
    kinds: tuple[FileLine, ...]
    schemas: tuple[FileLine, ...]
    described: tuple[FileLine, ...]
    dictionary_href: str
    archive: tuple[FileLine, ...]
    licence: str
    source: str


@dataclass(frozen=True, slots=True)
class DictionaryContext:
    """What templates/dictionary.html receives."""

    crumbs: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str, tuple[Entry, ...]], ...]
    """What the file holds, its path, its columns."""
    described: tuple[FileLine, ...]


def data_pages(site: Site) -> Iterator[Page]:
    """The two pages; none in a copy, which has neither feeds nor data."""
    if site.form is Form.COPY or not kinds(site):
        return
    tables = filled(site)
    yield _data(site, tables)
    yield _dictionary(site, tables)


def _data(site: Site, tables: tuple[Filled, ...]) -> Page:
    context = DataContext(
        crumbs=((word("list.home"), relative("/", ADDRESS)), (word("data.page.title"), "")),
        main_feeds=tuple(_main_feeds(site)),
        feed_groups=tuple(_groups(site)),
        tables=tuple(_line(one.table.path, word(f"data.file.{one.table.name}"), rows=len(one.rows)) for one in tables),
        kinds=tuple(_line(kind_path(kind), kind.japanese) for kind in kinds(site)),
        schemas=tuple(_line(schema_address(kind.machine), kind.japanese) for kind in kinds(site)),
        described=_described(ADDRESS),
        dictionary_href=relative(DICTIONARY_PAGE, ADDRESS),
        archive=tuple(_line(f"data/{name}", name) for name in ("changes.csv", "manifest.json", "sha256sums.txt")),
        licence=site.settings.wording.licence,
        source=source_of(site.settings),
    )
    return Page(
        address=ADDRESS,
        title=word("data.page.title"),
        body=render("data.html", context),
        owners=frozenset(),
        description=word("data.page.description"),
        template="data.html",
        section="data",
        linked=_dataset(site, tables),
    )


def _main_feeds(site: Site) -> Iterator[FileLine]:
    made = {feed.path for feed in feeds_of(site)}
    corrections = feed_path("/corrections/")
    yield _line("feed.atom", word("data.page.feeds_main"), what=word("data.page.feeds_main_what"))
    if corrections in made:
        yield _line(corrections, word("feed.corrections"), what=word("data.page.newest"))


def _groups(site: Site) -> Iterator[FeedGroup]:
    made = {feed.path for feed in feeds_of(site)}
    departments = ((section_address(one.slug), one.name) for one in site.settings.departments)
    groups = (
        ("kinds", [(kind_address(kind), kind.japanese) for kind in RecordKind]),
        ("sections", [*departments, (section_address("other"), word("facet.other_section"))]),
        ("types", [(type_address(kind.machine), kind.japanese) for kind in IncidentType]),
    )
    for key, places in groups:
        lines = tuple(_line(feed_path(address), name) for address, name in places if feed_path(address) in made)
        if lines:
            yield FeedGroup(word(f"data.page.feeds_{key}"), lines)


def _described(page: str) -> tuple[FileLine, ...]:
    return (
        _line(f"{DICTIONARY}.csv", word("data.page.dictionary_csv"), page=page),
        _line(f"{DICTIONARY}.json", word("data.page.dictionary_json"), page=page),
        _line(METADATA, word("data.page.metadata"), page=page),
    )


def _line(path: str, label: str, *, rows: int = 0, what: str = "", page: str = ADDRESS) -> FileLine:
    path = path.lstrip("/")
    shown = number(rows) if rows else ""
    return FileLine(label, relative(f"/{path}", page), path.removeprefix("data/"), shown, what)


def _dataset(site: Site, tables: tuple[Filled, ...]) -> str:
    """The data in the words of schema.org, which search engines for data read."""
    settings = site.settings
    paths = [*(one.table.path for one in tables), *(kind_path(kind) for kind in kinds(site))]
    files = [
        {
            "@type": "DataDownload",
            "contentUrl": f"{settings.site_url}/{path}",
            "encodingFormat": "text/csv" if path.endswith(".csv") else "application/json",
        }
        for path in paths
    ]
    return script_json(
        {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": source_of(settings),
            "description": word("data.page.lead"),
            "url": settings.site_url + ADDRESS,
            "inLanguage": "ja",
            "isAccessibleForFree": True,
            "creator": publisher(settings),
            **licensed(settings),
            "distribution": files,
        }
    )


def _dictionary(site: Site, tables: tuple[Filled, ...]) -> Page:
    of_kinds = {kind_path(kind): kind.japanese for kind in kinds(site)}
    names = {one.table.path: word(f"data.file.{one.table.name}") for one in tables} | of_kinds
    found = entries([one.table for one in tables], kinds(site), site.settings)
    context = DictionaryContext(
        crumbs=(
            (word("list.home"), relative("/", DICTIONARY_PAGE)),
            (word("data.page.title"), relative(ADDRESS, DICTIONARY_PAGE)),
            (word("data.dictionary_page.title"), ""),
        ),
        files=tuple((names[path], path, tuple(group)) for path, group in groupby(found, lambda entry: entry.file)),
        described=_described(DICTIONARY_PAGE),
    )
    return Page(
        address=DICTIONARY_PAGE,
        title=word("data.dictionary_page.title"),
        body=render("dictionary.html", context),
        owners=frozenset(),
        description=word("data.dictionary_page.description"),
        template="data.html",
        section="data",
    )
