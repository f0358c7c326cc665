"""Dates as papers write them: eras, widths, weekdays, ranges, 年度, plans, and days that never were."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.dates import (
    ERAS,
    Day,
    Period,
    days_between,
    era_year,
    fiscal_year,
    fiscal_year_name,
    parse_when,
)

DAYS = [
    ("2026-05-20", "2026-05-20"),
    ("2026/5/20", "2026-05-20"),
    ("2026.5.20", "2026-05-20"),
    ("2026年5月20日", "2026-05-20"),
    ("令和8年5月20日", "2026-05-20"),
    ("令和８年５月２０日", "2026-05-20"),
    ("２０２６－０５－２０", "2026-05-20"),
    (" 令和8年5月20日 ", "2026-05-20"),
    ("R8.5.20", "2026-05-20"),
    ("Ｒ８．５．２０", "2026-05-20"),
    ("H31.4.30", "2019-04-30"),
    ("平成31年4月30日", "2019-04-30"),
    ("令和元年5月1日", "2019-05-01"),
    ("令和1年5月1日", "2019-05-01"),
    ("昭和64年1月7日", "1989-01-07"),
    ("平成元年1月8日", "1989-01-08"),
    ("昭和元年12月25日", "1926-12-25"),
    ("大正15年12月24日", "1926-12-24"),
    ("大正元年7月30日", "1912-07-30"),
    ("明治45年7月29日", "1912-07-29"),
    ("S63.12.31", "1988-12-31"),
    ("2024-02-29", "2024-02-29"),
    ("令和6年2月29日", "2024-02-29"),
    ("令和8年5月20日（水）", "2026-05-20"),
    ("令和8年5月20日(水)", "2026-05-20"),
    ("令和8年5月20日（水曜日）", "2026-05-20"),
    ("令和8年5月20日頃", "2026-05-20"),
    ("令和8年5月", "2026-05"),
    ("令和8年5月末", "2026-05"),
    ("令和8年5月中旬", "2026-05"),
    ("令和8年5月以降", "2026-05"),
    ("2026-05", "2026-05"),
    ("令和8年", "2026"),
    ("2026年", "2026"),
    ("令和8年頃", "2026"),
]

RANGES = [
    ("令和8年5月12日～15日", date(2026, 5, 12), date(2026, 5, 15)),
    ("令和8年5月12日〜15日", date(2026, 5, 12), date(2026, 5, 15)),
    ("令和8年5月12日から5月15日まで", date(2026, 5, 12), date(2026, 5, 15)),
    ("令和8年5月12日（火） ～ 15日（金）", date(2026, 5, 12), date(2026, 5, 15)),
    ("令和8年4月～6月", date(2026, 4, 1), date(2026, 6, 30)),
    ("令和7年12月28日～令和8年1月4日", date(2025, 12, 28), date(2026, 1, 4)),
    ("2026-05-12～2026-05-15", date(2026, 5, 12), date(2026, 5, 15)),
    ("2026-05-12 - 2026-05-15", date(2026, 5, 12), date(2026, 5, 15)),
    ("平成31年4月20日～令和元年5月6日", date(2019, 4, 20), date(2019, 5, 6)),
    ("令和6年度～令和7年度", date(2024, 4, 1), date(2026, 3, 31)),
]

FAULTS = [
    ("令和8年4月31日", "E205", 0),
    ("令和8年2月30日", "E205", 0),
    ("令和7年2月29日", "E205", 0),
    ("令和8年13月1日", "E205", 0),
    ("令和8年0月1日", "E205", 0),
    ("2026-00-10", "E205", 0),
    ("令和8年5月1日～5月32日", "E205", 9),
    ("令和8年5月20日（木）", "E301", 10),
    ("令和8年5月12日（火）～15日（木）", "E301", 17),
    ("平成31年5月1日", "E302", 0),
    ("平成32年5月1日", "E302", 0),
    ("令和元年4月30日", "E302", 0),
    ("昭和64年1月8日", "E302", 0),
    ("平成元年1月7日", "E302", 0),
    ("昭和65年", "E302", 0),
    ("  平成32年5月1日", "E302", 2),
    ("令和8年5月12日～5月2日", "E206", 10),
    ("令和8年5月～令和8年4月", "E206", 7),
]

NOT_DATES = [
    "来週の水曜日",
    "5月20日",
    "８月20日、９月14日",
    "2026",
    "20260520",
    "令和",
    "令和8年5月20日 午後2時",
    "5月の連休明け",
    "",
]


@pytest.mark.parametrize(("text", "iso"), DAYS)
def test_a_day_is_read(text: str, iso: str) -> None:
    """A date is read to the day, month or year that its paper gives, in every spelling."""
    parsed = parse_when(text)
    assert isinstance(parsed.when, Day)
    assert (parsed.when.iso, parsed.faults) == (iso, ())


@pytest.mark.parametrize(("text", "first", "last"), RANGES)
def test_a_range_is_read(text: str, first: date, last: date) -> None:
    """A range is read from its first day to its last, the second date taking what it leaves out from the first."""
    parsed = parse_when(text)
    assert isinstance(parsed.when, Period)
    assert (parsed.when.earliest, parsed.when.latest, parsed.faults) == (first, last, ())


def test_an_open_range_has_no_end() -> None:
    """令和7年7月～ begins and does not end."""
    when = parse_when("令和7年7月～").when
    assert isinstance(when, Period)
    assert (when.end, when.shown) == (None, "令和7年7月～")


@pytest.mark.parametrize(("text", "code", "offset"), FAULTS)
def test_a_day_that_never_was_is_a_fault_at_its_place(text: str, code: str, offset: int) -> None:
    """What reads like a date and can't be one is a fault, at the character where it goes wrong."""
    assert [(fault.code, fault.offset) for fault in parse_when(text).faults] == [(code, offset)]


