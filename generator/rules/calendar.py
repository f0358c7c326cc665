"""Dates that must stand in order: nothing after 発表日, the timeline forward, promises against the clock.

Weekdays and eras are judged where a date is read (records/dates.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Place, Problem
from generator.records.dates import Period, When
from generator.records.incident import Dispositions, Moment, Prevention, Timeline
from generator.records.vocabulary import PublicationState, Stage
from generator.rules.world import has_page, standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records import Draft, IncidentDraft
    from generator.rules.world import World
    from generator.text import RawText

Dated = tuple[str, When, Place]


def nothing_after_release(draft: IncidentDraft, _world: World) -> Iterator[Problem]:
    """What a paper tells has happened by its 発表日, or by its last 改訂; plans stand in 期限 and 公表予定."""
    revised = [revision.at.latest for revision in draft.revisions if isinstance(revision.at, When)]
    told = max([draft.released_on.latest, *revised])
    for name, when, place in (*_happened(draft), *_timeline(draft)):
        if when.earliest > told:
            yield Problem("E304", place, name, {"release": draft.released_on.shown})


def timeline_forward(draft: IncidentDraft, _world: World) -> Iterator[Problem]:
    """The entries of 経過 are in order; a month may hold days of its own before and after it."""
    body = draft.timeline.body
    for group in body.groups if isinstance(body, Timeline) else ():
        latest: When | None = None
        for event in group.events:
            if isinstance(event.when, When):
                if latest is not None and event.when.latest < latest.earliest:
                    yield _out_of_order(draft, latest, event.when)
                latest = event.when


def _out_of_order(draft: IncidentDraft, above: When, here: When) -> Problem:
    """Which of the two lines holds the slip nobody but the author knows, so both are named."""
    place = here.place or draft.place
    body = draft.occurred.body if draft.occurred else None
    occurred = body.when.shown if isinstance(body, Moment) and isinstance(body.when, When) else ""
    line = (above.place or draft.place).line
    return Problem(
        "E303",
        place,
        "経過",
        {
            "above": line,
            "above_date": above.shown,
            "here": place.line,
            "here_date": here.shown,
            "case": "occurred" if occurred else "",
            "occurred": occurred,
        },
    )


def discovered_after_occurred(draft: IncidentDraft, _world: World) -> Iterator[Problem]:
    """Nothing is discovered before it happened."""
    found = draft.discovered.body
    occurred = draft.occurred.body if draft.occurred else None
    if not isinstance(found, Moment) or not isinstance(occurred, Moment):
        return
    if isinstance(found.when, When) and isinstance(occurred.when, When) and found.when.latest < occurred.when.earliest:
        yield Problem("E305", found.when.place or draft.place, "判明", {"occurred": occurred.when.shown})


def released_later(draft: Draft, world: World) -> Iterator[Problem]:
    """A paper is not public before its own 発表日."""
    if has_page(draft, world.now) and draft.released_on.earliest > world.now.date():
        yield Problem("E319", draft.place_of("発表日"), "発表日")


def expiry(draft: Draft, _world: World) -> Iterator[Problem]:
    """掲載終了 comes after 発表日."""
    end = draft.publication.expiry
    if end is not None and end.day.latest < draft.released_on.earliest:
        yield Problem("E324", end.day.place or end.place, "公開.掲載終了.日")


def promises_kept(draft: IncidentDraft, world: World) -> Iterator[Problem]:
    """A promised date that has passed is a warning, as long as nothing newer in the case answers it."""
    if (
        not has_page(draft, world.now)
        or draft.publication.state is not PublicationState.PUBLIC
        or _answered(draft, world)
    ):
        return
    for name, when, place in _promised(draft):
        still_open = isinstance(when, Period) and when.end is None
        if when.latest < world.now.date() and not still_open:
            yield Problem("W501", place, name, {"promised": when.shown})


def _answered(draft: IncidentDraft, world: World) -> bool:
    case = (other for other in world.case(draft.case_id) if has_page(other, world.now))
    return any(other.released_on.earliest > draft.released_on.earliest for other in case)


def _promised(draft: IncidentDraft) -> Iterator[Dated]:
    for name, standing in standings(draft):
        if standing.status.is_open and isinstance(standing.promised, When):
            yield f"{name}.公表予定", standing.promised, standing.promised.place or standing.place
    body = draft.prevention.body
    if isinstance(body, Prevention):
        for index, promise in enumerate(body.promises, 1):
            if promise.progress is not None and promise.progress.is_open and isinstance(promise.due, When):
                yield f"再発防止策[{index}].期限", promise.due, promise.due.place or promise.place


def _happened(draft: IncidentDraft) -> Iterator[Dated]:
    for name, section in (("発生", draft.occurred), ("判明", draft.discovered)):
        body = section.body if section else None
        if isinstance(body, Moment):
            yield from _dated(f"{name}", body.when, draft)
    dispositions, prevention = draft.dispositions.body, draft.prevention.body
    for index, row in enumerate(dispositions.rows if isinstance(dispositions, Dispositions) else (), 1):
        yield from _dated(f"処分[{index}].処分日", row.when, draft)
    for index, promise in enumerate(prevention.promises if isinstance(prevention, Prevention) else (), 1):
        yield from _dated(f"再発防止策[{index}].実施日", promise.done_on, draft)
    for index, report in enumerate(draft.reports, 1):
        yield from _dated(f"報告[{index}].日付", report.when, draft)


def _timeline(draft: IncidentDraft) -> Iterator[Dated]:
    body = draft.timeline.body
    events = [e for group in body.groups for e in group.events] if isinstance(body, Timeline) else []
    for index, event in enumerate(events, 1):
        yield from _dated(f"経過[{index}]", event.when, draft)


def _dated(name: str, when: When | RawText | None, draft: Draft) -> Iterator[Dated]:
    if isinstance(when, When):
        yield name, when, when.place or draft.place


def reports_in_order(draft: IncidentDraft, world: World) -> Iterator[Problem]:
    """第一報 opens a case and is the only one; 最終報 closes it."""
    if draft.case_id is None or draft.stage is Stage.SINGLE:
        return
    others = [o for o in world.case(draft.case_id) if o.id != draft.id]
    first = next((o for o in others if o.stage is Stage.FIRST and o.id < draft.id), None)
    if draft.stage is Stage.FIRST and first is not None:
        yield Problem("E320", draft.place_of("発表区分"), "発表区分", {"other": first.place.path})
    earlier = [o for o in others if o.released_on.latest < draft.released_on.earliest]
    later = [o for o in others if o.released_on.earliest > draft.released_on.latest]
    if (draft.stage is Stage.FIRST and earlier) or (draft.stage is Stage.FINAL and later):
        yield Problem("E325", draft.place_of("発表区分"), "発表区分", {"stage": draft.stage.japanese})
