"""事案 in YAML: each key, its shape, and the names real papers use for it (docs/reference/records.md)."""

from __future__ import annotations

from typing import Any

from generator.records.common_shape import CONTACT, HEAD_KEYS
from generator.records.content_shape import CONTENT, LINE, SectionShape
from generator.records.counts import COUNT, PRESENCE, YES
from generator.records.dates_shape import WHEN
from generator.records.ids import CASE_NUMBER
from generator.records.incident import (
    Breach,
    Cause,
    Contractor,
    ContractSanction,
    Disposition,
    Dispositions,
    DueChange,
    Event,
    EventGroup,
    ForResidents,
    Impact,
    Incident,
    Moment,
    Notice,
    OfficialReport,
    Prevention,
    Promise,
    Response,
    Statement,
    SubCase,
)
from generator.records.rows import ResponseShape, RowsOr, TimelineShape
from generator.records.shapes import By, Fields, Items, Key, OneOf, Shape, Text, Then
from generator.records.vocabulary import (
    CauseClass,
    ContractMeasure,
    EventKind,
    FoundBy,
    IncidentType,
    Medium,
    Progress,
    Publicity,
    ReportClass,
    Sanction,
    Stage,
)

MOMENT: Fields[Any] = Fields(
    Moment, (Key("日時", "when", WHEN, required=True), Key("端緒", "found_by", OneOf(FoundBy)))
)
MOMENTS: By[Any] = By(text=Then(WHEN, Moment), map=MOMENT)

IMPACT: Fields[Any] = Fields(
    Impact,
    (
        Key("人数", "people", COUNT),
        Key("件数", "cases", COUNT),
        Key(
            "情報項目",
            "items",
            CONTENT,
            aliases=("漏えいした個人情報", "紛失した個人情報", "流出した個人情報", "個人情報の内容"),
        ),
        Key("媒体と数", "media", CONTENT),
        Key("要配慮個人情報", "sensitive", PRESENCE),
        Key("特定個人情報", "my_number", PRESENCE),
        Key("財産的被害のおそれ", "financial_risk", PRESENCE),
        Key("不正の目的のおそれ", "malicious_risk", PRESENCE),
        Key("支援措置", "protected_address", PRESENCE),
        Key("支援措置の確認", "protected_checked", YES),
        Key("児童生徒", "children", PRESENCE),
        Key("回収", "recovery", CONTENT),
        Key("二次被害", "secondary_damage", CONTENT),
    ),
)

FOR_RESIDENTS: Fields[Any] = Fields(
    ForResidents,
    (
        Key("対象", "affected", CONTENT),
        Key("お願い", "requests", CONTENT),
        Key("ご注意", "cautions", CONTENT),
        Key("問い合わせ先", "contacts", RowsOr(CONTACT), aliases=("お問い合わせ", "問合せ先", "連絡先")),
    ),
)

EVENT: Fields[Any] = Fields(
    Event,
    (
        Key("日付", "when", WHEN, required=True, also=("時期",)),
        Key("時刻", "time", LINE),
        Key("主体", "actor", LINE),
        Key("種", "kind", OneOf(EventKind)),
        Key("内容", "content", CONTENT, required=True),
    ),
)
EVENT_GROUP: Fields[Any] = Fields(
    EventGroup, (Key("見出し", "heading", LINE), Key("一覧", "events", Items(EVENT), required=True))
)

CAUSE: Fields[Any] = Fields(
    Cause, (Key("内容", "content", CONTENT, required=True), Key("分類", "cause_class", OneOf(CauseClass)))
)

NOTICE: Fields[Any] = Fields(
    Notice,
    (
        Key("状況", "state", Text()),
        Key("方法", "method", Text()),
        Key("人数", "people", COUNT),
        Key("日", "when", WHEN),
    ),
)
RESPONSE: Fields[Any] = Fields(Response, (Key("内容", "content", CONTENT), Key("本人への連絡", "notice", NOTICE)))

SUB_CASE: Fields[Any] = Fields(
    SubCase,
    (
        Key("番号", "number", LINE),
        Key("件名", "title", LINE),
        Key("分類", "group", LINE),
        Key("種別", "types", LINE),
        Key("概要", "summary", CONTENT),
        Key("時期", "period", WHEN),
        Key("経過", "timeline", CONTENT),
        Key("原因", "cause", CONTENT),
        Key("対応", "response", CONTENT),
        Key("その後の対応", "later_response", CONTENT),
        Key("既報", "reported_as", LINE),
    ),
)

BREACH: Fields[Any] = Fields(
    Breach, (Key("主体", "actor", LINE), Key("根拠", "basis", Text()), Key("内容", "content", CONTENT))
)

CONTRACT_SANCTION: Fields[Any] = Fields(
    ContractSanction,
    (
        Key("種別", "kind", OneOf(ContractMeasure), required=True),
        Key("期間", "period", WHEN),
        Key("理由", "reason", Text()),
    ),
)
CONTRACTOR: Fields[Any] = Fields(
    Contractor,
    (
        Key("名称", "name", LINE, required=True),
        Key("業務", "work", CONTENT),
        Key("再委託", "subcontracting", CONTENT),
        Key("措置", "measures", RowsOr(CONTRACT_SANCTION)),
    ),
)

