"""One table for each rule of minutes: where it must find its fault, and the neighbours it must leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typed_minutes import minutes
from typed_records import draft

from generator.records.names import known_keys
from generator.records.vocabulary import RecordKind
from generator.rules import OF_A_KIND
from generator.rules import minutes as rules
from generator.rules.world import World
from generator.settings import read_settings
from generator.source import read_source

if TYPE_CHECKING:
    from datetime import datetime

SETTINGS = Path(__file__).parents[1] / "broken/settings.yml"

Change = tuple[str, str]
AYES = "      賛成: 2\n"
NOES = "      反対: 1\n"
MEMBERS = "    - 委員3人\n"
ABSENT = "欠席者:\n  - 委員1人\n"
PAPER = "    件名: 点検の結果\n"
NAMED = "    資料: 資料１、資料２\n"
ANNEX = "    別紙: 資料１\n"
CLOSED = "  閉会: 令和8年5月25日（月）午後3時48分\n"
BODY = "会議名: 個人情報保護審議会\n"
OPEN = "  区分: 公開\n"
PUBLIC = "公開:\n  状態: 公開\n"
OTHER = "2026-05-20-tenken"


@dataclass(frozen=True)
class Row:
    """Changed minutes, the incidents beside them, and code and field of the fault (None where there is none)."""

    changes: list[Change] = field(default_factory=list)
    found: tuple[str, str] | None = None
    beside: dict[str, list[Change]] = field(default_factory=dict)


def closing(text: str) -> list[Change]:
    """Minutes closed at another time."""
    return [(CLOSED, f"  閉会: {text}\n")]


VOTE = ("E341", "議事[1].採決")
TABLES = {
    rules.votes_add_up: {
        "more votes than people": Row([(AYES, "      賛成: 4\n")], VOTE),
        "two who did not vote": Row([(AYES, "      賛成: 1\n")], VOTE),
        "more votes than people, explained": Row([(AYES, "      賛成: 4\n      注: 一\n")], VOTE),
        "only the ayes, too many": Row([(AYES, "      賛成: 5\n"), (NOES, "")], VOTE),
        "two who did not vote, explained": Row([(AYES, "      賛成: 1\n      注: 一人が退席。\n")]),
        "the one who presides does not vote": Row(),
        "the one who presides votes": Row([(AYES, "      賛成: 3\n")]),
        "one abstains": Row([(AYES, "      賛成: 2\n      棄権: 1\n")]),
        "only the ayes": Row([(AYES, "      賛成: 1\n"), (NOES, "")]),
        "majority in a word": Row([(AYES, "      賛成: 多数\n")]),
        "one left": Row([(AYES, "      賛成: 1\n"), (MEMBERS, f"{MEMBERS}  途中退席: 委員\n")]),
        "one by one": Row([(MEMBERS, "    - 委員Ａ\n    - 委員Ｂ\n    - 委員Ｃ\n")]),
    },
    rules.seats_filled: {
        "one too many": Row([(MEMBERS, "    - 委員4人\n")], ("E342", "定数")),
        "one too few": Row([(MEMBERS, "    - 委員2人\n")], ("W511", "定数")),
        "nobody said to be absent": Row([(ABSENT, "")], ("W511", "定数")),
        "late, and listed twice": Row([(MEMBERS, f"{MEMBERS}  途中出席: 委員3人\n")]),
        "all": Row(),
        "no seats": Row([("定数: 5\n", "")]),
    },
    rules.papers_exist: {
        "an appendix that is not there": Row([(ANNEX, "    別紙: 別紙2\n")], ("E343", "配布資料[1].別紙")),
        "a record that is not there": Row([(PAPER, f"{PAPER}    記録: {OTHER}\n")], ("E312", "配布資料[2].記録")),
        "the minutes themselves": Row(
            [(PAPER, f"{PAPER}    記録: 2026-05-25-shingikai\n")], ("E328", "配布資料[2].記録")
        ),
        "a draft": Row(
            [(PAPER, f"{PAPER}    記録: {OTHER}\n")],
            ("N604", "配布資料[2].記録"),
            {OTHER: [("  状態: 公開", "  状態: 下書き")]},
        ),
        "a draft from a draft": Row(
            [(PAPER, f"{PAPER}    記録: {OTHER}\n"), (PUBLIC, "")], None, {OTHER: [("  状態: 公開", "  状態: 下書き")]}
        ),
        "a record": Row([(PAPER, f"{PAPER}    記録: {OTHER}\n")], None, {OTHER: []}),
        "an appendix in other width": Row(),
    },
    rules.papers_listed: {
        "one of two": Row([(NAMED, "    資料: 資料１、資料３\n")], ("W512", "議事[1].資料")),
        "one": Row([(NAMED, "    資料: 当日資料\n")], ("W512", "議事[1].資料")),
        "two in one text": Row(),
        "two in a list": Row([(NAMED, "    資料: [資料1, 資料2]\n")]),
        "none": Row([(NAMED, "")]),
    },
    rules.closed_after_opened: {
        "morning": Row(closing("令和8年5月25日（月）午前3時48分"), ("E344", "日時.閉会")),
        "the same minute": Row(closing("14:00"), ("E344", "日時.閉会")),
        "noon": Row(closing("正午"), ("E344", "日時.閉会")),
        "a minute later": Row(closing("14:01")),
        "in the same half of the day": Row(closing("3時48分")),
        "in the same half of the day, but before": Row(closing("1時48分"), ("E344", "日時.閉会")),
        "half past two": Row(closing("午後2時半")),
        "the next morning": Row(closing("令和8年5月26日（火）午前0時10分")),
        "no clock": Row(closing("夕方")),
        "not said": Row([(CLOSED, "")]),
    },
    rules.released_after_held: {
        "a day before": Row([(BODY, f"{BODY}発表日: 令和8年5月24日\n")], ("E345", "発表日")),
        "a month before": Row([(BODY, f"{BODY}発表日: 令和8年4月\n")], ("E345", "発表日")),
        "the same month": Row([(BODY, f"{BODY}発表日: 令和8年5月\n")]),
        "not said": Row(),
    },
    rules.closing_explained: {
        "closed": Row([(OPEN, "  区分: 非公開\n")], ("W513", "会議の公開.理由")),
        "partly closed": Row([(OPEN, "  区分: 一部非公開\n")], ("W513", "会議の公開.理由")),
        "closed, with the reason": Row([(OPEN, "  区分: 非公開\n  理由: 個人の情報を扱うため。\n")]),
        "open": Row(),
    },
}


@pytest.fixture(scope="module")
def settings():
    """The settings of the broken sites."""
    source, _ = read_source(SETTINGS, "settings.yml", known_keys())
    assert source is not None
    return read_settings(source)[0]


def judged(rule, row: Row, settings, now: datetime, *, whole: bool = True) -> list[tuple[str, str]]:
    """What a rule says of a row's minutes."""
    record = minutes(*row.changes)
    others = [draft(*changes, name=name) for name, changes in row.beside.items()]
    ids = frozenset({record.id, *(other.id for other in others)})
    world = World(settings, now, (record, *others), ids, whole=whole)
    return [(problem.code, problem.field) for problem in rule(record, world)]


@pytest.mark.parametrize(
    ("rule", "row"),
    [
        pytest.param(rule, row, id=f"{rule.__name__}-{name}".replace(" ", "-"))
        for rule, table in TABLES.items()
        for name, row in table.items()
    ],
)
def test_rule_of_minutes(rule, row: Row, settings, now: datetime) -> None:
    """The rule finds its fault in the field that holds it, and leaves the neighbours of the fault alone."""
    assert judged(rule, row, settings, now) == ([] if row.found is None else [row.found])


def test_every_rule_of_minutes_has_a_table() -> None:
    """No rule of minutes runs that no table holds, and each table both finds and leaves."""
    assert set(TABLES) == set(OF_A_KIND[RecordKind.MINUTES])
    for table in TABLES.values():
        assert {row.found is None for row in table.values()} == {True, False}


def test_records_are_not_looked_for_when_some_files_were_left_unread(settings, now: datetime) -> None:
    """`check FILE` says nothing of records that it did not read."""
    row = TABLES[rules.papers_exist]["a record that is not there"]
    assert judged(rules.papers_exist, row, settings, now, whole=False) == []
