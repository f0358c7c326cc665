"""What `publish` promises to `verify`: every file of the staged site and the records each may carry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site."""

    path: str
    """Relative to the staged site, with forward slashes."""
    owners: frozenset[str]
    """Ids of the records, and numbers of the cases, whose words this file may carry."""
    shell: bool = False
    """Ships with kohyo or the theme and holds no record's words (style sheets, icons)."""
