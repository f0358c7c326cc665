"""References in running text as links, where the target is certain: 諮問第8号, 資料６, 意見4, the number of a case.

Certain is: the 配布資料 and items of the same minutes; the one item with the number among the meetings of the same body
within a year; the opinions of the same audit or of the only one related; a case that has a page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.anchors import item_anchor, opinion_anchor
from generator.pages.bodies import meeting_line, typed_body
from generator.pages.handouts import NUMBERED_PAPER, papers_of
from generator.pages.inline import plain
from generator.pages.links import case_address, record_address, relative
from generator.pages.notices import Extent, extent
from generator.pages.ties import tie
from generator.patterns import regex
from generator.records.audit import Audit
from generator.records.minutes import Minutes
from generator.records.opinions import number_key, opinions
from generator.records.paper import Paper
from generator.records.reading import folded_word
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.pages.links import Links
    from generator.pages.page import Page
    from generator.records import PublicRecord
    from generator.text import PublicText

_N = "[0-9０-９]"
_ITEM = f"(?:諮問|議案|請願|陳情|承認|同意|認定|報告)[ \u3000]?第[ \u3000]?{_N}+[ \u3000]?号"
_OPINION = rf"(?:意見|指摘|要望)[ \u3000]?{_N}+(?!{_N}|[-－‐.,，件点人名つ個項通回年月日者割％%])"
_CASE = "(?<![0-9A-Za-z-])[a-z0-9]+(?:-[a-z0-9]+)+(?![0-9A-Za-z-])"
_REFERENCE = regex(f"{NUMBERED_PAPER.pattern}|{_ITEM}|{_OPINION}|{_CASE}")
_LEFT_ALONE = regex(
    '(<h[1-6][ >].*?</h[1-6]>|<th[ >].*?</th>|<dt[ >].*?</dt>|<nav[ >].*?</nav>|<ul class="k-handouts">.*?</ul>'
    '|<p class="k-(?:cite|item__over|results__number|band__what)[^>]*>.*?</p>)',
    re.DOTALL,
)
"""Headings, labels, the list of 配布資料 and the words to quote by stay as they are."""
_ITEM_SECTION = regex('(?=<section class="k-item" aria-labelledby="([^"]*)")')
_MAIN = '<div class="k-sheet__main">'
_ENDS = regex('<h2 id="(?:threads|related|revisions)"|<div class="k-foot">|<div class="k-side">')
_YEAR = 366


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads, from the root of the site, and what a reader is told about it."""

    address: str
    place: str
    says: str
    owners: frozenset[str]


Targets = dict[str, Target]
"""By the folded words of the reference."""


