"""The lists of the 議会 section: what stands in which, in which order, and that none is dead."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.pages.council import council_pages
from generator.pages.frame import council_crumbs
from generator.pages.pagination import PER_PAGE
from generator.settings import Body, Department, Topic

BODIES = (Body("全員協議会", "all-members", ("議員協議会",)), Body("総務委員会", "general"))
TOPICS = (Topic("税", "tax"), Topic("健康"))


@pytest.fixture
def town(site):
    """A site whose settings know two bodies, two sections and two topics, one of them with a list."""

    def make(*records, **values):
        made = site(*records, **values)
        sections = (Department("税務課", "tax"), Department("町民課", "residents"))
        return replace(made, settings=replace(made.settings, bodies=BODIES, departments=sections, topics=TOPICS))

    return make


def listed(site):
    """The pages of all lists, by address."""
    return {page.address: page for page in council_pages(site)}


def targets(page):
    """Where the entries of a page lead."""
    return re.findall('<h3 class="k-entry__title"><a [^>]*href="([^"]*)"', page.body)


def test_no_list_without_records(town, incident):
    """A site of announcements only has no page of the 議会 section."""
    assert listed(town(incident())) == {}


def test_lists_there_are(town, paper, minutes, discipline, batch):
    """Every kind, body, 年度, 所管 and 分野 that finds something has a list, and nothing else has."""
    made = listed(town(paper(分野="[税, 健康]"), minutes(), discipline(), batch(発表日="2027-04-02")))
    assert set(made) == {
        "/council/",
        "/papers/",
        "/minutes/",
        "/dispositions/",
        "/batches/",
        "/council/bodies/all-members/",
        "/council/bodies/other/",
        "/council/years/2026/",
        "/council/years/2027/",
        "/council/sections/tax/",
        "/council/sections/other/",
        "/council/topics/tax/",
    }


def test_facets_link_to_what_is_made(town, paper, minutes):
    """Each way to look leads to a page of the section; what finds nothing is not named."""
    made = listed(town(paper(), minutes()))
    facets = made["/council/"].body.partition("k-results")[0]
    hrefs = re.findall('<li><a href="([^"]*)"', facets.partition("k-facets")[2])
    assert {"/" + href.removeprefix("../") for href in hrefs} == set(made) - {"/council/"}
    assert "町民課" not in facets


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("潮見町議会 全員協議会", "all-members"),
        ("議員協議会", "all-members"),
        ("総務委員会", "general"),
        ("福祉審議会", "other"),
    ],
    ids=["name within", "former name", "name", "unknown"],
)
def test_bodies(town, paper, typed, slug):
    """A body is found by its name or a former one in what was typed, else under その他の会議."""
    assert targets(listed(town(paper("p", 会議=typed)))[f"/council/bodies/{slug}/"]) == ["../../../papers/p/"]


def test_newest_first_by_the_day_of_the_meeting(town, paper, minutes):
    """Minutes stand where the meeting was held, though they were published later; on one day the ids decide."""
    late = minutes("m", 日時="令和8年4月30日（木）午後2時", 発表日="2026-08-01")
    made = listed(town(late, paper("a", 発表日="2026-06-12"), paper("b", 発表日="2026-06-12")))
    assert targets(made["/council/"]) == ["../papers/b/", "../papers/a/", "../minutes/m/"]
    assert "公表 令和8年8月1日（土）" in made["/minutes/"].body


def test_further_pages_collide_with_no_record(town, paper):
    """Page 2 of a list below which records lie has an address that no record can have; other lists count on."""
    made = listed(town(*(paper(f"p{n:02}") for n in range(PER_PAGE)), paper("2")))
    assert {"/papers/all/2/", "/council/all/2/", "/council/years/2026/2/"} <= set(made)
    assert "/papers/2/" not in made


def test_withdrawn_shows_its_place_only(town, paper):
    """What was withdrawn is listed without its words."""
    (page,) = {listed(town(paper(公開="\n  状態: 撤回\n  撤回理由: 誤り")))["/papers/"]}
    assert "取下げ" in page.body
    assert "通知書の誤送付について報告します" not in page.body


def test_audits_tell_of_their_measures(town, public):
    """An audit says which it was and how many of its opinions have their measure."""
    audit = """種類: 監査報告
件名: 発送の事務について
発表日: 2026-07-30
担当:
  - 所属: 税務課
公開:
  状態: 公開
監査種別: 行政監査
対象機関: 本庁
結果:
  - 項目: 一
    意見:
      - {番号: 意見1, 求める措置: 量ること。}
      - {番号: 意見2, 求める措置: 残すこと。}
措置:
  - 意見番号: 意見1
    状況: 措置済
"""
    page = listed(town(public(audit, "a")))["/audits/"]
    assert page.section == "audits"
    assert "<li>行政監査</li><li>措置 1／2件</li><li>税務課</li>" in page.body


def test_owners(town, paper, minutes):
    """A list carries the words of the records it shows."""
    made = listed(town(paper("p"), minutes("m")))
    assert (made["/council/"].owners, made["/papers/"].owners) == ({"p", "m"}, {"p"})


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("全員協議会", ["公表資料", "会議・議事録", "全員協議会"]),
        ("福祉審議会", ["公表資料", "会議・議事録", "会議資料"]),
    ],
    ids=["known-body", "unknown-body"],
)
def test_crumbs(town, paper, typed, ways):
    """The way to a paper leads through the list of its body, or through that of its kind; each step is a list."""
    record = paper("p", 会議=typed)
    made = town(record)
    steps = council_crumbs(record, made)
    assert [label for label, _ in steps] == ways
    assert {"/" + href.removeprefix("../../") for _, href in steps[1:]} <= set(listed(made))
