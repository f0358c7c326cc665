"""What one 事案 counts as: its group of 種別, its causes, how many people, how many days.

Of its reports the newest that shows its content counts; one that is taken down counts as a 事案 and as nothing else.
Knows no table.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.pages.matters import people
from generator.pages.notices import Extent, extent
from generator.records.dates import days_between
from generator.records.incident import Moment
from generator.records.vocabulary import CauseClass, CountNature, IncidentType, Unit
from generator.text import PublicText
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from generator.pages.matters import Matter
    from generator.records import PublicIncident
    from generator.records.dates import When

_PERSONS = (None, Unit.PERSON, Unit.NAMED)
_BROAD = (IncidentType.LEAK, IncidentType.LOSS_OF_DATA, IncidentType.DAMAGE, IncidentType.OTHER)
"""Types that say what became of the data and not how: of several the first that says how counts."""


class Group(Enum):
    """Types counted together, so that a year stays one line; the value is (machine value, pattern, types)."""

    MISDELIVERED = (
        "misdelivered",
        "solid",
        (IncidentType.WRONG_POST, IncidentType.WRONG_HANDOVER, IncidentType.WRONG_ENCLOSURE),
    )
    MISSENT = (
        "missent",
        "hatched",
        (
            IncidentType.WRONG_SEND,
            IncidentType.WRONG_POSTING,
            IncidentType.FAILED_REDACTION,
            IncidentType.MISCONFIGURATION,
        ),
    )
    LOST = (
        "lost",
        "dotted",
        (
            IncidentType.MISSING,
            IncidentType.THEFT,
            IncidentType.WRONG_DISPOSAL,
            IncidentType.LOSS_OF_DATA,
            IncidentType.DAMAGE,
        ),
    )
    MISUSED = (
        "misused",
        "striped",
        (IncidentType.MISUSE, IncidentType.SNOOPING, IncidentType.CARRY_OUT, IncidentType.INTRUSION),
    )
    OTHER = ("other", "empty", (IncidentType.LEAK, IncidentType.CLERICAL, IncidentType.OTHER))
    WITHDRAWN = ("withdrawn", "bare", ())

    def __init__(self, machine: str, pattern: str, types: tuple[IncidentType, ...]) -> None:
        self.machine = machine
        """The value in addresses and data."""
        self.pattern = pattern
        """How it is drawn: readable in black and white."""
        self.types = types
        """What belongs to it; nothing to 取下げ."""

    @property
    def label(self) -> str:
        """Its name on the page."""
        return word(f"statistics.group.{self.machine}")


GROUPS = tuple(group for group in Group if group.types)
"""Those a 事案 with its content in place can belong to."""
_GROUP_OF = {kind: group for group in Group for kind in group.types}


@dataclass(frozen=True, slots=True)
class Counted:
    """One 事案 and what it counts as."""

    matter: Matter
    group: Group
    causes: frozenset[CauseClass]
    """Empty where none is classified, or not yet."""
    people: int | None
    """None where it is not told as a number of people."""
    is_exact: bool
    """Whether that number is 確定."""
    days: int | None
    """From 判明 to the first announcement; None where one of them has no day."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether it counts as a 事案 and as nothing else."""
        return self.group is Group.WITHDRAWN


def counted(matters: Iterable[Matter], now: datetime) -> tuple[Counted, ...]:
    """Every 事案, in the order given."""
    return tuple(_counted(matter, now) for matter in matters)


def _counted(matter: Matter, now: datetime) -> Counted:
    if matter.withdrawn:
        return Counted(matter, Group.WITHDRAWN, frozenset(), None, is_exact=True, days=None)
    shown = next((report for report in reversed(matter.reports) if extent(report, now) is Extent.FULL), None)
    number, is_exact = _persons(shown) if shown else (None, True)
    return Counted(
        matter,
        group_of(matter.types),
        _causes(shown) if shown else frozenset(),
        number,
        is_exact,
        _days(matter, shown) if shown else None,
    )


def group_of(types: tuple[IncidentType, ...]) -> Group:
    """Where a 事案 of these types is counted: by the first that says how it came about, else by the first."""
    return _GROUP_OF[next((kind for kind in types if kind not in _BROAD), types[0])]


def _persons(record: PublicIncident) -> tuple[int | None, bool]:
    """The number without those counted twice, where it is one of people and known; and whether it is 確定."""
    count = people(record)
    if count is None or count.unit not in _PERSONS or count.nature is CountNature.OPEN:
        return None, True
    return count.value if count.distinct is None else count.distinct, count.nature is CountNature.FIXED


def _causes(record: PublicIncident) -> frozenset[CauseClass]:
    body = record.causes.body
    found = body if isinstance(body, tuple) else ()
    return frozenset(cause.cause_class for cause in found if cause.cause_class)


def _days(matter: Matter, shown: PublicIncident) -> int | None:
    found = _discovered(matter.first) or _discovered(shown)
    if found is None:
        return None
    least, most = days_between(found, matter.first.released_on)
    return least if least == most else None


def _discovered(record: PublicIncident) -> When | None:
    body = record.discovered.body
    return body.when if isinstance(body, Moment) and not isinstance(body.when, PublicText) else None
