"""The page of a case."""

from __future__ import annotations

import re

from generator.pages.case import case_pages
from generator.pages.links import Links
from generator.pages.threads import Threads


def only(site, *records):
    """The one case page of a site."""
    (page,) = case_pages(Threads(Links(site(*records))))
    return page


def test_three_reports(chain, site, golden):
    """A case of three reports, as reviewed line by line."""
    golden("case", only(site, *chain).body)


def test_values(chain, site):
    """A case page carries the words of all its reports and is as new as the newest."""
    page = only(site, *chain)
    assert page.address == "/cases/r8-kaigo/"
    assert page.title == "通知書を別の方に送った事案について（事案の経過）"
    assert page.owners == {"r8-kaigo", *(record.id for record in chain)}
    assert page.modified.isoformat() == "2026-09-12"


def test_newest_truth(chain, site):
    """On top stands what the newest report says, beside what the one before said."""
    top = only(site, *chain).body.split('id="moves"')[0]
    assert "27人" in top
    assert "第2報では 29人" in top
    assert "3人" not in top


def test_moves(chain, site):
    """Ups and downs are said in numbers and look alike."""
    body = only(site, *chain).body
    assert re.findall('<span class="k-tag">([^<]+)</span>', body) == ["＋26人", "－2人"]


def test_open_numbers_say_so(incident, site):
    """A number that was 調査中 in its report says so where it is compared."""
    case = {"事案番号": "r8-x", "判明": "2026-05-01"}
    first = incident("a", **case, 発表区分="第一報", 発表日="2026-05-02", 影響="\n  人数: {値: 3, 性質: 調査中}")
    second = incident("b", **case, 発表区分="最終報", 発表日="2026-05-09", 影響="\n  人数: 5人")
    moves = only(site, first, second).body.partition('class="k-moves"')[2].partition("</ol>")[0]
    assert moves.count("調査中") == 1


def test_no_move(incident, site):
    """A number that stayed the same gets no chart."""
    records = [
        incident(stage, 発表区分=stage_word, 事案番号="c") for stage, stage_word in (("a", "第一報"), ("b", "続報"))
    ]
    assert "k-moves" not in only(site, *records).body


def test_table(chain, site):
    """What a report left as it was is said to be unchanged; the first column marks nothing."""
    table = only(site, *chain).body.split('id="contents"')[1].split("</table>")[0]
    rows = {re.search('row">([^<]+)', row)[1]: row.split("<td")[1:] for row in table.split("<tr><th scope=")[2:]}
    assert all("k-changed" not in cells[0] for cells in rows.values())
    assert "変更なし" in rows["職員の処分等"][2]
    assert "k-changed" in rows["職員の処分等"][1]


def test_open_promises(chain, site):
    """Measures that are not finished stand with their number in the report, finished ones don't."""
    promises = only(site, *chain).body.split('id="promises"')[1]
    assert '<td class="k-promises__number">2</td>' in promises
    assert "重さを量る" not in promises


def test_one_report(chain, site):
    """A case of one report compares nothing."""
    body = only(site, chain[0]).body
    assert "k-changed" not in body
    assert "1回の発表" in body


def test_withdrawn_report(chain, site, incident):
    """A withdrawn report is listed and takes no part in the comparison; a case of nothing else says so."""
    gone = incident(
        "2026-03-01-old", 発表区分="第一報", 発表日="2026-03-01", 事案番号="r8-kaigo", 公開="\n  状態: 撤回"
    )
    body = only(site, gone, *chain[1:]).body
    assert "令和8年3月1日（日）" in body
    assert "1人" not in body.split('id="flow"')[0].split('id="contents"')[1].split("懲戒処分")[0]
    assert "すべて取り下げました" in only(site, gone).body


def test_expired_reports(site, incident):
    """A case whose reports show only their abstracts shows the newest of these, and doesn't call it withdrawn."""
    over = "\n  状態: 公開\n  掲載終了:\n    日: 2026-11-30\n    扱い: 要約のみ"
    body = only(site, incident(発表区分="第一報", 事案番号="c", 公開=over, 要約="要約の言葉。")).body
    assert "要約の言葉。" in body
    assert "取り下げ" not in body


def test_number_in_words(incident, site):
    """A number that is told in words keeps its HTML beside the new one."""
    first = incident("a", 発表区分="第一報", 事案番号="c", 影響="\n  人数: 大人2人と子ども1人")
    later = incident("b", 発表区分="続報", 事案番号="c", 発表日="2026-06-01", 影響="\n  人数: 大人3人と子ども1人")
    body = only(site, first, later).body
    assert "&lt;" not in body
    assert '第1報では 大人<span class="k-nb">2人</span>と子ども<span class="k-nb">1人</span>' in body
