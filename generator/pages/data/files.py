"""Every data file of a site, one by one; no file without a line in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.data.record_json import data_address, record_bytes
from generator.pages.file import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Site


def data_files(site: Site) -> Iterator[SiteFile]:
    """The JSON of each record, the files of the whole site, their dictionary and schemas."""
    for record in site.records:
        if record.id not in site.drafts:
            yield SiteFile(data_address(record).lstrip("/"), record_bytes(record, site), record.owners)
