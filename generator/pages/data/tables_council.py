"""The CSV files of the council side: papers, minutes with everything said and decided, audits with what was done."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.pages.anchors import item_anchor, opinion_anchor, reply_anchor, utterance_anchor
from generator.pages.bodies import body_of
from generator.pages.data.cells import lines
from generator.pages.data.columns import ADDRESS, CODE, NUMBER, Column, Of, TableFile
from generator.pages.data.rows import IN_RECORD, RECORD, URL, Item, items, of_item, shown
from generator.pages.data.values import name_of
from generator.pages.links import record_address
from generator.records.audit import Audit, Finding, Measure, Opinion
from generator.records.minutes import AgendaItem, Minutes, Opening, Person, Present, Reply, Result, Sitting, Utterance
from generator.records.minutes import Vote as Ballot
from generator.records.opinions import findings, opinions
from generator.records.paper import Disclosure, Meeting, Paper
from generator.records.walk import attributes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.pages.data.columns import Row
    from generator.pages.page import Site


def _whole(kind: type) -> Callable[[Site], Iterator[Row]]:
    """One row for each record of a kind; `beside`: 英字 and name of its body."""

    def rows(site: Site) -> Iterator[Row]:
        for record in shown(site, kind):
            url = site.settings.site_url + record_address(record)
            yield record.owners, Item(record, url, 0, record, body_of(record, site.settings))

    return rows


_BODY = (
    Column("body", lambda row: row.beside[1] or None, source="会議"),
    Column("body", lambda row: row.beside[0] or None, CODE, part="code", source="会議"),
)

_PAPER = Of(Paper, attrgetter("record"))
_MEETING = Of(Meeting, attrgetter("record.body"), "会議", within=True)
_ACCESS = Of(Disclosure, attrgetter("record.access"), "公開区分", within=True)
PAPERS = TableFile(
    "papers",
    (
        RECORD,
        *_PAPER.text("title"),
        *_PAPER.when("released_on"),
        *_BODY,
        *_MEETING.word("body_kind"),
        *_MEETING.text(number="session"),
        *_MEETING.when("held"),
        *_PAPER.text("paper_number", "inquiry_numbers", "basis"),
        *_PAPER.word("purpose"),
        *_ACCESS.word("access"),
        *_ACCESS.text(reason="access_reason", basis="access_basis"),
        *_PAPER.text("gist", "body_text", "next_steps"),
        URL,
    ),
    _whole(Paper),
)

_MINUTES = Of(Minutes, attrgetter("record"))
_SITTING = Of(Sitting, attrgetter("record.held"), "日時", within=True)
_OPENING = Of(Opening, attrgetter("record.openness"), "会議の公開", within=True)
MINUTES = TableFile(
    "minutes",
    (
        RECORD,
        *_MINUTES.text("title"),
        *_BODY,
        *_MINUTES.word("body_kind"),
        *_MINUTES.text("term", number="session"),
        *_SITTING.when("day"),
        *_SITTING.text("opened", "closed"),
        *_MINUTES.text("venue"),
        *_MINUTES.number("seats"),
        *_OPENING.word("openness"),
        *_OPENING.text(reason="openness_reason", basis="openness_basis"),
        *_OPENING.number("observers"),
        *_MINUTES.word("form"),
        URL,
    ),
    _whole(Minutes),
)


def _people(minutes: Minutes[Any]) -> Iterator[tuple[str, Person[Any]]]:
    for attribute in attributes(Present):
        if attribute not in {"place", "places"}:
            yield from ((attribute, person) for person in getattr(minutes.present, attribute))
    yield from (("absent", person) for person in minutes.absent)


_PERSON = Of(Person, lambda row: row.value[1], "出席者")
ATTENDANCE = TableFile(
    "minutes-attendance",
    (
        *IN_RECORD,
        Column("attended_as", lambda row: _standing(row.value[0]), source="出席者"),
        *_PERSON.text(name="person", post="person_post"),
        URL,
    ),
    items(Minutes, _people),
)


def _standing(attribute: str) -> str:
    """議長, 委員, 欠席者 …: the key the person stands under."""
    return name_of(Minutes, "absent") if attribute == "absent" else name_of(Present, attribute)


_ITEM = of_item(AgendaItem, "議事")
_RESULT = Of(Result, attrgetter("value.result"), "議事.結果", within=True)
_VOTE = Of(Ballot, attrgetter("value.vote"), "議事.採決", within=True)
AGENDA = TableFile(
    "minutes-items",
    (
        *IN_RECORD,
        *_ITEM.text("part"),
        *_ITEM.word(kind="item_kind"),
        *_ITEM.text(numbers="item_numbers", titles="item_titles", papers="item_papers", section="item_section"),
        Column("explainers", lambda row: tuple(one.name for one in row.value.explainers) or None, source="議事.説明者"),
        *_ITEM.text("explanation", "attached_opinion"),
        *_RESULT.word("outcome"),
        *_RESULT.text(text="outcome_text"),
        *_VOTE.word(method="vote_method"),
        *_VOTE.text("ayes", "noes", "abstentions", note="vote_note"),
        Column("url", lambda row: f"{row.url}#{item_anchor(row.number)}", ADDRESS),
    ),
    items(Minutes, attrgetter("items")),
)


def _utterances(minutes: Minutes[Any]) -> Iterator[tuple[int, int, int, Utterance[Any]]]:
    """Item, thread, turn within the item, what was said."""
    for item, matter in enumerate(minutes.items, 1):
        turn = 0
        for thread, talk in enumerate(matter.discussion, 1):
            for utterance in talk.utterances:
                turn += 1
                yield item, thread, turn, utterance


_SAID = Of(Utterance, lambda row: row.value[3], "議事.質疑")
_SPEAKER = Of(Person, lambda row: row.value[3].speaker, "議事.質疑.発言者")
UTTERANCES = TableFile(
    "minutes-utterances",
    (
        RECORD,
        Column("item_nth", lambda row: row.value[0], NUMBER, source="議事"),
        Column("thread_nth", lambda row: row.value[1], NUMBER, source="議事.質疑"),
        Column("turn_nth", lambda row: row.value[2], NUMBER, source="議事.質疑"),
        *_SPEAKER.text(name="speaker", post="speaker_post"),
        *_SAID.word(kind="speech_kind"),
        *_SAID.text(content="utterance"),
        Column("url", lambda row: f"{row.url}#{utterance_anchor(row.value[0], row.value[2])}", ADDRESS),
    ),
    items(Minutes, _utterances),
)


def _replies(minutes: Minutes[Any]) -> Iterator[tuple[int, int, Any, Reply[Any]]]:
    for group, replies in enumerate(minutes.replies, 1):
        for nth, reply in enumerate(replies.rows, 1):
            yield group, nth, replies, reply


_REPLY = Of(Reply, lambda row: row.value[3], "前回意見への回答.一覧")
REPLIES = TableFile(
    "minutes-replies",
    (
        *IN_RECORD,
        Column("reply_title", lambda row: row.value[2].title, source="前回意見への回答.件名"),
        Column("reply_section", lambda row: row.value[2].section, source="前回意見への回答.所管"),
        *_REPLY.text(opinion="reply_opinion", answer="reply_answer"),
        Column("url", lambda row: f"{row.url}#{reply_anchor(row.value[0], row.value[1])}", ADDRESS),
    ),
    items(Minutes, _replies),
)

_AUDIT = Of(Audit, attrgetter("record"))
AUDITS = TableFile(
    "audits",
    (
        RECORD,
        *_AUDIT.text("title"),
        *_AUDIT.when("released_on"),
        *_AUDIT.word("audit_type"),
        *_AUDIT.text(basis="audit_basis", theme="theme"),
        *_AUDIT.when(fiscal_year="audit_year", period="audit_period"),
        *_AUDIT.text("rationale", "audited", "method", "overall", purpose="audit_purpose"),
        URL,
    ),
    _whole(Audit),
)

_FINDING = Of(Finding, lambda row: row.value[1], "結果")
FINDINGS = TableFile(
    "audit-findings",
    (
        *IN_RECORD,
        Column("depth", lambda row: row.value[0].count("下位") + 1, NUMBER, source="結果.下位"),
        *_FINDING.text(item="finding", criteria="finding_criteria", found="finding_found"),
        URL,
    ),
    items(Audit, lambda audit: findings(audit.results)),
)

_OPINION = Of(Opinion, lambda row: row.value[1], "結果.意見")
OPINIONS = TableFile(
    "audit-opinions",
    (
        *IN_RECORD,
        *_OPINION.text(number="opinion_number"),
        Column("opinion_kind", lambda row: row.value[1].class_of, source="結果.意見.区分"),
        Column("opinion_kind", lambda row: row.value[1].class_of.machine, CODE, part="code", source="結果.意見.区分"),
        *_OPINION.text(title="opinion_title", addressee="opinion_addressee"),
        Column("demands", lambda row: _demands(row.value[1]), source="結果.意見.求める措置"),
        *_OPINION.text(
            criteria="opinion_criteria", fact="opinion_fact", cause="opinion_cause", remark="opinion_remark"
        ),
        Column("url", lambda row: f"{row.url}#{opinion_anchor(row.number)}", ADDRESS),
    ),
    items(Audit, lambda audit: opinions(audit.results)),
)


def _demands(opinion: Opinion[Any]) -> str | None:
    """What is asked, each on a line, behind the one who is asked."""
    return "\n".join("\t".join((*lines(one.addressee), *lines(one.content))) for one in opinion.demands) or None


_MEASURE = of_item(Measure, "措置")
MEASURES = TableFile(
    "audit-measures",
    (
        *IN_RECORD,
        *_MEASURE.text(opinion="measure_opinion"),
        *_MEASURE.word(state="measure_state"),
        *_MEASURE.when("notified", "published"),
        *_MEASURE.text(content="measure", reason="measure_reason", owner="measure_owner"),
        URL,
    ),
    items(Audit, attrgetter("measures")),
)

TABLES = (PAPERS, MINUTES, ATTENDANCE, AGENDA, UTTERANCES, REPLIES, AUDITS, FINDINGS, OPINIONS, MEASURES)
