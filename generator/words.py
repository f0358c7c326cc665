"""Every Japanese word a person sees, read once from ja.toml.

A missing entry raises: a page or a message with a hole in it is our mistake, never the reader's.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from generator.patterns import regex

if TYPE_CHECKING:
    from generator.problems import Safe


_NUMBERED = regex(r"\[([0-9]+)\]")


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """What is said about one code; `message` and `hint` are formats for its parameters, the other two plain text.

    A code with several causes has a table for each below its own, whose message or hint goes before the general one.
    """

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
def problem_words(code: str, case: str = "") -> ProblemWords:
    """What table `problems` says about a code such as `E104`, or about one `case` of it."""
    entry = _words()["problems"][code]
    entry = {**entry, **entry[case]} if case else entry
    return ProblemWords(entry["title"], entry["message"], entry["hint"], entry["explain"].strip())


def spoken(field: str) -> str:
    """A key path such as `経過[2].内容` as people say it: 経過の2番目の内容."""
    return word("terms.of").join(_NUMBERED.sub(word("terms.nth"), field).split("."))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("generator").joinpath("ja.toml").read_text(encoding="utf-8"))
