"""Numbers that must add up: a 内訳 against its total, the people without double counting against all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records.counts import Count
from generator.records.incident import Dispositions, Impact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records import IncidentDraft
    from generator.rules.world import World
    from generator.text import RawText


def shares_add_up(draft: IncidentDraft, _world: World) -> Iterator[Problem]:
    """A 内訳 adds up to its 値 unless 重複 is said."""
    for name, count in _counts(draft):
        total = sum(share.value for share in count.shares)
        if count.shares and not count.overlapping and total != count.value:
            yield Problem("E306", count.place, f"{name}.内訳", {"total": total, "value": count.value})


def distinct_is_less(draft: IncidentDraft, _world: World) -> Iterator[Problem]:
    """重複除外 is never more than 値."""
    for name, count in _counts(draft):
        if count.distinct is not None and count.distinct > count.value:
            yield Problem("E327", count.place, f"{name}.重複除外", {"distinct": count.distinct, "value": count.value})


def _counts(draft: IncidentDraft) -> Iterator[tuple[str, Count[RawText]]]:
    impact, notice = draft.impact.body, None
    candidates: list[tuple[str, object]] = []
    if isinstance(impact, Impact):
        candidates += [("影響.人数", impact.people), ("影響.件数", impact.cases)]
    body = draft.response.body
    notice = getattr(body, "notice", None)
    if notice is not None:
        candidates.append(("対応.本人への連絡.人数", notice.people))
    dispositions = draft.dispositions.body
    if isinstance(dispositions, Dispositions):
        candidates += [(f"処分[{i}].人数", row.people) for i, row in enumerate(dispositions.rows, 1)]
    yield from ((name, count) for name, count in candidates if isinstance(count, Count))
