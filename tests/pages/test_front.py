"""The front page: the request to residents, what is new, the numbers of the 年度."""

from __future__ import annotations

import pytest

from generator.pages.figures import figures_of
from generator.pages.front import NEWS, front_page
from generator.pages.matters import matters_of

OPEN = {"発表区分": "第一報", "事案番号": "r8-x"}


def front(site):
    """The front page of a site."""
    return front_page(site, matters_of(site))


def figures(site, year=2026):
    """The numbers of a year."""
    return figures_of(site, matters_of(site), year)[0]


def test_request_is_that_of_the_newest_open_matter(site, incident):
    """Residents are asked once: by the open 事案 announced last that asks for something."""
    ask = (
        "\n  お願い: 封筒の中をご確認ください。ほかの案内もあります。"
        "\n  問い合わせ先:\n    - 所属: 税務課\n      電話: 0400-99-0202"
    )
    made = site(
        incident("a", 発表日="2026-05-01", 判明="2026-05-01", 住民の皆様へ=ask, **OPEN),
        incident("b", 発表日="2026-06-01", 判明="2026-06-01", 住民の皆様へ=ask, 発表区分="第一報", 事案番号="r8-y"),
        incident(
            "c",
            発表日="2026-07-01",
            判明="2026-07-01",
            住民の皆様へ="ご連絡します。",
            発表区分="第一報",
            事案番号="r8-z",
        ),
    )
    body = front(made).body
    box = body[body.index('class="k-request"') : body.index('id="news"')]
    assert 'href="incidents/b/"' in box
    assert "町民の皆様に確認をお願いしている事案" in box
    assert "<strong>封筒の中をご確認ください。</strong>" in box
    assert 'href="tel:0400990202"' in box


@pytest.mark.parametrize(
    ("changed"),
    [
        pytest.param({"住民の皆様へ": "\n  お願い: ご確認ください。"}, id="closed"),
        pytest.param({"住民の皆様へ": "\n  対象: 連絡しました。", **OPEN}, id="asks for nothing"),
        pytest.param({"住民の皆様へ": "ご心配をおかけします。", **OPEN}, id="prose"),
        pytest.param(
            {"住民の皆様へ": "\n  お願い:\n    状態: 該当なし\n    説明: ありません。", **OPEN},
            id="says that nothing is asked",
        ),
        pytest.param({"住民の皆様へ": "\n  お願い: 特にありません。", **OPEN}, id="nothing in words"),
        pytest.param({"住民の皆様へ": "\n  お願い:\n    - 手続きは要りません。", **OPEN}, id="nothing in a list"),
        pytest.param(
            {"住民の皆様へ": "\n  お願い: ご確認ください。", "公開": "\n  状態: 撤回\n  理由: 誤り。", **OPEN},
            id="withdrawn",
        ),
    ],
)
def test_no_request_no_box(site, incident, changed):
    """Where nobody is asked for anything there is no box, and no empty slot for one."""
    assert "k-request" not in front(site(incident("a", **changed))).body


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("手続きは要りません。封筒をご確認ください。", id="prose"),
        pytest.param("\n    - 手続きは要りません。\n    - 封筒をご確認ください。中もです。", id="list"),
        pytest.param("\n    見出し: 確認\n    内容: 封筒をご確認ください。", id="under a heading"),
    ],
)
def test_the_first_sentence_that_asks(site, incident, asked):
    """The box shows the first sentence that asks for something, not one that says what is not needed."""
    body = front(site(incident("a", 住民の皆様へ=f"\n  お願い: {asked}", **OPEN))).body
    assert "<strong>封筒をご確認ください。</strong>" in body


def test_only_the_newest_report_has_a_state(site, chain):
    """Beside an earlier report no state is shown: what was 調査中 then may be long known."""
    body = front(site(*chain)).body
    news = body[body.index('id="news"') : body.index('id="numbers"')]
    assert news.count("k-status") == 1


def test_news_holds_announcements_and_corrections(site, chain):
    """Announcements and later changes stand by their own days, newest first, each report with its label."""
    body = front(site(*chain)).body
    news = body[body.index('id="news"') : body.index('id="numbers"')]
    order = [news.index(text) for text in ("2026-09-12", "2026-05-25", "2026-05-23", "2026-04-18")]
    assert order == sorted(order)
    assert '<span class="k-label k-label--this">最終報</span>' in news
    assert '<span class="k-label">第1報</span>' in news
    assert "<span>訂正</span>" in news
    assert "影響の人数：全件を照合した結果です。" in news


def test_news_is_short(site, incident):
    """The front page shows the newest few and leads to all."""
    body = front(site(*(incident(f"a-{n}") for n in range(NEWS + 3)))).body
    assert body.count('class="k-news__title"') == NEWS
    assert 'href="incidents/"' in body


