"""Names in diaries and on shelves: who comes at half past nine, 旧姓 … → 現 …, the range on the spine of a file.

Owns these short notations of one surname; the dictionary must know the surname, since nothing else speaks for it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, KATAKANA
from generator.redaction.names.together import BODY_END, is_surname, splits
from generator.redaction.words import NOUN, PLACE, classes_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_NAME = f"[{HAN}]{{1,5}}"
_VISIT = regex("相談|予約|面談|面接|懇談|来庁|来所|来館|診察|受診|健診|検診|接種|訪問|送迎|当番")
_HOUR = regex(
    f"(?m)^[ \t・]*[0-9]{{1,2}}:[0-9]{{2}}(?:[~-][0-9]{{1,2}}:[0-9]{{2}})?[ \t]+(?P<name>{_NAME}|[{KATAKANA}]{{3,8}})"
    "(?=(?P<topic>[ ]?[(][^()\n]{1,16}[)])|[ \t]|$)"
)
_FORMER = regex(
    f"旧(?:姓|氏)?[ :]{{0,2}}(?P<old>{_NAME}?)[ ]?(?:→|⇒|/|、|から)[ ]?(?:現在?|新)(?:姓|氏|は)?[ :]{{0,2}}"
    f"(?P<new>{_NAME})(?=[。、)」 /\n]|$)"
)
_SHELF = regex(f"[ア-ンあ-ん](?:行|の部)[ :]{{0,2}}(?P<first>{_NAME})[ ]?[~-][ ]?(?P<last>{_NAME})(?=[ )」、\n]|$)")
_ONE = regex(
    "(?:届出人|申請者|請求者|来庁者|相談者|通報者|申出人|依頼者|代理人|喪主|世帯主|同居人)"
    f"(?P<one>(?![欄名側本宛分数用家宅等印別各他内外者証票書方へ])[{HAN}])(?=[(→/])"
)
_LEFT_POST = regex(
    f"(?<![{HAN}])(?P<who>[{HAN}]{{2,4}}?)(?:元|前)(?:係長|主査|主任|主事|職員|班長|補佐|教諭|担任|保育士|看護師|隊員)"
)
_NOTES = (
    ("旧", _FORMER),
    ("行", _SHELF),
    ("の部", _SHELF),
    ("人", _ONE),
    ("者", _ONE),
    ("元", _LEFT_POST),
    ("前", _LEFT_POST),
)
"""A cheap look for one sign before each pattern is tried."""


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every surname that one of these notations holds."""
    patterns = dict.fromkeys(pattern for sign, pattern in _NOTES if sign in text)
    found = [name for pattern in patterns for match in pattern.finditer(text) for name in _names(match)]
    return (*found, *_visits(text)) if ":" in text else tuple(found)


def _names(match: re.Match[str]) -> Iterator[Found]:
    """All of them, if the dictionary knows one."""
    if any(is_surname(word) for word in match.groups()):
        yield from (Found(*match.span(group)) for group in match.groupdict())


def _visits(text: str) -> Iterator[Found]:
    """Who comes at which hour; with what for in a bracket it is a finding."""
    if not _VISIT.search(text):
        return
    for match in _HOUR.finditer(text):
        word = match["name"]
        classes = classes_of(word)
        if is_surname(word) or splits(word):
            yield Found(*match.span("name"), match["topic"] is not None and PLACE not in classes)
        elif match["topic"] and len(word) > 1 and NOUN not in classes and not BODY_END.search(word):
            yield Found(*match.span("name"), sure=False)


DIARY = NameRule("surname", lambda view: search(view.text))
