"""Numbers that look just like one already found close by: the second of a pair, the next rows of a list.

Not a detector: `scan` runs it after them, because it needs what they found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
_TOKEN = re.compile(
    "(?<![0-9A-Za-z,.])(?<![0-9]-)(?:[A-Za-z]{1,4}-?)?[0-9](?:[- ]?[0-9A-Za-z])*(?![0-9A-Za-z])" + COUNTED
)
_LEAST = 4
"""A likeness of fewer characters says nothing."""
_REACH = 240
_AT_ONCE = 12


def alike(view: View, found: Sequence[Span]) -> Iterator[Span]:
    """Every number of the same shape as a found one, near it, that nothing else names."""
    samples = [span for span in found if span.sure and span.kind in _KINDS and span.why != "mask"]
    if not samples:
        return
    shapes = [(span, _shape(view.digits[span.start : span.end])) for span in samples]
    taken = [(span.start, span.end) for span in found]
    public = [s for s in stretches(view) if s.kind is None and (s.strong or s.head)]
    for match in _TOKEN.finditer(view.digits):
        start, end = match.span()
        if any(s < end and start < e for s, e in taken) or _claimed(public, start):
            continue
        shape = _shape(match.group())
        for span, sample in shapes:
            if sample == shape and len(shape) >= _LEAST and abs(span.start - start) < _REACH:
                yield Span(start, end, span.kind, sure=True, why="alike")
                shapes.append((Span(start, end, span.kind, sure=True, why="alike"), shape))
                break


def _claimed(public: Sequence[Stretch], start: int) -> bool:
    return any(s.start <= start < min(s.end, s.start + _AT_ONCE) for s in public)


def _shape(number: str) -> str:
    """Digits as 9, letters as A."""
    return re.sub("[0-9]", "9", re.sub("[A-Za-z]", "A", number))
