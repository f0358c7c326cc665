"""References in running text: what becomes a link, where it leads, and what is left alone."""

from __future__ import annotations

import re

import pytest

from generator.pages.audit import audit_pages
from generator.pages.incident import incident_pages
from generator.pages.links import Links
from generator.pages.minutes import minutes_pages
from generator.pages.paper import paper_pages
from generator.pages.references import References
from generator.pages.threads import Threads

HANDOUTS = (
    "\n  - 番号: 資料１\n    件名: 誤送付について\n    記録: 2026-05-23-tsuchi"
    "\n  - 番号: 資料２\n    件名: 手順\n    非公開の理由: 案のため"
)
AUDIT = """種類: 監査報告
件名: 発送の事務について
発表日: 2026-07-30
担当:
  - 所属: 監査委員事務局
公開:
  状態: 公開
監査種別: 行政監査
対象機関: 本庁
結果:
  - 項目: 一
    調査結果: 意見1と意見2による。意見1件を述べる。
    意見:
      - {番号: 意見1, 求める措置: 量ること。}
      - {番号: 意見3, 求める措置: 残すこと。}
関連:
  - p
"""


def said(words, number="諮問第4号"):
    """Items of a meeting: one has the number, in the other something is said."""
    return (
        f"\n  - 番号: {number}\n    件名: 一の件\n    説明: {words}"
        f"\n  - 番号: 報告第1号\n    件名: 二の件\n    質疑:\n      - 発言者: 委員\n        発言: {words}"
    )


def linked(site, *records):
    """The references of each page: words, target and what is heard."""
    links = Links(site(*records))
    threads, references = Threads(links), References(links)
    pages = [
        *incident_pages(links.site, threads),
        *paper_pages(links.site, threads),
        *minutes_pages(links.site, links),
        *audit_pages(links.site, links),
    ]
    found = re.compile('<a class="k-ref" href="([^"]*)" aria-label="([^"]*)">([^<]*)</a>')
    return {page.address: found.findall(page.body) for page in references.in_pages(pages)}


def ways(site, page, *records):
    """Words and target of each reference of one page."""
    return [(words, href) for href, _, words in linked(site, *records)[page]]


def test_handouts_and_items_of_the_same_minutes(site, incident, minutes):
    """In speeches 資料２ leads to its line, one that is a record to that, 諮問第４号 to its item, in whatever width."""
    made = minutes("m", 配布資料=HANDOUTS, 議事=said("資料1、資料２と諮問第４号のとおり。資料9はない。"))
    record, line = ("資料1", "../../incidents/2026-05-23-tsuchi/"), ("資料２", "#handout-2")
    assert ways(site, "/minutes/m/", incident(), made) == [record, line, record, line, ("諮問第４号", "#item-1")]


def test_what_is_heard(site, minutes):
    """Who hears a link is told its words first, then where it leads."""
    made = minutes("m", 配布資料=HANDOUTS, 議事=said("資料２のとおり。"))
    assert {heard for _, heard, _ in linked(site, made)["/minutes/m/"]} == {"資料２（配布資料「手順」）"}


@pytest.mark.parametrize(
    ("other", "led"),
    [
        ({}, [("諮問第4号", "../../minutes/m/#item-1")]),
        ({"会議名": "別の会"}, []),
        ({"日時": "令和6年6月12日（水）午後2時", "発表日": "2024-07-01"}, []),
        ({"公開": "\n  状態: 撤回\n  撤回理由: 誤り"}, []),
    ],
    ids=["same-body", "another-body", "years-ago", "withdrawn"],
)
def test_items_of_another_meeting(site, minutes, paper, other, led):
    """A paper's 諮問第4号 leads to the item of its own body's meeting within a year, and to nothing less certain."""
    about = paper("p", 会議="審議会", 本文="諮問第4号の経過を報告します。")
    made = minutes("m", **{"議事": said("一。"), **other})
    assert ways(site, "/papers/p/", about, made) == led


def test_a_number_that_two_items_have(site, minutes, paper):
    """Where two meetings have the number, the words stay text."""
    two = [minutes(name, 議事=said("一。")) for name in ("m", "n")]
    assert ways(site, "/papers/p/", paper("p", 会議="審議会", 本文="諮問第4号の経過。"), *two) == []


def test_opinions(site, paper, public):
    """意見1 leads to the opinion of the audit itself, or of the only related one; a count of opinions is none."""
    audit = public(AUDIT, "a")
    about = paper("p", 本文="意見３に応えます。意見3件のうちの一つです。意見9はありません。")
    assert ways(site, "/audits/a/", about, audit) == [("意見1", "#opinion-1")]
    assert ways(site, "/papers/p/", about, audit) == [("意見３", "../../audits/a/#opinion-2")]


def test_two_related_audits(site, paper, public):
    """Where two audits are related nobody can tell whose 意見1 is meant."""
    about = paper("p", 本文="意見1に応えます。")
    assert ways(site, "/papers/p/", about, public(AUDIT, "a"), public(AUDIT, "b")) == []


def test_numbers_of_cases(site, chain, paper):
    """The number of a case leads to its page, from everywhere but its own announcements."""
    about = paper("p", 本文="事案番号 r8-kaigo について。xr8-kaigo や r8-kaigo-2 は別です。")
    pages = linked(site, *chain, about)
    assert [(words, href) for href, _, words in pages["/papers/p/"]] == [("r8-kaigo", "../../cases/r8-kaigo/")]
    assert pages["/incidents/2026-09-12-kaigo-3/"] == []


def test_owners(site, chain, paper):
    """A page owns the words of what its references name."""
    links = Links(site(*chain, paper("p", 本文="事案番号 r8-kaigo について。")))
    (page,) = References(links).in_pages(paper_pages(links.site, Threads(links)))
    assert page.owners == {"p", "r8-kaigo"}
