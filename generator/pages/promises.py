"""約束の進み具合: how many promises are kept, what is late, and every promise by its date, 事案, 所管 and audit.

Each order is a page of its own; none needs a script.  A site without a promise has none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages.commitments import Commitment, HowFar, commitments_of
from generator.pages.environment import render
from generator.pages.inline import plain
from generator.pages.links import relative
from generator.pages.page import Page
from generator.pages.pagination import cuts
from generator.records.dates import Day
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.matters import Matter
    from generator.pages.page import Site
    from generator.pages.pagination import Cut
    from generator.settings import Settings

ADDRESS = "/promises/"
_VIEWS = ("due", "cases", "sections", "opinions")


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the bar; where it begins and how wide it is in percent."""

    how_far: HowFar
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts on top."""

    done: int
    total: int
    shares: tuple[Share, ...]
    matters: int
    opinions: int
    today: Day


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise with the link from one page."""

    commitment: Commitment
    href: str


@dataclass(frozen=True, slots=True)
class PromiseGroup:
    """Promises under one heading; without words and link where all stand in one list."""

    heading: str
    href: str
    lines: tuple[PromiseLine, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """One order of the list; this page's own has no link."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class PromisesContext:
    """What templates/commitments.html receives."""

    title: str
    crumbs: tuple[tuple[str, str], ...]
    summary: Summary | None
    """Only on the first page."""
    late: tuple[PromiseLine, ...]
    tabs: tuple[Tab, ...]
    current: str
    cut: Cut
    groups: tuple[PromiseGroup, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One order of all promises, before it is cut; `heads` has the words and the address above each."""

    key: str
    found: tuple[Commitment, ...]
    heads: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        """That of its first page."""
        return ADDRESS if self.key == "due" else f"{ADDRESS}{self.key}/"

    def page_address(self, number: int) -> str:
        """`/promises/2/`, `/promises/cases/2/`."""
        return self.address if number == 1 else f"{self.address}{number}/"


def promise_pages(site: Site, matters: tuple[Matter, ...]) -> Iterator[Page]:
    """Every order, page by page."""
    found = commitments_of(site, matters)
    if not found:
        return
    views = tuple(view for key in _VIEWS if (view := _view(key, found, site.settings)).found)
    for view in views:
        for cut in cuts(len(view.found), view.page_address):
            yield _page(view, cut, views, found, site)


def _page(view: View, cut: Cut, views: tuple[View, ...], found: tuple[Commitment, ...], site: Site) -> Page:
    address = view.page_address(cut.number)
    is_first = address == ADDRESS
    late = sorted((one for one in found if one.days_late), key=_by_due) if is_first else []
    title = word("promises.title") if view.key == "due" else word("promises.titled", by=word(f"promises.by.{view.key}"))
    shown = view.found[cut.start : cut.end]
    context = PromisesContext(
        title=title,
        crumbs=_crumbs(view, address),
        summary=_summary(found, site) if is_first else None,
        late=tuple(_line(one, address) for one in late),
        tabs=tuple(_tab(other, view, address) for other in views),
        current=word(f"promises.by.{view.key}"),
        cut=cut,
        groups=_groups(view, cut, address),
    )
    return Page(
        address=address,
        title=cut.title(title),
        body=render("commitments.html", context),
        owners=frozenset().union(*(one.owners for one in (*shown, *late))),
        description=word("promises.about"),
        template="promises.html",
        section="promises",
    )


def _view(key: str, found: tuple[Commitment, ...], settings: Settings) -> View:
    """The promises in one order."""
    if key == "sections":
        places = {department.slug: place for place, department in enumerate(settings.departments)}
        names = {department.slug: department.name for department in settings.departments}
        ordered = sorted(found, key=lambda one: (places.get(one.section, len(places)), _by_due(one)))
        heads = [(names.get(one.section, word("facet.other_section")), "") for one in ordered]
        return View(key, tuple(ordered), tuple(heads))
    if key == "due":
        return View(key, tuple(sorted(found, key=_by_due)), (("", ""),) * len(found))
    of_kind = tuple(one for one in found if one.is_opinion is (key == "opinions"))
    return View(key, of_kind, tuple((plain(one.matter), one.group) for one in of_kind))


def _by_due(one: Commitment) -> tuple[object, ...]:
    """What is open first, by its date, the undated behind; then what is done, newest first; then what was stopped."""
    order = 0 if one.how_far.is_open else 1 if one.how_far is HowFar.DONE else 2
    day = one.due.latest.toordinal() if one.due is not None else None
    sign = 1 if order == 0 else -1
    return (order, day is None, sign * (day or 0))


def _crumbs(view: View, address: str) -> tuple[tuple[str, str], ...]:
    home = (word("list.home"), relative("/", address))
    if view.key == "due":
        return home, (word("promises.title"), "")
    return home, (word("promises.title"), relative(ADDRESS, address)), (word(f"promises.by.{view.key}"), "")


def _tab(other: View, view: View, address: str) -> Tab:
    label = word(f"promises.by.{other.key}")
    return Tab(label, "" if other is view else relative(other.address, address))


def _groups(view: View, cut: Cut, address: str) -> tuple[PromiseGroup, ...]:
    return tuple(
        PromiseGroup(
            head,
            relative(target, address) if target else "",
            tuple(_line(view.found[i], address) for i in indexes),
        )
        for (head, target), indexes in groupby(range(cut.start, cut.end), key=view.heads.__getitem__)
    )


def _line(one: Commitment, address: str) -> PromiseLine:
    return PromiseLine(one, f"{relative(one.address, address)}#{one.place}")


def _summary(found: tuple[Commitment, ...], site: Site) -> Summary:
    counts = [(how_far, sum(one.how_far is how_far for one in found)) for how_far in HowFar]
    shares, start = [], 0.0
    for how_far, count in counts:
        width = count / len(found) * 100
        if count:
            shares.append(Share(how_far, count, start, width))
        start += width
    now = site.now.date()
    return Summary(
        done=counts[0][1],
        total=len(found),
        shares=tuple(shares),
        matters=len({one.group for one in found if not one.is_opinion}),
        opinions=sum(one.is_opinion for one in found),
        today=Day(now.year, now.month, now.day),
    )
