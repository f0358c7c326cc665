"""Numbers that look just like one already found close by: the second of a pair, the next rows of a list.

Not a detector: `scan` runs it after them, because it needs what they found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.numbers.labelled import COUNTED
from generator.redaction.numbers.labels import stretches
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.redaction.numbers.labels import Stretch
    from generator.redaction.view import View

_KINDS = frozenset(
    (
        Kind.MY_NUMBER,
        Kind.RESIDENT_CODE,
        Kind.PENSION,
        Kind.INSURED,
        Kind.LICENCE,
        Kind.PASSPORT,
        Kind.RESIDENCE_CARD,
        Kind.ACCOUNT_NUMBER,
        Kind.CARD,
        Kind.REFERENCE,
    )
)
_LEAST = 4
"""A likeness of fewer characters says nothing."""
_REACH = 240
_AT_ONCE = 12


def alike(view: View, found: Sequence[Span]) -> Iterator[Span]:
    """Every number of the same shape as a found one, near it, that nothing else names."""
    samples: dict[str, list[tuple[int, Kind]]] = {}
    for span in sorted(found, key=lambda span: span.start):
        if span.sure and span.kind in _KINDS and span.why != "mask" and span.end - span.start >= _LEAST:
            samples.setdefault(_shape(view.digits[span.start : span.end]), []).append((span.start, span.kind))
    if not samples:
        return
    taken = sorted((span.start, span.end) for span in found if span.sure)
    public = [s for s in stretches(view) if s.kind is None and (s.strong or s.head)]
    for shape, near_ones in samples.items():
        for match in _pattern(shape).finditer(view.digits):
            start, end = match.span()
            near = _nearest(near_ones, start)
            if near and not _overlaps(taken, start, end) and not _claimed(public, start):
                insort(near_ones, (start, near), key=itemgetter(0))
                yield Span(start, end, near, sure=True, why="alike")


@lru_cache(maxsize=256)
def _pattern(shape: str) -> re.Pattern[str]:
    """A pattern for numbers of this shape, a line end allowed between any two characters."""
    signs = ["[0-9]" if sign == "9" else "[A-Za-z]" if sign == "A" else re.escape(sign) for sign in shape]
    return regex("(?<![0-9A-Za-z,.])(?<![0-9]-)" + "\n?".join(signs) + "(?![0-9A-Za-z])(?!-[0-9])" + COUNTED)


def _nearest(samples: Sequence[tuple[int, Kind]], start: int) -> Kind | None:
    """The kind of the sample next to this place, if one is near enough."""
    at = bisect_left(samples, start, key=itemgetter(0))
    near = [sample for sample in samples[max(0, at - 1) : at + 1] if abs(sample[0] - start) < _REACH]
    return min(near, key=lambda sample: abs(sample[0] - start))[1] if near else None


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (end,))
    return any(s < end and start < e for s, e in taken[max(0, at - 4) : at])


def _claimed(public: Sequence[Stretch], start: int) -> bool:
    return any(s.start <= start < min(s.end, s.start + _AT_ONCE) for s in public)


def _shape(number: str) -> str:
    """Digits as 9, letters as A, line ends left out."""
    return re.sub("[0-9]", "9", re.sub("[A-Za-z]", "A", number.replace("\n", "")))
