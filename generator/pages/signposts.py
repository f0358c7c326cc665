"""What a page tells machines besides its text: its feed, its data, and what it is in the words of schema.org."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.pages.data.record_json import data_address
from generator.pages.feeds.atom import MEDIA_TYPE
from generator.pages.feeds.files import feeds_of
from generator.pages.linked_data import of_front, of_record
from generator.pages.links import case_address, kind_address, record_address
from generator.pages.page import Alternate
from generator.patterns import regex
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.pages.feeds.atom import Feed
    from generator.pages.page import Page, Site
    from generator.records import PublicRecord

_LATER_PAGE = regex("[0-9]+/$")
"""The second page of a list and those after it."""


def with_signposts(pages: Iterable[Page], site: Site) -> Iterator[Page]:
    """The pages, each with its signposts; a copy to be read from a disk needs none."""
    if site.form is Form.COPY:
        yield from pages
        return
    feeds = {feed.page: feed for feed in feeds_of(site) if not feed.current}
    records = {record_address(record): record for record in site.records if record.id not in site.drafts}
    for page in pages:
        record = records.get(page.address)
        if record is not None:
            yield _of_record(page, record, site, feeds)
        elif page.draft:
            yield page
        else:
            linked = of_front(site) if page.address == "/" else page.linked
            yield replace(page, alternates=_feed(page.address, feeds), linked=linked)


def _of_record(page: Page, record: PublicRecord, site: Site, feeds: Mapping[str, Feed]) -> Page:
    data = Alternate(word("foot.data"), data_address(record), "application/json")
    home = case_address(record.case_id) if record.case_id else kind_address(record.kind)
    return replace(page, alternates=(*_feed(home, feeds), data), linked=of_record(record, site))


def _feed(address: str, feeds: Mapping[str, Feed]) -> tuple[Alternate, ...]:
    """The feed of a list; of a page without one that of the site."""
    feed = feeds.get(address) or feeds.get(_LATER_PAGE.sub("", address)) or feeds.get("/")
    return (Alternate(feed.title, f"/{feed.path}", MEDIA_TYPE),) if feed else ()
