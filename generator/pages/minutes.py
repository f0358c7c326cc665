"""The page of 会議録: who met and when, the results first, then each item from its papers to its vote.

Every turn of speech has an address of its own, which never changes, and words to quote it by.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.pages.anchors import item_anchor, reply_anchor, reply_utterance_anchor, utterance_anchor
from generator.pages.attendance import Attendance, attendance
from generator.pages.bodies import body_of
from generator.pages.environment import render
from generator.pages.frame import Frame, council_crumbs, frame
from generator.pages.handouts import Annex, NamedPaper, Paper, annexes_of, named_papers, papers_of, tied_to_papers
from generator.pages.inline import html_of, plain
from generator.pages.links import Links, record_address, relative
from generator.pages.notices import Extent, extent
from generator.pages.record_page import record_page
from generator.pages.roles import roles_of
from generator.pages.talk import Talk, talk
from generator.pages.titles import meeting_of, session_of
from generator.pages.votes import Verdict, verdict
from generator.records.content import Standing
from generator.records.meeting_words import leading_date
from generator.records.minutes import Minutes
from generator.settings import OTHERS
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.pages.inline import Parts
    from generator.pages.page import Page, Site
    from generator.pages.roles import Roles
    from generator.pages.sheet import Crumb
    from generator.records.common import Attachment
    from generator.records.content import Content
    from generator.records.minutes import AgendaItem, Replies, Reply
    from generator.text import PublicText


@dataclass(frozen=True, slots=True)
class Matter:
    """One of 議事."""

    anchor: str
    label: str
    """Ⅱ 諮問第９号・諮問第１０号."""
    item: AgendaItem[PublicText]
    papers: tuple[NamedPaper, ...]
    talk: Talk
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Answered:
    """An opinion of an earlier meeting with its answer."""

    anchor: str
    reply: Reply[PublicText]
    talk: Talk


@dataclass(frozen=True, slots=True)
class AnsweredMatter:
    """One of 前回意見への回答."""

    head: Replies[PublicText]
    rows: tuple[Answered, ...]
    talk: Talk
    """About all the answers together."""


@dataclass(frozen=True, slots=True)
class AgendaContext:
    """What templates/text.html receives for 次第."""

    content: Content[PublicText] | None
    standing: Standing[PublicText] | None

    @classmethod
    def of(cls, minutes: Minutes[PublicText]) -> AgendaContext:
        """Content, or the status in its place."""
        body = minutes.agenda.body
        return cls(None, body) if isinstance(body, Standing) else cls(body, None)


@dataclass(frozen=True, slots=True)
class Body:
    """All that withdrawn minutes no longer show."""

    minutes: Minutes[PublicText]
    closed: PublicText | str | None
    """閉会, without the date where it is that of 開会."""
    attendance: Attendance
    agenda: Markup
    """次第, each number of a paper in it a link."""
    papers: tuple[Paper, ...]
    matters: tuple[Matter, ...]
    replies: tuple[AnsweredMatter, ...]
    annexes: tuple[Annex, ...]
    attachments: tuple[Attachment[PublicText], ...]
    before: Crumb | None
    """The meeting of the same body before this one: its name and address."""
    after: Crumb | None
    cite: str
    """How a quotation names the meeting, up to the number of the utterance."""
    url: str


@dataclass(frozen=True, slots=True)
class MinutesContext:
    """What templates/minutes.html receives."""

    frame: Frame
    body: Body | None


def minutes_pages(site: Site, links: Links) -> Iterator[Page]:
    """One page for each meeting."""
    for record in site.records:
        if isinstance(record, Minutes):
            yield minutes_page(record, links)


def minutes_page(minutes: Minutes[PublicText], links: Links) -> Page:
    """The page of one meeting."""
    return record_page(
        minutes,
        links,
        render("minutes.html", minutes_context(minutes, links)),
        said=minutes.abstract.parts if minutes.abstract else (),
        others=(links.by_id[paper.record] for paper in minutes.papers if paper.record in links.by_id),
        template="minutes.html",
    )


def minutes_context(minutes: Minutes[PublicText], links: Links) -> MinutesContext:
    """What the page of one meeting shows."""
    return MinutesContext(
        frame=frame(
            minutes,
            links,
            what=word("minutes.what"),
            crumbs=_crumbs(minutes, links.site),
            abstract=html_of(minutes.abstract.parts if minutes.abstract else ()),
            form=minutes.form.japanese if minutes.form else "",
        ),
        body=_body(minutes, links) if extent(minutes, links.site.now) is Extent.FULL else None,
    )


def _crumbs(minutes: Minutes[PublicText], site: Site) -> tuple[Crumb, ...]:
    """The way from the front page; the body's own list says which body it was."""
    known = body_of(minutes, site.settings)[0] != OTHERS
    here = plain(session_of(minutes)) or _held(minutes) if known else plain(meeting_of(minutes))
    return (*council_crumbs(minutes, site), (here, ""))


