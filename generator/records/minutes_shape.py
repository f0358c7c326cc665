"""会議録 in YAML (docs/reference/records.md)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.records.common_shape import CONTACTS, HEAD_KEYS
from generator.records.content_shape import CONTENT, LINE, SectionShape
from generator.records.council_words import (
    BodyKind,
    ItemKind,
    MinutesForm,
    Openness,
    Outcome,
    SpeechKind,
    VoteMethod,
    VoteWord,
)
from generator.records.counts import NUMBER
from generator.records.dates import Day, parse_when
from generator.records.ids import ID
from generator.records.meeting_words import LEADING_DATE
from generator.records.minutes import (
    AgendaItem,
    Handout,
    Minutes,
    Opening,
    Person,
    Present,
    Replies,
    Reply,
    Result,
    Sitting,
    Thread,
    Utterance,
    Vote,
)
from generator.records.reading import typed
from generator.records.shapes import By, Fields, Items, Key, OneOf, Text, Then, misshapen
from generator.source.nodes import ListNode, MapNode, Node, TextNode

if TYPE_CHECKING:
    from generator.records.reading import Cursor
    from generator.records.shapes import Schema
    from generator.text import RawText

PERSON: By[Any] = By(
    text=Then(LINE, Person),
    map=Fields(Person, (Key("氏名", "name", LINE, required=True), Key("職", "post", LINE))),
)
PEOPLE: Items[Any] = Items(PERSON, or_one=True)

PRESENT: Fields[Any] = Fields(
    Present,
    (
        Key("議長", "speaker", PEOPLE),
        Key("副議長", "vice_speaker", PEOPLE),
        Key("会長", "chair", PEOPLE),
        Key("副会長", "vice_chair", PEOPLE),
        Key("委員長", "chairperson", PEOPLE),
        Key("副委員長", "vice_chairperson", PEOPLE),
        Key("委員", "members", PEOPLE, also=("議員",)),
        Key("説明員", "explainers", PEOPLE),
        Key("事務局", "secretariat", PEOPLE),
        Key("途中出席", "late", PEOPLE),
        Key("途中退席", "left_early", PEOPLE),
        Key("その他", "observers", PEOPLE, also=("オブザーバー",)),
    ),
)


@dataclass(frozen=True, slots=True)
class OpenedShape:
    """A line that begins with a date: its text, and the day, where one could be read."""

    def read(self, node: Node, at: Cursor) -> tuple[RawText, Day | None] | None:
        text = LINE.read(node, at)
        if text is None or not isinstance(node, TextNode):
            return None
        date = LEADING_DATE.match(typed(node))
        parsed = parse_when(date.group()) if date else None
        for fault in parsed.faults if parsed else ():
            at.problem(fault.code, text.origin.place(fault.offset), **fault.params)
        return text, parsed.when if parsed and isinstance(parsed.when, Day) else None

    def schema(self) -> Schema:
        return LINE.schema()


_OPENED = OpenedShape()
_SITTING: Fields[Any] = Fields(dict, (Key("開会", "opened", _OPENED, required=True), Key("閉会", "closed", LINE)))


@dataclass(frozen=True, slots=True)
class SittingShape:
    """日時: {開会, 閉会}, or one text."""

    def read(self, node: Node, at: Cursor) -> Sitting[Any] | None:
        values = _SITTING.values(node, at) if isinstance(node, MapNode) else {"opened": _OPENED.read(node, at)}
        opened = (values or {}).get("opened")
        if values is None or opened is None:
            return None
        text, day = opened
        return Sitting(text, values.get("closed"), day, node.place)

    def schema(self) -> Schema:
        return {"anyOf": [LINE.schema(), _SITTING.schema()]}


def _names(shape: Fields[Any]) -> tuple[str, ...]:
    return tuple(key.name for key in shape.keys)


OPENING: Fields[Any] = Fields(
    Opening,
    (
        Key("区分", "openness", OneOf(Openness), required=True),
        Key("理由", "reason", Text()),
        Key("根拠", "basis", Text()),
        Key("傍聴者数", "observers", NUMBER),
    ),
)
OPENED_TO: By[Any] = By(text=Then(OneOf(Openness, more=_names(OPENING)), Opening), map=OPENING)
HANDOUT: Fields[Any] = Fields(
    Handout,
    (
        Key("件名", "title", LINE, required=True),
        Key("番号", "number", LINE),
        Key("所管", "section", LINE),
        Key("記録", "record", ID),
        Key("別紙", "appendix", LINE),
        Key("非公開の理由", "closed_because", Text()),
    ),
)
UTTERANCE: Fields[Any] = Fields(
    Utterance,
    (
        Key("発言者", "speaker", PERSON),
        Key("発言", "content", CONTENT, required=True),
        Key("種", "kind", OneOf(SpeechKind)),
    ),
)


@dataclass(frozen=True, slots=True)
class DiscussionShape:
    """質疑: utterances; a list inside the list is one thread."""

    def read(self, node: Node, at: Cursor) -> tuple[Thread[Any], ...] | None:
        if not isinstance(node, ListNode):
            misshapen(node, at, Items(UTTERANCE))
            return None
        threads = [self._thread(child, at.item(index)) for index, child in enumerate(node.items)]
        return tuple(thread for thread in threads if thread is not None)

    def _thread(self, node: Node, at: Cursor) -> Thread[Any] | None:
        shape = Items(UTTERANCE, or_one=True)
        utterances = shape.read(node, at)
        return None if utterances is None else Thread(utterances)

    def schema(self) -> Schema:
        one = UTTERANCE.schema()
        return {"type": "array", "items": {"anyOf": [one, {"type": "array", "items": one}]}}


DISCUSSION = DiscussionShape()


@dataclass(frozen=True, slots=True)
class BallotShape:
    """A number, or 多数 or 全員."""

    def read(self, node: Node, at: Cursor) -> int | VoteWord | None:
        if isinstance(node, TextNode) and any(ch.isdigit() for ch in typed(node)):
            return NUMBER.read(node, at)
        return OneOf(VoteWord).read(node, at)

    def schema(self) -> Schema:
        return {"anyOf": [NUMBER.schema(), OneOf(VoteWord).schema()]}


BALLOT = BallotShape()
VOTE: Fields[Any] = Fields(
    Vote,
    (
        Key("方法", "method", OneOf(VoteMethod)),
        Key("賛成", "ayes", BALLOT),
        Key("反対", "noes", BALLOT),
        Key("棄権", "abstentions", BALLOT),
        Key("注", "note", Text()),
    ),
)
RESULT: Fields[Any] = Fields(Result, (Key("区分", "outcome", OneOf(Outcome), required=True), Key("文", "text", Text())))
AGENDA_ITEM: Fields[Any] = Fields(
    AgendaItem,
    (
        Key("件名", "titles", Items(LINE, or_one=True), required=True),
        Key("部", "part", LINE),
        Key("区分", "kind", OneOf(ItemKind)),
        Key("番号", "numbers", Items(LINE, or_one=True)),
        Key("資料", "papers", Items(LINE, or_one=True)),
        Key("所管", "section", LINE),
        Key("説明者", "explainers", PEOPLE),
        Key("説明", "explanation", CONTENT),
        Key("質疑", "discussion", DISCUSSION),
        Key("附帯意見", "attached_opinion", CONTENT),
        Key("結果", "result", By(text=Then(OneOf(Outcome, more=_names(RESULT)), Result), map=RESULT)),
        Key("採決", "vote", VOTE),
    ),
)
REPLY: Fields[Any] = Fields(
    Reply,
    (
        Key("意見", "opinion", CONTENT, required=True),
        Key("回答", "answer", CONTENT, required=True),
        Key("質疑", "discussion", DISCUSSION),
    ),
)
REPLIES: Fields[Any] = Fields(
    Replies,
    (
        Key("会議", "meeting", LINE),
        Key("番号", "number", LINE),
        Key("件名", "title", LINE),
        Key("所管", "section", LINE),
        Key("一覧", "rows", Items(REPLY), required=True),
        Key("質疑", "discussion", DISCUSSION),
    ),
)

_MAY_BE_ABSENT = ("件名", "発表日", "担当")
"""The minutes' own 会議名, 日時 and body stand for them (records.md, «Common to all kinds»)."""

