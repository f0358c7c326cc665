"""Meaning: what fields must say together, across files, against calendar and arithmetic.

Only drafts of sound shape get here, so that one typing slip does not raise five alarms.  Every rule is
a function in the tuples below, in the order they run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.records.vocabulary import RecordKind
from generator.rules import (
    arithmetic,
    audit,
    batch,
    calendar,
    discipline,
    hindsight,
    leftovers,
    links,
    minutes,
    plain,
    required,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.problems import Problem
    from generator.records import Draft, IncidentDraft
    from generator.records.audit import Audit
    from generator.records.minutes import Minutes
    from generator.rules.world import World
    from generator.text import RawText

OF_A_RECORD: tuple[Callable[[Draft, World], Iterator[Problem]], ...] = (
    required.reasons,
    calendar.released_later,
    calendar.expiry,
    links.related_exist,
    links.section_known,
    links.topics_known,
    leftovers.template_words_replaced,
    plain.short_sentences,
    hindsight.no_later_field,
    hindsight.no_later_sentence,
)
OF_AN_INCIDENT: tuple[Callable[[IncidentDraft, World], Iterator[Problem]], ...] = (
    required.open_statuses,
    required.explanations,
    required.case_number,
    required.impact,
    required.delay,
    calendar.nothing_after_release,
    calendar.timeline_forward,
    calendar.discovered_after_occurred,
    calendar.promises_kept,
    calendar.reports_in_order,
    arithmetic.shares_add_up,
    arithmetic.distinct_is_less,
)
OF_MINUTES: tuple[Callable[[Minutes[RawText], World], Iterator[Problem]], ...] = (
    minutes.votes_add_up,
    minutes.seats_filled,
    minutes.papers_exist,
    minutes.papers_listed,
    minutes.closed_after_opened,
    minutes.released_after_held,
    minutes.closing_explained,
)
OF_AN_AUDIT: tuple[Callable[[Audit[RawText], World], Iterator[Problem]], ...] = (
    audit.numbers_differ,
    audit.measures_answer,
    audit.measures_dated,
    audit.measures_in_order,
    audit.measures_awaited,
    audit.measures_published,
    audit.refusals_explained,
    audit.shares_right,
)
OF_A_KIND: Mapping[RecordKind, tuple[Callable[[Any, World], Iterator[Problem]], ...]] = {
    RecordKind.INCIDENT: OF_AN_INCIDENT,
    RecordKind.DISPOSITION: (
        discipline.rows_are_counted,
        discipline.dispositions_before_release,
        discipline.told_less,
    ),
    RecordKind.BATCH: (batch.period_forward, batch.rows_in_period),
    RecordKind.MINUTES: OF_MINUTES,
    RecordKind.AUDIT: OF_AN_AUDIT,
}
"""The rules of one kind; each takes a draft of that kind."""

OF_ALL: tuple[Callable[[World], Iterator[Problem]], ...] = (links.one_file_an_id, links.cast_agrees)


def judge(world: World) -> list[Problem]:
    """Every problem of meaning."""
    problems: list[Problem] = []
    for draft in world.drafts:
        if draft.id not in world.unsound:
            problems += [p for rule in OF_A_RECORD for p in rule(draft, world)]
            problems += [p for rule in OF_A_KIND.get(draft.kind, ()) for p in rule(draft, world)]
    return problems + [p for rule in OF_ALL for p in rule(world)]
