"""What a name can look like, by script, and whether the dictionary bears it out.

Judges a string by itself; which strings are worth judging is decided by the detectors.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.scripts import ABROAD_HAN, HAN, HIRAGANA, KATAKANA, LATIN
from generator.redaction.names.together import (
    BODY_END,
    TOO_PLAIN,
    is_given,
    is_surname,
    splits,
    splits_kana,
    splits_mixed,
)
from generator.redaction.names.vocabulary import BODIES_AFTER, BODIES_BEFORE, ENGLISH, NO_PERSON, PEOPLE, ROLES
from generator.redaction.words import GIVEN, NOUN, PERSON, PLACE, SURNAME, classes_of

_SHAPE = regex(
    f"(?:[{HAN}{HIRAGANA}{KATAKANA}]{{1,8}}|[A-Z][{HAN}]{{1,2}})(?:[ ・=]{{1,3}}[{HAN}{HIRAGANA}"
    f"{KATAKANA}A-Z.]{{1,10}}){{0,5}}"
)
_LATIN = regex(f"[{LATIN}][{LATIN}.'’,\\- ]{{1,40}}")
_LETTERED = regex(f"[{HAN}{KATAKANA}]*[A-Z甲乙丙丁]|[A-Z]")
_BODY = regex("|".join(map(re.escape, (*BODIES_BEFORE, *(b for b in BODIES_AFTER if len(b) > 1)))))
_ERA = regex("(?:令和|平成|昭和|大正|明治|在住|以上|以下|未満|年度|各位|御中)$|^(?:令和|平成)")
_ONE_SCRIPT = regex(f"[{HAN}ノツケヶ]+|[{HIRAGANA}]+|[{KATAKANA}]+")
_MIXED = regex(
    f"(?P<stem>[{HAN}]{{1,4}})(?P<kana>[{HIRAGANA}]{{1,4}}|[{KATAKANA}]{{1,8}})"
    f"|[{HIRAGANA}]{{1,4}}[{HAN}]{{1,2}}|[{KATAKANA}]{{1,4}}[{HAN}]|[{HAN}][{HIRAGANA}]{{1,2}}[{HAN}]"
    f"|お[{KATAKANA}]{{2,4}}|[A-Z][{HAN}]{{1,2}}|[{HAN}]{{1,4}}[{HIRAGANA}]{{1,3}}[{HAN}]"
    f"|[{HAN}]{{1,3}}[{HIRAGANA}]{{2,3}}[{HAN}]"
)
_HIRAGANA = regex(f"[{HIRAGANA}]")
_KANA_WORD = regex(f"[{HIRAGANA}]{{2,}}|[{KATAKANA}]{{2,}}")
_HONOURED = regex("(?:様|氏|さん|殿|さま)$")
_FOUR_HAN = regex(f"[{HAN}]{{4,}}")
_GAPS = regex("[ ・=]+")
_GIVEN_ABROAD = regex(f"[{HAN}]{{1,2}}")


class Verdict(Enum):
    """What a string is by itself."""

    KNOWN = "a name the dictionary knows"
    POSSIBLE = "shaped like a name; the dictionary does not know the word"
    WORD = "a common word that could also be a name"
    NO = "no name"


@lru_cache(maxsize=8_000)
def judge(text: str) -> Verdict:
    """What `text`, without honorific or brackets, can be when something says that a name stands here."""
    plain = text.strip(" \n・").replace("\n", " ")
    bare = plain.replace(" ", "").replace("\n", "")
    if _HONOURED.sub("", bare) in PEOPLE:
        return Verdict.NO
    if (
        not bare
        or bare in NO_PERSON
        or bare in PEOPLE
        or (bare in ROLES and SURNAME not in classes_of(bare))
        or _LETTERED.fullmatch(bare)
        or _ERA.search(bare)
    ):
        return Verdict.NO
    if _LATIN.fullmatch(plain):
        if all(word.strip(",.").lower() in ENGLISH for word in plain.split()):
            return Verdict.NO
        return Verdict.POSSIBLE
    if not _SHAPE.fullmatch(plain) or (_BODY.search(bare) and not splits(bare)):
        return Verdict.NO
    parts = _GAPS.split(plain)
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        parts = ["".join(parts)]
    return _judge_one(parts[0]) if len(parts) == 1 else _judge_parts(parts)


def _judge_one(word: str) -> Verdict:
    classes = classes_of(word)
    if SURNAME in classes or GIVEN in classes or PERSON in classes:
        return Verdict.KNOWN
    if BODY_END.search(word) or TOO_PLAIN.search(word):
        return Verdict.NO
    if NOUN in classes or (classes and PLACE not in classes):
        return Verdict.WORD
    if not classes and _FOUR_HAN.fullmatch(word) and _compound(word) and not splits(word):
        return Verdict.NO
    if not _ONE_SCRIPT.fullmatch(word) and not _mixes(word):
        return Verdict.NO
    if splits(word) or splits_kana(word) or splits_mixed(word):
        return Verdict.KNOWN
    if not classes and _KANA_WORD.fullmatch(word) and (reads_surname(word) or reads_given(word)):
        return Verdict.KNOWN
    return Verdict.POSSIBLE


def _mixes(word: str) -> bool:
    """Whether kanji and kana stand together as they do in a name: 桐谷さつき, ふみ子, おトヨ, Ｋ村."""
    match = _MIXED.fullmatch(word)
    if not match:
        return False
    if match["stem"] and match["kana"]:
        return is_surname(match["stem"]) or is_given(match["kana"]) or len(word) < 4
    return True


def _judge_parts(parts: list[str]) -> Verdict:
    if (
        parts[0] in ABROAD_HAN
        and len(parts) == 2
        and _GIVEN_ABROAD.fullmatch(parts[1])
        and judge(parts[1]) is not Verdict.NO
    ):
        return Verdict.WORD if NOUN in classes_of(parts[1]) else Verdict.KNOWN
    if any(
        (part in NO_PERSON or part in PEOPLE or _is_part(part)) and not _KANA_WORD.fullmatch(part) for part in parts
    ):
        return Verdict.NO
    if len(parts) == 2 and (_plain_noun(parts[1], kana=True) or (len(parts[0]) < 3 and _plain_noun(parts[0]))):
        return Verdict.WORD
    if (
        _kana_pair(parts)
        or is_surname(parts[0])
        or any(GIVEN in classes_of(part) or PERSON in classes_of(part) for part in parts[1:])
    ):
        return Verdict.KNOWN
    if any(BODY_END.search(part) for part in parts):
        return Verdict.NO
    common = sum(NOUN in classes_of(part) or (len(part) > 3 and _judge_one(part) is Verdict.NO) for part in parts)
    return Verdict.WORD if common * 2 >= len(parts) else Verdict.POSSIBLE


def _compound(word: str) -> bool:
    """委員発言, 総務課本文: two words that are no names, glued."""
    halves = ((word[:size], word[size:]) for size in range(2, len(word) - 1))
    return any(
        (_is_part(left) or BODY_END.search(left) or NOUN in classes_of(left))
        and NOUN in classes_of(right)
        and not (is_surname(left) or is_given(left) or is_given(right))
        for left, right in halves
    )


def _is_part(word: str) -> bool:
    """委員, 副会長: what somebody is, not who."""
    return len(word) > 1 and word in ROLES and not is_surname(word) and not is_given(word)


def _plain_noun(part: str, *, kana: bool = False) -> bool:
    """休み, 後列: a common word that no name is written like."""
    if kana and not _HIRAGANA.search(part):
        return False
    return (
        len(part) > 1
        and NOUN in classes_of(part)
        and not (_KANA_WORD.fullmatch(part) or is_surname(part) or is_given(part))
    )


def _kana_pair(parts: list[str]) -> bool:
    return all(_KANA_WORD.fullmatch(part) for part in parts) and reads_surname(parts[0]) and reads_given(parts[-1])
