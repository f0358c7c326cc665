"""What a source still holds of what is withheld, and how its text reads without it.

`［氏名＝職員Ａ：…］` becomes `［氏名＝職員Ａ］`, all else `［氏名］`: a letter is a person's to give.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.redaction.compose import public_text
from generator.redaction.marks import Verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.redaction.bare import Bare, Region
    from generator.redaction.kinds import Kind
    from generator.redaction.settle import Settled, Stretch

_BLANKS = " \t\r\n\u3000"
_EQUALS, _COLONS = "=＝", ":："


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text as it was typed, and what takes their place."""

    start: int
    end: int
    text: str = field(repr=False)
    kind: Kind | None = None
    """Of what goes; None where a mark goes and its words stay."""


def originals(settled: Settled) -> Iterator[Stretch]:
    """Every stretch that is withheld and that the source still holds."""
    return (stretch for stretch in settled.stretches if stretch.kept is None and stretch.original)


def marked(settled: Settled, stretch: Stretch) -> Region | None:
    """The mark that withholds this stretch; None where a detector does."""
    return next(
        (
            region
            for region in settled.field.bare.regions
            if region.mark.verb is Verb.WITHHOLD and (region.start, region.end) == (stretch.start, stretch.end)
        ),
        None,
    )


def edits_of(settled: Settled) -> list[Edit]:
    """What to replace in the text as it was typed, in order; nothing where a mark is wrong, which its author mends."""
    if settled.field.bare.faults:
        return []
    edits: list[Edit] = []
    typed = settled.field.raw.reveal()
    for stretch in originals(settled):
        region = marked(settled, stretch)
        if region is not None:
            mark = region.mark
            text = f"［{stretch.kind.value}{_letter(typed[mark.start : mark.end])}］"
            edits.append(Edit(mark.start, mark.end, text, stretch.kind))
        else:
            edits += _found(settled.field.bare, typed, stretch)
    return sorted(edits, key=lambda edit: edit.start)


def idle(before: Settled, after: Settled, edits: Sequence[Edit]) -> list[Edit]:
    """［公開：…］ off what nobody finds any more, in the later text: it kept something because of what is gone now."""
    typed = after.field.raw.reveal()
    kept_before = {shifted(start, edits) for start in _keeping(before)}
    marks = [region.mark for region in after.field.bare.regions if region.mark.verb is Verb.KEEP]
    marks = [mark for mark in marks if mark.start in kept_before - _keeping(after)]
    return [Edit(mark.start, mark.end, typed[slice(*mark.inner)]) for mark in marks if mark.inner]


def _keeping(settled: Settled) -> set[int]:
    """Where each ［公開：…］ begins that keeps something."""
    kept = [stretch for stretch in settled.stretches if stretch.kept == "mark"]
    marks = (region for region in settled.field.bare.regions if region.mark.verb is Verb.KEEP)
    return {r.mark.start for r in marks if any(s.start < r.end and r.start < s.end for s in kept)}


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits made."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def shifted(offset: int, edits: Iterable[Edit]) -> int:
    """Where a character that no edit touches stands once they are made."""
    return offset + sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= offset)


def shown(settled: Settled) -> str:
    """What the public would read."""
    return public_text(settled).plain


def by_marks_alone(settled: Settled) -> str:
    """What the public would read if only marks without an original withheld anything."""
    marks = tuple(stretch for stretch in settled.stretches if not stretch.original)
    return public_text(replace(settled, stretches=marks)).plain


def _letter(mark: str) -> str:
    """`＝職員Ａ` as it was typed, or nothing."""
    head = mark[: next(at for at, char in enumerate(mark) if char in _COLONS)]
    at = next((at for at, char in enumerate(head) if char in _EQUALS), None)
    return "" if at is None else f"＝{head[at + 1 :].strip()}"


def _found(bare: Bare, typed: str, stretch: Stretch) -> Iterator[Edit]:
    """The edit of what a detector found; where brackets of a 原文 part it, each part goes and one mark is set."""
    parts = [part for part in _runs(bare, stretch) if typed[part[0] : part[1]].strip(_BLANKS)]
    quoted = [region.mark.inner for region in bare.regions if region.mark.verb is Verb.VERBATIM and region.mark.inner]
    inside = [part for part in parts if any(inner[0] <= part[0] and part[1] <= inner[1] for inner in quoted)]
    marked_part = (inside or parts)[0]
    for start, end in parts:
        part = typed[start:end]
        first, last = start + len(part) - len(part.lstrip(_BLANKS)), start + len(part.rstrip(_BLANKS))
        yield Edit(first, last, f"［{stretch.kind.value}］" if (start, end) == marked_part else "", stretch.kind)


def _runs(bare: Bare, stretch: Stretch) -> Sequence[tuple[int, int]]:
    """The typed characters of a stretch; more than one run where a mark's bracket stands between them."""
    cuts = [start for start, _ in bare.pieces if stretch.start < start < stretch.end]
    edges = [stretch.start, *cuts, stretch.end]
    runs: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        first, last = bare.typed(start), bare.typed(end - 1) + 1
        if runs and runs[-1][1] == first:
            runs[-1] = (runs[-1][0], last)
        else:
            runs.append((first, last))
    return runs
