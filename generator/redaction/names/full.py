"""Surname and given name together, as the dictionary knows them, with nothing else said."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import written_given
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import full_kana, is_given, is_inflected, splits, splits_kana, splits_mixed
from generator.redaction.names.vocabulary import BODIES_AFTER, BODIES_BEFORE, FAMOUS, NO_PERSON, ROLES
from generator.redaction.near import near
from generator.redaction.words import (
    NOUN,
    OTHER,
    PARTICLE,
    PLACE,
    PROPER,
    SUFFIX,
    SURNAME,
    Reading,
    classes_of,
    reading_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIR = regex("(?<!S)S+s{0,3}G+")
_NEXT_BODY = regex("|".join(map(re.escape, BODIES_AFTER)))
_BEFORE_BODY = regex(f"(?:{'|'.join(map(re.escape, BODIES_BEFORE))})[ ]?$")
_KATAKANA = regex(f"[{KATAKANA}]")
_HAN = regex(f"[{HAN}]")
_NO_GIVEN = "様氏殿君宅方等他外名作著編訳記印分側家姓両各前後本職宛発着談曰著画賞像翁公卿家邸式流派班組一"
_ROAD = regex("[町市県村区林農国]道")
_GAP = regex("[ \n]*")
_DELIMITED = "[\t|,/「」『』()\"'=:<>&;_\n]"
_RUN = regex(f"[{HAN}{KATAKANA}・]{{3,}}")
_TOGETHER = regex(
    f"(?:(?P<katakana>[{KATAKANA}]{{5,10}})"
    f"|(?P<mixed>[{HAN}ノケ]{{2,4}}[{KATAKANA}]{{2,4}}|[{HAN}]{{0,3}}[{KATAKANA}]{{3,8}}[{HAN}]{{1,3}})"
    f"|(?P<han>[{HAN}]{{3,6}}))(?![{HAN}{KATAKANA}・])"
    f"|(?<![{HAN}{KATAKANA}・])(?P<soft>[{HAN}]{{2,4}}[{HIRAGANA}]{{2,4}}?)(?=ほか|さん|様|宛|あて"
    f"|[のがはにへをともや](?![{HIRAGANA}]{{3}})|[^{HIRAGANA}{HAN}{KATAKANA}]|$)"
)
_HIRAGANA = near(
    regex(f"{_DELIMITED}[{HIRAGANA}]{{5}}"),
    f"(?<={_DELIMITED})(?P<hiragana>(?![{HIRAGANA}]*(?:ちょう|まち|むら|けん|ぐん|がくえん"
    f"|がっこう))[{HIRAGANA}]{{5,9}})(?={_DELIMITED}|\\Z)",
)
_LED = regex(f"(?:^|(?<=[\n、。「『・ \t:]))[{HIRAGANA}]{{5,14}}")
_TOWN = regex("(?:ちょう|まち|むら|ぐん|がくえん|がっこう)\\Z")
_LONGEST = 14
_CERTAIN = 6
"""Hiragana of a whole name from which chance no longer makes one."""
_CLOSED = tuple(" \t\n|,/「」『』()\"'=:;、。・<>&_")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every surname with a given name after it."""
    r = reading_of(text)
    return (
        *(found for match in _PAIR.finditer(r.kinds) if (found := _judged(r, match.start(), match.end()))),
        *(found for match in _alone(text) if (found := _together(text, match))),
        *_in_hiragana(text),
    )


def _alone(text: str) -> Iterator[re.Match[str]]:
    """Runs of kanji and katakana, and words in hiragana between two signs, that are as long as a whole name."""
    for run in _RUN.finditer(text):
        start = run.start() + (text[run.start()] == "・")
        match = _TOGETHER.match(text, start) if run.end() - start <= _LONGEST else None
        if match:
            yield match
    yield from _HIRAGANA.finditer(text)


def _in_hiragana(text: str) -> Iterator[Found]:
    """さとうけんたの: behind a sign, and no words of grammar by the dictionary."""
    for match in _LED.finditer(text):
        size = full_kana(match.group())
        end = match.start() + size
        kinds = set(reading_of(text).kinds[match.start() : end]) if size else set()
        if _TOWN.search(text, match.start(), end) or match.group() in FAMOUS or text[match.start() : end] in FAMOUS:
            continue
        if size and text[end - 1] == "の" and text[end : end + 1] not in _CLOSED:
            continue
        if size and not kinds <= {PARTICLE, OTHER}:
            certain = size >= _CERTAIN or (text[end : end + 1] in _CLOSED and text[end : end + 1] != "、")
            yield Found(match.start(), end, certain)


