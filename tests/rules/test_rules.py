"""One table a rule: the records in which it must find its fault, and their neighbours which it must leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typed_records import draft

from generator.records.names import known_keys
from generator.records.vocabulary import RecordKind
from generator.rules import (
    OF_A_KIND,
    OF_A_RECORD,
    OF_ALL,
    arithmetic,
    calendar,
    hindsight,
    judge,
    leftovers,
    links,
    plain,
    required,
)
from generator.rules.world import World, has_page
from generator.settings import read_settings
from generator.source import read_source

if TYPE_CHECKING:
    from datetime import datetime

    from generator.problems import Problem
    from generator.records import Draft

SETTINGS = Path(__file__).parents[1] / "broken/settings.yml"

Change = tuple[str, str]
RELEASE = "発表日: 令和8年5月20日（水）"
SINGLE = "発表区分: 単独"
TYPE = "事案種別: 誤送付"
OCCURRED = "発生: 令和8年5月12日"
FOUND = "判明: 令和8年5月14日"
PEOPLE = "  人数: 2人"
CAUSE = "原因: 封入の前に、宛名を二人で確かめる手順を省きました。"
SUMMARY = (
    "概要: |\n  5月12日に発送した通知書のうち2通を、別の方の封筒に入れていました。\n"
    "  14日に、受け取った方からの電話で分かりました。"
)
DISPOSITION = "  状態: 該当なし\n  説明: 処分に当たる行為はありませんでした。"
PUBLIC = "  状態: 公開"
DONE = "    状況: 実施済\n    実施日: 令和8年5月18日"
FIRST_EVENT = "  - 日付: 令和8年5月12日"
SECOND_EVENT = "  - 日付: 令和8年5月14日"


@dataclass(frozen=True)
class Row:
    """A record, the others beside it, and the field in which the rule finds its fault (None where it must leave it)."""

    changes: list[Change] = field(default_factory=list)
    found: str | None = None
    beside: dict[str, list[Change]] = field(default_factory=dict)
    name: str = "2026-05-20-hokenryo-gosofu"


def stage(word: str, number: str = "r08-004") -> Change:
    """The record as a part of a case."""
    return (SINGLE, f"発表区分: {word}\n事案番号: {number}")


def day(text: str) -> Change:
    """The record released on another day."""
    return (RELEASE, f"発表日: {text}")


def standing(word: str, more: str = "  説明: 調べた結果です。") -> str:
    """The body of a section that holds a status."""
    return f"\n  状態: {word}\n{more}".rstrip()


COUNT = "  人数:\n    値: {}\n    単位: 人\n"
SHARES = "    内訳:\n      - {{対象: 町内, 値: {}}}\n      - {{対象: 町外, 値: {}}}"
REVISION = "事案種別: 誤送付\n改訂:\n  - 版: 第2版\n    日時: 2026-05-25\n    区分: "
EARLIER = {"2026-05-10-hokenryo": [stage("第一報"), day("令和8年5月16日")]}
LATER = {"2026-05-29-hokenryo": [stage("続報"), day("令和8年5月29日")]}

OPEN_STATUSES = {
    "open cause in a final report": Row([stage("最終報"), (CAUSE, f"原因:{standing('調査中')}")], "原因"),
    "undecided disposition in a final report": Row(
        [stage("最終報"), (DISPOSITION, "  状態: 未定\n  説明: 一")], "処分"
    ),
    "open summary in a single announcement": Row([(SUMMARY, f"概要:{standing('調査中')}")], "概要"),
    "open cause in a single announcement": Row([(CAUSE, f"原因:{standing('調査中')}")]),
    "open disposition in a single announcement": Row([(DISPOSITION, "  状態: 検討中\n  説明: 一")]),
    "open summary in a first report": Row([stage("第一報"), (SUMMARY, f"概要:{standing('調査中')}")]),
    "unknown cause in a final report": Row([stage("最終報"), (CAUSE, f"原因:{standing('不明')}")]),
}
EXPLANATIONS = {
    **{
        f"{word} alone": Row([(CAUSE, f"原因:{standing(word, '')}")], "原因")
        for word in ("不明", "記載なし", "該当なし", "非公表")
    },
    "unknown, explained": Row([(CAUSE, f"原因:{standing('不明')}")]),
    "open without a word": Row([(CAUSE, f"原因:{standing('調査中', '')}")]),
}
CASE_NUMBER = {
    "first report without a case": Row([(SINGLE, "発表区分: 第一報")], "事案番号"),
    "final report without a case": Row([(SINGLE, "発表区分: 最終報")], "事案番号"),
    "first report of a case": Row([stage("第一報")]),
    "single announcement": Row(),
    "single announcement with a number": Row([stage("単独")]),
}
IMPACT_TEXT = "影響:\n  人数: 2人\n  情報項目:\n    - 氏名と住所\n    - 保険料の額"
IMPACT = {
    "nothing but the check of a protected address": Row([(IMPACT_TEXT, "影響:\n  支援措置の確認: 確認済")], "影響"),
    "protected address, not read again": Row([(PEOPLE, f"{PEOPLE}\n  支援措置: あり")], "影響.支援措置"),
    "perhaps a protected address": Row([(PEOPLE, f"{PEOPLE}\n  支援措置: 調査中")], "影響.支援措置"),
    "protected address in words": Row([(PEOPLE, f"{PEOPLE}\n  支援措置: お一人が対象です。")], "影響.支援措置"),
    "protected address, looked at and not yet": Row(
        [(PEOPLE, f"{PEOPLE}\n  支援措置: あり\n  支援措置の確認: いいえ")], "影響.支援措置"
    ),
    "protected address, read again": Row([(PEOPLE, f"{PEOPLE}\n  支援措置: あり\n  支援措置の確認: 確認済")]),
    "no protected address": Row([(PEOPLE, f"{PEOPLE}\n  支援措置: なし")]),
    "one word about the impact": Row([(IMPACT_TEXT, "影響:\n  二次被害: 確認されていません。")]),
    "a status": Row([(IMPACT_TEXT, f"影響:{standing('非公表')}")]),
}
DELAY = {
    "31 days": Row([(FOUND, "判明: 令和8年4月19日"), (OCCURRED, "発生: 令和8年4月")], "公表まで時間を要した理由"),
    "a month that ended 31 days before": Row(
        [(FOUND, "判明: 令和8年3月"), (OCCURRED, "発生: 令和8年3月")], "公表まで時間を要した理由"
    ),
    "30 days": Row([(FOUND, "判明: 令和8年4月20日"), (OCCURRED, "発生: 令和8年4月")]),
    "a month that may be near enough": Row([(FOUND, "判明: 令和8年4月"), (OCCURRED, "発生: 令和8年4月")]),
    "31 days, explained": Row(
        [
            (FOUND, "判明: 令和8年4月19日\n公表まで時間を要した理由: 確認に時間がかかりました。"),
            (OCCURRED, "発生: 令和8年4月"),
        ]
    ),
    "a later report of a case": Row(
        [stage("続報"), (FOUND, "判明: 令和8年4月1日"), (OCCURRED, "発生: 令和8年4月")], None, EARLIER
    ),
    "the first report of a case": Row(
        [stage("第一報"), (FOUND, "判明: 令和8年4月1日"), (OCCURRED, "発生: 令和8年4月")],
        "公表まで時間を要した理由",
        LATER,
    ),
    "found in words": Row([(FOUND, "判明: 春ごろ")]),
}
REASONS = {
    "withdrawn": Row([(PUBLIC, "  状態: 撤回")], "公開.理由"),
    "correction without a reason": Row([(TYPE, f"{REVISION}訂正\n    誤: 一\n    正: 二")], "改訂[1].理由"),
    "correction without what was wrong": Row([(TYPE, f"{REVISION}訂正\n    正: 二\n    理由: 三")], "改訂[1]"),
    "correction without what is right": Row([(TYPE, f"{REVISION}訂正\n    誤: 一\n    理由: 三")], "改訂[1]"),
    "addition without a reason": Row([(TYPE, f"{REVISION}追記")], "改訂[1].理由"),
    "withdrawn with a reason": Row([(PUBLIC, "  状態: 撤回\n  理由: 別の事案でした。")]),
    "whole correction": Row([(TYPE, f"{REVISION}訂正\n    誤: 一\n    正: 二\n    理由: 三")]),
    "slip of the pen": Row([(TYPE, f"{REVISION}軽微")]),
    "addition with a reason": Row([(TYPE, f"{REVISION}追記\n    理由: 三")]),
}
AFTER_RELEASE = {
    "event": Row([(SECOND_EVENT, "  - 日付: 令和8年5月21日")], "経過[2]"),
    "found": Row([(FOUND, "判明: 令和8年5月21日")], "判明"),
    "happened": Row([(OCCURRED, "発生: 令和8年6月")], "発生"),
    "done": Row([(DONE, "    状況: 実施済\n    実施日: 令和8年5月21日")], "再発防止策[1].実施日"),
    "disposition": Row([(DISPOSITION, "  - {処分: 戒告, 処分日: 令和8年5月21日}")], "処分[1].処分日"),
    "report": Row([(TYPE, f"{TYPE}\n報告:\n  - {{相手: 県, 日付: 令和8年5月21日}}")], "報告[1].日付"),
    "event of the day": Row([(SECOND_EVENT, "  - 日付: 令和8年5月20日")]),
    "month of the release": Row([(SECOND_EVENT, "  - 日付: 令和8年5月")]),
    "due date": Row([(DONE, "    状況: 予定\n    期限: 令和8年9月")]),
    "promised date": Row([(CAUSE, "原因:\n  状態: 調査中\n  公表予定: 令和8年9月")]),
    "release in a month": Row([day("令和8年5月"), (SECOND_EVENT, "  - 日付: 令和8年5月31日")]),
}
FORWARD = {
    "a day back": Row([(FIRST_EVENT, "  - 日付: 令和8年5月15日")], "経過"),
    "a month back": Row([(SECOND_EVENT, "  - 日付: 令和8年4月")], "経過"),
    "one day twice": Row([(SECOND_EVENT, FIRST_EVENT)]),
    "a month after its own day": Row([(SECOND_EVENT, "  - 日付: 令和8年5月")]),
    "a day within the month before": Row(
        [(FIRST_EVENT, "  - 日付: 令和8年5月"), (SECOND_EVENT, "  - 日付: 令和8年5月2日")]
    ),
    "words": Row([(FIRST_EVENT, "  - 日付: 同じ日の夕方")]),
}
DISCOVERED = {
    "a year before": Row([(FOUND, "判明: 令和7年5月14日")], "判明"),
    "a day before": Row([(FOUND, "判明: 令和8年5月11日")], "判明"),
    "same day": Row([(FOUND, "判明: 令和8年5月12日")]),
    "same month": Row([(FOUND, "判明: 令和8年5月")]),
    "within the time it went on": Row([(OCCURRED, "発生: 令和8年5月1日～19日")]),
    "without a day of its own": Row([(f"{OCCURRED}\n", "")]),
}
RELEASED_LATER = {
    "tomorrow": Row([day("令和8年6月2日")], "発表日"),
    "next month": Row([day("令和8年7月")], "発表日"),
    "tomorrow, under embargo": Row([day("令和8年6月2日"), (PUBLIC, "  状態: 公開\n  解禁日時: 2026-06-02 10:00")]),
    "tomorrow, a draft": Row([day("令和8年6月2日"), (PUBLIC, "  状態: 下書き")]),
    "today": Row([day("令和8年6月1日")]),
    "this month": Row([day("令和8年6月")]),
}
EXPIRY = {
    "before the release": Row([(PUBLIC, "  状態: 公開\n  掲載終了: {日: 2026-05-19, 扱い: 残す}")], "公開.掲載終了.日"),
    "on the day": Row([(PUBLIC, "  状態: 公開\n  掲載終了: {日: 2026-05-20, 扱い: 残す}")]),
    "later": Row([(PUBLIC, "  状態: 公開\n  掲載終了: {日: 2031-03-31, 扱い: 要約のみ}")]),
}
PROMISES = {
    "promised yesterday": Row([(CAUSE, "原因:\n  状態: 調査中\n  公表予定: 令和8年5月31日")], "原因.公表予定"),
    "due last month": Row([(DONE, "    状況: 予定\n    期限: 令和8年5月")], "再発防止策[1].期限"),
    "due last month and being done": Row([(DONE, "    状況: 実施中\n    期限: 令和8年5月")], "再発防止策[1].期限"),
    "due last month and done": Row([(DONE, "    状況: 実施済\n    期限: 令和8年5月")]),
    "promised today": Row([(CAUSE, "原因:\n  状態: 調査中\n  公表予定: 令和8年6月1日")]),
    "promised for this month": Row([(CAUSE, "原因:\n  状態: 調査中\n  公表予定: 令和8年6月")]),
    "from last month on": Row([(DONE, "    状況: 実施中\n    期限: 令和8年5月～")]),
    "a draft": Row([(DONE, "    状況: 予定\n    期限: 令和8年5月"), (PUBLIC, "  状態: 下書き")]),
    "withdrawn": Row([(DONE, "    状況: 予定\n    期限: 令和8年5月"), (PUBLIC, "  状態: 撤回\n  理由: 一")]),
    "answered by a later report": Row([stage("第一報"), (DONE, "    状況: 予定\n    期限: 令和8年5月")], None, LATER),
    "not answered by a draft": Row(
        [stage("第一報"), (DONE, "    状況: 予定\n    期限: 令和8年5月")],
        "再発防止策[1].期限",
        {"2026-05-29-hokenryo": [*LATER["2026-05-29-hokenryo"], (PUBLIC, "  状態: 下書き")]},
    ),
}
ORDER = {
    "two first reports": Row([stage("第一報")], "発表区分", {"2026-05-01-a": [stage("第一報")]}),
    "first report after another": Row(
        [stage("第一報")], "発表区分", {"2026-05-10-a": [stage("続報"), day("令和8年5月16日")]}
    ),
    "final report before another": Row([stage("最終報")], "発表区分", LATER),
    "first report before another": Row([stage("第一報")], None, LATER),
    "final report after another": Row([stage("最終報")], None, EARLIER),
    "another case": Row([stage("第一報")], None, {"2026-05-01-a": [stage("第一報", "r08-005"), day("令和8年5月16日")]}),
    "same day": Row([stage("最終報")], None, {"2026-05-20-a": [stage("第一報")]}),
}
ADD_UP = {
    "too few": Row([(PEOPLE, COUNT.format(5) + SHARES.format(1, 3))], "影響.人数.内訳"),
    "too many": Row([(PEOPLE, COUNT.format(5) + SHARES.format(3, 3))], "影響.人数.内訳"),
    "cases": Row([(PEOPLE, (COUNT.format(5) + SHARES.format(3, 3)).replace("人数", "件数"))], "影響.件数.内訳"),
    "dispositions": Row(
        [(DISPOSITION, "  - 処分: 戒告\n    人数: {値: 3, 内訳: [{対象: 課長, 値: 1}]}")], "処分[1].人数.内訳"
    ),
    "told to each": Row(
        [
            (
                "対応:\n  - 2通を回収しました。\n  - 対象の方を訪問し、お詫びしました。",
                "対応:\n  内容: 一\n  本人への連絡:\n    人数: {値: 3, 内訳: [{対象: 訪問, 値: 1}]}",
            )
        ],
        "対応.本人への連絡.人数.内訳",
    ),
    "right": Row([(PEOPLE, COUNT.format(5) + SHARES.format(2, 3))]),
    "overlapping": Row([(PEOPLE, COUNT.format(5) + SHARES.format(3, 3) + "\n    重複: はい")]),
    "no shares": Row([(PEOPLE, COUNT.format(5).rstrip())]),
}
DISTINCT = {
    "more": Row([(PEOPLE, COUNT.format(5) + "    重複除外: 6")], "影響.人数.重複除外"),
    "as many": Row([(PEOPLE, COUNT.format(5) + "    重複除外: 5")]),
    "fewer": Row([(PEOPLE, COUNT.format(5) + "    重複除外: 4")]),
}
OTHER = "2026-04-01-nenkin"
RELATED = {
    "nothing": Row([(TYPE, f"{TYPE}\n関連: 2026-04-02-nenkin")], "関連[1]"),
    "the second of two": Row([(TYPE, f"{TYPE}\n関連: [{OTHER}, 2026-04-02-nenkin]")], "関連[2]", {OTHER: []}),
    "itself": Row([(TYPE, f"{TYPE}\n関連: 2026-05-20-hokenryo-gosofu")], "関連[1]"),
    "a draft": Row([(TYPE, f"{TYPE}\n関連: {OTHER}")], "関連[1]", {OTHER: [(PUBLIC, "  状態: 下書き")]}),
    "one that is batched": Row(
        [(TYPE, f"{TYPE}\n関連: {OTHER}")], "関連[1]", {OTHER: [(TYPE, f"{TYPE}\n公表区分: 一括")]}
    ),
    "one under embargo": Row(
        [(TYPE, f"{TYPE}\n関連: {OTHER}")], "関連[1]", {OTHER: [(PUBLIC, "  状態: 公開\n  解禁日時: 2026-07-01 10:00")]}
    ),
    "a public record": Row([(TYPE, f"{TYPE}\n関連: {OTHER}")], None, {OTHER: []}),
    "a withdrawn record": Row(
        [(TYPE, f"{TYPE}\n関連: {OTHER}")], None, {OTHER: [(PUBLIC, "  状態: 撤回\n  理由: 一")]}
    ),
    "a draft from a draft": Row(
        [(TYPE, f"{TYPE}\n関連: {OTHER}"), (PUBLIC, "  状態: 下書き")], None, {OTHER: [(PUBLIC, "  状態: 下書き")]}
    ),
}
SECTION = {
    "not in the settings": Row([("  - 所属: 保険年金課", "  - 所属: 介護高齢課")], "担当[1].所属"),
    "not in the settings, said so": Row([(TYPE, f"{TYPE}\n所管: 介護高齢課")], "所管"),
    "in the settings": Row(),
    "with the words around it": Row([("  - 所属: 保険年金課", "  - 所属: 波留町保険年金課 資格係")]),
    "said so": Row([("  - 所属: 保険年金課", "  - 所属: 介護高齢課"), (TYPE, f"{TYPE}\n所管: 総務課")]),
}
TOPICS = {
    "not in the settings": Row([(TYPE, f"{TYPE}\n分野: [保険・年金, 郵便]")], "分野[2]"),
    "in the settings": Row([(TYPE, f"{TYPE}\n分野: 保険・年金")]),
}
LEFTOVERS = {
    "a title of the template": Row(
        [
            (
                "件名: 介護保険料の通知書を誤って送付した事案について",
                "件名: ここに件名（例 介護保険料の通知書の誤送付について）",
            )
        ],
        "件名",
    ),
    "a bullet of the template": Row([("  - 2通を回収しました。", "  - ここに、行ったこと")], "対応.内容"),
    "in a withdrawn record": Row(
        [(PUBLIC, "  状態: 撤回\n  理由: 一"), ("  - 2通を回収しました。", "  - ここに、行ったこと")], "対応.内容"
    ),
    "in a draft": Row([(PUBLIC, "  状態: 下書き"), ("  - 2通を回収しました。", "  - ここに、行ったこと")]),
    "the author's own ここに": Row([("  - 2通を回収しました。", "  - ここに記した2通を回収しました。")]),
}
ROWS = "事案一覧:\n  - 件名: 一\n    時期: {}\n事案種別: 誤送付"
LATER_FIELD = {
    "a year ahead": Row([(TYPE, ROWS.format("令和9年4月12日"))], "事案一覧[1].時期"),
    "before": Row([(TYPE, ROWS.format("令和8年4月12日"))]),
    "in words": Row([(TYPE, ROWS.format("次の年"))]),
}
LATER_SENTENCE = {
    "a year ahead": Row([(CAUSE, "原因: 令和9年5月14日に電話がありました。")], "原因"),
    "before": Row([(CAUSE, "原因: 令和8年5月14日に電話がありました。")]),
    "planned": Row([(CAUSE, "原因: 令和9年5月14日に説明会を開く予定です。")]),
}
PLAIN = {
    "a long sentence": Row(
        [(SINGLE, f"{SINGLE}\nやさしい要約: 短いです。{'町の人が書類を' * 8}送りました。")], "やさしい要約"
    ),
    "short sentences": Row([(SINGLE, f"{SINGLE}\nやさしい要約: {'町の人が書類を送りました。' * 8}")], None),
    "none at all": Row([], None),
}
TABLES = {
    required.open_statuses: OPEN_STATUSES,
    required.explanations: EXPLANATIONS,
    required.case_number: CASE_NUMBER,
    required.impact: IMPACT,
    required.delay: DELAY,
    required.reasons: REASONS,
    calendar.nothing_after_release: AFTER_RELEASE,
    calendar.timeline_forward: FORWARD,
    calendar.discovered_after_occurred: DISCOVERED,
    calendar.released_later: RELEASED_LATER,
    calendar.expiry: EXPIRY,
    calendar.promises_kept: PROMISES,
    calendar.reports_in_order: ORDER,
    arithmetic.shares_add_up: ADD_UP,
    arithmetic.distinct_is_less: DISTINCT,
    links.related_exist: RELATED,
    links.section_known: SECTION,
    links.topics_known: TOPICS,
    leftovers.template_words_replaced: LEFTOVERS,
    plain.short_sentences: PLAIN,
    hindsight.no_later_field: LATER_FIELD,
    hindsight.no_later_sentence: LATER_SENTENCE,
}

CAST = "事案種別: 誤送付\n登場者:\n  - {仮名: 職員Ａ, 区分: 職員}"
OF_SITES = {
    links.one_file_an_id: {
        "one id twice": Row([], "", {"reiwa-8/2026-05-20-hokenryo-gosofu": []}),
        "two ids": Row([], None, {"2026-05-20-nenkin": []}),
    },
    links.cast_agrees: {
        "another kind in the case": Row(
            [stage("第一報"), (TYPE, CAST)],
            "登場者[1]",
            {"2026-05-29-b": [stage("続報"), day("令和8年5月29日"), (TYPE, CAST.replace("区分: 職員", "区分: 住民"))]},
        ),
        "another kind in other width": Row(
            [stage("第一報"), (TYPE, CAST)],
            "登場者[1]",
            {
                "2026-05-29-b": [
                    stage("続報"),
                    day("令和8年5月29日"),
                    (TYPE, CAST.replace("Ａ", "A").replace("区分: 職員", "区分: 住民")),
                ]
            },
        ),
        "twice in a list": Row([(TYPE, f"{CAST}\n  - {{仮名: 職員Ａ, 区分: 職員}}")], "登場者[2]"),
        "the same kind in the case": Row(
            [stage("第一報"), (TYPE, CAST)], None, {"2026-05-29-b": [stage("続報"), (TYPE, CAST)]}
        ),
        "another kind in another case": Row(
            [(TYPE, CAST)], None, {"2026-05-29-b": [(TYPE, CAST.replace("区分: 職員", "区分: 住民"))]}
        ),
    },
}


@pytest.fixture(scope="module")
def settings():
    """The settings of the broken sites."""
    source, _ = read_source(SETTINGS, "settings.yml", known_keys())
    assert source is not None
    return read_settings(source)[0]


def world_of(row: Row, settings, now: datetime) -> tuple[Draft, World]:
    """A row's record, and the world in which it is judged."""
    record = draft(*row.changes, name=row.name)
    others = [draft(*changes, name=name) for name, changes in row.beside.items()]
    ids = frozenset({record.id, *(other.id for other in others)})
    return record, World(settings, now, (record, *others), ids)


