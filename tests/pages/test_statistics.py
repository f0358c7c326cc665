"""統計: what counts as what, where each number leads, and that the page stays readable over many years."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.pages.data.tables_statistics import STATISTICS
from generator.pages.matters import matters_of
from generator.pages.statistics.books import BANDS, Books
from generator.pages.statistics.chart import ABOVE, HEIGHT, chart
from generator.pages.statistics.counted import GROUPS, Group, group_of
from generator.pages.statistics.ledger import PER_PAGE, Heap, Ledger, Part, ledger_pages, line
from generator.pages.statistics.pages import statistics_pages, statistics_tables
from generator.records.vocabulary import IncidentType
from generator.settings import Department, SmallNumbers

WITHDRAWN = {"公開": "\n  状態: 撤回\n  理由: 別の事案と取り違えていました。"}


def tables(site):
    """The tables of a site by their keys, each row as its words."""
    found = statistics_tables(site, matters_of(site))
    return {table.key: {row.head.label: [value.text for value in row.values] for row in table.rows} for table in found}


def pages(site):
    """The pages of a site by their addresses."""
    return {page.address: page for page in statistics_pages(site, matters_of(site))}


@pytest.fixture
def year_of(site):
    """The row of 影響を受けた方と日数 of 令和8年度, of some announcements."""

    def row(*records):
        return tables(site(*records))["years"]["令和8年度"]

    return row


def test_a_case_counts_once(site, chain):
    """A case is one 事案 of the 年度 of its first report, with the people of its newest, however often it was told."""
    found = tables(site(*chain))
    assert found["types"] == {"令和8年度": ["1", "0", "0", "0", "0", "1"], "計": ["1", "0", "0", "0", "0", "1"]}
    assert found["years"]["令和8年度"] == ["1件", "27人", "0件", "4日", "4日"]


def test_the_year_is_that_of_the_first_announcement(site, incident):
    """What was made known in March and followed up in April belongs to the 年度 that ends in March."""
    case = {"事案番号": "r7-x"}
    first = incident(
        "a",
        **case,
        発表区分="第一報",
        発表日="2026-03-31",
        判明="2026-03-31",
        経過="\n  - 日付: 2026-03-31\n    内容: 電話。",
    )
    last = incident(
        "b",
        **case,
        発表区分="最終報",
        発表日="2026-04-01",
        判明="2026-03-31",
        経過="\n  - 日付: 2026-03-31\n    内容: 電話。",
    )
    assert {year: row[0] for year, row in tables(site(first, last))["years"].items()} == {
        "令和7年度": "1件",
        "令和8年度": "0件",
        "計": "1件",
    }


@pytest.mark.parametrize(
    ("impact", "people", "uncounted"),
    [
        pytest.param("\n  人数: 12人", "12人", "0件", id="a number"),
        pytest.param("\n  人数: 12", "12人", "0件", id="a number without a unit"),
        pytest.param("\n  人数: 12名", "12人", "0件", id="in other words"),
        pytest.param("\n  人数: 約330人", "約330人", "0件", id="about"),
        pytest.param("\n  人数: 最大1,284人", "約1,284人", "0件", id="at most"),
        pytest.param("\n  人数: 延べ40人", "約40人", "0件", id="counted again and again"),
        pytest.param(
            "\n  人数:\n    値: 40\n    単位: 人\n    重複除外: 31", "31人", "0件", id="without those counted twice"
        ),
        pytest.param("\n  人数:\n    値: 40\n    単位: 人\n    性質: 調査中", "不明", "1件", id="under investigation"),
        pytest.param("\n  人数: 12世帯", "不明", "1件", id="households"),
        pytest.param("\n  人数: 10人から20人の間", "不明", "1件", id="a range in words"),
        pytest.param("\n  件数: 3件", "不明", "1件", id="cases only"),
        pytest.param("\n  人数:\n    状態: 調査中", "不明", "1件", id="a status"),
        pytest.param("\n  状態: 調査中", "不明", "1件", id="no 影響 yet"),
        pytest.param("\n  人数: 9人", "10人未満", "0件", id="few"),
        pytest.param("\n  人数: 0人", "0人", "0件", id="nobody"),
    ],
)
def test_people(incident, year_of, impact, people, uncounted):
    """Only numbers of people are added up; what is not one is counted as 不明 and never as 0."""
    assert year_of(incident(影響=impact))[1:3] == [people, uncounted]


def test_people_add_up_to_about(incident, year_of):
    """A sum that holds one 約 is 約, and says of how many 事案 it knows nothing."""
    records = (
        incident("a", 影響="\n  人数: 12人"),
        incident("b", 影響="\n  人数: 約100人"),
        incident("c", 影響="\n  人数: 3世帯"),
    )
    assert year_of(*records)[:3] == ["3件", "約112人", "1件"]


def test_a_corrected_number_counts_as_corrected(incident, year_of):
    """What a 改訂 put right is counted as it is right."""
    record = incident(
        影響="\n  人数: 41人",
        改訂="\n  - 版: 2\n    日時: 2026-05-25\n    区分: 訂正\n    箇所: 影響\n    正: 41人\n    理由: 重複。",
    )
    assert year_of(record)[1] == "41人"


def test_what_was_taken_down_is_a_matter_and_nothing_else(site, incident):
    """A 取下げ is counted among the 事案 of its year, under no 種別, 原因, 人数 or 日数."""
    causes = "\n  - 内容: 見落とし。\n    分類: 確認不足"
    found = tables(
        site(
            incident("a", 影響="\n  人数: 40人", 原因=causes),
            incident("b", 影響="\n  人数: 50人", 原因=causes, **WITHDRAWN),
        )
    )
    assert found["types"]["令和8年度"] == ["1", "0", "0", "0", "0", "1", "2"]
    assert found["years"]["令和8年度"] == ["2件", "40人", "0件", "4日", "4日"]
    assert found["causes"] == {"確認不足": ["1件"]}
    assert found["days"]["4～7日"] == ["1件"]
    assert found["corrections"]["令和8年度"] == ["1", "1"]


@pytest.mark.parametrize(
    "after",
    [pytest.param("要約のみ", id="the abstract stays"), pytest.param("残す", id="all stays")],
)
def test_what_is_no_longer_shown_is_not_added_up(site, incident, after):
    """After 掲載終了 with 要約のみ a 事案 keeps its 種別 and loses what its page no longer tells."""
    ended = f"\n  状態: 公開\n  掲載終了:\n    日: 2026-10-31\n    扱い: {after}"
    record = incident(影響="\n  人数: 40人", 原因="\n  - 内容: 見落とし。\n    分類: 確認不足", 公開=ended)
    found = tables(site(record))
    shown = after == "残す"
    assert found["types"]["令和8年度"][0] == "1"
    assert found["years"]["令和8年度"][1:4] == (["40人", "0件", "4日"] if shown else ["不明", "1件", "－"])
    assert found["causes"] == ({"確認不足": ["1件"]} if shown else {"分類の記載なし": ["1件"]})


def test_a_matter_counts_under_each_of_its_causes(site, incident):
    """Two causes of one 事案 are two, the same cause twice is one, and without a class it is counted as that."""
    twice = "\n  - 内容: 一。\n    分類: 確認不足\n  - 内容: 二。\n    分類: 確認不足\n  - 内容: 三。\n    分類: 委託先"
    found = tables(site(incident("a", 原因=twice), incident("b")))
    assert found["causes"] == {"確認不足": ["1件"], "委託先": ["1件"], "分類の記載なし": ["1件"]}
    assert found["causes_by_type"]["委託先"] == ["1", "0", "0", "0", "0", "1"]


@pytest.mark.parametrize(
    ("types", "group"),
    [
        pytest.param((IncidentType.WRONG_SEND, IncidentType.LEAK), Group.MISSENT, id="how it came about"),
        pytest.param((IncidentType.LEAK, IncidentType.WRONG_SEND), Group.MISSENT, id="how before what became of it"),
        pytest.param((IncidentType.WRONG_DISPOSAL, IncidentType.LOSS_OF_DATA), Group.LOST, id="thrown away"),
        pytest.param((IncidentType.LEAK,), Group.OTHER, id="nothing but a leak"),
        pytest.param((IncidentType.DAMAGE, IncidentType.LEAK), Group.LOST, id="what became of it, twice"),
        pytest.param((IncidentType.CLERICAL, IncidentType.WRONG_POST), Group.OTHER, id="the first that says how"),
    ],
)
def test_each_matter_has_one_group(types, group):
    """Of several types the first that says how it came about decides."""
    assert group_of(types) is group


def test_every_type_has_a_group():
    """No 種別 is left out of the table, and none is in it twice."""
    assert sorted(kind.name for group in GROUPS for kind in group.types) == sorted(kind.name for kind in IncidentType)


@pytest.mark.parametrize(
    ("discovered", "released", "band"),
    [
        pytest.param("2026-05-23", "2026-05-23", "3日以内", id="the same day"),
        pytest.param("2026-05-20", "2026-05-23", "3日以内", id="three days"),
        pytest.param("2026-05-19", "2026-05-23", "4～7日", id="four"),
        pytest.param("2026-04-23", "2026-05-23", "15～30日", id="thirty"),
        pytest.param("2026-04-22", "2026-05-23", "31日以上", id="thirty-one"),
        pytest.param("2026-05", "2026-05-23", "不明", id="a month"),
        pytest.param("\n  状態: 不明\n  説明: 記録がありません。", "2026-05-23", "不明", id="not known"),
    ],
)
def test_days(site, incident, discovered, released, band):
    """Days are counted where both dates are to the day; the rest is 不明."""
    found = tables(site(incident(判明=discovered, 発表日=released)))["days"]
    assert [label for label, (count,) in found.items() if count == "1件"] == [band]


def test_bands_leave_no_day_out():
    """Each number of days is in exactly one band."""
    for day in range(100):
        assert sum(first <= day and (last is None or day <= last) for first, last in BANDS) == 1


def test_sections_hold_all(site, incident):
    """Each 所管 of the settings that had a 事案, the unknown ones together, and the last two 年度 apart."""
    made = site(
        incident("a"),
        incident("b", 発表日="2024-05-23", 判明="2024-05-19", 経過="\n  - 日付: 2024-05-19\n    内容: 電話。"),
        incident("c", 担当="\n  - 所属: 出納室"),
    )
    departments = (Department("税務課", "zeimu"), Department("介護課", "kaigo"))
    made = replace(made, settings=replace(made.settings, departments=departments))
    assert tables(made)["sections"] == {
        "税務課": ["2", "1", "0"],
        "その他の所管": ["1", "1", "0"],
        "計": ["3", "2", "0"],
    }


PROMISED = (
    "\n  - 内容: 一。\n    状況: 実施済\n    期限: 2026-06-30\n    実施日: 2026-06-30"
    "\n  - 内容: 二。\n    状況: 実施済\n    期限: 2026-06-30\n    実施日: 2026-07-01"
    "\n  - 内容: 三。\n    状況: 実施済\n    期限: 2026-06-30"
    "\n  - 内容: 四。\n    状況: 実施済\n    期限: 2026-06\n    実施日: 2026-06-15"
    "\n  - 内容: 五。\n    状況: 実施中\n    期限: 2026-11-30"
    "\n  - 内容: 六。\n    状況: 予定\n    期限: 2026-12-01"
    "\n  - 内容: 七。\n    状況: 予定"
    "\n  - 内容: 八。\n    状況: 中止\n    期限: 2026-06-30"
)


def test_promises_by_their_dates(site, incident):
    """A promise is kept in time, late, or can't be compared; what is open is late from the day after its date."""
    assert tables(site(incident(再発防止策=PROMISED)))["promises"] == {
        "実施済": ["2", "1", "1", "4"],
        "実施中": ["0", "1", "0", "1"],
        "予定": ["1", "0", "1", "2"],
        "中止": ["0", "0", "1", "1"],
        "計": ["3", "2", "3", "8"],
    }


