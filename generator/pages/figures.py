"""The three numbers of a 年度: how many 事案, how many people, how soon they were made known, as 統計 counts them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from generator.pages.statistics.books import Books
from generator.pages.statistics.incidents import People

if TYPE_CHECKING:
    from generator.pages.matters import Matter
    from generator.pages.page import Site
    from generator.pages.statistics.tables import Value


@dataclass(frozen=True, slots=True)
class Figures:
    """What the 事案 made known in one 年度 add up to."""

    matters: int
    people: Value
    """Of those whose number is known; households and letters are not people, and few are not told."""
    without_people: int
    """How many 事案 have no number of people yet, or none that is one."""
    days: float | None
    """The median from 判明 to the first announcement, of those that have both to the day."""


def figures_of(site: Site, matters: tuple[Matter, ...], *years: int) -> tuple[Figures, ...]:
    """The numbers of each 年度; a 取下げ counts as a 事案 only."""
    books = Books(site, matters)
    people = People(books)
    return tuple(_figures(books, people, year) for year in years)


def _figures(books: Books, people: People, year: int) -> Figures:
    found = books.of_year(year)
    without = sum(one.people is None and not one.is_withdrawn for one in found)
    days = [one.days for one in found if one.days is not None]
    return Figures(len(found), people.value(year, None), without, median(days) if days else None)
