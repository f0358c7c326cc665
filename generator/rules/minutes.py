"""What minutes must say together: votes and people present, seats, papers and 別紙, opening and closing, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records.council_words import Openness
from generator.records.meeting_words import heads, leading_date, minute_of_day, paper_numbers, presiding, seated
from generator.records.reading import folded_word
from generator.rules.world import has_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.minutes import Minutes, Vote
    from generator.rules.world import World
    from generator.text import RawText

_NOON = 12 * 60


def votes_add_up(draft: Minutes[RawText], _world: World) -> Iterator[Problem]:
    """The votes of an item are those of the people present.

    One who presides may not vote (地方自治法116条2項 and most rules of 審議会), nor those who came late or left;
    whoever else did not vote is told in 注.
    """
    present = draft.present
    most = seated(present, _said)
    outside = heads(present.late, _said) + heads(present.left_early, _said) + any(presiding(present))
    for index, item in enumerate(draft.items, 1):
        total = _total(item.vote) if item.vote else None
        if item.vote is None or total is None or not most:
            continue
        votes, whole = total
        too_few = whole and votes < most - outside and item.vote.note is None
        if votes > most or too_few:
            yield Problem("E341", item.vote.place, f"議事[{index}].採決", {"total": votes, "present": most})


def _total(vote: Vote[RawText]) -> tuple[int, bool] | None:
    """All votes, and whether both sides were counted; None where a side is 多数 or 全員."""
    sides = (vote.ayes, vote.noes, vote.abstentions)
    counted = [votes for votes in sides if isinstance(votes, int)]
    if vote.ayes is None or len(counted) < sum(votes is not None for votes in sides):
        return None
    return sum(counted), vote.noes is not None


def seats_filled(draft: Minutes[RawText], _world: World) -> Iterator[Problem]:
    """Those present and absent are not more than 定数; fewer are told, for a seat may be vacant."""
    came = seated(draft.present, _said)
    members = came + heads(draft.absent, _said)
    if draft.seats is None or not came or members == draft.seats:
        return
    place, counted = draft.place_of("定数"), {"members": members, "seats": draft.seats}
    yield Problem("E342" if members > draft.seats else "W511", place, "定数", counted)


def papers_exist(draft: Minutes[RawText], world: World) -> Iterator[Problem]:
    """A 記録 of 配布資料 is a record, as in 関連; a 別紙 of it is one of these minutes."""
    by_id = {other.id: other for other in world.drafts}
    appendices = {folded_word(_said(row.number)) for row in draft.appendices if row.number}
    for index, paper in enumerate(draft.papers, 1):
        name = f"配布資料[{index}]"
        if paper.appendix is not None and folded_word(_said(paper.appendix)) not in appendices:
            yield Problem("E343", paper.appendix.origin.place(0), f"{name}.別紙")
        if paper.record is None or not world.whole:
            continue
        if paper.record not in world.ids:
            yield Problem("E312", paper.place, f"{name}.記録")
        elif paper.record == draft.id:
            yield Problem("E328", paper.place, f"{name}.記録")
        elif paper.record in by_id and not has_page(by_id[paper.record], world.now) and has_page(draft, world.now):
            yield Problem("N604", paper.place, f"{name}.記録")


def papers_listed(draft: Minutes[RawText], _world: World) -> Iterator[Problem]:
    """The 資料 of an item are in 配布資料."""
    listed = {folded_word(_said(paper.number)) for paper in draft.papers if paper.number}
    for index, item in enumerate(draft.items, 1):
        for named in item.papers:
            whole, *pieces = paper_numbers(_said(named))
            if whole not in listed and not (pieces and listed.issuperset(pieces)):
                yield Problem("W512", named.origin.place(0), f"議事[{index}].資料")


def closed_after_opened(draft: Minutes[RawText], _world: World) -> Iterator[Problem]:
    """閉会 is later than 開会, where both are of one day."""
    held = draft.held
    if held.closed is None:
        return
    dates = leading_date(_said(held.opened)), leading_date(_said(held.closed))
    opened, closed = minute_of_day(_said(held.opened)), minute_of_day(_said(held.closed))
    if opened is None or closed is None or (dates[1] and dates[0] != dates[1]):
        return
    if opened >= _NOON > closed and not any(half in _said(held.closed) for half in ("午前", "午後")):
        closed += _NOON  # 午後6時30分～8時40分
    if closed <= opened:
        yield Problem("E344", held.closed.origin.place(0), "日時.閉会")


def released_after_held(draft: Minutes[RawText], _world: World) -> Iterator[Problem]:
    """Minutes are not released before their meeting."""
    day = draft.held.day
    if day is not None and draft.released_on.latest < day.earliest:
        yield Problem("E345", draft.place_of("発表日"), "発表日", {"held": day.shown})


def closing_explained(draft: Minutes[RawText], _world: World) -> Iterator[Problem]:
    """A meeting that was closed says why."""
    if draft.openness.openness is not Openness.OPEN and draft.openness.reason is None:
        yield Problem("W513", draft.place_of("会議の公開"), "会議の公開.理由")


def _said(text: RawText) -> str:
    return text.reveal()