def test_promises_lead_to_their_places(site, incident):
    """The list behind the table leads to each measure in its announcement."""
    body = pages(site(incident(再発防止策=PROMISED)))["/statistics/promises/"].body
    assert re.findall('href="../../incidents/2026-05-23-tsuchi/#([a-z0-9-]+)"', body) != []
    assert body.count("k-heap__when") == 8
    heads = re.findall("<h([23])[^>]*>([^<]+)", body)
    assert [text.strip() for level, text in heads if level == "2"] == ["実施済", "実施中", "予定", "中止"]
    assert ("3", "期限の後に実施 ") in heads


def test_what_was_not_announced_singly(site, incident, batch):
    """Batched and unpublished 事案 stand in a table of their own and in no other, rows of a batch among them.

    No 年度 between the first and the last is left out.
    """
    rows = "\n  - 概要: 1通を誤って送りました。\n  - 概要: 2通を誤って送りました。"
    made = site(incident(), batch(明細=rows), batched={2024: 3}, not_published={2023: 0, 2026: 1})
    found = tables(made)
    assert found["publicity"] == {
        "令和6年度": ["0", "3", "0"],
        "令和7年度": ["0", "0", "0"],
        "令和8年度": ["1", "2", "1"],
        "計": ["1", "5", "1"],
    }
    assert found["types"]["計"][-1] == "1"


