"""What all kinds of records share: head, contacts, publication, revisions, links, cast, attachments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.problems import NOWHERE, Place
from generator.records.vocabulary import PublicationState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.records.content import Content
    from generator.records.dates import Day, When
    from generator.records.vocabulary import AfterExpiry, CastKind, Relation, RevisionKind, Telltale

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Contact(Generic[T]):
    """One entry of 担当 or 問い合わせ先."""

    section: T
    post: T | None = None
    name: T | None = None
    phone: T | None = None
    extension: T | None = None
    fax: T | None = None
    mail: T | None = None
    hours: T | None = None


@dataclass(frozen=True, slots=True)
class Expiry:
    """公開.掲載終了."""

    day: Day
    then: AfterExpiry
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Weighed(Generic[T]):
    """One line of 公開.特定の検討: what may tell who is meant, and why it is published all the same; on no page."""

    telltale: Telltale
    reason: T
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Publication(Generic[T]):
    """公開: a record without it is a draft."""

    state: PublicationState = PublicationState.DRAFT
    embargo: str | None = None
    """解禁日時 as ISO 8601 in JST, to the minute."""
    expiry: Expiry | None = None
    reason: T | None = None
    weighed: tuple[Weighed[T], ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Revision(Generic[T]):
    """One line of 改訂: what was changed after publication, shown and never silent."""

    kind: RevisionKind
    version: T
    at: When | T
    part: T | None = None
    wrong: Content[T] | None = None
    right: Content[T] | None = None
    reason: T | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Related:
    """A link to another record, by id; ids are checked, so they are no free text."""

    id: str
    place: Place
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class CastMember(Generic[T]):
    """One of 登場者: who a letter stands for, never a name."""

    letter: T
    kind: CastKind
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Attachment(Generic[T]):
    """添付 that is named and left out, with the reason."""

    name: T
    reason: T | None = None
    about: T | None = None


@dataclass(frozen=True, slots=True)
class Appendix(Generic[T]):
    """別紙."""

    name: T
    content: Content[T]
    number: T | None = None