def rows(tables):
    """One parameter for each row of each table."""
    return [
        pytest.param(rule, row, id=f"{rule.__name__}-{name}".replace(" ", "-"))
        for rule, table in tables.items()
        for name, row in table.items()
    ]


@pytest.mark.parametrize(("rule", "row"), rows(TABLES))
def test_rule_of_a_record(rule, row: Row, settings, now: datetime) -> None:
    """The rule finds its fault in the field that holds it, and leaves the neighbours of the fault alone."""
    record, world = world_of(row, settings, now)
    assert [problem.field for problem in rule(record, world)] == ([] if row.found is None else [row.found])


@pytest.mark.parametrize(("rule", "row"), rows(OF_SITES))
def test_rule_of_a_site(rule, row: Row, settings, now: datetime) -> None:
    """The rule finds its fault among all records, and leaves what only looks like it."""
    _, world = world_of(row, settings, now)
    assert [problem.field for problem in rule(world)] == ([] if row.found is None else [row.found])


def test_every_rule_has_a_table() -> None:
    """No rule runs that no table holds, and each table both finds and leaves."""
    assert set(TABLES) == {*OF_A_RECORD, *OF_A_KIND[RecordKind.INCIDENT]}
    assert set(OF_SITES) == set(OF_ALL)
    for table in (*TABLES.values(), *OF_SITES.values()):
        assert {row.found is None for row in table.values()} == {True, False}


