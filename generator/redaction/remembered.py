"""A scanner that asks first what earlier runs found in a passage: offsets and kinds, for the detectors' eyes alone.

What it found in this run itself it hands on as `fresh`: verify reads with that one and takes no earlier run's word.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.redaction.hit import Hit
from generator.redaction.kinds import Kind
from generator.redaction.scan import Scanner

if TYPE_CHECKING:
    from generator.cache import Shelf
    from generator.redaction.scan import Passage


class RememberingScanner(Scanner):
    """Finds what a `Scanner` finds."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._fresh = Scanner()

    @property
    def fresh(self) -> Scanner:
        """The scanner of what no shelf held."""
        return self._fresh

    def _find(self, passage: Passage) -> tuple[Hit, ...]:
        key = json.dumps([passage.label, passage.text]).encode()
        told = self._shelf.get(key)
        if told is not None:
            return tuple(Hit(start, end, Kind(kind), sure, why) for start, end, kind, sure, why in json.loads(told))
        hits = self._fresh.scan(passage)
        self._shelf.put(key, json.dumps([[h.start, h.end, h.kind.value, h.sure, h.why] for h in hits]).encode())
        return hits
