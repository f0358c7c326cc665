"""Counts: what is a number, what a number with its unit, and what stays words."""

from __future__ import annotations

import pytest

from generator.records.counts import parse_count
from generator.records.vocabulary import CountNature, Unit


@pytest.mark.parametrize(
    ("text", "value", "unit", "nature"),
    [
        ("29", 29, None, CountNature.FIXED),
        ("29人", 29, Unit.PERSON, CountNature.FIXED),
        ("２９人", 29, Unit.PERSON, CountNature.FIXED),
        (" 29 人 ", 29, Unit.PERSON, CountNature.FIXED),
        ("1,284人", 1284, Unit.PERSON, CountNature.FIXED),
        ("１，２８４件", 1284, Unit.CASE, CountNature.FIXED),
        ("約330人", 330, Unit.PERSON, CountNature.ABOUT),
        ("約330人分", 330, Unit.PERSON, CountNature.ABOUT),
        ("延べ3,442件", 3442, Unit.CASE, CountNature.CUMULATIVE),
        ("最大12世帯", 12, Unit.HOUSEHOLD, CountNature.MAXIMUM),
        ("推計500人", 500, Unit.PERSON, CountNature.ESTIMATE),
        ("3か所", 3, Unit.PLACE, CountNature.FIXED),
        ("2名", 2, Unit.NAMED, CountNature.FIXED),
        ("0人", 0, Unit.PERSON, CountNature.FIXED),
    ],
)
def test_a_count_is_read(text: str, value: int, unit: Unit | None, nature: CountNature) -> None:
    """A number with its unit and nature is read in every width and spacing."""
    count = parse_count(text)
    assert count is not None
    assert (count.value, count.unit, count.nature) == (value, unit, nature)


@pytest.mark.parametrize(
    "text",
    ["2枚（約40人分）", "多数", "", "人", "-3人", "1.5人", "12,34人", "3人と2人", "令和8年", "3 匹", "第3号", "約"],
)
def test_words_are_no_count(text: str) -> None:
    """What says more or less than one number stays as it was typed."""
    assert parse_count(text) is None
