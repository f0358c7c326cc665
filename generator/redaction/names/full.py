"""Surname and given name together, as the dictionary knows them, with nothing else said."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.shapes import HAN, KATAKANA
from generator.redaction.names.vocabulary import BODIES_AFTER, BODIES_BEFORE, FAMOUS, ROLES
from generator.redaction.words import NOUN, PLACE, PROPER, SUFFIX, Reading, reading_of

_PAIR = regex("(?<!S)S+s{0,3}G+")
_NEXT_BODY = regex("|".join(map(re.escape, BODIES_AFTER)))
_BEFORE_BODY = regex(f"(?:{'|'.join(map(re.escape, BODIES_BEFORE))})[ ]?$")
_KATAKANA = regex(f"[{KATAKANA}]")
_HAN = regex(f"[{HAN}]")
_NO_GIVEN = "様氏殿君宅方等他外名作著編訳記印分側家姓両各前後本職宛発着談曰著画賞像翁公卿家邸式流派班組一"
_ROAD = regex("[町市県村区林農国]道")
_GAP = regex("[ \n]*")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every surname with a given name after it."""
    r = reading_of(text)
    return tuple(found for match in _PAIR.finditer(r.kinds) if (found := _judged(r, match.start(), match.end())))


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
    if name in FAMOUS or name in ROLES or _ROAD.match(name) or _BEFORE_BODY.search(r.text, max(0, start - 12), start):
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
