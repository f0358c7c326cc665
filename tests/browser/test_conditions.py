"""One page of every template in every condition a reader may meet it in.

Narrow and wide, by day and by night, with everything opened, with wider spacing, without motion, in the reader's own
colours; and how its lines break.
"""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

WIDTHS = [pytest.param(320, id="320"), pytest.param(375, id="375"), pytest.param(1280, id="1280")]
ALL_RULES = "{resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}"
COLOURS = "{resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block']}"
OPEN = "for (const one of document.querySelectorAll('details')) one.open = true"
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
"""WCAG 2.2, 1.4.12; the space after paragraphs is that of the page."""
CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
  const style = getComputedStyle(one)
  return one.clientHeight > 4 && ['hidden', 'clip'].includes(style.overflowY)
    && one.scrollHeight > one.clientHeight + 2 && !one.closest('.visually-hidden, svg')
}).map(one => one.className)"""
MOVES = """() => document.getAnimations().length + [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one)
  return style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration) || style.scrollBehavior === 'smooth'
}).length"""
BROKEN = """() => {
  const found = [], range = document.createRange()
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  const whole = new RegExp('(令和|平成)[0-9元]+年([0-9]+月([0-9]+日(（[月火水木金土日]）)?)?)?|[0-9]+月[0-9]+日'
    + '|[0-9]+時[0-9]+分|[0-9,]+(人|件|世帯|枚|通|項目|日|か月|円)|0[0-9]{1,3}-[0-9]{2,4}-[0-9]{4}', 'g')
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (!text.parentElement.getClientRects().length || text.parentElement.closest('.k-foot__url')) continue
    for (const match of text.data.matchAll(whole)) {
      range.setStart(text, match.index)
      range.setEnd(text, match.index + match[0].length)
      if (new Set([...range.getClientRects()].filter(it => it.width).map(it => Math.round(it.top))).size > 1)
        found.push(match[0])
    }
  }
  for (const one of document.querySelectorAll('main .k-withheld'))
    if (new Set([...one.getClientRects()].map(it => Math.round(it.top))).size > 1) found.push(one.textContent)
  return found
}"""
LONGEST = """() => {
  let longest = 0
  for (const one of document.querySelectorAll('main p')) {
    const style = getComputedStyle(one), box = one.getBoundingClientRect()
    if (box.height > 2.1 * parseFloat(style.lineHeight))
      longest = Math.max(longest, box.width / parseFloat(style.fontSize))
  }
  return longest
}"""


@pytest.fixture(scope="session")
def templates(site, addresses):
    """The longest page of every kind, and the shortest of those that are records: notices stand there alone."""
    groups = {}
    for address in addresses:
        parts = address.strip("/").split("/")
        kind = (parts[0], len(parts), parts[1] if parts[0] == "council" and len(parts) > 1 else parts[-1] == "all")
        groups.setdefault(kind, []).append(address)

    def size(address):
        return (
            (site / address.strip("/") / "index.html" if address.endswith("/") else site / address[1:]).stat().st_size
        )

    chosen = []
    for (first, depth, _), found in groups.items():
        found.sort(key=size)
        chosen += (
            found[-1:] if depth < 2 or first in {"years", "types", "sections", "states"} else {found[0], found[-1]}
        )
    assert len(chosen) > 25
    return sorted(chosen)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_rule_is_broken_in_any_condition(window, served, templates, axe, width):
    """axe-core finds nothing at rest and with menu and disclosures open, by day and by night, at every width."""
    page = window(width)
    found = []

    def look(address, condition, rules):
        for rule in page.evaluate(f"axe.run(document, {rules})")["violations"]:
            found.append((address, condition, rule["id"], [node["target"] for node in rule["nodes"]]))  # noqa: PERF401

    for address in templates:
        page.emulate_media(color_scheme="light")
        page.goto(served + address)
        page.evaluate(axe)
        look(address, "light", ALL_RULES if width == 375 else COLOURS)
        page.evaluate(OPEN)
        look(address, "light, open", ALL_RULES)
        page.emulate_media(color_scheme="dark")
        look(address, "dark, open", COLOURS)
    assert found == []


def test_every_colour_of_ones_own_can_be_read(window, served, templates, axe):
    """Under forced colours and under more contrast no text loses its contrast."""
    found = []
    for condition in ({"forced_colors": "active"}, {"contrast": "more", "color_scheme": "dark"}):
        page = window(375)
        page.emulate_media(**condition)
        for address in templates[::3]:
            page.goto(served + address)
            page.evaluate(axe)
            broken = page.evaluate(f"axe.run(document, {COLOURS})")["violations"]
            found += [(address, condition, rule["id"], [node["target"] for node in rule["nodes"]]) for rule in broken]
    assert found == []


def test_marks_keep_their_shape_under_forced_colours(window, served):
    """A publication stays a filled square and a filled label can be read where the reader's colours rule."""
    page = window(375)
    page.emulate_media(forced_colors="active")
    page.goto(served + "/incidents/2026-10-16-shikaku-kakuninsho-3/")
    style = "it => { const s = getComputedStyle(it, '::after'); return [s.backgroundColor, s.borderTopColor] }"
    ground, border = page.locator(".k-stop--publication").first.evaluate(style)
    assert ground == border
    open_ground, open_border = page.locator(".k-stop--event").first.evaluate(style)
    assert open_ground != open_border
    label = page.locator(".k-label--this").first
    assert label.evaluate("it => getComputedStyle(it).forcedColorAdjust") == "none"
    assert label.evaluate("it => getComputedStyle(it).color !== getComputedStyle(it).backgroundColor")


