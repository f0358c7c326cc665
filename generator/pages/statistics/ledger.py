"""The lists behind the numbers: under each heading exactly what one cell of a table counts, so that anyone can check.

A long one is cut; a heading keeps its anchor on the page where it begins.  Knows no table.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.entries import Entry
from generator.pages.environment import render
from generator.pages.links import relative
from generator.pages.page import Page
from generator.pages.pagination import cuts
from generator.text import SENTINEL_FIRST
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.inline import Parts
    from generator.pages.pagination import Cut
    from generator.records.dates import When

ADDRESS = "/statistics/"
PER_PAGE = 150
"""Lines of a title and a date are short."""


@dataclass(frozen=True, slots=True)
class LineContext:
    """What templates/ledger-line.html receives."""

    href: str
    when: When | None
    title: Parts
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is counted: its link from a page and whose words it carries."""

    entry: Entry
    owners: frozenset[str]


def line(target: str, when: When | None, title: Parts, owners: frozenset[str], label: str = "") -> Line:
    """A line that leads to `target`; it stands in several lists and is rendered once."""
    before, _, after = render("ledger-line.html", LineContext(SENTINEL_FIRST, when, title, label)).partition(
        SENTINEL_FIRST
    )
    return Line(Entry(target, before, after), owners)


@dataclass(frozen=True, slots=True)
class Heap:
    """What one cell counts; without lines it is not shown."""

    key: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Heaps of one kind; what stands in two of them is counted in both."""

    label: str
    heaps: tuple[Heap, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """One list before it is cut."""

    address: str
    title: str
    lead: str
    parts: tuple[Part, ...]

    def page_address(self, number: int) -> str:
        """`/statistics/2026/`; its further pages lie under `all/`, for years are numbers too."""
        return self.address if number == 1 else f"{self.address}all/{number}/"

    def where(self, key: str) -> str:
        """The address of a heap, with its anchor; empty where it has no lines."""
        before = 0
        for heap in (heap for part in self.parts for heap in part.heaps):
            if heap.key == key:
                return f"{self.page_address(before // PER_PAGE + 1)}#{key}" if heap.lines else ""
            before += len(heap.lines)
        raise KeyError(key)

    def first(self, part: str) -> str:
        """The address of the first heap of a part that has lines; the whole list's where none has."""
        keys = (heap.key for one in self.parts for heap in one.heaps if heap.lines and heap.key.startswith(f"{part}-"))
        return next(map(self.where, keys), self.address)


@dataclass(frozen=True, slots=True)
class HeapShown:
    """A heap, or what of it stands on one page; without an anchor where it goes on."""

    key: str
    label: str
    count: int
    lines: Markup


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part on one page."""

    label: str
    heaps: tuple[HeapShown, ...]


@dataclass(frozen=True, slots=True)
class LedgerContext:
    """What templates/ledger.html receives."""

    title: str
    lead: str
    crumbs: tuple[tuple[str, str], ...]
    cut: Cut
    parts: tuple[PartShown, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with where it stands."""

    part: Part
    heap: Heap
    is_first: bool
    line: Line


def ledger_pages(ledger: Ledger) -> Iterator[Page]:
    """The pages of one list; none where nothing is counted."""
    found = [
        _Placed(part, heap, place == 0, line)
        for part in ledger.parts
        for heap in part.heaps
        for place, line in enumerate(heap.lines)
    ]
    if not found:
        return
    for cut in cuts(len(found), ledger.page_address, PER_PAGE):
        address = ledger.page_address(cut.number)
        shown = found[cut.start : cut.end]
        context = LedgerContext(ledger.title, ledger.lead, _crumbs(ledger, address), cut, _parts(shown, address))
        yield Page(
            address=address,
            title=cut.title(ledger.title),
            body=render("ledger.html", context),
            owners=frozenset().union(*(one.line.owners for one in shown)),
            description=word("statistics.ledger_about", title=ledger.title),
            template="statistics.html",
            section="statistics",
        )


def _crumbs(ledger: Ledger, address: str) -> tuple[tuple[str, str], ...]:
    steps = ((word("list.home"), "/"), (word("statistics.title"), ADDRESS))
    return (*((label, relative(target, address)) for label, target in steps), (ledger.title, ""))


def _parts(shown: list[_Placed], address: str) -> tuple[PartShown, ...]:
    found = []
    for _, of_part in groupby(shown, lambda one: id(one.part)):
        in_part = list(of_part)
        heaps = (_heap(list(of_heap), address) for _, of_heap in groupby(in_part, lambda one: id(one.heap)))
        found.append(PartShown(in_part[0].part.label, tuple(heaps)))
    return tuple(found)


def _heap(placed: list[_Placed], address: str) -> HeapShown:
    first = placed[0]
    label = first.heap.label if first.is_first else word("statistics.goes_on", label=first.heap.label)
    lines = Markup("\n").join(one.line.entry.html(address) for one in placed)
    return HeapShown(first.heap.key if first.is_first else "", label, len(first.heap.lines), lines)
