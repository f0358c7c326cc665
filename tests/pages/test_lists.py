"""The lists: what counts as one 事案, where it stands, how a long list is cut."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.pages.facets import facets_of
from generator.pages.lists import list_pages
from generator.pages.matters import matters_of
from generator.pages.pagination import PER_PAGE, cuts
from generator.settings import Department

DEPARTMENTS = (
    Department("税務課", "tax"),
    Department("町民課", "residents", ("住民生活課",)),
    Department("防災課", "disaster"),
)


@pytest.fixture
def town(site):
    """A site whose settings know three sections."""

    def make(*records, **values):
        made = site(*records, **values)
        return replace(made, settings=replace(made.settings, departments=DEPARTMENTS))

    return make


def listed(site):
    """The pages of all lists, by address."""
    return {page.address: page for page in list_pages(site, matters_of(site))}


def targets(page):
    """Where the entries of a page lead."""
    return re.findall('<h3 class="k-entry__title"><a [^>]*href="([^"]*)"', page.body)


def choices(site):
    """What each facet finds, by its words."""
    facets = facets_of(matters_of(site), site.settings)
    return {facet.key: {choice.label: choice.count for choice in facet.choices} for facet in facets}


def test_a_case_is_one_matter(town, chain):
    """Three announcements of one case are one 事案: dated by the first, in the state and words of the newest."""
    (matter,) = matters_of(town(*chain))
    assert [report.id for report in matter.reports] == [
        "2026-04-18-kaigo-1",
        "2026-05-23-kaigo-2",
        "2026-09-12-kaigo-3",
    ]
    assert (matter.year, matter.modified, matter.state.japanese) == (2026, date(2026, 9, 12), "終結")
    assert matter.address == "/cases/r8-kaigo/"


def test_a_case_is_not_one_of_its_reports(town, chain, incident):
    """Beside the day of the first report the title doesn't say that it was the last; an announcement alone keeps it."""
    alone = incident("a", 件名="書類の紛失について（第1報）", 発表区分="第一報", 事案番号="r8-y")
    matters = matters_of(town(*chain, alone))
    assert ["（" in "".join(matter.title) for matter in matters] == [True, False]


def test_an_announcement_alone_leads_to_itself(town, incident, chain):
    """Where only one announcement has a page, its 事案 is that page."""
    assert matters_of(town(incident("a")))[0].address == "/incidents/a/"
    assert matters_of(town(chain[0]))[0].address == "/incidents/2026-04-18-kaigo-1/"


def test_matters_stand_newest_first(town, incident):
    """The list begins with what was made known last; on one day the ids decide."""
    days = {"a": "2026-05-02", "b": "2026-05-03", "c": "2026-05-03"}
    records = [incident(name, 発表日=day, 判明="2026-05-01") for name, day in days.items()]
    assert targets(listed(town(*records))["/incidents/"]) == ["../incidents/c/", "../incidents/b/", "../incidents/a/"]


@pytest.mark.parametrize(
    ("typed", "slug", "shown"),
    [
        pytest.param("総務部 税務課", "tax", "税務課", id="a section with its department"),
        pytest.param("住民生活課", "residents", "町民課", id="a former name"),
        pytest.param("広域消防組合", "other", "広域消防組合", id="a section the settings don't know"),
    ],
)
def test_sections(town, incident, typed, slug, shown):
    """A section is found by its name or a former one, shown as it is called today, else as typed under その他."""
    made = town(incident("a", 所管=typed))
    (matter,) = matters_of(made)
    assert (matter.section, matter.section_name) == (slug, shown)
    assert targets(listed(made)[f"/sections/{slug}/"]) == ["../../incidents/a/"]


def test_counts_of_facets(town, incident):
    """Every year between is counted, every section of the settings, every state; of the kinds those that happened."""
    made = town(
        incident("a", 発表日="2024-04-01", 判明="2024-03-31"),
        incident("b", 発表日="2026-03-31", 判明="2026-03-30", 所管="広域消防組合", 事案種別="[紛失, 誤送付]"),
        incident("c", 発表日="2026-04-01", 判明="2026-03-30", 発表区分="第一報", 事案番号="r8-c"),
    )
    assert choices(made) == {
        "years": {"令和8年度": 1, "令和7年度": 1, "令和6年度": 1},
        "states": {"調査中": 0, "対応中": 1, "終結": 2},
        "types": {"紛失": 1, "誤送付": 3},
        "sections": {"税務課": 2, "町民課": 0, "防災課": 0, "その他の所管": 1},
    }


def test_what_finds_nothing_is_not_linked(town, incident):
    """A section with 0件 is text; its page is not made."""
    pages = listed(town(incident("a")))
    assert "<span>防災課</span>" in pages["/incidents/"].body
    assert "/sections/disaster/" not in pages
    assert "/states/investigating/" in pages


def test_a_year_shows_what_went_on_in_it(town, chain, incident):
    """A case announced again in the next 年度 stands there too, under a heading of its own, and is counted once."""
    late = replace(chain[2], released_on=incident("x", 発表日="2027-04-05").released_on)
    made = town(*chain[:2], late, incident("b", 発表日="2027-05-01", 判明="2027-04-30"))
    page = listed(made)["/years/2027/"]
    assert targets(page) == ["../../incidents/b/", "../../cases/r8-kaigo/"]
    assert page.body.index("令和9年度に初めて公表した事案") < page.body.index(
        "前の年度に公表し、令和9年度にも発表した事案"
    )
    assert choices(made)["years"] == {"令和9年度": 1, "令和8年度": 1}


def test_withdrawn_shows_no_content(town, incident):
    """A record that was taken down stands in the list with its title and date, and says nothing of what it held."""
    record = incident("a", 公開="\n  状態: 撤回\n  理由: 誤りでした。", 概要="秘めた文。", 影響="\n  人数: 77人")
    body = listed(town(record))["/incidents/"].body
    assert "取下げ" in body
    assert "秘めた文" not in body
    assert "77人" not in body


