"""Words of finished HTML tied to a place."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from generator.pages.ties import any_of, tie

GONE = '<span class="k-withheld" role="img" aria-label="氏名は伏せています">〔氏名〕</span>'


def link(match):
    """A link to nowhere round what was found."""
    return Markup("<a>{}</a>").format(Markup(match.group()))  # noqa: S704


@pytest.mark.parametrize(
    ("html", "words", "tied"),
    [
        ("<p>資料２を見る</p>", ["資料２"], "<p><a>資料２</a>を見る</p>"),
        ('<p title="資料２">別</p>', ["資料２"], '<p title="資料２">別</p>'),
        ("<p><a href=x>資料２</a>と資料２</p>", ["資料２"], "<p><a href=x>資料２</a>と<a>資料２</a></p>"),
        ("<abbr>資料２</abbr>", ["資料２"], "<abbr><a>資料２</a></abbr>"),
        ("<p>資料２１</p>", ["資料２", "資料２１"], "<p><a>資料２１</a></p>"),
        ("<p>A&amp;B</p>", ["A&B"], "<p><a>A&amp;B</a></p>"),
        ("<p>1 &lt; 2 lt</p>", ["lt"], "<p>1 &lt; 2 <a>lt</a></p>"),
        (f"<p>{GONE}の氏名</p>", ["氏名"], f"<p>{GONE}の<a>氏名</a></p>"),
    ],
    ids=["text", "attribute", "link", "name-that-begins-alike", "longest", "escaped", "entity", "withheld"],
)
def test_tie(html, words, tied):
    """Only running text is touched, the longest word first."""
    assert tie(Markup(html), any_of(words), link) == tied  # noqa: S704


def test_what_the_link_refuses_stays():
    """A match that nothing is made of stays as it is."""
    assert tie(Markup("<p>資料２</p>"), any_of(["資料２"]), lambda _: None) == "<p>資料２</p>"


def test_no_words():
    """Without words there is nothing to look for."""
    assert any_of(["", ""]) is None
