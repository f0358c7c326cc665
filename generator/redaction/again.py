"""A settled field scanned once more: what its result still shows, because a replacement uncovered it.

A name found in half of an address leaves the other half standing alone, and only then does it look like one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.redaction.compose import public_text
from generator.redaction.hit import Hit
from generator.redaction.scan import Passage
from generator.text import Redacted, shown_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.scan import Scanner
    from generator.redaction.settle import Settled

Piece = tuple[int, int, int]
"""Where a stretch of typed characters begins in the public text and in the bare text, and how long it is."""


def uncovered(settled: Settled, scanner: Scanner) -> tuple[Hit, ...]:
    """New hits in the public text of a field, in offsets of its bare text."""
    if all(stretch.kept for stretch in settled.stretches):
        return ()
    public = public_text(settled)
    pieces = list(_pieces(settled))
    found = (_bare(hit, pieces) for hit in scanner.scan(Passage(public.plain, settled.field.label)))
    known = (*settled.stretches, *settled.asked)
    return tuple(hit for hit in found if hit and not any(s.start < hit.end and hit.start < s.end for s in known))


def _pieces(settled: Settled) -> Iterator[Piece]:
    gone = (stretch.end for stretch in settled.stretches if stretch.kept is None)
    public = bare = 0
    for part in public_text(settled).parts:
        if isinstance(part, str):
            yield public, bare, len(part)
            public, bare = public + len(part), bare + len(part)
        else:
            public += len(shown_part(part))
            bare = max(bare, next(gone)) if isinstance(part, Redacted) else bare


def _bare(hit: Hit, pieces: list[Piece]) -> Hit | None:
    """The hit in the bare text; None where it lies in what kohyo itself wrote."""
    covered = [
        (bare + max(hit.start, public) - public, bare + min(hit.end, public + length) - public)
        for public, bare, length in pieces
        if hit.start < public + length and public < hit.end
    ]
    return Hit(covered[0][0], covered[-1][1], hit.kind, hit.sure, hit.why) if covered else None
