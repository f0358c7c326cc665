"""Rows that hold somebody's number, address or birth, and no name that any rule has seen.

Asks only, never withholds: shape and place are all there is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names import single
from generator.redaction.names.evidence import people
from generator.redaction.names.lines import rows
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.rule import Found
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.together import is_given, is_inflected, is_surname
from generator.redaction.names.vocabulary import BODIES_AFTER, LABELS, NO_PERSON, PEOPLE, ROLES
from generator.redaction.words import NOUN, NUMBER, OTHER, PERSON, PLACE, classes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = f"{HAN}{HIRAGANA}{KATAKANA}"
_FIELD = regex(
    f'(?:(?<=[\t|,/、;:()「」"=・→])|(?<=  )|(?<=[0-9A-Za-z){HAN}{HIRAGANA}] )|^)'
    f'(?P<name>[{_N}]{{1,8}}(?: {{1,2}}[{_N}]{{1,6}})?)(?=[\t|,/、;:()「」"=・→\n]|  | [0-9A-Z(*]| ?$| [{HAN}])',
    re.MULTILINE,
)
_CERTAIN = 2
_KANA = regex(f"[{HIRAGANA}]{{2,7}}|[{KATAKANA}]{{2,9}}")
_HAN = regex(f"[{HAN}ノケヶ]+")
_PLAIN = frozenset((*NO_PERSON, *PEOPLE, *LABELS, *(ROLES)))
_BODY = regex(
    f"(?:{'|'.join(re.escape(b) for b in BODIES_AFTER if len(b) > 1)}|[課係局署庁所会員者日年月額円件数無有済印])$"
)
_BANK = regex("銀行|信金|信用金庫|農協|信組|労金|当座|支店|本店|法人|会社|[(]株[)]|店舗|施設|センター|代表電話|庁舎")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """What looks most like a name in each row without one."""
    seen = people(text)
    return tuple(
        found
        for start, end in rows(text)
        for found in (_best(text, start, end) if not _named(seen, start, end) else _more(text, start, end, seen))
    )


def _more(text: str, start: int, end: int, seen: tuple[tuple[int, int], ...]) -> Iterator[Found]:
    """What has a cell of its own beside a name that was found, and is written like one: 桐谷 いさを/子/桐谷 とら."""
    if _BANK.search(text, start, end):
        return
    for match in _FIELD.finditer(text, start, end):
        first, last = match.span("name")
        if not any(one < last and first < other for one, other in seen) and _grade(match["name"]) > 1:
            yield Found(first, last, sure=False)


def _named(seen: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    number = bisect_left(seen, (start, start))
    return number < len(seen) and seen[number][0] < end


def _best(text: str, start: int, end: int) -> Iterator[Found]:
    if _BANK.search(text, start, end):
        return
    graded = [(_grade(match["name"]), match) for match in _FIELD.finditer(text, start, end)]
    top = max((grade for grade, _ in graded), default=0)
    best = [match for grade, match in graded if grade == top] if top else []
    sure = len(best) == 1 and single.grade(best[0]["name"]) > _CERTAIN
    yield from (Found(*match.span("name"), sure=sure) for match in best)


def _grade(name: str) -> int:
    """3 for two words that may be a name, 2 for one that may."""
    words = name.split()
    if any(word in _PLAIN and not (len(word) == 1 and len(words) > 1) for word in (*words, "".join(words))):
        return 0
    if len(words) > 1:
        return 3 * _pair(*words)
    if _KANA.fullmatch(name):
        if PERSON in classes_of(name):
            return 2 * (not {NOUN, PLACE} & set(classes_of(name)))
        read = reads_surname(name) or reads_given(name) or not classes_of(name)
        return 2 * (
            read
            and not {NOUN, OTHER} & set(classes_of(name))
            and not is_inflected(name)
            and name[-1] not in "はがをにの"
        )
    if _OLD.fullmatch(name):
        return 2
    tier = single.grade(name)
    return 2 if tier > 2 else int(tier > 1)


def _pair(first: str, second: str) -> bool:
    if any(_BODY.search(word) or NUMBER in classes_of(word) for word in (first, second)):
        return False
    if _KANA.fullmatch(first):
        return bool(_KANA.fullmatch(second)) and NOUN not in classes_of(first) and NOUN not in classes_of(second)
    if not _HAN.fullmatch(first) or first in _UNITS or len(first) > 4 or len(second) > 4:
        return False
    given = is_given(second) or (_KANA.fullmatch(second) is not None and reads_given(second))
    return (is_surname(first) or given or is_surname(first + second)) and _HAN_OR_KANA.fullmatch(second) is not None


_UNITS = frozenset(
    "年月日円件名人号番台枚通回階歳時分秒戸棟室組班区町市村県都府第旧新現前後上下左右計男女済未要否可有無"
)
_OLD = regex(f"[{HIRAGANA}{KATAKANA}]{{2,3}}[子江代美枝乃恵]")
_HAN_OR_KANA = regex(f"[{HAN}]{{1,3}}|[{HIRAGANA}]{{2,4}}|[{KATAKANA}]{{2,8}}|[{HIRAGANA}{KATAKANA}]{{1,3}}[{HAN}]")
