"""Patterns that are tried only near a sign that every match of theirs holds: most of a text needs no closer look.

A text without the sign costs one fast search, and the pattern itself isn't even compiled.  Owns no pattern.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from generator.patterns import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

REACH = 64


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
        places = _surroundings(text, self.sign, self.reach)
        return chain.from_iterable(self.inner.finditer(text, first, last) for first, last in places)

    def search(self, text: str, *stretch: int) -> re.Match[str] | None:
        """The first of them."""
        return next(self.finditer(text, *stretch), None)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


def near(sign: re.Pattern[str], shape: str, flags: int = 0, *, reach: int = REACH) -> re.Pattern[str]:
    """A pattern whose every match lies, with all it looks at, within `reach` characters of the signs it holds."""
    return cast("re.Pattern[str]", Near(sign, regex(shape, flags), reach))


@lru_cache(maxsize=64)
def _surroundings(text: str, sign: re.Pattern[str], reach: int) -> tuple[tuple[int, int], ...]:
    """The stretches within `reach` of a sign; those that touch are one."""
    found: list[tuple[int, int]] = []
    for match in sign.finditer(text):
        first, last = max(0, match.start() - reach), min(len(text), match.end() + reach)
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)
