"""監査報告 in YAML (docs/reference/records.md)."""

from __future__ import annotations

from typing import Any

from generator.records.audit import Audit, Demand, Finding, Measure, Opinion, Reference, Scope, Viewpoint
from generator.records.common_shape import HEAD_KEYS
from generator.records.content_shape import CONTENT, LINE, TABLE, SectionShape
from generator.records.council_words import AuditType, MeasureState, OpinionKind
from generator.records.counts import COUNT
from generator.records.dates_shape import WHEN
from generator.records.rows import RowsOr
from generator.records.shapes import By, Fields, Items, Key, Later, OneOf, Shape, Text, Then

SCOPE: Fields[Any] = Fields(Scope, (Key("件数", "count", COUNT), Key("説明", "explanation", CONTENT)))
VIEWPOINT: Fields[Any] = Fields(
    Viewpoint, (Key("内容", "content", CONTENT, required=True), Key("適用", "applies", CONTENT))
)
DEMAND: Fields[Any] = Fields(Demand, (Key("名宛", "addressee", LINE), Key("内容", "content", CONTENT, required=True)))


def _one_demand(content: Any) -> Any:
    return content if isinstance(content, tuple) else (Demand(content),)


OPINION: Fields[Any] = Fields(
    Opinion,
    (
        Key("番号", "number", LINE),
        Key("区分", "kind", OneOf(OpinionKind)),
        Key("件名", "title", LINE),
        Key("名宛", "addressee", CONTENT),
        Key("求める措置", "demands", Then(RowsOr(DEMAND), _one_demand)),
        Key("基準", "criteria", CONTENT),
        Key("事実", "fact", CONTENT),
        Key("原因", "cause", CONTENT),
        Key("補足", "remark", CONTENT),
        Key("対象項目", "items", CONTENT),
    ),
)


def _finding() -> Shape[Any]:
    return FINDING


FINDING: Fields[Any] = Fields(
    Finding,
    (
        Key("項目", "item", LINE, required=True),
        Key("基準", "criteria", CONTENT),
        Key("調査結果", "found", CONTENT, aliases=("調査の結果",)),
        Key("表", "tables", Items(TABLE, or_one=True)),
        Key("意見", "opinions", Items(OPINION, or_one=True)),
        Key("下位", "below", Items(Later(_finding, "finding"))),
    ),
)
REFERENCE: Fields[Any] = Fields(
    Reference,
    (
        Key("名称", "name", LINE, required=True),
        Key("文書番号", "document_number", LINE),
        Key("日付", "when", WHEN),
        Key("宛先", "addressee", LINE),
        Key("差出人", "sender", LINE),
        Key("内容", "content", CONTENT),
    ),
)
MEASURE: Fields[Any] = Fields(
    Measure,
    (
        Key("意見番号", "opinion", LINE, required=True),
        Key("状況", "state", OneOf(MeasureState), required=True),
        Key("通知日", "notified", WHEN),
        Key("公表日", "published", WHEN),
        Key("内容", "content", CONTENT),
        Key("理由", "reason", CONTENT),
        Key("担当", "owner", LINE),
    ),
)
AUDIT: Fields[Any] = Fields(
    Audit,
    (
        *HEAD_KEYS,
        Key("監査種別", "audit_type", OneOf(AuditType), required=True),
        Key("根拠", "basis", Text()),
        Key("年度", "fiscal_year", WHEN),
        Key("テーマ", "theme", LINE),
        Key("目的", "purpose", SectionShape(CONTENT)),
        Key("選定理由", "rationale", SectionShape(CONTENT), aliases=("テーマ選定の理由",)),
        Key("対象機関", "audited", SectionShape(CONTENT), required=True),
        Key("対象", "scope", By(text=CONTENT, list=CONTENT, map=SCOPE)),
        Key("基準", "criteria", RowsOr(VIEWPOINT)),
        Key("着眼点", "viewpoints", RowsOr(VIEWPOINT), aliases=("監査の着眼点",)),
        Key("実施期間", "period", WHEN, aliases=("監査の実施期間",)),
        Key("方法", "method", SectionShape(CONTENT), aliases=("監査の実施方法",)),
        Key("結果", "results", Items(FINDING), required=True, aliases=("監査の結果", "監査の結果及び意見")),
        Key("総括意見", "overall", SectionShape(CONTENT)),
        Key("参考資料", "references", Items(REFERENCE)),
        Key("措置", "measures", Items(MEASURE)),
    ),
)
