"""What a 一括公表 must say together: its period, and rows that lie in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records.council_words import CountedBy
from generator.records.dates import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.batch import Batch
    from generator.rules.world import World
    from generator.text import RawText

    Draft = Batch[RawText]


def period_forward(draft: Draft, _world: World) -> Iterator[Problem]:
    """A period ends after it began, and not after the paper was released."""
    period = draft.period
    if period.end.latest < period.start.earliest:
        yield Problem("E352", period.end.place or period.place, "対象期間.終了")
    elif period.end.earliest > draft.released_on.latest:
        release = draft.released_on.shown
        yield Problem("E304", period.end.place or period.place, "対象期間.終了", {"release": release})


def rows_in_period(draft: Draft, _world: World) -> Iterator[Problem]:
    """Where incidents are counted by the day they happened or were discovered, that of each row is in the period."""
    if draft.counted_by not in (CountedBy.OCCURRED, CountedBy.DISCOVERED):
        return
    for index, row in enumerate(draft.rows, 1):
        when, key = (row.occurred, "発生日") if draft.counted_by is CountedBy.OCCURRED else (row.discovered, "判明日")
        if isinstance(when, When) and not (
            when.latest >= draft.period.start.earliest and when.earliest <= draft.period.end.latest
        ):
            yield Problem("E353", when.place or row.place, f"明細[{index}].{key}")
