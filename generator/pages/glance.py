"""この発表の要点: two large numbers, then at most seven facts; what changed since the report before is marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.changes import Way
from generator.pages.facts import Fact, line_fact
from generator.pages.formats import count_words, elapsed, open_word, time_html
from generator.pages.links import report_label
from generator.pages.states import GLYPHS, open_promises, open_sections, state_of
from generator.records.content import Standing
from generator.records.counts import Count
from generator.records.incident import Impact, Moment, Prevention
from generator.records.vocabulary import Presence, Unit
from generator.words import word

if TYPE_CHECKING:
    from typing import Any

    from generator.pages.changes import Change
    from generator.pages.facts import Facts
    from generator.records import PublicIncident
    from generator.records.content import Content
    from generator.records.dates import Day, When
    from generator.text import PublicText

MOST_ROWS = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """That a value changed: the word for how, and the old value in words."""

    way: str
    before: Markup | str


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number."""

    label: str
    before: str
    """約, 延べ, 最大."""
    number: str
    unit: str
    mark: Mark | None = None
    note: Markup | None = None
    open: str = ""
    """調査中, where the number is not the last word."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its value; `added` is shown marked after the value."""

    label: str
    value: Markup | str
    glyph: str = ""
    added: Markup | None = None
    mark: Mark | None = None
    note: Markup | str | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """The whole box."""

    figures: tuple[Figure, ...]
    rows: tuple[Row, ...]
    has_marks: bool


def glance(
    record: PublicIncident,
    stated: Facts,
    reports: tuple[PublicIncident, ...],
    changed: dict[str, Change],
    previous: str,
) -> Glance:
    """`changed`: against the report that `previous` names; empty for a first one."""
    people = _people(record, changed, previous)
    figures = tuple(figure for figure in (people, days(reports, record)) if figure is not None)
    rows = tuple(_rows(record, stated, changed, previous, people))
    marked = any(figure.mark for figure in figures) or any(row.mark for row in rows)
    return Glance(figures, rows, marked)


def _people(record: PublicIncident, changed: dict[str, Change], previous: str) -> Figure | None:
    """影響を受けた方; where their number is not known, a numeric 件数."""
    impact = record.impact.body
    if not isinstance(impact, Impact):
        return None
    for key, count, unit in (("people", impact.people, Unit.PERSON), ("cases", impact.cases, Unit.CASE)):
        if isinstance(count, Count):
            before, shown, unit_word = count_words(count, unit)
            note = _distinct(count, unit_word)
            label, mark = word(f"fact.label.{key}"), _mark(key, changed, previous)
            return Figure(label, before, shown, unit_word, mark, note, open_word(count))
    return None


def _distinct(count: Count[PublicText], unit: str) -> Markup | None:
    if count.distinct is None:
        return None
    return Markup("{}").format(word("glance.distinct", count=f"{count.distinct:,}{unit}"))


def days(reports: tuple[PublicIncident, ...], record: PublicIncident) -> Figure | None:
    """From the day it was found to the first announcement; nothing where either is not known well enough."""
    first = reports[0]
    found = first.discovered.body if isinstance(first.discovered.body, Moment) else record.discovered.body
    span = elapsed(found.when, first.released_on) if isinstance(found, Moment) else None
    if span is None or not isinstance(found, Moment):
        return None
    label = report_label(first, reports) or word("glance.release")
    note = span_note(found.when, first.released_on, label)
    return Figure(word("glance.days"), *span, None, note)


def span_note(found: When | PublicText, released: Day, label: str) -> Markup:
    """4月14日（月）判明 → 4月18日（金）第1報."""
    return Markup('{}{} → <span class="k-nb">{}{}</span>').format(
        time_html(found), word("glance.discovered"), time_html(released, with_year=_other_year(found, released)), label
    )


def _other_year(found: Any, released: Day) -> bool:
    return bool(found.earliest.year != released.year)


def _mark(key: str, changed: dict[str, Change], previous: str) -> Mark | None:
    change = changed.get(key)
    if change is None or not change.is_change:
        return None
    if change.old is None:
        return Mark(word(f"change.{Way.ADDED.value}"), word("change.not_stated", report=previous))
    return Mark(word("change.changed"), escape(word("change.was")).format(report=previous, value=change.old.value))


def _rows(
    record: PublicIncident, stated: Facts, changed: dict[str, Change], previous: str, large: Figure | None
) -> list[Row]:
    """At most seven; the state is always among them."""
    rows = [_items(record, stated["items"], changed, previous)] if "items" in stated else []
    for key in ("people", "cases", "recovery", "secondary_damage"):
        label = word(f"fact.label.{key}")
        if key in stated and (large is None or large.label != label):
            rows.append(Row(label, stated[key].value, stated[key].glyph, None, _mark(key, changed, previous)))
    rows.extend(_sensitive(record))
    return [*rows[: MOST_ROWS - 1], _state(record)]


def _items(record: PublicIncident, fact: Fact, changed: dict[str, Change], previous: str) -> Row:
    change = changed.get("items")
    label = word("fact.label.items")
    if not fact.entries or change is None or not change.is_change or change.old is None or not change.old.entries:
        mark = _mark("items", changed, previous)
        return Row(label, fact.full or fact.value, fact.glyph, None, mark, _without(record))
    joint = escape(word("glance.joint"))
    kept = joint.join(entry for entry in fact.entries if entry not in change.added)
    new = joint.join(change.added) if change.added else None
    if new and kept:
        kept += joint
    before = ""
    if change.removed:
        gone = joint.join(change.removed)
        before = escape(word("change.dropped")).format(report=previous, value=gone)
    way = word("change.added" if change.added else "change.changed")
    return Row(label, kept, "", new, Mark(way, before), _without(record))


def _without(record: PublicIncident) -> str | None:
    """要配慮個人情報と特定個人情報は含まれていません, where the record says なし."""
    impact = record.impact.body
    if not isinstance(impact, Impact):
        return None
    names = [word(f"impact.{name}") for name in ("sensitive", "my_number") if getattr(impact, name) is Presence.NO]
    return word("glance.without", names=word("glance.and").join(names)) if names else None


def _sensitive(record: PublicIncident) -> list[Row]:
    """What makes a leak graver, where the record says あり or 調査中, or says it in words."""
    impact = record.impact.body
    if not isinstance(impact, Impact):
        return []
    return [
        Row(word(f"impact.{name}"), fact.value, fact.glyph)
        for name in ("sensitive", "my_number", "protected_address", "financial_risk", "malicious_risk", "children")
        if (fact := _graver(getattr(impact, name))) is not None
    ]


def _graver(value: Presence | Content[PublicText] | None) -> Fact | None:
    if isinstance(value, Presence):
        return None if value is Presence.NO else Fact(value, escape(value.japanese), GLYPHS.get(value, ""))
    said = value.blocks[0] if value else None
    return None if isinstance(said, Standing) and not said.status.is_open else line_fact(value)


def _state(record: PublicIncident) -> Row:
    state = state_of(record)
    names = dict.fromkeys(word(f"part.{name}") for name, _ in open_sections(record))
    told = []
    if names:
        told.append(word("glance.open", names=word("glance.joint").join(names)))
    body = record.prevention.body
    if open_promises(record) and isinstance(body, Prevention):
        told.append(word("glance.promises", total=len(body.promises), open=open_promises(record)))
    return Row(word("glance.state"), state.japanese, state.glyph, note=Markup("<br>").join(told) if told else None)
