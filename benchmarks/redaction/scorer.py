"""What a predictor's answers are worth, counted in one way for every predictor.

A marked value is recalled when each of its letters and digits is covered, whatever the label: a hyphen that stays
standing gives nothing away.  README.md defines the rows of the table.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from passages import Marked

    Answer = Mapping[str, Sequence[tuple[int, int, str]]]
    """`spans` and `suspicions`, each [start, end, 区分]."""

PER = 10_000
"""Characters that rates are given for."""


@dataclass(slots=True)
class Score:
    """Counts over passages; the rates follow from them."""

    marked: Counter[str] = field(default_factory=Counter)
    automatic: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    spans: int = 0
    right: int = 0
    kept: int = 0
    over: int = 0
    clean: int = 0
    untouched: int = 0
    idle: int = 0

    def rates(self) -> dict[str, float]:
        """The rows of the table; shares of 1, or counts in 10,000 characters that had to stay."""
        total = self.marked.total()
        return {
            "caught": self.caught.total() / total,
            "automatic": self.automatic.total() / total,
            "precision": self.right / self.spans if self.spans else 1.0,
            "over-redaction": PER * self.over / self.kept,
            "untouched": self.untouched / self.clean if self.clean else 1.0,
            "idle suspicions": PER * self.idle / self.kept,
        }


def score(passages: Iterable[Marked], answers: Mapping[str, Answer]) -> Score:
    """One predictor's answers, by the passage's id, against the marks."""
    total = Score()
    for passage in passages:
        _add(total, passage, answers[passage.id])
    return total


def _add(total: Score, passage: Marked, answer: Answer) -> None:
    sure = {(start, end) for start, end, _ in answer["spans"]}
    unsure = {(start, end) for start, end, _ in answer["suspicions"]}
    withheld = _covered(sure)
    told = withheld | _covered(unsure)
    for start, end, kind in passage.gone:
        telling = _telling(passage.text, start, end)
        total.marked[kind] += 1
        total.automatic[kind] += telling <= withheld
        total.caught[kind] += telling <= told
    marked = _covered((start, end) for start, end, _ in passage.gone) | _covered(passage.free)
    kept = set(range(len(passage.text))) - marked
    over = len(withheld & kept)
    total.spans += len(sure)
    total.right += sum(not marked.isdisjoint(range(*span)) for span in sure)
    total.idle += sum(marked.isdisjoint(range(*span)) for span in unsure)
    total.kept += len(kept)
    total.over += over
    if not passage.gone:
        total.clean += 1
        total.untouched += not over


def _covered(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {index for start, end in spans for index in range(start, end)}


def _telling(text: str, start: int, end: int) -> set[int]:
    """Letters and digits (Unicode L, M, N); a value made of signs alone has to go as a whole."""
    letters = {index for index in range(start, end) if unicodedata.category(text[index])[0] in "LMN"}
    return letters or set(range(start, end))
