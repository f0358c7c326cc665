"""A text as its readers will have it, its marks taken off, with the way back to what was typed.

Detectors read the bare text, so a mark never parts a name from the words around it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.redaction.marks import Mark, MarkFault, read_marks

if TYPE_CHECKING:
    from generator.redaction.kinds import Kind


@dataclass(frozen=True, slots=True)
class Region:
    """What a mark covers in the bare text."""

    start: int
    end: int
    mark: Mark
    original: bool
    """False where the mark held no original, so that the bare text holds 〔氏名〕 in its place."""


@dataclass(frozen=True, slots=True)
class Bare:
    """The bare text; `pieces` are (bare offset, typed offset) where a stretch begins."""

    text: str = field(repr=False)
    regions: tuple[Region, ...]
    faults: tuple[MarkFault, ...]
    pieces: tuple[tuple[int, int], ...]

    def typed(self, offset: int) -> int:
        """The offset in what was typed."""
        if not self.pieces:
            return offset
        start, typed = self.pieces[bisect_right(self.pieces, (offset, 1 << 60)) - 1]
        return typed + offset - start


def bare(text: str) -> Bare:
    """Take the marks off."""
    if "[" not in text and "［" not in text:
        return Bare(text, (), (), ())
    marks, faults = read_marks(text)
    if not marks:
        return Bare(text, (), faults, ())
    builder = _Builder(text)
    for mark in marks:
        if mark.start >= builder.at:
            builder.mark(mark, [inner for inner in marks if mark.start < inner.start and inner.end < mark.end])
    builder.plain(len(text))
    return Bare("".join(builder.shown), tuple(builder.regions), faults, tuple(builder.pieces))


class _Builder:
    """Bare text while it grows."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.length = 0
        self.shown: list[str] = []
        self.regions: list[Region] = []
        self.pieces: list[tuple[int, int]] = []

    def plain(self, end: int) -> None:
        """Takes the typed text up to `end` as it is."""
        self._show(self.text[self.at : end], self.at)
        self.at = end

    def mark(self, mark: Mark, inside: list[Mark]) -> None:
        """Takes one mark, and those inside a 原文."""
        self.plain(mark.start)
        start = self.length
        if mark.inner is None:
            self._show(_stand_in(mark.kind, mark.letter), mark.start)
        else:
            self.at = mark.inner[0]
            for inner in inside:
                self.mark(inner, [])
            self.plain(mark.inner[1])
        self.regions.append(Region(start, self.length, mark, mark.inner is not None))
        self.at = mark.end

    def _show(self, shown: str, typed: int) -> None:
        if shown:
            self.pieces.append((self.length, typed))
            self.shown.append(shown)
            self.length += len(shown)


def _stand_in(kind: Kind | None, letter: str | None) -> str:
    return letter or f"〔{kind.value if kind else ''}〕"
