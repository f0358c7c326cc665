"""How a text stands in the search index: folded, two characters a word, and back."""

from __future__ import annotations

import pytest

from generator.spelled import folded, read_word, spelled


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        ("ＵＳＢ メモリー", "usbメモリー"),
        ("ﾒｰﾙ", "メール"),
        ("住民部　保険課", "住民部保険課"),
        ("葛󠄀飾", "葛飾"),
        ("0400‐00−2170", "0400-00-2170"),
        ("令和7\u200b年度", "令和7年度"),
        ("１０時〜", "10時~"),
    ],
)
def test_what_people_type_in_several_ways_is_one(typed, one):
    """Widths, case, spaces, hyphens, variants of a glyph and what is not seen make no difference."""
    assert folded(typed) == one
    assert folded(one) == one


@pytest.mark.parametrize("text", ["個人情報の漏えい", "が", "𠮷田", "。「」", "a-1"])
def test_a_text_can_be_read_back_from_its_words(text):
    """The first characters of its words are the text: what stands in an index can be read."""
    words = spelled((text,)).split()
    assert "".join(read_word(word)[0] for word in words) == text
    assert all(word.isascii() and word.isalpha() and len(word) in (4, 8) for word in words)


def test_no_word_stands_for_two_pairs():
    """が and か, ば and は, full stop and comma stay apart, as they would not in words of their own."""
    pairs = ["がい", "かい", "ばい", "はい", "い。", "い、", "いa", "a。"]
    assert len({spelled((pair,)).split()[0] for pair in pairs}) == len(pairs)


def test_paragraphs_stay_apart():
    """The end of a paragraph and the beginning of the next are no pair."""
    assert spelled(("通知", "書類")).split()[1] != spelled(("通知書類",)).split()[1]


@pytest.mark.parametrize("word", ["山田", "砂越八重香", "abc", "abcde", "ABCD", "zzzz", ""])
def test_a_word_of_another_making_is_read_as_it_stands(word):
    """Whoever plants a text in an index finds it read as that text."""
    assert read_word(word) == word
