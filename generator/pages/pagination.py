"""A long list cut into pages, and the way from each to the others.  Knows no entry of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.links import relative
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PER_PAGE = 30
NEAR = 2
"""How many page numbers stand on each side of the current one."""
EVERY = 5
"""Every how manieth number stands too, so that two clicks reach any page of a large city's year."""
ALL_NUMBERS, MANY = 12, 60
"""Up to how many pages have all their numbers, and from how many on only the first, the last and the near ones."""


@dataclass(frozen=True, slots=True)
class Step:
    """A page of the list: a number with its link, or a gap between numbers."""

    number: int
    href: str
    current: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """One page of the list."""

    number: int
    total: int
    """Entries on all pages."""
    start: int
    end: int
    steps: tuple[Step, ...]
    """Empty where one page is all."""
    next_href: str
    next_count: int
    """How many entries the next page has."""

    def title(self, title: str) -> str:
        """The title of this page among the others."""
        return title if self.number == 1 else word("list.nth_page", title=title, n=self.number)


def cuts(total: int, address: Callable[[int], str], per_page: int = PER_PAGE) -> Iterator[Cut]:
    """Every page of a list; `address` gives that of each by its number, from 1."""
    last = max(1, -(-total // per_page))
    for number in range(1, last + 1):
        start = (number - 1) * per_page
        end = min(start + per_page, total)
        following = relative(address(number + 1), address(number)) if number < last else ""
        yield Cut(number, total, start, end, _steps(number, last, address), following, min(total - end, per_page))


def _steps(number: int, last: int, address: Callable[[int], str]) -> tuple[Step, ...]:
    """1 … 5 … 10 11 [12] 13 14 15 … 20: the first, the last, those near and every fifth."""
    if last == 1:
        return ()
    near = [n for n in range(1, last + 1) if n in (1, last) or abs(n - number) <= NEAR or _stands(n, last)]
    steps: list[Step] = []
    for before, n in zip([0, *near], near, strict=False):
        if n - before > 1:
            steps.append(Step(0, "", gap=True))
        steps.append(Step(n, relative(address(n), address(number)), current=n == number))
    return tuple(steps)


def _stands(number: int, last: int) -> bool:
    """Whether a number stands from whichever page one looks."""
    return last <= ALL_NUMBERS or (last <= MANY and number % EVERY == 0)
