"""Where titles may break."""

from __future__ import annotations

import pytest

from generator.pages.phrases import phrases, phrases_html
from generator.redaction.kinds import Kind
from generator.text import PublicText, Redacted


@pytest.mark.parametrize(
    "held", ["令和8年5月23日（土）", "5月23日", "1,284人", "約330人分", "第2報", "0400-99-0101", "午後2時30分"]
)
def test_held_together(held):
    """A date, a count with its unit and a number stay within one phrase."""
    assert any(held in phrase for phrase in phrases(f"対象の方は{held}までに分かった通知書の誤封入について"))


def test_leaning_words():
    """別の方に, 事案について and their like are not torn apart."""
    found = phrases("通知書を別の方に送った事案について")
    assert any("別の方に" in phrase for phrase in found)
    assert any("事案について" in phrase for phrase in found)
    assert len(phrases("周知の方法を改める")) > 1


def test_nothing_lost():
    """The phrases of a title are the title."""
    title = "介護の通知書に「別の方」の通知書（写し）を同封した事案について"
    found = phrases(title)
    assert "".join(found) == title
    assert len(found) > 3
    assert not any(phrase.startswith(("」", "）", "、")) or phrase.endswith(("「", "（")) for phrase in found)


def test_withheld_in_title():
    """A title with a redaction keeps it whole, and its words are escaped."""
    html = phrases_html(PublicText(("<通知書>を", Redacted(Kind.NAME), "さんに送った**事案**")))
    assert "&lt;通知書&gt;" in html
    assert ">〔氏名〕</span>さんに" in html
    assert "**" not in html
