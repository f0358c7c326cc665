"""The letters that marks give to people: one letter is one person in all records of a case, one person has one letter.

Sees only marks that still hold an original; who ［氏名＝職員Ａ］ was nobody can check.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records.names import japanese
from generator.redaction.kinds import Kind
from generator.redaction.person import are_one, are_two

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.problems import Place, Safe
    from generator.redaction.redact import SettledRecord


@dataclass(frozen=True, slots=True)
class _Bound:
    """A name that a mark binds to a letter."""

    letter: str = field(repr=False)
    name: str = field(repr=False)
    place: Place
    field: str


def letters_agree(settled: Iterable[SettledRecord]) -> list[Problem]:
    """Each mark whose name can't be that of an earlier mark with its letter, or is that of one with another letter."""
    cases: dict[str, list[SettledRecord]] = {}
    for record in settled:
        cases.setdefault(record.draft.case_id or f"/{record.draft.id}", []).append(record)
    return [problem for case in cases.values() for problem in _case([b for r in case for b in _bound(r)])]


def _bound(record: SettledRecord) -> Iterator[_Bound]:
    for settled in record.fields:
        one = settled.field
        for region in one.bare.regions:
            letter = region.mark.letter
            if region.mark.kind is Kind.NAME and region.original and letter:
                place = one.raw.origin.place(region.mark.start)
                name = japanese(one.path, record.draft.kind)
                yield _Bound(letter, one.bare.text[region.start : region.end], place, name)


def _case(bound: list[_Bound]) -> Iterator[Problem]:
    seen: list[_Bound] = []
    for here in bound:
        two = next((there for there in seen if there.letter == here.letter and are_two(there.name, here.name)), None)
        one = next((there for there in seen if there.letter != here.letter and are_one(there.name, here.name)), None)
        if (there := two or one) is not None:
            params = _where(there, here)
            yield Problem("W508" if two is None else "E416", here.place, here.field, params)
        seen.append(here)


def _where(there: _Bound, here: _Bound) -> dict[str, Safe]:
    """The place of the other mark; its file too where that is another."""
    case = "" if there.place.path == here.place.path else "file"
    return {"case": case, "other": there.place.path, "line": there.place.line}
