"""A school or home, a class and a time of day, in one text: who was there then, among children and staff.

The facility may stand elsewhere, where the whole paper speaks of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.telltale import groups
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem, Safe
    from generator.telltale.told import Paper, Told


def who_was_there(paper: Paper) -> Iterator[Problem]:
    """The first such place of each section, with how many there are."""
    found: dict[str | int, list[tuple[Told, int]]] = {}
    for unit in paper.units():
        spot = _spot(unit)
        if spot is not None and (paper.is_about_one or any(True for t in unit for _ in groups.facilities(t.text))):
            found.setdefault(unit[0].path[0], []).append(spot)
    for spots in found.values():
        told, at = spots[0]
        inside = word("telltale.inside", kind=paper.settings.municipality.kind.japanese)
        params: dict[str, Safe] = {"places": len(spots), "inside": inside}
        yield told.problem("W506", at, params=params)


def _spot(unit: list[Told]) -> tuple[Told, int] | None:
    """Where a class stands beside a time of day: anywhere in a row or an entry, in one sentence of any other text."""
    for told in unit:
        for at, sentence in told.sentences() if groups.CLASS.search(told.text) else ():
            named = groups.CLASS.search(sentence)
            beside = (other.text for other in unit) if len(unit) > 1 else (sentence,)
            if named is not None and any(groups.CLOCK.search(text) for text in beside):
                return told, at + named.start()
    return None
