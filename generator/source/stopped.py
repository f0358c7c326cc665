"""A file that libyaml could not read to its end: every cause, one after the other.

The first cause is told and its line mended in memory, then the file is read again: what still stops it is another
cause, never an echo of the first.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.problems import Problem
from generator.source.causes import cause_of
from generator.source.guard import Reading, read_events
from generator.source.scene import Cause, Scene
from generator.source.skeleton import skeleton
from generator.source.slips import mended

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from generator.source.file_text import FileText

TOLD_AT_MOST = 50
MENDS_OF_A_LINE = 4
"""`・日付：` needs two; more would be two rules that undo each other."""
MISPLACED_AT_MOST = 5
"""Beyond so many lines at wrong columns the file's shape is a guess, and the next ones echo the first."""


class Mended(NamedTuple):
    """What was wrong, and the file as it reads with that put right; the file is looked at and thrown away."""

    problems: dict[int, Problem]
    """By line: one line tells one cause."""
    file: FileText
    reading: Reading


def mend(file: FileText, reading: Reading, known: AbstractSet[str]) -> Mended:
    """Every cause that can be told apart."""
    problems: dict[int, Problem] = {}
    mends: Counter[int] = Counter()
    while reading.stop and not _enough(problems):
        cause = cause_of(Scene(file, reading.events, reading.stop, known))
        problems.setdefault(cause.number, _problem(file, cause, known))
        mends[cause.number] += 1
        after = file.with_line(cause.number, cause.slip.fixed)
        if after.text == file.text or mends[cause.number] > MENDS_OF_A_LINE:
            break
        file, reading = after, read_events(after)
    return Mended(problems, file, reading)


def _enough(problems: dict[int, Problem]) -> bool:
    misplaced = sum(problem.code == "E117" for problem in problems.values())
    return len(problems) >= TOLD_AT_MOST or misplaced >= MISPLACED_AT_MOST


def _problem(file: FileText, cause: Cause, known: AbstractSet[str]) -> Problem:
    shown = cause.slip.shown or mended(cause.slip.fixed, known)
    place = file.place(file.start(cause.number) + cause.slip.at)
    return Problem(cause.slip.code, place, params={"corrected": skeleton(shown, known)})
