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
"""Neighbours that must agree, both sides together, where the file cuts the text short (a summary) or joins it."""
_ELLIPSES = ("…", "...")
_JOINTS = frozenset("【】「」『』():|")
"""Folded; by one of them the site sets a whole text beside words of its own: 【訂正】件名, 件名（第2報）."""


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
    left, left_cut = _left(flow, start, context.left)
    right, right_cut = _right(flow, end, context.right)
    if left is None or right is None:
        return False
    return not (left_cut or right_cut) or left + right >= ENOUGH


def _left(flow: Flow, start: int, expected: str) -> tuple[int | None, bool]:
    """How many neighbours agree and whether the file cuts them short; None where another text stands."""
    same = 0
    while same < min(len(expected), start) and flow.text[start - same - 1] == expected[-same - 1]:
        same += 1
    if same == len(expected):
        if same == NEIGHBOURS or flow.is_edge(start - same):
            return same, False
        return (same, True) if flow.text[start - same - 1] in _JOINTS else (None, False)
    return (same, True) if flow.is_bound(start - same) else (None, False)


def _right(flow: Flow, end: int, expected: str) -> tuple[int | None, bool]:
    """The same to the right, where a summary may end in an ellipsis."""
    same = 0
    while same < min(len(expected), len(flow.text) - end) and flow.text[end + same] == expected[same]:
        same += 1
    stop = end + same
    if same == len(expected):
        if same == NEIGHBOURS or flow.is_edge(stop):
            return same, False
        return (same, True) if flow.text[stop] in _JOINTS else (None, False)
    cut = next((len(mark) for mark in _ELLIPSES if flow.text.startswith(mark, stop)), 0)
    return (same, True) if flow.is_bound(stop + cut) else (None, False)
