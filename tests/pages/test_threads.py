"""The way of an incident through papers, minutes, audits and dispositions."""

from __future__ import annotations

import pytest

from generator.pages.incident import incident_page
from generator.pages.inline import plain
from generator.pages.links import Links
from generator.pages.threads import Threads, path_lines

ITEMS = (
    "\n  - 件名: 開会\n  - 番号: 報告（１）\n    件名: 誤送付について\n    資料: 資料１、資料２\n    質疑:"
    "\n      - 発言者: 委員\n        発言: 何通か。\n      - 発言者: 税務課長\n        発言: 1通である。"
    "\n    結果: 報告了承\n  - 番号: 諮問第4号\n    件名: 手順の見直しについて\n    結果: 承認"
)
HANDOUTS = "\n  - 番号: 資料１\n    件名: 誤送付について\n    記録: 2026-05-23-tsuchi\n  - 番号: 資料２\n    件名: 手順"


def steps(site, record, *others):
    """What the way of a record consists of: kind, address and link."""
    threads = Threads(Links(site(record, *others)))
    lines = path_lines((record,), threads, "/")
    return [(line.step.machine, line.href, line.first_href, line.step.how) for line in lines]


def test_handout(incident, minutes, site):
    """An incident that is a 配布資料 leads to the item that took it up, and to the first words about it."""
    found = steps(site, incident(), minutes("m", 配布資料=HANDOUTS, 議事=ITEMS))
    assert found == [("minutes", "minutes/m/#item-2", "minutes/m/#u-2-1", "配布資料 資料１")]


def test_handout_nobody_took_up(incident, minutes, site):
    """A 配布資料 that no item names leads to the minutes as a whole."""
    found = steps(site, incident(), minutes("m", 配布資料=HANDOUTS, 議事="\n  - 件名: 開会"))
    assert found == [("minutes", "minutes/m/", "", "配布資料 資料１")]


def test_over_a_paper(incident, minutes, paper, site):
    """An incident that a paper reports on leads to the item that took up the paper; each stands once."""
    about = paper("p", 関連="\n  - 記録: 2026-05-23-tsuchi\n    関係: 報告")
    handed = "\n  - 番号: 資料１\n    件名: 一\n    記録: p"
    taken = minutes("m", 配布資料=handed, 議事=ITEMS, 関連="\n  - 2026-05-23-tsuchi")
    found = steps(site, incident(), about, taken)
    assert [href for _, href, *_ in found] == ["papers/p/", "minutes/m/#item-2"]


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ({"会議": "審議会", "諮問番号": "諮問第４号"}, [("minutes/m/#item-3", "諮問第4号")]),
        ({"会議": "別の審議会", "諮問番号": "諮問第4号"}, []),
        ({"会議": "審議会", "諮問番号": "諮問第5号"}, []),
    ],
    ids=["same-number-in-other-width", "another-body", "another-number"],
)
def test_inquiry(paper, minutes, site, asked, led):
    """A paper leads to the item of its body that has its 諮問番号."""
    found = steps(site, paper("p", 発表日="2026-05-01", **asked), minutes("m", 議事=ITEMS))
    assert [(href, how) for _, href, _, how in found] == led


def test_named_case(chain, minutes, paper, site):
    """A text that names the number of a case leads from the case to its item, or to the record as a whole."""
    spoken = minutes("m", 議事="\n  - 件名: 一\n    質疑:\n      - 発言者: 委員\n        発言: r8-kaigoの件はどうか。")
    written = paper("p", 本文="r8-kaigoについて", 発表日="2026-05-01")
    other = paper("q", 本文="r8-kaigo-2について")
    found = steps(site, chain[0], *chain[1:], spoken, written, other)
    assert {href for _, href, *_ in found} == {"minutes/m/#item-1", "papers/p/"}


def test_withdrawn_minutes_lead_nowhere_inside(incident, minutes, site):
    """Of withdrawn minutes no item is named."""
    withdrawn = "\n  状態: 撤回\n  理由: 誤り"
    gone = minutes("m", 配布資料=HANDOUTS, 議事=ITEMS, 公開=withdrawn, 関連="\n  - 2026-05-23-tsuchi")
    assert [href for _, href, *_ in steps(site, incident(), gone)] == ["minutes/m/"]


GONE = "\n  状態: 撤回\n  理由: 誤り"
SHORTENED = "\n  状態: 公開\n  掲載終了:\n    日: 2026-11-30\n    扱い: 要約のみ"


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("minutes", {"公開": GONE, "議事": "\n  - 件名: 一\n    説明: r8-kaigoの件"}),
        ("paper", {"公開": GONE, "本文": "r8-kaigoについて"}),
        ("paper", {"公開": SHORTENED, "本文": "r8-kaigoについて"}),
        ("batch", {"基準": "r8-kaigoのほか、小さい事案です。"}),
    ],
    ids=["withdrawn-minutes", "withdrawn-paper", "abstract-only", "batch"],
)
def test_text_that_names_a_case_in_vain(request, chain, site, kind, what):
    """What a page no longer shows leads nowhere, nor does a 一括公表, which no council took up."""
    assert steps(site, chain[0], *chain[1:], request.getfixturevalue(kind)("m", **what)) == []


def test_two_clicks(incident, minutes, site):
    """The page of an incident links to the first utterance about it, names the result, and not the meeting again."""
    record = incident(関連="\n  - m")
    threads = Threads(Links(site(record, minutes("m", 配布資料=HANDOUTS, 議事=ITEMS))))
    page = incident_page(record, threads)
    assert 'href="../../minutes/m/#u-2-1"' in page.body
    assert "報告了承" in page.body
    assert page.body.count('href="../../minutes/m/"') == 0
    assert "m" in page.owners
    assert plain(record.title) == page.title
