"""Text as the search index holds it: folded, and every two neighbouring characters as one word of eight letters.

An index looks words up, and Japanese has none between spaces; two characters that follow each other are what a query
and a text share whatever they mean.  Spelled in letters a to z, because Pagefind drops punctuation and the marks of
が and ば from words.  The exact phrase of such words is a substring of the text: docs/adr/0019.
`theme_overrides/assets/found.js` and `search-pagefind.js` do the same in the browser.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSEEN = regex(
    "[\t-\r \u0085\u00a0\u00ad\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+"
)
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-") | {"\u301c": "~"})
_SIZE = 4
"""Letters for one character: 26 to the fourth power are more than Unicode has in its first planes."""
_END = "\n"
"""Between two paragraphs: in no query, so that none is found across them."""


def folded(text: str) -> str:
    """One form for what people type in several: widths, case, hyphens, spaces, variants of a glyph."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).lower().translate(_HYPHENS)


def spelled(paragraphs: Iterable[str]) -> str:
    """The words of the index, one for each character: it and the next one."""
    letters = [_LETTERS[char] for char in _END.join(map(folded, paragraphs))]
    return " ".join(map(str.__add__, letters, [*letters[1:], ""]))


def read_word(word: str) -> str:
    """The characters of such a word; of any other the word itself, in which nothing is hidden then."""
    spans = [word[start : start + _SIZE] for start in range(0, len(word), _SIZE)]
    if not word.isascii() or not word.islower() or not word.isalpha() or len(word) % _SIZE:
        return word
    codes = [_number(span) for span in spans]
    return "".join(map(chr, codes)) if max(codes) < _PLANES else word


_PLANES = 0x40000
"""Characters above stand in no Japanese text; they would be looked for in vain."""


class _Letters(dict[str, str]):
    def __missing__(self, char: str) -> str:
        rest, letters = min(ord(char), _PLANES), ""
        for _ in range(_SIZE):
            rest, digit = divmod(rest, 26)
            letters = chr(ord("a") + digit) + letters
        self[char] = letters
        return letters


_LETTERS = _Letters()


def _number(span: str) -> int:
    number = 0
    for letter in span:
        number = number * 26 + ord(letter) - ord("a")
    return number
