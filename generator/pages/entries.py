"""One 事案 or paper as an entry of a list: date and state or kind, title, one sentence, a few facts.

An entry stands on several lists; it is rendered once and only its link is made for each page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.environment import render
from generator.pages.formats import count_text
from generator.pages.inline import html_of
from generator.pages.links import relative
from generator.pages.matters import cases, people
from generator.pages.sheet import abstract
from generator.records.vocabulary import Unit
from generator.text import SENTINEL_FIRST
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.inline import Parts
    from generator.pages.matters import Matter
    from generator.pages.states import State
    from generator.records.dates import Day


@dataclass(frozen=True, slots=True)
class EntryContext:
    """What templates/entry.html receives."""

    href: str
    when: Day
    state: State | None
    kind: str
    """会議資料, 会議録 …, where a list has several."""
    title: Parts
    sentence: Markup
    facts: tuple[Markup | str, ...]
    withdrawn: bool
    draft: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """The HTML of an entry round the address of its link."""

    target: str
    before: str
    after: str

    def html(self, page: str) -> Markup:
        """The entry on a page."""
        return Markup(f"{self.before}{escape(relative(self.target, page))}{self.after}")  # noqa: S704 -- rendered by the environment


def entry_of(matter: Matter, drafts: frozenset[str]) -> Entry:
    """The entry of a 事案, in the words of its newest announcement."""
    newest = matter.newest
    return entry_html(
        matter.address,
        when=matter.first.released_on,
        state=matter.state,
        title=matter.title,
        sentence=Markup("") if matter.withdrawn else html_of(abstract(newest)),
        facts=tuple(_facts(matter)),
        withdrawn=matter.withdrawn,
        draft=newest.id in drafts,
    )


def entry_html(  # noqa: PLR0913 -- what an entry shows, by name
    target: str,
    *,
    when: Day,
    title: Parts,
    sentence: Markup,
    facts: tuple[Markup | str, ...],
    withdrawn: bool,
    draft: bool,
    state: State | None = None,
    kind: str = "",
) -> Entry:
    """An entry that leads to `target`."""
    context = EntryContext(SENTINEL_FIRST, when, state, kind, title, sentence, facts, withdrawn, draft)
    before, _, after = render("entry.html", context).partition(SENTINEL_FIRST)
    return Entry(target, before, after)


def _facts(matter: Matter) -> Iterator[str]:
    persons, others = people(matter.newest), cases(matter.newest)
    if persons is not None and not matter.withdrawn:
        yield count_text(persons, Unit.PERSON)
    elif others is not None and not matter.withdrawn:
        yield count_text(others, Unit.CASE)
    yield matter.section_name
    if len(matter.reports) > 1:
        yield word("list.reports", n=len(matter.reports), newest=matter.newest.released_on.shown)
