"""会議録: the minutes of a meeting.  Its fields; their shape stands in minutes_shape.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.problems import NOWHERE, Place
from generator.records.record import Record
from generator.records.vocabulary import RecordKind

if TYPE_CHECKING:
    from generator.records.common import Contact
    from generator.records.content import Content, Section
    from generator.records.council_words import (
        BodyKind,
        ItemKind,
        MinutesForm,
        Openness,
        Outcome,
        SpeechKind,
        VoteMethod,
        VoteWord,
    )
    from generator.records.dates import Day

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Person(Generic[T]):
    """Somebody present, as printed (内田委員), or with the post apart."""

    name: T
    post: T | None = None


@dataclass(frozen=True, slots=True)
class Present(Generic[T]):
    """出席者, by what they are at the meeting."""

    speaker: tuple[Person[T], ...] = ()
    """議長."""
    vice_speaker: tuple[Person[T], ...] = ()
    chair: tuple[Person[T], ...] = ()
    """会長."""
    vice_chair: tuple[Person[T], ...] = ()
    chairperson: tuple[Person[T], ...] = ()
    """委員長."""
    vice_chairperson: tuple[Person[T], ...] = ()
    members: tuple[Person[T], ...] = ()
    explainers: tuple[Person[T], ...] = ()
    """説明員."""
    secretariat: tuple[Person[T], ...] = ()
    late: tuple[Person[T], ...] = ()
    """途中出席."""
    left_early: tuple[Person[T], ...] = ()
    observers: tuple[Person[T], ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Sitting(Generic[T]):
    """日時: when the meeting was opened and closed, as printed."""

    opened: T
    closed: T | None = None
    day: Day | None = None
    """The date that 開会 begins with."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Opening(Generic[T]):
    """会議の公開: whether people could listen, and why not."""

    openness: Openness
    reason: T | None = None
    basis: T | None = None
    observers: int | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Handout(Generic[T]):
    """One of 配布資料: a record of its own, a 別紙 of the minutes, or closed with a reason."""

    title: T
    number: T | None = None
    section: T | None = None
    record: str | None = None
    """An id."""
    appendix: T | None = None
    closed_because: T | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Utterance(Generic[T]):
    """One turn of speech; what explains an answer in place (説明補足) may have no speaker."""

    content: Content[T]
    speaker: Person[T] | None = None
    kind: SpeechKind | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Thread(Generic[T]):
    """A question with what was said to it, or one utterance alone."""

    utterances: tuple[Utterance[T], ...]


@dataclass(frozen=True, slots=True)
class Vote(Generic[T]):
    """採決: numbers, or 多数 and 全員 where nobody counted."""

    method: VoteMethod | None = None
    ayes: int | VoteWord | None = None
    noes: int | VoteWord | None = None
    abstentions: int | VoteWord | None = None
    note: T | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """結果, with the words it was given in."""

    outcome: Outcome
    text: T | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem(Generic[T]):
    """One of 議事."""

    titles: tuple[T, ...]
    part: T | None = None
    """部: Ⅰ, Ⅱ."""
    kind: ItemKind | None = None
    numbers: tuple[T, ...] = ()
    papers: tuple[T, ...] = ()
    """資料, by number; several were taken together."""
    section: T | None = None
    explainers: tuple[Person[T], ...] = ()
    explanation: Content[T] | None = None
    discussion: tuple[Thread[T], ...] = ()
    attached_opinion: Content[T] | None = None
    result: Result[T] | None = None
    vote: Vote[T] | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reply(Generic[T]):
    """An opinion of an earlier meeting and what was done about it."""

    opinion: Content[T]
    answer: Content[T]
    discussion: tuple[Thread[T], ...] = ()


@dataclass(frozen=True, slots=True)
class Replies(Generic[T]):
    """One of 前回意見への回答: the answers to the opinions on one matter."""

    rows: tuple[Reply[T], ...]
    meeting: T | None = None
    number: T | None = None
    title: T | None = None
    section: T | None = None
    discussion: tuple[Thread[T], ...] = ()
    """About all the answers together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Record[T], Generic[T]):
    """会議録."""

    kind = RecordKind.MINUTES

    body: T
    """会議名."""
    held: Sitting[T]
    venue: Content[T]
    present: Present[T]
    openness: Opening[T]
    agenda: Section[T, Content[T]]
    items: tuple[AgendaItem[T], ...]
    body_kind: BodyKind | None = None
    term: T | None = None
    """期."""
    number: T | None = None
    """回次."""
    absent: tuple[Person[T], ...] = ()
    seats: int | None = None
    """定数."""
    form: MinutesForm | None = None
    papers: tuple[Handout[T], ...] = ()
    replies: tuple[Replies[T], ...] = ()
    asking: tuple[Contact[T], ...] = ()
    """問い合わせ先."""
    next_meeting: Content[T] | None = None
    papers_closed_because: Content[T] | None = None
