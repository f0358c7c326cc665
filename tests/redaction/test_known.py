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