MINUTES: Fields[Any] = Fields(
    Minutes,
    (
        *(replace(key, required=False) if key.name in _MAY_BE_ABSENT else key for key in HEAD_KEYS),
        Key("会議名", "body", LINE, required=True),
        Key("会議種別", "body_kind", OneOf(BodyKind)),
        Key("期", "term", LINE),
        Key("回次", "number", LINE),
        Key("日時", "held", SittingShape(), required=True),
        Key("場所", "venue", CONTENT, required=True),
        Key("出席者", "present", PRESENT, required=True),
        Key("欠席者", "absent", PEOPLE),
        Key("定数", "seats", NUMBER),
        Key(
            "会議の公開",
            "openness",
            By(text=Then(OneOf(Openness, more=_names(OPENING)), Opening), map=OPENING),
            required=True,
        ),
        Key("掲載形式", "form", OneOf(MinutesForm)),
        Key("次第", "agenda", SectionShape(CONTENT), required=True),
        Key("配布資料", "papers", Items(HANDOUT)),
        Key("議事", "items", Items(AGENDA_ITEM), required=True),
        Key("前回意見への回答", "replies", Items(REPLIES)),
        Key("問い合わせ先", "asking", CONTACTS),
        Key("次回", "next_meeting", CONTENT),
        Key("資料の非公開理由", "papers_closed_because", CONTENT),
    ),
)


def completed(values: dict[str, Any], at: Cursor, root: Node) -> dict[str, Any]:
    """件名 and 発表日 where the author gave none: the body's name, and the day of the meeting."""
    made = dict(values)
    if "body" in made:
        made.setdefault("title", made["body"])
    held = made.get("held")
    if "released_on" not in made and held is not None:
        if held.day is None:
            at.problem("E201", root.place, key="発表日", case="minutes")
        else:
            made["released_on"] = held.day
    return made
