"""A file of the site that is no page: a feed, a data file, a schema."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file, ready as it is served."""

    path: str
    """From the root of the site, without a slash before it; its ending needs a reader in `verify`."""
    data: bytes = field(repr=False)
    owners: frozenset[str]
    """Ids of the records and numbers of the cases whose words it carries."""
    parts: tuple[frozenset[str], ...] = ()
    """Of a file that holds many records one after the other: the owners of each part, in order."""
