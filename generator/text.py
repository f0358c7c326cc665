"""The two kinds of text, which never meet: what an author typed and what the public may read.

`RawText` cannot be printed, formatted or rendered by accident.  `PublicText` is made by `redaction`
alone (tests/test_house.py holds that line); pages and templates take nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, Protocol

if TYPE_CHECKING:
    from generator.problems import Place
    from generator.redaction.kinds import Kind

SENTINEL_FIRST, SENTINEL_LAST = "\ufdd0", "\ufdef"
"""Noncharacters of Unicode: `source` refuses them, so they can stand for a redaction while text is rendered."""


class Origin(Protocol):
    """Where the characters of one scalar came from."""

    def place(self, offset: int) -> Place:
        """The place in the file of the character at `offset` of the value."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The character offsets in the whole file's text that hold the value's characters `start` to `end`."""


class RawText:
    """A text as typed.  Its only way out is `reveal()`, whose callers a test lists."""

    __slots__ = ("_value", "origin")

    def __init__(self, value: str, origin: Origin) -> None:
        self._value = value
        self.origin = origin

    def reveal(self) -> str:
        """The text itself.  Never log it, never put it into a problem."""
        return self._value

    def __len__(self) -> int:
        return len(self._value)

    def __repr__(self) -> str:
        return f"<RawText of {len(self._value)} characters>"

    def __str__(self) -> NoReturn:
        raise TypeError("raw text is never printed")

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("raw text is never formatted")

    def __html__(self) -> NoReturn:
        raise TypeError("raw text is never rendered")

    def __reduce__(self) -> NoReturn:
        raise TypeError("raw text is never stored")


@dataclass(frozen=True, slots=True)
class Redacted:
    """A place where something was withheld: 〔氏名〕, or a stable letter such as 職員Ｂ."""

    kind: Kind
    letter: str | None = None

    @property
    def shown(self) -> str:
        """What a reader sees."""
        return self.letter or f"〔{self.kind.value}〕"


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A source's own slip, kept on purpose and shown with 〔原文ママ〕 after it."""

    text: str


Part = str | Redacted | Verbatim


@dataclass(frozen=True, slots=True)
class PublicText:
    """A text that the public may read; inline Markdown (emphasis, links) is still in its strings."""

    parts: tuple[Part, ...]

    @property
    def plain(self) -> str:
        """The text with each redaction as it is shown."""
        return "".join(map(shown_part, self.parts))

    @property
    def has_redaction(self) -> bool:
        """Whether anything was withheld here."""
        return any(isinstance(part, Redacted) for part in self.parts)

    def __bool__(self) -> bool:
        return bool(self.parts)


def shown_part(part: Part) -> str:
    """What a reader sees of one part."""
    if isinstance(part, Redacted):
        return part.shown
    return f"{part.text}〔原文ママ〕" if isinstance(part, Verbatim) else part
