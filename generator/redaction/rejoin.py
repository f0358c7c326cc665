"""A text once more with what broke it joined: lines wrapped inside a value, letters set apart by spaces.

Only hits that need the join count; everything else is the main view's business.  Knows no kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.folding import KANJI_DIGITS, fold_singles
from generator.redaction.kinds import Kind
from generator.redaction.names.together import joins
from generator.redaction.tables import rows
from generator.redaction.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.redaction.hit import Hit
    from generator.redaction.span import Span

_WORD = "[^ \\t\\n。.!?:;、,|「『(【〔<>)】〕」』\\]*=&・●○■□◆◇※-]"
_BREAK = regex(
    rf"""
    (?:(?<={_WORD})|(?<=[A-Za-z0-9_@][.-])|(?<=[0-9A-Za-z][ ][.・/-])|(?<=[0-9][-)])
      |(?<=[(])(?=[ ]{{0,8}}\n?[ ]{{0,8}}0))                 # nothing ended before it
    (?: [ ]{{0,8}} \n [ ]{{0,8}} | [ ]{{1,3}} )
    (?={_WORD}|[.・@/-][ ]?[0-9A-Za-z]|[(][0-9]{{2,4}}[)][0-9])   # and nothing begins after it""",
    re.VERBOSE,
)
_LATIN = regex("[A-Za-z]{2} {0,3}\n? {0,8}[A-Za-z]{2}|[A-Z] {1,3}[A-Z]")
_WORD_FIGURE = regex("[0-9] {1,3}[A-Za-z]{2}|[A-Za-z]{2} {1,3}[0-9]")
_DATE = regex("[年月成和正治] {0,3}[0-9元]|[0-9] {0,3}[年月日件人名円回%(]")
_ITEM = regex("\n {0,8}(?:[0-9]{1,2}|[0-9A-Za-z])[ .)、|\t,]")
"""A line that begins with the number of an item goes on with nothing."""
_CODE_CHAR = regex("[-0-9A-Za-z/.]")
_TOKEN = regex("[!-~]{1,48}")
_TOKEN_BEFORE = regex("[!-~]{1,48}$")
_WHOLE_MAIL = regex("(?:@|[(<\\[]at[)>\\]])[A-Za-z0-9.-]+[.](?:jp|com|net|org|info)$")
_CAPTION = regex("(?:e-?)?mail|to|cc|bcc|from|id|line|uid|user|login|name|address|x", re.IGNORECASE)
_NAMING = regex("[A-Za-z]{1,12} ?[:=→]")
_SIGN = regex("[@_0-9]|[.][A-Za-z]")
_ITEM_IN_FIGURES = regex("\n {0,8}0?[1-9][0-9]?(?:-[0-9]{1,2})?(?: (?![ぁ-ん] )|[.)] |[|\t番件/])")
_AHEAD = regex("[^0-9 \n]{1,12}[ \n:(「第]{0,3}[0-9A-Za-z-]{4}")
"""A number not far behind a break, whose name the break may have parted."""
_PAIR = regex("(?<![0-9-])(?<![0-9-] )[0-9] [0-9](?= ?[年月日号件人名%])")
"""Two digits set apart in justified text: 1 2 月."""
_PROSE = regex("[ぁ-ゖ]{2} {1,3}[ぁ-ゖ]{2}")
_LABELLED = regex(
    "[(【〔]?(?:生 ?年 ?月 ?日|生まれ|性 ?別|電 ?話|携 ?帯|住 ?所|居 ?所|本 ?籍|年 ?齢|[新旧現]?旅券|運転免許|免許証"
    "|被保険者|保険証|口座番号|メール|続柄|備考|職業|世帯主|宛名|整理番号|車両|氏 ?名|フリガナ|ふりがな|アドレス"
    "|TEL|FAX|MAIL|Mail"
    "|(?:[男女同](?=[ \n)/|・,、]|$))|[一二三四五六七八九十]{1,2} [^ \n]{2}|[一-龠ァ-ヶ]{2,10} ?[:=])"
)
"""The words for the next value of a form: nothing goes on behind them."""
_AMOUNT = regex(",[0-9]{3} {1,3}[0-9]")
_TIME = regex("[0-9]:[0-9]{2}$")
_DAY = regex("(?:19|20)[0-9]{2}[-/][0-9]{1,2}[-/]")
_FIGURE = regex("[0-9]")
_COLUMNS = regex("[^ \n0-9]{2} +[^ \n0-9-]{2}|[円件人名枚] +[^ \n0-9-]{3}")
"""Two words of two letters and more with a space between them: cells of a table, not letters set apart."""
_TOWN = regex("字|[町村条]$|丁目")
_NUMBERED = regex("[0-9A-Za-z@._-]|[ぁ-んァ-ヴ](?=[0-9])")
_UNNAMED = frozenset((Kind.NAME, Kind.ADDRESS))
_NAME = 12
"""How far before a number its broken name may lie."""
_NAME_HEAD = 2
"""Characters of a surname that may lie before the break, when the rest was found without them."""
_NEAR_TABLE = 300
"""Characters above the first row of a table, where its heads and its title stand, and below the last."""
_AROUND = 48
"""Characters on each side of a break that may say what the broken value is."""


