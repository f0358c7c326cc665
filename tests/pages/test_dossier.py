"""Everything of one matter on one page."""

from __future__ import annotations

import re
from collections import Counter

from generator.pages.dossier import dossier_pages
from generator.pages.links import Links
from generator.pages.references import References
from generator.pages.threads import Threads

ITEMS = (
    "\n  - 件名: 開会\n  - 番号: 報告（１）\n    件名: 誤送付について\n    資料: 資料１\n    質疑:"
    "\n      - 発言者: 委員\n        発言: 何通か。\n      - 発言者: 税務課長\n        発言: 1通である。"
    "\n  - 番号: 諮問第4号\n    件名: ほかの件について\n    説明: 関わりのない説明。"
)
HANDOUTS = "\n  - 番号: 資料１\n    件名: 誤送付について\n    記録: 2026-05-23-tsuchi"
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
    調査結果: 長い調査の結果。
    意見:
      - 番号: 意見1
        件名: 重さを量ること
        求める措置: 量ること。
措置:
  - 意見番号: 意見1
    状況: 措置済
    内容: 量っている。
関連:
  - 記録: 2026-05-23-tsuchi
    関係: 監査
"""


def made(site, *records):
    """The pages, by address."""
    links = Links(site(*records))
    return {page.address: page for page in dossier_pages(Threads(links), References(links))}


def test_alone(site, incident):
    """An announcement that nobody took up has no such page; it would say the same again."""
    assert made(site, incident()) == {}


def test_case(site, chain):
    """A case of several announcements has one, at its own address, in the order of their days."""
    pages = made(site, *chain)
    (page,) = pages.values()
    assert list(pages) == ["/cases/r8-kaigo/all/"]
    assert re.findall('<article class="k-dossier" id="([^"]*)"', page.body) == [record.id for record in chain]


def test_parts(site, incident, minutes, paper, public):
    """Papers are there whole, of minutes the items about the matter, of audits the opinions with their measures."""
    about = paper("p", 関連="\n  - 記録: 2026-05-23-tsuchi\n    関係: 報告")
    pages = made(site, incident(), about, minutes("m", 配布資料=HANDOUTS, 議事=ITEMS), public(AUDIT, "a"))
    body = pages["/incidents/2026-05-23-tsuchi/all/"].body
    assert re.findall('<article class="k-dossier" id="([^"]*)"', body) == ["2026-05-23-tsuchi", "p", "m", "a"]
    words = re.sub("<[^>]*>", "", body)
    for there in (
        "通知書の誤送付について報告します",
        "何通か。",
        "1通である。",
        "重さを量ること",
        "量っている。",
    ):
        assert there in words
    for elsewhere in ("関わりのない説明", "長い調査の結果"):
        assert elsewhere not in body
    assert pages["/incidents/2026-05-23-tsuchi/all/"].owners == {"2026-05-23-tsuchi", "p", "m", "a"}


def test_ids_and_ways(site, chain):
    """Each id stands once, each way inside the page has its place, and no heading but the first is the page's own."""
    (page,) = made(site, *chain).values()
    ids = Counter(re.findall(' id="([^"]*)"', page.body))
    assert [name for name, count in ids.items() if count > 1] == []
    assert set(re.findall(' href="#([^"]*)"', page.body)) <= set(ids)
    assert page.body.count("<h1") == 1


def test_withdrawn_report_stays_away(site, chain, incident):
    """What was withdrawn says so in its place and nothing else."""
    gone = incident(
        "2026-10-01-kaigo-4", 事案番号="r8-kaigo", 発表区分="続報", 発表日="2026-10-01", 判明="2026-04-14",
        概要="取り下げた言葉。", 公開="\n  状態: 撤回\n  撤回理由: 誤り",
    )  # fmt: skip
    (page,) = made(site, *chain, gone).values()
    assert "取り下げた言葉" not in page.body
    assert 'id="2026-10-01-kaigo-4"' in page.body
