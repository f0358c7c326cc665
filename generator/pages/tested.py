"""What the templates were machine-tested for, and what not: the one list that the page about it and the tests share."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from generator.records.dates import Day


@dataclass(frozen=True, slots=True)
class Tool:
    """A checker, as its package is called, and what it looks for."""

    package: str
    version: str
    what: str


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that holds, at some widths of the window in px, and the tests that show it."""

    says: str
    tests: tuple[str, ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page, known by its address: a pattern, and another for what it doesn't mean."""

    says: str
    address: str
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Tested:
    """All of it."""

    version: str
    day: Day
    tools: tuple[Tool, ...]
    checks: tuple[Check, ...]
    kinds: tuple[Kind, ...]
    untested: tuple[str, ...]


@cache
def what_was_tested() -> Tested:
    """The list that ships."""
    found: dict[str, Any] = tomllib.loads(files("generator.pages").joinpath("tested.toml").read_text(encoding="utf-8"))
    year, month, day = map(int, found["date"].split("-"))
    return Tested(
        found["version"],
        Day(year, month, day),
        tuple(Tool(**one) for one in found["tools"]),
        tuple(Check(one["says"], tuple(one["tests"]), tuple(one.get("widths", ()))) for one in found["checks"]),
        tuple(Kind(**one) for one in found["kinds"]),
        tuple(one["says"] for one in found["untested"]),
    )
