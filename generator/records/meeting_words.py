"""What minutes say in words and others compare: people counted (委員7人), papers named together, times of day."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.records.minutes import Person, Present

T = TypeVar("T")

_COUNTED = regex("([0-9]{1,3})[人名]$")
_BETWEEN = regex("[、,・]|及び|および|並びに")
LEADING_DATE = regex("[^日]*日(?:[（(][月火水木金土日](?:曜日?)?[)）])?")
"""The date that a text such as 令和8年5月1日（金）午前10時 begins with."""

_CLOCK = regex("(午前|午後)?([0-9]{1,2})(?:時(?:([0-9]{1,2})分|(半))?|:([0-9]{2}))")
_NOON = 12


def heads(people: Iterable[Person[T]], read: Callable[[T], str]) -> int:
    """How many persons an entry of 出席者 or 欠席者 speaks of; `read` gives the words of a text."""
    return sum(_of_one(read(person.name)) for person in people)


def seated(present: Present[T], read: Callable[[T], str]) -> int:
    """How many of the body itself came; who came late is counted once, wherever listed."""
    groups = (*presiding(present), present.members)
    named = {_folded(read(person.name)) for group in groups for person in group}
    late = [person for person in present.late if _folded(read(person.name)) not in named]
    return sum(heads(group, read) for group in (*groups, late))


def presiding(present: Present[T]) -> tuple[tuple[Person[T], ...], ...]:
    """The groups that preside or stand in for those who do."""
    return (
        present.speaker,
        present.vice_speaker,
        present.chair,
        present.vice_chair,
        present.chairperson,
        present.vice_chairperson,
    )


def paper_numbers(named: str) -> tuple[str, ...]:
    """The numbers of papers in one text, folded: 資料２、資料３ are two; the text itself comes first."""
    whole = _folded(named)
    pieces = tuple(piece for piece in _BETWEEN.split(whole) if piece)
    return (whole, *pieces) if len(pieces) > 1 else (whole,)


def leading_date(text: str) -> str:
    """The date that a text such as 令和8年5月1日（金）午前10時 begins with, folded; empty where there is none."""
    found = LEADING_DATE.match(_folded(text))
    return found.group() if found else ""


def minute_of_day(text: str) -> int | None:
    """The first time of day in a text, in minutes; None where there is none.  午後0時 and 正午 are noon."""
    folded = _folded(text)[len(leading_date(text)) :]
    clock = _CLOCK.search(folded)
    if clock is None:
        return _NOON * 60 if "正午" in folded else None
    half, hour, minutes, thirty, after_colon = clock.groups()
    hours = int(hour) + (_NOON if half == "午後" and int(hour) < _NOON else 0)
    return hours * 60 + (30 if thirty else int(minutes or after_colon or 0))


def _of_one(name: str) -> int:
    counted = _COUNTED.search(_folded(name))
    return int(counted[1]) if counted else 1


def _folded(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())