@pytest.mark.parametrize("text", NOT_DATES)
def test_other_words_are_no_date(text: str) -> None:
    """What is not in the grammar is neither a date nor a fault: a record shows it as typed."""
    assert parse_when(text) == parse_when("")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-05-20", "令和8年5月20日（水）"),
        ("令和8年5月20日頃", "令和8年5月20日（水）頃"),
        ("2019-05-01", "令和元年5月1日（水）"),
        ("2019-04-30", "平成31年4月30日（火）"),
        ("令和8年5月末", "令和8年5月末"),
        ("令和8年度", "令和8年度"),
        ("2026年", "令和8年"),
        ("令和8年5月12日～15日", "令和8年5月12日（火）～5月15日（金）"),
        ("令和7年12月28日～令和8年1月4日", "令和7年12月28日（日）～令和8年1月4日（日）"),
        ("令和6年度～令和7年度", "令和6年度～令和7年度"),
    ],
)
def test_a_date_is_shown_with_its_era_and_weekday(text: str, shown: str) -> None:
    """A page shows 令和8年5月20日（水）, and never more precision than was given."""
    when = parse_when(text).when
    assert when is not None
    assert when.shown == shown


def test_a_fiscal_year_runs_from_april_to_march() -> None:
    """令和8年度 is 2026-04-01 to 2027-03-31, and has no machine form."""
    when = parse_when("令和8年度").when
    assert isinstance(when, Day)
    assert (when.earliest, when.latest, when.iso) == (date(2026, 4, 1), date(2027, 3, 31), "")


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2026, 12, 31), 2026)]
)
def test_the_fiscal_year_of_a_day(day: date, year: int) -> None:
    """A 年度 begins on April 1."""
    assert fiscal_year(day) == year


@pytest.mark.parametrize(("year", "name"), [(2018, "平成30年度"), (2019, "令和元年度"), (2020, "令和2年度")])
def test_the_fiscal_year_of_the_change_is_reiwa(year: int, name: str) -> None:
    """The 年度 in which 令和 began is 令和元年度 from its first day."""
    assert fiscal_year_name(year) == name


@pytest.mark.parametrize(
    ("text", "iso", "shown"),
    [
        ("平成32年5月", "2020-05", "平成32年5月（令和2年5月）"),
        ("平成31年10月1日", "2019-10-01", "平成31年10月1日（火）（令和元年10月1日（火））"),
    ],
)
def test_a_plan_of_an_old_paper_keeps_its_era(text: str, iso: str, shown: str) -> None:
    """A paper of before 2019-05-01 may plan for 平成32年; 令和 is shown beside it."""
    parsed = parse_when(text, plans_allowed=True)
    assert isinstance(parsed.when, Day)
    assert (parsed.when.iso, parsed.when.shown, parsed.faults) == (iso, shown, ())


def test_a_plan_beyond_an_older_era_is_a_fault() -> None:
    """昭和65年 was over long before any paper here: no plan excuses it."""
    assert [fault.code for fault in parse_when("昭和65年1月1日", plans_allowed=True).faults] == ["E302"]


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-05-14", "2026-05-20", (6, 6)),
        ("2026-05-20", "2026-05-20", (0, 0)),
        ("令和8年4月", "2026-05-20", (20, 49)),
        ("2026-05-25", "2026-05-20", (0, -5)),
    ],
)
def test_days_between(start: str, end: str, days: tuple[int, int]) -> None:
    """Between two dates of less than a day's precision lie a least and a greatest number of days."""
    first, second = parse_when(start).when, parse_when(end).when
    assert first is not None
    assert second is not None
    assert days_between(first, second) == days


@given(st.dates(min_value=ERAS[-1][2], max_value=date(2099, 12, 31)))
def test_what_is_shown_is_read_again(day: date) -> None:
    """Every day since 明治 that a page shows is read as that day, without a fault."""
    shown = Day(day.year, day.month, day.day).shown
    parsed = parse_when(shown)
    assert isinstance(parsed.when, Day)
    assert (parsed.when.exact, parsed.faults) == (day, ())


@given(st.sampled_from(ERAS[:-1]))
def test_an_era_begins_on_its_day(era: tuple[str, str, date]) -> None:
    """On its first day an era is written 元年, and the day before belongs to the era before."""
    name, _, begin = era
    assert era_year(begin) == f"{name}元"
    assert not era_year(begin - timedelta(days=1)).startswith(name)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text is read or not, and never raises."""
    parsed = parse_when(text)
    assert parsed.when is None or parsed.when.earliest <= parsed.when.latest or parsed.faults