def _together(text: str, match: re.Match[str]) -> Found | None:
    """オオツカミサ, 桐谷ミサ, 桐谷碧空: written together, and in no dictionary."""
    name, end = match.group(), match.end()
    if match.lastgroup == "han" and not _promising(name):
        return None
    if name in FAMOUS or (_NEXT_BODY.match(text, end) and not text.startswith(("方", "宅", "氏", "様"), end)):
        return None
    if _BEFORE_BODY.search(text, max(0, match.start() - 12), match.start()):
        return None
    if match.lastgroup == "han":
        return _unknown(text, match) if judge(name) in (Verdict.KNOWN, Verdict.POSSIBLE) else None
    if match.lastgroup == "soft":
        return _soft(text, match)
    size = splits_kana(name) if match.lastgroup != "mixed" else splits_mixed(name)
    if not size:
        return None
    if match.lastgroup == "mixed" and name[:size] in BODIES_BEFORE:
        return None  # スナック順子
    place = match.lastgroup == "mixed" and PLACE in classes_of(name[:size]) and not _free(text, match.start(), end)
    return Found(match.start(), end, not place)


@lru_cache(maxsize=20_000)
def _promising(name: str) -> bool:
    """Whether a run of kanji begins with a surname; nine in ten do not."""
    return splits(name) > 0 or any(set(classes_of(name[:size])) == {SURNAME} for size in (3, 2))


def _soft(text: str, match: re.Match[str]) -> Found | None:
    """四十物谷かりん: a surname that is nothing else, with a given name in hiragana."""
    name = match.group()
    size = splits_mixed(name)
    if not size or set(classes_of(name[:size])) != {SURNAME} or is_inflected(name[size:]):
        return None
    r = reading_of(text)
    if r.edges[match.start()] == "0" or r.edges[match.start() + size] == "0":
        return None
    return Found(*match.span(), is_given(name[size:]))


def _unknown(text: str, match: re.Match[str]) -> Found | None:
    """A surname with kanji that given names are written with; certain where a field holds nothing else."""
    name = match.group()
    size = splits(name)
    if not size:
        return _noun(text, match)
    if is_given(name[size:]) or classes_of(name):
        return None
    r = reading_of(text)
    plain = {PLACE, NOUN} & set(classes_of(name[:size]))
    if r.edges[match.start()] == "0" or r.edges[match.end()] == "0" or (plain and not _free(text, *match.span())):
        return None
    return Found(*match.span(), not plain)


def _noun(text: str, match: re.Match[str]) -> Found | None:
    """桐谷碧空: a surname that is nothing else, before a common word that is written like a given name."""
    name = match.group()
    for size in (3, 2):
        surname, rest = name[:size], name[size:]
        if set(classes_of(surname)) == {SURNAME} and written_given(rest) and not _NEXT_BODY.match(rest):
            r = reading_of(text)
            plain = r.edges[match.start()] == "0" or r.edges[match.end()] == "0" or rest in NO_PERSON or rest in ROLES
            return None if plain else Found(*match.span(), sure=False)
    return None


def _free(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in _CLOSED and text[end : end + 1] in _CLOSED


def _judged(r: Reading, start: int, end: int) -> Found | None:
    name = r.text[start:end]
    words = [(b, e, k) for b, e, k in r.words(start, end)]
    gaps = [r.text[b:e] for b, e, k in words if k == "s"]
    if any(not _GAP.fullmatch(gap) for gap in gaps):
        return None
    if r.edges[start] == "0" or r.edges[end] == "0":
        return None
    # two surnames in a row: the last one begins the name
    last = max(b for b, e, k in words if k == "S")
    if not gaps and last > start and len(name) > 6:
        start = last
        name = r.text[start:end]
    if (
        name in FAMOUS
        or name in ROLES
        or name.split(" ")[-1] in NO_PERSON
        or (start and r.text[start - 1].isdigit() and name[0] == "番")
    ):
        return None
    if _ROAD.match(name) or _BEFORE_BODY.search(r.text, max(0, start - 12), start):
        return None
    if _NEXT_BODY.match(r.text, end) and not r.text.startswith(("方", "宅", "氏", "様"), end):
        return None
    if (
        end < len(r.text)
        and r.kinds[end] in (NOUN, SUFFIX)
        and r.edges[end + 1] == "1"
        and _HAN.match(r.text[end])
        and r.text[end] not in _NO_GIVEN
    ):
        end += 1
    if end < len(r.text) and (
        r.kinds[end] in (PROPER, PLACE) or (r.kinds[end] == NOUN and _KATAKANA.match(r.text, end))
    ):
        return None
    return Found(start, end)


FULL = NameRule("full-name", lambda view: search(view.text))
