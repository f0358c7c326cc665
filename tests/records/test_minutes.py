"""会議録 as it is read: what follows from the meeting itself, and words that stand for numbers and times."""

from __future__ import annotations

import pytest
from typed_minutes import minutes, minutes_text, sound_minutes
from typed_records import read

from generator.records.meeting_words import leading_date, minute_of_day, paper_numbers, seated


def test_the_sound_minutes_are_sound() -> None:
    """The minutes that all tests begin with have no problem; 件名 and 発表日 follow from the meeting."""
    made, codes = sound_minutes()
    assert made is not None
    assert codes == []
    assert (made.title.reveal(), made.released_on.iso) == ("個人情報保護審議会", "2026-05-25")


def test_without_a_date_the_release_is_asked_for() -> None:
    """日時 without a date gives no 発表日."""
    made, problems = read(minutes_text(("開会: 令和8年5月25日（月）午後2時", "開会: 午後2時")))
    assert made is None
    assert [problem.code for problem in problems] == ["E201"]


def test_councillors_are_members() -> None:
    """議員 is as good a name of the key as 委員, without a note."""
    made = minutes(("  委員:\n", "  議員:\n"))
    assert len(made.present.members) == 1


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ([], 4),
        ([("    - 委員3人\n", "    - 委員Ａ\n    - {職: 委員, 氏名: 委員Ｂ}\n")], 3),
        ([("    - 委員3人\n", "    - 委員 １２名\n")], 13),
        ([("    - 委員3人\n", "    - 委員Ａ\n  途中出席:\n    - 委員Ａ\n    - 委員Ｂ\n")], 3),
        ([("  会長: 会長\n", "  議長: 議長\n  副議長: 副議長\n  委員長: 委員長\n")], 6),
    ],
    ids=["counted in words", "one by one", "full width", "late and listed twice", "those who preside"],
)
def test_how_many_came(changes: list[tuple[str, str]], count: int) -> None:
    """Members and those who preside are counted once, officials never."""
    assert seated(minutes(*changes).present, lambda text: text.reveal()) == count


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("令和8年5月25日（月）午後2時", 840),
        ("令和8年5月25日 午前10時30分", 630),
        ("１２時０５分", 725),
        ("午後0時10分", 730),
        ("午後12時10分", 730),
        ("午後6時半", 1110),
        ("14:05", 845),
        ("正午", 720),
        ("夕方", None),
        ("令和8年5月25日", None),
    ],
)
def test_time_of_day(text: str, minute: int | None) -> None:
    """The first time in a line, in minutes after midnight; a day of the month is no hour."""
    assert minute_of_day(text) == minute


@pytest.mark.parametrize(
    ("named", "numbers"),
    [
        ("資料１", ("資料1",)),
        ("資料２、資料３", ("資料2、資料3", "資料2", "資料3")),
        ("資料1-1・資料1-2", ("資料1-1・資料1-2", "資料1-1", "資料1-2")),
        ("別紙1 及び 別紙2", ("別紙1及び別紙2", "別紙1", "別紙2")),
    ],
)
def test_papers_named_together(named: str, numbers: tuple[str, ...]) -> None:
    """A text that names several papers holds the number of each."""
    assert paper_numbers(named) == numbers


def test_leading_date() -> None:
    """The date of a line, folded, with its weekday."""
    assert leading_date("令和８年５月２５日（月）午後2時") == "令和8年5月25日(月)"
    assert leading_date("午後2時") == ""
