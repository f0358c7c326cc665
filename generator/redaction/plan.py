"""Several files rewritten together: how they would read, or why they must stay as they are.

Files of one case are one whole: with the full name gone from one of them, the family name alone in another would be
found no more.  So nothing of a case is rewritten where something found before would be forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.problems import Place, Problem
from generator.redaction.held import open_in
from generator.redaction.originals import idle
from generator.redaction.rewriting import edits_in, forgotten, idle_in, is_true_to, rewritten, says_the_same
from generator.redaction.sheet import read_sheets, settle_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from generator.redaction.kinds import Kind
    from generator.redaction.originals import Edit
    from generator.redaction.rewriting import Rewritten
    from generator.redaction.scan import Scanner
    from generator.redaction.sheet import SettledSheet, Spot
    from generator.settings import Settings

ROUNDS = 5
"""A replacement may uncover something beside it; each round finds less, and real texts need one or two."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """One original that goes."""

    place: Place
    kind: Kind
    length: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write, and what to say."""

    files: dict[str, bytes] = field(repr=False)
    """The new bytes of those that change, by path."""
    replaced: tuple[Replaced, ...]
    problems: tuple[Problem, ...]


def plan(files: Mapping[str, bytes], wanted: AbstractSet[str], settings: Settings, scanner: Scanner) -> Plan:
    """The wanted files without their originals; `files` are those and the others of their cases."""
    sheets, problems = read_sheets(files)
    if problems:
        return Plan({}, (), tuple(problems))
    now, data, replaced = settle_sheets(sheets, settings, scanner), dict(files), []
    edits = {path: edits_in(now[path]) for path in sorted(wanted)}
    for _ in range(ROUNDS):
        new = {path: rewritten(now[path], data[path], of_one) for path, of_one in edits.items() if of_one}
        if not new:
            break
        after_data = data | {path: one.data for path, one in new.items()}
        sheets, broken = read_sheets(after_data)
        after = {} if broken else settle_sheets(sheets, settings, scanner)
        problems = _wrong(now, after, new, data, wanted)
        if problems:
            return Plan({}, (), tuple(problems))
        replaced += [one for path in new for one in _replaced(now[path], new[path])]
        edits = {path: _both(edits_in(after[path]), idle_in(now[path], after[path], edits[path])) for path in edits}
        now, data = after, after_data
    else:
        return Plan({}, (), tuple(Problem("E412", Place(path, 1, 1)) for path in new))
    asked = [problem for path in wanted for one in now[path].fields for problem in open_in(one)]
    asked += [problem for path in wanted for problem in now[path].of_its_id]
    changed = {path: data[path] for path in wanted if data[path] != files[path]}
    return Plan(changed, tuple(replaced), tuple(asked))


def _both(one: dict[Spot, list[Edit]], other: dict[Spot, list[Edit]]) -> dict[Spot, list[Edit]]:
    return {
        spot: sorted([*one.get(spot, ()), *other.get(spot, ())], key=lambda edit: edit.start) for spot in (*one, *other)
    }


def _wrong(
    before: Mapping[str, SettledSheet],
    after: Mapping[str, SettledSheet],
    new: Mapping[str, Rewritten],
    data: Mapping[str, bytes],
    wanted: AbstractSet[str],
) -> list[Problem]:
    for path, one in new.items():
        true = path in after and is_true_to(before[path], one, data[path])
        if not (true and says_the_same(before[path], after[path], one)):
            return [Problem("E412", min(place for place, _ in _places(before[path], one)))]
    ids = [p for path in before for p in before[path].of_its_id if p not in after[path].of_its_id]
    return ids or [p for path in before for p in _lost(before[path], after[path], new.get(path), named=path in wanted)]


def _lost(before: SettledSheet, after: SettledSheet, new: Rewritten | None, *, named: bool) -> Iterator[Problem]:
    """What nobody would ask about any more; in a file that was not named it is a matter of naming it too."""
    fields, old = after.by_spot(), before.by_spot()
    for spot, one in old.items():
        lost = forgotten(one, fields.get(spot), new.edits.get(spot, ()) if new else ())
        if not named and spot in fields:
            lost += [edit.start for edit in idle(one, fields[spot], ())]
        for typed in lost:
            yield Problem("E413", one.field.raw.origin.place(typed), params={"case": "" if named else "other"})


def _replaced(settled: SettledSheet, new: Rewritten) -> Iterator[Replaced]:
    for place, edit in _places(settled, new):
        if edit.text and edit.kind:
            yield Replaced(place, edit.kind, edit.end - edit.start)


def _places(settled: SettledSheet, new: Rewritten) -> Iterator[tuple[Place, Edit]]:
    fields = settled.by_spot()
    return (
        (fields[spot].field.raw.origin.place(edit.start), edit) for spot, edits in new.edits.items() for edit in edits
    )
