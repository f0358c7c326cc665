"""What an author types inside a text, and what a reader gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from generator.pages.inline import LONGEST, first_sentence, html_of, inline_html, paragraphs_html, plain
from generator.redaction.kinds import Kind
from generator.text import PublicText, Redacted, Verbatim

NAME = Redacted(Kind.NAME)
HEARD = '<span class="k-withheld" role="img" aria-label="氏名は伏せています">〔氏名〕</span>'


def text(*parts):
    """A public text."""
    return PublicText(parts)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("通知書を回収した。", "通知書を回収した。", id="plain"),
        pytest.param("一行目\n二行目\n", "一行目<br>\n二行目", id="newline"),
        pytest.param("「**重要**」です", "「<strong>重要</strong>」です", id="strong-beside-brackets"),
        pytest.param("これは**大切。**次へ", "これは<strong>大切。</strong>次へ", id="strong-ends-with-full-stop"),
        pytest.param("注*1と*2", "注*1と*2", id="lone-stars-are-footnotes"),
        pytest.param("****1234****", "****1234****", id="four-stars-are-a-mask"),
        pytest.param("a_b_c と __d__", "a_b_c と __d__", id="underscores-stay"),
        pytest.param("`x` # 見出し\n- 項目", "`x` # 見出し<br>\n- 項目", id="no-code-heading-or-list"),
        pytest.param("<b>太字</b> & &lt;", "&lt;b&gt;太字&lt;/b&gt; &amp; &amp;lt;", id="raw-html-is-text"),
        pytest.param("**<i>**", "<strong>&lt;i&gt;</strong>", id="raw-html-in-strong"),
        pytest.param("<http://a.example>", "&lt;http://a.example&gt;", id="autolink-is-text"),
        pytest.param("[x][y] ![z](w.png)", "[x][y] ![z](w.png)", id="no-references-or-images"),
        pytest.param(r"\*\*そのまま\*\*", r"\*\*そのまま\*\*", id="no-escapes"),
        pytest.param(
            "[案内](https://a.example/?q=1&r=2)", '<a href="https://a.example/?q=1&amp;r=2">案内</a>', id="https"
        ),
        pytest.param("[送る](mailto:a@b.example)", '<a href="mailto:a@b.example">送る</a>', id="mailto"),
        pytest.param("[前の資料](/incidents/a/)", '<a href="/incidents/a/">前の資料</a>', id="relative"),
        pytest.param("[**太い**案内](a/)", '<a href="a/"><strong>太い</strong>案内</a>', id="strong-in-link"),
        pytest.param("[押す](javascript:alert(1))", "押す", id="script-loses-the-link"),
        pytest.param("[押す](JaVaScript:x)", "押す", id="script-in-any-case"),
        pytest.param("[押す](data:text/html,x)", "押す", id="data-loses-the-link"),
        pytest.param("[押す](//evil.example/)", "押す", id="other-host-without-scheme"),
        pytest.param(r"[押す](\\evil.example)", "押す", id="backslashes"),
        pytest.param("[押す](/\\evil.example)", "押す", id="slash-and-backslash"),
    ],
)
def test_typed_inline(typed, shown):
    """Emphasis and safe links are rendered, everything else appears as typed."""
    assert inline_html(text(typed)) == shown


@pytest.mark.parametrize(
    "held",
    [
        "令和8年5月23日（土）",
        "5月23日",
        "午後2時30分",
        "1,284人",
        "約330人",
        "第29条",
        "0400-99-0101",
        "１２件",
        "令和8年度",
    ],
)
def test_unbroken(held):
    """A date, a count with its unit and a telephone number never break over two lines."""
    assert f'<span class="k-nb">{held}</span>' in inline_html(text(f"対象は{held}です"))


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        pytest.param((NAME, "さん宛て"), f"{HEARD}さん宛て", id="withheld"),
        pytest.param(("**", NAME, "**さん"), f"<strong>{HEARD}</strong>さん", id="withheld-in-strong"),
        pytest.param(("[", NAME, "の案内](a/)"), f'<a href="a/">{HEARD}の案内</a>', id="withheld-in-link"),
        pytest.param(("[案内](https://a.example/", NAME, ")"), "案内", id="withheld-in-target-loses-the-link"),
        pytest.param((Redacted(Kind.NAME, "職員Ｂ"), "が送信"), "職員Ｂが送信", id="letter-is-plain"),
        pytest.param(
            ("「", Verbatim("**誤字**"), "」"),
            '「<span class="k-verbatim">**誤字**</span>〔原文ママ〕」',
            id="verbatim-is-not-markdown",
        ),
    ],
)
def test_withheld(parts, shown):
    """A withheld word is seen as 〔氏名〕 and heard as a sentence; letters and kept slips are plain."""
    assert inline_html(text(*parts)) == shown


def test_many_withheld():
    """More redactions than there are sentinels keep their order."""
    parts = [part for kind in list(Kind) * 3 for part in (Redacted(kind), "と")]
    html = inline_html(text("**印** ", *parts))
    assert [kind.value for kind in list(Kind) * 3] == [piece.split("〕")[0] for piece in html.split("〔")[1:]]


@given(st.text(alphabet="あ漢a1*[]()<>&\"'`_!#-:/. \n　", max_size=40))
def test_no_tag_of_the_author(typed):
    """Nothing an author types becomes a tag other than strong, a link or a line break."""
    html = inline_html(text(typed))
    for tag in html.split("<")[1:]:
        assert tag.startswith(("strong>", "/strong>", 'a href="', "/a>", "br>", 'span class="k-nb">', "/span>"))


@given(st.text(alphabet="あ漢字、。x<&\"' ", max_size=40))
def test_plain_text_survives(typed):
    """A text without Markdown or digits reaches the page character by character."""
    assert html_of((typed,)) == escape(typed)


@pytest.mark.parametrize(
    ("typed", "linked"),
    [
        pytest.param(f"[{'表' * (LONGEST - 1)}](a.pdf)", True, id="text"),
        pytest.param(f"[{'表' * LONGEST}](a.pdf)", False, id="text-too-long"),
        pytest.param(f"[表]({'a' * (LONGEST - 2)})", True, id="target"),
        pytest.param(f"[表]({'a' * LONGEST})", False, id="target-too-long"),
        pytest.param("[表](a" * 3000, False, id="never-closed"),
        pytest.param("[" * 3000 + "](a.pdf", False, id="never-closed-text"),
    ],
)
def test_how_long_a_link_may_be(typed, linked):
    """What is longer, or never ends, is shown as it was typed, after a look at so many characters."""
    assert ("<a " in html_of((typed,))) is linked
    assert linked or html_of((typed,)) == escape(typed)


def test_paragraphs():
    """A blank line begins a paragraph; a redaction at its edge stays where it was."""
    cut = paragraphs_html(text("一。\n \n", NAME, "は二。\n\n\n三。\n"))
    assert cut == ("一。", f"{HEARD}は二。", "三。")


@pytest.mark.parametrize(
    ("parts", "first"),
    [
        pytest.param(("一文目。二文目。",), "一文目。", id="two-sentences"),
        pytest.param(("「はい。」と言う。次",), "「はい。」と言う。", id="full-stop-in-brackets"),
        pytest.param((NAME, "が送信。次"), "〔氏名〕が送信。", id="withheld-at-the-start"),
        pytest.param(("見出しだけ",), "見出しだけ", id="no-full-stop"),
        pytest.param(
            ("町（本町をいう。以下同じ。）が送った。次の文。",),
            "町（本町をいう。以下同じ。）が送った。",
            id="two-in-brackets",
        ),
        pytest.param(
            (
                "町（",
                NAME,
                "をいう。以下同じ。）が送った。次",
            ),
            "町（〔氏名〕をいう。以下同じ。）が送った。",
            id="across-parts",
        ),
        pytest.param(("町（閉じない。\n次の行。",), "町（閉じない。", id="never-closed"),
    ],
)
def test_first_sentence(parts, first):
    """The first sentence ends at its full stop, not at one inside brackets."""
    assert plain(first_sentence(text(*parts))) == first


def test_plain():
    """Titles and attributes get the words without Markdown, on one line."""
    assert plain(text("**重要** [案内](a/)\n", NAME)) == "重要 案内 〔氏名〕"
