"""Explained words in a real browser: there and back without a script, and readings that no copy holds."""

from __future__ import annotations

RECORD = "/incidents/2026-08-07-shikaku-kakuninsho-1/"
PAPER = "/papers/2026-09-24-zenin-fufu-2/"
COPIED = """ruby => {
  const line = ruby.closest('dd, p, li'), chosen = getSelection()
  chosen.selectAllChildren(line)
  return chosen.toString()
}"""


def test_there_and_back_without_scripts(window, served):
    """On a phone without JavaScript a word leads to what it means, in sight, and that back to the word."""
    page = window(375, java_script_enabled=False)
    page.goto(served + RECORD)
    page.locator("a.k-explained").first.click()
    anchor = page.url.partition("#")[2]
    there = page.locator(f"#{anchor}")
    assert 0 <= there.evaluate("it => it.getBoundingClientRect().top") < page.viewport_size["height"]
    assert there.locator("dd").inner_text()
    there.get_by_role("link").click()
    back = page.locator(f"#{page.url.partition('#')[2]}")
    assert back.inner_text() in there.locator("dt").inner_text()
    assert 0 <= back.evaluate("it => it.getBoundingClientRect().top") < page.viewport_size["height"]


def test_words_look_like_ways_without_colour(window, served):
    """A marked word has an underline of its own kind, and so is told from text and from other links."""
    page = window(375)
    page.goto(served + RECORD)
    line = "it => getComputedStyle(it).textDecorationLine + ' ' + getComputedStyle(it).textDecorationStyle"
    assert page.locator("a.k-explained").first.evaluate(line) == "underline dotted"


def test_a_copy_holds_no_reading(window, served):
    """Whoever copies a line with a reading over it gets the line as it was written."""
    page = window(1280)
    page.goto(served + PAPER)
    ruby = page.locator("ruby").first
    kana = ruby.locator("rt").inner_text()
    assert kana == "しおなちょう"
    copied = ruby.evaluate(COPIED)
    assert "汐名町" in copied
    assert kana not in copied
    assert "（" not in copied
