"""Codes that stand beside a person: in the row of a name, in the bracket after one.

Not a detector: `scan` runs it after them, because it needs the people they found.  A code is claimed by its own head or
name if that says something else (ロット, 受付番号).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.numbers.birth import born_after, born_in_row
from generator.redaction.numbers.known import REFERENCE
from generator.redaction.numbers.labelled import COUNTED
from generator.redaction.numbers.labels import kind_of, stretches
from generator.redaction.numbers.named import named_near
from generator.redaction.span import Span
from generator.redaction.tables import head_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.redaction.view import View

_LOCAL = regex(
    "(?:様|さん|氏|くん|ちゃん)?[ (、,:]{1,3}(?:[(]?[自勤携呼][)])?(?P<code>[1-9][0-9]{1,3}[-のー][0-9]{4})(?![0-9-])"
)
"""A number without its area code after a name."""
_OLD_DAY = regex(
    "(?:様|さん|氏|くん|ちゃん)?[ \t(、,]{1,4}(?P<code>(?:明治|大正|昭和|[MTSmts明大昭]) ?[0-9元]{1,2}"
    "(?:[./-][0-9]{1,2}[./-][0-9]{1,2}|年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[0-9]{4}))(?![0-9]|付|改正|制定|施行)"
)
_PACKED_DAY = regex(
    "(?:様|さん|氏|くん|ちゃん)?(?:[ _(、,:/・|\t【「\\[<=]{1,2}|\n)"
    "(?P<code>(?:19[0-9]{2}|20[01][0-9])(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])|[MTSHmtsh][0-9]{6}"
    "|[1-5]-[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))"
    "(?=[」』)】\\]>_ 、,/|\t\n]|$)"
)
"""19961108 after a name."""
_IN_FILE = regex(
    "(?:様|さん|氏)?[_＿](?P<birth>(?:19[0-9]{2}|200[0-9])(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))(?=[_.])"
    "(?:_(?P<code>[0-9]{5,12})(?=[_.]))?|(?:様|さん|氏)?_(?P<alone>0[0-9]{5,11}|(?!(?:19"
    "|20)[0-9]{6}[_.])[0-9]{7,12})(?=[_.])"
)
"""What a file's name says after a person's."""
_PEOPLE = frozenset((Kind.NAME, Kind.BIRTH, Kind.ADDRESS, Kind.INSURED))
_CODE = (
    "(?:[A-Za-z]{1,3}-?[0-9]{4,12}|[A-Za-z]{1,2}[0-9]{2}-[0-9]{3,6}|0[0-9]{5,12}"
    "|[0-9]{6,12}|[0-9]{2,6}(?:-[0-9]{1,6}){1,3})"
)
_CELL = near(
    regex("[0-9][0-9-][0-9]"),
    f"(?:(?<=[\\t|,])|(?<=^)|(?<=\\n)|(?<=  )|(?<= )|(?<=[(、]))(?P<code>{_CODE})(?= ?(?:[\\t|,)]|\\n|$|  | ))",
)
_BRACKET = regex(
    "(?:様|さん|氏|くん|ちゃん)? ?[(](?:[^()0-9\\n]{0,14}[、, :]|(?:コード|番号|No[.]?|ID"
    "|#)[ :]?)?(?P<code>[A-Za-z]{0,3}-?[0-9]{4,12"
    f"}}(?:-[0-9]{{1,6}}){{0,2}})[)]{COUNTED}"
)
_STRONG_CODE = (
    "(?:[A-Za-z]{1,4}-?[0-9]{5,12}(?:[A-Za-z]{1,2})?|0[0-9]{5,12}|[0-9]{7,16}"
    "|[0-9]{4}[- .][0-9]{4}[- .][0-9]{3,4}(?:[- .][0-9]{4})?|[0-9]{4}-[0-9]{7,12}"
    "|[0-9]{4}[-. ][0-9]{4,6}|[0-9]{2}-[0-9]{2}-[0-9]{4,8})"
)
_ADJOINING = regex(
    "(?:様|さま|さん|氏|くん|君|ちゃん|殿|先生)?(?:の|が|は|分)?"
    "(?: ?[(\\[【〔「<:=/|→…、,・\t]{1,2} ?(?:本人|世帯主|[男女])?[ 、,/・]?| {1,3}|[ ]?\n[ ]{0,4})"
    f"(?:(?P<strong>{_STRONG_CODE})|(?P<weak>[A-Za-z]{{0,3}}-?[0-9]{{5,6}}))"
    f"(?![0-9A-Za-z])(?!-[0-9]|[.][0-9]){COUNTED}"
)
"""A code right after a name, that nothing names: whatever it is, it is that person's."""
_BEFORE_NAME = regex(f"(?<![0-9A-Za-z.,-])(?P<code>{_STRONG_CODE})[)\\]】」]?(?:[ \t,|/:、]{{1,2}}|の)$")
_CALLED = regex(
    "(?:様|さん|氏|くん|ちゃん)? ?[\t|,/] ?(?:本人|自宅|携帯)?[ :]?"
    "(?P<code>\\(?0[0-9]{1,4}[-() ]{1,2}[0-9]{1,4}[-) ][0-9]{3,4}|0[0-9]{9,10})(?= ?(?:[\t|,/\n]|$))"
)
"""A telephone in the cell after a person's."""
_TELEPHONE = regex("0[0-9]{9,10}")
_OFFICE = regex("[課係室局署]|担当|窓口|センター|問い?合")
_USER = regex(
    "(?:様|さん|氏|くん|君|ちゃん)?(?: ?[(\\[【〔「<=/|、,\t]{1,2} ?| )"
    "(?P<code>(?=[a-z0-9._-]*[0-9_])[a-z][a-z0-9]*[a-z0-9._-]{3,24}(?<![._-]))(?=[)\\]】〕」>/|、,\t\n ]|$)"
)
"""A name of an account after a person's."""
_OTHER = regex(
    "T[0-9]{13}|[RH][0-9]{6}|0[0-9]{9,10}|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]|(?:19"
    "|20)[0-9]{2}-[01]?[0-9](?:-[0-3]?[0-9])?"
    "|[0-9]{1,2}-[0-9]{1,2}(?:-[0-9]{1,2})?"
    "|0[0-9]{1,4}-[0-9]{1,4}-[0-9]{4}|0120-?[0-9]{3}-?[0-9]{3}|[0-9]{3}-[0-9]{4}"
)
"""A day, a telephone or a postcode, which have detectors of their own."""
_PAPER = regex(
    "(?:証|証書|証明書|手帳|鑑札|免状|届|券|カード|登録)[( ]{0,2}(?:[一-龥]{2,6}[ (]?)?第(?P<code>[0-"
    "9A-Za-z][0-9A-Za-z-]*)号(?!様式|議案|の)"
)
"""身体障害者手帳（○○県第…号）: what an office gave out to one person."""
_ALONE = regex(
    "(?m)^[ \t]*(?P<code>(?!(?:19|20)[0-9]{2}[01-])[0-9]{4,8}-[0-9]{2,6}(?:-[0-9]{1,6})?|[0-9]{9,16})[ \t]*$"
)
"""A code with its line to itself under a name or an address: what an address label carries."""
_ADDRESSEE = frozenset((Kind.NAME, Kind.ADDRESS))
_NEAR = 60
_start = attrgetter("start")
_NUMBER_HEAD = regex("番号|コード|ID|No|NO|記号", re.IGNORECASE)


