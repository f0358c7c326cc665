"""The dictionary's edge: what a word can be, how it is read, and texts no dictionary was made for."""

from __future__ import annotations

import pytest

from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.romaji import is_romaji_name, kana_of
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.places.grammar import below_municipality, chain_weight
from generator.redaction.scan import Passage, Scanner
from generator.redaction.words import reading_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("渡邉", Verdict.KNOWN, id="an old form of kanji"),
        pytest.param("きりたに ちかげ", Verdict.KNOWN, id="hiragana"),
        pytest.param("桐谷さつき", Verdict.KNOWN, id="kanji with kana"),
        pytest.param("希望", Verdict.WORD, id="a common word"),
        pytest.param("該当なし", Verdict.NO, id="what fills an empty cell"),
        pytest.param("職員Ａ".replace("Ａ", "A"), Verdict.NO, id="a letter for a person"),
        pytest.param("令和", Verdict.NO, id="an era"),
        pytest.param("株式会社磯貝", Verdict.NO, id="a firm"),
    ],
)
def test_judge(text, verdict):
    """A string by itself is a name, perhaps one, a word, or none."""
    assert judge(text) is verdict


def test_the_person_themselves_in_a_column_of_names():
    """本人 and what belongs to 本人 fill a cell of names without being one."""
    assert Scanner().scan(Passage("本人のLINE IDは、聞いていません。", "氏名")) == ()


def test_readings_are_shipped():
    """The readings of surnames and given names are part of the package."""
    assert reads_surname("キリタニ")
    assert reads_surname("いそがい")
    assert reads_given("チカゲ")
    assert not reads_surname("サーバ")


@pytest.mark.parametrize(
    ("word", "kana"), [("Isogai", "イソガイ"), ("SHINSUKE", "シンスケ"), ("Itoh", ""), ("Hattori", "ハットリ")]
)
def test_romaji(word, kana):
    """Latin words are read as romaji, or not at all."""
    assert (kana in kana_of(word)) if kana else not kana_of(word)


def test_romaji_names():
    """A Latin word is a Japanese name if its kana are."""
    assert is_romaji_name("Isogai")
    assert not is_romaji_name("Server")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("神奈川県中郡大磯町虫窪", "虫窪", id="prefecture, county, town"),
        pytest.param("川崎市多摩区登戸", "登戸", id="city and ward"),
        pytest.param("四日市市富田浜町", "富田浜町", id="a city with 市 in its name"),
        pytest.param("栄町", "栄町", id="a town's part, nothing below it"),
        pytest.param("一宮市木曽川町黒田", "木曽川町黒田", id="a town below a city"),
    ],
)
def test_municipality_is_kept(text, rest):
    """Prefecture and municipality stay outside an address."""
    assert text[below_municipality(text, 0, len(text)) :] == rest


@pytest.mark.parametrize(
    ("chain", "weight"),
    [
        ("3丁目", 1),
        ("2-14", 2),
        ("3丁目2番1号", 3),
        ("9999番地の5", 3),
        ("9-4-5-101", 3),
        ("090-0000-1111", 0),
        ("12", 0),
    ],
)
def test_chain_weight(chain, weight):
    """Numbers say how far down an address goes; a telephone number is none."""
    assert chain_weight(chain) == weight


@pytest.mark.parametrize("text", ["様" * 20_000, "十" * 20_000, "アア・" * 5_000, "山 田 " * 5_000, "○" * 20_000])
def test_monotonous_texts_are_scanned(text):
    """A long run of one thing is scanned like any text."""
    assert isinstance(Scanner().scan_document([Passage(text)]), list)


def test_every_character_has_a_class():
    """The classes and the word edges fit the text, however long it is."""
    text = "庶務課の桐谷は、𠮷川と話した。\n" * 1_000
    reading = reading_of(text)
    assert len(reading.kinds) == len(text)
    assert len(reading.edges) == len(text) + 1
