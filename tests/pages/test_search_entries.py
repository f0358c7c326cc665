"""What can be found: the words of each record's own page, and nothing that it no longer shows."""

from __future__ import annotations

import re

import pytest

from generator.pages.all import build_pages
from generator.pages.find import search_pages
from generator.pages.matters import matters_of
from generator.pages.search import in_search_order, paragraphs, search_table, search_text


def entries(site):
    """The entry of each page that can be found, by address."""
    return {page.address: page.entry for page in build_pages(site) if page.entry}


def only(site):
    """The one entry of a site."""
    (entry,) = entries(site).values()
    return entry


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>通知書<b>12通</b>を<wbr>送りました。</p><p>次</p>", ("通知書12通を送りました。", "次")),
        ('<p><span class="k-nb">12通</span>の<a href="../">通知書</a></p>', ("12通の通知書",)),
        ('<p>担当 <span class="k-person">課長</span>へ</p>', ("担当", "課長", "へ")),
        ("<p>一行目<br>\n二行目</p>", ("一行目\n二行目",)),
        ("<td>a &amp; b</td><td>c</td>", ("a & b", "c")),
        ("<p>潮見町<ruby>汐名<rt>しおな</rt></ruby></p>", ("潮見町汐名",)),
        ('<nav><a href="x">前</a></nav><aside>注</aside><svg><path/></svg><p>本文</p>', ("本文",)),
        ('<section class="k-part" aria-labelledby="related"><h2>関連</h2></section><p>本文</p>', ("本文",)),
    ],
    ids=["within", "held", "beside", "lines", "cells", "ruby", "aside", "other-pages"],
)
def test_paragraphs_are_what_a_reader_takes_in_at_once(html, said):
    """Tags within a sentence part nothing, all others do; ways to other pages are no text of this one."""
    assert paragraphs(f'<nav></nav><h1>題</h1>{html}<div class="k-foot">版</div>') == said


def test_an_entry_says_what_its_page_says(site, incident):
    """Title, day, section and people beside the text of the page; the words of every facet find it too."""
    entry = only(site(incident(事案番号="r8-1")))
    assert (entry.title, entry.date, entry.state) == ("通知書を別の方に送った事案について", "2026-05-23", "closed")
    assert entry.facts == ("1人", "税務課")
    assert {"事案", "令和8年度", "税務課", "誤送付", "2026-05-23-tsuchi", "r8-1"} <= set(entry.keys)
    assert "通知書1通を別の方に送りました。ほかに誤りはありません。" in entry.text
    assert entry.owners >= {"2026-05-23-tsuchi"}


def test_what_was_withdrawn_is_not_found(site, incident):
    """Of a withdrawn record only what its page still shows can be found; not its lead, not its people."""
    entry = only(site(incident(公開="\n  状態: 撤回\n  理由: 誤った資料だったため。")))
    assert (entry.state, entry.lead, entry.facts) == ("withdrawn", "", ("税務課",))
    assert not any("1通" in text for text in (*entry.text, *entry.keys))


def test_what_was_shortened_is_found_by_its_abstract(site, incident):
    """After 掲載終了 with 要約のみ the rest of the text is not found."""
    record = incident(公開="\n  状態: 公開\n  掲載終了:\n    日: 2026-11-30\n    扱い: 要約のみ")
    entry = only(site(record))
    assert "宛名を確かめませんでした。" not in " ".join(entry.text)
    assert entry.lead == "通知書1通を別の方に送りました。"


def test_a_draft_is_not_found(site, incident):
    """What only `serve` shows has no entry, and a site of drafts alone has no search."""
    made = site(incident(), drafts=frozenset({"2026-05-23-tsuchi"}))
    assert entries(made) == {}
    assert list(search_pages(made, matters_of(made))) == []


def test_what_is_withheld_is_found_as_it_is_shown(site, incident):
    """A withheld name is 〔氏名〕 in the search as on the page."""
    entry = only(site(incident(概要="［氏名］の通知書を送りました。")))
    assert "〔氏名〕の通知書を送りました。" in entry.text


def test_reports_of_a_case_are_found_in_the_state_of_the_case(site, chain):
    """Whoever looks for what is still open does not find the first report of a closed case."""
    found = entries(site(*chain))
    assert len(found) == 3
    assert len({entry.state for entry in found.values()}) == 1


def test_newest_first(site, chain, paper):
    """Numbers follow the day, the newest is 0."""
    ordered = in_search_order(entries(site(*chain, paper())).values())
    assert [entry.date for entry in ordered] == sorted((entry.date for entry in ordered), reverse=True)


def test_table(site, incident, paper, minutes):
    """Each facet lists the values that occur, in the order of the page, and each record its places in them."""
    made = site(incident(), paper(), minutes())
    table = search_table(in_search_order(entries(made).values()), made.settings)
    facets = {facet["key"]: facet for facet in table["facets"]}
    assert [label for _, label in facets["kind"]["values"]] == ["事案", "会議資料", "会議録"]
    assert [label for _, label in facets["year"]["values"]] == ["令和8年度"]
    for address, title, _date, _state, places in table["records"]:
        assert address.startswith("/")
        assert title
        for facet, chosen in zip(table["facets"], places, strict=True):
            assert all(place < len(facet["values"]) for place in chosen)


def test_a_title_comes_in_phrases(site, incident):
    """The title of a result breaks where the page's own does."""
    entry = only(site(incident()))
    assert "".join(search_text(entry)["title"]) == entry.title
    assert len(search_text(entry)["title"]) > 1


def test_the_page_of_the_search_as_it_is(site, incident, paper, golden):
    """The form waits for its script; the lists are there without."""
    made = site(incident(), paper())
    (page,) = search_pages(made, matters_of(made))
    golden("search", page.body)
    assert re.search("<form [^>]*hidden", page.body)
    assert page.owners == frozenset()