@dataclass(frozen=True)
class References:
    """What can be referred to, worked out once for a site."""

    links: Links

    def in_pages(self, pages: Iterable[Page]) -> Iterator[Page]:
        """Pages of records with their references tied; any other page as it is."""
        for page in pages:
            record = self._by_address.get(page.address)
            if record is None:
                yield page
                continue
            body, owners = self.tied(Markup(page.body), record)  # noqa: S704 -- rendered by the environment
            yield replace(page, body=body, owners=page.owners | owners)

    def tied(self, html: Markup, record: PublicRecord) -> tuple[Markup, frozenset[str]]:
        """The HTML of a record's page with links in its main part, and whose words they carry."""
        targets = self._targets(record)
        before, main, rest = str(html).partition(_MAIN)
        end = _ENDS.search(rest)
        if not targets or not main:
            return html, frozenset()
        inside, after = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
        tie_in = _Tie(targets, record_address(record))
        made = "".join(tie_in.section(part, place) for place, part in _sections(inside))
        return Markup(before + main + made + after), frozenset().union(*tie_in.owners)  # noqa: S704 -- as it came

    def _targets(self, record: PublicRecord) -> Targets:
        found = {**self._cases, **self._opinions(record)}
        if record.case_id:
            found.pop(record.case_id, None)
        if isinstance(record, (Minutes, Paper)):
            found |= self._items_near(record)
        if isinstance(record, Minutes):
            found |= self._own(record)
        return found

    @cached_property
    def _by_address(self) -> dict[str, PublicRecord]:
        shown = (record for record in self.links.site.records if self._is_full(record))
        return {record_address(record): record for record in shown}

    def _is_full(self, record: PublicRecord) -> bool:
        return extent(record, self.links.site.now) is Extent.FULL

    @cached_property
    def _cases(self) -> Targets:
        says = word("reference.case")
        return {case: Target(case_address(case), "", says, frozenset({case})) for case in self.links.cases}

    def _opinions(self, record: PublicRecord) -> Targets:
        """Of the audit itself, else of the only audit that is related."""
        related = [link.record for link in self.links.related(record) if isinstance(link.record, Audit)]
        audits = [record] if isinstance(record, Audit) else related
        audit = audits[0] if len(audits) == 1 else None
        if audit is None or not self._is_full(audit):
            return {}
        says = word("reference.own_opinion") if audit is record else word("reference.opinion", title=plain(audit.title))
        address, found = record_address(audit), [opinion for _, opinion in opinions(audit.results)]
        named = [(number_key(plain(one.number)), place) for place, one in enumerate(found, 1) if one.number]
        keys = [key for key, _ in named]
        return {
            key: Target(address, opinion_anchor(place), says, audit.owners)
            for key, place in named
            if keys.count(key) == 1
        }

    def _items_near(self, record: Minutes[PublicText] | Paper[PublicText]) -> Targets:
        """Items of other meetings of the same body within a year that alone have their number."""
        found: dict[str, list[Target]] = defaultdict(list)
        for minutes in self._meetings.get(_body(record), ()):
            if minutes is record or abs((_day(minutes) - _day(record)).days) > _YEAR:
                continue
            says = word("reference.item", meeting=plain(meeting_line(minutes)))
            for place, item in enumerate(minutes.items, 1):
                for number in item.numbers:
                    target = Target(record_address(minutes), item_anchor(place), says, minutes.owners)
                    found[folded_word(plain(number))].append(target)
        return {number: targets[0] for number, targets in found.items() if len(targets) == 1}

    @cached_property
    def _meetings(self) -> dict[str, list[Minutes[PublicText]]]:
        found: dict[str, list[Minutes[PublicText]]] = defaultdict(list)
        for record in self.links.site.records:
            if isinstance(record, Minutes) and self._is_full(record):
                found[_body(record)].append(record)
        return found

    def _own(self, minutes: Minutes[PublicText]) -> Targets:
        """Its own 配布資料 and items."""
        home, found = record_address(minutes), dict[str, Target]()
        for place, item in enumerate(minutes.items, 1):
            for number in item.numbers:
                says = word("reference.own_item")
                found.setdefault(folded_word(plain(number)), Target(home, item_anchor(place), says, frozenset()))
        for paper, handout in zip(papers_of(minutes, self.links), minutes.papers, strict=True):
            if paper.number:
                says = word("reference.handout", title=plain(paper.title))
                record = self.links.by_id.get(handout.record) if handout.record else None
                anchor = paper.href.removeprefix("#") if paper.href.startswith("#") else paper.anchor
                target = Target(home, anchor, says, frozenset())
                if record is not None:
                    target = Target(record_address(record), "", says, record.owners)
                found.setdefault(folded_word(plain(paper.number)), target)
        return found


class _Tie:
    """Ties one page, and keeps whose words its links carry."""

    def __init__(self, targets: Targets, home: str) -> None:
        self.targets = targets
        self.home = home
        self.owners: list[frozenset[str]] = []

    def section(self, html: str, place: str) -> str:
        """A stretch of the page; a reference to the very place it stands in stays text."""
        pieces = _LEFT_ALONE.split(html)
        for index in range(0, len(pieces), 2):
            pieces[index] = str(tie(Markup(pieces[index]), _REFERENCE, lambda match: self._link(match.group(), place)))  # noqa: S704 -- as it came
        return "".join(pieces)

    def _link(self, words: str, place: str) -> Markup | None:
        target = self.targets.get(folded_word(words))
        if target is None or (target.address == self.home and target.place == place):
            return None
        self.owners.append(target.owners)
        way = "" if target.address == self.home else relative(target.address, self.home)
        href = f"{way}#{target.place}" if target.place else way
        heard = word("reference.heard", words=words, says=target.says)
        return Markup('<a class="k-ref" href="{}" aria-label="{}">{}</a>').format(href, heard, Markup(words))  # noqa: S704 -- a stretch of escaped HTML


def _sections(html: str) -> Iterator[tuple[str, str]]:
    """What stands before the first item of minutes, then each item with its place, which `re` gives between them."""
    first, *rest = _ITEM_SECTION.split(html)
    yield "", first
    yield from zip(rest[::2], rest[1::2], strict=True)


def _body(record: PublicRecord) -> str:
    typed = typed_body(record)
    return folded_word(plain(typed)) if typed else ""


def _day(record: PublicRecord) -> date:
    held = record.held.day if isinstance(record, Minutes) else None
    return (held or record.released_on).earliest