DISPOSITION: Fields[Any] = Fields(
    Disposition,
    (
        Key("処分", "sanction", OneOf(Sanction), required=True),
        Key("所属", "section", LINE),
        Key("職", "post", LINE),
        Key("人数", "people", COUNT),
        Key("処分日", "when", WHEN),
        Key("理由", "reason", Text()),
        Key("内訳", "shares", CONTENT),
    ),
)
DISPOSITIONS: Shape[Any] = RowsOr(
    DISPOSITION,
    make=Dispositions,
    listed=Fields(
        Dispositions,
        (Key("前文", "preface", CONTENT), Key("一覧", "rows", Items(DISPOSITION), required=True)),
    ),
)

DUE_CHANGE: Fields[Any] = Fields(
    DueChange, (Key("旧期限", "old_due", WHEN, required=True), Key("理由", "reason", Text()))
)
PROMISE: Fields[Any] = Fields(
    Promise,
    (
        Key("内容", "content", CONTENT, required=True),
        Key("番号", "number", LINE),
        Key("これまで", "before", CONTENT),
        Key("主体", "owner", LINE, also=("担当",)),
        Key("状況", "progress", OneOf(Progress)),
        Key("期限", "due", WHEN),
        Key("実施日", "done_on", WHEN),
        Key("変更", "due_changes", Items(DUE_CHANGE)),
        Key("注", "note", Text()),
    ),
)
PREVENTION: Shape[Any] = RowsOr(
    PROMISE,
    make=Prevention,
    listed=Fields(
        Prevention, (Key("前文", "preface", CONTENT), Key("一覧", "promises", Items(PROMISE), required=True))
    ),
)

OFFICIAL_REPORT: Fields[Any] = Fields(
    OfficialReport,
    (
        Key("相手", "to", LINE, required=True),
        Key("日付", "when", WHEN),
        Key("区分", "report_class", OneOf(ReportClass)),
    ),
)
STATEMENT: Fields[Any] = Fields(
    Statement, (Key("職", "post", LINE, required=True), Key("文", "content", CONTENT, required=True))
)

TIMELINE = TimelineShape(EVENT, EVENT_GROUP)

INCIDENT: Fields[Any] = Fields(
    Incident,
    (
        *HEAD_KEYS,
        Key("発表区分", "stage", OneOf(Stage), required=True),
        Key("事案番号", "case_id", CASE_NUMBER),
        Key("公表区分", "publicity", OneOf(Publicity)),
        Key("事案種別", "incident_types", Items(OneOf(IncidentType), or_one=True), required=True),
        Key("媒体", "media", Items(OneOf(Medium), or_one=True)),
        Key("発生", "occurred", SectionShape(MOMENTS)),
        Key("判明", "discovered", SectionShape(MOMENTS), required=True),
        Key("公表まで時間を要した理由", "delay_reason", SectionShape(CONTENT)),
        Key("リード", "lead", SectionShape(CONTENT), required=True),
        Key(
            "概要",
            "summary",
            SectionShape(CONTENT),
            required=True,
            aliases=(
                "事案の概要",
                "事故の概要",
                "事故概要",
                "概要と事実経過",
                "経過と概要",
                "経過及び概要",
                "事案内容",
            ),
        ),
        Key("影響", "impact", SectionShape(IMPACT), required=True),
        Key(
            "住民の皆様へ",
            "for_residents",
            SectionShape(By(text=CONTENT, list=CONTENT, map=FOR_RESIDENTS)),
            required=True,
            aliases=("市民の皆様へ", "町民の皆様へ", "区民の皆様へ", "村民の皆様へ", "県民の皆様へ", "皆様へのお願い"),
        ),
        Key(
            "経過",
            "timeline",
            SectionShape(TIMELINE),
            required=True,
            aliases=("経緯", "事案の経緯", "事案の経過", "事故の経過", "これまでの経緯", "発覚の経緯"),
        ),
        Key(
            "原因",
            "causes",
            SectionShape(RowsOr(CAUSE)),
            required=True,
            aliases=("発生原因", "事故の原因", "事案の発生原因", "漏洩の原因", "漏えいの原因", "誤送付の原因"),
        ),
        Key(
            "対応",
            "response",
            SectionShape(ResponseShape(RESPONSE)),
            required=True,
            aliases=("判明後の対応", "発覚後の対応", "事故発生後の対応", "本件事案の対応", "本件への対応", "対応状況"),
        ),
        Key("事案一覧", "cases", Items(SUB_CASE)),
        Key("法令等", "breaches", Items(BREACH)),
        Key("委託先", "contractor", By(text=Then(LINE, Contractor), map=CONTRACTOR), aliases=("委託事業者", "受託者")),
        Key(
            "処分",
            "dispositions",
            SectionShape(DISPOSITIONS),
            required=True,
            aliases=("職員の処分", "対象職員の処分", "職員の処分について", "処分内容等"),
        ),
        Key(
            "再発防止策",
            "prevention",
            SectionShape(PREVENTION),
            required=True,
            aliases=("再発防止", "再発防止について", "再発防止対策", "再発防止等", "今後の対策", "今後の防止策"),
        ),
        Key("報告", "reports", Items(OFFICIAL_REPORT)),
        Key("発言", "statements", Items(STATEMENT)),
        Key("結び", "closing", SectionShape(CONTENT)),
    ),
)
