"""Names beside names: the reading in brackets, the rest of a list, the second of a couple, the next line of a table."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.cells import name_at
from generator.redaction.names.evidence import people
from generator.redaction.names.readings import katakana, reads_given
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA, LATIN_NAME
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import is_given, is_surname
from generator.redaction.names.vocabulary import FAMOUS, HONORIFICS, NO_PERSON, PEOPLE, ROLES
from generator.redaction.words import (
    GIVEN,
    NOUN,
    OTHER,
    PARTICLE,
    PERSON,
    PLACE,
    SURNAME,
    classes_of,
    reading_of,
    readings_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = f"{HAN}{HIRAGANA}{KATAKANA}"
_HONOUR = f"(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))})"
_INTRO = (
    "(?:旧姓|旧氏|旧名|通称名?|通名|日本名|本名|戸籍名|別名|読み|よみ|ヨミ|カナ|かな|英字|ローマ字"
    "|愛称|現姓|新姓|筆名|芸名|仮名ではなく|または|又は)?(?:は|の)?[ :]{0,2}「?"
)
_READING = regex(
    f"[」』]?[ ]?(?:{_HONOUR})?[ ]?[(\\[〔【]{_INTRO}(?P<name>[{HIRAGANA}]{{2,10}}(?:[ ・、]{{1,2}}["
    f"{HIRAGANA}]{{1,8}})?|[{KATAKANA}]{{2,12}}(?:[ ・=]{{1,2}}[{KATAKANA}]{{1,12}}){{0,4}}"
    f"|{LATIN_NAME})」?[ ]?(?:{_HONOUR})?(?=[)\\]〕】、,)])"
)
_FORMER = regex(
    f"[」』]?[ ]?[(](?:旧姓|旧氏|旧名|通称名?|通名|日本名|本名|戸籍名|別名|現姓|新姓|芸名|筆名|戸籍上の旧名)(?:は"
    f"|の名は)?[ :]{{0,2}}「?(?P<name>[{_N}]{{1,8}}(?: [{_N}]{{1,6}})?)(?=[)」、 ])"
)
_AFTER_NOTE = regex(f"[)][ ]?(?P<name>[{_N}]{{1,5}})(?=[ ]?{_HONOUR}|[\t\n|])")
_NOTE = "(?:[ ]?[(][^()\n]{1,24}[)])?"
_GAP = f"[」』]?(?:{_HONOUR})?{_NOTE}[ ]?(?:、|,[ ]?|・|/|→|と|及び|並びに|や|又は|「|ほか)?[ ]?[「『]?"
_SEPARATOR = regex(
    f"[」』]?[ ]?(?:{_HONOUR})?[」』]?{_NOTE}(?:[ ]?(?:、|,|・|/|&|→|⇒)[ ]?|(?:と|及び|および"
    f"|並びに|や|又は|または|ではなく、?"
    f"|でなく、?)[ ]?|(?<=[」』])(?=[「『]))(?:同(?![上左右じ一様])|子|妻|夫|長男|長女|次男|次女|二男"
    f"|二女|父|母|弟|妹|兄|姉)?[ :]?[「『]?"
)
_ITEM = regex(f"[{_N}]{{1,8}}(?:[ ・=][{_N}]{{1,10}}){{0,4}}|{LATIN_NAME}")
_CLOSED = regex(
    f"[ ]?(?:{_HONOUR}|[、,・/&→」』()\n\t|]|$|ほか|外[0-9]|等|など|ら(?![{HIRAGANA}])|及び|並びに"
    f"|と(?![{HIRAGANA}])|[へに]訂正|の順|と誤"
    f"|の[0-9一二三四五六七八九両]|の各|の計|の両|や(?![{HIRAGANA}])|御?夫妻|名義|  )"
)
_BACK = regex(
    f"(?:^|[、,・/(「『:\n\t |→&]|と|及び"
    f"|並びに)(?P<name>[{_N}]{{1,8}}(?:[ ・=][{_N}]{{1,10}}){{0,3}})[」』]?[ ]?("
    f"?:{_HONOUR})?{_NOTE}[ ]?(?:、|,|・|/|&|→|と|及び|並びに|や)[ ]?[「『]?$"
)
_MIDDLE = regex(f"[{KATAKANA}]{{2}}")
_HIRAGANA = regex(f"[{HIRAGANA}]+")
_ROLE_FIRST = regex("|".join(sorted((re.escape(w) for w in ROLES if len(w) > 1), key=len, reverse=True)))
_JOINED = regex("と|や|及び|並びに|又は")
_KANA_BEFORE = regex(f"(?:^|[\n\t|,> ])(?P<kana>[{KATAKANA}]{{2,8}}|[{HIRAGANA}]{{2,8}})(?: {{1,6}}|[\t|,])\\Z")
_ROUNDS = 3


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """What is a name because a name stands beside it."""
    known = dict.fromkeys(people(text))
    found: dict[Found, None] = {}
    front = list(known)
    for _ in range(_ROUNDS):
        new = [one for span in front for one in _beside(text, *span) if (one.start, one.end) not in known]
        new = [one for one in new if text[one.start : one.end] not in FAMOUS]
        found.update(dict.fromkeys(new))
        front = [(one.start, one.end) for one in new if (one.start, one.end) not in known]
        known.update(dict.fromkeys(front))
        if not front:
            break
    return tuple(found)


def _beside(text: str, start: int, end: int) -> Iterator[Found]:
    for pattern in (_READING, _FORMER):
        if (match := pattern.match(text, end)) is not None and _reads(match["name"]):
            yield Found(match.start("name"), match.end("name"))
            rest = _AFTER_NOTE.match(text, match.end()) if pattern is _FORMER else None
            if rest and judge(rest["name"]) is not Verdict.NO:
                yield Found(rest.start("name"), rest.end("name"))
    yield from _indexed(text, start, end)
    yield from _next(text, end, couple=text[start:end].count(" ") == 1)
    yield from _previous(text, start)


def _indexed(text: str, start: int, end: int) -> Iterator[Found]:
    """アベ　　安部 龍ノ介: the reading in the column before."""
    match = _KANA_BEFORE.search(text, max(0, start - 14), start)
    surname = text[start:end].split(" ", maxsplit=1)[0]
    if match and katakana(match["kana"]) in readings_of(surname, SURNAME):
        yield Found(*match.span("kana"))


def _reads(name: str) -> bool:
    plain = name.replace(" ", "")
    if plain in PEOPLE or plain in NO_PERSON:
        return False
    classes = classes_of(plain)
    return not ({NOUN, PLACE} & set(classes) and not set(classes) & {SURNAME, GIVEN, PERSON})


def _next(text: str, end: int, *, couple: bool) -> Iterator[Found]:
    gap = _SEPARATOR.match(text, end)
    if not gap:
        return
    item = _ITEM.match(text, gap.end())
    if item and (stop := _particle(text, item.start(), item.end())) < item.end():
        item = _ITEM.match(text, item.start(), stop)
    if not item or (item.group()[0] in "のはがをにへとでも" and not is_given(item.group())):
        return
    if not _plain(text, item.start(), item.end(), loose=gap.group().endswith(("「", "『"))):
        return
    found = name_at(text, item.start(), item.end(), strict=False)
    if found is None:
        word = judge(item.group()) is Verdict.WORD and len(item.group()) <= 3
        possible = judge(item.group()) is Verdict.POSSIBLE
        if (word or possible) and _CLOSED.match(text, item.end()):
            yield Found(item.start(), item.end(), possible or (couple and "・" in gap.group()))
        return
    if _HIRAGANA.fullmatch(text[found.start : found.end]) and not _HIRAGANA.search(text[end - 1]):
        found = Found(found.start, found.end, sure=found.sure and is_given(text[found.start : found.end]))
    name = text[found.start : found.end]
    joined = _JOINED.search(gap.group()) and (is_surname(name) or is_given(name)) and len(name) > 1
    if _CLOSED.match(text, found.end) or (joined and text[found.end : found.end + 1] in tuple("がはをにものへでか")):
        if found.end - found.start == 1 and NOUN in classes_of(text[found.start]) and not gap.group().endswith("同"):
            found = Found(found.start, found.end, sure=False)
        yield found


def _particle(text: str, start: int, end: int) -> int:
    """Where the first particle begins after kanji or katakana; `end` without one."""
    r = reading_of(text)
    return next(
        (
            b
            for b, _, kind in r.words(start, end)
            if b > start and kind == PARTICLE and not _HIRAGANA.match(text, b - 1)
        ),
        end,
    )


def _plain(text: str, start: int, end: int, *, loose: bool) -> bool:
    """Whether no particle and no verb stands in it, as far as the dictionary can tell."""
    name = text[start:end]
    r = reading_of(text)
    if _HIRAGANA.fullmatch(name):
        return (
            loose
            or (reads_given(name) and OTHER not in classes_of(name))
            or ((is_given(name) or is_surname(name)) and OTHER not in classes_of(name))
            or (
                len(name) < 6
                and text[start - 1] in "、,・/"
                and r.kinds[start] != OTHER
                and not set(r.kinds[start:end]) <= {PARTICLE, OTHER}
            )
        )
    loose_words = [kind for b, _, kind in r.words(r.begin(start), end) if kind in (PARTICLE, OTHER) and b > start]
    return (
        not loose_words or (len(loose_words) == 1 and judge(name) is Verdict.KNOWN and len(name) < 6)
    ) and not _ROLE_FIRST.match(name)


def _previous(text: str, start: int) -> Iterator[Found]:
    match = _BACK.search(text, max(0, start - 48), start)
    if not match:
        return
    first, last = match.span("name")
    words = match["name"].split(" ")
    if words[-1] in ROLES:
        return
    if len(words) > 2 and not _MIDDLE.search(match["name"]):
        first = last - len(words[-2]) - len(words[-1]) - 1
    name = text[first:last]
    if not _plain(text, first, last, loose=False):
        return
    verdict = judge(name)
    if verdict is Verdict.KNOWN:
        yield Found(first, last, " " in name or not ({NOUN, "P"} & set(classes_of(name))))
    elif verdict is Verdict.POSSIBLE and len(name) <= 6:
        yield Found(first, last, is_surname(name) or " " in name)


BESIDE = NameRule("beside", lambda view: search(view.text))
