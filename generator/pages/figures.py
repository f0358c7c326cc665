"""The three numbers of a 年度: how many 事案, how many people, how soon they were made known.  Knows no HTML."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from generator.pages.matters import people
from generator.records.dates import days_between
from generator.records.incident import Moment
from generator.records.vocabulary import CountNature, Unit
from generator.text import PublicText

if TYPE_CHECKING:
    from generator.pages.matters import Matter
    from generator.records import PublicIncident

_PERSONS = (None, Unit.PERSON, Unit.NAMED)


@dataclass(frozen=True, slots=True)
class Figures:
    """What the 事案 made known in one 年度 add up to."""

    matters: int
    people: int
    """Of those whose number is known; households and letters are not people."""
    without_people: int
    """How many 事案 have no number of people yet, or none that is one."""
    days: float | None
    """The median from 判明 to the first announcement, of those that have both to the day."""


def figures_of(matters: tuple[Matter, ...], year: int) -> Figures:
    """The numbers of one 年度; a 取下げ counts as a 事案 only."""
    found = [matter for matter in matters if matter.year == year]
    shown = [matter for matter in found if not matter.withdrawn]
    persons = [number for matter in shown if (number := _persons(matter.newest)) is not None]
    days = [number for matter in shown if (number := _days(matter.first)) is not None]
    return Figures(len(found), sum(persons), len(shown) - len(persons), median(days) if days else None)


def _persons(record: PublicIncident) -> int | None:
    count = people(record)
    if count is None or count.unit not in _PERSONS or count.nature is CountNature.OPEN:
        return None
    return count.value if count.distinct is None else count.distinct


def _days(record: PublicIncident) -> int | None:
    body = record.discovered.body
    if not isinstance(body, Moment) or isinstance(body.when, PublicText):
        return None
    least, most = days_between(body.when, record.released_on)
    return least if least == most else None