def test_no_incident_no_tables(site):
    """A town in which nothing happened has the page, which says so; nothing is counted and no list is made."""
    found = pages(site())
    assert list(found) == ["/statistics/"]
    assert "公表した事案は、まだありません。" in found["/statistics/"].body
    assert "<table" not in found["/statistics/"].body


def test_one_incident_that_was_taken_down(site, incident):
    """Where all that is left of a 事案 is its place, only the tables that count places are there."""
    found = tables(site(incident(**WITHDRAWN)))
    assert sorted(found) == ["corrections", "days", "people", "publicity", "sections", "types", "years"]
    assert found["years"]["計"] == ["1件", "－", "0件", "－", "－"]


def test_one_incident_is_no_chart(site, incident):
    """One 年度 is a table without columns beside it, and a sentence without a comparison."""
    body = pages(site(incident()))["/statistics/"].body
    assert "k-columns" not in body
    lead = re.sub("<[^>]+>", "", body[body.index('class="k-lead"') : body.index("<nav", body.index("<h1"))])
    assert lead.endswith("令和8年度から公表した事案は1件です。\n")


HREF = re.compile('<td class="k-num[^"]*"[^>]*>(?:<div[^>]*><svg.*?</svg>)?<a href="([^"]+)">([^<]+)</a>')


