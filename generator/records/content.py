"""Content: the value of any section.  Prose, bullets, tables and the other blocks, as values.

`T` is RawText in a draft and PublicText in a public record.  How a block is typed stands in content_shape.py, how it
looks is the pages' business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.problems import NOWHERE, Place

if TYPE_CHECKING:
    from generator.records.dates import When
    from generator.records.vocabulary import Status

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Prose(Generic[T]):
    """A text; a blank line begins a new paragraph, a newline a new line."""

    text: T


@dataclass(frozen=True, slots=True)
class Bullet(Generic[T]):
    """One item of a list, with the items under it."""

    text: T | None
    below: tuple[Bullet[T], ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets(Generic[T]):
    """A list of items; a mark the author typed (（１）, ①, ア, ・) replaces the bullet on the page."""

    items: tuple[Bullet[T], ...]


@dataclass(frozen=True, slots=True)
class Headed(Generic[T]):
    """A heading and what stands under it."""

    heading: T
    content: Content[T]


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column of a table; `below` makes a two-row head."""

    heading: T
    below: tuple[T, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """A cell: one text, several lines, or nothing (空欄)."""

    lines: tuple[T, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """表."""

    columns: tuple[Column[T], ...]
    rows: tuple[tuple[Cell[T], ...], ...]
    heading: T | None = None
    note: T | None = None


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """One name and its value in 項目."""

    name: T
    content: Content[T]


@dataclass(frozen=True, slots=True)
class Pairs(Generic[T]):
    """項目: names and values, in the author's order."""

    pairs: tuple[Pair[T], ...]


@dataclass(frozen=True, slots=True)
class Remark(Generic[T]):
    """注."""

    text: T


@dataclass(frozen=True, slots=True)
class Standing(Generic[T]):
    """A status in place of content: 調査中, 不明, 該当なし …, with its explanation and the promised date."""

    status: Status
    explanation: T | None = None
    promised: When | T | None = None
    """公表予定."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


Block = Prose[T] | Bullets[T] | Headed[T] | Table[T] | Pairs[T] | Remark[T] | Standing[T]


@dataclass(frozen=True, slots=True)
class Content(Generic[T]):
    """A sequence of blocks."""

    blocks: tuple[Block[T], ...]


@dataclass(frozen=True, slots=True)
class Section(Generic[T, U]):
    """A section of a record: its body, under its own heading where the author gave one.

    `T` is the kind of text, `U` the type of the body where it is not a `Standing`.
    """

    body: U | Standing[T]
    heading: T | None = None

    @property
    def standing(self) -> Standing[T] | None:
        """The status, where there is nothing to write."""
        return self.body if isinstance(self.body, Standing) else None
