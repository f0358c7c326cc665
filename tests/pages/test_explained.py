"""Terms and readings in running Japanese: what is marked, what is left alone, and where it leads."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from generator.pages import terms
from generator.pages.all import build_pages
from generator.pages.explained import HERE, Explained
from generator.pages.terms import terms_of
from generator.redaction.scan import Passage
from generator.settings import Body, Municipality, MunicipalityKind, Settings
from generator.settings_words import ApprovedReading, OwnTerm

SETTINGS = Settings(
    Municipality("潮見町", MunicipalityKind.TOWN, "架空県", "潮見町"),
    bodies=(Body("潮見町個人情報保護審査会", "privacy"),),
    facilities=("支援措置相談室",),
    terms=(OwnTerm("潮見ネット", "庁内のネットワークです。", "しおみねっと"),),
    readings=(ApprovedReading("磯埼", "いそざき"), ApprovedReading("潮見町", "しおみちょう")),
)
MARK = re.compile(r'<a class="k-explained" id="text-([^"]*)" href="#word-([^"]*)">([^<]*)</a>')
RUBY = re.compile("<ruby>([^<]*)<rp>（</rp><rt>([^<]*)</rt><rp>）</rp></ruby>")


def explained(body, settings=SETTINGS):
    """A page's body with its words explained."""
    return Explained(settings).body(f"<h1>題</h1>{body}{HERE}<p>後</p>", "/incidents/a/")


def marked(body, settings=SETTINGS):
    """The words that are marked in it."""
    text = explained(body, settings).partition('<section class="k-part k-words"')[0]
    return [shown for _, _, shown in MARK.findall(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("支援措置を受けています。", ["支援措置"], id="a-term"),
        pytest.param("支援措置対象者の住所", ["支援措置対象者"], id="the-longest-first"),
        pytest.param("特定個人情報が含まれます。", ["特定個人情報"], id="no-term-in-a-longer-one"),
        pytest.param("指定個人情報が含まれます。", [], id="no-term-in-a-longer-word"),
        pytest.param("個人情報保護条例による。", [], id="no-term-at-the-head-of-a-longer-word"),
        pytest.param("当該個人情報等の扱い", ["個人情報"], id="what-may-stand-around-it"),
        pytest.param("合同個人情報の扱い", [], id="unless-that-is-another-word"),
        pytest.param("漏洩した。", ["漏洩"], id="another-spelling"),
        pytest.param("個人情報と特定個人情報と個人情報", ["個人情報", "特定個人情報"], id="the-first-only"),
        pytest.param("日本人の本人確認と本人", [], id="a-word-of-many-meanings"),
        pytest.param("ご本人へ連絡", ["ご本人"], id="where-its-meaning-is-plain"),
        pytest.param("個人情報の保護に関する法律による。", [], id="not-in-the-name-of-a-law"),
        pytest.param("潮見町個人情報保護審査会に諮る。", [], id="not-in-the-name-of-a-body"),
        pytest.param("支援措置相談室で", [], id="not-in-the-name-of-a-place"),
        pytest.param("「個人情報の取扱い」を読む。懲戒処分", ["懲戒処分"], id="not-in-a-quotation"),
        pytest.param("特定<b>個人情報</b>", [], id="across-a-tag"),
        pytest.param("特定<b>3</b>個人情報", ["個人情報"], id="not-across-other-words"),
        pytest.param("潮見ネットに接続", ["潮見ネット"], id="a-term-of-the-town"),
    ],
)
def test_words_of_their_own(text, words):
    """A term is marked where it is a word of its own, and nowhere else."""
    assert marked(f"<p>{text}</p>") == words


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<h2>支援措置</h2>", id="heading"),
        pytest.param('<p><a href="x">支援<b>措置</b>の支援措置</a></p>', id="link"),
        pytest.param("<table><tr><th>支援措置</th></tr></table>", id="table-head"),
        pytest.param("<dl><dt>支援措置</dt></dl>", id="label"),
        pytest.param("<blockquote><p>支援措置</p></blockquote>", id="quotation"),
        pytest.param('<p><span class="k-withheld" role="img">〔支援措置〕</span></p>', id="withheld"),
        pytest.param('<p><span class="k-verbatim">支援措置</span></p>', id="slip-kept"),
        pytest.param('<div class="k-strip"><div><p>支援措置</p></div><p>支援措置</p></div>', id="contacts"),
        pytest.param('<p title="支援措置">何もない。</p>', id="attribute"),
    ],
)
def test_left_alone(html):
    """Headings, links, labels, quotations, withheld words and attributes stay as they are, and no box is made."""
    assert explained(html) == f"<h1>題</h1>{html}<p>後</p>"


