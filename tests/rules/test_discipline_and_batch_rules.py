"""One table for each rule of 処分公表 and 一括公表: where it must find its fault, and the neighbours it must leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from generator.records import read_record
from generator.records.shown_words import AgeShown, SectionShown
from generator.records.vocabulary import RecordKind, Sanction
from generator.rules import OF_A_KIND, batch, discipline
from generator.rules.world import World
from generator.settings import Municipality, MunicipalityKind, NamedSanction, Settings
from generator.source import parse_source

NOW = datetime(2026, 12, 1, 9, tzinfo=timezone(timedelta(hours=9)))
TOWN = Municipality("潮見町", MunicipalityKind.TOWN)
HEAD = "件名: 一\n発表日: 令和8年5月29日\n担当:\n  - 所属: 総務課\n"
DISCIPLINE = f"種類: 処分公表\n{HEAD}概要: 一\n"
ROW = "一覧:\n  - 処分: 戒告\n    所属: 総務課\n"
BATCH = f"種類: 一括公表\n{HEAD}対象期間:\n  区分: 月\n  開始: 令和8年4月1日\n  終了: 令和8年4月30日\n"
EARLY_END = BATCH.replace("終了: 令和8年4月30日", "終了: 令和8年3月30日")
LATE_END = BATCH.replace("終了: 令和8年4月30日", "終了: 令和8年6月30日")
OCCURRED = "集計基準: 発生日\n明細:\n  - 発生日: {day}\n    概要: 一\n"
TABLES = {
    discipline.rows_are_counted: {
        "another number": (f"{DISCIPLINE}件数: 2件\n{ROW}", ["件数"]),
        "the same number": (f"{DISCIPLINE}件数: 1件\n{ROW}", []),
        "no rows": (f"{DISCIPLINE}件数: 2件\n", []),
    },
    discipline.dispositions_before_release: {
        "after the release": (f"{DISCIPLINE}{ROW}    処分日: 令和8年6月1日\n", ["一覧[1].処分日"]),
        "a superior after the release": (
            f"{DISCIPLINE}管理監督責任:\n  - 処分: 厳重注意\n    処分日: 令和8年6月1日\n",
            ["管理監督責任[1].処分日"],
        ),
        "on the day": (f"{DISCIPLINE}{ROW}    処分日: 令和8年5月29日\n", []),
    },
    discipline.told_less: {
        "sex": (f"{DISCIPLINE}{ROW}    性別: 男性\n", ["一覧[1].性別"]),
        "age": (f"{DISCIPLINE}{ROW}    年齢: 43歳\n", ["一覧[1].年齢"]),
        "decade": (f"{DISCIPLINE}{ROW}    年代: 40代\n", []),
    },
    batch.period_forward: {
        "ends before it began": (EARLY_END, ["対象期間.終了"]),
        "ends after the release": (LATE_END, ["対象期間.終了"]),
        "forward": (BATCH, []),
    },
    batch.rows_in_period: {
        "before": (BATCH + OCCURRED.format(day="令和8年3月31日"), ["明細[1].発生日"]),
        "after": (BATCH + OCCURRED.format(day="令和8年5月1日"), ["明細[1].発生日"]),
        "the month": (BATCH + OCCURRED.format(day="令和8年4月"), []),
        "counted otherwise": (
            BATCH + OCCURRED.format(day="令和8年3月31日").replace("集計基準: 発生日", "集計基準: 判明日"),
            [],
        ),
        "discovered before": (
            BATCH + OCCURRED.format(day="令和8年3月31日").replace("発生日", "判明日"),
            ["明細[1].判明日"],
        ),
    },
}


def world_of(text: str, *criteria: NamedSanction):
    """A record of one file, and the world in which it is judged."""
    source, problems = parse_source(text.encode(), "disclosures/2026-05-29-a.yml")
    assert source is not None, problems
    draft, problems = read_record(source)
    assert draft is not None, problems
    return draft, World(Settings(TOWN, criteria=criteria), NOW, (draft,), frozenset({draft.id}))


@pytest.mark.parametrize(
    ("rule", "text", "fields"),
    [
        pytest.param(rule, *row, id=f"{rule.__name__}-{name}".replace(" ", "-"))
        for rule, table in TABLES.items()
        for name, row in table.items()
    ],
)
def test_rule(rule, text, fields):
    """The rule finds its fault in the field that holds it, and leaves the neighbours alone."""
    draft, world = world_of(text)
    assert [problem.field for problem in rule(draft, world)] == fields


def test_every_rule_has_a_table():
    """No rule of these kinds runs that no table holds, and each table both finds and leaves."""
    assert set(TABLES) == {*OF_A_KIND[RecordKind.DISPOSITION], *OF_A_KIND[RecordKind.BATCH]}
    assert all({bool(fields) for _, fields in table.values()} == {True, False} for table in TABLES.values())


def test_what_the_criteria_show_needs_no_note():
    """Where 公表基準 shows age and sex, nothing is said; where it shows less than typed, each value is named."""
    text = f"{DISCIPLINE}{ROW}    職位区分: 係長級\n    年齢: 43歳\n    性別: 男性\n"
    everything = NamedSanction(Sanction.REPRIMAND, age=AgeShown.YEARS, sex_shown=True)
    nothing = NamedSanction(Sanction.REPRIMAND, section=SectionShown.NOTHING, post_shown=False, age=AgeShown.NOTHING)
    draft, world = world_of(text, everything)
    assert list(discipline.told_less(draft, world)) == []
    division = replace(everything, section=SectionShown.DIVISION)
    draft, world = world_of(text, division)
    assert [(p.field, p.params["case"]) for p in discipline.told_less(draft, world)] == [("一覧[1].所属", "division")]
    draft, world = world_of(text, nothing)
    assert [p.field for p in discipline.told_less(draft, world)] == [
        "一覧[1].所属",
        "一覧[1].職位区分",
        "一覧[1].年齢",
        "一覧[1].性別",
    ]
