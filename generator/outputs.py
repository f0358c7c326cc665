"""What `publish` promises to `verify`: every file of the staged site and the records each may carry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """What becomes of the pages."""

    SITE = "site"
    """A folder that a web server serves."""
    COPY = "copy"
    """The files of a bundle, read from a disk: no server, no network, only the state of one day."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site."""

    path: str
    """Relative to the staged site, with forward slashes."""
    owners: frozenset[str]
    """Ids of the records, and numbers of the cases, whose words this file may carry."""
    shell: bool = False
    """Ships with kohyo or the theme and holds no record's words (style sheets, icons)."""
    parts: tuple[frozenset[str], ...] = ()
    """Of a file that holds many records one after the other: the owners of each part, in order."""
