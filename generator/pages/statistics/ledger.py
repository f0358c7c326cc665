"""The lists behind the numbers: under each heading exactly what one cell of a table counts, so that anyone can check.

A long one is cut; a heading keeps its anchor on the page where it begins.  Knows no table.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages.environment import render
from generator.pages.links import relative
from generator.pages.page import Page
from generator.pages.pagination import cuts
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
class Line:
    """One thing that is counted."""

    when: When | None
    title: Parts
    target: str
    owners: frozenset[str]
    label: str = ""


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


@dataclass(frozen=True, slots=True)
class LineLink:
    """A line with its link from one page."""

    line: Line
    href: str


@dataclass(frozen=True, slots=True)
class HeapShown:
    """A heap, or what of it stands on one page; without an anchor where it goes on."""

    key: str
    label: str
    count: int
    lines: tuple[LineLink, ...]


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


def ledger_pages(ledger: Ledger) -> Iterator[Page]:
    """The pages of one list; none where nothing is counted."""
    found = [(part, heap, line) for part in ledger.parts for heap in part.heaps for line in heap.lines]
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
            owners=frozenset().union(*(line.owners for _, _, line in shown)),
            description=word("statistics.ledger_about", title=ledger.title),
            section="statistics",
        )


def _crumbs(ledger: Ledger, address: str) -> tuple[tuple[str, str], ...]:
    steps = ((word("list.home"), "/"), (word("statistics.title"), ADDRESS))
    return (*((label, relative(target, address)) for label, target in steps), (ledger.title, ""))


def _parts(shown: list[tuple[Part, Heap, Line]], address: str) -> tuple[PartShown, ...]:
    return tuple(
        PartShown(
            part.label,
            tuple(_heap(heap, [line for _, _, line in lines], address) for heap, lines in groupby(of_part, _heap_of)),
        )
        for part, of_part in groupby(shown, lambda found: found[0])
    )


def _heap_of(found: tuple[Part, Heap, Line]) -> Heap:
    return found[1]


def _heap(heap: Heap, lines: list[Line], address: str) -> HeapShown:
    begins = lines[0] is heap.lines[0]
    label = heap.label if begins else word("statistics.goes_on", label=heap.label)
    links = tuple(LineLink(line, relative(line.target, address)) for line in lines)
    return HeapShown(heap.key if begins else "", label, len(heap.lines), links)
