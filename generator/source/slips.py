"""What a Japanese keyboard puts at the head of a line where YAML wants half-width signs.

Works on one line at a time and knows nothing of the lines around it; `silent` and `causes` decide which lines
to look at, because the same characters are ordinary text inside a text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

WIDE_SPACES = "\u3000\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060"
"""U+3000 and the other spaces that YAML does not take for indentation; pasted from word processors."""
BULLETS = "・･•‣◦●"
_DASHES = "－−‐‑–—―ー"
_COLONS = "：﹕︓"

_INDENT = regex(rf"(?P<good> *)(?P<bad>[\t{WIDE_SPACES}][ \t{WIDE_SPACES}]*)(?![ \t{WIDE_SPACES}])")
_BULLET = regex(rf"(?P<before> *(?:- +)*)(?P<mark>[{BULLETS}][ 　]*|[{_DASHES}][ 　]+)(?=[^ 　])")
_DASH = regex(r"(?P<before> *(?:- +)*)(?P<mark>-)(?P<space>[　]*)(?=[^ \t\-0-9])")
_NO_LETTER = r"\t:：﹕︓、。「」『』［］\[\]{}\"'#"
_KEY = rf"(?P<before> *(?:- +)*)(?P<key>[^ 　（）()！？!?|>@%*&`,\-{_NO_LETTER}][^{_NO_LETTER}]{{0,29}}?)"
_WIDE_COLON = regex(rf"{_KEY}[ 　]*(?P<colon>[{_COLONS}])[ 　]*")
_TIGHT_COLON = regex(rf"{_KEY}(?P<colon>:)(?:　+$|　*(?=[^ 　]))")
_NO_COLON = regex(rf"{_KEY}(?P<space>[ 　]+|$)")
_NO_KEY = regex("[0-9０-９]$|^[!-~]+$")
"""Before the colon of `午前10：30` and of `https://`."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing to put right in a line."""

    code: str
    at: int
    """Within the line."""
    fixed: str = field(repr=False)
    """The line as it would parse.  It holds the author's text: only `skeleton` of it is ever shown."""
    shown: str = field(default="", repr=False)
    """The line to show the skeleton of, where it is not `fixed`."""


def level(line: str) -> int:
    """How many half-width spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def slip_in(line: str, known: AbstractSet[str], *, entry: bool) -> Slip | None:
    """The first slip at the line's head; `entry` where a `key: value` must stand, so that any word is a key."""
    return indentation(line) or bullet(line) or colon(line, known, entry=entry)


def mended(line: str, known: AbstractSet[str]) -> str:
    """The line with every slip at its head put right: an indentation, a bullet and a colon may stand in one line."""
    for _ in range(3):
        slip = slip_in(line, known, entry=False)
        line = slip.fixed if slip else line
    return line


def indentation(line: str) -> Slip | None:
    """Full-width spaces or tabs in front of the text."""
    found = _INDENT.match(line)
    if not found:
        return None
    spaces = sum(1 if char == " " else 2 for char in found["bad"])
    code = "E107" if "\t" in found["bad"] else "E106"
    fixed = found["good"] + " " * spaces + line[found.end() :]
    return Slip(code, found.start("bad"), fixed.rstrip())


def bullet(line: str) -> Slip | None:
    """`・` or a full-width hyphen for `- `, or `-` without its space."""
    found = _BULLET.match(line)
    if found:
        return Slip("E108", found.start("mark"), f"{found['before']}- {line[found.end() :]}")
    found = _DASH.match(line)
    if found and not line.startswith("---"):
        return Slip("E109", found.start("mark"), f"{found['before']}- {line[found.end() :]}")
    return None


def colon(line: str, known: AbstractSet[str], *, entry: bool) -> Slip | None:
    """A full-width colon after a key, or a half-width one without its space."""
    for code, pattern in (("E104", _WIDE_COLON), ("E105", _TIGHT_COLON)):
        found = pattern.match(line)
        if found and (found["key"] in known or (entry and not _NO_KEY.search(found["key"]))):
            fixed = f"{found['before']}{found['key']}: {line[found.end() :]}"
            return Slip(code, found.start("colon"), fixed.rstrip())
    return None


def missing_colon(line: str, known: AbstractSet[str]) -> Slip | None:
    """A known key with no colon after it."""
    found = _NO_COLON.match(line)
    if not found or found["key"] not in known:
        return None
    fixed = f"{found['before']}{found['key']}: {line[found.end() :]}"
    return Slip("E118", found.start("key"), fixed.rstrip())
