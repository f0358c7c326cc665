"""What a detector yields: a stretch of one view, and what a detector is.

Spans count characters of `View.text`; `scan` maps them to the original and merges them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.kinds import Kind
    from generator.redaction.view import View


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a view's text."""

    start: int
    end: int
    kind: Kind
    sure: bool
    """True: a finding.  False: a suspicion, for a person to decide."""
    why: str
    """The key of its reason in ja.toml, table `why`."""


class Detector(Protocol):
    """One way to recognise one kind of identifier; a frozen value without state."""

    @property
    def kind(self) -> Kind:
        """What it finds."""

    @property
    def why(self) -> str:
        """The key of its usual reason."""

    def find(self, view: View) -> Iterator[Span]:
        """Every stretch it recognises, in any order; overlaps are settled by `scan`."""
