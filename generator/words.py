"""Every Japanese word a person sees, read once from ja.toml.

A missing entry raises: a page or a message with a hole in it is our mistake, never the reader's.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.problems import Safe


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """What is said about one code; `message` and `hint` are formats for its parameters, the other two plain text."""

    title: str
    message: str
    hint: str
    explain: str


def word(key: str, **params: Safe) -> str:
    """The text at a dotted key such as `page.updated`, its braces filled; KeyError where there is none."""
    found: Any = _words()
    for step in key.split("."):
        found = found[step]
    if not isinstance(found, str):
        raise KeyError(key)
    return found.format(**params) if params else found


@cache
def problem_words(code: str) -> ProblemWords:
    """What table `problems` says about a code such as `E104`."""
    entry = _words()["problems"][code]
    return ProblemWords(entry["title"], entry["message"], entry["hint"], entry["explain"].strip())


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("generator").joinpath("ja.toml").read_text(encoding="utf-8"))
