"""The page of a 会議資料: the meeting it was put before, its outline, its cases by class, notes tied to the words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.environment import render
from generator.pages.frame import Frame, council_crumbs, frame
from generator.pages.inline import html_of, inline_html, plain
from generator.pages.links import record_address, section_of
from generator.pages.notices import Extent, extent
from generator.pages.record_page import record_page
from generator.pages.rounds import rounds
from generator.pages.said import of_paper
from generator.pages.threads import path_lines
from generator.pages.ties import any_of, tie
from generator.records.content import Content, Headed, Standing
from generator.records.council_words import Access
from generator.records.paper import Paper
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Page, Site
    from generator.pages.sheet import ReportLine
    from generator.pages.threads import Threads
    from generator.records.common import Appendix, Attachment
    from generator.records.content import Section
    from generator.records.incident import SubCase
    from generator.records.paper import Disclosure, Meeting, Term
    from generator.text import PublicText


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the page with a heading of its own."""

    id: str
    heading: PublicText | str
    body: Markup


@dataclass(frozen=True, slots=True)
class PartContext:
    """What templates/text.html receives."""

    content: Content[PublicText] | None
    standing: Standing[PublicText] | None


@dataclass(frozen=True, slots=True)
class CaseClass:
    """The rows of 事案一覧 in one 分類."""

    name: PublicText | None
    rows: tuple[tuple[int, SubCase[PublicText]], ...]
    """Each with its place in the whole list, counted from 1."""


@dataclass(frozen=True, slots=True)
class CasesContext:
    """What templates/paper-cases.html receives."""

    classes: tuple[CaseClass, ...]
    total: int
    marks_new: bool
    """Whether a row without 既報 is new: an earlier paper on the subject exists."""


@dataclass(frozen=True, slots=True)
class TermsContext:
    """What templates/paper-terms.html receives."""

    terms: tuple[Term[PublicText], ...]
    tied: frozenset[int]
    """Places of the notes that the text above links to."""


@dataclass(frozen=True, slots=True)
class RestContext:
    """What templates/appendices.html and attachments.html receive."""

    rows: tuple[Appendix[PublicText], ...] | tuple[Attachment[PublicText], ...]


@dataclass(frozen=True, slots=True)
class About:
    """The table that says where the paper belongs."""

    meeting: Meeting[PublicText]
    paper_number: PublicText | None
    inquiry_numbers: tuple[PublicText, ...]
    purpose: str
    basis: PublicText | None
    section: str
    access: Disclosure[PublicText] | None
    """None for a paper that is public as a whole."""


@dataclass(frozen=True, slots=True)
class PaperContext:
    """What templates/paper.html receives."""

    frame: Frame
    about: About
    parts: tuple[Part, ...]
    rounds: tuple[ReportLine, ...]


def paper_pages(site: Site, threads: Threads) -> Iterator[Page]:
    """One page for each paper."""
    for record in site.records:
        if isinstance(record, Paper):
            yield paper_page(record, threads)


def paper_page(paper: Paper[PublicText], threads: Threads) -> Page:
    """The page of one paper."""
    body = render("paper.html", paper_context(paper, threads))
    others = (step.record for step in threads.path((paper,)))
    return record_page(paper, threads.links, body, said=of_paper(paper), others=others)


def paper_context(paper: Paper[PublicText], threads: Threads) -> PaperContext:
    """What the page of one paper shows."""
    links, address = threads.links, record_address(paper)
    site, found = links.site, rounds(paper, links)
    path = path_lines((paper,), threads, address)
    full = extent(paper, site.now) is Extent.FULL
    return PaperContext(
        frame=frame(
            paper,
            links,
            what=word("paper.what"),
            crumbs=(*council_crumbs(paper, site), (word("paper.this"), "")),
            abstract=html_of(of_paper(paper)),
            newer=found.newer,
            path=tuple(line for line in path if line.step.record.id not in found.ids),
        ),
        about=_about(paper, site),
        parts=tuple(_parts(paper, marks_new=found.has_earlier)) if full else (),
        rounds=found.lines,
    )


def _about(paper: Paper[PublicText], site: Site) -> About:
    access = paper.access
    return About(
        paper.body,
        paper.paper_number,
        paper.inquiry_numbers,
        paper.purpose.japanese if paper.purpose else "",
        paper.basis,
        section_of(paper, site.settings)[1],
        access if access and access.access is not Access.ALL else None,
    )


