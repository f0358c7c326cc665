"""The folded view and its way back: whole characters, markers in pairs, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.redaction.view import fold, joined, view_of, views_of

READ_AS = {
    "full width": ("０９０－１２３４", "090-1234"),
    "ideographic space": ("児島　みつる", "児島 みつる"),
    "zero-width space": ("児\u200b島", "児島"),
    "soft hyphen": ("0120\u00ad34", "012034"),
    "variation selector": ("葛\U000e0100西", "葛西"),
    "voicing mark apart": ("か\u3099", "が"),
    "half-width voicing mark": ("ﾀﾞ", "ダ"),
    "strokes over digits": ("0\u03369\u03360\u0336", "090"),
    "square company": ("㈱みなと", "(株)みなと"),
    "square era": ("㍼52年", "昭和52年"),
    "radical": ("⼭田", "山田"),
    "hyphen of another kind": ("1‐2―3ー4", "1-2-3-4"),
    "long vowel in a name": ("サリー", "サリー"),
    "list mark": ("①090", "①090"),
    "emphasis": ("児**島**みつる", "児島みつる"),
    "nested emphasis": ("***児島***", "児島"),
    "mask": ("090-****-1234", "090-****-1234"),
    "snake": ("a_b_c", "a_b_c"),
    "link": ("[児島](https://example.com/)様", "児島様"),
    "bracket without target": ("[児島]様", "[児島]様"),
    "tag": ("児<b>島</b>", "児島"),
    "unknown tag": ("<児島>", "<児島>"),
    "mail in angles": ("<m@example.com>", "<m@example.com>"),
    "cell": ("<td>児島</td><td>34</td>", "\t児島\t34"),
    "reading": ("<ruby>児島<rp>(</rp><rt>こじま</rt><rp>)</rp></ruby>", "児島(こじま)"),
    "hexadecimal entity": ("&#x5150;島", "児島"),
    "decimal entity": ("&#20816;島", "児島"),
    "double entity": ("&amp;#20816;島", "児島"),
    "percent-encoding": ("%E5%85%90%E5%B3%B6", "児島"),
    "percent sign": ("50%です", "50%です"),
    "escape of JSON": ("\\u5150\\u5cf6", "児島"),
    "escape of Markdown": ("090\\-1234", "090-1234"),
    "encoded word": ("=?utf-8?B?5YWQ5bO2?=", "児島"),
    "carriage return": ("児島\r\n様", "児島 \n様"),
}
PIECES = [
    *"児島みつるサー12０９－-　 \n\t*_[]()<>&%;#&",
    "\u200b",
    "\u00ad",
    "か\u3099",
    "㈱",
    "葛\U000e0100",
    "**",
    "<b>",
    "</b>",
    "&#x5150;",
    "%E5%85%90",
    "](x)",
    "\U00020bb7",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize("case", READ_AS)
def test_read_as(case):
    """A text is folded to what its reader sees."""
    typed, read = READ_AS[case]
    assert view_of(typed).text == read


def test_digits_stand_where_the_text_stands():
    """Kanji digits become digits without moving anything."""
    view = view_of("〇九〇の一二三四、十番")
    assert view.digits == "090の1234、十番"


def test_a_half_touched_marker_goes_whole():
    """A span that reaches into emphasis takes both of its markers."""
    view = view_of("**児島**みつる様")
    assert view.original(1, 3) == (0, 7)
    assert view.original(0, 2) == (2, 4)


def test_a_touched_link_goes_whole():
    """A span from before a link into its text takes the link with its target."""
    text = "前[児島](https://example.com/)後"
    assert view_of(text).original(0, 2) == (0, len(text) - 1)


def test_link_targets_are_views():
    """A link's target is read by itself, decoded, and maps back to where it is typed."""
    text = "[写し](mailto:mitsuru%40example.com)"
    target = views_of(text)[1]
    at = target.text.index("mitsuru@example.com")
    start, end = target.original(at, at + len("mitsuru@example.com"))
    assert text[start:end] == "mitsuru%40example.com"


def test_joined_leads_back():
    """What spaces and line ends part can be read joined, with the way back."""
    text = view_of("児 島\nみつる").text
    parts = joined(text)
    assert parts.text == "児島みつる"
    assert parts.span(1, 3) == (2, 5)


@given(TEXTS)
def test_digits_are_as_long_as_the_text(text):
    """`digits` and `text` agree offset for offset in every view."""
    assert all(len(view.digits) == len(view.text) for view in views_of(text))


@given(TEXTS, st.data())
def test_spans_map_to_whole_originals(text, data):
    """A span maps to a stretch inside the text that reads at least what the span reads."""
    view = view_of(text)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    first, last = view.original(start, end)
    assert 0 <= first < last <= len(text)
    around = view.original(0, len(view.text))
    assert around[0] <= first
    assert last <= around[1]


@given(TEXTS)
def test_single_characters_come_in_order(text):
    """The originals of neighbouring characters never run backwards."""
    view = view_of(text)
    if view.starts is not None and view.ends is not None:
        assert list(view.starts) == sorted(view.starts)
        assert all(start < end for start, end in zip(view.starts, view.ends, strict=True))


@given(TEXTS, TEXTS)
@settings(max_examples=200)
def test_fold_knows_no_spaces_and_no_widths(one, other):
    """Folding once is folding for good, and spaces between two texts change nothing."""
    assert fold(fold(one)) == fold(one)
    assert fold(one + "\n" + other) == fold(one + "　" + other)
