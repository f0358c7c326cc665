"""What counts as a leak and what does not: tokens, owners, neighbours, unpublished records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from staged import OTHER, OWNER

from generator.redaction.kinds import Kind
from generator.verify import Unpublished

if TYPE_CHECKING:
    from staged import Staged

LOCAL = {
    # what is withheld from OWNER, the text of a page, whether it is a leak on a page of OWNER
    "family-name-before-kana": ("砂越", "<p>砂越さんに</p>", True),
    "family-name-in-a-cell": ("砂越", "<table><tr><td>砂越</td></tr></table>", True),
    "family-name-before-space": ("砂越", "<p>砂越 殿</p>", True),
    "family-name-in-its-span": ("砂越", "<p>主事<span>砂越</span>課長</p>", True),
    "family-name-in-a-place": ("砂越", "<p>砂越町の窓口</p>", False),
    "family-name-made-bold": ("砂越", "<p><b>砂越</b>町の窓口</p>", False),
    "kana-name": ("すなご", "<p>砂越（すなご）</p>", True),
    "kana-name-within-a-word": ("すなご", "<p>すなごむし</p>", False),
    "date": ("昭和33年3月12日", "<p>（昭和33年3月12日生）</p>", True),
    "date-in-full-width": ("昭和33年3月12日", "<p>昭和３３年３月１２日</p>", True),
    "western-date": ("1958年3月12日", "<p>生年月日1958年3月12日生</p>", True),
    "date-within-a-longer-number": ("1958年3月12日", "<p>11958年3月12日</p>", False),
    "day-without-year": ("3月12日", "<p>3月12日生</p>", False),
    "short-number": ("31-2", "<p>31-2番</p>", True),
    "short-number-other-hyphens": ("31-2", "<p>3-12番</p>", False),
    "short-number-without-hyphens": ("31-2", "<p>312番</p>", False),
    "short-number-in-a-longer": ("312", "<p>13120件</p>", False),
    "single-kanji": ("越", "<p>越さんに</p>", True),
    "two-digits": ("31", "<p>31番</p>", False),
    "three-digits": ("312", "<p>312番</p>", True),
    "class": ("312", '<p class="k 312">職員</p>', False),
    "zero-width-is-no-gap": ("砂越", "<p>砂越\u200b町の窓口</p>", False),
}


@pytest.mark.parametrize(("text", "body", "is_leak"), LOCAL.values(), ids=LOCAL)
def test_short_string_on_its_own_page(staged: Staged, text: str, body: str, is_leak: bool) -> None:  # noqa: FBT001 -- a row
    """A short string is a leak where its record may stand, as a whole token."""
    staged.withhold(text, everywhere=False)
    staged.page(body)
    assert staged.codes() == ["L701"] * is_leak


@pytest.mark.parametrize(("text", "body", "is_leak"), LOCAL.values(), ids=LOCAL)
def test_short_string_on_another_page(staged: Staged, text: str, body: str, is_leak: bool) -> None:  # noqa: ARG001, FBT001 -- a row
    """On pages of other records the same characters mean something else."""
    staged.withhold(text, everywhere=False)
    staged.page(body, OTHER)
    assert staged.codes() == []


EVERYWHERE = {
    "name": ("砂越八重香", "<p>の砂越八重香氏</p>", True),
    "name-in-a-longer-word": ("砂越八重香", "<p>砂越八重香町</p>", True),
    "light-kana-as-a-token": ("かえで", "<p>保護者（かえで）</p>", True),
    "light-kana-within-a-word": ("かえで", "<p>置きかえできる</p>", False),
    "light-number-in-a-longer": ("731846", "<p>9731846件</p>", False),
    "light-number-as-a-token": ("731846", "<p>番号731846</p>", True),
    "split-over-blocks": ("砂越八重香", "<p>砂越</p><p>八重香</p>", True),
    "light-split-over-blocks": ("砂越香", "<p>砂越</p><p>香</p>", False),
    "number-split-over-cells": ("731846", "<table><tr><td>731</td><td>846</td></tr></table>", False),
}


@pytest.mark.parametrize(("text", "body", "is_leak"), EVERYWHERE.values(), ids=EVERYWHERE)
def test_long_string_on_any_page(staged: Staged, text: str, body: str, is_leak: bool) -> None:  # noqa: FBT001 -- a row
    """A long string is a leak on every page; the less it tells, the more it must stand by itself."""
    staged.withhold(text, everywhere=True)
    staged.page(body, OTHER)
    assert staged.codes() == ["L701"] * is_leak


def test_split_string_on_its_own_page(staged: Staged) -> None:
    """Where its own record stands, three kanji over two blocks are enough."""
    staged.withhold("砂越香", everywhere=True)
    staged.page("<p>砂越</p><p>香</p>")
    assert staged.codes() == ["L701"]


DETECTED = {
    "sentence": ("<p>連絡先は0400-21-7788です。</p>", ["L702"]),
    "attribute": ('<p title="0400-21-7788">職員</p>', ["L702"]),
    "comment": ("<!-- 0400-21-7788 -->", ["L702"]),
    "script": ('<script>call("0400-21-7788")</script>', ["L702"]),
    "tel": ('<a href="tel:0400-21-7788">電話</a>', ["L702"]),
    "suspicion-by-column": (
        "<table><tr><th>番号</th><th>氏名</th></tr><tr><td>1</td><td>三輪</td></tr></table>",
        ["L703"],
    ),
    "suspicion-by-row": ('<table><tr><th scope="row">氏名</th><td>三輪</td></tr></table>', ["L703"]),
    "suspicion-by-term": ("<dl><dt>氏名</dt><dd>三輪</dd></dl>", ["L703"]),
    "honorific": ("<p>三輪様に</p>", ["L702"]),
    "honorific-made-bold": ("<p>三輪<b>様</b>に</p>", ["L702"]),
    "values-side-by-side": ("<p><span>三輪</span>様式の変更</p>", []),
    "class-is-no-text": ('<p class="0400-21-7788">職員</p>', []),
    "redaction-in-its-column": ("<table><tr><th>氏名</th></tr><tr><td>〔氏名〕</td></tr></table>", []),
}


@pytest.mark.parametrize(("body", "codes"), DETECTED.values(), ids=DETECTED)
def test_what_detectors_find(staged: Staged, body: str, codes: list[str]) -> None:
    """What a fresh run of the detectors finds is a leak, whether sure or only suspected."""
    staged.page(body)
    assert staged.codes() == codes


KEPT = {
    # the public text of a field, the occurrence kept in it, a page, whether it is excused there
    "field-in-a-cell": ("阿佐美志津乃", "阿佐美志津乃", "<table><tr><td>阿佐美志津乃</td></tr></table>", True),
    "field-in-a-span": ("阿佐美志津乃", "阿佐美志津乃", "<p>主事 <span>阿佐美志津乃</span>まで</p>", True),
    "field-with-a-space": ("阿佐美 志津乃", "阿佐美 志津乃", "<p><span>阿佐美志津乃</span></p>", True),
    "field-in-an-attribute": ("阿佐美志津乃", "阿佐美志津乃", '<p title="阿佐美志津乃">職員</p>', True),
    "field-name-in-a-sentence": ("阿佐美志津乃", "阿佐美志津乃", "<p>住民の阿佐美志津乃が</p>", False),
    "field-name-made-bold": ("阿佐美志津乃", "阿佐美志津乃", "<p>住民の<b>阿佐美志津乃</b>が</p>", False),
    "field-name-in-a-link": ("阿佐美志津乃", "阿佐美志津乃", '<p>住民の<a href="../">阿佐美志津乃</a>が</p>', False),
    "field-name-on-one-line": (
        "阿佐美志津乃",
        "阿佐美志津乃",
        '<p><span class="k-nb">住民の</span>阿佐美志津乃</p>',
        False,
    ),
    "sentence": ("委員の阿佐美志津乃が述べた。", "阿佐美志津乃", "<p>委員の阿佐美志津乃が述べた。</p>", True),
    "sentence-with-emphasis": (
        "委員の阿佐美志津乃が述べた。",
        "阿佐美志津乃",
        "<p>委員の<b>阿佐美</b>志津乃が述べた。</p>",
        True,
    ),
    "sentence-with-break": (
        "委員の\n阿佐美志津乃が述べた。",
        "阿佐美志津乃",
        "<p>委員の<br>\n阿佐美志津乃が述べた。</p>",
        True,
    ),
    "sentence-in-json-ld": (
        "委員の阿佐美志津乃が述べた。",
        "阿佐美志津乃",
        '<script type="application/ld+json">{"text": "委員の阿佐美志津乃が述べた。"}</script>',
        True,
    ),
    "other-sentence": ("委員の阿佐美志津乃が述べた。", "阿佐美志津乃", "<p>住民の阿佐美志津乃が述べた。</p>", False),
    "other-sentence-after": (
        "委員の阿佐美志津乃が述べた。",
        "阿佐美志津乃",
        "<p>委員の阿佐美志津乃に渡した。</p>",
        False,
    ),
    "alone-in-a-cell": (
        "委員の阿佐美志津乃が述べた。",
        "阿佐美志津乃",
        "<table><tr><td>阿佐美志津乃</td></tr></table>",
        False,
    ),
    "long-text-cut-after": (
        "去る七日の会議で委員の阿佐美志津乃が述べた。",
        "阿佐美志津乃",
        "<p>去る七日の会議で委員の阿佐美志津乃…</p>",
        True,
    ),
    "long-text-cut-before": (
        "去る七日の会議で委員の阿佐美志津乃が述べたこと。",
        "阿佐美志津乃",
        "<p>阿佐美志津乃が述べたこと。</p>",
        True,
    ),
    "cut-on-both-sides": (
        "去る七日の会議で委員の阿佐美志津乃が述べた。",
        "阿佐美志津乃",
        "<p>の阿佐美志津乃が</p>",
        False,
    ),
    "title-behind-what-happened": (
        "町長の阿佐美志津乃が持ち出した資料の紛失について",
        "阿佐美志津乃",
        "<p>【訂正】町長の阿佐美志津乃が持ち出した資料の紛失について</p>",
        True,
    ),
    "title-behind-the-name-of-the-site": (
        "町長の阿佐美志津乃が持ち出した資料の紛失について",
        "阿佐美志津乃",
        '<p title="町の公表資料：町長の阿佐美志津乃が持ち出した資料の紛失について（事案の経過）">紛失</p>',
        True,
    ),
    "title-before-its-report": (
        "紛失と町長の阿佐美志津乃",
        "阿佐美志津乃",
        "<p>紛失と町長の阿佐美志津乃（第２報）</p>",
        True,
    ),
    "title-in-quotation-marks": (
        "紛失と町長の阿佐美志津乃",
        "阿佐美志津乃",
        "<p>「紛失と町長の阿佐美志津乃」のすべての資料</p>",
        True,
    ),
    "title-behind-a-blank": (
        "町長の阿佐美志津乃の挨拶",
        "阿佐美志津乃",
        "<p>報告 町長の阿佐美志津乃の挨拶　意見1</p>",
        True,
    ),
    "title-behind-other-words": (
        "町長の阿佐美志津乃の挨拶",
        "阿佐美志津乃",
        "<p>報告・町長の阿佐美志津乃の挨拶</p>",
        False,
    ),
    "title-before-other-words": (
        "紛失と町長の阿佐美志津乃",
        "阿佐美志津乃",
        "<p>紛失と町長の阿佐美志津乃から</p>",
        False,
    ),
    "field-name-in-brackets": ("阿佐美志津乃", "阿佐美志津乃", "<p>申請者（阿佐美志津乃）</p>", False),
    "one-neighbour-in-brackets": ("妻阿佐美志津乃", "阿佐美志津乃", "<p>（妻阿佐美志津乃）</p>", False),
    "part-before-its-reason": ("町長 阿佐美志津乃", "阿佐美志津乃", "<p>町長 阿佐美志津乃：誤りのため</p>", True),
    "two-paragraphs": (
        "出席した委員\n\n阿佐美志津乃\n\n途中で退席した。",
        "阿佐美志津乃",
        "<p>出席した委員</p><p>阿佐美志津乃</p><p>途中で退席した。</p>",
        True,
    ),
    "field-name-beside-a-redaction": (
        "阿佐美志津乃",
        "阿佐美志津乃",
        '<p><span class="k-withheld">〔住所〕</span>阿佐美志津乃</p>',
        False,
    ),
    "beside-a-redaction": (
        "〔氏名〕に委員の阿佐美志津乃が述べた。",
        "阿佐美志津乃",
        '<p><span class="k-withheld" aria-label="伏せています">〔氏名〕</span>に委員の阿佐美志津乃が述べた。</p>',
        True,
    ),
}


@pytest.mark.parametrize(("whole", "name", "body", "excused"), KEPT.values(), ids=KEPT)
def test_kept_name(staged: Staged, whole: str, name: str, body: str, excused: bool) -> None:  # noqa: FBT001 -- a row
    """A kept name may stand among the neighbours it was kept with, and nowhere else."""
    staged.keep(whole, name)
    staged.page(body)
    assert staged.codes() == ([] if excused else ["L702"])


@pytest.mark.parametrize(("whole", "name", "body", "excused"), KEPT.values(), ids=KEPT)
def test_kept_name_that_is_withheld_elsewhere(staged: Staged, whole: str, name: str, body: str, excused: bool) -> None:  # noqa: FBT001 -- a row
    """The same holds where a resident of that name was withheld."""
    staged.withhold(name)
    staged.keep(whole, name)
    staged.page(body)
    assert staged.codes() == ([] if excused else ["L701", "L702"])


PHONES = {
    "cell": "<dl><dt>電話</dt><dd>0400-21-7788</dd></dl>",
    "link": '<p>電話 <a href="tel:0400217788">0400-21-7788</a>（内線 12）</p>',
    "link-with-hyphens": '<dl><dd><a href="tel:0400-21-7788">0400-21-7788</a></dd></dl>',
    "international-link": '<dl><dd><a href="tel:+81-400-21-7788">0400-21-7788</a></dd></dl>',
    "full-width": "<dl><dt>電話</dt><dd>０４００－２１－７７８８</dd></dl>",
}


@pytest.mark.parametrize("body", PHONES.values(), ids=PHONES)
def test_kept_telephone_number(staged: Staged, body: str) -> None:
    """A kept number may stand, and be called, in any writing."""
    staged.keep("0400-21-7788", "0400-21-7788", Kind.PHONE)
    staged.page(body)
    assert staged.codes() == []


def test_kept_number_within_a_sentence(staged: Staged) -> None:
    """The same number is somebody else's in a sentence it was not kept in."""
    staged.keep("0400-21-7788", "0400-21-7788", Kind.PHONE)
    staged.page('<p>折り返し<span class="k-nb">0400-21-7788</span>へ</p>')
    assert staged.codes() == ["L702"]


