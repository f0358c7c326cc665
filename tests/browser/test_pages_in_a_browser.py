"""Every page of the example site in real Chromium: accessibility, widths, sizes of text, no script, no other host."""

from __future__ import annotations

from collections import Counter

import pytest

FEW = 2
AA_AND_BEST_PRACTICE = "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"


@pytest.fixture(scope="session")
def kinds(addresses):
    """Every announcement and case, and a few of each kind of list."""
    seen = Counter()
    chosen = []
    for address in addresses:
        kind = "/".join(address.split("/")[1:3]) if address.startswith("/council/") else address.split("/")[1]
        seen[kind] += 1
        if kind in {"incidents", "cases", "minutes", "audits"} or seen[kind] <= FEW:
            chosen.append(address)
    return chosen


def test_no_rule_of_accessibility_is_broken(window, served, kinds, axe):
    """axe-core finds nothing on any announcement, case, minutes or audit: WCAG 2.2 A and AA, and its best practices.

    `test_conditions.py` looks at one page of every template in every condition.
    """
    page = window(375)
    found = []
    for address in kinds:
        page.goto(served + address)
        page.evaluate(axe)
        broken = page.evaluate(AA_AND_BEST_PRACTICE)["violations"]
        found += [(address, rule["id"], [node["target"] for node in rule["nodes"]]) for rule in broken]
    assert found == []


def test_no_page_scrolls_sideways(window, served, kinds):
    """At 320 px (WCAG 1.4.10) and at a desk with text at 200 % (WCAG 1.4.4) every page fits its window."""
    page = window(320)
    wide = []
    for address in kinds:
        page.goto(served + address)
        for width, text in ((320, "100%"), (1280, "200%")):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((address, width))
    assert wide == []


def test_no_page_asks_another_host(window, served, addresses):
    """Whatever a page loads comes from the site, and all of it is there."""
    page = window(1280)
    asked, missing = set(), []
    page.on("request", lambda request: asked.add(request.url))
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    for address in addresses:
        page.goto(served + address)
    assert asked
    assert [url for url in asked if not url.startswith((served + "/", "data:"))] == []
    assert missing == []


def test_a_reader_without_scripts_finds_an_incident(window, served):
    """On a phone without JavaScript: the menu, the list, its disclosure, a year, a record."""
    page = window(375, java_script_enabled=False)
    page.goto(served + "/")
    page.locator(".k-menu > summary").click()
    page.get_by_role("navigation", name="主なページ").get_by_role("link", name="事案").click()
    page.locator(".k-facets > summary").click()
    page.get_by_role("link", name="令和7年度", exact=True).click()
    assert page.locator("h1").inner_text() == "令和7年度の事案"
    page.locator("article h3 a").first.click()
    assert page.locator("main h1").count() == 1


def test_from_an_incident_to_the_first_words_about_it_and_back(window, served):
    """One click leads from an announcement to the first utterance of the meeting that took it up; one leads back."""
    page = window(375, java_script_enabled=False)
    home = served + "/incidents/2026-10-16-shikaku-kakuninsho-3/"
    page.goto(home)
    page.locator('.k-timeline a[href$="/minutes/2026-10-29-hogo-shingikai/#u-1-1"]').click()
    first = page.locator("#u-1-1")
    assert first.evaluate("it => it.getBoundingClientRect().top") < page.viewport_size["height"]
    assert "設楽委員" in first.inner_text()
    page.locator('[aria-labelledby="item-1"] .k-item__over').get_by_role("link", name="資料2").click()
    assert page.url == home


def test_from_the_minutes_to_the_first_words_about_a_paper(window, served):
    """In minutes the line of a 配布資料 leads to the first utterance about it, and that item back to the paper."""
    page = window(375, java_script_enabled=False)
    page.goto(served + "/minutes/2026-10-29-hogo-shingikai/")
    page.locator("#handout-2 a[href='#u-1-1']").click()
    assert page.url.endswith("#u-1-1")
    page.locator('[aria-labelledby="item-1"] .k-item__over').get_by_role("link", name="資料1").click()
    assert page.url.endswith("#appendix-1")


def test_what_came_since_a_month(window, served):
    """Without JavaScript a month shows what came from it on, and hides what is older; all can be shown again."""
    page = window(375, java_script_enabled=False)
    page.goto(served + "/council/new/")
    months = page.locator(".k-month")
    every = months.count()
    page.locator(".k-facets > summary").click()
    page.get_by_role("link", name="令和8年10月から").click()
    shown = [heading.inner_text() for heading in page.locator(".k-month h2").all() if heading.is_visible()]
    assert shown[-1] == "令和8年10月"
    assert len(shown) < every
    page.get_by_role("link", name="すべてを表示").click()
    assert all(month.is_visible() for month in months.all())


def test_a_whole_matter_on_paper(window, served):
    """Printed, everything of a case begins each record on a page of its own, and shows no way to click."""
    page = window(1280)
    page.goto(served + "/cases/r8-shikaku-kakuninsho/all/")
    page.emulate_media(media="print")
    parts = page.locator(".k-dossier")
    assert parts.count() > 4
    assert {part.evaluate("it => getComputedStyle(it).breakBefore") for part in parts.all()} == {"page"}
    assert not page.locator(".k-dossier__own").first.is_visible()


def test_a_reader_at_a_desk_sees_the_ways_to_look(window, served):
    """In a wide window the facets stand open beside the list."""
    page = window(1280)
    page.goto(served + "/incidents/")
    assert page.get_by_role("link", name="令和7年度", exact=True).is_visible()
    assert not page.locator(".k-facets > summary").is_visible()


def test_the_keyboard_begins_with_the_way_to_the_text(window, served):
    """The first Tab shows the link to the main part, and it leads there."""
    page = window(1280)
    page.goto(served + "/incidents/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "4px"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_paper_shows_no_way_to_click(window, served):
    """Printed, a list has neither navigation nor facets."""
    page = window(1280)
    page.goto(served + "/incidents/")
    page.emulate_media(media="print")
    for part in (".k-nav", ".k-crumbs", ".k-facets", ".k-skip"):
        assert not page.locator(part).first.is_visible()
    assert page.locator("h1").is_visible()