def beside(view: View, found: Sequence[Span]) -> Iterator[Span]:
    """Every code in a row or a bracket with a person, and every doubtful number whose line names one."""
    people = sorted((span for span in found if span.sure and span.kind in _PEOPLE), key=_start)
    for span in found:
        if not span.sure and span.kind is Kind.NAME:
            yield from (Span(s.start, s.end, s.kind, sure=False, why=s.why) for s in _after_name(view, span))
    if people:
        yield from _in_brackets(view, people)
        yield from named_near(view, people)
        yield from _doubtful(view, people)
        yield from _in_cells(view, people, found)
        yield from _born(view, people)


def _in_brackets(view: View, people: Sequence[Span]) -> Iterator[Span]:
    """名前（12345）, and the number of a paper near a person."""
    for span in people:
        if span.kind is Kind.NAME:
            yield from _after_name(view, span)
            yield from _before_name(view, span)
    for match in _ALONE.finditer(view.digits):
        above = view.digits.rfind("\n", 0, max(0, match.start() - 1))
        if any(above <= span.start < match.start() for span in people if span.kind in _ADDRESSEE):
            yield _reference(match, "beside")
    for match in _PAPER.finditer(view.text):
        if any(abs(span.start - match.start()) < _NEAR for span in people):
            yield _reference(match, "beside")


