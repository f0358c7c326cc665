"""Atom as bytes: a feed, its entries, and the links between the documents of an archived one (RFC 4287, RFC 5005).

Knows no record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA_TYPE = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, and whose words it carries."""

    id: str
    """An address that never changes, with a fragment where several things happened to one record."""
    url: str
    title: str
    published: str
    """RFC 3339, in Japan's time."""
    updated: str
    summary: str
    categories: tuple[tuple[str, str], ...]
    """Machine value and word."""
    data: str
    """The address of the record's JSON."""
    owners: frozenset[str]
    change: str
    """`publication`, or the machine value of the 改訂."""
    record: str
    """The record's id."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One document."""

    path: str
    """From the root of the site."""
    title: str
    page: str
    """The page that shows the same, from the root of the site."""
    entries: tuple[Entry, ...]
    """Newest first."""
    owners: frozenset[str] = frozenset()
    """Whose words its title carries."""
    current: str = ""
    """Of an archive: the feed it belongs to."""
    previous: str = ""
    """The archive before this document."""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """What every feed of a site says of it."""

    site_url: str
    name: str
    rights: str


def feed_bytes(feed: Feed, publisher: Publisher) -> bytes:
    """The document; every entry begins with its own tag, by which `verify` cuts the file."""
    lines = [*_head(feed, publisher), *(line for entry in feed.entries for line in _entry(entry)), "</feed>\n"]
    return "\n".join(lines).encode()


def _head(feed: Feed, publisher: Publisher) -> Iterator[str]:
    url = f"{publisher.site_url}/{feed.path}"
    yield '<?xml version="1.0" encoding="utf-8"?>'
    archived = ' xmlns:fh="http://purl.org/syndication/history/1.0"' if feed.current else ""
    yield f'<feed xmlns="http://www.w3.org/2005/Atom"{archived} xml:lang="ja">'
    yield f"<id>{escape(url)}</id>"
    yield f"<title>{escape(feed.title)}</title>"
    yield f"<updated>{max(entry.updated for entry in feed.entries)}</updated>"
    yield f"<author><name>{escape(publisher.name)}</name></author>"
    if publisher.rights:
        yield f"<rights>{escape(publisher.rights)}</rights>"
    yield _link("self", url, MEDIA_TYPE)
    yield _link("alternate", publisher.site_url + feed.page, "text/html")
    for rel, path in (("current", feed.current), ("prev-archive", feed.previous), ("next-archive", feed.following)):
        if path:
            yield _link(rel, f"{publisher.site_url}/{path}", MEDIA_TYPE)
    if feed.current:
        yield "<fh:archive/>"


def _entry(entry: Entry) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{escape(entry.id)}</id>"
    yield f"<title>{escape(entry.title)}</title>"
    yield f"<published>{entry.published}</published>"
    yield f"<updated>{entry.updated}</updated>"
    yield _link("alternate", entry.url, "text/html")
    yield _link("related", entry.data, "application/json")
    for term, label in entry.categories:
        yield f"<category term={quoteattr(term)} label={quoteattr(label)}/>"
    if entry.summary:
        yield f"<summary>{escape(entry.summary)}</summary>"
    yield "</entry>"


def _link(rel: str, href: str, kind: str) -> str:
    return f"<link rel={quoteattr(rel)} type={quoteattr(kind)} href={quoteattr(href)}/>"
