"""The facts of an announcement that a reader compares from report to report, each short enough for a cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from generator.pages.blocks import first_prose, listed
from generator.pages.formats import count_text, count_words, open_word
from generator.pages.inline import first_sentence, html_of, plain
from generator.pages.states import GLYPHS, open_sections
from generator.records.content import Content, Standing
from generator.records.counts import Count
from generator.records.incident import Cause, Dispositions, Impact, Prevention
from generator.records.vocabulary import Progress, Unit
from generator.words import word

if TYPE_CHECKING:
    from generator.records import PublicIncident
    from generator.records.incident import Disposition
    from generator.text import PublicText

KEYS = ("people", "cases", "items", "recovery", "secondary_damage", "causes", "dispositions", "prevention", "unknowns")
"""The facts in their order; the words for each are in ja.toml, table `fact`."""
LONG = 60
"""Characters after which a text in a cell is cut to its first sentence."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; two facts are the same when what the author wrote is."""

    written: object
    value: Markup
    glyph: str = ""
    full: Markup | None = None
    """The fact at length, where `value` only counts it."""
    entries: tuple[Markup, ...] = ()
    """The items of a list, to tell which were added."""
    number: int | None = None
    unit: str = ""
    nature: str = ""
    """約, 延べ, 最大 before the number."""
    open: str = ""
    """調査中, where the number may still change."""


Facts = dict[str, Fact]


def facts(record: PublicIncident) -> Facts:
    """The facts that this announcement states."""
    found: dict[str, Fact | None] = {}
    body = record.impact.body
    impact = body if isinstance(body, Impact) else None
    standing = body if isinstance(body, Standing) else None
    found["people"] = _count(impact.people if impact else standing, Unit.PERSON)
    found["cases"] = _count(impact.cases if impact else None, Unit.CASE)
    found["items"] = _items(impact.items) if impact else None
    found["recovery"] = line_fact(impact.recovery) if impact else None
    found["secondary_damage"] = line_fact(impact.secondary_damage) if impact else None
    found["causes"] = _causes(record.causes.body)
    found["dispositions"] = _dispositions(record.dispositions.body)
    found["prevention"] = _prevention(record.prevention.body)
    found["unknowns"] = _unknowns(record)
    return {key: fact for key in KEYS if (fact := found[key]) is not None}


def line_html(content: Content[PublicText]) -> Markup:
    """A content on one line: a list joined, a long text by its first sentence, and said so where there is more."""
    entries = listed(content)
    if entries:
        return Markup("、").join(entries)
    text = first_prose(content)
    if text is None:
        return escape(word("fact.stated"))
    short = first_sentence(text) if len(text.plain) > LONG else text.parts
    whole = len(content.blocks) == 1 and plain(short) == plain(text)
    return html_of(short) + ("" if whole else word("fact.more"))


def _standing(standing: Standing[PublicText]) -> Fact:
    return Fact(standing, escape(standing.status.japanese), GLYPHS.get(standing.status, ""))


def _count(value: Any, unit: Unit) -> Fact | None:
    if isinstance(value, Count):
        nature, _, shown_unit = count_words(value, unit)
        return Fact(
            value,
            escape(count_text(value, unit)),
            number=value.value,
            unit=shown_unit,
            nature=nature,
            open=open_word(value),
        )
    return _standing(value) if isinstance(value, Standing) else line_fact(value)


def line_fact(content: Content[PublicText] | None) -> Fact | None:
    """A content as a fact: a status in its place as the status, anything else on one line."""
    if content is None:
        return None
    if isinstance(content.blocks[0], Standing):
        return _standing(content.blocks[0])
    return Fact(content, line_html(content))


def _items(content: Content[PublicText] | None) -> Fact | None:
    texts = listed(content) if content else ()
    if content is None or not texts:
        return line_fact(content)
    return Fact(content, escape(word("fact.n_items", n=len(texts))), full=line_html(content), entries=texts)


def _causes(body: Any) -> Fact:
    if isinstance(body, Standing):
        return _standing(body)
    partly = any(
        isinstance(block, Standing) and block.status.is_open
        for content in ([cause.content for cause in body] if isinstance(body, tuple) else [body])
        for block in content.blocks
    )
    known = escape(word("fact.partly_known" if partly else "fact.known"))
    classes = {cause.cause_class.japanese: None for cause in body if cause.cause_class} if _are_causes(body) else {}
    return Fact(body, known, full=escape("、".join(classes)) if classes else None)


def _are_causes(body: Any) -> bool:
    return isinstance(body, tuple) and all(isinstance(cause, Cause) for cause in body)


def _dispositions(body: Any) -> Fact:
    if isinstance(body, Standing):
        return _standing(body)
    if not isinstance(body, Dispositions):
        return Fact(body, escape(word("fact.stated")))
    shown = [
        word(f"fact.{name}", count=_people(rows))
        for name, rows in (
            ("disciplinary", [row for row in body.rows if row.sanction.is_disciplinary]),
            ("other_measures", [row for row in body.rows if not row.sanction.is_disciplinary]),
        )
        if rows
    ]
    return Fact(body, escape("、".join(shown)))


def _people(rows: list[Disposition[PublicText]]) -> str:
    """How many people; where a row doesn't say it in numbers, how many measures."""
    counts = [row.people for row in rows]
    if all(isinstance(count, Count) for count in counts):
        return f"{sum(count.value for count in counts if isinstance(count, Count))}{Unit.PERSON.japanese}"
    return f"{len(rows)}{Unit.CASE.japanese}"


def _prevention(body: Any) -> Fact:
    if isinstance(body, Standing):
        return _standing(body)
    if not isinstance(body, Prevention):
        texts = listed(body)
        return Fact(body, escape(word("fact.n_items", n=len(texts)) if texts else word("fact.stated")))
    total = len(body.promises)
    if not any(promise.progress for promise in body.promises):
        return Fact(body, escape(word("fact.n_items", n=total)))
    done = sum(1 for promise in body.promises if promise.progress is Progress.DONE)
    return Fact(body, escape(word("fact.done_of", n=total, done=done)))


def _unknowns(record: PublicIncident) -> Fact:
    found = tuple(open_sections(record))
    value = word("fact.n_items", n=len(found)) if found else word("fact.none")
    names = dict.fromkeys(word(f"part.{name}") for name, _ in found)
    return Fact(found, escape(value), full=escape("、".join(names)) if names else None)