DRAFT = "2031-07-01-suido"
UNPUBLISHED = {
    # a string of an unpublished record, a page, whether it gives the record away
    "id-in-a-link": (DRAFT, f'<a href="/incidents/{DRAFT}/">次</a>', True),
    "id-in-text": (DRAFT, f"<p>（{DRAFT}）</p>", True),
    "id-in-full-width": (DRAFT, "<p>２０３１－０７－０１－ｓｕｉｄｏ</p>", True),
    "id-in-json": (DRAFT, f'<script type="application/json">["{DRAFT}"]</script>', True),
    "id-of-another-record": (DRAFT, f'<a href="/incidents/{DRAFT}-2/">次</a>', False),
    "id-after-space": (DRAFT, f"<p>see {DRAFT} for</p>", True),
    "short-id-in-a-link": ("suido", '<a href="/cases/suido/">次</a>', True),
    "short-id-in-a-file-name": ("suido", '<a href="/files/suido.csv">次</a>', True),
    "short-id-in-a-class": ("suido", '<p class="suido">suido</p>', False),
    "short-id-within-a-step": ("suido", '<a href="/sections/suidobu/">次</a>', False),
    "title": ("水道料金の二重請求について", "<p>「水道料金の二重請求について」を</p>", True),
    "title-split": ("水道料金の二重請求について", "<h1>水道料金の<wbr>二重請求<wbr>について</h1>", True),
    "title-in-an-attribute": (
        "水道料金の二重請求について",
        '<a href="./" title="水道料金の二重請求について">次</a>',
        True,
    ),
    "title-over-blocks": ("水道料金の二重請求について", "<p>水道料金の</p><p>二重請求について</p>", True),
    "short-title-alone": ("漏水のお知らせ", "<li>漏水のお知らせ</li>", True),
    "short-title-in-a-sentence": ("漏水のお知らせ", "<p>漏水のお知らせを配った。</p>", False),
}


