"""Names known from elsewhere: where a later mention is found, and where the same characters mean something else."""

from __future__ import annotations

import pytest

from generator.redaction.hit import Hit
from generator.redaction.kinds import Kind
from generator.redaction.known import Known, known_from, mentions
from generator.redaction.view import view_of

NAME = "桐谷 千景"
"""An invented person."""


def known(*names, sure=True):
    """What findings with these texts teach."""
    return known_from((Hit(0, len(name), Kind.NAME, sure, "label"), name) for name in names)


def found(text, names=(NAME,)):
    """The stretches of the text that are mentions."""
    view = view_of(text)
    return {view.text[span.start : span.end] for span in mentions(view, known(*names))}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param("桐谷は申請を取り下げた。", "桐谷", id="family name alone"),
        pytest.param("千景さんに電話した。", "千景", id="given name with an honorific"),
        pytest.param("（桐谷千景）", "桐谷千景", id="without its space"),
        pytest.param("キリタニ様と呼び出した。", "キリタニ", id="katakana"),
        pytest.param("ｷﾘﾀﾆ様", "キリタニ", id="half width"),
        pytest.param("桐谷のおばあさん", "桐谷", id="a relation's"),
    ],
)
def test_a_mention_is_found(text, mention):
    """A part of a known name is found wherever it stands as a word of its own."""
    assert mention in found(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("桐谷小学校の校庭", id="a school"),
        pytest.param("株式会社桐谷", id="a firm"),
        pytest.param("桐谷橋の工事", id="a bridge"),
        pytest.param("桐谷マリンサービス", id="a longer word"),
        pytest.param("千景園の利用者", id="a facility"),
    ],
)
def test_another_word_is_left(text):
    """Inside a longer name the same characters are somebody or something else."""
    assert found(text) == set()


@pytest.mark.parametrize(
    ("name", "text", "mention"),
    [
        pytest.param("森 冬樹", "翌日森は窓口で話した。", "森", id="a common word"),
        pytest.param("福島 里沙", "福島に再送した。", "福島", id="a place"),
        pytest.param("森 冬樹", "森家の郵便受け", "森", id="a household"),
    ],
)
def test_a_name_that_is_also_a_word_is_asked_about(name, text, mention):
    """A known family name that is a common word or a place too is a suspicion where somebody may be meant."""
    view = view_of(text)
    assert [(view.text[s.start : s.end], s.sure) for s in mentions(view, known(name))] == [(mention, False)]


@pytest.mark.parametrize("text", ["森林課の森さくら公園", "福島県からの照会", "森の管理計画"])
def test_the_word_itself_is_left(text):
    """The common word, the place and the longer word stay what they are."""
    assert found(text, ("森 冬樹", "福島 里沙")) == set()


def test_a_household_is_its_family():
    """A rare family name before 家, 世帯 or 宅 is found."""
    assert found("柘植家、柘植世帯、柘植宅の3通", ("柘植 直人",)) == {"柘植"}


def test_a_suspicion_teaches_nothing():
    """Only findings make a name known: a doubt must not spread through a record."""
    assert known(NAME, sure=False) == Known()


def test_two_records_of_a_case_know_both():
    """What one record of a case knows, the other one finds."""
    both = known(NAME) | known("磯貝 実")
    view = view_of("桐谷と磯貝が来庁した。")
    assert {view.text[span.start : span.end] for span in mentions(view, both)} == {"桐谷", "磯貝"}


def test_nothing_known_nothing_found():
    """Without a known name no text has mentions."""
    assert list(mentions(view_of("桐谷は来庁した。"), Known())) == []


def test_names_stay_out_of_logs():
    """A Known shows none of its names."""
    assert "桐谷" not in repr(known(NAME))