def _after_name(view: View, span: Span) -> Iterator[Span]:
    """What stands right after a name: a day of birth, a number of any sort, the rest of a file's name."""
    named = _IN_FILE.match(view.digits, span.end)
    for group in ("birth", "code", "alone") if named else ():
        if named and named[group]:
            kind = Kind.BIRTH if group == "birth" else Kind.REFERENCE
            yield Span(*named.span(group), kind, sure=True, why="beside")
    born = born_after(view, span.end)
    if born:
        yield Span(*born, Kind.BIRTH, sure=True, why="birth")
    close = _ADJOINING.match(view.digits, span.end)
    if (
        close
        and not _OTHER.fullmatch(close[close.lastgroup or 0])
        and not _claimed(view, close.start(close.lastgroup or 0))
    ):
        yield Span(*close.span(close.lastgroup or 0), Kind.REFERENCE, sure=close["strong"] is not None, why="beside")
    for pattern, kind in (
        (_BRACKET, Kind.REFERENCE),
        (_LOCAL, Kind.PHONE),
        (_OLD_DAY, Kind.BIRTH),
        (_PACKED_DAY, Kind.BIRTH),
    ):
        match = pattern.match(view.digits, span.end)
        if match:
            yield Span(*match.span("code"), kind, sure=True, why="beside")
    called = _CALLED.match(view.digits, span.end)
    if called and not _OFFICE.search(view.text, max(0, span.start - 8), called.end() + 8):
        yield Span(*called.span("code"), Kind.PHONE, sure=True, why="beside")
    user = _USER.match(view.text, span.end)
    if user:
        yield Span(*user.span("code"), Kind.ACCOUNT, sure=True, why="beside")


def _before_name(view: View, span: Span) -> Iterator[Span]:
    """A code right before a name, such as opens a row."""
    low = max(0, span.start - 28)
    code = _BEFORE_NAME.search(view.digits, low, span.start)
    if code and not _OTHER.fullmatch(code["code"]) and not _claimed(view, code.start("code")):
        yield _reference(code, "beside")


def _doubtful(view: View, people: Sequence[Span]) -> Iterator[Span]:
    for stretch in stretches(view):
        value = REFERENCE.value(view, stretch) if stretch.doubtful and _in_row(view, stretch.start, people) else None
        if value:
            yield Span(*value, Kind.REFERENCE, sure=True, why="label")


def _in_cells(view: View, people: Sequence[Span], found: Sequence[Span]) -> Iterator[Span]:
    taken = {place for span in found if span.sure for place in range(span.start, span.end)}
    for match in _CELL.finditer(view.digits):
        start, end = match.span("code")
        if not taken.isdisjoint(range(start, end)):
            continue
        if _TELEPHONE.fullmatch(match["code"]) and _in_row(view, start, people) and not _of_office(view, start):
            yield Span(start, end, Kind.PHONE, sure=True, why="beside")
        if _OTHER.fullmatch(match["code"]):
            continue
        if _in_row(view, start, people) and not _claimed(view, start):
            yield _reference(match, "beside")


def _born(view: View, people: Sequence[Span]) -> Iterator[Span]:
    """Days of birth in rows that name a person."""
    done = -1
    for span in people:
        if span.start > done and span.kind is Kind.NAME:
            first = view.text.rfind("\n", 0, span.start) + 1
            last = view.text.find("\n", span.start)
            done = len(view.text) if last < 0 else last
            yield from (Span(*born, Kind.BIRTH, sure=True, why="birth") for born in born_in_row(view, first, done))


def _of_office(view: View, place: int) -> bool:
    """Whether the line speaks of an office, whose telephone it may be."""
    first, last = view.text.rfind("\n", 0, place) + 1, view.text.find("\n", place)
    return _OFFICE.search(view.text, first, last if last >= 0 else len(view.text)) is not None


def _reference(match: re.Match[str], why: str) -> Span:
    return Span(match.start("code"), match.end("code"), Kind.REFERENCE, sure=True, why=why)


def _in_row(view: View, start: int, people: Sequence[Span]) -> bool:
    """Whether the line is a row of cells and holds a person."""
    first = view.text.rfind("\n", 0, start) + 1
    last = view.text.find("\n", start)
    last = len(view.text) if last < 0 else last
    line = view.text[first:last]
    at = bisect_left(people, first, key=_start)
    if "。" in line or not (at < len(people) and people[at].start < last):
        return False
    return sum(line.count(separator) for separator in ("\t", "|", ",")) > 1 or "  " in line or line.count(" ") > 1


def _claimed(view: View, start: int) -> bool:
    head = head_at(view.text, start)
    if head:
        named = kind_of(head)
        return not _NUMBER_HEAD.search(head) or (named is not None and named[0] is None)
    return any(s.kind is None and s.strong and s.start <= start < min(s.end, s.start + 6) for s in stretches(view))