def test_a_draft_is_marked_in_lists(town, incident):
    """Where drafts are shown, each says so."""
    body = listed(town(incident("a"), incident("b"), drafts=frozenset({"b"})))["/incidents/"].body
    assert body.count("k-label--draft") == 1


def test_pages_of_lists_never_meet_a_record(town, incident):
    """The second page of the list of all lies where no record can, even one called 2; those of a facet lie below it."""
    days = [date(2026, 5, 1) - timedelta(days=n) for n in range(PER_PAGE + 1)]
    records = [incident(f"{n}", 発表日=day.isoformat(), 判明=day.isoformat()) for n, day in enumerate(days)]
    pages = listed(town(*records))
    assert "/incidents/all/2/" in pages
    assert "/incidents/2/" not in pages
    assert targets(pages["/incidents/all/2/"]) == [f"../../../incidents/{PER_PAGE}/"]
    assert pages["/incidents/all/2/"].title == "事案の一覧（2ページ目）"
    assert "/types/misdelivered-mail/2/" in pages
    assert pages["/incidents/"].owners == {str(n) for n in range(PER_PAGE)}


def test_every_matter_stands_once(town, incident):
    """Over all its pages a list holds each 事案 exactly once."""
    days = [date(2026, 12, 31) - timedelta(days=7 * n) for n in range(2 * PER_PAGE + 5)]
    records = [incident(f"r-{n}", 発表日=day.isoformat(), 判明=day.isoformat()) for n, day in enumerate(days)]
    pages = listed(town(*records))
    for start in ("/incidents/", "/types/", "/sections/", "/states/", "/years/"):
        ids = [
            t.rstrip("/").rpartition("/")[2]
            for address, page in pages.items()
            if address.startswith(start)
            for t in targets(page)
        ]
        assert sorted(ids) == sorted(record.id for record in records)


def test_a_full_page_is_light(town, incident):
    """A full page of long titles costs a phone well under 100 KB, compressed."""
    title = "封入の順を取り違えたことにより別の世帯あての案内を同じ封筒に入れて送付した事案について（第{n}号）"
    records = [
        incident(
            f"r-{n}",
            件名=title.format(n=n),
            概要="".join(chr(0x4E00 + (n * 97 + i * 31) % 5000) for i in range(100)) + "。",
        )
        for n in range(PER_PAGE)
    ]
    assert len(gzip.compress(listed(town(*records))["/incidents/"].body.encode())) < 40_000


@pytest.mark.parametrize(
    ("number", "last", "shown"),
    [
        pytest.param(2, 4, "1 [2] 3 4", id="few"),
        pytest.param(1, 12, "[1] 2 3 4 5 6 7 8 9 10 11 12", id="all numbers"),
        pytest.param(1, 23, "[1] 2 3 … 5 … 10 … 15 … 20 … 23", id="first"),
        pytest.param(12, 23, "1 … 5 … 10 11 [12] 13 14 15 … 20 … 23", id="middle"),
        pytest.param(23, 23, "1 … 5 … 10 … 15 … 20 21 22 [23]", id="last"),
        pytest.param(30, 167, "1 … 28 29 [30] 31 32 … 167", id="many"),
    ],
)
def test_steps_of_a_long_list(number, last, shown):
    """The first, the last, the near and every fifth page are linked; a gap stands for the others."""
    cut = list(cuts(last * PER_PAGE, lambda n: f"/l/{n}/"))[number - 1]
    words = ["…" if step.gap else f"[{step.number}]" if step.current else str(step.number) for step in cut.steps]
    assert " ".join(words) == shown


@pytest.mark.parametrize("last", [5, 12, 13, 38, 60])
def test_any_page_of_a_year_in_two_clicks(last):
    """From the first page of a list of up to 60 pages every other is two clicks away."""
    linked = {c.number: {step.number for step in c.steps} for c in cuts(last * PER_PAGE, lambda n: f"/l/{n}/")}
    assert {n for first in linked[1] - {0} for n in linked[first]} >= set(range(1, last + 1))


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (1, 1), (PER_PAGE, 1), (PER_PAGE + 1, 2)])
def test_cuts(total, pages):
    """A list has as many pages as it needs, and one when it is empty; the last says there is no next."""
    found = list(cuts(total, lambda n: f"/l/{n}/"))
    assert len(found) == pages
    assert found[-1].next_href == ""
    assert found[-1].end == total
    assert found[0].next_count == min(total - found[0].end, PER_PAGE)


def test_a_list_as_it_is(town, chain, incident, golden):
    """The list of all 事案, whole: a case of three reports and an announcement alone."""
    golden("list", listed(town(*chain, incident("2026-05-23-a")))["/incidents/"].body)


def test_no_record_yet(town):
    """A site without records has a list that says so."""
    assert "当てはまる事案はありません。" in listed(town())["/incidents/"].body


def test_thirty_years_do_not_push_the_rest_away(town, incident):
    """Of a facet with many values the newest 12 stand there; the rest waits in a disclosure, open on its own pages."""
    records = [incident(f"{year}-05-23-gofunyu", 発表日=f"{year}-05-23") for year in range(1995, 2025)]
    pages = listed(town(*records))
    years = pages["/incidents/"].body.split('id="by-types"')[0]
    before, rest = years.split('<details class="k-rest"><summary>ほか18項目</summary>')
    assert (before.count("/years/"), rest.count("/years/")) == (12, 18)
    assert '<details class="k-rest"><summary>' in pages["/years/2024/"].body
    assert '<details class="k-rest" open><summary>' in pages["/years/1995/"].body
