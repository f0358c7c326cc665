"""One page value, and what a page builder is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.records.incident import Incident

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from generator.pages.search import SearchEntry
    from generator.records import PublicIncident, PublicRecord
    from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same, or what is new of it, for machines: a feed, a data file."""

    title: str
    address: str
    """From the root of the site, with the first slash."""
    media_type: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, ready for the shell."""

    address: str
    """From the root of the site, with both slashes: `/incidents/2026-05-01-a/`; `/` is the front page."""
    title: str
    """Plain text for `<title>`; the shell adds the site's name."""
    body: str
    """HTML of the page's main part; every author's text in it came through `PublicText`."""
    owners: frozenset[str]
    """Ids of the records and numbers of the cases whose words it carries."""
    description: str = ""
    template: str = "main.html"
    """The shell template of theme_overrides."""
    modified: date | None = None
    """For the sitemap: the newest date of what it shows."""
    section: str = ""
    """Which item of the navigation is current: `incidents`, `about` or none."""
    draft: bool = False
    """Shown by `serve` only, and marked as such."""
    alternates: tuple[Alternate, ...] = ()
    """For `<link rel="alternate">`."""
    linked: str = ""
    """What the page is, as JSON-LD for a `script` element: no `<` in it."""
    entry: SearchEntry | None = None
    """How it can be found; None where nobody looks for this page but for one it leads to."""
    sheet: bytes = field(default=b"", repr=False)
    """The page on paper, as data for the press (`generator.printing`); empty where there is no PDF beside it.

    The body has SIZE_MARK where the size of that PDF is to be told.
    """


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the pages are made of."""

    settings: Settings
    records: tuple[PublicRecord, ...]
    """Those that have a page, in the order of 発表日 and id, oldest first."""
    now: datetime
    """The clock that was given, in JST."""
    drafts: frozenset[str] = frozenset()
    """Ids of records shown only because `serve` shows drafts."""
    batched: Mapping[int, int] = field(default_factory=dict)
    """How many records are announced in batches only (公表区分: 一括), by 年度."""
    batched_incidents: tuple[PublicIncident, ...] = ()
    """Those that are announced in batches only: without a page, told in a line of 一括公表."""
    not_published: Mapping[int, int] = field(default_factory=dict)
    """How many are not published at all (公表区分: 非公表), by 年度."""
    form: Form = Form.SITE
    """A copy to be read from a disk has another engine for its search, and no feeds."""

    @property
    def incidents(self) -> tuple[PublicIncident, ...]:
        """The announcements of incidents, in the same order."""
        return tuple(record for record in self.records if isinstance(record, Incident))
