"""Something to tell the author: a value with a code, a place and safe parameters.

The words for each code live in ja.toml (`words.py` joins them); this module knows neither words nor
how they are printed.  A parameter never holds free text of a source: logs of a build are public.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(Enum):
    """What a problem does to a build; the first letter of its code decides it."""

    ERROR = "error"
    SUSPICION = "suspicion"
    WARNING = "warning"
    NOTE = "note"
    LEAK = "leak"

    @property
    def stops(self) -> bool:
        """Whether a build with such a problem releases nothing."""
        return self in (Severity.ERROR, Severity.SUSPICION, Severity.LEAK)


_BY_LETTER = {
    "E": Severity.ERROR,
    "S": Severity.SUSPICION,
    "W": Severity.WARNING,
    "N": Severity.NOTE,
    "L": Severity.LEAK,
}

Safe = str | int
"""A parameter: a number, a known key, a code, an enumeration word.  Never what an author typed freely."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where in a file, counted from 1; columns count characters."""

    path: str
    line: int
    column: int


NOWHERE = Place("", 1, 1)
"""The place of a value that no file holds, such as a default."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix or to know."""

    code: str
    place: Place
    field: str = ""
    """The Japanese key path, such as `経過[2].内容`; known keys and numbers only."""
    params: Mapping[str, Safe] = dataclasses.field(default_factory=lambda: MappingProxyType({}))

    @property
    def severity(self) -> Severity:
        """Error, suspicion, warning, note or leak."""
        return _BY_LETTER[self.code[0]]


def in_order(problems: list[Problem]) -> list[Problem]:
    """Sorted by place, then code, each once."""
    unique = {(p.place, p.code, p.field, tuple(sorted(p.params.items(), key=str))): p for p in problems}
    return [unique[key] for key in sorted(unique, key=str_key)]


def str_key(key: tuple[Place, str, str, tuple[tuple[str, Safe], ...]]) -> tuple[str, int, int, str, str, str]:
    """A total order over places and codes, whatever the parameters' types."""
    place, code, name, params = key
    return (place.path, place.line, place.column, code, name, str(params))
