"""このサイトについて and 伏せ字について: what is published, by which criteria, what stays, and what the brackets mean.

Everything that can differ from one municipality to another comes from its settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.outputs import Form
from generator.pages.accessibility import ADDRESS as ACCESSIBILITY
from generator.pages.data_page import ADDRESS as DATA
from generator.pages.environment import render
from generator.pages.glossary import ADDRESS as GLOSSARY
from generator.pages.inline import html_of
from generator.pages.links import relative
from generator.pages.page import Page
from generator.pages.statistics.ledger import ADDRESS as STATISTICS
from generator.records.vocabulary import Sanction
from generator.redaction.kinds import Kind
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Site
    from generator.problems import Safe
    from generator.settings import Municipality, NamedSanction, Settings

ABOUT = "/about/"
REDACTION = "/about/redaction/"
CORRECTIONS = "/corrections/"

_COLUMNS = ("name", "section", "post", "age", "sex")

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is shown of a person beside a 処分: each cell with the label of its column."""

    sanction: Sanction
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AboutContext:
    """What templates/about.html receives."""

    crumbs: Crumbs
    municipality: Municipality
    criteria: tuple[Criterion, ...]
    criteria_columns: tuple[str, ...]
    criteria_from: Markup
    days: Markup
    small: Markup
    licence: str
    statistics_href: str
    redaction_href: str
    corrections_href: str
    glossary_href: str
    accessibility_href: str
    data_href: str
    """Empty in a copy, and where nothing is published yet."""


@dataclass(frozen=True, slots=True)
class RedactionContext:
    """What templates/redaction.html receives."""

    crumbs: Crumbs
    municipality: Municipality
    kinds: tuple[tuple[str, str], ...]
    """What stands in the brackets, and what of a text it covers."""
    about_href: str


def about_pages(site: Site) -> Iterator[Page]:
    """The two pages."""
    yield _about(site)
    yield _redaction(site)


def _about(site: Site) -> Page:
    settings = site.settings
    context = AboutContext(
        crumbs=((word("list.home"), relative("/", ABOUT)), (word("about.title"), "")),
        municipality=settings.municipality,
        criteria=tuple(_criterion(settings.criterion(s)) for s in _sanctions(settings)),
        criteria_columns=tuple(word(f"about.{column}") for column in _COLUMNS),
        criteria_from=_criteria_from(settings),
        days=_held("published_when", days=settings.days_to_publication),
        small=_held("criteria_others", small=settings.small_numbers.threshold),
        licence=settings.wording.licence,
        statistics_href=relative(STATISTICS, ABOUT),
        redaction_href=relative(REDACTION, ABOUT),
        corrections_href=relative(CORRECTIONS, ABOUT),
        glossary_href=relative(GLOSSARY, ABOUT),
        accessibility_href=relative(ACCESSIBILITY, ABOUT),
        data_href=relative(DATA, ABOUT) if site.records and site.form is Form.SITE else "",
    )
    return Page(
        address=ABOUT,
        title=word("about.title"),
        body=render("about.html", context),
        owners=frozenset(),
        description=word("about.description", name=settings.municipality.name),
        template="record.html",
        section="about",
    )


def _sanctions(settings: Settings) -> Iterator[Sanction]:
    """The 懲戒処分, and what else 公表基準 lists."""
    listed = {criterion.sanction for criterion in settings.criteria}
    return (s for s in Sanction if s.is_disciplinary or s in listed)


def _criterion(one: NamedSanction) -> Criterion:
    said = (
        word("about.name_shown" if one.name_allowed else "about.not_shown"),
        word(f"about.section_shown.{one.section.machine}"),
        word("about.shown" if one.post_shown else "about.not_shown"),
        word(f"about.age_shown.{one.age.machine}"),
        word("about.shown" if one.sex_shown else "about.not_shown"),
    )
    labels = (word(f"about.{column}") for column in _COLUMNS)
    return Criterion(one.sanction, tuple(zip(labels, said, strict=True)))


def _criteria_from(settings: Settings) -> Markup:
    day = settings.criteria_from
    return _held("criteria_from", day=day.shown) if day else Markup("")


def _held(key: str, **params: Safe) -> Markup:
    """A standing sentence whose numbers and dates don't break."""
    return html_of((word(f"about.{key}", **params),))


def _redaction(site: Site) -> Page:
    municipality = site.settings.municipality
    context = RedactionContext(
        crumbs=(
            (word("list.home"), relative("/", REDACTION)),
            (word("about.title"), relative(ABOUT, REDACTION)),
            (word("redaction.title"), ""),
        ),
        municipality=municipality,
        kinds=tuple((f"〔{kind.value}〕", word(f"redaction.kind.{kind.name}")) for kind in Kind),
        about_href=relative(ABOUT, REDACTION),
    )
    return Page(
        address=REDACTION,
        title=word("redaction.title"),
        body=render("redaction.html", context),
        owners=frozenset(),
        description=word("redaction.description"),
        section="about",
    )
