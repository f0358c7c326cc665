"""処分公表: dispositions announced on their own.  Its fields; their shape stands in discipline_shape.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.problems import NOWHERE, Place
from generator.records.record import Record
from generator.records.vocabulary import RecordKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.records.content import Content, Section
    from generator.records.counts import Count
    from generator.records.dates import When
    from generator.records.incident import Statement
    from generator.records.vocabulary import Sanction

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sanctioned(Generic[T]):
    """One row of 一覧 or 管理監督責任: who, as far as the author knows, and which disposition."""

    sanction: Sanction
    authority: T | None = None
    """任命権者."""
    section: T | None = None
    post: T | None = None
    """職位区分."""
    age: T | None = None
    age_group: T | None = None
    sex: T | None = None
    name: T | None = None
    extent: T | None = None
    """程度: 6月, 10分の1（3月）."""
    when: When | T | None = None
    reason: Content[T] | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discipline(Record[T], Generic[T]):
    """処分公表."""

    kind = RecordKind.DISPOSITION

    summary: Section[T, Content[T]]
    count: Count[T] | Content[T] | None = None
    rows: tuple[Sanctioned[T], ...] = ()
    supervisors: tuple[Sanctioned[T], ...] = ()
    """管理監督責任."""
    statements: tuple[Statement[T], ...] = ()
    exception: Content[T] | None = None
    """公表の例外: why less, or more, is told than the criteria say."""