@dataclass(frozen=True, slots=True)
class Window:
    """The surroundings of one break or more, joined."""

    view: View
    joins: tuple[int, ...]
    """Where in the view's text two sides were joined."""
    figures: bool
    """Whether a number may have been broken, or only something made of words."""


def rejoined(view: View) -> Iterator[Window]:
    """What surrounds each break of the view, with the break joined."""
    group: list[tuple[int, int]] = []
    first = last = 0
    tables = _tables(view.text)
    for match in _BREAK.finditer(view.text):
        cut = match.span()
        if _parts(view, *cut):
            continue
        low, high = _around(cut, tables)
        if group and low > last:
            yield _window(view, group, first, last)
            group = []
        first, last = (min(first, low), max(last, high)) if group else (low, high)
        group.append(cut)
    if group:
        yield _window(view, group, first, last)


def _tables(text: str) -> list[tuple[int, int]]:
    """Where tables are, whose heads may be far above a broken cell, and what stands near them."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows(text), key=lambda row: row.start):
        low, high = row.start - _NEAR_TABLE, row.end + _NEAR_TABLE
        if found and low <= found[-1][1]:
            low, high = found[-1][0], max(found[-1][1], high)
            found.pop()
        found.append((low, high))
    return found


def _around(cut: tuple[int, int], tables: list[tuple[int, int]]) -> tuple[int, int]:
    """What may say what a broken value is: a few words on each side, and the whole of its table."""
    low, high = cut[0] - _AROUND, cut[1] + _AROUND
    at = bisect_right(tables, (cut[0], high)) - 1
    if at >= 0 and cut[0] < tables[at][1]:
        return min(low, tables[at][0]), max(high, tables[at][1])
    return low, high


def _window(view: View, cuts: list[tuple[int, int]], first: int, last: int) -> Window:
    first, last = max(0, first), min(len(view.text), last)
    stretches = list(zip((first, *(end for _, end in cuts)), (*(start for start, _ in cuts), last), strict=True))
    places = list(chain.from_iterable(range(*stretch) for stretch in stretches))
    starts = places if view.starts is None else [view.starts[i] for i in places]
    ends = [i + 1 for i in places] if view.ends is None else [view.ends[i] for i in places]
    text = "".join(view.text[start:end] for start, end in stretches)
    digits = "".join(view.digits[start:end] for start, end in stretches)
    joins = tuple(accumulate(end - start for start, end in stretches))[:-1]
    figures = any(_figures(view.digits, *cut) for cut in cuts)
    return Window(View(text, digits, view.label, starts, ends, view.pairs), joins, figures)


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether the Latin letters on both sides look like an address or an account rather than like words."""
    before = _TOKEN_BEFORE.search(text, max(0, start - _AROUND), start)
    left = before.group() if before else ""
    if _WHOLE_MAIL.search(left):
        return False
    if _SIGN.search(left):
        return True
    after = _TOKEN.match(text, end)
    return not _CAPTION.fullmatch(left) and bool(after and _SIGN.search(after.group()))