def test_each_number_leads_to_as_many(site, incident, chain):
    """Behind every number of 事案 stands a list of exactly as many, under the heading the link names."""
    lost = {"事案種別": "紛失", "原因": "\n  - 内容: 一。\n    分類: 委託先"}
    other = incident(
        "z", **lost, 発表日="2025-05-23", 判明="2025-05-21", 経過="\n  - 日付: 2025-05-21\n    内容: 電話。"
    )
    found = pages(site(*chain, incident(), other))
    checked = 0
    for href, text in HREF.findall(found["/statistics/"].body):
        address, _, anchor = href.partition("#")
        page = found.get(address.removeprefix(".."))
        if page is None or not re.fullmatch("[0-9]+件?", text):
            continue
        body = page.body
        if anchor:
            body = body[body.index(f'id="{anchor}"') :]
            body = body[: body.index("</ul>")]
        else:
            body = body[body.index("<section") :]
            body = body[: body.index("</section>")]
        assert body.count("k-heap__when") == int(text.rstrip("件")), (href, text)
        checked += 1
    assert checked > 25


def test_a_small_number_is_in_no_page(site, incident):
    """What is hidden in the table stands neither in its text nor in the lists behind it."""
    made = site(incident("a", 影響="\n  人数: 7人"), incident("b", 事案種別="紛失", 影響="\n  人数: 813人"))
    found = pages(made)
    assert "10人未満" in found["/statistics/"].body
    assert not any(
        re.search("(?<![0-9,])(?:7|813)人", page.body) for page in found.values() if page.address != "/statistics/"
    )
    assert "7人" not in found["/statistics/"].body.replace("10人未満", "")


