"""What a file still holds that must not be committed: originals, bare or in marks, in comments too, and open questions.

A repository remembers everything and is often public: what a mark withholds from the page is published by a commit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem, Severity
from generator.redaction.fields import REMARK
from generator.redaction.originals import marked, originals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.settle import Settled
    from generator.redaction.sheet import SettledSheet

_MARKS = frozenset({"E401", "E402", "E403", "E404", "E405", "E406"})
"""Marks that do not do what their author meant: what they hold may be seen by no detector."""


def held(settled: SettledSheet) -> list[Problem]:
    """Why the file must not be committed; nothing where it may be."""
    return [*settled.of_its_id, *(problem for one in settled.fields for problem in (*_held(one), *open_in(one)))]


def open_in(settled: Settled) -> Iterator[Problem]:
    """What a person has to decide, or has marked in a way that does nothing."""
    return (p for p in settled.problems if p.severity is Severity.SUSPICION or p.code in _MARKS)


def _held(settled: Settled) -> Iterator[Problem]:
    for stretch in originals(settled):
        code = "E411" if marked(settled, stretch) else "E409" if settled.field.path[0] == REMARK else "E410"
        place = settled.field.raw.origin.place(settled.field.bare.typed(stretch.start))
        params = {"kind": stretch.kind.value, "length": stretch.end - stretch.start}
        yield Problem(code, place, "", params)
