"""What every record is: an id, a head, a life.  The kinds add their own fields (incident.py, paper.py …)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from generator.records.common import Publication
from generator.records.vocabulary import Publicity, RecordKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.problems import Place
    from generator.records.common import Appendix, Attachment, CastMember, Contact, Related, Revision
    from generator.records.dates import Day
    from generator.records.vocabulary import Channel

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Generic[T]):
    """The head of a record of any kind.  `Record[RawText]` is a draft, `Record[PublicText]` may be published."""

    kind: ClassVar[RecordKind]

    id: str
    place: Place
    """Of the file's first key."""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Of the value of each key of the file."""
    title: T
    released_on: Day
    contacts: tuple[Contact[T], ...] = ()
    """Never empty but in minutes."""
    released_at: T | None = None
    channel: Channel | None = None
    abstract: T | None = None
    plain_abstract: T | None = None
    section: T | None = None
    publication: Publication[T] = field(default_factory=Publication)
    revisions: tuple[Revision[T], ...] = ()
    related: tuple[Related, ...] = ()
    cast: tuple[CastMember[T], ...] = ()
    attachments: tuple[Attachment[T], ...] = ()
    appendices: tuple[Appendix[T], ...] = ()
    topics: tuple[T, ...] = ()
    case_id: str | None = None
    """Only an incident has a key for it."""
    publicity: Publicity = Publicity.INDIVIDUAL
    """Only an incident can be announced in a batch or not at all."""

    def place_of(self, key: str) -> Place:
        """Where the value of a key stands; the file's first key where the author gave none."""
        return self.places.get(key, self.place)

    @property
    def owners(self) -> frozenset[str]:
        """The id, and the number of the case."""
        return frozenset({self.id} | ({self.case_id} if self.case_id else set()))
