"""What an audit must say together: measures and their opinions, dates forward, percentages, opinions left waiting."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records.content import Content, Headed, Pairs, Table
from generator.records.council_words import MeasureState
from generator.records.dates import Day, Period
from generator.records.opinions import answered, days_overdue, findings, measures_by_opinion, number_key, opinions
from generator.records.vocabulary import PublicationState
from generator.rules.shares import wrong_shares
from generator.rules.world import has_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Safe
    from generator.records.audit import Audit, Finding, Measure
    from generator.records.dates import When
    from generator.rules.world import World
    from generator.text import RawText

    Draft = Audit[RawText]
    Dated = tuple[str, When, Measure[RawText]]


def measures_answer(draft: Draft, _world: World) -> Iterator[Problem]:
    """The 意見番号 of a measure is that of one opinion."""
    for index, (measure, meant) in enumerate(zip(draft.measures, answered(draft, _said), strict=True), 1):
        if len(meant) != 1:
            place = measure.places.get("意見番号", measure.place)
            yield Problem("E361", place, f"措置[{index}].意見番号", {"case": "several" if meant else ""})


def numbers_differ(draft: Draft, _world: World) -> Iterator[Problem]:
    """No two opinions have one number."""
    seen: dict[str, int] = {}
    for name, opinion in opinions(draft.results):
        if opinion.number is None:
            continue
        key, place = number_key(_said(opinion.number)), opinion.number.origin.place(0)
        if key in seen:
            yield Problem("E362", place, f"{name}.番号", {"line": seen[key]})
        seen.setdefault(key, place.line)


def measures_dated(draft: Draft, world: World) -> Iterator[Problem]:
    """A measure is notified and published after the audit, and what is told here has happened."""
    for name, when, measure in _dates(draft):
        place = when.place or measure.place
        if when.latest < draft.released_on.earliest:
            yield Problem("E363", place, name, {"release": draft.released_on.shown})
        elif when.earliest > world.now.date():
            yield Problem("E364", place, name)


def measures_in_order(draft: Draft, _world: World) -> Iterator[Problem]:
    """Measures for one opinion stand in the order in which they were told; each is notified before it is published."""
    for index, measure in enumerate(draft.measures, 1):
        told, shown = measure.notified, measure.published
        if isinstance(told, (Day, Period)) and isinstance(shown, (Day, Period)) and shown.latest < told.earliest:
            line, place = (told.place or measure.place).line, shown.place or measure.place
            yield Problem("E365", place, f"措置[{index}].公表日", {"case": "notified", "line": line})
    places = {measure.place: index for index, measure in enumerate(draft.measures, 1)}
    for told_once in measures_by_opinion(draft, _said).values():
        for earlier, later in pairwise(told_once):
            before, after = _told_on(earlier), _told_on(later)
            if before and after and after.latest < before.earliest:
                params = {"line": (before.place or earlier.place).line}
                yield Problem("E365", after.place or later.place, f"措置[{places[later.place]}]", params)


def shares_right(draft: Draft, _world: World) -> Iterator[Problem]:
    """Percentages in the tables of 結果 are those of their counts."""
    for name, finding in findings(draft.results):
        for place, table in _tables(finding):
            for wrong in wrong_shares(table, _said):
                counted: dict[str, Safe] = {"part": wrong.part, "whole": wrong.whole, "expected": wrong.expected}
                yield Problem("E366", wrong.cell.origin.place(0), f"{name}.{place}", counted)


def measures_awaited(draft: Draft, world: World) -> Iterator[Problem]:
    """An opinion that nobody answered for longer than the settings allow is warned about, at 措置."""
    if not has_page(draft, world.now) or draft.publication.state is not PublicationState.PUBLIC:
        return
    measures, today = measures_by_opinion(draft, _said), world.now.date()
    waiting = [
        days_overdue(draft, opinion, measures.get(place, ()), today, world.settings.measures_days)
        for place, (_, opinion) in enumerate(opinions(draft.results), 1)
    ]
    if any(waiting):
        count = {"n": sum(map(bool, waiting)), "days": max(waiting), "allowed": world.settings.measures_days}
        yield Problem("W531", draft.place_of("措置"), "措置", count)


def measures_published(draft: Draft, _world: World) -> Iterator[Problem]:
    """Where some measures have a 公表日, one without is told: it counts as of an earlier time."""
    if any(measure.published for measure in draft.measures):
        for index, measure in enumerate(draft.measures, 1):
            if measure.published is None and measure.state.is_taken:
                yield Problem("N611", measure.place, f"措置[{index}]")


def refusals_explained(draft: Draft, _world: World) -> Iterator[Problem]:
    """Who takes no measure says why."""
    for index, measure in enumerate(draft.measures, 1):
        if measure.state is MeasureState.REFUSED and measure.reason is None:
            yield Problem("W532", measure.place, f"措置[{index}]")


def _dates(draft: Draft) -> Iterator[Dated]:
    for index, measure in enumerate(draft.measures, 1):
        for key, when in (("通知日", measure.notified), ("公表日", measure.published)):
            if isinstance(when, (Day, Period)):
                yield f"措置[{index}].{key}", when, measure


def _told_on(measure: Measure[RawText]) -> When | None:
    return next((when for when in (measure.published, measure.notified) if isinstance(when, (Day, Period))), None)


def _tables(finding: Finding[RawText]) -> Iterator[tuple[str, Table[RawText]]]:
    for index, table in enumerate(finding.tables, 1):
        yield f"表[{index}]", table
    if finding.found:
        yield from (("調査結果", table) for table in _inside(finding.found))


def _inside(content: Content[RawText]) -> Iterator[Table[RawText]]:
    for block in content.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Headed):
            yield from _inside(block.content)
        elif isinstance(block, Pairs):
            for pair in block.pairs:
                yield from _inside(pair.content)


def _said(text: RawText) -> str:
    return text.reveal()
