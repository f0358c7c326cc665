"""The search index of a site: which two characters follow each other in which entries; round a digit, which three.

Japanese has no spaces to cut words at; a query and a text that share a word share its pairs of characters, whatever
the word means.  docs/adr/0019 has what was measured.  `theme_overrides/assets/found.js` folds and
`search-index.js` looks up in the browser as this does.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from operator import sub
from typing import TYPE_CHECKING

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SHARD = ".pairs.json"
"""How the names of the files of an index end."""

_UNSEEN = regex(
    "[\t-\r \u0085\u00a0\u00ad\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+"
)
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-") | {"\u301c": "~"})
_END = "\x01"
"""Between paragraphs, while they are folded at once: no source may hold it."""
_ROUND_DIGITS = regex(f"(?=([0-9][^{_END}]{{2}}|[^{_END}][0-9][^{_END}]))")
_BITS, _MORE = 5, 32
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def folded(text: str) -> str:
    """One form for what people type in several: widths, case, hyphens, spaces, variants of a glyph."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).lower().translate(_HYPHENS)


def pairs(paragraphs: Iterable[str]) -> set[str]:
    """Every two characters that follow each other within a paragraph, and the last of each by itself.

    So every character begins something, and a query of a single one is answered too.  Three where one of the first two
    is a digit: 令和6年度 and 令和7年3月 have every pair of 令和7年度.
    """
    text = folded(_END.join(paragraphs)) + _END
    found = set(map(str.__add__, text, text[1:]))
    return {pair.rstrip(_END) for pair in found if pair[0] != _END} | set(_ROUND_DIGITS.findall(text))


def index_of(entries: Iterable[Iterable[str]]) -> dict[str, str]:
    """For each pair the numbers of the entries that have it, as `numbers_told` tells them."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, paragraphs in enumerate(entries):
        for pair in pairs(paragraphs):
            found[pair].append(number)
    return {pair: numbers_told(found[pair]) for pair in sorted(found)}


def numbers_told(numbers: list[int]) -> str:
    """Rising numbers by their distances, each in digits of five bits, all but the last of it with a sixth bit set."""
    return "".join(map(_STEPS.__getitem__, map(sub, numbers, [-1, *numbers])))


class _Steps(dict[int, str]):
    def __missing__(self, step: int) -> str:
        rest, told = step - 1, ""
        while rest >= _MORE:
            told += _DIGITS[_MORE + rest % _MORE]
            rest >>= _BITS
        told += _DIGITS[rest]
        self[step] = told
        return told


_STEPS = _Steps()


def shards(index: Mapping[str, str], most: int) -> list[dict[str, str]]:
    """The index in pieces of about `most` characters; what begins with the same character stays together."""
    found: list[dict[str, str]] = []
    size, first = most, ""
    for pair, numbers in index.items():
        if size >= most and pair[0] != first:
            found.append({})
            size = 0
        first = pair[0]
        found[-1][pair] = numbers
        size += len(pair) + len(numbers) + len('"":"",')
    return found
