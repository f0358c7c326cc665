"""特定されやすさ: what together tells who is meant although nobody is named.  Warnings only, never the text itself.

Reads what is left after redaction, so what is withheld points to nobody.  What an author has weighed
(公開.特定の検討) is not told again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records.vocabulary import AfterExpiry, PublicationState, Publicity, Telltale
from generator.telltale.numbers import few_people
from generator.telltale.persons import described
from generator.telltale.posts import disciplined
from generator.telltale.scenes import who_was_there
from generator.telltale.told import paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from generator.records import Draft
    from generator.redaction.redact import SettledRecord
    from generator.settings import Settings
    from generator.telltale.told import Paper

RULES: tuple[Callable[[Paper], Iterator[Problem]], ...] = (disciplined, few_people, who_was_there, described)

CODES = {
    "W503": Telltale.NAMED_CONTACT,
    "W504": Telltale.SINGLE_POST,
    "W505": Telltale.FEW_PEOPLE,
    "W506": Telltale.SCENE,
    "W507": Telltale.DESCRIPTION,
}
"""What each warning is called where an author says that it was weighed."""


def telltales(settled: Iterable[SettledRecord], settings: Settings, now: datetime) -> list[Problem]:
    """Every warning about the records that readers will have in full; what is weighed and not there is a note."""
    return [problem for record in settled if _is_shown(record.draft, now) for problem in _of_one(record, settings)]


def _of_one(record: SettledRecord, settings: Settings) -> Iterator[Problem]:
    told = paper(record, settings)
    found = [problem for rule in RULES for problem in rule(told)]
    weighed = record.draft.publication.weighed
    yield from (p for p in found if all(CODES[p.code] is not one.telltale for one in weighed))
    present = {CODES[problem.code] for problem in found}
    for index, one in enumerate(weighed, 1):
        if one.telltale not in present:
            yield Problem("N606", one.place, f"公開.特定の検討[{index}]")


def _is_shown(draft: Draft, now: datetime) -> bool:
    """Whether its text is or will be on a page, if only in a line of a 一括公表: not counted only, not taken down."""
    publication = draft.publication
    if draft.publicity is Publicity.NOT_PUBLISHED or publication.state is PublicationState.WITHDRAWN:
        return False
    end = publication.expiry
    return end is None or end.then is AfterExpiry.STAY or now.date() <= end.day.latest
