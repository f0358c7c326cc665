"""会議資料: a paper put before a council or committee.  Its fields; their shape stands in paper_shape.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.problems import NOWHERE, Place
from generator.records.record import Record
from generator.records.vocabulary import RecordKind

if TYPE_CHECKING:
    from generator.records.content import Content, Section
    from generator.records.council_words import Access, BodyKind, Purpose
    from generator.records.dates import When
    from generator.records.incident import SubCase

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meeting(Generic[T]):
    """会議: the body a paper was put before, and when."""

    name: T
    body_kind: BodyKind | None = None
    number: T | None = None
    """回次."""
    held: When | T | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Disclosure(Generic[T]):
    """公開区分: how much of the paper is public, and why not all of it."""

    access: Access
    reason: T | None = None
    basis: T | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Term(Generic[T]):
    """One of 用語注: a word of the text explained."""

    word: T
    explanation: Content[T]
    number: T | None = None
    """As the text has it: 注1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Record[T], Generic[T]):
    """会議資料."""

    kind = RecordKind.PAPER

    body: Meeting[T]
    body_text: Section[T, Content[T]]
    paper_number: T | None = None
    inquiry_numbers: tuple[T, ...] = ()
    basis: T | None = None
    purpose: Purpose | None = None
    gist: Section[T, Content[T]] | None = None
    glossary: tuple[Term[T], ...] = ()
    cases: tuple[SubCase[T], ...] = ()
    next_steps: Section[T, Content[T]] | None = None
    access: Disclosure[T] | None = None
