"""Terms and readings in the finished HTML of a page: the first of each is marked and leads to «この資料の言葉» below.

No script and no tooltip: a link to the explanation on the same page, and from there back.  Headings, links, quotations,
labels, withheld words and names stay as they are.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind
from markupsafe import Markup, escape

from generator.pages.environment import render
from generator.pages.glossary import ADDRESS
from generator.pages.links import relative
from generator.pages.terms import names_of, ruby, stands_alone, terms_of
from generator.patterns import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from generator.pages.page import Page
    from generator.pages.terms import Term
    from generator.settings import Settings

HERE = '<div class="k-words-here"></div>'
"""Where a template wants the box; it is always replaced, by the box or by nothing."""

_BEGINS = "</h1>"
_QUOTED = regex("「[^「」]*」|『[^『』]*』")
_LEFT_ALONE = regex(
    "<(?P<name>a|address|blockquote|button|caption|cite|dt|figcaption|h[1-6]|label|nav|q|ruby|summary|svg|th|time)"
    '(?=[ >])|<(?P<classed>[a-z]+) [^>]*?class="(?:[^" ]+ )*(?:visually-hidden|k-(?:band|call|cite|crumbs|dossier__own'
    "|foot__url|item__over|jumps|legend|list__mark|person|reports|results__number|say__kind|say__who|status|strip"
    '|verbatim|withheld))[" ]'
)
_INLINE = regex("</?(?:b|em|span|strong|wbr)[ >]")


@dataclass(frozen=True, slots=True)
class BoxContext:
    """What templates/words.html receives."""

    terms: tuple[Term, ...]
    glossary_href: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A word at a place of the HTML."""

    start: int
    end: int
    term: Term | None = None
    kana: str = ""


@dataclass(frozen=True)
class Explained:
    """What is explained on the pages of a site, worked out once."""

    settings: Settings

    def in_pages(self, pages: Iterable[Page]) -> Iterator[Page]:
        """Pages that have a place for the box with their words explained; any other page as it is."""
        for page in pages:
            yield replace(page, body=self.body(page.body, page.address)) if HERE in page.body else page

    def body(self, html: str, address: str) -> str:
        """The HTML of one page."""
        main, _, rest = html.partition(HERE)
        head, begins, text = main.partition(_BEGINS)
        found = list(self._found(text))
        terms = tuple(one.term for one in found if one.term)
        box = str(render("words.html", BoxContext(terms, relative(ADDRESS, address)))) if terms else ""
        return f"{head}{begins}{_marked(text, found)}{box}{rest}"

    def _found(self, text: str) -> Iterator[_Found]:
        """The first of each term and each reading, in order, none within another."""
        candidates = sorted([*self._terms_in(text), *self._readings_in(text)], key=lambda one: (one.start, -one.end))
        if not candidates:
            return
        open_text = _OpenText(text)
        seen: set[str] = set()
        last = 0
        for one in candidates:
            key = one.term.anchor if one.term else text[one.start : one.end]
            if key not in seen and one.start >= last and open_text.holds(one):
                seen.add(key)
                last = one.end
                yield one

    def _terms_in(self, text: str) -> Iterator[_Found]:
        for which, start, end in self._terms.find_matches_as_indexes(text):
            term = self._by_word[self._words[which]]
            if term is not None:
                yield _Found(start, end, term)

    def _readings_in(self, text: str) -> Iterator[_Found]:
        if self.settings.readings:
            for which, start, end in self._readings.find_matches_as_indexes(text):
                yield _Found(start, end, kana=self.settings.readings[which].kana)

    @cached_property
    def _by_word(self) -> dict[str, Term | None]:
        """Every word looked for, as it stands in HTML; with None a name in which terms are no words."""
        named: dict[str, Term | None] = dict.fromkeys(map(_escaped, names_of(self.settings)))
        return named | {_escaped(form): t for t in terms_of(self.settings) for form in t.forms}

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(self._by_word)

    @cached_property
    def _terms(self) -> AhoCorasick:
        return AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _readings(self) -> AhoCorasick:
        return AhoCorasick(
            [_escaped(one.written) for one in self.settings.readings], matchkind=MatchKind.LeftmostLongest
        )


def _escaped(text: str) -> str:
    return str(escape(text))


class _OpenText:
    """The HTML of a page, and which stretches of it are left alone."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.closed = list(_left_alone(html))
        self.starts = [start for start, _ in self.closed]

    def holds(self, one: _Found) -> bool:
        """Whether a word stands in text that may be marked, alone and not in a quotation."""
        html = self.html
        start, end = html.rfind(">", 0, one.start) + 1, html.find("<", one.end)
        index = bisect(self.starts, one.start) - 1
        in_tag = html.rfind("<", 0, one.start) >= start
        if in_tag or (index >= 0 and one.start < self.closed[index][1]):
            return False
        text = html[start : end if end >= 0 else len(html)]
        at = one.start - start
        if any(match.start() <= at < match.end() for match in _QUOTED.finditer(text)):
            return False
        before, behind = self._neighbour(start, -1), self._neighbour(start + len(text), 1)
        whole, lead = f"{before}{text}{behind}", len(before)
        return stands_alone(whole, at + lead, one.end - start + lead, place=one.term is None)

    def _neighbour(self, place: int, step: int) -> str:
        """The character beyond a tag that is mere emphasis."""
        html = self.html
        if step < 0:
            opened = html.rfind("<", 0, place)
            return html[opened - 1].replace(">", "") if opened > 0 and _INLINE.match(html, opened) else ""
        closed = html.find(">", place)
        beyond = html[closed + 1 : closed + 2] if closed >= 0 and _INLINE.match(html, place) else ""
        return beyond.replace("<", "")


def _left_alone(html: str) -> Iterator[tuple[int, int]]:
    """Start and end of each element in which nothing is marked."""
    end = 0
    for match in _LEFT_ALONE.finditer(html):
        if match.start() >= end:
            end = _end(html, match.start(), match["name"] or match["classed"])
            yield match.start(), end


def _end(html: str, start: int, name: str) -> int:
    """Where the element that begins at an offset ends."""
    depth = 0
    for tag in _tags(name).finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


@cache
def _tags(name: str) -> re.Pattern[str]:
    return regex(f"<(/?){name}(?=[ >])")


def _marked(html: str, found: list[_Found]) -> str:
    pieces, place = [], 0
    for one in found:
        pieces += [html[place : one.start], _mark(html[one.start : one.end], one)]
        place = one.end
    return "".join((*pieces, html[place:]))


def _mark(shown: str, one: _Found) -> str:
    if one.term:
        anchor = one.term.anchor
        return f'<a class="k-explained" id="text-{anchor}" href="#word-{anchor}">{shown}</a>'
    return str(ruby(Markup(shown), one.kana))  # noqa: S704 -- a stretch of escaped HTML