def test_front_page_carries_the_words_it_shows(site, incident):
    """The front page is owned by what stands on it, and not by the whole archive."""
    page = front(site(*(incident(f"a-{n}", 発表日=f"2026-05-{n + 10}") for n in range(NEWS + 3))))
    assert page.owners == {f"a-{n}" for n in range(3, NEWS + 3)}


def test_front_page_as_it_is(site, chain, incident, golden):
    """The front page of four announcements, whole."""
    asked = "\n  お願い: 封筒の中をご確認ください。"
    alone = incident("2026-06-01-b", 発表日="2026-06-01", 住民の皆様へ=asked, 発表区分="第一報", 事案番号="r8-b")
    golden("front", front(site(*chain, alone)).body)


def test_withdrawn_news_says_nothing_of_its_content(site, incident):
    """A record that was taken down is news by title only."""
    body = front(site(incident("a", 公開="\n  状態: 撤回\n  理由: 誤り。", 概要="秘めた文。"))).body
    assert "秘めた文" not in body


def test_front_page_of_an_empty_site(site):
    """Before the first record the page says that there is none."""
    body = front(site()).body
    assert "公表した事案は、まだありません。" in body
    assert "k-request" not in body


@pytest.mark.parametrize(
    ("impact", "people", "without"),
    [
        pytest.param("\n  人数: 29人", "29人", 0, id="people"),
        pytest.param("\n  人数: 1,284", "1,284人", 0, id="a bare number"),
        pytest.param("\n  人数: 約330人", "約330人", 0, id="about"),
        pytest.param(
            "\n  人数: {値: 40, 単位: 人, 性質: 延べ, 重複除外: 38}", "約38人", 0, id="those counted twice left out"
        ),
        pytest.param("\n  人数: 12世帯", "不明", 1, id="households are not people"),
        pytest.param("\n  人数: {値: 5, 性質: 調査中}", "不明", 1, id="not known yet"),
        pytest.param("\n  件数: 3件", "不明", 1, id="cases only"),
        pytest.param("\n  状態: 調査中", "不明", 1, id="nothing known"),
    ],
)
def test_people_are_counted_where_they_are_people(site, incident, impact, people, without):
    """Only a number of people is added up; how many 事案 have none is said."""
    found = figures(site(incident("a", 影響=impact)))
    assert (found.people.text, found.without_people) == (people, without)


@pytest.mark.parametrize(
    ("discovered", "days"),
    [
        pytest.param("2026-05-19", 4, id="to the day"),
        pytest.param("2026年5月", None, id="a month"),
        pytest.param("2026-05-19～2026-05-20", None, id="a range"),
        pytest.param("\n  状態: 不明\n  説明: 分かりません。", None, id="unknown"),
    ],
)
def test_days_to_publication(site, incident, discovered, days):
    """Days are counted only between two days."""
    assert figures(site(incident("a", 判明=discovered))).days == days


def test_figures_of_a_year(site, incident, chain):
    """A case counts once, in the year it was made known, with its newest number and the days to its first."""
    made = site(*chain, incident("a", 判明="2026-05-13"), incident("b", 発表日="2026-03-31", 判明="2026-03-31"))
    found = [figures(made, year) for year in (2026, 2025, 2024)]
    assert [(one.matters, one.without_people, one.days) for one in found] == [(2, 0, 7.0), (1, 0, 0), (0, 0, None)]
    assert [one.people.text for one in found] == ["28人", "10人未満", "－"]


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        pytest.param("40人", "1,284人", ["<b>40</b>人", "令和7年度は 1,284人"], id="many"),
        pytest.param("約330人", "0人", ["<b>約330</b>人", "令和7年度は 0人"], id="about, and nobody"),
        pytest.param("3人", "40人", ["<b>10人未満</b>", "令和7年度は 40人"], id="few"),
        pytest.param("12世帯", "3人", ["<b>不明</b>", "令和7年度は 10人未満"], id="no number of people"),
    ],
)
def test_people_on_the_front_page(site, incident, now, before, said):
    """The people of this 年度 and of the one before are told as 統計 tells them."""
    earlier = incident("b", 発表日="2026-03-31", 判明="2026-03-30", 影響=f"\n  人数: {before}")
    body = front(site(incident("a", 影響=f"\n  人数: {now}"), earlier)).body
    figures = body[body.index("影響を受けた方") : body.index("判明から公表まで")]
    assert all(one in figures for one in said)


def test_what_would_tell_a_small_number_is_not_on_the_front_page(site, incident):
    """Where the sum of a 年度 is withheld in 統計, the front page has no such figure."""
    one, ten = incident("a", 影響="\n  人数: 1人"), incident("b", 事案種別="紛失", 影響="\n  人数: 10人")
    assert "影響を受けた方" not in front(site(one, ten)).body


def test_front_compares_with_the_year_before(site, incident):
    """The 年度 before stands beside each number once there was one; the first year stands alone."""
    assert "令和7年度は" not in front(site(incident("a"))).body
    assert "令和7年度は 1件" in front(site(incident("a"), incident("b", 発表日="2026-03-31", 判明="2026-03-30"))).body
