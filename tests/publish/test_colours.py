"""The colours of the shell, from its style sheets alone: roles in one file, and the ratios of WCAG 2.2 between them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[2] / "theme_overrides/assets"
TEXT, PART = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for text, 1.4.11 for what one must see to work something."""
READ_ON_PAPER = ("text", "quiet", "link", "visited", "civic", "late")
READ_ON_GROUNDS = ("ground", "tint", "withheld", "changed", "notice")
SEEN = ("edge", "bar", "hit", "focus", "civic")
MODES = {
    "light": (":root",),
    "dark": (":root", "(prefers-color-scheme: dark)"),
    "more": (":root", "(prefers-contrast: more)"),
    "dark and more": (
        ":root",
        "(prefers-color-scheme: dark)",
        "(prefers-contrast: more)",
        "(prefers-contrast: more) and (prefers-color-scheme: dark)",
    ),
    "paper": (":root", "print"),
}


def declared(text):
    """The custom properties of a piece of CSS."""
    return dict(re.findall(r"--([a-z0-9-]+): ([^;]+);", text))


def blocks():
    """What colours.css declares, by its condition."""
    text = re.sub(r"/\*.*?\*/", "", (ASSETS / "colours.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    first, *others = re.split(r"@media (?:screen and )?", text)
    return {":root": declared(first)} | {
        condition: declared(body) for condition, _, body in (part.partition(" {") for part in others)
    }


def colours(mode):
    """Each role of a mode as a colour."""
    known = declared((ASSETS / "tokens.css").read_text(encoding="utf-8"))
    for condition in MODES[mode]:
        known |= blocks()[condition]

    def of(value):
        name = re.fullmatch(r"var\((?:--town-[a-z-]+, var\()?--([a-z0-9-]+)\)+", value)
        return of(known[name.group(1)]) if name else value

    return {name.removeprefix("k-"): of(value) for name, value in known.items() if name.startswith("k-")}


def brightness(colour):
    """The relative luminance of #rgb or #rrggbb (WCAG 2.2, sRGB)."""
    digits = colour.removeprefix("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == len("fff") else re.findall("..", digits)
    shares = [int(pair, 16) / 255 for pair in pairs]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    """The contrast of two colours."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_that_of_the_standard():
    """Black on white is 21, gray #767676 on white the least that text may have, a colour on itself 1."""
    assert ratio("#000", "#ffffff") == pytest.approx(21)
    assert ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert ratio("#123456", "#123456") == pytest.approx(1)


@pytest.mark.parametrize("mode", MODES)
def test_text_can_be_read(mode):
    """Every kind of text has 4.5 : 1 on the paper, and plain and quiet text on every ground."""
    role = colours(mode)
    on_grounds = [(text, ground) for ground in READ_ON_GROUNDS for text in ("text", "quiet", "link")]
    pairs = [(text, "paper") for text in READ_ON_PAPER] + on_grounds
    assert [pair for pair in pairs if ratio(role[pair[0]], role[pair[1]]) < TEXT] == []


@pytest.mark.parametrize("mode", MODES)
def test_what_one_works_with_can_be_seen(mode):
    """Edges of controls, bars, marks of hits, focus and charts have 3 : 1 on the paper, the focus on its ring."""
    role = colours(mode)
    pairs = [(part, "paper") for part in SEEN] + [("edge", "ground"), ("bar", "notice")]
    assert [pair for pair in pairs if ratio(role[pair[0]], role[pair[1]]) < PART] == []
    assert ratio(role["focus"], role["ring"]) >= PART


def test_more_contrast_is_more():
    """Who asks for more contrast gets 7 : 1 for every text, by day and by night."""
    for mode in ("more", "dark and more"):
        role = colours(mode)
        assert [text for text in READ_ON_PAPER if ratio(role[text], role["paper"]) < 7] == []


def test_paper_is_black_on_white():
    """On paper no role has a colour of its own."""
    role = colours("paper")
    assert {role[name] for name in (*READ_ON_PAPER, "edge")} == {"#000"}
    assert {role[name] for name in READ_ON_GROUNDS} == {"#fff"}


def test_every_mode_knows_every_role():
    """Dark and the reader's own palette give every role that light gives, but the ground of the crest."""
    assert set(blocks()[":root"]) - set(blocks()["(prefers-color-scheme: dark)"]) == {"k-crest"}
    assert set(blocks()[":root"]) - set(blocks()["(forced-colors: active)"]) == {"k-crest"}


def test_colours_have_one_place():
    """No other style sheet names a colour, but black and white where it describes paper."""
    found = []
    for sheet in sorted(ASSETS.glob("*.css")):
        if sheet.name in {"tokens.css", "colours.css"}:
            continue
        screen, *paper = re.split(r"@media print", sheet.read_text(encoding="utf-8"))
        found += [(sheet.name, it) for it in re.findall(r"--color-[a-z0-9-]+|#[0-9a-f]{3,8}(?=[;, )])", screen)]
        found += [(sheet.name, it) for part in paper for it in re.findall(r"--color-[a-z0-9-]+", part)]
    assert found == []
