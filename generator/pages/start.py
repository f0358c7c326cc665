"""The page that whoever gets a copy opens first.

It lies apart from the others, and can tell whether they are there: opened within the zip it shows how to unpack it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.pages.environment import render
from generator.pages.file import SiteFile
from generator.records.dates import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Site

START = "最初に開いてください.html"
INSIDE = "kohyo/"
"""The folder beside it in which everything else lies."""


@dataclass(frozen=True, slots=True)
class Start:
    """What templates/start.html receives."""

    municipality: str
    site_name: str
    day: Day
    url: str
    inside: str


def start_files(site: Site) -> Iterator[SiteFile]:
    """The page, in a copy only."""
    if site.form is Form.COPY:
        settings, today = site.settings, site.now.date()
        day = Day(today.year, today.month, today.day)
        start = Start(settings.municipality.name, settings.wording.site_name, day, f"{settings.site_url}/", INSIDE)
        yield SiteFile(START, render("start.html", start).encode(), frozenset())