def _parts(paper: Paper[PublicText], *, marks_new: bool) -> Iterator[Part]:
    """The sections in their order; notes are tied last, when all the text is there."""
    found = [*_text_parts(paper), *_rows(paper, marks_new=marks_new)]
    tied, places = _tie_terms([part.body for part in found], paper.glossary)
    yield from (Part(part.id, part.heading, body) for part, body in zip(found, tied, strict=True))
    if paper.glossary:
        body = render("paper-terms.html", TermsContext(paper.glossary, places))
        yield Part("terms", word("paper.terms"), body)
    for name, rows in (("appendices", paper.appendices), ("attachments", paper.attachments)):
        if rows:
            yield Part(name, word(f"part.{name}"), render(f"{name}.html", RestContext(rows)))


def _text_parts(paper: Paper[PublicText]) -> Iterator[Part]:
    if paper.gist:
        yield _section("gist", paper.gist)
    yield from _outline(paper.body_text)
    if paper.next_steps:
        yield _section("next-steps", paper.next_steps)


def _section(name: str, section: Section[PublicText, Content[PublicText]]) -> Part:
    return Part(name, section.heading or word(f"paper.{name}"), _text(section.body))


def _text(body: Content[PublicText] | Standing[PublicText]) -> Markup:
    content = body if isinstance(body, Content) else None
    return render("text.html", PartContext(content, body if isinstance(body, Standing) else None))


def _outline(section: Section[PublicText, Content[PublicText]]) -> Iterator[Part]:
    """The author's own first headings are the sections of the page; what stands before them has the heading 本文."""
    body = section.body
    if isinstance(body, Standing):
        yield Part("body", section.heading or word("paper.body"), _text(body))
        return
    number = 0
    for headed, blocks in groupby(body.blocks, key=lambda block: isinstance(block, Headed)):
        if not headed:
            number += 1
            heading = section.heading or word("paper.body") if number == 1 else word("paper.more")
            yield Part(f"part-{number}", heading, _text(Content(tuple(blocks))))
            continue
        for block in blocks:
            if isinstance(block, Headed):
                number += 1
                yield Part(f"part-{number}", block.heading, _text(block.content))


def _rows(paper: Paper[PublicText], *, marks_new: bool) -> Iterator[Part]:
    if not paper.cases:
        return
    classes: dict[str, list[tuple[int, SubCase[PublicText]]]] = {}
    for place, row in enumerate(paper.cases, 1):
        classes.setdefault(plain(row.group) if row.group else "", []).append((place, row))
    context = CasesContext(
        tuple(CaseClass(rows[0][1].group, tuple(rows)) for rows in classes.values()),
        len(paper.cases),
        marks_new and _told(paper),
    )
    yield Part("cases", word("part.cases"), render("paper-cases.html", context))


def _told(paper: Paper[PublicText]) -> bool:
    return any(row.reported_as for row in paper.cases)


def _tie_terms(bodies: list[Markup], terms: tuple[Term[PublicText], ...]) -> tuple[list[Markup], frozenset[int]]:
    """Each 注1 in the text as a link to its note; a note that the text does not number is tied to its word's first."""
    tied: set[int] = set()
    for place, term in enumerate(terms, 1):
        number = plain(term.number) if term.number else ""
        forms = [f"（{number}）", f"({number})"] if number else []
        numbered = any_of(forms)
        if numbered is None or not any(numbered.search(str(body)) for body in bodies):
            forms, numbered = [plain(term.word)], any_of([plain(term.word)])
        if numbered is None:
            continue
        for index, body in enumerate(bodies):
            made = tie(body, numbered, lambda match, place=place: _note_link(match.group(), place, tied))  # type: ignore[misc]
            bodies[index] = made
    return bodies, frozenset(tied)


def _note_link(shown: str, place: int, tied: set[int]) -> Markup | None:
    """The first mention also gets an id, to which the note leads back."""
    first = place not in tied
    if not first and not shown.startswith(("（", "(")):
        return None
    tied.add(place)
    back = Markup(' id="term-{}-text"').format(place) if first else Markup("")
    return Markup('<a class="k-term" href="#term-{}"{}>{}</a>').format(place, back, Markup(shown))  # noqa: S704 -- a stretch of escaped HTML


def meeting_line(paper: Paper[PublicText]) -> Markup:
    """令和8年度 第2回 総務文教常任委員会 as one line for lists."""
    number = paper.body.number
    return inline_html(paper.body.name) + (Markup(" ") + inline_html(number) if number else escape(""))
