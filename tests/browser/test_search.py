"""The search of the example site in real Chromium: words, conditions, address, keyboard, nothing found, no script."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, quote, urlparse

import pytest

from generator.pairs import folded

AXE = "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
SHOWN = "!document.querySelector('#search[hidden]') && !document.querySelector('#search-results[aria-busy]')"


@pytest.fixture
def opened(window, served):
    """Opens the page of the search with a query and waits for what is found."""

    def search(query="", width=1280, **options):
        page = window(width, **options)
        page.goto(f"{served}/search/{query}")
        settle(page)
        return page

    return search


def settle(page):
    """Wait until what was asked is shown."""
    page.wait_for_function(SHOWN + " && document.querySelector('#search-count').textContent !== ''")


def asked(page):
    """The query of the address."""
    return parse_qs(urlparse(page.url).query)


def titles(page):
    """The titles of the results, in order."""
    return page.locator("#search-results h3").all_inner_texts()


def total(page):
    """How many are found."""
    return int(page.locator("#search-count b").inner_text())


@pytest.fixture(scope="session")
def texts(site):
    """Every text of every entry, folded, by title."""
    table = json.loads((site / "search" / "table.json").read_text(encoding="utf-8"))
    found = {}
    for address, title, *_ in table["records"]:
        text = json.loads((site / f"search/text{address[:-1]}.json").read_text(encoding="utf-8"))
        found[address] = [folded(one) for one in (title, *text["keys"], *text["text"])]
    return found


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("個人情報の漏えい", [["個人情報", "個人データ"], ["漏えい", "漏洩", "流出"]]),
        ("個人情報漏洩", [["個人情報", "個人データ"], ["漏えい", "漏洩", "流出"]]),
        ("ＵＳＢ", [["usb"]]),
        ("令和7年度", [["令和7年度", "2025年度"]]),
        ("2025年度", [["令和7年度", "2025年度"]]),
        ("R7 健康推進課", [["令和7年", "r7", "2025年"], ["健康推進課"]]),
        ("ふぁくす", [["ふぁくす", "ファクス"]]),
        ("「確認を終えました」", [["確認を終えました"]]),
        ("0400-00-2140", [["0400-00-2140"]]),
        ("窓", [["窓"]]),
    ],
)
def test_finds_what_a_look_through_all_texts_finds(opened, texts, query, words):
    """Every entry that holds one of each group of words is found, and no other."""
    page = opened(f"?q={quote(query)}")
    wanted = [
        address
        for address, paragraphs in texts.items()
        if all(any(word in one for word in group for one in paragraphs) for group in words)
    ]
    assert wanted
    assert total(page) == len(wanted)


def test_the_browser_folds_as_the_generator_does(opened):
    """Python and JavaScript make one text of what people type in several ways."""
    typed = ["ＵＳＢ メモリー", "ﾒｰﾙ ｶﾞ", "葛󠄀飾", "0400‐00−2170", "１０時〜", "A\u200bb\u3000C", "①㈱㍻"]
    assert opened().evaluate("all => all.map(kohyoFold)", typed) == [folded(one) for one in typed]


def test_everything_is_there_before_anybody_asks(opened, texts):
    """Without a query all records are listed, newest first, with the counts of every condition."""
    page = opened()
    assert total(page) == len(texts)
    days = page.locator("#search-results time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days, reverse=True)
    assert page.locator(".k-facet").count() >= 5


def test_conditions_are_counted_and_stand_in_the_address(opened):
    """A ticked box narrows the results to its count, stays in the address, and makes a chip that takes it away."""
    page = opened()
    box = page.get_by_role("checkbox", name="会議録")
    said = page.locator("label", has=page.locator("text=会議録")).first.locator(".k-facet__count").inner_text()
    box.check()
    settle(page)
    assert f"{total(page)}件" == said
    assert asked(page) == {"kind": ["minutes"]}
    page.get_by_role("link", name=re.compile("会議録 ?を外す")).click()
    settle(page)
    assert not box.is_checked()
    assert asked(page) == {}


def test_two_values_of_one_condition_add_up(opened):
    """Values of one group are alternatives, groups narrow each other; zero stays to be seen, and cannot be ticked."""
    page = opened("?kind=minutes&kind=audit")
    assert total(page) == sum(
        int(page.locator(f'input[value="{kind}"] + label .k-facet__count').inner_text()[:-1])
        for kind in ("minutes", "audit")
    )
    empty = page.locator(".k-facet__row input:disabled")
    assert empty.count() > 0
    assert all(text.endswith("0件") for text in page.locator("input:disabled + label").all_inner_texts())


def test_an_address_can_be_handed_on_and_back_goes_back(opened):
    """The address says all that was asked; back and forward restore it."""
    page = opened(f"?q={quote('通知')}&year=2025&sort=oldest")
    assert page.locator("#search-q").input_value() == "通知"
    assert page.locator('input[name="year"][value="2025"]').is_checked()
    assert page.locator("#search-sort").input_value() == "oldest"
    first = titles(page)
    page.locator("#search-q").fill("会議")
    page.locator("#search-q").press("Enter")
    page.wait_for_function("document.title.includes('会議') && " + SHOWN)
    settle(page)
    assert asked(page)["q"] == ["会議"]
    page.go_back()
    page.wait_for_function("document.title.includes('通知')")
    settle(page)
    assert titles(page) == first


def test_results_come_in_pages(opened, texts):
    """Ten at once; the next page is in the address, and the count is where the reader goes on."""
    page = opened()
    page.locator("#search-steps a[rel=next]").click()
    page.wait_for_function("location.search === '?page=2'")
    settle(page)
    assert len(titles(page)) == min(10, len(texts) - 10)
    assert page.evaluate("document.activeElement.id") == "search-count"


def test_the_count_is_announced(opened):
    """How many were found stands in a live region, in full."""
    count = opened(f"?q={quote('通知')}").locator("#search-count")
    assert count.get_attribute("role") == "status"
    assert "件 （全" in count.inner_text()


def test_by_keyboard_alone(opened):
    """Word, condition, result, back: each step by keys, each focus to be seen."""
    page = opened()
    page.locator("#search-q").focus()
    page.keyboard.type("資料")
    page.keyboard.press("Enter")
    page.wait_for_function("location.search.startsWith('?q=') && " + SHOWN)
    settle(page)
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "checkbox":
            break
    assert page.evaluate("document.activeElement.type") == "checkbox"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Space")
    page.wait_for_function("location.search.includes('kind=')")
    settle(page)
    assert page.evaluate("document.activeElement.type") == "checkbox"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('h3')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_selector("h1.k-sheet__title")
    page.go_back()
    page.wait_for_url(before)
    settle(page)
    assert page.locator("#search-q").input_value() == "資料"


def test_the_page_a_result_leads_to_shows_the_words(opened):
    """They are marked where they stand, said at the top, and gone with one click; the address is clean again."""
    page = opened(f"?q={quote('漏洩')}")
    page.locator("#search-results h3 a").first.click()
    page.wait_for_selector(".k-found")
    marks = page.locator("main mark.k-hit")
    assert set(marks.all_inner_texts()) <= {"漏えい", "漏洩", "流出"}
    assert "「漏えい」を強調して表示しています" in page.locator(".k-found").inner_text()
    text = page.locator("main h1").inner_text()
    page.get_by_role("link", name="最初の箇所へ").click()
    assert page.evaluate("document.activeElement.tagName") == "MARK"
    page.get_by_role("link", name="解除").click()
    assert marks.count() == 0
    assert "found" not in page.url
    assert page.locator("main h1").inner_text() == text


def test_a_page_without_a_search_is_left_alone(window, served, addresses):
    """Who comes another way sees no mark and no line."""
    page = window(1280)
    page.goto(served + next(address for address in addresses if address.startswith("/incidents/2")))
    assert page.locator("mark, .k-found").count() == 0


def test_what_is_typed_is_text(opened):
    """Markup in a query is shown as it was typed and runs nowhere."""
    page = opened(f"?q={quote('<img src=x onerror=alert(1)> 漏えい')}")
    assert page.locator("#search img").count() == 0
    page.goto(page.url.partition("/search/")[0] + f"/incidents/?found={quote('<b>事案')}")
    assert page.locator(".k-found b").count() == 0


def test_nothing_found(opened):
    """It says so, and what can be done: one word less, other words, the lists, the telephone."""
    page = opened(f"?q={quote('温泉まんじゅう 漏洩')}")
    assert total(page) == 0
    none = page.locator("#search-none")
    assert none.is_visible()
    assert "漏えい" in none.inner_text()
    assert none.locator("a[href^='tel:']").count() == 1
    none.get_by_role("link", name="「漏洩」だけで探す").click()
    page.wait_for_function("document.title.startsWith('「漏洩」')")
    settle(page)
    assert total(page) > 0
    assert not none.is_visible()


def test_conditions_that_leave_nothing(opened):
    """Where the words are found but for the conditions, one link takes these away."""
    page = opened(f"?q={quote('漏えい')}&kind=batch&state=investigating")
    assert total(page) == 0
    page.get_by_role("link", name="絞り込みの条件をすべて外す").click()
    page.wait_for_function("!location.search.includes('kind')")
    settle(page)
    assert total(page) > 0


def test_without_scripts(window, served):
    """No box that does nothing: the page leads to lists, and no other page offers a search."""
    page = window(375, java_script_enabled=False)
    page.goto(served + "/search/")
    assert not page.locator("#search").is_visible()
    assert page.locator("#lists a").count() > 10
    for address in ("/", "/incidents/"):
        page.goto(served + address)
        assert not page.get_by_role("searchbox").is_visible()


@pytest.mark.parametrize("address", ["/", "/incidents/"])
def test_boxes_lead_to_results(window, served, address):
    """The boxes of the front page and of the list of 事案 open the search with what was typed."""
    page = window(375)
    page.goto(served + address)
    page.get_by_role("searchbox").fill("通知書")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/?q=*")
    settle(page)
    assert page.locator("#search-q").input_value() == "通知書"
    assert page.locator('input[value="incident"]').is_checked() == (address == "/incidents/")


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(opened, axe, width, scheme):
    """Results with conditions open, nothing found, and a landing page with its marks: axe-core finds nothing."""
    found = []
    for query in (f"?q={quote('漏えい')}&year=2025", f"?q={quote('温泉 漏えい')}"):
        page = opened(query, width, color_scheme=scheme)
        page.locator(".k-search__facets").evaluate("facets => { facets.open = true }")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate(axe)
        found += [
            (query, rule["id"], [n["target"] for n in rule["nodes"]]) for rule in page.evaluate(AXE)["violations"]
        ]
    page = opened(f"?q={quote('漏えい')}", width, color_scheme=scheme)
    page.goto(page.locator("#search-results h3 a").first.evaluate("link => link.href"))
    page.wait_for_selector(".k-found")
    page.evaluate(axe)
    found += [(page.url, rule["id"], [n["target"] for n in rule["nodes"]]) for rule in page.evaluate(AXE)["violations"]]
    assert found == []


def test_nothing_is_asked_of_another_host(opened, served):
    """All that a search loads comes from the site and is there; the index only once somebody searches."""
    page = opened()
    loaded = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    assert not any("/search/index/" in url for url in loaded)
    page.locator("#search-q").fill("漏えい")
    page.locator("#search-q").press("Enter")
    page.wait_for_function("document.title.includes('漏えい') && " + SHOWN)
    settle(page)
    loaded = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    assert any("/search/index/" in url for url in loaded)
    assert all(url.startswith(served) for url in loaded)


def test_where_the_index_cannot_be_loaded(window, served):
    """A broken connection is said, and the lists stay."""
    page = window(1280)
    page.route("**/search/index/**", lambda route: route.abort())
    page.goto(f"{served}/search/?q={quote('漏えい')}")
    page.wait_for_function("document.querySelector('#search-count').textContent.includes('読み込めませんでした')")
    assert page.locator("#lists a").count() > 10
