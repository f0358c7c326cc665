"""Marked passages: the text as it would be read, what must disappear from it, and what is left open.

README.md says what the marks mean.  Offsets count code points of the text without its marks.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MARK = re.compile(r"\[\[(?P<kind>[^:\[\]{}]+):(?P<gone>[^\[\]{}]+)\]\]|\{\{(?P<free>[^\[\]{}]+)\}\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """One passage."""

    id: str
    text: str
    gone: tuple[tuple[int, int, str], ...]
    """(start, end, 区分) of what must disappear."""
    free: tuple[tuple[int, int], ...]
    """What is neither asked for nor held against."""


def read_marked(name: str, marked: str) -> Marked:
    """The passage without its marks."""
    text, gone, free, at = "", [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        start, at = len(text), mark.end()
        text += mark["gone"] or mark["free"]
        if mark["kind"]:
            gone.append((start, len(text), mark["kind"]))
        else:
            free.append((start, len(text)))
    return Marked(name, text + marked[at:], tuple(gone), tuple(free))


def read_passages(path: Path) -> list[Marked]:
    """Every passage of a file, one line of JSON each."""
    lines = path.read_text(encoding="utf-8").strip("\n").split("\n")
    rows = [json.loads(line) for line in lines]
    return [read_marked(row["id"], row["text"]) for row in rows]
