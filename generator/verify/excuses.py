"""Which occurrences may stand although a detector or a withheld string meets them: the kept ones.

An occurrence is known by its neighbours, never by its own characters: 委員 内田 does not free a
resident 内田.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick

from generator.verify.flow import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.redaction.withheld import Kept
    from generator.verify.flow import Flow

NEIGHBOURS = 12
"""Folded characters compared on each side."""
ENOUGH = 6
"""Neighbours that must agree, both sides together, where the file cuts the text short (a summary)."""
FEW = 2
"""The same where it sets the whole text beside words of its own."""
_ELLIPSES = ("…", "...")
_JOINTS = frozenset(("", *"【】「」『』():|"))
"""Folded, empty for a blank; by them the site sets a whole text beside words of its own: 【訂正】件名, 報告 件名."""


class _Context(NamedTuple):
    """The neighbours of a kept occurrence; a side that is shorter than NEIGHBOURS ends there."""

    left: str
    right: str
    owners: frozenset[str]
    """Whose outputs may show it; empty: any."""


class Excuses:
    """The kept occurrences of all records."""

    def __init__(self, kept: Iterable[Kept]) -> None:
        found: dict[str, set[_Context]] = defaultdict(set)
        for one in kept:
            text = bare(one.folded[one.start : one.end])
            left, right = bare(one.folded[: one.start]), bare(one.folded[one.end :])
            found[text].add(_Context(left[-NEIGHBOURS:], right[:NEIGHBOURS], one.owners))
        found.pop("", None)
        self._contexts = list(found.values())
        self._longest = max(map(len, found), default=0)
        self._machine = AhoCorasick(found)

    def covers(self, flow: Flow, start: int, end: int, owners: frozenset[str]) -> bool:
        """Whether every letter and digit of this stretch belongs to an occurrence kept for these owners."""
        low = max(0, start - self._longest)
        window = flow.text[low : end + self._longest]
        free = {at for at in range(start, end) if not flow.text[at].isalnum()}
        for index, first, last in self._machine.find_matches_as_indexes(window, overlapping=True):
            first, last = low + first, low + last  # noqa: PLW2901 -- the same numbers, counted from the flow's start
            if (
                first < end
                and last > start
                and any(
                    _stands(flow, first, last, context)
                    for context in self._contexts[index]
                    if not context.owners or context.owners & owners
                )
            ):
                free.update(range(first, last))
        return free.issuperset(range(start, end))


def _stands(flow: Flow, start: int, end: int, context: _Context) -> bool:
    """Whether the occurrence has the neighbours it was kept with."""
    left, left_least = _left(flow, start, context.left)
    right, right_least = _right(flow, end, context.right)
    if left is None or right is None:
        return False
    return left + right >= max(left_least, right_least)


def _left(flow: Flow, start: int, expected: str) -> tuple[int | None, int]:
    """How many neighbours agree and how many must on both sides; None where another text stands."""
    same = 0
    while same < min(len(expected), start) and flow.text[start - same - 1] == expected[-same - 1]:
        same += 1
    if same == len(expected):
        if same == NEIGHBOURS or flow.is_edge(start - same):
            return same, 0
        return (same, FEW) if flow.before(start - same) in _JOINTS else (None, 0)
    return (same, ENOUGH) if flow.is_bound(start - same) else (None, 0)


def _right(flow: Flow, end: int, expected: str) -> tuple[int | None, int]:
    """The same to the right, where a summary may end in an ellipsis."""
    same = 0
    while same < min(len(expected), len(flow.text) - end) and flow.text[end + same] == expected[same]:
        same += 1
    stop = end + same
    if same == len(expected):
        if same == NEIGHBOURS or flow.is_edge(stop):
            return same, 0
        return (same, FEW) if flow.after(stop) in _JOINTS else (None, 0)
    cut = next((len(mark) for mark in _ELLIPSES if flow.text.startswith(mark, stop)), 0)
    return (same, ENOUGH) if flow.is_bound(stop + cut) else (None, 0)
