"""アクセシビリティ: what the municipality states of its site, and apart from it what the templates were tested for.

Whether a site conforms is for the municipality to say, after a test of its own; kohyo says of no site that it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.environment import render
from generator.pages.links import relative
from generator.pages.page import Page
from generator.pages.tested import what_was_tested
from generator.settings_words import Conformance
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Site
    from generator.pages.tested import Tested
    from generator.settings import Municipality
    from generator.settings_words import Accessibility

ADDRESS = "/accessibility/"
_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class AccessibilityContext:
    """What templates/accessibility.html receives."""

    crumbs: tuple[tuple[str, str], ...]
    municipality: Municipality
    stated: Accessibility | None
    is_tested: bool
    """Whether the municipality says that it tested the site."""
    result_href: str
    """Where its results are, if that is an address."""
    tested: Tested
    contact_href: str


def accessibility_pages(site: Site) -> Iterator[Page]:
    """The one page."""
    settings = site.settings
    stated = settings.accessibility
    context = AccessibilityContext(
        crumbs=((word("list.home"), relative("/", ADDRESS)), (word("accessibility.title"), "")),
        municipality=settings.municipality,
        stated=stated,
        is_tested=stated is not None and stated.conformance not in (None, Conformance.UNTESTED),
        result_href=stated.result if stated and stated.result.startswith(_WEB) else "",
        tested=what_was_tested(),
        contact_href=relative("/about/", ADDRESS) + "#contact",
    )
    yield Page(
        address=ADDRESS,
        title=word("accessibility.title"),
        body=render("accessibility.html", context),
        owners=frozenset(),
        description=word("accessibility.about", name=settings.municipality.name),
        template="record.html",
        section="about",
    )
