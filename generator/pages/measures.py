"""影響, 処分 and 再発防止策 as tables that have only the columns somebody filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from generator.pages.anchors import promise_anchor
from generator.pages.formats import count_text
from generator.pages.states import GLYPHS
from generator.records.counts import Count
from generator.records.vocabulary import Presence, Unit
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.records.content import Content
    from generator.records.dates import When
    from generator.records.incident import Disposition, Dispositions, Impact, Prevention, Promise
    from generator.records.vocabulary import Sanction
    from generator.text import PublicText

_UNITS = {"people": Unit.PERSON, "cases": Unit.CASE}
_IMPACT = (
    "people", "cases", "items", "media", "sensitive", "my_number", "financial_risk", "malicious_risk",
    "protected_address", "children", "recovery", "secondary_damage",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Effect:
    """One row of 影響: words of ours, or the author's content."""

    label: str
    words: str = ""
    glyph: str = ""
    content: Content[PublicText] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A 内訳."""

    caption: str
    head: str
    rows: tuple[tuple[PublicText, str], ...]
    total: str
    """Empty where the shares overlap: then they add up to nothing."""


@dataclass(frozen=True, slots=True)
class Effects:
    """影響."""

    rows: tuple[Effect, ...]
    breakdowns: tuple[Breakdown, ...]


def effects(impact: Impact[PublicText]) -> Effects:
    """Every fact that was given, in the order of the schema."""
    given = [(name, value) for name in _IMPACT if (value := getattr(impact, name)) is not None]
    counts = [(name, value) for name, value in given if isinstance(value, Count) and value.shares]
    return Effects(
        tuple(_effect(name, value) for name, value in given),
        tuple(_breakdown(name, count) for name, count in counts),
    )


def _effect(name: str, value: Any) -> Effect:
    label = word(f"impact.{name}")
    if isinstance(value, Count):
        unit = _UNITS[name]
        note = ""
        if value.distinct is not None:
            distinct = f"{value.distinct:,}{(value.unit or unit).japanese}"
            note = word("glance.distinct", count=distinct)
        return Effect(label, count_text(value, unit), note=note)
    if isinstance(value, Presence):
        return Effect(label, value.japanese, GLYPHS.get(value, ""))
    return Effect(label, content=value)


def _breakdown(name: str, count: Count[PublicText]) -> Breakdown:
    unit = (count.unit or _UNITS[name]).japanese
    rows = tuple((share.name, f"{share.value:,}{unit}") for share in count.shares)
    total = "" if count.overlapping else count_text(count, _UNITS[name])
    label = word(f"impact.{name}")
    return Breakdown(word("impact.breakdown", name=label), label, rows, total)


class Sanctioned(Protocol):
    """Whoever a 処分 or another measure was taken against."""

    @property
    def sanction(self) -> Sanction:
        """Which one."""


S = TypeVar("S", bound=Sanctioned)


@dataclass(frozen=True, slots=True)
class SanctionKind(Generic[S]):
    """懲戒処分, or measures that are none: never one list (地方公務員法29条1項: only the first four are)."""

    caption: str
    about: str
    head: str
    rows: tuple[S, ...]


def sanction_kinds(rows: Iterable[S]) -> Iterator[SanctionKind[S]]:
    """The disciplinary ones first, then the others; a kind nobody is in is left out."""
    found = tuple(rows)
    for name, is_disciplinary in (("disciplinary", True), ("other_measures", False)):
        of_kind = tuple(row for row in found if row.sanction.is_disciplinary is is_disciplinary)
        if of_kind:
            caption, about, head = (word(f"sanctions.{name}.{part}") for part in ("caption", "about", "head"))
            yield SanctionKind(caption, about, head, of_kind)


@dataclass(frozen=True, slots=True)
class SanctionRow:
    """One row of a table of 処分."""

    row: Disposition[PublicText]
    count: str
    people: Content[PublicText] | None


@dataclass(frozen=True, slots=True)
class SanctionTable:
    """One of the two tables, with the columns that somebody filled."""

    caption: str
    about: str
    head: str
    rows: tuple[SanctionRow, ...]
    has_place: bool
    has_count: bool
    has_date: bool
    has_reason: bool


@dataclass(frozen=True, slots=True)
class Sanctions:
    """処分."""

    preface: Content[PublicText] | None
    tables: tuple[SanctionTable, ...]


def sanctions(body: Dispositions[PublicText]) -> Sanctions:
    """What stands before them, and the tables."""
    return Sanctions(body.preface, tuple(map(_sanction_table, sanction_kinds(body.rows))))


def _sanction_table(kind: SanctionKind[Disposition[PublicText]]) -> SanctionTable:
    rows = kind.rows
    return SanctionTable(
        kind.caption,
        kind.about,
        kind.head,
        tuple(map(_sanction_row, rows)),
        has_place=any(row.section or row.post for row in rows),
        has_count=any(row.people is not None for row in rows),
        has_date=any(row.when is not None for row in rows),
        has_reason=any(row.reason or row.shares for row in rows),
    )


def _sanction_row(row: Disposition[PublicText]) -> SanctionRow:
    people: Any = row.people
    if isinstance(people, Count):
        return SanctionRow(row, count_text(people, Unit.PERSON), None)
    return SanctionRow(row, "", people)


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One measure; `glyph` goes with the word of its progress."""

    promise: Promise[PublicText]
    anchor: str
    number: PublicText | int
    glyph: str
    date: When | PublicText | None
    date_word: str


@dataclass(frozen=True, slots=True)
class Promises:
    """再発防止策."""

    preface: Content[PublicText] | None
    rows: tuple[PromiseRow, ...]
    has_owner: bool
    has_progress: bool
    has_date: bool


def promises(body: Prevention[PublicText]) -> Promises:
    """The measures with the columns that somebody filled."""
    return promise_table(body.promises, body.preface)


def promise_table(
    found: tuple[Promise[PublicText], ...], preface: Content[PublicText] | None, numbers: tuple[int, ...] = ()
) -> Promises:
    """Some measures of a record; `numbers` are their places in it, where only some are shown."""
    places = numbers or tuple(range(1, len(found) + 1))
    return Promises(
        preface,
        tuple(_promise_row(promise, place) for promise, place in zip(found, places, strict=True)),
        has_owner=any(promise.owner for promise in found),
        has_progress=any(promise.progress for promise in found),
        has_date=any(promise.due or promise.done_on for promise in found),
    )


def _promise_row(promise: Promise[PublicText], place: int) -> PromiseRow:
    glyph = GLYPHS[promise.progress] if promise.progress else ""
    done = promise.done_on is not None
    key = "promise.done_on" if done else "promise.due"
    return PromiseRow(
        promise, promise_anchor(place), promise.number or place, glyph, promise.done_on or promise.due, word(key)
    )
