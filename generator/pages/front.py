"""The front page: what residents are asked to do now, what is new, this 年度 in numbers, and where to look.

Nothing has a slot here before it is built.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from markupsafe import Markup

from generator.pages.blocks import marked
from generator.pages.environment import render
from generator.pages.facets import facets_of
from generator.pages.figures import figures_of
from generator.pages.formats import number
from generator.pages.inline import html_of, plain, split
from generator.pages.links import SEARCH, incident_address, relative
from generator.pages.listing import FacetLinks, facet_links
from generator.pages.lists import ALL
from generator.pages.new import ADDRESS as NEW
from generator.pages.news import News, news_of
from generator.pages.page import Page
from generator.pages.residents import residents
from generator.pages.search import has_search
from generator.pages.sheet import abstract
from generator.pages.states import State
from generator.pages.statistics.ledger import ADDRESS as STATISTICS
from generator.patterns import regex
from generator.records.content import Bullets, Headed, Prose
from generator.records.dates import Day, fiscal_year, fiscal_year_name
from generator.records.incident import ForResidents
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.facets import Facet
    from generator.pages.figures import Figures
    from generator.pages.inline import Parts
    from generator.pages.matters import Matter
    from generator.pages.page import Site
    from generator.pages.residents import Call
    from generator.records import PublicIncident
    from generator.records.content import Content
    from generator.text import PublicText

ADDRESS = "/"
NEWS = 8
_SENTENCE = regex("(?<=。)(?![」』）)])")
_ASKS_NOTHING = regex("(?:(?:あり|ござい|要り|いり)ません|なし|不要|不要です)[。．]?$")
"""お願い that says that nothing is asked: 特にありません, 手続きは要りません."""


@dataclass(frozen=True, slots=True)
class Request:
    """The 事案 in which residents are asked for something now."""

    when: Day
    state: State
    href: str
    title: PublicText
    sentence: Markup
    asked: Markup
    call: Call | None
    owners: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit, and the same of the 年度 before."""

    label: str
    value: str
    unit: str
    note: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class FrontContext:
    """What templates/front.html receives."""

    title: str
    lead: str
    residents: str
    request: Request | None
    news: tuple[News, ...]
    new_href: str
    all_href: str
    year: str
    today: Day
    figures: tuple[Figure, ...]
    statistics_href: str
    facets: tuple[FacetLinks, ...]
    search_href: str
    examples: tuple[tuple[str, str], ...]
    """Words that find something, and the way to it."""


def front_page(site: Site, matters: tuple[Matter, ...]) -> Page:
    """The page at `/`."""
    today = site.now.date()
    year = fiscal_year(today)
    facets = facets_of(matters, site.settings)
    context = FrontContext(
        title=word("front.title", name=site.settings.municipality.name),
        lead=word("front.lead"),
        residents=site.settings.municipality.kind.residents,
        request=_request(matters, site),
        news=news_of(matters, ADDRESS, site, NEWS),
        new_href=relative(NEW, ADDRESS),
        all_href=relative(ALL, ADDRESS),
        year=fiscal_year_name(year),
        today=Day(today.year, today.month, today.day),
        figures=_figures(matters, site, year),
        statistics_href=relative(STATISTICS, ADDRESS),
        facets=facet_links(facets, ADDRESS, ADDRESS),
        search_href=relative(SEARCH, ADDRESS) if has_search(site) else "",
        examples=tuple(_examples(matters, facets)),
    )
    return Page(
        address=ADDRESS,
        title="",
        body=render("front.html", context),
        owners=frozenset().union(*(one.owners for one in (*context.news, context.request) if one)),
        description=word("front.about", name=site.settings.municipality.name),
        modified=max((matter.modified for matter in matters), default=None),
    )


def _examples(matters: tuple[Matter, ...], facets: tuple[Facet, ...]) -> Iterator[tuple[str, str]]:
    """The two commonest 種別, and the 年度 and 所管 of what was made known last."""
    types = next(facet.choices for facet in facets if facet.key == "types")
    said = [choice.label for choice in sorted(types, key=lambda choice: -choice.count)[:2]]
    said += [f"{fiscal_year_name(matter.year)} {matter.section_name}" for matter in matters[:1]]
    for words in said:
        yield words, f"{relative(SEARCH, ADDRESS)}?{urlencode({'q': words})}"


def _request(matters: tuple[Matter, ...], site: Site) -> Request | None:
    """The open 事案 announced last of those that ask residents for something; one at most."""
    for matter in sorted(matters, key=lambda m: (m.modified, m.newest.id), reverse=True):
        asked = _asked(matter.newest)
        if asked and matter.state is not State.CLOSED and not matter.withdrawn:
            newest = matter.newest
            return Request(
                when=newest.released_on,
                state=matter.state,
                href=relative(incident_address(newest.id), ADDRESS),
                title=newest.title,
                sentence=html_of(abstract(newest)),
                asked=asked,
                call=next(iter(residents(newest, site).calls), None),
                owners=newest.owners,
            )
    return None


def _asked(record: PublicIncident) -> Markup:
    body = record.for_residents.body
    if not isinstance(body, ForResidents) or body.requests is None:
        return Markup("")
    asked = next((said for said in _sentences(body.requests) if not _ASKS_NOTHING.search(plain(said))), None)
    return html_of(asked) if asked else Markup("")


def _sentences(content: Content[PublicText]) -> Iterator[Parts]:
    for block in content.blocks:
        if isinstance(block, Prose):
            yield from split(block.text.parts, _SENTENCE)
        elif isinstance(block, Bullets):
            texts = (bullet.text for bullet in block.items if bullet.text)
            yield from (sentence for text in texts for sentence in split(marked(text.parts)[1], _SENTENCE))
        elif isinstance(block, Headed):
            yield from _sentences(block.content)


def _figures(matters: tuple[Matter, ...], site: Site, year: int) -> tuple[Figure, ...]:
    now, before = figures_of(site, matters, year, year - 1)
    known = any(matter.year < year for matter in matters)
    shown = [_matters(now), *_people(now), *_days(now)]
    if not known:
        return tuple(shown)
    earlier = {figure.label: figure for figure in (_matters(before), *_people(before), *_days(before))}
    return tuple(_with_before(figure, earlier.get(figure.label), year - 1) for figure in shown)


def _with_before(figure: Figure, before: Figure | None, year: int) -> Figure:
    if before is None:
        return figure
    said = word("front.before", year=fiscal_year_name(year), value=before.value, unit=before.unit)
    return Figure(figure.label, figure.value, figure.unit, figure.note, said)


def _matters(figures: Figures) -> Figure:
    return Figure(word("front.matters"), number(figures.matters), word("list.unit"))


def _people(figures: Figures) -> list[Figure]:
    """As 統計 tells it; where another small number could be computed from it, nothing."""
    label, told = word("front.people"), figures.people
    if told.note == "withheld":
        return []
    if told.note in ("below", "unknown"):
        return [Figure(label, told.text, "")]
    note = word("front.without_people", n=figures.without_people) if figures.without_people else ""
    about = word("format.about") if told.note == "about" else ""
    return [Figure(label, f"{about}{number(int(told.amount or 0))}", word("front.person"), note)]


def _days(figures: Figures) -> list[Figure]:
    if figures.days is None:
        return []
    return [Figure(word("front.days"), f"{figures.days:g}", word("front.day"))]
