"""One file's text without its originals, and the proof that nothing else in it changed.

The proof reads the new bytes as anybody would: the same structure, every other scalar the same, the same words for the
public.  Writes nothing and knows no other file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.redaction.originals import by_marks_alone, edited, edits_of, idle, shifted, shown
from generator.source.outline import Outline, outline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.redaction.originals import Edit
    from generator.redaction.settle import Settled
    from generator.redaction.sheet import SettledSheet, Spot

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file as it would be."""

    data: bytes = field(repr=False)
    edits: Mapping[Spot, list[Edit]]


def rewritten(settled: SettledSheet, data: bytes, edits: Mapping[Spot, list[Edit]]) -> Rewritten:
    """The file with the edits made where each of them was typed."""
    text = settled.sheet.outline.text
    for start, end, new in sorted(_in_file(settled, edits), reverse=True):
        text = text[:start] + new + text[end:]
    bom = _BOM if data.startswith(_BOM) else b""
    return Rewritten(bom + text.encode("utf-8"), edits)


def edits_in(settled: SettledSheet) -> dict[Spot, list[Edit]]:
    """Each original's replacement by its mark."""
    return {spot: edits for spot, one in settled.by_spot().items() if (edits := edits_of(one))}


def idle_in(before: SettledSheet, after: SettledSheet, made: Mapping[Spot, list[Edit]]) -> dict[Spot, list[Edit]]:
    """The marks of the later file that keep nothing any more."""
    old = before.by_spot()
    return {
        spot: edits
        for spot, one in after.by_spot().items()
        if spot in old and (edits := idle(old[spot], one, made.get(spot, ())))
    }


def is_true_to(settled: SettledSheet, new: Rewritten, data: bytes) -> bool:
    """Whether the new bytes are the old ones but for the edits, and say what the old ones said."""
    after = outline(new.data, settled.sheet.path)
    if not isinstance(after, Outline) or after.structure != settled.sheet.outline.structure:
        return False
    return _kept_apart(settled, new) == data and [value for _, value in after.values] == _expected(settled, new.edits)


def says_the_same(before: SettledSheet, after: SettledSheet, new: Rewritten) -> bool:
    """Whether the new marks alone give the public the words that the whole redaction gave before.

    Blanks do not count: a detector may find one beside an identifier, which stays in the source.
    """
    old, now = before.by_spot(), after.by_spot()
    return all(spot in now and _packed(shown(old[spot])) == _packed(by_marks_alone(now[spot])) for spot in new.edits)


def _packed(text: str) -> str:
    return "".join(text.split())


def forgotten(before: Settled, after: Settled | None, edits: Sequence[Edit]) -> list[int]:
    """Where something that was found or asked about is neither any more, in offsets of the text as it was typed.

    Who was known by a name that is gone now is not known any more where only the family name stands.  A text that was
    read only because something was wrong with its file may be read no more: a date, a word from a list.
    """
    if after is None:
        return []
    new = [(s.start, s.end) for s in (*after.stretches, *after.asked) if s.kept is None]
    lost = []
    for stretch in (*before.stretches, *before.asked):
        typed = before.field.bare.typed(stretch.start)
        if stretch.kept is not None or any(edit.start <= typed < edit.end for edit in edits):
            continue
        there = shifted(typed, edits)
        if not any(after.field.bare.typed(start) <= there <= after.field.bare.typed(end - 1) for start, end in new):
            lost.append(typed)
    return lost


def _in_file(settled: SettledSheet, edits: Mapping[Spot, list[Edit]]) -> list[tuple[int, int, str]]:
    fields = settled.by_spot()
    return [
        (*fields[spot].field.raw.origin.span(edit.start, edit.end), edit.text)
        for spot, of_one in edits.items()
        for edit in of_one
    ]


def _kept_apart(settled: SettledSheet, new: Rewritten) -> bytes:
    """The new bytes with the old ones put back where something was replaced: the old file, if nothing else changed."""
    old = settled.sheet.outline.text
    bom = _BOM if new.data.startswith(_BOM) else b""
    text = new.data.removeprefix(_BOM).decode("utf-8")
    for start, end, mark in sorted(_in_file(settled, new.edits)):
        text = text[:start] + old[start:end] + text[start + len(mark) :]
    return bom + text.encode("utf-8")


def _expected(settled: SettledSheet, edits: Mapping[Spot, list[Edit]]) -> list[str]:
    """What each scalar of the new file has to say."""
    values = enumerate(settled.sheet.outline.values)
    return [edited(value, edits.get((False, index), ())) for index, (_, value) in values]
