"""What all kinds of records share, in YAML: each key, its shape, and the names real papers use for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.patterns import regex
from generator.records.common import (
    Appendix,
    Attachment,
    CastMember,
    Contact,
    Expiry,
    Publication,
    Related,
    Revision,
    Weighed,
)
from generator.records.content_shape import CONTENT, LINE
from generator.records.dates import Day, parse_when
from generator.records.dates_shape import DateShape
from generator.records.ids import ID
from generator.records.reading import typed
from generator.records.shapes import By, Fields, Items, Key, OneOf, Text, Then
from generator.records.vocabulary import (
    AfterExpiry,
    CastKind,
    Channel,
    PublicationState,
    Relation,
    RevisionKind,
    Telltale,
)
from generator.source.nodes import Node, TextNode

if TYPE_CHECKING:
    from generator.records.reading import Cursor
    from generator.records.shapes import Schema

ABSTRACT_MOST = 120
PLAIN_MOST = 300
"""Plain Japanese says in several short sentences what 要約 says in one, and what to do besides (ADR 0022)."""
_MOMENT = regex("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T](?:[01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class DayShape:
    """One date; no range and no text."""

    def read(self, node: Node, at: Cursor) -> Day | None:
        when = DateShape(loose=False).read(node, at)
        if when is None or isinstance(when, Day):
            return when
        at.problem("E220", node.place)
        return None

    def schema(self) -> Schema:
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class EmbargoShape:
    """解禁日時: a day and a time of day, JST."""

    def read(self, node: Node, at: Cursor) -> str | None:
        text = typed(node) if isinstance(node, TextNode) else ""
        day, clock = text[:10], text[11:]
        if _MOMENT.fullmatch(text) and parse_when(day).when is not None:
            return f"{day}T{clock}"
        at.problem("E222", node.place)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}$"}


CONTACT: Fields[Any] = Fields(
    Contact,
    (
        Key("所属", "section", LINE, required=True),
        Key("職", "post", LINE),
        Key("氏名", "name", LINE),
        Key("電話", "phone", LINE),
        Key("内線", "extension", LINE),
        Key("FAX", "fax", LINE),
        Key("メール", "mail", LINE),
        Key("受付時間", "hours", Text()),
    ),
)

EXPIRY: Fields[Any] = Fields(
    Expiry, (Key("日", "day", DayShape(), required=True), Key("扱い", "then", OneOf(AfterExpiry), required=True))
)

WEIGHED: Fields[Any] = Fields(
    Weighed,
    (Key("手がかり", "telltale", OneOf(Telltale), required=True), Key("理由", "reason", Text(), required=True)),
)

PUBLICATION: Fields[Any] = Fields(
    Publication,
    (
        Key("状態", "state", OneOf(PublicationState)),
        Key("解禁日時", "embargo", EmbargoShape()),
        Key("掲載終了", "expiry", EXPIRY),
        Key("理由", "reason", Text()),
        Key("特定の検討", "weighed", Items(WEIGHED)),
    ),
)

REVISION: Fields[Any] = Fields(
    Revision,
    (
        Key("版", "version", LINE, required=True),
        Key("日時", "at", DateShape(), required=True),
        Key("区分", "kind", OneOf(RevisionKind), required=True),
        Key("箇所", "part", LINE),
        Key("誤", "wrong", CONTENT),
        Key("正", "right", CONTENT),
        Key("理由", "reason", Text()),
    ),
)


@dataclass(frozen=True, slots=True)
class RelatedShape:
    """An id, or {記録, 関係}."""

    def read(self, node: Node, at: Cursor) -> Related | None:
        if isinstance(node, TextNode):
            found = ID.read(node, at)
            return None if found is None else Related(found, node.place)
        values = RELATED.values(node, at)
        if values is None or "id" not in values:
            return None
        return Related(values["id"], node.place, values.get("relation"))

    def schema(self) -> Schema:
        return {"anyOf": [ID.schema(), RELATED.schema()]}


RELATED: Fields[Any] = Fields(Related, (Key("記録", "id", ID, required=True), Key("関係", "relation", OneOf(Relation))))

CAST_MEMBER: Fields[Any] = Fields(
    CastMember,
    (Key("仮名", "letter", LINE, required=True), Key("区分", "kind", OneOf(CastKind), required=True)),
)


@dataclass(frozen=True, slots=True)
class AttachmentShape:
    """{名称, 省略: true, 理由}; a ファイル is refused, because files can't be inspected yet (docs/adr)."""

    def read(self, node: Node, at: Cursor) -> Attachment[Any] | None:
        values = ATTACHMENT.values(node, at)
        if values is None or "name" not in values:
            return None
        if "file" in values:
            at.problem("E221", values["file"].origin.place(0))
            return None
        if not values.get("left_out") or "reason" not in values:
            at.problem("E223", node.place)
            return None
        return Attachment(values["name"], values["reason"], values.get("about"))

    def schema(self) -> Schema:
        return ATTACHMENT.schema()


@dataclass(frozen=True, slots=True)
class LeftOutShape:
    """省略: true."""

    def read(self, node: Node, at: Cursor) -> bool | None:
        if isinstance(node, TextNode) and typed(node).lower() in {"true", "はい", "する"}:
            return True
        at.problem("E218", node.place)
        return None

    def schema(self) -> Schema:
        return {"const": True}


ATTACHMENT: Fields[Any] = Fields(
    dict,
    (
        Key("名称", "name", LINE, required=True),
        Key("ファイル", "file", LINE),
        Key("説明", "about", Text()),
        Key("省略", "left_out", LeftOutShape()),
        Key("理由", "reason", Text()),
    ),
)

APPENDIX: Fields[Any] = Fields(
    Appendix,
    (
        Key("番号", "number", LINE),
        Key("名称", "name", LINE, required=True),
        Key("内容", "content", CONTENT, required=True),
    ),
)

CONTACTS: By[Any] = By(list=Items(CONTACT), map=Then(CONTACT, lambda one: (one,)))

HEAD_KEYS: tuple[Key, ...] = (
    Key("件名", "title", LINE, required=True, about="一行の題名。個人の氏名は書けません"),
    Key("発表日", "released_on", DayShape(), required=True, about="2026-05-01 または 令和8年5月1日"),
    Key("発表時刻", "released_at", LINE, about="14:30 または 午後2時30分"),
    Key("発表形態", "channel", OneOf(Channel)),
    Key("要約", "abstract", Text(most=ABSTRACT_MOST)),
    Key("やさしい要約", "plain_abstract", Text(most=PLAIN_MOST)),
    Key("担当", "contacts", CONTACTS, required=True, aliases=("問合せ先", "お問い合わせ先", "担当・連絡先", "連絡先")),
    Key("所管", "section", LINE),
    Key("公開", "publication", PUBLICATION, about="書かなければ下書きです"),
    Key("改訂", "revisions", Items(REVISION)),
    Key("関連", "related", Items(RelatedShape(), or_one=True)),
    Key("登場者", "cast", Items(CAST_MEMBER)),
    Key("添付", "attachments", Items(AttachmentShape())),
    Key("別紙", "appendices", Items(APPENDIX)),
    Key("分野", "topics", Items(LINE, or_one=True)),
)
