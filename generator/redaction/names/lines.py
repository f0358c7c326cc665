"""Which lines of a text are rows: no sentences, and with another identifier of a person in them.

A row that holds a birth date, a number or an address nearly always holds a name, and so does a bracket in a sentence
that holds one beside something else: （桐谷・32-1108）.  Knows nothing of names.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_IDENTIFIER = regex(
    "号棟|号室|0[0-9]{1,3}[-(]?[0-9]{2,4}[-)]|[A-Za-z0-9]@|[0-9]{5}|[0-9]{2}[- ][0-9]{4}|[0-9]{1,3}歳"
    "|[0-9]{4}-[0-9]{4}"
    "|(?:[MTSHR]|明|大|昭|平|令)[0-9]{1,2}[./-][0-9]|(?:昭和|平成|令和|大正|明治)[0-9元]{1,2}年.{2,6}生"
    "|(?:昭和|大正)[0-9]"
    "|(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]|丁目|番地|番[0-9]|字[^ ]{1,8}[0-9]"
    "|[^0-9][0-9]{1,3}-[0-9]{1,3}(?:-[0-9]|[ 、,]|$)"
    "|[0-9]{2,3} ?[ぁ-ん] ?[0-9]|[A-Z]{1,2} ?[0-9]{5}|[0-9A-Z]{4,}-[0-9A-Z]{3,}"
    "|[一二三四五六七八九十]の[一二三四五六七八九十]|[0-9]{1,4}[A-Z][0-9]{3}"
)
_SIGN = regex("[0-9@号丁番]|[一二三四五六七八九十]の")
"""One of these is in whatever identifies."""
_PROSE = regex("。|ました|です(?!から)|ます(?:$|[、」])|[をはがに][^ \t|,/]{12}")
_LINE_END = regex("\n")
_LONGEST = 200
_BRACKET = regex("[(〔【「『<\\[](?P<body>[^()〔〕【】「」『』<>\\[\\]。\n]{5,60})[)〕】」』>\\]]")
_PARTED = regex("[、,・/ :|_]")
_LONG_AMOUNT = regex("[0-9]{1,3}(?:,[0-9]{3})+|[0-9]円|[年月][0-9]{1,2}日|:[0-9]{2}|条|項|内線")


@lru_cache(maxsize=8)
def rows(text: str) -> tuple[tuple[int, int], ...]:
    """Every row, in order."""
    ends = [-1, *(match.start() for match in _LINE_END.finditer(text)), len(text)]
    spans = ((before + 1, end) for before, end in pairwise(ends) if end - before > 4)
    whole = [
        (start, end)
        for start, end in spans
        if end - start < _LONGEST
        and _SIGN.search(text, start, end)
        and not _PROSE.search(text, start, end)
        and _IDENTIFIER.search(text, start, end)
    ]
    return tuple(sorted({*whole, *_brackets(text, whole)}))


def _brackets(text: str, whole: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What brackets in sentences hold beside an identifier."""
    for match in _BRACKET.finditer(text):
        start, end = match.span("body")
        number = bisect_right(whole, (start, len(text))) - 1
        if (
            not (number >= 0 and whole[number][0] <= start <= whole[number][1])
            and _SIGN.search(text, start, end)
            and _PARTED.search(text, start, end)
            and not _PROSE.search(text, start, end)
            and not _LONG_AMOUNT.search(text, start, end)
            and _IDENTIFIER.search(text, start, end)
        ):
            yield start, end


def in_row(text: str, place: int) -> bool:
    """Whether the character stands in such a row."""
    found = rows(text)
    number = bisect_right(found, (place, len(text))) - 1
    return number >= 0 and found[number][0] <= place <= found[number][1]