def test_the_threshold_is_that_of_the_settings(site, incident):
    """少数の扱い of the settings decides what is small."""
    made = site(incident(影響="\n  人数: 7人"))
    made = replace(made, settings=replace(made.settings, small_numbers=SmallNumbers(5)))
    assert tables(made)["years"]["令和8年度"][1] == "7人"


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        pytest.param((2340, 40, 30), "令和8年度の2,410人のうち2,340人は、1件の事案（", id="most of the year"),
        pytest.param((50, 40, 30), "", id="less than half"),
        pytest.param((2340,), "", id="all of the year"),
        pytest.param((2340, 7), "", id="a small number would be left"),
        pytest.param((7, 1), "", id="few altogether"),
    ],
)
def test_one_that_is_most_of_its_year(site, incident, numbers, said):
    """A 事案 with more than half of the people is named, unless the rest would be a small number."""
    made = site(*(incident(f"n{place}", 影響=f"\n  人数: {number}人") for place, number in enumerate(numbers)))
    page = pages(made)["/statistics/"]
    found = re.search('<p>([^<]*<span class="k-nb">令和8年度</span>の.*?)<a href="([^"]+)">', page.body)
    assert re.sub("<[^>]+>", "", found[1] if found else "") == said
    assert page.owners == ({"n0"} if said else frozenset())


@pytest.fixture
def decades(site, incident):
    """A town of thirty years with one 事案 in each."""
    return site(
        *(
            incident(
                f"y{year}",
                発表日=f"{year}-05-23",
                判明=f"{year}-05-19",
                経過=f"\n  - 日付: {year}-05-19\n    内容: 電話。",
                影響="\n  人数: 30人",
            )
            for year in range(1997, 2027)
        )
    )


def test_older_years_are_folded(decades):
    """Thirty years are five in view and folds of ten and what is left; none is lost."""
    body = pages(decades)["/statistics/"].body
    first = body[body.index('id="types-table"') : body.index('id="years"')]
    assert first.count('<th scope="row">') == 31
    assert re.findall("<summary>(.*?から.*?)</summary>", first) == [
        "平成24年度から令和3年度まで",
        "平成14年度から平成23年度まで",
        "平成9年度から平成13年度まで",
    ]
    assert first.index("令和4年度</span>") < first.index("令和8年度</span>") < first.index("<details")


def test_many_years_have_few_labels(decades):
    """On a phone at most six of thirty years are named under the columns, the last one always."""
    body = pages(decades)["/statistics/"].body
    sizes = re.findall('class="k-columns__at-([a-z]+)[ "]', body)
    assert sizes.count("tiny") <= 3
    assert sizes.count("tiny") + sizes.count("phone") <= 6
    assert sizes[-1] == "tiny"
    named = re.findall("<tspan>(.*?)</tspan>", body)
    assert named == ["平成10", "平成14", "平成18", "平成22", "平成26", "平成30", "令和4", "令和8"]