def test_there_and_back():
    """A marked word leads to its explanation on the same page, and that back to the word."""
    html = explained("<p>支援措置と支援措置</p>")
    ((here, there, _),) = MARK.findall(html)
    assert f'<div id="word-{there}"><dt>' in html
    assert f'<a href="#text-{here}">' in html
    assert 'href="../../glossary/"' in html


def test_title_stays():
    """What stands before the end of the title is not marked."""
    html = Explained(SETTINGS).body(f"<p>支援措置</p><h1>支援措置</h1><p>なし</p>{HERE}", "/a/")
    assert "k-explained" not in html


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("磯埼と磯埼", [("磯埼", "いそざき")], id="the-first-only"),
        pytest.param("架空県潮見町議会", [("潮見町", "しおみちょう")], id="a-place-joined-to-others"),
        pytest.param("大磯埼灯", [], id="no-place-in-a-longer-word"),
    ],
)
def test_readings(text, read):
    """An approved reading stands over the first mention, with brackets for who can't show it so."""
    assert RUBY.findall(explained(f"<p>{text}</p>")) == read


def test_no_reading_is_guessed():
    """Without an approved reading no word of a text gets one."""
    bare = replace(SETTINGS, readings=())
    assert "<ruby>" not in explained("<p>磯埼</p>", bare)


def test_own_words_win():
    """A term of the settings takes the place of the shipped one, at the same anchor, which others may link to."""
    own = replace(SETTINGS, terms=(OwnTerm("支援措置", "町の説明です。", basis="町要綱"),))
    (shipped,) = (term for term in terms_of(SETTINGS) if term.word == "支援措置")
    (term,) = (term for term in terms_of(own) if term.word == "支援措置")
    assert (term.text, term.law, term.anchor) == ("町の説明です。", "町要綱", shipped.anchor)


def test_withdrawn_explains_nothing(site, incident):
    """What a page no longer shows is not explained on it either."""
    keys = {"概要": "支援措置の方の住所を知らせました。", "公開": "\n  状態: 撤回\n  理由: 誤り"}
    pages = {page.address: page.body for page in build_pages(site(incident("2026-05-23-a", **keys)))}
    assert "支援措置" not in pages["/incidents/2026-05-23-a/"]


def test_no_place_stays_open(site, incident, paper):
    """On no page of a site the place for the box is left as it was."""
    assert [page.address for page in build_pages(site(incident(), paper())) if HERE in page.body] == []


def test_glossary_page(site, incident):
    """The glossary holds every term at its anchor, those of one row of the syllabary together."""
    (page,) = (page for page in build_pages(site(incident())) if page.address == "/glossary/")
    assert all(f'<div id="{term.anchor}"><dt>' in page.body for term in terms_of(SETTINGS) if term.word != "潮見ネット")
    rows = re.findall('<h2 id="row-([a-z]+)">', page.body)
    assert len(rows) == len(set(rows)) > 5


SHIPPED = tomllib.loads(Path(terms.__file__).with_name("glossary.toml").read_text(encoding="utf-8"))["terms"]


@pytest.mark.parametrize("term", SHIPPED, ids=lambda term: term["slug"])
def test_shipped_terms(term, scanner):
    """A shipped term is short, reads as a sentence, has its reading in kana, and nothing in it looks like a person."""
    assert re.fullmatch("[a-z]+(?:-[a-z]+)*", term["slug"])
    assert re.fullmatch("[ぁ-ん・ー]+", term["reading"])
    assert term["text"].endswith("。")
    assert max(map(len, term["text"].split("。"))) <= 60
    assert [hit.kind for part in (term["word"], term["text"]) for hit in scanner.scan(Passage(part))] == []


def test_shipped_terms_differ():
    """No two shipped terms share a word, a form or an anchor."""
    words = [word for term in SHIPPED for word in (term["word"], *term.get("forms", ()))]
    assert len(set(words)) == len(words)
    assert len({term["slug"] for term in SHIPPED}) == len(SHIPPED)