def test_what_was_read_in_part_is_not_judged(settings, now: datetime) -> None:
    """A record that lacks something its author wrote raises no alarm of meaning; the records beside it still do."""
    row = Row([(SINGLE, "発表区分: 続報")], None, {"2026-05-29-b": [(SINGLE, "発表区分: 続報")]})
    record, world = world_of(row, settings, now)
    partly = World(world.settings, world.now, world.drafts, world.ids, unsound=frozenset({record.id}))
    told: list[Problem] = judge(partly)
    assert {(problem.code, problem.place.path) for problem in told} == {("E307", "disclosures/2026-05-29-b.yml")}


def test_links_are_not_judged_when_some_files_were_left_unread(settings, now: datetime) -> None:
    """`check FILE` says nothing of records it did not read."""
    record, world = world_of(Row([(TYPE, f"{TYPE}\n関連: 2026-04-02-nenkin")]), settings, now)
    partly = World(world.settings, world.now, world.drafts, world.ids, whole=False)
    assert list(links.related_exist(record, partly)) == []


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ([], True),
        ([(PUBLIC, "  状態: 下書き")], False),
        ([(PUBLIC, "  状態: 撤回\n  理由: 一")], True),
        ([(PUBLIC, "  状態: 公開\n  解禁日時: 2026-06-01 12:00")], True),
        ([(PUBLIC, "  状態: 公開\n  解禁日時: 2026-06-01 12:01")], False),
        ([(TYPE, f"{TYPE}\n公表区分: 一括")], False),
        ([(TYPE, f"{TYPE}\n公表区分: 非公表")], False),
    ],
)
def test_what_has_a_page(changes: list[Change], shown: bool, now: datetime) -> None:  # noqa: FBT001  # a table's column
    """A record has a page from its embargo's minute on, when it is public or withdrawn and announced on its own."""
    assert has_page(draft(*changes), now) is shown
