"""Sentences about a day after the paper: which of them speak of the past, and which day each kind of record knows."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from typed_minutes import minutes
from typed_records import draft, read

from generator.rules import hindsight
from generator.rules.world import World
from generator.settings import Municipality, MunicipalityKind, Settings

WORLD = World(
    Settings(Municipality("潮見町", MunicipalityKind.TOWN)),
    datetime(2026, 6, 1, 9, tzinfo=timezone(timedelta(hours=9))),
    (),
    frozenset(),
)
CAUSE = "原因: 封入の前に、宛名を二人で確かめる手順を省きました。"
SAID = "        発言: 40分ほどである。"
HEAD = "件名: 一\n発表日: 令和8年5月29日\n担当:\n  - 所属: 総務課\n"

PAST = {
    "told": "令和9年3月27日に税務課長へ報告があった。",
    "full width": "令和９年３月２７日（土）、鍵の紛失が報告されました。",
    "western year": "2027年3月27日に公表しました。",
    "blanks": "令和 9 年 3 月 27 日に返却されました。",
    "no particle": "令和9年3月27日 係長が棚を確かめたところ、ありませんでした。",
    "a time": "令和9年3月27日午後4時40分頃、職員が気付いた。",
    "a month": "令和9年3月にお知らせを送りました。",
    "a meeting of that day": "令和9年3月27日の朝礼で伝えました。",
    "the day behind the verb": "連絡があったのは令和9年3月27日です。",
    "a noun with a verb of its own": "令和9年3月27日に、名簿に関する書類を紛失した。",
    "what was found to be so": "令和9年3月27日に、残っていることが分かりました。",
    "over the end of a line": "令和9年3月27日に\n  担当へ報告があったと聞いている。",
    "broken before the particle": "令和9年3月27日\n  に担当へ報告があった。",
    "in another sentence": "予定どおりです。令和9年3月27日に回収しました。",
}
NOT_PAST = {
    "on the day": "令和8年5月20日に公表しました。",
    "no year": "12月27日に報告があった。",
    "planned": "令和9年3月27日に説明会を開く予定です。",
    "announced": "令和9年3月27日に開催する説明会の案内を送付した。",
    "a limit": "令和9年3月27日までに回収することとした。",
    "a limit by its name": "令和9年3月27日を期限とした。",
    "the end of a period": "契約の期間（令和8年4月1日～令和9年3月27日）を確認した。",
    "from and to": "令和8年4月1日から令和9年3月27日に及ぶ契約を結んだ。",
    "a law": "条例（令和9年4月1日施行）を改正した。",
    "a law that takes effect": "令和9年4月1日に施行される条例を定めた。",
    "put off": "期限を令和9年3月末に改めました。",
    "put off to a day": "説明会を令和9年3月27日に延期した。",
    "a magazine": "令和9年3月号に載せる原稿を送った。",
    "a future council": "令和9年3月の議会に提出した。",
    "said that it will be": "令和9年3月27日に点検を行うと説明した。",
    "if": "令和9年3月27日に来庁された場合は、窓口で確かめます。",
    "asked for": "令和9年3月27日に終わるよう、業者に求めた。",
    "a year of accounts": "令和9年度に実施した。",
    "a line of its own": "日時 令和9年3月27日（土）\n  申込みは締め切りました。",
    "quoted": "［原文：令和9年3月27日］に報告があった。",
    "quoted with the sentence": "［原文：［氏名］から令和9年3月27日に報告があった。］",
}


def found(text: str) -> list[str]:
    """The fields of an incident, released on 令和8年5月20日, in which a sentence knows too much."""
    record = draft((CAUSE, f"原因: |\n  {text}"))
    return [problem.field for problem in hindsight.no_later_sentence(record, WORLD)]


@pytest.mark.parametrize("name", PAST)
def test_a_past_event_is_not_later_than_its_paper(name: str) -> None:
    """A sentence that tells as past what is dated after the paper is pointed at."""
    assert found(PAST[name]) == ["原因"]


@pytest.mark.parametrize("name", NOT_PAST)
def test_what_is_ahead_may_be_named(name: str) -> None:
    """Plans, limits, periods, laws, days without a year and quotations are left alone."""
    assert found(NOT_PAST[name]) == []


def test_the_date_is_the_place() -> None:
    """The place is that of the date, behind whatever stands before it."""
    record = draft((CAUSE, "原因: 令和8年5月1日に始めました。令和9年5月2日に終わりました。"))
    (problem,) = hindsight.no_later_sentence(record, WORLD)
    assert (problem.place.column, problem.params["date"]) == (20, "令和9年5月2日（日）")


def test_a_revision_knows_more() -> None:
    """What happened until the last 改訂 may be told."""
    revised = "改訂:\n  - 版: '2'\n    日時: 令和9年3月1日\n    区分: 追記\n    正: 一\n    理由: 一\n"
    told = "原因: 令和9年2月1日に回収しました。"
    assert [problem.field for problem in hindsight.no_later_sentence(draft((CAUSE, told)), WORLD)] == ["原因"]
    assert list(hindsight.no_later_sentence(draft((CAUSE, f"{revised}{told}")), WORLD)) == []


def test_speakers_know_what_happened_before_the_meeting() -> None:
    """In minutes the day of the meeting counts for what was said, their 発表日 for the rest."""
    released = ("会議名: ", "発表日: 令和8年6月10日\n会議名: ")
    spoken = minutes((SAID, "        発言: 令和8年6月2日に報告があった。"), released)
    (problem,) = hindsight.no_later_sentence(spoken, WORLD)
    assert (problem.field, problem.params["case"]) == ("議事[1].質疑[1]", "met")
    appendix = minutes(("    内容: 重さを量る。", "    内容: 令和8年6月2日に追加しました。"), released)
    assert list(hindsight.no_later_sentence(appendix, WORLD)) == []


def test_what_was_added_to_a_speech_knows_more() -> None:
    """A 説明補足 may tell what happened until the 発表日; without one nobody knows until when."""
    added = (SAID, "        種: 説明補足\n        発言: 令和8年6月2日に確かめた。")
    assert list(hindsight.no_later_sentence(minutes(added), WORLD)) == []
    for day, found in (("令和8年6月10日", []), ("令和8年6月1日", ["議事[1].質疑[1]"])):
        record = minutes(added, ("会議名: ", f"発表日: {day}\n会議名: "))
        assert [problem.field for problem in hindsight.no_later_sentence(record, WORLD)] == found


CASES = "種類: 会議資料\n" + HEAD + "会議: 議会\n本文: 一\n事案一覧:\n  - 件名: 一\n    対応: {}\n"


@pytest.mark.parametrize(
    ("text", "fields"),
    [("令和9年3月27日、確認することを徹底。", ["事案一覧[1].対応"]), ("令和9年3月27日、研修を実施予定。", [])],
    ids=["done", "planned"],
)
def test_notes_of_what_was_done_need_no_verb(text: str, fields: list[str]) -> None:
    """In the columns of 事案一覧 that tell what was done, a note without a verb is told as past."""
    record, _ = read(CASES.format(text), "2026-05-29-a")
    assert record is not None
    assert [problem.field for problem in hindsight.no_later_sentence(record, WORLD)] == fields


AUDIT = f"種類: 監査報告\n{HEAD}監査種別: 定期監査\n対象機関: 全課\n結果:\n  - 項目: 一\n    調査結果: 一\n"
FIELDS = {
    "paper": ("種類: 会議資料\n" + HEAD + "会議: 議会\n本文: 一\n事案一覧:\n  - 時期: {}\n", "事案一覧[1].時期"),
    "batch": (
        "種類: 一括公表\n" + HEAD + "対象期間:\n  区分: 月\n  開始: 令和8年4月1日\n  終了: 令和8年4月30日\n"
        "明細:\n  - 発生日: {}\n    概要: 一\n",
        "明細[1].発生日",
    ),
    "audit": (
        "種類: 監査報告\n"
        + HEAD
        + "監査種別: 定期監査\n対象機関: 全課\n結果:\n  - 項目: 一\n    調査結果: 一\n実施期間: {}\n",
        "実施期間",
    ),
    "reference of an audit": (
        AUDIT + "参考資料:\n  - 名称: 一\n    日付: {}\n",
        "参考資料[1].日付",
    ),
}


@pytest.mark.parametrize("kind", FIELDS)
def test_a_date_field_of_a_council_record(kind: str) -> None:
    """A field that holds a day of the past holds none after the 発表日."""
    text, field = FIELDS[kind]
    for day, fields in (("令和9年4月12日", [field]), ("令和8年4月12日", [])):
        record, problems = read(text.format(day), "2026-05-29-a")
        assert record is not None, problems
        assert [problem.field for problem in hindsight.no_later_field(record, WORLD)] == fields
