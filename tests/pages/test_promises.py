"""約束の進み具合: which promises count, how far they are, which are late, and in which orders they are listed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.pages.commitments import HowFar, commitments_of
from generator.pages.matters import matters_of
from generator.pages.pagination import PER_PAGE
from generator.pages.promises import promise_pages
from generator.settings import Department

SEVERAL = (
    "\n  - 内容: 重さを量る。\n    状況: 実施済\n    実施日: 2026-06-01"
    "\n  - 内容: 手順書を一つにする。\n    主体: 町民課\n    状況: 実施中\n    期限: 2026-11-21\n    変更:"
    "\n      - 旧期限: 2026-09-30\n        理由: 出先も加えたため。"
    "\n  - 内容: 研修をする。\n    状況: 予定\n    期限: 2027-01-31"
    "\n  - 内容: 窓口に置く。\n    期限: 来年度"
)
AUDIT = """種類: 監査報告
件名: 発送の事務について
発表日: 2026-01-30
担当:
  - 所属: 監査委員事務局
公開:
  状態: 公開
監査種別: 行政監査
対象機関: 本庁
結果:
  - 項目: 一
    意見:
      - 番号: 意見1
        件名: 重さを量ること
        求める措置:
          - 名宛: 町民課
            内容: 量ること。
      - 番号: 意見2
        件名: 記録を残すこと
      - 番号: 意見3
        件名: 研修をすること
      - 番号: 指導1
        区分: 指導
        件名: 表紙を直すこと
措置:
  - 意見番号: 意見2
    状況: 措置済
    通知日: 2026-05-01
    担当: 税務課
  - 意見番号: 意見3
    状況: 措置しない
    理由: ほかの研修で足りるため。
"""


@pytest.fixture
def town(site):
    """A site whose settings know two sections and expect measures after 180 days."""

    def make(*records, **values):
        made = site(*records, **values)
        sections = (Department("税務課", "tax"), Department("町民課", "residents"))
        return replace(made, settings=replace(made.settings, departments=sections, measures_days=180))

    return make


def found(made):
    """The promises of a site."""
    return commitments_of(made, matters_of(made))


def listed(made):
    """The pages, by address."""
    return {page.address: page for page in promise_pages(made, matters_of(made))}


def promised(page):
    """The first words of each promise of the list, and those of the box."""
    box, _, rest = page.body.partition("k-pledged")
    said = '<(?:td|div) class="k-[a-z]+__what"><p>([^<。]*)'
    return re.findall(said, rest), re.findall(said, box)


def test_no_page_without_a_promise(town, incident, public):
    """A site whose measures are told in prose, and whose audits ask for nothing, has no such page."""
    quiet = public(AUDIT.partition("    意見:")[0], "a")
    assert listed(town(incident(), quiet)) == {}


def test_steps_and_days(town, incident):
    """Each measure has its progress; late is what is open after the last day of its date, and no other."""
    steps = [(one.how_far, one.days_late) for one in found(town(incident(再発防止策=SEVERAL)))]
    assert steps == [(HowFar.DONE, 0), (HowFar.DOING, 10), (HowFar.PLANNED, 0), (HowFar.UNSTATED, 0)]


def test_newest_report_counts(town, chain):
    """Of a case only the measures of the newest report count, and lead there."""
    links = [(one.address, one.place, one.words) for one in found(town(*chain))]
    assert links == [
        ("/incidents/2026-09-12-kaigo-3/", "promise-1", "実施済"),
        ("/incidents/2026-09-12-kaigo-3/", "promise-2", "実施中"),
    ]


def test_withdrawn_report_does_not_count(town, chain, incident):
    """What was withdrawn promises nothing; the report before it holds."""
    *earlier, last = chain
    gone = replace(last, publication=incident(公開="\n  状態: 撤回\n  撤回理由: 誤り").publication)
    assert {one.address for one in found(town(*earlier, gone))} == {"/incidents/2026-05-23-kaigo-2/"}


def test_opinions(town, public):
    """An opinion that asks for a measure is a promise; unanswered it is late after the days that the settings allow."""
    told = [(one.words, one.how_far, one.days_late, one.place, one.section) for one in found(town(public(AUDIT, "a")))]
    assert told == [
        ("通知なし", HowFar.NOT_STARTED, 125, "opinion-1", "residents"),
        ("措置済", HowFar.DONE, 0, "opinion-2", "tax"),
        ("措置しない", HowFar.STOPPED, 0, "opinion-3", "other"),
    ]


def test_opinions_without_days_allowed_are_not_late(town, public):
    """A town that sets no days has no opinion that is late."""
    made = town(public(AUDIT, "a"))
    made = replace(made, settings=replace(made.settings, measures_days=0))
    assert [one.days_late for one in found(made)] == [0, 0, 0]


def test_page(town, incident, public, golden):
    """Counts, bar, box and list as a reader gets them."""
    golden("promises", listed(town(incident(再発防止策=SEVERAL), public(AUDIT, "a")))["/promises/"].body)


def test_orders(town, incident, public):
    """By date: what is open first, the undated behind it, then what is done and what was stopped; and by home."""
    made = listed(town(incident(再発防止策=SEVERAL), public(AUDIT, "a")))
    assert set(made) == {"/promises/", "/promises/cases/", "/promises/sections/", "/promises/opinions/"}
    every, late = promised(made["/promises/"])
    assert every == [
        "重さを量ること", "手順書を一つにする", "研修をする", "窓口に置く", "重さを量る", "記録を残すこと",
        "研修をすること",
    ]  # fmt: skip
    assert late == ["重さを量ること", "手順書を一つにする"]
    heads = re.findall('<h3 class="k-pledged__head[^>]*>([^<]*)<', made["/promises/sections/"].body)
    assert heads == ["税務課", "町民課", "その他の所管"]
    assert '#promise-2">再発防止策 2</a>' in made["/promises/cases/"].body
    assert promised(made["/promises/cases/"])[0] == ["重さを量る", "手順書を一つにする", "研修をする", "窓口に置く"]


def test_links_lead_to_places_there_are(town, incident):
    """A promise leads to its line on the page of the announcement."""
    made = listed(town(incident(再発防止策=SEVERAL)))
    hrefs = re.findall('k-pledges__source"><a [^>]*href="([^"]*)"', made["/promises/"].body)
    assert sorted(hrefs) == [f"../incidents/2026-05-23-tsuchi/#promise-{n}" for n in range(1, 5)]


def test_only_orders_that_list_something(town, incident):
    """Without an audit there is no list of opinions, and no way to one."""
    made = listed(town(incident(再発防止策=SEVERAL)))
    assert "/promises/opinions/" not in made
    assert "監査の意見</a>" not in made["/promises/"].body


def test_long_lists_are_cut(town, incident):
    """More promises than one page holds go on at /promises/2/, without the counts."""
    many = "".join(f"\n  - 内容: 約束その{n}\n    状況: 予定" for n in range(PER_PAGE + 1))
    made = listed(town(incident(再発防止策=many)))
    assert "/promises/2/" in made
    assert "k-score" not in made["/promises/2/"].body


def test_owners(town, incident, public):
    """A page carries the words of the records whose promises it shows."""
    made = listed(town(incident(再発防止策=SEVERAL), public(AUDIT, "a")))
    assert made["/promises/"].owners == {"2026-05-23-tsuchi", "a"}
    assert made["/promises/opinions/"].owners == {"a"}
