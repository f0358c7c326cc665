"""The page value of one record, alike for all kinds: where it lies, whose words it carries, what lists say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.frame import modified
from generator.pages.inline import plain
from generator.pages.links import record_address
from generator.pages.notices import Extent, extent
from generator.pages.page import Page
from generator.pages.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from markupsafe import Markup

    from generator.pages.inline import Parts
    from generator.pages.links import Links
    from generator.records import PublicRecord


def record_page(  # noqa: PLR0913 -- what the kinds differ in, by name
    record: PublicRecord,
    links: Links,
    body: Markup,
    *,
    said: Parts,
    others: Iterable[PublicRecord] = (),
    dates: Iterable[date] = (),
    template: str = "record.html",
    section: str = "council",
) -> Page:
    """The page with its ready body.

    `said`: the sentence that stands for it, which is lost when it is taken down; `others`: records besides the related
    ones whose words the body carries; `dates`: days besides its own on which something in it was published.
    """
    beside = (*(link.record for link in links.related(record)), *others)
    return Page(
        address=record_address(record),
        title=plain(title_of(record)),
        body=body,
        owners=record.owners.union(*(other.owners for other in beside)),
        description=plain(said) if extent(record, links.site.now) is not Extent.WITHDRAWN else "",
        template=template,
        modified=max([modified(record), *dates]),
        section=section,
        draft=record.id in links.site.drafts,
    )
