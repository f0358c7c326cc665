"""新しい公表: everything of the last two years by month, and what came since one of them."""

from __future__ import annotations

import re

from generator.pages.matters import matters_of
from generator.pages.new import MONTHS, new_pages

CORRECTED = "\n  - 版: 2\n    日時: 2026-11-02\n    区分: 訂正\n    誤: 28人\n    正: 29人\n    理由: 数え直したため。"


def page(made):
    """The page of a site."""
    (only,) = new_pages(made, matters_of(made))
    return only


def shown(html):
    """The kind and the target of each line, in order."""
    pattern = r'<span>([^<]*)</span></p>\n<div>\n<h3 class="k-news__title"><a class="k-phrases" href="([^"]*)"'
    return re.findall(pattern, html)


def since(html, anchor):
    """What an anchor holds: all up to the end of its element."""
    depth = 0
    start = html.index(f'id="{anchor}"')
    for tag in re.finditer("<(/?)div", html[start:]):
        depth += -1 if tag[1] else 1
        if depth < 0:
            return html[start : start + tag.start()]
    raise AssertionError


def test_every_kind_and_every_change(site, incident, minutes, paper, batch):
    """Announcements, papers and minutes stand there with their kind, and corrections on their own day."""
    made = site(incident(改訂=CORRECTED), minutes("m"), paper("p"), batch("b"))
    assert shown(page(made).body) == [
        ("訂正", "../../incidents/2026-05-23-tsuchi/"),
        ("会議資料", "../../papers/p/"),
        ("会議録", "../../minutes/m/"),
        ("一括公表", "../../batches/b/"),
        ("事案", "../../incidents/2026-05-23-tsuchi/"),
    ]


def test_since_a_month(site, incident, paper):
    """The anchor of a month holds what came in it and later and nothing older, also where the month itself is empty."""
    body = page(site(incident(), paper("p", 発表日="2026-07-03"), paper("q", 発表日="2026-11-03"))).body
    held = {month: [href for _, href in shown(since(body, f"since-2026-{month:02}"))] for month in (5, 6, 7, 11, 12)}
    incident_there, p, q = "../../incidents/2026-05-23-tsuchi/", "../../papers/p/", "../../papers/q/"
    assert held == {5: [q, p, incident_there], 6: [q, p], 7: [q, p], 11: [q], 12: []}


def test_choices(site, incident, paper):
    """Only months in which something came can be chosen; each says how many there are from it on."""
    body = page(site(incident(), paper("p", 発表日="2026-07-03"))).body
    chosen = re.findall('<a href="#(since-[0-9-]*)">[^<]*</a> <span class="k-choices__count">([0-9]*)件', body)
    assert chosen == [("since-2026-07", "1"), ("since-2026-05", "2")]


def test_two_years(site, incident):
    """What is older is not there, and every month of the two years has its anchor."""
    made = site(incident(発表日="2024-12-31", 判明="2024-12-30"), incident("b", 発表日="2025-01-01", 判明="2024-12-30"))
    body = page(made).body
    assert [href for _, href in shown(body)] == ["../../incidents/b/"]
    assert len(set(re.findall('id="(since-[0-9]{4}-[0-9]{2})"', body))) == MONTHS


def test_withdrawn_shows_its_title_only(site, paper):
    """Of what was withdrawn only the title and the withdrawal are told."""
    gone = paper(公開="\n  状態: 撤回\n  撤回理由: 誤り")
    assert "通知書の誤送付について報告します" not in page(site(gone)).body


def test_no_page_without_records(site):
    """An empty site has no such page."""
    made = site()
    assert list(new_pages(made, ())) == []


def test_owners(site, incident, paper):
    """The page carries the words of what it shows, and of nothing older."""
    made = site(incident("a", 発表日="2024-01-05", 判明="2024-01-04"), paper("p"))
    assert page(made).owners == {"p"}
