"""訂正の一覧 and the pages about the site."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.pages.about import about_pages
from generator.pages.corrections import corrections_pages
from generator.records.dates import Day
from generator.records.shown_words import AgeShown, SectionShown
from generator.records.vocabulary import Sanction
from generator.redaction.kinds import Kind
from generator.settings import NamedSanction


def about(site):
    """The pages about a site, by address."""
    return {page.address: page for page in about_pages(site)}


def revisions(*days):
    """One correction on each day."""
    words = "\n    区分: 訂正\n    箇所: 概要\n    誤: 誤り{n}\n    正: 正しさ{n}\n    理由: 理由{n}。"
    lines = (f"\n  - 版: {n + 2}\n    日時: {day}" + words.format(n=n) for n, day in enumerate(days))
    return {"改訂": "".join(lines)}


def test_every_correction_is_listed(site, incident):
    """Every 改訂 of every record stands there, newest first, with what was wrong, what is right and why."""
    made = site(incident("a", **revisions("2026-06-01", "2026-07-01")), incident("b", **revisions("2026-06-15")))
    (page,) = corrections_pages(made)
    order = [page.body.index(f'datetime="{day}"') for day in ("2026-07-01", "2026-06-15", "2026-06-01")]
    assert order == sorted(order)
    for text in ("誤り1", "正しさ1", "理由1。", "../incidents/a/", "../incidents/b/"):
        assert text in page.body
    assert page.owners == {"a", "b"}


def test_corrections_of_every_kind(site, minutes, paper):
    """What was changed in minutes and papers stands there with their kind, minutes without 件名 by their meeting."""
    (page,) = corrections_pages(site(minutes("m", **revisions("2026-07-01")), paper("p", **revisions("2026-07-02"))))
    words = re.sub("<[^>]*>", "", page.body)
    assert [word for word in ("会議録", "審議会 令和8年6月12日（金）", "会議資料") if word not in words] == []


def test_what_was_taken_down_is_not_quoted(site, incident):
    """Of a withdrawn record the list tells that and why it was changed, not the words themselves."""
    record = incident("a", 公開="\n  状態: 撤回\n  理由: 誤り。", **revisions("2026-06-01"))
    (page,) = corrections_pages(site(record))
    assert "理由0。" in page.body
    assert "誤り0" not in page.body
    assert "正しさ0" not in page.body


def test_no_correction_yet(site, incident):
    """Where nothing was changed the page says so."""
    (page,) = corrections_pages(site(incident("a")))
    assert "公表した後に直したところはありません。" in page.body


def test_many_corrections_are_cut(site, incident):
    """A long list goes on below the first page."""
    days = [f"2026-06-{n:02}" for n in range(1, 31)]
    made = site(incident("a", **revisions(*days)), incident("b", **revisions("2026-05-01")))
    assert [page.address for page in corrections_pages(made)] == ["/corrections/", "/corrections/2/"]


def test_criteria_come_from_the_settings(site):
    """The page tells what is shown beside each 懲戒処分, as the municipality decided, and from when."""
    made = site()
    shown = {"section": SectionShown.DIVISION, "post_shown": False, "age": AgeShown.YEARS, "sex_shown": True}
    decided = (NamedSanction(Sanction.DISMISSAL, name_allowed=True, **shown),)
    settings = replace(made.settings, criteria=decided, criteria_from=Day(2023, 4, 1), days_to_publication=45)
    body = about(replace(made, settings=settings))["/about/"].body
    assert row(body, "免職") == ["示すことがあります", "部まで", "示しません", "年齢", "示します"]
    assert row(body, "停職") == ["示しません", "課まで", "示します", "年代（40代など）", "示しません"]
    assert "訓告</th>" not in body
    assert "令和5年4月1日（土）" in body
    assert "45日" in body


def row(body, sanction):
    """The cells of the line of one 処分."""
    line = re.search(f'<th scope="row">{sanction}</th>(.*?)</tr>', body)
    return re.findall('<td data-label="[^"]+">([^<]*)</td>', line[1])


def test_other_measures_stand_there_only_when_they_are_listed(site):
    """A measure that is no 懲戒処分 is in the table only where 公表基準 has a line for it."""
    made = site()
    decided = (NamedSanction(Sanction.WRITTEN_ADMONITION, name_allowed=True),)
    body = about(replace(made, settings=replace(made.settings, criteria=decided)))["/about/"].body
    assert row(body, "文書訓告")[0] == "示すことがあります"
    assert '<th scope="row">訓告</th>' not in body


def test_what_has_no_page_is_counted_elsewhere(site):
    """How many were announced in batches or not at all is told once, by 統計, and the page leads there."""
    assert '<a class="k-target" href="../statistics/">' in about(site(batched={2024: 3}))["/about/"].body


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in Kind])
def test_every_kind_of_withheld_word_is_explained(site, kind):
    """The page on withheld words explains each kind that can stand in brackets."""
    assert f'<th scope="row">〔{kind.value}〕</th>' in about(site())["/about/redaction/"].body


def test_nothing_about_an_unset_value(site):
    """A municipality that sets no licence, website or date gets no empty heading for it."""
    body = about(site())["/about/"].body
    assert "資料の利用" not in body
    assert "公式サイト" not in body
    assert "この基準によっています" not in body
