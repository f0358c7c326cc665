"""What the scan yields: one place in a text that holds, or may hold, an identifier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.redaction.kinds import Kind


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `start` to `end` of the original text."""

    start: int
    end: int
    kind: Kind
    sure: bool
    """True: a finding, withheld.  False: a suspicion, the build waits for a person."""
    why: str
    """The key of its reason in ja.toml, table `why`: `honorific`, `label`, `check-digit` …"""

    def __lt__(self, other: Hit) -> bool:
        return (self.start, self.end, self.kind.value) < (other.start, other.end, other.kind.value)
