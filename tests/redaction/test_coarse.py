"""公表基準 applied to the rows of 処分."""

from __future__ import annotations

import pytest

from generator.records import read_record
from generator.records.shown_words import AgeShown, SectionShown
from generator.records.vocabulary import Sanction
from generator.records.walk import rebuild
from generator.redaction.coarse import coarsened
from generator.settings import Municipality, MunicipalityKind, NamedSanction, Settings
from generator.source import parse_source
from generator.text import PublicText

TOWN = Municipality("潮見町", MunicipalityKind.TOWN)
TEXT = (
    "種類: 処分公表\n件名: 一\n発表日: 令和8年5月29日\n担当:\n  - 所属: 総務課\n概要: 一\n一覧:\n"
    "  - 処分: 減給\n    所属: {section}\n    職位区分: 係長級\n    年齢: {age}\n    性別: 男性\n    氏名: 一\n"
)


def row_of(shown, section="総務部 税務課 収納係", age="43歳"):
    """The only row of a 処分公表, made public under one line of 公表基準."""
    source, _ = parse_source(TEXT.format(section=section, age=age).encode(), "disclosures/2026-05-29-a.yml")
    assert source is not None
    draft, problems = read_record(source)
    assert draft is not None, problems
    public = rebuild(draft, lambda _path, raw: PublicText((raw.reveal(),)))
    row = coarsened(public, Settings(TOWN, criteria=(shown,) if shown else ())).rows[0]
    return {
        name: getattr(row, name) and getattr(row, name).plain
        for name in ("section", "post", "age", "age_group", "sex", "name")
    }


def line(**shown):
    """One line of 公表基準 for 減給."""
    return NamedSanction(Sanction.PAY_CUT, **shown)


@pytest.mark.parametrize(
    ("shown", "kept"),
    [
        (None, {"section": "総務部 税務課", "post": "係長級", "age_group": "40代"}),
        (line(section=SectionShown.DIVISION), {"section": "総務部", "post": "係長級", "age_group": "40代"}),
        (
            line(section=SectionShown.NOTHING, post_shown=False, age=AgeShown.NOTHING),
            {},
        ),
        (
            line(age=AgeShown.YEARS, sex_shown=True, name_allowed=True),
            {"section": "総務部 税務課", "post": "係長級", "age": "43歳", "sex": "男性", "name": "一"},
        ),
    ],
    ids=["not-listed", "division", "nothing", "everything"],
)
def test_row(shown, kept):
    """A row keeps what its line of 公表基準 shows, and loses the rest."""
    assert {name: value for name, value in row_of(shown).items() if value} == kept


@pytest.mark.parametrize(
    ("section", "level", "shown"),
    [
        ("総務部戸籍税務課", SectionShown.SECTION, "総務部戸籍税務課"),
        ("税務課収納係", SectionShown.SECTION, "税務課"),
        ("教育委員会 生涯学習課", SectionShown.DIVISION, "教育委員会"),
        ("税務課", SectionShown.DIVISION, None),
        ("町長部局", SectionShown.SECTION, "町長部局"),
        ("町長部局 建設課", SectionShown.DIVISION, "町長部局"),
        ("町長部局 建設課 管理係", SectionShown.SECTION, "町長部局 建設課"),
        ("教育委員会 学校教育課", SectionShown.SECTION, "教育委員会 学校教育課"),
        ("潮見保育園", SectionShown.SECTION, "潮見保育園"),
    ],
)
def test_section(section, level, shown):
    """所属 is cut below its level; where a division was asked for and none is typed, nothing is told."""
    assert row_of(line(section=level), section=section)["section"] == shown


@pytest.mark.parametrize(
    ("age", "decade"), [("43歳", "40代"), ("６１", "60代"), ("四十代前半", "40代"), ("不詳", None)]
)
def test_decade(age, decade):
    """An age becomes its decade in any digits; what holds none is not shown."""
    assert row_of(None, age=age)["age_group"] == decade
