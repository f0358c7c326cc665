"""The rows that tables share: the records that show their content, and what is inside them, counted from 1."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.pages.data.columns import ADDRESS, NUMBER, Column, Of
from generator.pages.links import record_address
from generator.pages.notices import Extent, extent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.pages.data.columns import Row
    from generator.pages.page import Site
    from generator.records import PublicRecord


@dataclass(frozen=True, slots=True)
class Item:
    """One thing inside a record."""

    record: PublicRecord
    url: str
    """Of the record's page, or of its place in it."""
    number: int
    value: Any
    beside: Any = None
    """What it is told with: the group it stands in, the numbers of what it is part of."""


def shown(site: Site, kind: type) -> Iterator[Any]:
    """The records of one kind that show their content now, oldest first; drafts are no data."""
    for record in site.records:
        if isinstance(record, kind) and record.id not in site.drafts and extent(record, site.now) is Extent.FULL:
            yield record


def items(kind: type, inside: Callable[[Any], Iterable[Any]]) -> Callable[[Site], Iterator[Row]]:
    """The rows of a table of what `inside` finds in each record of a kind."""

    def rows(site: Site) -> Iterator[Row]:
        for record in shown(site, kind):
            url = site.settings.site_url + record_address(record)
            for number, value in enumerate(inside(record), 1):
                yield record.owners, Item(record, url, number, value)

    return rows


VALUE = attrgetter("value")
RECORD = Column("record", attrgetter("record.id"))
NTH = Column("nth", attrgetter("number"), NUMBER)
URL = Column("url", attrgetter("url"), ADDRESS)
IN_RECORD = (RECORD, NTH)
"""How every row begins that tells of something inside a record."""


def of_item(kind: type, path: str = "") -> Of:
    """The columns of the thing itself."""
    return Of(kind, VALUE, path)
