"""What must be said before anything else: withdrawn, shortened, corrected, overtaken by a newer report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.records.vocabulary import AfterExpiry, PublicationState, RevisionKind

if TYPE_CHECKING:
    from datetime import datetime

    from generator.records import PublicRecord
    from generator.records.common import Revision
    from generator.records.dates import When
    from generator.text import PublicText

_TOLD_ABOVE = (RevisionKind.CORRECTION, RevisionKind.REPLACEMENT)
"""追記 and 軽微 stand in the table of revisions only."""


class Extent(Enum):
    """How much of a record its page shows."""

    FULL = "full"
    ABSTRACT = "abstract"
    """掲載終了, 要約のみ."""
    WITHDRAWN = "withdrawn"
    """The address stays, with the reason; the content does not."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """When and why a record was taken down."""

    when: When | PublicText | None
    reason: PublicText | None


def extent(record: PublicRecord, now: datetime) -> Extent:
    """What 公開.状態 and 掲載終了 leave of a record at this time."""
    publication = record.publication
    if publication.state is PublicationState.WITHDRAWN:
        return Extent.WITHDRAWN
    expiry = publication.expiry
    if expiry is None or now.date() <= expiry.day.latest or expiry.then is AfterExpiry.STAY:
        return Extent.FULL
    return Extent.WITHDRAWN if expiry.then is AfterExpiry.WITHDRAW else Extent.ABSTRACT


def withdrawal(record: PublicRecord) -> Withdrawal:
    """Date and reason: those of the 改訂 that withdrew it, else those of 公開."""
    revision = next((r for r in reversed(record.revisions) if r.kind is RevisionKind.WITHDRAWAL), None)
    expiry = record.publication.expiry
    return Withdrawal(
        revision.at if revision else expiry.day if expiry else None,
        record.publication.reason or (revision.reason if revision else None),
    )


def corrections(record: PublicRecord) -> tuple[Revision[PublicText], ...]:
    """The 改訂 a reader must know before reading on, newest first."""
    return tuple(r for r in reversed(record.revisions) if r.kind in _TOLD_ABOVE)
