"""Patterns that are tried only near a sign that every match of theirs holds: most of a text needs no closer look.

A text without the sign costs one fast search, and the pattern itself isn't even compiled.  Owns no pattern.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from generator.patterns import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

REACH = 64
_BEYOND = 8
_NONE: Iterator[re.Match[str]] = iter(())


class Near:
    """Stands for a pattern; finds in a whole text what the pattern itself would find there."""

    __slots__ = ("inner", "reach", "sign")

    def __init__(self, sign: re.Pattern[str], inner: re.Pattern[str], reach: int) -> None:
        self.sign = sign
        self.inner = inner
        self.reach = reach

    def finditer(self, text: str, *stretch: int) -> Iterator[re.Match[str]]:
        """The matches of the whole text, or of a stretch of it."""
        if stretch:
            return self.inner.finditer(text, *stretch)
        if self.sign.search(text) is None:
            return _NONE
        return _within(self.inner, text, _surroundings(text, self.sign, self.reach))

    def search(self, text: str, *stretch: int) -> re.Match[str] | None:
        """The first of them."""
        return next(self.finditer(text, *stretch), None)

    def sub(self, shown: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with what is shown for each match in its stead."""
        parts, place = list[str](), 0
        for match in self.finditer(text):
            parts += (text[place : match.start()], shown(match))
            place = match.end()
        return "".join((*parts, text[place:])) if parts else text

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


def near(sign: re.Pattern[str], shape: str, flags: int = 0, *, reach: int = REACH) -> re.Pattern[str]:
    """A pattern whose every match lies, with all it looks at, within `reach` characters of the signs it holds."""
    return cast("re.Pattern[str]", Near(sign, regex(shape, flags), reach))


def matches(pattern: re.Pattern[str], sign: re.Pattern[str], text: str, reach: int = REACH) -> Iterator[re.Match[str]]:
    """The matches of a pattern of which each lies within `reach` of a sign.

    A stretch is searched a little further than it reaches, lest its end be taken for the end of the text.
    """
    return _within(pattern, text, _surroundings(text, sign, reach))


def _within(pattern: re.Pattern[str], text: str, stretches: tuple[tuple[int, int], ...]) -> Iterator[re.Match[str]]:
    for first, last in stretches:
        for match in pattern.finditer(text, first, last + _BEYOND):
            if match.end() <= last:
                yield match


def from_each(first: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern of which each begins with one of the characters that `first` finds."""
    place = 0
    for start in first.finditer(text):
        match = pattern.match(text, start.start()) if start.start() >= place else None
        if match:
            yield match
            place = match.end()


@lru_cache(maxsize=64)
def _surroundings(text: str, sign: re.Pattern[str], reach: int) -> tuple[tuple[int, int], ...]:
    """The stretches within `reach` of a sign; those that touch are one."""
    found: list[tuple[int, int]] = []
    first = last = -1
    for match in sign.finditer(text):
        start, end = match.span()
        if start - reach > last:
            if last >= 0:
                found.append((first, last))
            first = start - reach if start > reach else 0
        last = end + reach
    if last >= 0:
        found.append((first, min(last, len(text))))
    return tuple(found)
