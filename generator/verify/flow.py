"""Units joined into one folded text without spaces and hyphens, and what the joining passed over.

A search runs over `text`; whatever it finds is then judged by what stands between the characters in the
units themselves: blanks, hyphens, edges, the end of a unit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.folding import INVISIBLE, MARKS
from generator.redaction.view import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.verify.unit import Unit

_CLUSTER = regex(f".[{MARKS}]*", re.DOTALL)
_UNSEEN = regex(f"[{INVISIBLE}]")


def bare(text: str) -> str:
    """The text folded, without spaces and hyphens: 0400-00-1234, ０４００　００　１２３４ and 0400001234 are one."""
    return fold(text).replace("-", "")


APART = "\n"
"""Between units that have nothing to do with each other: no folded text holds it."""


class Flow:
    """Some units in the order they are read, joined by `between` (nothing, or APART)."""

    def __init__(self, units: Sequence[Unit], between: str = "") -> None:
        self.units = units
        self._gap = len(between)
        self._texts = [bare(unit.text) for unit in units]
        self.text = between.join(self._texts)
        self._clusters: dict[int, tuple[list[int], list[int]]] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + self._gap for text in self._texts), initial=0))

    @cached_property
    def _bounds(self) -> frozenset[int]:
        return frozenset(self._starts) | {start - self._gap for start in self._starts}

    def crosses(self, start: int, end: int) -> bool:
        """Whether the stretch (not empty) lies in more than one unit."""
        return self.index(start) != self.index(end - 1)

    def offset(self, position: int) -> int:
        """Where in the file the character at `position` stands."""
        index = self.index(position)
        return self.units[index].offset(self._origins(index)[0][position - self._starts[index]])

    def stretch(self, index: int, start: int, end: int) -> tuple[int, int]:
        """The positions of characters `start` to `end` of the unit with that index."""
        starts, _ = self._origins(index)
        first = sum(origin < start for origin in starts)
        return self._starts[index] + first, self._starts[index] + first + sum(start <= at < end for at in starts)

    def written(self, start: int, end: int) -> str:
        """The stretch as `fold` leaves it, its hyphens included."""
        parts = []
        while start < end:
            index = self.index(start)
            stop = min(end, self._starts[index + 1])
            starts, ends = self._origins(index)
            begin = self._starts[index]
            parts.append(self.units[index].text[starts[start - begin] : ends[stop - begin - 1]])
            start = stop
        return fold("".join(parts))

    def before(self, position: int) -> str:
        """The folded character that adjoins on the left; empty behind a blank, an edge, or the start of a unit."""
        if self.is_bound(position):
            return ""
        index = self.index(position)
        unit, at = self.units[index], self._origins(index)[0][position - self._starts[index]]
        while at > 0 and at not in unit.edges:
            at -= 1
            if not _UNSEEN.match(unit.text[at]):
                return fold(unit.text[at])[-1:]
        return ""

    def after(self, position: int) -> str:
        """The folded character that adjoins on the right of the one before `position`."""
        index = self.index(position - 1)
        unit, at = self.units[index], self._origins(index)[1][position - 1 - self._starts[index]]
        while at < len(unit.text) and at not in unit.edges:
            if not _UNSEEN.match(unit.text[at]):
                return fold(unit.text[at])[:1]
            at += 1
        return ""

    def is_bound(self, position: int) -> bool:
        """Whether a unit begins or ends before `position`."""
        return position in self._bounds

    def is_edge(self, position: int) -> bool:
        """Whether a unit ends, or a tag that is an edge stands, before `position`."""
        if self.is_bound(position):
            return True
        index = self.index(position)
        starts, ends = self._origins(index)
        here = position - self._starts[index]
        return any(ends[here - 1] <= edge <= starts[here] for edge in self.units[index].edges)

    def index(self, position: int) -> int:
        """Which unit holds the character at `position`."""
        return bisect_right(self._starts, position) - 1

    def _origins(self, index: int) -> tuple[list[int], list[int]]:
        """For each character of a unit's folded text, where in the unit its original begins and ends."""
        if index not in self._clusters:
            self._clusters[index] = _origins(self.units[index].text, self._texts[index])
        return self._clusters[index]


def _origins(text: str, folded: str) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(text):
        shown = bare(match.group())
        # A ー between digits is a hyphen, which only the whole text tells; it is gone from `folded`.
        if folded.startswith(shown, len(starts)):
            starts += [match.start()] * len(shown)
            ends += [match.end()] * len(shown)
    return starts, ends
