"""一括公表 in YAML (docs/reference/records.md)."""

from __future__ import annotations

from typing import Any

from generator.records.batch import Batch, BatchRow, Span
from generator.records.common_shape import HEAD_KEYS, DayShape
from generator.records.content_shape import CONTENT, LINE, SectionShape
from generator.records.council_words import CountedBy, PeriodKind
from generator.records.counts import COUNT
from generator.records.dates_shape import WHEN
from generator.records.shapes import Fields, Items, Key, OneOf
from generator.records.vocabulary import IncidentType

SPAN: Fields[Any] = Fields(
    Span,
    (
        Key("区分", "kind", OneOf(PeriodKind), required=True),
        Key("開始", "start", DayShape(), required=True),
        Key("終了", "end", DayShape(), required=True),
    ),
)
BATCH_ROW: Fields[Any] = Fields(
    BatchRow,
    (
        Key("発生日", "occurred", WHEN),
        Key("判明日", "discovered", WHEN),
        Key("所管", "section", LINE),
        Key("種別", "incident_types", Items(OneOf(IncidentType), or_one=True)),
        Key("概要", "summary", CONTENT, required=True),
        Key("人数", "people", COUNT),
        Key("対応", "response", CONTENT),
    ),
)
BATCH: Fields[Any] = Fields(
    Batch,
    (
        *HEAD_KEYS,
        Key("対象期間", "period", SPAN, required=True),
        Key("集計基準", "counted_by", OneOf(CountedBy)),
        Key("基準", "criteria", SectionShape(CONTENT)),
        Key("明細", "rows", Items(BATCH_ROW)),
    ),
)