def _figures(digits: str, start: int, end: int) -> bool:
    """Whether both sides of a break may be parts of a number, a plate or a name of an account."""
    if "\n" in digits[start:end] and _AHEAD.match(digits, end):
        return True
    near = digits[max(0, start - 4) : start] + digits[end : end + 4]
    return bool(_NUMBERED.match(digits, end) or _NUMBERED.match(digits, start - 1)) and bool(_FIGURE.search(near))


def across(spans: list[Span], joins: tuple[int, ...]) -> Iterator[Span]:
    """The spans that hold a join, or whose name may: nobody would have found them in the text as it stands."""
    for span in spans:
        named = 0 if span.kind in _UNNAMED else _NAME
        first = bisect_right(joins, span.start - named)
        if first < len(joins) and joins[first] < span.end:
            yield span


class Findings:
    """The findings of a text, by their place; suspicions are left out."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self._hits = sorted((hit for hit in hits if hit.sure), key=lambda hit: hit.start)
        self._starts = [hit.start for hit in self._hits]
        self._longest = max((hit.end - hit.start for hit in self._hits), default=0)

    def over(self, hit: Hit) -> list[Hit]:
        """Those that overlap this one."""
        low, high = bisect_right(self._starts, hit.start - self._longest), bisect_left(self._starts, hit.end)
        return [other for other in self._hits[low:high] if hit.start < other.end]


def completes(hit: Hit, found: Findings, text: str) -> bool:
    """Whether a hit across a join adds to what was found without it.

    What overlaps findings already must not take in the words before them for an address: those are its label.
    """
    if hit.kind is Kind.ADDRESS and _apart(text[hit.start : hit.end]):
        return False
    over = found.over(hit)
    if not over:
        return True
    first, last = min(other.start for other in over), max(other.end for other in over)
    before, after = text[hit.start : max(first, hit.start)].split(), text[min(last, hit.end) : hit.end].split()
    figures = hit.kind is Kind.PLATE and _FIGURE.search("".join(before))
    if hit.kind is Kind.NAME and (sum(map(len, before)) > _NAME_HEAD or _two_words(over, text)):
        return joins(text[hit.start : hit.end].split())
    town = hit.kind is Kind.ADDRESS and _TOWN.search("".join(before))
    if hit.kind in (Kind.ADDRESS, Kind.PLATE) and sum(map(len, before)) > 1 and not figures and not town:
        return False
    return bool(before or after)


def _apart(original: str) -> bool:
    """Whether an address that holds a join took in a cell beside it: its town or its house is two words."""
    folded = fold_singles(original).translate(KANJI_DIGITS).lstrip(" 0123456789")
    figure = _FIGURE.search(folded)
    return _COLUMNS.search(folded, 0, figure.start() if figure else len(folded)) is not None


def _two_words(over: list[Hit], text: str) -> bool:
    """Whether a name that was found has both its words already."""
    return any(hit.kind is Kind.NAME and len(text[hit.start : hit.end].split()) > 1 for hit in over)


def _parts(view: View, start: int, end: int) -> bool:
    """Whether the break parts two words of Latin letters, a date's figures, or two items: no broken value."""
    around = view.digits[start - 1 : end + 1]
    items = _ITEM_IN_FIGURES if _CODE_CHAR.match(around) else _ITEM
    item = items.match(view.text, view.text.find("\n", start, end)) if "\n" in around else None
    return bool(
        (_LATIN.fullmatch(view.text, max(0, start - 2), end + 2) and not _is_code(view.text, start, end))
        or _DATE.fullmatch(around)
        or _WORD_FIGURE.match(view.digits, start - 1)
        or _WORD_FIGURE.match(view.digits, max(0, start - 2))
        or item
        or _NAMING.match(view.text, end)
        or _LABELLED.match(view.text, end)
        or _WHOLE_MAIL.search(view.text, max(0, start - _AROUND), start)
        or _AMOUNT.match(view.digits, max(0, start - 4))
        or _PAIR.match(view.digits, max(0, start - 1))
        or _PROSE.match(view.text, max(0, start - 2))
        or _TIME.search(view.text, max(0, start - 5), start)
        or _DAY.match(view.digits, end)
    )
