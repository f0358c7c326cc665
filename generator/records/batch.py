"""一括公表: many small incidents of a period in one announcement.  Its shape stands in batch_shape.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.problems import NOWHERE, Place
from generator.records.record import Record
from generator.records.vocabulary import RecordKind

if TYPE_CHECKING:
    from generator.records.content import Content, Section
    from generator.records.council_words import CountedBy, PeriodKind
    from generator.records.counts import Count
    from generator.records.dates import Day, When
    from generator.records.vocabulary import IncidentType

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span:
    """対象期間."""

    kind: PeriodKind
    start: Day
    end: Day
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class BatchRow(Generic[T]):
    """One row of 明細: a small incident."""

    summary: Content[T]
    occurred: When | T | None = None
    discovered: When | T | None = None
    section: T | None = None
    incident_types: tuple[IncidentType, ...] = ()
    people: Count[T] | Content[T] | None = None
    response: Content[T] | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(Record[T], Generic[T]):
    """一括公表."""

    kind = RecordKind.BATCH

    period: Span
    counted_by: CountedBy | None = None
    criteria: Section[T, Content[T]] | None = None
    """基準: what is announced in a batch and not on its own."""
    rows: tuple[BatchRow[T], ...] = ()
