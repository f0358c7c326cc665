"""Which characters are one and the same to a reader: widths, spaces, hyphens, radicals, invisible characters.

Knows characters only, no markup: `markup` takes that away, `view` keeps the map back.
"""

from __future__ import annotations

import re
import unicodedata

from generator.patterns import regex

INVISIBLE = (
    "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""Ranges of characters that show nothing and part nothing: joiners, soft hyphens, direction marks, controls."""

MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u20d0-\u20ff\u3099\u309a\uff9e\uff9f\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Ranges of characters that belong to the one before: combining and voicing marks, variation selectors."""

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u2800\u3000\u3164\uffa0\u000b"
)
_HYPHENS = (
    "\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2501\u2796\u2e3a\u2e3b\u2e40\ufe58\ufe63\uff0d"
)
_BARS = "\u2502\u2503\u2506\u2507\u250a\u250b\u2551\uffe8"
_LINES = "\u000c\u0085\u2028\u2029"
_LETTERS = ((0xA0, 0x250), (0x2000, 0x2C00), (0x2E80, 0x3400), (0xF900, 0xFB07), (0xFE10, 0x10000), (0x1D400, 0x1D800))
"""Where Unicode keeps its compatibility forms, as far as Japanese and Latin texts meet them."""
_EXPANDED = (
    *range(0x3220, 0x3244),
    0x32FF,
    *range(0x3300, 0x3358),
    *range(0x337B, 0x3380),
    0x33CD,
    0x2116,
    0x2121,
    0x213B,
)
_LIGATURES = tuple(range(0xFB00, 0xFB07))


def _singles() -> dict[int, str]:
    """What folds to one other character.  ① and ² stay: a list mark or a unit must not become a number's digit."""
    table = {}
    for first, end in _LETTERS:
        for code in range(first, end):
            char = chr(code)
            folded = unicodedata.normalize("NFKC", char)
            if len(folded) == 1 and folded != char and unicodedata.category(char) != "No":
                table[code] = folded
    table.update(dict.fromkeys(map(ord, _SPACES), " "))
    table.update(dict.fromkeys(map(ord, _HYPHENS), "-"))
    table.update(dict.fromkeys(map(ord, _LINES), "\n"))
    table.update(dict.fromkeys(map(ord, _BARS), "|"))
    table[ord("〜")] = "~"
    return table


SINGLES = _singles()
EXPANSIONS = {chr(c): unicodedata.normalize("NFKC", chr(c)) for c in (*_EXPANDED, *_LIGATURES)}
"""㈱, ㍻, ℡ and ligatures, which stand for several characters."""

KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九壱弐参壹貳參", "00123456789123123")
"""Digits written as kanji, place by place; 十 and 百 are words and stay."""

_FIGURE = "0-9〇零一二三四五六七八九"
_LONG_MARK = regex(f"(?:(?<=[{_FIGURE}])|(?<=[{_FIGURE}][ \n]))ー(?=[ \n]{{0,2}}[{_FIGURE}])")
_LOOSE = regex(f"[{INVISIBLE}{MARKS}{''.join(EXPANSIONS)}]")
_UNIT = regex(f"[^{MARKS}{INVISIBLE}\n][{MARKS}]+|[{''.join(EXPANSIONS)}]|[{INVISIBLE}{MARKS}]")
_NEAR = {chr(code): char for code, char in SINGLES.items() if code < 0x10000}  # noqa: PLR2004 -- the end of plane 0
_FOLDABLE = regex(f"[{''.join(map(re.escape, _NEAR))}]")
_FAR = regex("[\U0001d400-\U0001d7ff]")
"""Apart from the others: a class with characters of a higher plane is searched four times slower."""
_FOLDED = regex("[!-@\\[-~、。「」〔〕・ぁ-ゖァ-ヺ一-鿿]*")
"""Texts of these characters alone are folded already."""


def near(ranges: str) -> str:
    """The ranges of a class without those of higher planes."""
    return re.sub("[\U00010000-\U0010ffff]-?", "", ranges)


def fold_unit(unit: str) -> str:
    """One character with its marks, or one ligature, as it is read; nothing if it shows nothing."""
    composed = unicodedata.normalize("NFKC", unit)
    return "".join(c for c in composed if unicodedata.category(c) not in ("Mn", "Me", "Cf", "Cc")).translate(SINGLES)


def fold_singles(text: str) -> str:
    """The text with every character folded that folds to one: no offset moves."""
    if text.isascii():
        return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    text = _near_and_far(text.replace("\r\n", " \n").replace("\r", "\n"))
    return _LONG_MARK.sub("-", text) if "ー" in text else text


def fold(text: str) -> str:
    """The text without any space, in one width and small letters: what `verify` compares."""
    if _LOOSE.search(text):
        text = _UNIT.sub(lambda match: fold_unit(match.group()), text)
    text = "".join(text.split())
    if _FOLDED.fullmatch(text):
        return text
    return "".join(fold_singles(text).split()).lower()


def _near_and_far(text: str) -> str:
    """`text.translate(SINGLES)` in a quarter of its time."""
    text = _FOLDABLE.sub(lambda match: _NEAR[match.group()], text)
    return _FAR.sub(lambda match: match.group().translate(SINGLES), text)
