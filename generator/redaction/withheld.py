"""What redact hands to verify, in memory only: what must be gone, and what may stand where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.redaction.kinds import Kind


@dataclass(frozen=True, slots=True)
class Withheld:
    """One identifier that no output may hold."""

    folded: str = field(repr=False)
    """The characters as `view.fold` leaves them, without any space."""
    kind: Kind
    owners: frozenset[str]
    """The record it was in and its case."""
    everywhere: bool
    """True: looked for in every output.  False (dates of birth, short strings): only in outputs of its owners, as a
    whole token, because the same characters mean something else elsewhere."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One occurrence that stays readable, known by the folded text around it; never a string everywhere."""

    folded: str = field(repr=False)
    """The whole public text it stands in, folded, without any space."""
    start: int
    end: int
    """The occurrence within `folded`."""
    kind: Kind
    reason: str
    """Key of ja.toml, table `kept`: `field`, `official`, `own-phone`, `mark` …"""
    owners: frozenset[str] = frozenset()
    """Only outputs that carry one of these may show it; empty for the settings' own values, which any may."""
