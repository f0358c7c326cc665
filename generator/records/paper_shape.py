"""会議資料 in YAML (docs/reference/records.md)."""

from __future__ import annotations

from typing import Any

from generator.records.common_shape import HEAD_KEYS
from generator.records.content_shape import CONTENT, LINE, SectionShape
from generator.records.council_words import Access, BodyKind, Purpose
from generator.records.dates_shape import WHEN
from generator.records.incident_shape import SUB_CASE
from generator.records.paper import Disclosure, Meeting, Paper, Term
from generator.records.shapes import By, Fields, Items, Key, OneOf, Text, Then

MEETING: Fields[Any] = Fields(
    Meeting,
    (
        Key("名称", "name", LINE, required=True),
        Key("会議種別", "body_kind", OneOf(BodyKind)),
        Key("回次", "number", LINE),
        Key("開催日", "held", WHEN),
    ),
)
DISCLOSURE: Fields[Any] = Fields(
    Disclosure,
    (
        Key("区分", "access", OneOf(Access), required=True),
        Key("理由", "reason", Text()),
        Key("根拠", "basis", Text()),
    ),
)
TERM: Fields[Any] = Fields(
    Term,
    (
        Key("番号", "number", LINE),
        Key("語", "word", LINE, required=True),
        Key("説明", "explanation", CONTENT, required=True),
    ),
)
PAPER: Fields[Any] = Fields(
    Paper,
    (
        *HEAD_KEYS,
        Key("会議", "body", By(text=Then(LINE, Meeting), map=MEETING), required=True),
        Key("資料番号", "paper_number", LINE),
        Key("諮問番号", "inquiry_numbers", Items(LINE, or_one=True)),
        Key("根拠", "basis", Text()),
        Key("区分", "purpose", OneOf(Purpose)),
        Key("要旨", "gist", SectionShape(CONTENT)),
        Key("本文", "body_text", SectionShape(CONTENT), required=True),
        Key("用語注", "glossary", Items(TERM)),
        Key("事案一覧", "cases", Items(SUB_CASE)),
        Key("今後の予定", "next_steps", SectionShape(CONTENT), aliases=("今後のスケジュール", "今後の日程")),
        Key("公開区分", "access", By(text=Then(OneOf(Access), Disclosure), map=DISCLOSURE)),
    ),
)
