"""出席者 and 欠席者 as minutes print them: by what they are at the meeting, with how many of the body came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.inline import plain
from generator.records.meeting_words import heads, seated
from generator.words import word

if TYPE_CHECKING:
    from generator.records.minutes import Minutes, Person
    from generator.text import PublicText

_GROUPS = (
    "speaker",
    "vice_speaker",
    "chair",
    "vice_chair",
    "chairperson",
    "vice_chairperson",
    "members",
    "late",
    "left_early",
    "explainers",
    "secretariat",
    "observers",
)
"""出席者 in the order they are printed."""


@dataclass(frozen=True, slots=True)
class Group:
    """People of one standing."""

    label: str
    people: tuple[Person[PublicText], ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """出席者 and 欠席者, with how many of the body came."""

    groups: tuple[Group, ...]
    absent: tuple[Person[PublicText], ...]
    counted: str
    """計19人／定数23人."""
    absent_counted: str


def attendance(minutes: Minutes[PublicText]) -> Attendance:
    """Who came to a meeting, and who did not."""
    came = seated(minutes.present, plain)
    counted = word("minutes.came", n=came) if came else ""
    if came and minutes.seats:
        counted = word("minutes.came_of", n=came, seats=minutes.seats)
    groups = ((name, getattr(minutes.present, name)) for name in _GROUPS)
    absent = heads(minutes.absent, plain)
    return Attendance(
        tuple(Group(_group(name, minutes), people) for name, people in groups if people),
        minutes.absent,
        counted,
        word("minutes.stayed_away", n=absent) if absent > 1 else "",
    )


def _group(name: str, minutes: Minutes[PublicText]) -> str:
    if name == "members" and minutes.body_kind and minutes.body_kind.is_of_all_members:
        return word("minutes.group.councillors")
    return word(f"minutes.group.{name}")
