"""A text once more with what broke it joined: lines wrapped inside a value, letters set apart by spaces.

Only hits that need the join count; everything else is the main view's business.  Knows no kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.redaction.kinds import Kind
from generator.redaction.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.redaction.hit import Hit
    from generator.redaction.span import Span

_BREAK = re.compile(
    r"""(?<=[^ \t\n。．！？:;、,|「『(【〔<])   # nothing ended before it
        (?: [ ]{0,8} \n [ ]{0,8} | [ ]{1,2} )
        (?=[^ \t\n・●○■□◆◇※「『(【〔<>|*#-]|-[ ]?[0-9])   # and nothing begins after it""",
    re.VERBOSE,
)
_LATIN = re.compile("[A-Za-z]{2} ?\n? ?[A-Za-z]{2}")


def rejoined(view: View) -> tuple[View, tuple[int, ...]] | None:
    """The view with its breaks joined, and where in it the joins are; None where nothing is broken."""
    cuts = [match.span() for match in _BREAK.finditer(view.text) if not _two_words(view.text, *match.span())]
    if not cuts:
        return None
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    joins: list[int] = []
    at = length = 0
    for start, end in (*cuts, (len(view.text), len(view.text))):
        kept.append(view.text[at:start])
        starts += range(at, start) if view.starts is None else view.starts[at:start]
        ends += range(at + 1, start + 1) if view.ends is None else view.ends[at:start]
        length += start - at
        if start < len(view.text):
            joins.append(length)
        at = end
    text = "".join(kept)
    digits = "".join(view.digits[i] for i in _kept(cuts, len(view.text)))
    return View(text, digits, view.label, tuple(starts), tuple(ends), view.pairs), tuple(joins)


def across(spans: list[Span], joins: tuple[int, ...]) -> Iterator[Span]:
    """The spans that hold a join: nobody would have found them in the text as it stands."""
    for span in spans:
        if any(span.start < join < span.end for join in joins):
            yield span


def completes(hit: Hit, found: Iterable[Hit], text: str) -> bool:
    """Whether a hit across a join adds to what was found without it.

    What overlaps findings already must not take in the words before them for an address: those are its label.
    """
    over = [other for other in found if other.sure and other.start < hit.end and hit.start < other.end]
    if not over:
        return True
    first, last = min(other.start for other in over), max(other.end for other in over)
    before, after = text[hit.start : max(first, hit.start)].split(), text[min(last, hit.end) : hit.end].split()
    if hit.kind is Kind.ADDRESS and sum(map(len, before)) > 1:
        return False
    return bool(before or after)


def _kept(cuts: list[tuple[int, int]], length: int) -> Iterator[int]:
    at = 0
    for start, end in (*cuts, (length, length)):
        yield from range(at, start)
        at = end


def _two_words(text: str, start: int, end: int) -> bool:
    """Whether the break parts two words of Latin letters, which are no broken value."""
    return bool(_LATIN.fullmatch(text[max(0, start - 2) : end + 2]))
