"""Characters no source may hold: they break lines or directions unseen, or stand for a redaction while rendering."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.problems import Problem
from generator.source.file_text import FileText
from generator.text import SENTINEL_FIRST, SENTINEL_LAST

if TYPE_CHECKING:
    import re

SHOWN_AT_MOST = 20
"""A file of the wrong kind holds thousands; the first ones say all there is to say."""
_PLANE_ENDS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Unicode's bidirectional controls (UAX 9), which make a reader see another order than a program does."""
_NONCHARACTERS = f"{SENTINEL_FIRST}-{SENTINEL_LAST}{_PLANE_ENDS}"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff"
"""C0, C1 with NEL, the line and paragraph separators that YAML 1.1 takes for line ends, and a BOM inside the text."""
_FORBIDDEN = regex(f"(?P<E129>[{_CONTROLS}]|\r(?!\n))|(?P<E130>[{_DIRECTIONS}])|(?P<E131>[{_NONCHARACTERS}])")


def forbidden(file: FileText) -> tuple[FileText, list[Problem]]:
    """The file with each such character exchanged for one that parses, and a problem for each of the first ones."""
    if not _FORBIDDEN.search(file.text):
        return file, []
    harmless = FileText(file.path, _FORBIDDEN.sub(_harmless, file.text))
    problems = [_problem(harmless, match) for match in islice(_FORBIDDEN.finditer(file.text), SHOWN_AT_MOST)]
    return harmless, problems


def forbidden_in_value(value: str) -> tuple[str, int, str] | None:
    """Code, offset and code point of the first such character, which an escape wrote into a double-quoted text."""
    found = _FORBIDDEN.search(value)
    return (str(found.lastgroup), found.start(), _code_point(found)) if found else None


def _problem(file: FileText, match: re.Match[str]) -> Problem:
    return Problem(str(match.lastgroup), file.place(match.start()), params={"point": _code_point(match)})


def _code_point(match: re.Match[str]) -> str:
    return f"U+{ord(match.group()):04X}"


def _harmless(match: re.Match[str]) -> str:
    return "\n" if match.group() == "\r" else "\ufffd"