def test_nothing_moves_for_who_asks_for_stillness(window, served, templates):
    """Under reduced motion no animation or transition runs."""
    page = window(375, reduced_motion="reduce")
    moving = []
    for address in templates:
        page.goto(served + address)
        if page.evaluate(MOVES):
            moving.append(address)
    assert moving == []


def test_wider_spacing_cuts_nothing(window, served, templates):
    """With the spacing of WCAG 1.4.12 no page scrolls sideways and no box cuts its text, with all disclosures open."""
    page = window(320)
    found = []
    for address in templates:
        page.goto(served + address)
        page.evaluate(OPEN)
        page.add_style_tag(content=SPACED)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found.append((address, "wide"))
        found += [(address, name) for name in page.evaluate(CUT)]
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_dates_counts_and_numbers_stay_whole(window, served, templates, width):
    """No date, count with its unit, telephone number or withheld word is torn by the end of a line."""
    page = window(width)
    torn = []
    for address in templates:
        page.goto(served + address)
        torn += [(address, text) for text in page.evaluate(BROKEN)]
    assert torn == []


def test_lines_are_not_too_long(window, served, templates):
    """At a desk a paragraph has at most 40 characters a line (WCAG 1.4.8 for Japanese)."""
    page = window(1280)
    lengths = {}
    for address in templates:
        page.goto(served + address)
        lengths[address] = page.evaluate(LONGEST)
    assert max(lengths.values()) > 30
    assert {address: length for address, length in lengths.items() if length > 40.5} == {}


def test_the_menu_of_a_phone(window, served):
    """By keyboard the menu opens, shows links of 44 px and more, and closes; nothing of it covers the page."""
    page = window(320)
    page.goto(served + "/incidents/")
    handle = page.locator(".k-menu > summary")
    link = page.get_by_role("navigation", name="主なページ").get_by_role("link").first
    assert not link.is_visible()
    assert handle.bounding_box()["height"] >= 44
    handle.focus()
    page.keyboard.press("Enter")
    assert link.is_visible()
    assert link.bounding_box()["height"] >= 44
    menu = page.locator(".k-menu").bounding_box()
    assert menu["y"] + menu["height"] <= page.locator("main").bounding_box()["y"]
    page.keyboard.press("Tab")
    assert link.evaluate("it => it === document.activeElement")
    handle.focus()
    page.keyboard.press("Space")
    assert not link.is_visible()


def test_the_first_screen_of_a_phone_leads_on(window, served, addresses):
    """At 375 x 667 an announcement without a notice shows the ways to «is it me» and to the telephone unscrolled."""
    page = window(375)
    low, seen = {}, 0
    for address in addresses:
        if not address.startswith("/incidents/20") or address.endswith("/all/"):
            continue
        page.goto(served + address)
        ways = page.locator(".k-jumps")
        if ways.count() and not page.locator(".k-notice").count():
            seen += 1
            box = ways.bounding_box()
            if box["y"] + box["height"] > 667:
                low[address] = box["y"]
    assert seen > 5
    assert low == {}


def test_paper_is_white_for_who_reads_at_night(window, served):
    """Printed from a dark screen, text is black and grounds are white."""
    page = window(1280)
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(served + "/incidents/2026-10-16-shikaku-kakuninsho-3/")
    style = "it => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]"
    assert page.locator("body").evaluate(style) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.locator(".k-residents h2").evaluate(style)[0] == "rgb(0, 0, 0)"


def test_every_sheet_of_paper_says_where_it_comes_from(window, served):
    """Printed, each sheet of an announcement and of a list bears the address of the page and its number of all."""
    page = window(1280)
    for address in ("/incidents/2026-10-16-shikaku-kakuninsho-3/", "/incidents/"):
        page.goto(served + address)
        sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert len(sheets) > 1
        for number, sheet in enumerate(sheets, 1):
            text = "".join(sheet.extract_text().split())
            assert f"https://kohyo.shiona.example{address}" in text
            assert f"{number}/{len(sheets)}" in text
