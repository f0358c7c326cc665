"""新しい公表: everything published or changed in the last two years, by month, newest first.

`#since-2026-05` shows what came from May 2026 on and hides what is older, without a script: the months lie in each
other, so that each anchor holds all that is newer (see theme_overrides/assets/shell.css).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.environment import render
from generator.pages.links import relative
from generator.pages.lists import ALL
from generator.pages.news import events_of, newest_first, news_line
from generator.pages.page import Page
from generator.records.dates import Day
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.matters import Matter
    from generator.pages.news import Event, News
    from generator.pages.page import Site

ADDRESS = "/council/new/"
MONTHS = 24


@dataclass(frozen=True, slots=True)
class Month:
    """One month, and how many there are from it on."""

    anchor: str
    label: str
    news: tuple[News, ...]
    since: int


@dataclass(frozen=True, slots=True)
class NewContext:
    """What templates/new.html receives."""

    crumbs: tuple[tuple[str, str], ...]
    total: int
    months: tuple[Month, ...]
    """Every month of the two years, newest first; one of them may be empty."""
    all_href: str


def new_pages(site: Site, matters: tuple[Matter, ...]) -> Iterator[Page]:
    """The page, where there is anything to show at all."""
    if not site.records:
        return
    homes = {report.id: matter for matter in matters for report in matter.reports}
    events = sorted(events_of(site), key=newest_first, reverse=True)
    months = tuple(_months(site, events, homes))
    context = NewContext(
        crumbs=((word("list.home"), relative("/", ADDRESS)), (word("since.title"), "")),
        total=months[-1].since,
        months=months,
        all_href=relative(ALL, ADDRESS),
    )
    shown = [news for month in months for news in month.news]
    yield Page(
        address=ADDRESS,
        title=word("since.title"),
        body=render("new.html", context),
        owners=frozenset().union(*(news.owners for news in shown)),
        description=word("since.about"),
        modified=max((news.when.earliest for news in shown), default=None),
    )


def _months(site: Site, events: list[Event], homes: dict[str, Matter]) -> Iterator[Month]:
    """The months back from today's."""
    since = 0
    last = site.now.year * 12 + site.now.month - 1
    for number in range(last, last - MONTHS, -1):
        year, month = number // 12, number % 12 + 1
        found = (event for event in events if (event.when.earliest.year, event.when.earliest.month) == (year, month))
        news = tuple(news_line(event, homes, ADDRESS, site) for event in found)
        since += len(news)
        yield Month(f"since-{year:04}-{month:02}", Day(year, month).shown, news, since)
