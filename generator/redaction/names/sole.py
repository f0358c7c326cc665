"""Words that are nothing but names, standing by themselves: asked about wherever no other rule knows better.

The dictionary has them as a surname or a given name only, or katakana reads as one; no firm, place or longer word is
made of them (桐谷工業, 桐谷橋, 株式会社桐谷), and they belong to nobody of letters or history.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names import single
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.vocabulary import BODIES_AFTER, BODIES_BEFORE, FAMOUS, LABELS, NO_PERSON, PEOPLE, ROLES
from generator.redaction.words import GIVEN, NOUN, OTHER, PERSON, SURNAME, classes_of, reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED = frozenset((SURNAME, GIVEN, PERSON))
_JOINED_BEFORE = regex(f"[{HAN}{KATAKANA}A-Za-z0-9・=_-] ?\\Z|【\\Z")
_JOINED_AFTER = regex(
    f"[{HAN}{KATAKANA}A-Za-z0-9・=_-]|の(?:湯|里|庭|像|家|径|小径|道|会|丘|杜|森)|[ ]{{1,2}}(?:線|駅"
    f"|橋)|と(?:いう|の)?(?:集落|地名|字)"
)
_BODY = regex(f"[ 」]?(?:{'|'.join(sorted(map(str, BODIES_AFTER), key=len, reverse=True))})")
_FIRM = regex(
    f"(?:{'|'.join(map(str, BODIES_BEFORE)).replace('(', '[(]').replace(')', '[)]')}|字|店名|屋号"
    f"|号)[ 「『はで:]{{0,3}}\\Z"
)
_KATAKANA = regex(f"(?<![{KATAKANA}])[{KATAKANA}]{{3,9}}(?![{KATAKANA}])")
_QUOTED = regex(f"[「『](?P<name>[{HAN}]{{2,4}}|[{HIRAGANA}]{{2,5}}|[{KATAKANA}]{{2,8}})[」』]")
_PLAIN_AFTER = regex("[」』](?:という|の)?(?:像|湯|号|犬|猫|店|集落|地名|字|表示|外字)")
_SHORTEST = 2
_AGES = regex("著|作者|作家|小説|文学|書名|展示|特集|朗読|講演|企画展|記念|史跡|ゆかり|生誕|博物館|美術館|図書")
_REACH = 40


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every such word."""
    return tuple(
        Found(start, end, sure=False) for start, end in (*_words(text), *_quoted(text)) if _stands(text, start, end)
    )


def _words(text: str) -> Iterator[tuple[int, int]]:
    r = reading_of(text)
    for start, end, kind in r.words(0, len(text)):
        if kind in _NAMED and end - start >= _SHORTEST and set(classes_of(text[start:end])) <= _NAMED:
            yield start, end
    for match in _KATAKANA.finditer(text):
        word = match.group()
        if (reads_surname(word) or reads_given(word)) and not {NOUN, OTHER} & set(classes_of(word)):
            yield match.span()


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """「みつる」: a name and nothing else in quotation marks."""
    for match in _QUOTED.finditer(text) if "「" in text or "『" in text else ():
        if single.grade(match["name"]) > 1 and not _PLAIN_AFTER.match(text, match.end("name")):
            yield match.span("name")


def _stands(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    if word in FAMOUS or word in NO_PERSON or word in PEOPLE or word in ROLES or word in LABELS:
        return False
    if _JOINED_AFTER.match(text, end) or _BODY.match(text, end):
        return False
    before = max(0, start - 12)
    if _JOINED_BEFORE.search(text, before, start) or _FIRM.search(text, before, start):
        return False
    return not _AGES.search(text, max(0, start - _REACH), end + _REACH)


SOLE = NameRule("surname", lambda view: search(view.text))
