"""The scorer of the comparison: what counts as recalled, as wrong, and as asked in vain."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks/redaction"))

from passages import read_marked
from scorer import score

PHONE = "電話は[[電話:090-0000-1234]]、窓口は{{0400-00-2140}}です。"
CLEAN = "5月1日に発送した。"
TEXT = read_marked("", PHONE).text
FIRST, LAST = 3, 16


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        pytest.param([(FIRST, LAST)], {"automatic": 1, "precision": 1, "over-redaction": 0}, id="all-of-it"),
        pytest.param([(3, 6), (7, 11), (12, 16)], {"automatic": 1, "precision": 1}, id="its-hyphens-may-stay"),
        pytest.param([(3, 15)], {"automatic": 0, "caught": 0, "precision": 1}, id="its-last-figure-may-not"),
        pytest.param([(2, LAST)], {"automatic": 1, "over-redaction": 10_000 / 10}, id="one-character-too-many"),
        pytest.param([(20, 32)], {"automatic": 0, "precision": 1, "over-redaction": 0}, id="what-is-left-open"),
        pytest.param([(0, 2)], {"precision": 0, "over-redaction": 2 * 10_000 / 10}, id="something-else"),
        pytest.param([(FIRST, LAST), (FIRST, LAST)], {"precision": 1}, id="one-place-counts-once"),
        pytest.param([], {"automatic": 0, "precision": 1, "over-redaction": 0}, id="nothing"),
    ],
)
def test_what_is_withheld_is_counted(answer: list[tuple[int, int]], wanted: dict[str, float]) -> None:
    """A value counts when its letters and digits are covered; a place counts as right when it touches a mark."""
    spans = [(start, end, "電話") for start, end in answer]
    rates = score([read_marked("a", PHONE)], {"a": {"spans": spans, "suspicions": []}}).rates()
    assert {name: rates[name] for name in wanted} == wanted


def test_a_suspicion_catches_and_withholds_nothing() -> None:
    """What is asked about is caught, not automatic; asked in vain is only what touches no mark at all."""
    asked = [(FIRST, 10, "電話"), (20, 22, "電話"), (0, 2, "氏名")]
    answers = {"a": {"spans": [(10, LAST, "電話")], "suspicions": asked}}
    one = score([read_marked("a", PHONE)], answers)
    assert (one.caught["電話"], one.automatic["電話"], one.idle) == (1, 0, 1)


def test_a_clean_passage_is_untouched_or_not() -> None:
    """Among passages without a mark, those count in which nothing is withheld; a question leaves one untouched."""
    hit = [(0, 4, "生年月日")]
    passages = [read_marked(name, CLEAN) for name in "ab"]
    answers = {"a": {"spans": hit, "suspicions": []}, "b": {"spans": [], "suspicions": hit}}
    one = score(passages, answers)
    assert (one.clean, one.untouched) == (2, 1)


def test_marks_are_cut_off() -> None:
    """The text is what one would read, and the marks' places are counted in it."""
    read = read_marked("a", PHONE)
    assert read.text == "電話は090-0000-1234、窓口は0400-00-2140です。"
    assert [read.text[start:end] for start, end, _ in read.gone] == ["090-0000-1234"]
    assert [read.text[start:end] for start, end in read.free] == ["0400-00-2140"]
