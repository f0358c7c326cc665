"""How texts stand in the search index: folded, as pairs of characters, each with the numbers of its entries."""

from __future__ import annotations

import pytest

from generator.pairs import folded, index_of, numbers_told, pairs, shards


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


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (("通知書",), {"通知", "知書", "書"}),
        (("通知", "書"), {"通知", "知", "書"}),
        (("𠮷田",), {"𠮷田", "田"}),
        (("が",), {"が"}),
        (("和7年度",), {"和7", "7年", "年度", "度", "和7年", "7年度"}),
        (("第10", "号"), {"第1", "10", "0", "号", "第10"}),
        (("", " "), set()),
    ],
    ids=["within", "never-across", "beyond-the-first-plane", "one", "digit", "digits", "none"],
)
def test_pairs(paragraphs, found):
    """Two characters of one paragraph that follow each other; and the last alone: every one begins something."""
    assert pairs(paragraphs) == found


@pytest.mark.parametrize(
    ("numbers", "told"),
    [([0], "A"), ([0, 1, 2], "AAA"), ([31], "f"), ([32], "gB"), ([5, 40], "FiB"), ([1023], "_f"), ([1024], "ggB")],
)
def test_numbers_are_told_by_their_distances(numbers, told):
    """Digits of five bits, the lowest first, a sixth bit where more follow; search-index.js reads them."""
    assert numbers_told(numbers) == told


def test_no_two_lists_are_told_alike():
    """Every list of numbers can be read back."""
    lists = [[a, a + b] for a in range(70) for b in range(1, 70)] + [[a] for a in range(3000)]
    assert len({numbers_told(one) for one in lists}) == len(lists)


def test_an_index_in_pieces():
    """Pairs in order; a piece is about as long as asked, and what begins alike is never parted."""
    index = index_of([["通知書", "通達"], ["知る"], ["通知"]])
    assert index["通知"] == "AB"
    assert list(index) == sorted(index)
    pieces = shards(index, 10)
    assert {pair: numbers for piece in pieces for pair, numbers in piece.items()} == index
    starts = [{pair[0] for pair in piece} for piece in pieces]
    assert len(pieces) > 1
    assert all(not one & other for n, one in enumerate(starts) for other in starts[n + 1 :])
