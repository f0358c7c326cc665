"""事案: an incident announcement.  Its fields, and the shape of each in YAML (see docs/reference/records.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.problems import NOWHERE, Place
from generator.records.record import Record
from generator.records.vocabulary import EventKind, RecordKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.records.common import Contact
    from generator.records.content import Content, Section
    from generator.records.counts import Count
    from generator.records.dates import When
    from generator.records.vocabulary import (
        CauseClass,
        ContractMeasure,
        FoundBy,
        IncidentType,
        Medium,
        Presence,
        Progress,
        ReportClass,
        Sanction,
        Stage,
    )

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moment(Generic[T]):
    """発生 or 判明: when, and who or what brought it to light."""

    when: When | T
    found_by: FoundBy | None = None


@dataclass(frozen=True, slots=True)
class Impact(Generic[T]):
    """影響."""

    people: Count[T] | Content[T] | None = None
    cases: Count[T] | Content[T] | None = None
    items: Content[T] | None = None
    media: Content[T] | None = None
    sensitive: Presence | Content[T] | None = None
    my_number: Presence | Content[T] | None = None
    financial_risk: Presence | Content[T] | None = None
    malicious_risk: Presence | Content[T] | None = None
    protected_address: Presence | Content[T] | None = None
    """支援措置 (DV等支援措置: 住民基本台帳事務処理要領 第5-10)."""
    protected_checked: bool = False
    """支援措置の確認: a person has read the paper again for what points to a protected address."""
    children: Presence | Content[T] | None = None
    recovery: Content[T] | None = None
    secondary_damage: Content[T] | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ForResidents(Generic[T]):
    """住民の皆様へ in its four fixed parts."""

    affected: Content[T] | None = None
    requests: Content[T] | None = None
    cautions: Content[T] | None = None
    contacts: tuple[Contact[T], ...] | Content[T] | None = None


@dataclass(frozen=True, slots=True)
class Event(Generic[T]):
    """One entry of 経過; `when` is text where the paper's words are not in the grammar of dates."""

    when: When | T
    content: Content[T]
    time: T | None = None
    actor: T | None = None
    kind: EventKind = EventKind.EVENT


@dataclass(frozen=True, slots=True)
class EventGroup(Generic[T]):
    """Entries under one heading, or all of them."""

    events: tuple[Event[T], ...]
    heading: T | None = None


@dataclass(frozen=True, slots=True)
class Timeline(Generic[T]):
    """経過."""

    groups: tuple[EventGroup[T], ...]


@dataclass(frozen=True, slots=True)
class Cause(Generic[T]):
    """One cause with its class."""

    content: Content[T]
    cause_class: CauseClass | None = None


@dataclass(frozen=True, slots=True)
class Notice(Generic[T]):
    """対応.本人への連絡."""

    state: T | None = None
    method: T | None = None
    people: Count[T] | Content[T] | None = None
    when: When | T | None = None


@dataclass(frozen=True, slots=True)
class Response(Generic[T]):
    """対応."""

    content: Content[T] | None = None
    notice: Notice[T] | None = None


@dataclass(frozen=True, slots=True)
class SubCase(Generic[T]):
    """One row of 事案一覧."""

    number: T | None = None
    title: T | None = None
    group: T | None = None
    types: T | None = None
    summary: Content[T] | None = None
    period: When | T | None = None
    timeline: Content[T] | None = None
    cause: Content[T] | None = None
    response: Content[T] | None = None
    later_response: Content[T] | None = None
    reported_as: T | None = None
    """既報: the number in the earlier report."""


@dataclass(frozen=True, slots=True)
class Breach(Generic[T]):
    """One row of 法令等."""

    actor: T | None = None
    basis: T | None = None
    content: Content[T] | None = None


@dataclass(frozen=True, slots=True)
class ContractSanction(Generic[T]):
    """One typed measure against a contractor."""

    kind: ContractMeasure
    period: When | T | None = None
    reason: T | None = None


@dataclass(frozen=True, slots=True)
class Contractor(Generic[T]):
    """委託先."""

    name: T
    work: Content[T] | None = None
    subcontracting: Content[T] | None = None
    measures: tuple[ContractSanction[T], ...] | Content[T] | None = None


@dataclass(frozen=True, slots=True)
class Disposition(Generic[T]):
    """One row of 処分."""

    sanction: Sanction
    section: T | None = None
    post: T | None = None
    people: Count[T] | Content[T] | None = None
    when: When | T | None = None
    reason: T | None = None
    shares: Content[T] | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dispositions(Generic[T]):
    """処分."""

    rows: tuple[Disposition[T], ...]
    preface: Content[T] | None = None


@dataclass(frozen=True, slots=True)
class DueChange(Generic[T]):
    """One line of 再発防止策.変更."""

    old_due: When | T
    reason: T | None = None


@dataclass(frozen=True, slots=True)
class Promise(Generic[T]):
    """One measure of 再発防止策: a promise with its progress."""

    content: Content[T]
    number: T | None = None
    before: Content[T] | None = None
    """これまで."""
    owner: T | None = None
    progress: Progress | None = None
    due: When | T | None = None
    done_on: When | T | None = None
    due_changes: tuple[DueChange[T], ...] = ()
    note: T | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Prevention(Generic[T]):
    """再発防止策."""

    promises: tuple[Promise[T], ...]
    preface: Content[T] | None = None


@dataclass(frozen=True, slots=True)
class OfficialReport(Generic[T]):
    """One row of 報告."""

    to: T
    when: When | T | None = None
    report_class: ReportClass | None = None


@dataclass(frozen=True, slots=True)
class Statement(Generic[T]):
    """One of 発言."""

    post: T
    content: Content[T]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Record[T], Generic[T]):
    """事案."""

    kind = RecordKind.INCIDENT

    stage: Stage
    incident_types: tuple[IncidentType, ...]
    discovered: Section[T, Moment[T]]
    lead: Section[T, Content[T]]
    summary: Section[T, Content[T]]
    impact: Section[T, Impact[T]]
    for_residents: Section[T, ForResidents[T] | Content[T]]
    timeline: Section[T, Timeline[T] | Content[T]]
    causes: Section[T, tuple[Cause[T], ...] | Content[T]]
    response: Section[T, Response[T]]
    dispositions: Section[T, Dispositions[T] | Content[T]]
    prevention: Section[T, Prevention[T] | Content[T]]

    media: tuple[Medium, ...] = ()
    occurred: Section[T, Moment[T]] | None = None
    delay_reason: Section[T, Content[T]] | None = None
    cases: tuple[SubCase[T], ...] = ()
    breaches: tuple[Breach[T], ...] = ()
    contractor: Contractor[T] | None = None
    reports: tuple[OfficialReport[T], ...] = ()
    statements: tuple[Statement[T], ...] = ()
    closing: Section[T, Content[T]] | None = None
