"""What the municipality has said it will do: measures of 再発防止策, and what it does about opinions of its auditors.

Of each 事案 the newest announcement that shows its content counts.  Knows no page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.anchors import promise_anchor
from generator.pages.inline import plain
from generator.pages.links import OTHER_SECTION, record_address, section_of
from generator.pages.notices import Extent, extent
from generator.pages.opinions import cards_of
from generator.records.audit import Audit
from generator.records.council_words import MeasureState
from generator.records.dates import Day, Period
from generator.records.incident import Prevention
from generator.records.vocabulary import Progress
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.pages.inline import Parts
    from generator.pages.matters import Matter
    from generator.pages.opinions import Card
    from generator.pages.page import Site
    from generator.records.content import Content
    from generator.records.dates import When
    from generator.records.incident import DueChange, Promise
    from generator.settings import Settings
    from generator.text import PublicText


class HowFar(Enum):
    """How far something is; the value is (Japanese word, name of its sign, name of its pattern in the bar)."""

    DONE = ("実施済", "done", "solid")
    DOING = ("実施中", "half", "hatched")
    PLANNED = ("予定", "ring", "empty")
    NOT_STARTED = ("未着手", "dashed", "dotted")
    STOPPED = ("中止", "stopped", "gray")
    UNSTATED = ("記載なし", "", "bare")

    @property
    def is_open(self) -> bool:
        """Whether something still has to be done, as far as it is said."""
        return self not in (HowFar.DONE, HowFar.STOPPED)


_OF_PROMISE = {
    Progress.DONE: HowFar.DONE,
    Progress.DOING: HowFar.DOING,
    Progress.PLANNED: HowFar.PLANNED,
    Progress.NOT_STARTED: HowFar.NOT_STARTED,
    Progress.STOPPED: HowFar.STOPPED,
}
_OF_MEASURE = {
    MeasureState.DONE: HowFar.DONE,
    MeasureState.OTHERWISE: HowFar.DONE,
    MeasureState.DOING: HowFar.DOING,
    MeasureState.PLANNED: HowFar.PLANNED,
    MeasureState.NOT_STARTED: HowFar.NOT_STARTED,
    MeasureState.REFUSED: HowFar.STOPPED,
}


@dataclass(frozen=True, slots=True)
class Commitment:
    """One measure of an incident, or one opinion that asks for a measure."""

    how_far: HowFar
    words: str
    """How far it is, in the words of its own kind: 措置中."""
    text: Content[PublicText] | None
    gist: Markup
    """Of an opinion, which has no text of its own here."""
    owner: PublicText | str
    due: When | None
    due_words: PublicText | str
    """Where there is no date: what was typed in its place; or what kind of date it is."""
    done_on: When | PublicText | None
    changes: tuple[DueChange[PublicText], ...]
    note: PublicText | None
    days_late: int
    section: str
    section_name: str
    source: Parts
    """The title of the 事案, or the name of the opinion and the audit."""
    label: str
    """Which one of its paper it is: 意見4."""
    address: str
    place: str
    """The anchor at its address."""
    owners: frozenset[str]
    is_opinion: bool
    matter: Parts
    """The title of the 事案 or the audit it belongs to."""
    group: str
    """The address of that."""


def commitments_of(site: Site, matters: tuple[Matter, ...]) -> tuple[Commitment, ...]:
    """Those of the 事案, newest 事案 first, then those of the audits, newest first; each in the order of its paper."""
    audits = [record for record in reversed(site.records) if isinstance(record, Audit)]
    shown = [audit for audit in audits if extent(audit, site.now) is Extent.FULL]
    opinions = (one for audit in shown for one in _opinions(audit, site))
    return (*(one for matter in matters for one in _promises(matter, site)), *opinions)


def _promises(matter: Matter, site: Site) -> Iterator[Commitment]:
    newest = next((r for r in reversed(matter.reports) if extent(r, site.now) is Extent.FULL), None)
    body = newest.prevention.body if newest else None
    if newest is None or not isinstance(body, Prevention):
        return
    for place, promise in enumerate(body.promises, 1):
        how_far = _how_far(promise)
        due = promise.due if isinstance(promise.due, (Day, Period)) else None
        section, name = _section(promise.owner, site.settings) or (matter.section, matter.section_name)
        yield Commitment(
            how_far=how_far,
            words=promise.progress.japanese if promise.progress else how_far.value[0],
            text=promise.content,
            gist=Markup(""),
            owner=promise.owner or matter.section_name,
            due=due,
            due_words="" if due is not None or promise.due is None else _typed(promise.due),
            done_on=promise.done_on,
            changes=promise.due_changes,
            note=promise.note,
            days_late=_days_late(how_far, due, site.now.date()),
            section=section,
            section_name=name,
            source=matter.title,
            label=word("promises.nth", n=place),
            address=record_address(newest),
            place=promise_anchor(place),
            owners=matter.owners,
            is_opinion=False,
            matter=matter.title,
            group=matter.address,
        )


def _typed(due: When | PublicText) -> PublicText | str:
    return "" if isinstance(due, (Day, Period)) else due


def _how_far(promise: Promise[PublicText]) -> HowFar:
    """状況; without it, done where 実施日 is given."""
    if promise.progress is None:
        return HowFar.UNSTATED if promise.done_on is None else HowFar.DONE
    return _OF_PROMISE[promise.progress]


def _days_late(how_far: HowFar, due: When | None, today: date) -> int:
    """Whole days since the last day that the date may mean; 0 where it has not passed or nothing is left to do."""
    return max((today - due.latest).days, 0) if how_far.is_open and due is not None else 0


def _section(owner: PublicText | None, settings: Settings) -> tuple[str, str] | None:
    department = settings.department(owner.plain) if owner else None
    return (department.slug, department.name) if department else None


def _opinions(audit: Audit[PublicText], site: Site) -> Iterator[Commitment]:
    today, allowed = site.now.date(), site.settings.measures_days
    for card in cards_of(audit, today, allowed):
        if card.counts:
            yield _opinion(card, audit, site, _guide(audit, allowed) if allowed and not card.measures else None)


def _opinion(card: Card, audit: Audit[PublicText], site: Site, due: Day | None) -> Commitment:
    last = card.measures[-1] if card.measures else None
    how_far = _OF_MEASURE[last.state] if last else HowFar.NOT_STARTED
    named = [last.owner if last else None, *(demand.addressee for demand in card.opinion.demands)]
    home = next((found for owner in named if (found := _section(owner, site.settings))), None)
    owner = (last.owner if last else None) or card.addressees or (home[1] if home else "")
    section, name = home or (OTHER_SECTION, section_of(audit, site.settings)[1])
    return Commitment(
        how_far=how_far,
        words=last.state.japanese if last else word("promises.untold"),
        text=None,
        gist=card.gist,
        owner=owner,
        due=due,
        due_words=word("promises.guide") if due else "",
        done_on=last.notified if last and last.state.is_taken else None,
        changes=(),
        note=None,
        days_late=_days_late(how_far, due, site.now.date()) if card.days_overdue else 0,
        section=section,
        section_name=name,
        source=(f"{plain(audit.title)} {card.label}",),
        label=card.label,
        address=record_address(audit),
        place=card.anchor,
        owners=audit.owners,
        is_opinion=True,
        matter=audit.title.parts,
        group=record_address(audit),
    )


def _guide(audit: Audit[PublicText], allowed: int) -> Day:
    """The last day on which a measure is expected to have been notified."""
    last = audit.released_on.latest + timedelta(days=allowed)
    return Day(last.year, last.month, last.day)
