"""監査報告: what an audit found, and what was done about it.  Its fields; their shape stands in audit_shape.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.problems import NOWHERE, Place
from generator.records.council_words import OpinionKind
from generator.records.record import Record
from generator.records.vocabulary import RecordKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.records.content import Content, Section, Table
    from generator.records.council_words import AuditType, MeasureState
    from generator.records.counts import Count
    from generator.records.dates import When

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scope(Generic[T]):
    """対象: how many, and which."""

    count: Count[T] | Content[T] | None = None
    explanation: Content[T] | None = None


@dataclass(frozen=True, slots=True)
class Viewpoint(Generic[T]):
    """One of 着眼点 or 基準, with what it applies to."""

    content: Content[T]
    applies: Content[T] | None = None


@dataclass(frozen=True, slots=True)
class Demand(Generic[T]):
    """One line of 求める措置: who is asked, and for what."""

    content: Content[T]
    addressee: T | None = None


@dataclass(frozen=True, slots=True)
class Opinion(Generic[T]):
    """意見 of the auditors."""

    demands: tuple[Demand[T], ...] = ()
    number: T | None = None
    kind: OpinionKind | None = None
    """None where the author gave none: then it is an 意見."""
    title: T | None = None
    addressee: Content[T] | None = None
    criteria: Content[T] | None = None
    fact: Content[T] | None = None
    cause: Content[T] | None = None
    remark: Content[T] | None = None
    """補足."""
    items: Content[T] | None = None
    """対象項目."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def class_of(self) -> OpinionKind:
        """区分; 意見 where the author gave none."""
        return self.kind or OpinionKind.OPINION

    @property
    def awaits_measure(self) -> bool:
        """Whether a measure is to be notified: 指導 is given and followed on the spot."""
        return self.class_of is not OpinionKind.GUIDANCE


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """One item of 結果, with the items below it."""

    item: T
    criteria: Content[T] | None = None
    found: Content[T] | None = None
    """調査結果."""
    tables: tuple[Table[T], ...] = ()
    opinions: tuple[Opinion[T], ...] = ()
    below: tuple[Finding[T], ...] = ()


@dataclass(frozen=True, slots=True)
class Reference(Generic[T]):
    """One of 参考資料: a notice, an article, a checklist."""

    name: T
    document_number: T | None = None
    when: When | T | None = None
    addressee: T | None = None
    sender: T | None = None
    content: Content[T] | None = None


@dataclass(frozen=True, slots=True)
class Measure(Generic[T]):
    """One of 措置: what was done about an opinion (地方自治法199条14項)."""

    opinion: T
    """意見番号, as the opinion has it."""
    state: MeasureState
    notified: When | T | None = None
    published: When | T | None = None
    content: Content[T] | None = None
    reason: Content[T] | None = None
    owner: T | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit(Record[T], Generic[T]):
    """監査報告."""

    kind = RecordKind.AUDIT

    audit_type: AuditType
    audited: Section[T, Content[T]]
    results: tuple[Finding[T], ...]
    basis: T | None = None
    fiscal_year: When | T | None = None
    theme: T | None = None
    purpose: Section[T, Content[T]] | None = None
    rationale: Section[T, Content[T]] | None = None
    scope: Scope[T] | Content[T] | None = None
    criteria: tuple[Viewpoint[T], ...] | Content[T] | None = None
    viewpoints: tuple[Viewpoint[T], ...] | Content[T] | None = None
    period: When | T | None = None
    method: Section[T, Content[T]] | None = None
    overall: Section[T, Content[T]] | None = None
    """総括意見."""
    references: tuple[Reference[T], ...] = ()
    measures: tuple[Measure[T], ...] = ()
