"""Opinions of an audit as cards: number, class, state, what is asked of whom, and the measures as the reply.

And the table of measures that audit commissioners publish: A asked, B taken before, C this time, D = B + C, A - D
(地方自治法199条14項).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.anchors import opinion_anchor
from generator.pages.blocks import first_prose, marked
from generator.pages.inline import first_sentence, html_of, inline_html, plain
from generator.pages.states import GLYPHS
from generator.records.council_words import OpinionKind
from generator.records.dates import Day, Period
from generator.records.opinions import days_overdue, measures_by_opinion, number_key, opinions
from generator.words import word

if TYPE_CHECKING:
    from datetime import date

    from generator.records.audit import Audit, Measure, Opinion
    from generator.records.dates import When
    from generator.text import PublicText


@dataclass(frozen=True, slots=True)
class Card:
    """One opinion."""

    anchor: str
    label: str
    """意見4; its class where it has no number."""
    opinion: Opinion[PublicText]
    state: str
    """Empty for a 指導 that nothing was notified about."""
    short_state: str
    glyph: str
    measures: tuple[Measure[PublicText], ...]
    addressees: str
    """Those of 求める措置, where the opinion has no 名宛 of its own."""
    gist: Markup
    """件名, else the first sentence of what is asked."""
    days_overdue: int

    @property
    def is_taken(self) -> bool:
        """Whether the last word is that a measure was taken."""
        return bool(self.measures) and self.measures[-1].state.is_taken

    @property
    def counts(self) -> bool:
        """Whether it stands in the table of measures."""
        return self.opinion.awaits_measure or bool(self.measures)


@dataclass(frozen=True, slots=True)
class Row:
    """One class of opinions in the table of measures."""

    name: str
    asked: int
    before: int
    now: int

    @property
    def taken(self) -> int:
        """D = B + C."""
        return self.before + self.now

    @property
    def left(self) -> int:
        """A - D."""
        return self.asked - self.taken


@dataclass(frozen=True, slots=True)
class Tally:
    """The table, its total, and what it says in words."""

    rows: tuple[Row, ...]
    total: Row
    newest: When | None
    """The newest 公表日: what was published on it is 今回."""
    rate: str
    """78.6: D of A in percent."""
    refused: int
    overdue: tuple[Card, ...]


def cards_of(audit: Audit[PublicText], today: date, allowed: int) -> tuple[Card, ...]:
    """Every opinion in the order of the paper."""
    measures = measures_by_opinion(audit, plain)
    found = [opinion for _, opinion in opinions(audit.results)]
    labels = _labels(found)
    return tuple(
        _card(place, label, opinion, measures.get(place, ()), days_overdue(audit, opinion, answer, today, allowed))
        for place, (label, opinion) in enumerate(zip(labels, found, strict=True), 1)
        for answer in (measures.get(place, ()),)
    )


def _card(
    place: int, label: str, opinion: Opinion[PublicText], measures: tuple[Measure[PublicText], ...], overdue: int
) -> Card:
    last = measures[-1].state if measures else None
    state = short = last.japanese if last else word("audit.untold") if opinion.awaits_measure else ""
    glyph = GLYPHS[last] if last else "dashed" if opinion.awaits_measure else ""
    if overdue:
        state, short, glyph = word("audit.overdue"), word("audit.overdue_short"), "overdue"
    named = [plain(demand.addressee) for demand in opinion.demands if demand.addressee]
    return Card(
        anchor=opinion_anchor(place),
        label=label,
        opinion=opinion,
        state=state,
        short_state=short,
        glyph=glyph,
        measures=measures,
        addressees="" if opinion.addressee else word("audit.comma").join(dict.fromkeys(named)),
        gist=_gist(opinion),
        days_overdue=overdue,
    )


def _gist(opinion: Opinion[PublicText]) -> Markup:
    if opinion.title:
        return inline_html(opinion.title)
    text = next((said for demand in opinion.demands if (said := first_prose(demand.content))), None)
    return html_of(marked(first_sentence(text))[1]) if text else Markup("")


def _labels(found: list[Opinion[PublicText]]) -> list[str]:
    """意見4; the class alone for the only one of its class without a number, else with its place among them."""
    unnumbered = Counter(opinion.class_of for opinion in found if not opinion.number)
    seen: Counter[OpinionKind] = Counter()
    labels = []
    for opinion in found:
        name = opinion.class_of.japanese
        if opinion.number:
            typed = plain(opinion.number)
            labels.append(f"{name}{typed}" if number_key(typed).isdecimal() else typed)
            continue
        seen[opinion.class_of] += 1
        alone = unnumbered[opinion.class_of] == 1
        labels.append(name if alone else word("audit.nth", name=name, n=seen[opinion.class_of]))
    return labels


def tally_of(audit: Audit[PublicText], cards: tuple[Card, ...]) -> Tally | None:
    """The table of measures; None where no opinion asks for one."""
    counted = [card for card in cards if card.counts]
    if not counted:
        return None
    dates = [m.published for m in audit.measures if isinstance(m.published, (Day, Period))]
    newest = max(dates, key=lambda when: when.latest, default=None)
    kinds = [kind for kind in OpinionKind if any(card.opinion.class_of is kind for card in counted)]
    rows = tuple(
        _row(kind.japanese, [card for card in counted if card.opinion.class_of is kind], newest) for kind in kinds
    )
    total = Row(word("audit.total"), *(sum(column) for column in zip(*map(_numbers, rows), strict=True)))
    return Tally(
        rows,
        total,
        newest,
        rate=_rate(total),
        refused=sum(1 for card in counted if card.measures and not (card.is_taken or card.measures[-1].state.is_open)),
        overdue=tuple(card for card in cards if card.days_overdue),
    )


def _row(name: str, cards: list[Card], newest: When | None) -> Row:
    taken = [card for card in cards if card.is_taken]
    now = sum(_taken_now(card, newest) for card in taken)
    return Row(name, len(cards), len(taken) - now, now)


def _taken_now(card: Card, newest: When | None) -> bool:
    """Whether the first word that the measure was taken was published on the newest day; undated ones were before.

    Where no measure has a 公表日, all are of this time.
    """
    taken = next(measure for measure in card.measures if measure.state.is_taken)
    if newest is None:
        return True
    return isinstance(taken.published, (Day, Period)) and taken.published.latest == newest.latest


def _numbers(row: Row) -> tuple[int, int, int]:
    return row.asked, row.before, row.now


def _rate(total: Row) -> str:
    """D of A in percent to one decimal, halves upwards."""
    tenths = int(Fraction(total.taken * 1000, total.asked) + Fraction(1, 2))
    return f"{tenths // 10}.{tenths % 10}"
