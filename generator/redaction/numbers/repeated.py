"""Identifiers found in one text of a record and typed again in another, where nothing says what they are.

Compared by their letters and digits alone, as whole tokens.  Not a detector: `scan` runs it over a whole document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.numbers.presence import has_long_number
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.redaction.hit import Hit
    from generator.redaction.view import View

_LEAST = 7
"""Fewer letters and digits say nothing: 1234 stands in many texts."""
_BARE = regex("[0-9A-Za-zぁ-ゖァ-ヺ々一-鿿]")
_DIGIT = regex("[0-9]")


def compact(digits: str) -> str:
    """The letters and digits of a stretch of `View.digits`."""
    return "".join(_BARE.findall(digits)).lower()


def repeatable(hits: Iterable[tuple[Hit, str]]) -> dict[str, Kind]:
    """The identifiers worth looking for elsewhere, each with its kind; `hits` come with their text as `digits`."""
    found: dict[str, Kind] = {}
    for hit, digits in hits:
        key = compact(digits)
        if hit.sure and hit.kind is not Kind.NAME and len(key) >= _LEAST and _DIGIT.search(key):
            found[key] = hit.kind
    return found


def repeated(view: View, wanted: Mapping[str, Kind]) -> Iterator[Span]:
    """Every place where one of them stands."""
    if not wanted or not has_long_number(view.digits):
        return
    places = [match.start() for match in _BARE.finditer(view.digits)]
    text = "".join([view.digits[i] for i in places]).lower()
    for key, kind in wanted.items():
        at = text.find(key)
        while at >= 0:
            start, end = places[at], places[at + len(key) - 1] + 1
            if _whole(view.digits, start, end):
                yield Span(start, end, kind, sure=True, why="repeated")
            at = text.find(key, at + len(key))


def _whole(digits: str, start: int, end: int) -> bool:
    return not (digits[start - 1 : start].isdigit() and digits[start].isdigit()) and not (
        digits[end - 1].isdigit() and digits[end : end + 1].isdigit()
    )