@pytest.mark.parametrize(("text", "body", "is_leak"), UNPUBLISHED.values(), ids=UNPUBLISHED)
def test_unpublished_record(staged: Staged, text: str, body: str, is_leak: bool) -> None:  # noqa: FBT001 -- a row
    """That a record without a public page exists can't be told from the site."""
    staged.unpublished.append(Unpublished((text,)))
    staged.page(body)
    assert set(staged.codes()) == {"L704"} if is_leak else not staged.codes()


def test_unpublished_id_in_a_path(staged: Staged) -> None:
    """A page at the address of an unpublished record gives it away, and the report does not repeat it."""
    staged.unpublished.append(Unpublished(("suido",)))
    staged.put("cases/suido/index.html", "<p>職員</p>")
    (problem,) = staged.problems()
    assert (problem.code, problem.place.path) == ("L704", "■■■■■/■■■■■/■■■■■■■■■■")


def test_each_page_is_judged_by_its_owners(staged: Staged) -> None:
    """A tag or text that is clean on one page is a leak on the page of the record it was withheld from."""
    staged.withhold("砂越", everywhere=False)
    body = '<p title="砂越">砂越さん</p>'
    staged.page(body, OTHER, "incidents/a/index.html")
    staged.page(body, OWNER, "incidents/b/index.html")
    staged.page(body, OTHER, "incidents/c/index.html")
    assert {(p.code, p.place.path) for p in staged.problems()} == {("L701", "incidents/b/index.html")}