@pytest.mark.parametrize(
    ("most", "numbers"),
    [(1, [0, 1]), (5, [0, 1, 2, 3, 4, 5]), (6, [0, 2, 4, 6]), (31, [0, 10, 20, 30, 40]), (180, [0, 50, 100, 150, 200])],
)
def test_scale(most, numbers):
    """The scale has few round numbers, begins at 0 and reaches over the highest column."""
    drawn = chart([("令和7", {Group.LOST: 0, Group.OTHER: 0}), ("令和8", {Group.LOST: most, Group.OTHER: 0})])
    assert [amount for amount, _ in drawn.lines] == numbers
    assert drawn.lines[0][1] == ABOVE + HEIGHT
    assert drawn.columns[0].pieces == ()


def test_pieces_stand_on_each_other():
    """The parts of a column fill it from the base without a gap, as high as they are many."""
    (_, column) = chart([("a", {Group.LOST: 1, Group.OTHER: 0}), ("b", {Group.LOST: 3, Group.OTHER: 1})]).columns
    low, high = column.pieces
    assert low.y + low.height == pytest.approx(ABOVE + HEIGHT)
    assert high.y + high.height == pytest.approx(low.y)
    assert low.height == pytest.approx(3 * high.height)


def test_a_long_list_is_cut(chain):
    """A list of many goes on under its heading, without a second anchor, and links find the page they begin on."""
    one = line("/incidents/a/", chain[0].released_on, ("件名",), frozenset({"a"}))
    parts = (
        Part("一", (Heap("x", "長い", (one,) * (PER_PAGE + 5)), Heap("y", "短い", (one,)), Heap("z", "なし", ()))),
    )
    ledger = Ledger("/statistics/types/x/", "一覧", "説明", parts)
    first, second = ledger_pages(ledger)
    assert (first.address, second.address) == ("/statistics/types/x/", "/statistics/types/x/all/2/")
    assert [ledger.where(key) for key in "xyz"] == ["/statistics/types/x/#x", "/statistics/types/x/all/2/#y", ""]
    assert "長い（続き）" in second.body
    assert 'id="x"' not in second.body
    assert second.body.count("k-heap__when") == 6


def test_owners_are_those_of_the_lines(site, incident):
    """A list carries the words of the records it lists; the page of tables carries nobody's."""
    found = pages(site(incident("a"), incident("b", 事案種別="紛失")))
    assert found["/statistics/"].owners == frozenset()
    assert found["/statistics/types/lost/"].owners == {"b"}


def test_years_reach_to_now(site, incident):
    """A 年度 in which nothing was announced is a row of zeros, the current one too."""
    record = incident(発表日="2024-05-23", 判明="2024-05-19", 経過="\n  - 日付: 2024-05-19\n    内容: 電話。")
    assert Books(site(record), matters_of(site(record))).years == (2024, 2025, 2026)


def test_page(site, chain, incident, golden):
    """The page of a small town, as it is written."""
    made = site(
        *chain, incident("a", 発表日="2025-05-23", 判明="2025-05-19", 経過="\n  - 日付: 2025-05-19\n    内容: 電話。")
    )
    found = pages(made)
    golden("statistics", found["/statistics/"].body)
    golden("statistics-year", found["/statistics/2026/"].body)


def test_data_says_what_the_page_says(site, incident):
    """Every cell of every table is a line of the data file, a hidden one without its number."""
    made = site(incident("a", 影響="\n  人数: 7人"), incident("b", 事案種別="紛失", 影響="\n  人数: 約813人"))
    lines = [STATISTICS.cells(row) for _, row in STATISTICS.rows(made)]
    found = {(line[1], line[3], line[5]): line[6:] for line in lines}
    assert found["people", "2026", "misdelivered"] == (None, "人", "少数", "below")
    assert found["people", "2026", "lost"] == (None, "人", "秘匿", "withheld")
    assert found["people", "2026", "total"] == (820, "人", "約", "about")
    assert found["people", "2026", "missent"] == (None, "", None, None)
    assert found["types", "total", "total"] == (2, "件", None, None)
    assert found["years", "2026", "days"] == (4, "日", None, None)
    assert len(lines) == len(found)
