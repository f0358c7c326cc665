"""What a 処分公表 must say together, and what of it 公表基準 keeps from the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records.counts import Count
from generator.records.dates import When
from generator.records.shown_words import AgeShown, SectionShown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.discipline import Discipline, Sanctioned
    from generator.rules.world import World
    from generator.text import RawText

    Draft = Discipline[RawText]
    Row = tuple[str, Sanctioned[RawText]]


def rows_are_counted(draft: Draft, _world: World) -> Iterator[Problem]:
    """件数 is the number of rows of 一覧, where both are given."""
    if isinstance(draft.count, Count) and draft.rows and draft.count.value != len(draft.rows):
        yield Problem("E351", draft.place_of("件数"), "件数", {"value": draft.count.value, "rows": len(draft.rows)})


def dispositions_before_release(draft: Draft, _world: World) -> Iterator[Problem]:
    """Nobody was disciplined after the paper was released."""
    for name, row in _rows(draft):
        if isinstance(row.when, When) and row.when.earliest > draft.released_on.latest:
            yield Problem("E304", row.when.place or row.place, f"{name}.処分日", {"release": draft.released_on.shown})


def told_less(draft: Draft, world: World) -> Iterator[Problem]:
    """A note for each value that 公表基準 keeps from the page: nothing is left out silently."""
    for name, row in _rows(draft):
        shown = world.settings.criterion(row.sanction)
        hidden = (
            ("所属", row.section, shown.section is not SectionShown.SECTION),
            ("職位区分", row.post, not shown.post_shown),
            ("年齢", row.age, shown.age is not AgeShown.YEARS),
            ("年代", row.age_group, shown.age is AgeShown.NOTHING),
            ("性別", row.sex, not shown.sex_shown),
        )
        for key, value, is_hidden in hidden:
            if value is not None and is_hidden:
                decade = key == "年齢" and shown.age is AgeShown.DECADE
                division = key == "所属" and shown.section is SectionShown.DIVISION
                yield Problem(
                    "N607",
                    row.places.get(key, row.place),
                    f"{name}.{key}",
                    {"sanction": row.sanction.japanese, "case": "decade" if decade else "division" if division else ""},
                )


def _rows(draft: Draft) -> Iterator[Row]:
    yield from ((f"一覧[{index}]", row) for index, row in enumerate(draft.rows, 1))
    yield from ((f"管理監督責任[{index}]", row) for index, row in enumerate(draft.supervisors, 1))