def _body(minutes: Minutes[PublicText], links: Links) -> Body:
    papers, roles = papers_of(minutes, links), roles_of(minutes)
    matters = tuple(_matters(minutes, papers, roles))
    spoken = sum(matter.talk.utterances for matter in matters)
    before, after = _neighbours(minutes, links)
    return Body(
        minutes=minutes,
        closed=_closed(minutes),
        attendance=attendance(minutes),
        agenda=tied_to_papers(render("text.html", AgendaContext.of(minutes)), papers),
        papers=papers,
        matters=matters,
        replies=tuple(_answered(minutes, roles, spoken)),
        annexes=annexes_of(minutes, papers),
        attachments=minutes.attachments,
        before=before,
        after=after,
        cite=word("minutes.cite", meeting=plain(_quoted(minutes)), held=_held(minutes)),
        url=links.site.settings.site_url + record_address(minutes),
    )


def _quoted(minutes: Minutes[PublicText]) -> Parts:
    """What a quotation calls the meeting, the day of which it adds."""
    return meeting_of(minutes) if session_of(minutes) else minutes.body.parts


def _held(minutes: Minutes[PublicText]) -> str:
    return minutes.held.day.shown if minutes.held.day else plain(minutes.held.opened)


def _closed(minutes: Minutes[PublicText]) -> PublicText | str | None:
    opened, closed = minutes.held.opened, minutes.held.closed
    if closed is None:
        return None
    date = leading_date(plain(opened))
    if not date or leading_date(plain(closed)) != date:
        return closed
    return unicodedata.normalize("NFKC", plain(closed)).replace(" ", "").removeprefix(date)


def _matters(minutes: Minutes[PublicText], papers: tuple[Paper, ...], roles: Roles) -> Iterator[Matter]:
    before = 0
    for place, item in enumerate(minutes.items, 1):
        said = talk(item.discussion, roles, partial(utterance_anchor, place), before)
        before += said.utterances
        label = _label(item)
        yield Matter(item_anchor(place), label, item, named_papers(item, papers), said, verdict(item))


def _label(item: AgendaItem[PublicText]) -> str:
    """部 and 番号 as printed; without a number the 区分, where it says something."""
    numbers = word("minutes.joint").join(map(plain, item.numbers))
    kind = item.kind.japanese if item.kind and item.kind.names_items else ""
    return " ".join(part for part in (plain(item.part) if item.part else "", numbers or kind) if part)


def _answered(minutes: Minutes[PublicText], roles: Roles, before: int) -> Iterator[AnsweredMatter]:
    for group, head in enumerate(minutes.replies, 1):
        rows = []
        for row, reply in enumerate(head.rows, 1):
            said = talk(
                reply.discussion,
                roles,
                partial(reply_utterance_anchor, group, row),
                before,
            )
            before += said.utterances
            rows.append(Answered(reply_anchor(group, row), reply, said))
        said = talk(head.discussion, roles, partial(reply_utterance_anchor, group, 0), before)
        before += said.utterances
        yield AnsweredMatter(head, tuple(rows), said)


def _neighbours(minutes: Minutes[PublicText], links: Links) -> tuple[Crumb | None, Crumb | None]:
    """The meetings of the same body before and after this one."""
    name, address = plain(minutes.body), record_address(minutes)
    records = (record for record in links.site.records if isinstance(record, Minutes))
    held = sorted((m for m in records if plain(m.body) == name), key=_when)
    place = held.index(minutes)
    around = (held[place - 1] if place else None, held[place + 1] if place + 1 < len(held) else None)
    before, after = (
        (plain(session_of(other)) or _held(other), relative(record_address(other), address)) if other else None
        for other in around
    )
    return before, after


def _when(minutes: Minutes[PublicText]) -> tuple[object, ...]:
    day = minutes.held.day or minutes.released_on
    return (day.earliest, minutes.id)
