"""Whether two spellings can be one person's name: 山田 and 山田花子, ヤマダ and 山田; not 山田 and 佐藤.

Says «two people» only where every way to read the spellings contradicts; what it can't tell may be one person.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from generator.patterns import regex
from generator.redaction.names.readings import katakana, reads_given, reads_surname
from generator.redaction.names.romaji import kana_of
from generator.redaction.names.scripts import HAN, KATAKANA, LATIN
from generator.redaction.names.together import is_given, is_surname, splits, splits_mixed
from generator.redaction.names.vocabulary import HONORIFICS
from generator.redaction.view import view_of
from generator.redaction.words import GIVEN, SURNAME, VARIANTS, readings_of

Reading = tuple[str, str]
"""Surname and given name; either is empty where it is not said."""

_HONOURED = regex(f"(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))})\\Z")
_BRACKETS = regex("[(][^()]*[)]")
_GAP = regex("[ \n\t・=,、.]+")
_HAN = regex(f"[{HAN}]")
_KANA = regex(f"[{KATAKANA}]+")
_LATIN = regex(f"[{LATIN}'’-]+")
_INITIAL = 1


def are_two(one: str, other: str) -> bool:
    """Whether they can't be one person's."""
    pairs = list(product(_readings(one), _readings(other)))
    return bool(pairs) and all(not (_alike(a[0], b[0], SURNAME) and _alike(a[1], b[1], GIVEN)) for a, b in pairs)


def are_one(one: str, other: str) -> bool:
    """Whether they are surely one person's: surname and given name alike but for width, space and old kanji."""
    whole = [reading for reading in _readings(one) if all(reading)]
    return bool(whole) and whole == [reading for reading in _readings(other) if all(reading)]


@lru_cache(maxsize=512)
def _readings(text: str) -> tuple[Reading, ...]:
    """Each way to take a name for surname and given name."""
    plain = _HONOURED.sub("", _BRACKETS.sub("", view_of(text).text).strip()).strip()
    parts = [katakana(part.translate(VARIANTS)).lower() for part in _GAP.split(plain) if part]
    if len(parts) > 1 and all(len(part) == 1 and _HAN.match(part) for part in parts):
        parts = ["".join(parts)]
    if not parts:
        return ()
    if len(parts) == 1:
        return tuple(_of_one_word(parts[0]))
    first, last = (parts[0], "".join(parts[1:])), ("".join(parts[:-1]), parts[-1])
    return (first,) if _HAN.search(parts[0]) else (first, (last[1], last[0]))


def _of_one_word(word: str) -> list[Reading]:
    size = splits(word) or splits_mixed(word)
    if size and not is_surname(word):
        return [(word[:size], word[size:])]
    is_kana = _KANA.fullmatch(word)
    family, given = (reads_surname(word), reads_given(word)) if is_kana else (is_surname(word), is_given(word))
    return [reading for reading, here in (((word, ""), family or not given), (("", word), given or not family)) if here]


def _alike(one: str, other: str, part: str) -> bool:
    """Whether two spellings of one part can be the same; a part that is not said is like any."""
    if not one or not other or one == other or _unparted(one, other) or _unparted(other, one):
        return True
    scripts = {_script(one), _script(other)}
    if min(len(one), len(other)) <= _INITIAL and scripts != {"han"}:
        return True
    if len(scripts) == 1:
        return False
    heard, also = _heard(one, part), _heard(other, part)
    if not heard or not also or part == GIVEN:
        return True  # a given name may be read in any way
    return any(a.startswith(b) or b.startswith(a) for a in heard for b in also)


def _unparted(long: str, short: str) -> bool:
    """Whether the long one may be the short one with the given name behind it."""
    return long.startswith(short) and not (is_surname(long) or reads_surname(long))


def _script(word: str) -> str:
    return "kana" if _KANA.fullmatch(word) else "latin" if _LATIN.fullmatch(word) else "han"


def _heard(word: str, part: str) -> tuple[str, ...]:
    """How a part is read, in katakana; nothing where that is not known."""
    script = _script(word)
    return (word,) if script == "kana" else kana_of(word) if script == "latin" else readings_of(word, part)
