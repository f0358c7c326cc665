"""Several papers on one subject: those that call each other 前報 and 続報, oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.links import record_address, relative
from generator.pages.sheet import ReportLine
from generator.records.paper import Paper
from generator.records.vocabulary import Relation
from generator.words import word

if TYPE_CHECKING:
    from generator.pages.links import Links
    from generator.text import PublicText

_ROUNDS = (Relation.EARLIER, Relation.LATER)


@dataclass(frozen=True, slots=True)
class Rounds:
    """The papers on one subject as one of them lists them; empty where there is only one."""

    lines: tuple[ReportLine, ...]
    newer: ReportLine | None
    """The newest, where it is another one."""
    has_earlier: bool
    ids: frozenset[str]
    """Of all the papers, this one among them."""


def rounds(paper: Paper[PublicText], links: Links) -> Rounds:
    """All papers reached over 前報 and 続報."""
    found = {paper.id: paper}
    left = [paper]
    while left:
        for link in links.related(left.pop()):
            other = link.record
            if isinstance(other, Paper) and link.relation in _ROUNDS and other.id not in found:
                found[other.id] = other
                left.append(other)
    ordered = sorted(found.values(), key=lambda one: (one.released_on.earliest, one.id))
    address = record_address(paper)
    lines = tuple(_line(one, number, address) for number, one in enumerate(ordered, 1))
    newest = lines[-1]
    newer = newest if newest.href else None
    return Rounds(lines if len(lines) > 1 else (), newer, ordered[0] is not paper, frozenset(found))


def _line(paper: Paper[PublicText], number: int, address: str) -> ReportLine:
    target = record_address(paper)
    href = "" if target == address else relative(target, address)
    return ReportLine(word("paper.round", n=number), paper.released_on, paper.title, href)
