"""What the rules know beside a record: the settings, the clock, and which other records there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.records.incident import Incident
from generator.records.vocabulary import PublicationState, Publicity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from generator.records import Draft, IncidentDraft
    from generator.records.content import Section, Standing
    from generator.settings import Settings
    from generator.text import RawText


@dataclass(frozen=True, slots=True)
class World:
    """The same for every rule of one run."""

    settings: Settings
    now: datetime
    drafts: tuple[Draft, ...]
    """Every record that could be read."""
    ids: frozenset[str]
    """Ids of all files, sound or not, so that one broken file does not break the links of others."""
    whole: bool = True
    """False: only some of the site's files were read, so what speaks of absent records can't be judged."""
    unsound: frozenset[str] = frozenset()
    """Ids of drafts that lack something their authors wrote; the others are judged beside them."""

    def case(self, case_id: str | None) -> tuple[IncidentDraft, ...]:
        """The announcements of one case; none without a number."""
        return tuple(d for d in self.drafts if case_id and d.case_id == case_id and isinstance(d, Incident))


def has_page(draft: Draft, now: datetime) -> bool:
    """Whether a record has a public page at this moment (公開, or a withdrawal notice)."""
    if draft.publicity is not Publicity.INDIVIDUAL or draft.publication.state is PublicationState.DRAFT:
        return False
    return not draft.publication.embargo or draft.publication.embargo <= now.strftime("%Y-%m-%dT%H:%M")


def sections(draft: IncidentDraft) -> Iterator[tuple[str, Section[RawText, Any]]]:
    """Each section of an incident with its Japanese key."""
    for name, section in (
        ("発生", draft.occurred),
        ("判明", draft.discovered),
        ("公表まで時間を要した理由", draft.delay_reason),
        ("リード", draft.lead),
        ("概要", draft.summary),
        ("影響", draft.impact),
        ("住民の皆様へ", draft.for_residents),
        ("経過", draft.timeline),
        ("原因", draft.causes),
        ("対応", draft.response),
        ("処分", draft.dispositions),
        ("再発防止策", draft.prevention),
        ("結び", draft.closing),
    ):
        if section is not None:
            yield name, section


def standings(draft: IncidentDraft) -> Iterator[tuple[str, Standing[RawText]]]:
    """The sections in which a status stands in place of content."""
    for name, section in sections(draft):
        if section.standing is not None:
            yield name, section.standing
