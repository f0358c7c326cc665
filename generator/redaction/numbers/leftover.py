"""Codes that nothing explains: asked about, for whatever an office numbers and does not name may be somebody.

Not a detector: `scan` runs it last, because it must know what the others found.  What is said to number a thing
(契約番号, ISBN, ロット), a day, a time, an amount, an office's telephone and a part of a web address are explained.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.numbers.labelled import COUNTED
from generator.redaction.numbers.named import THINGS
from generator.redaction.numbers.nameless import named_before
from generator.redaction.numbers.presence import LONG, has_long_number
from generator.redaction.span import Span
from generator.redaction.tables import head_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.redaction.view import View

_CODE = near(
    LONG,
    "(?:(?<![0-9A-Za-z.,/:_+#&%=@-])|(?<![一-龥])(?=[一-龥]{1,2}-))(?P<code>(?:[一-龥]{1,2}-)?(?=[A-Z"
    "a-z]{0,3}-?[0-9](?:[- ]{0,3}[0-9])"
    "{6})[A-Za-z]{0,3}-?(?:[0-9]{7,16}"
    "|[0-9]{2,6}(?: ?- ?[0-9]{1,8}){1,3}"
    "|[0-9]{4}(?: [0-9]{4}){2,3})(?:-?[A-Za-z]{1,2})?)"
    f"(?![0-9A-Za-z]|[.,/:_@%&=][0-9A-Za-z]|-[0-9]){COUNTED}(?! ?(?:号|番台|頁|ページ|版|年|円|%|まで|から[^、。]))",
)
_DIGIT = regex("[0-9]")
_FEWEST = 7
_MOST = 11
_GTIN = 13
_DAY = near(LONG, "(?<![0-9A-Za-z./-])[1-5]-[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z-])")
"""3-580214: the era as registers number it (1 明治 … 5 令和), then year, month and day."""
_PHONE = near(
    LONG,
    "(?<![0-9A-Za-z.,/-])[(]?0[1-9][0-9]{0,3}[-() ]{1,2}(?=(?:[-() ]{0,2}[0-9]){5})[0-9]{1,4}(?:[-()"
    " ]{1,2}[0-9]{1,4}){1,3}"
    "(?![0-9A-Za-z-]|[.,][0-9])",
)
"""Grouped as nobody groups a telephone number: 044(000)71-20."""
_USUAL = regex("[(]?0[0-9]{1,4}[-() ]{1,2}[0-9]{1,4}[-() ]{1,2}[0-9]{3,4}")
_OTHER = regex(
    "[A-Za-z]?(?:19|20)[0-9]{2}[01][0-9](?:[0-3][0-9])?(?:[0-9]{2,6})?|(?:19|20)[0-9]{2}-?[01]?[0-9]-?[0-3]?[0-9]"
    "|(?:19|20)[0-9]{2}-[0-9]{1,6}|[RHS][0-9]{1,2}-[0-9-]+|0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}|0[0-9]{9,10}"
    "|[0-9]{3}-[0-9]{4}|T[0-9]{13}|97[89]-?[0-9-]{9,14}|0+"
    "|[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}|[0-9]{1,2}(?:-[0-9]{1,3}){2}"
)
_NAMED = regex(
    "(?P<thing>[一-龥々ァ-ヴーA-Za-z.]{1,16}?)(?:番 ?号|コード|ナンバー|ID|No[.]?|NO[.]?|№"
    "|CD)?(?:[ :=はがのを、)」(「|\\t第-]|及び|並びに)*$"
)
_PERSONAL = regex(
    "(?:航空|搭乗|定期|利用|診察|受診|接種|医療|介護|会員|学生|生徒|職員|受給者?|貸出|組合員|身分|防犯)(?:証|券"
    "|カード|手帳|登録)[^0-9。]{0,6}$"
)
_THING = regex(
    "〒|内線|ISBN|ISSN|JAN|バーコード|ロット|型番|型式|品番|製造|シリアル|S/N|法人|事業者|事業所"
    "|保険者|負担者|契約|伝票|物品|備品|発表|文書"
    "|事務|予算|科目|工事|宅地|地番|家屋|入札|見積|請求書|納品|注文|案件|議案|告示|規則|エラー|Error"
    "|ERR|版|算定|路線|水路|製品|定格|資料|様式|箱"
    "|棚|請負|調定|起案|収受|登録番号|公告|機器|端末|車台|郵便|返礼品|チケット|便|列車|Date|ts|seq"
    "|doc|size|amount|port|version|hojin|URL|チラシ"
)


def leftover(view: View, found: Sequence[Span]) -> Iterator[Span]:
    """Every code that touches nothing found."""
    if not has_long_number(view.digits):
        return
    taken = sorted((span.start, span.end) for span in found)
    for match in _CODE.finditer(view.digits):
        start, end = match.span("code")
        if len(_DIGIT.findall(match["code"])) < _FEWEST or _OTHER.fullmatch(match["code"]):
            continue
        if not (_touches(taken, start, end) or _is_article(match["code"]) or _explained(view, start)):
            given_out = _PERSONAL.search(named_before(view.text, start)) is not None
            yield Span(start, end, Kind.REFERENCE, sure=given_out, why="label" if given_out else "shape")
    for pattern, kind in ((_DAY, Kind.BIRTH), (_PHONE, Kind.PHONE)):
        for match in pattern.finditer(view.digits):
            usual = kind is Kind.PHONE and _regular(match.group())
            if not (usual or _touches(taken, *match.span()) or _explained(view, match.start())):
                yield Span(*match.span(), kind, sure=_with_person(view, match.start(), found), why="shape")


def _with_person(view: View, place: int, found: Sequence[Span]) -> bool:
    """Whether the line holds somebody's name."""
    first, last = view.text.rfind("\n", 0, place) + 1, view.text.find("\n", place)
    last = last if last >= 0 else len(view.text)
    return any(span.sure and span.kind is Kind.NAME and first <= span.start < last for span in found)


def _is_article(code: str) -> bool:
    """Whether thirteen digits are an article's number (GTIN-13) by their check digit."""
    if len(code) != _GTIN or not code.isdigit():
        return False
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(code)) % 10 == 0


def _regular(number: str) -> bool:
    """A telephone of the usual form, which another detector has judged."""
    return _USUAL.fullmatch(number) is not None or not _FEWEST < len(_DIGIT.findall(number)) <= _MOST


def _touches(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    number = bisect_left(taken, (start, start))
    around = taken[max(0, number - 1) : number + 1]
    return any(first < end and start < last for first, last in around)


def _explained(view: View, start: int) -> bool:
    """Whether the words before a code, or the head of its column, say that it numbers a thing."""
    head = head_at(view.text, start)
    if head:
        return _THING.search(head) is not None or THINGS.search(_stem(head)) is not None
    before = named_before(view.text, start)
    if _PERSONAL.search(before):
        return False
    if _THING.search(before[-18:]):
        return True
    name = _NAMED.search(before)
    return name is not None and THINGS.search(name["thing"]) is not None


_STEM = regex("(?:番 ?号|コード|ナンバー|ID|No[.]?|NO[.]?)$")


def _stem(head: str) -> str:
    return _STEM.sub("", head)
