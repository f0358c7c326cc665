"""配布資料 and 別紙 of minutes, tied to each other, to records of their own, and to the items that took them up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.anchors import appendix_anchor, handout_anchor
from generator.pages.inline import plain
from generator.pages.links import record_address, relative
from generator.pages.ties import tie
from generator.patterns import regex
from generator.records.meeting_words import paper_numbers
from generator.records.reading import folded_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.links import Links
    from generator.records.content import Content
    from generator.records.minutes import AgendaItem, Minutes
    from generator.text import PublicText


_N = "[0-9０-９]"
NUMBERED_PAPER = regex(f"(?:追加|当日|参考)?(?:資料|別紙)[ \u3000]?第?{_N}+(?:[-－‐の]{_N}+)*号?")


@dataclass(frozen=True, slots=True)
class Paper:
    """One of 配布資料."""

    anchor: str
    number: PublicText | None
    title: PublicText
    section: PublicText | None
    href: str
    """Of the record or the 別紙; empty where there is neither."""
    is_appendix: bool
    closed_because: PublicText | None
    taken_up: tuple[int, ...]
    """The places of the items that name it, counted from 1."""


@dataclass(frozen=True, slots=True)
class Annex:
    """One of 別紙."""

    anchor: str
    number: PublicText | None
    name: PublicText
    content: Content[PublicText]
    papers: tuple[Paper, ...]
    """The 配布資料 that it is."""


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper as an item names it."""

    words: PublicText
    href: str
    """The paper itself, else its line in 配布資料; empty where 配布資料 doesn't have it."""


def papers_of(minutes: Minutes[PublicText], links: Links) -> tuple[Paper, ...]:
    """The lines of 配布資料."""
    address = record_address(minutes)
    appendices = _numbered(minutes)
    found = []
    for place, handout in enumerate(minutes.papers, 1):
        record = links.by_id.get(handout.record) if handout.record else None
        annex = appendices.get(_folded(handout.appendix)) if handout.appendix else None
        href = relative(record_address(record), address) if record else f"#{appendix_anchor(annex)}" if annex else ""
        taken = _folded(handout.number) if handout.number else ""
        items = tuple(n for n, item in enumerate(minutes.items, 1) if taken and _names(item, taken))
        found.append(
            Paper(
                handout_anchor(place),
                handout.number,
                handout.title,
                handout.section,
                href,
                annex is not None and record is None,
                handout.closed_because,
                items,
            )
        )
    return tuple(found)


def annexes_of(minutes: Minutes[PublicText], papers: Iterable[Paper]) -> tuple[Annex, ...]:
    """別紙 with the way back to the lines of 配布資料."""
    listed = tuple(papers)
    return tuple(
        Annex(
            appendix_anchor(place),
            appendix.number,
            appendix.name,
            appendix.content,
            tuple(paper for paper in listed if paper.is_appendix and paper.href == f"#{appendix_anchor(place)}"),
        )
        for place, appendix in enumerate(minutes.appendices, 1)
    )


def named_papers(item: AgendaItem[PublicText], papers: Iterable[Paper]) -> tuple[NamedPaper, ...]:
    """資料 of an item, each as a link; of several in one text each, where 配布資料 has them all."""
    known = {_folded(p.number): NamedPaper(p.number, p.href or f"#{p.anchor}") for p in papers if p.number}
    found: list[NamedPaper] = []
    for words in item.papers:
        whole, *pieces = paper_numbers(plain(words))
        if whole not in known and pieces and all(piece in known for piece in pieces):
            found += [known[piece] for piece in pieces]
        else:
            found.append(known.get(whole, NamedPaper(words, "")))
    return tuple(found)


def tied_to_papers(html: Markup, papers: Iterable[Paper]) -> Markup:
    """HTML with the numbers of papers in its text, in whatever width they were typed, as links."""
    known = {_folded(paper.number): paper.href or f"#{paper.anchor}" for paper in papers if paper.number}
    return tie(html, NUMBERED_PAPER, lambda found: _link(found.group(), known.get(folded_word(found.group()))))


def _link(words: str, href: str | None) -> Markup | None:
    return Markup('<a href="{}">{}</a>').format(href, Markup(words)) if href else None  # noqa: S704 -- of escaped HTML


def _names(item: AgendaItem[PublicText], number: str) -> bool:
    return any(number in paper_numbers(plain(words)) for words in item.papers)


def _numbered(minutes: Minutes[PublicText]) -> dict[str, int]:
    return {_folded(row.number): place for place, row in enumerate(minutes.appendices, 1) if row.number}


def _folded(text: PublicText) -> str:
    return folded_word(plain(text))
