"""The 事案 that are most of the people of their 年度, so that nobody takes one mishap for a bad year.

Only where what is left without them is no small number, and where nothing of that row is hidden.  Knows no HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.matters import Matter
    from generator.pages.statistics.books import Books
    from generator.pages.statistics.counted import Counted
    from generator.pages.statistics.incidents import People


@dataclass(frozen=True, slots=True)
class Largest:
    """One 事案 with more than half of the people of its 年度."""

    year: int
    people: str
    """Of the 年度, as the table tells them."""
    own: int
    is_exact: bool
    matter: Matter


def largest(books: Books, people: People, years: tuple[int, ...]) -> Iterator[Largest]:
    """At most one of each 年度."""
    for year in years:
        known = [one for one in books.of_year(year) if one.people]
        if len(known) < 2:  # noqa: PLR2004 -- one alone is all of them
            continue
        most = max(known, key=lambda one: one.people or 0)
        if most.people and _may_be_told(books, people, year, most):
            yield Largest(year, people.value(year, None).text, most.people, most.is_exact, most.matter)


def _may_be_told(books: Books, people: People, year: int, one: Counted) -> bool:
    """Whether it is more than half, and neither it nor what is left of the 年度 and the group is a small number."""
    threshold = books.site.settings.small_numbers.threshold
    whole, own = people.value(year, None).amount, one.people or 0
    of_group = people.value(year, one.group).amount
    if whole is None or of_group is None or own * 2 <= whole or own < threshold:
        return False
    return all(rest == 0 or rest >= threshold for rest in (whole - own, of_group - own))
