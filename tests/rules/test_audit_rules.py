"""One table for each rule of audits: where it must find its fault, and the neighbours it must leave."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records import read_record
from generator.records.vocabulary import RecordKind
from generator.rules import OF_A_KIND, audit
from generator.rules.world import World
from generator.settings import Municipality, MunicipalityKind, Settings
from generator.source import parse_source

NOW = datetime(2026, 12, 1, 9, tzinfo=timezone(timedelta(hours=9)))
TOWN = Municipality("潮見町", MunicipalityKind.TOWN)
HEAD = (
    "種類: 監査報告\n件名: 一\n発表日: 令和8年5月29日\n担当:\n  - 所属: 監査委員事務局\n公開:\n  状態: 公開\n"
    "監査種別: 行政監査\n対象機関: 全課\n"
)
ASKED = HEAD + (
    "結果:\n  - 項目: 一\n    意見:\n      - 番号: 意見2\n        求める措置: 二\n"
    "    下位:\n      - 項目: 二\n        意見:\n          番号: 意見1\n          求める措置: 一\n"
)
GUIDED = f"{HEAD}結果:\n  - 項目: 一\n    意見:\n      区分: 指導\n      求める措置: 一\n"
TWO_CLASSES = ASKED.replace("番号: 意見2", "番号: 指摘1")


def measure(number="意見1", state="措置済", **dates):
    """One of 措置; the keys are 通知日 and 公表日."""
    more = "".join(f"    {key}: {value}\n" for key, value in dates.items())
    return f"  - 意見番号: {number}\n    状況: {state}\n{more}"


def told(*measures):
    """An audit with two opinions and these measures."""
    return f"{ASKED}措置:\n{''.join(measures)}"


def table(columns, *rows, note="", key="表:"):
    """An audit with one table; columns and cells are parted by blanks, － is an empty cell, _ a blank in a cell."""
    cells = ([f"'{cell.strip('－').replace('_', '　')}'" for cell in row.split()] for row in rows)
    lines = "".join(f"        - [{', '.join(row)}]\n" for row in cells)
    noted = f"        注: {note}\n" if note else ""
    heads = "".join(f"        - {column.replace('_', ' ')}\n" for column in columns.split())
    return f"{HEAD}結果:\n  - 項目: 一\n    {key}\n        列:\n{heads}        行:\n{lines}{noted}"


PLAIN = "区分 対象数 実施済 未実施 未実施率"
DEEP = "区分 件数 実施済 {未実施:_[理由あり,_理由なし]} 未実施率（理由なし）"
WITH_UNITS = "区分 対象数（件） 実施済（件） 未実施（件） 未実施率（％）"
TWO_YEARS = "区分 {令和6年度:_[対象数,_未実施,_未実施率]} {令和7年度:_[対象数,_未実施,_未実施率]}"
WHOLE_OF_THREE = "区分 対象数 不備なし 見直し前 不備がある 不備がある契約の割合"
FIRST = ["結果[1].表[1]"]
TABLES = {
    audit.numbers_differ: {
        "typed otherwise": (ASKED.replace("意見2", "【意見 １】"), ["結果[1].意見[1].番号"]),
        "of another class": (TWO_CLASSES, []),
    },
    audit.measures_answer: {
        "no such opinion": (told(measure("意見3")), ["措置[1].意見番号"]),
        "a class nobody has": (told(measure("指摘1")), ["措置[1].意見番号"]),
        "either of two": (f"{TWO_CLASSES}措置:\n{measure('1')}", ["措置[1].意見番号"]),
        "typed otherwise": (told(measure("【意見 １】")), []),
        "the bare number": (told(measure("2")), []),
    },
    audit.measures_dated: {
        "notified before the audit": (told(measure(通知日="令和8年5月1日")), ["措置[1].通知日"]),
        "published tomorrow": (told(measure(公表日="令和8年12月2日")), ["措置[1].公表日"]),
        "on the day and today": (told(measure(通知日="令和8年5月29日", 公表日="令和8年12月1日")), []),
        "in the month of the audit": (told(measure(通知日="令和8年5月")), []),
        "in words": (told(measure(通知日="翌年の春")), []),
    },
    audit.measures_in_order: {
        "the newer first": (
            told(measure(公表日="令和8年9月1日"), measure(公表日="令和8年8月3日")),
            ["措置[2]"],
        ),
        "published before it was notified": (
            told(measure(通知日="令和8年9月1日", 公表日="令和8年8月3日")),
            ["措置[1].公表日"],
        ),
        "of two opinions": (told(measure(公表日="令和8年9月1日"), measure("意見2", 公表日="令和8年8月3日")), []),
        "in order": (told(measure(公表日="令和8年8月3日"), measure(公表日="令和8年9月1日")), []),
        "one of them undated": (told(measure(公表日="令和8年9月1日"), measure()), []),
    },
    audit.measures_awaited: {
        "nobody answered": (ASKED, ["措置"]),
        "only the word that nothing was done": (told(measure(state="未着手"), measure("意見2")), ["措置"]),
        "all answered": (told(measure(state="措置しない"), measure("意見2", state="措置予定")), []),
        "guidance given on the spot": (GUIDED, []),
        "within the days": (ASKED.replace("令和8年5月29日", "令和8年6月4日"), []),
        "a draft": (ASKED.replace("状態: 公開", "状態: 下書き"), []),
    },
    audit.measures_published: {
        "one without a day": (told(measure(公表日="令和8年9月1日"), measure("意見2")), ["措置[2]"]),
        "none with a day": (told(measure(), measure("意見2")), []),
        "not taken yet": (told(measure(公表日="令和8年9月1日"), measure("意見2", state="措置予定")), []),
    },
    audit.refusals_explained: {
        "without a reason": (told(measure(state="措置しない")), ["措置[1]"]),
        "the reason told as what was done": (told(measure(state="措置しない", 内容="費用がかかる。")), ["措置[1]"]),
        "with a reason": (told(measure(state="措置しない", 理由="費用がかかる。")), []),
        "another state": (told(measure(state="措置予定")), []),
    },
    audit.shares_right: {
        "another number": (table(PLAIN, "本庁 40 30 10 26.0%"), FIRST),
        "beside a short and a long row": (table(PLAIN, "甲 1 1", "乙 1 1 0 0% 1", "丙 40 30 10 26.0%"), FIRST),
        "all of itself": (table("区分 対象数 未実施 未実施率", "本庁 80 78 100%"), FIRST),
        "a tenth beside it": (table(PLAIN, "本庁 101 89 12 11.8%"), FIRST),
        "the share of the others": (table(PLAIN, "本庁 40 30 10 75.0%"), FIRST),
        "each wrong row": (table(PLAIN, "本庁 40 30 10 26.0%", "支所 8 6 2 20%", "計 48 36 12 25.0%"), FIRST * 2),
        "rounded": (table(PLAIN, "本庁 101 89 12 11.9%", "支所 83 57 26 31%"), []),
        "a half upwards": (table(PLAIN, "本庁 16 15 1 6.3%", "支所 8 7 1 13%"), []),
        "cut off": (table(PLAIN, "本庁 101 89 12 11.8%", note="小数点以下第2位を切り捨て"), []),
        "full width with blanks": (table(PLAIN, "本庁 １_０_１ ８_９ １２ １１．９％"), []),
        "full width and wrong": (table(PLAIN, "本庁 １_０_１ ８_９ １２ １２．９％"), FIRST),
        "two rows of heads": (table(DEEP, "本庁 83 30 27 26 31.3%", "支所 3 1 0 2 66.7%"), []),
        "the head's bracket forgotten": (table(DEEP, "本庁 83 30 27 26 63.9%"), FIRST),
        "empty cells": (table(PLAIN, "昨年 － － － －", "今年 40 30 10 25.0%"), []),
        "empty cells and a wrong row": (table(PLAIN, "昨年 － － － －", "今年 40 30 10 24.0%"), FIRST),
        "what is left of the whole": (table("区分 対象数 実施済 未実施率", "本庁 40 30 75%"), FIRST),
        "what is left, right": (table("区分 対象数 実施済 未実施率", "本庁 40 30 25%"), []),
        "words at both ends": (
            table("区分 件数 文書で承認済 文書で未承認 文書での未承認率", "本庁 39 34 5 12.6%"),
            FIRST,
        ),
        "words at both ends, right": (
            table("区分 件数 文書で承認済 文書で未承認 文書での未承認率", "本庁 39 34 5 12.8%"),
            [],
        ),
        "a whole of three": (
            table(WHOLE_OF_THREE, "本庁 89 36 7 46 51.7%", "支所 3 2 0 1 30.0%"),
            FIRST,
        ),
        "only the note says so": (table("区分 対象数 不備 不備の比", "本庁 40 8 21%", note="比は割合"), FIRST),
        "units in the heads": (table(WITH_UNITS, "本庁 40 30 10 26.0"), FIRST),
        "units in the heads, right": (
            table(WITH_UNITS, "本庁 40 30 10 25.0"),
            [],
        ),
        "a share in each of two groups": (table(TWO_YEARS, "本庁 40 10 25.0% 50 10 25.0%"), FIRST),
        "a share in each of two groups, right": (table(TWO_YEARS, "本庁 40 10 25.0% 50 10 20.0%"), []),
        "a formula": (table("区分 対象A 前回B 今回C 計D＝B＋C 残りA－D 措置率D／A", "意見 7 2 3 5 2 28.6%"), FIRST),
        "a formula, right": (table("区分 対象A 前回B 今回C 計D＝B＋C 残りA－D 措置率D／A", "意見 7 2 3 5 2 71.4%"), []),
        "of those that answered": (table("区分 対象数 回答数 適正 適正率", "本庁 100 80 40 50.0%"), []),
        "no whole in the row": (table("区分 件数 割合", "本庁 3 30%", "支所 7 60%"), []),
        "two columns with one name": (table("区分 対象数 実施 実施 実施率", "本庁 40 30 10 30%"), []),
        "a head that names nothing": (table("区分 対象数 甲 乙 達成率", "本庁 40 30 10 30%"), []),
        "against another year": (table("区分 対象数 実施済 未実施 未実施の増減率", "本庁 40 30 10 30%"), []),
        "no number": (table(PLAIN, "本庁 40 30 10 約3割"), []),
        "nothing to share": (table(PLAIN, "本庁 0 0 0 0.0%"), []),
        "in the text of the findings": (
            table(PLAIN, "本庁 40 30 10 26.0%", key="調査結果:\n    - 見出し: 一\n      内容:\n       表:"),
            ["結果[1].調査結果"],
        ),
    },
}  # fmt: skip


def world_of(text, days=180):
    """An audit of one file, and the world in which it is judged."""
    source, problems = parse_source(text.encode(), "disclosures/2026-05-29-a.yml")
    assert source is not None, problems
    draft, problems = read_record(source)
    assert draft is not None, problems
    return draft, World(Settings(TOWN, measures_days=days), NOW, (draft,), frozenset({draft.id}))


@pytest.mark.parametrize(
    ("rule", "text", "fields"),
    [
        pytest.param(rule, *row, id=f"{rule.__name__}-{name}".replace(" ", "-"))
        for rule, rows in TABLES.items()
        for name, row in rows.items()
    ],
)
def test_rule(rule, text, fields):
    """The rule finds its fault in the field that holds it, and leaves the neighbours alone."""
    draft, world = world_of(text)
    assert [problem.field for problem in rule(draft, world)] == fields


def test_every_rule_has_a_table():
    """No rule of audits runs that no table holds, and each table both finds and leaves."""
    assert set(TABLES) == set(OF_A_KIND[RecordKind.AUDIT])
    assert all({bool(fields) for _, fields in rows.values()} == {True, False} for rows in TABLES.values())


def test_what_the_counts_give_is_told():
    """The message has the two counts and what they give, with as many decimals as the author's."""
    draft, world = world_of(table(PLAIN, "本庁 101 89 12 11.0%"))
    (problem,) = audit.shares_right(draft, world)
    assert problem.params == {"part": 12, "whole": 101, "expected": "11.9"}


@settings(deadline=None)
@given(st.integers(1, 400).flatmap(lambda whole: st.tuples(st.just(whole), st.integers(0, whole))), st.integers(0, 2))
def test_a_rounded_share_is_right_and_the_next_one_wrong(numbers, places):
    """What rounding gives is never found fault with; two units of the last place beside it always are."""
    whole, part = numbers
    exact = Decimal(part * 100) / whole
    for off, faults in ((0, 0), (2, 1)):
        typed = exact.quantize(Decimal(10) ** -places, ROUND_HALF_UP) + off * Decimal(10) ** -places
        draft, world = world_of(table("区分 対象数 未実施 未実施率", f"本庁 {whole} {part} {typed}%"))
        assert len(list(audit.shares_right(draft, world))) == faults


def test_without_a_limit_nobody_waits_too_long():
    """A municipality that sets no 措置の期限日数 is not warned."""
    draft, world = world_of(ASKED, days=0)
    assert list(audit.measures_awaited(draft, world)) == []
