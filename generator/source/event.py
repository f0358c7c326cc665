"""One step of the parser: libyaml's events without their marks, in offsets of the file's text."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class What(Enum):
    """What a step is; `END` closes the innermost map or list."""

    SCALAR = auto()
    MAP = auto()
    LIST = auto()
    END = auto()


class Event(NamedTuple):
    """One step; an alias is an empty scalar, because it was refused."""

    what: What
    start: int
    end: int
    value: str = ""
    style: str = ""
    """Of a scalar: empty for plain, else its quote or block indicator."""
    flow: bool = False
    refused: str = ""
    """The code under which `guard` refused its tag, anchor or alias."""

    def __repr__(self) -> str:
        return f"<{self.what.name} {self.start}-{self.end}>"
