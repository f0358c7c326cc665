"""Names known from elsewhere in a record or its case, and every later mention of them.

A full name gives a family name and a given name; each is looked for alone, in kana and in romaji, but only where it is
a word of its own: 森さん is known, 森林課 is not 森.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.patterns import regex
from generator.redaction.folding import fold_singles
from generator.redaction.kinds import Kind
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA, LATIN
from generator.redaction.names.together import is_given, is_surname, splits
from generator.redaction.names.vocabulary import BODIES_AFTER, BODIES_BEFORE, HONORIFICS, KIN_AFTER, POSTS
from generator.redaction.span import Span
from generator.redaction.words import (
    GIVEN,
    NOUN,
    NUMBER,
    OTHER,
    PARTICLE,
    PLACE,
    PREFIX,
    SIGN,
    SUFFIX,
    SURNAME,
    VARIANTS,
    Reading,
    classes_of,
    common_forms,
    reading_of,
    readings_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.redaction.hit import Hit
    from generator.redaction.view import View

_LONGEST = 80
"""Characters of a name that is worth looking for; the search takes the square of the time for thousands of them."""
_GAP = regex("[ \n・=,.]+")
_HAN = regex(f"[{HAN}]")
_KANA = regex(f"[{KATAKANA}]+")
_HIRA = regex(f"[{HIRAGANA}]+")
_LATIN = regex(f"[{LATIN}'’.\\-]+")
_HONOUR = regex(
    f"[ 」』]?(?:{'|'.join(sorted(map(re.escape, (*HONORIFICS, *KIN_AFTER, *POSTS)), key=len, reverse=True))})"
)
_BODY = regex(f"(?:{'|'.join(sorted(map(re.escape, BODIES_AFTER), key=len, reverse=True))})")
_FAMILY = regex(
    "(?:一家|世帯|家(?:族|の|に|へ|は|が|を|と|で|から|宛|$|[、。」)])|宅|方(?![法針向面式策])|家宛|宛|あて"
    "|名義|分(?![類野析割])|側|夫妻|の件|に電話"
    "|に架電|へ架電|から|と名乗|は話|が話|は怒|が来|は来|本人)"
)
"""What follows a person's name and seldom a common word or a place."""
_DOES = regex("は(?!い)|が|[にへ](?!つ)|から|も|を|と(?!い|し)")
_WHEN = regex("(?:[日時分月年週後前度夜朝]|今回|先ほど|以降|当初)\\Z")
"""Adverbs of time, which no word is built with: 翌日森は."""
_BODY_BEFORE = regex(f"(?:{'|'.join(map(re.escape, BODIES_BEFORE))})[ ]?$")
_ASCII_LOWER = {code: code + 32 for code in range(0x41, 0x5B)}
_DOTTED = regex(f"[・=][{KATAKANA}]")
_DAY = regex("[一二三四五六七八九十]{1,2}月")
_FREE = " \n\t、。,.:;()[]「」『』【】〔〕<>/|→=~!?…\"'”“㊞_-・"


@dataclass(frozen=True, slots=True)
class Known:
    """The parts of known names, each as it may stand alone."""

    family: frozenset[str] = field(default=frozenset(), repr=False)
    given: frozenset[str] = field(default=frozenset(), repr=False)
    whole: frozenset[str] = field(default=frozenset(), repr=False)
    """Full names without their space."""

    def __or__(self, other: Known) -> Known:
        """Both together: of two records of one case."""
        return Known(self.family | other.family, self.given | other.given, self.whole | other.whole)


def known_of(names: Iterable[str]) -> Known:
    """What folded names say."""
    family, given, whole = set[str](), set[str](), set[str]()
    for name in filter(lambda name: len(name) <= _LONGEST, names):
        if _DAY.match(name):
            continue  # 四月一日, which is a surname and a day
        parts = _parts(name.strip())
        if len(parts) > 1 or len(parts[0]) > 3:
            whole.add("".join(parts))
        _learn(parts, family, given)
    return Known(frozenset(family), frozenset(given), frozenset(filter(None, whole)))


def known_from(hits: Iterable[tuple[Hit, str]]) -> Known:
    """What the name findings say, each with its text; suspicions teach nothing."""
    return known_of(fold_singles(text) for hit, text in hits if hit.kind is Kind.NAME and hit.sure)


def _learn(parts: list[str], family: set[str], given: set[str]) -> None:
    if len(parts) == 1:
        size = splits(parts[0])
        if size and not is_surname(parts[0]):
            parts = [parts[0][:size], parts[0][size:]]
    if len(parts) == 1:
        (given if is_given(parts[0]) and not is_surname(parts[0]) else family).add(parts[0])
        return
    family.update(part for part in parts[:1] if part)
    given.update(part for part in parts[1:] if len(part) > 1 or _HAN.match(part))
    if not _HAN.search(parts[0]):
        family.update(part for part in parts if len(part) > 2)


def _parts(name: str) -> list[str]:
    parts = [part for part in _GAP.split(name) if part]
    if len(parts) > 2 and all(len(part) == 1 for part in parts):
        return ["".join(parts)]
    return parts or [name]


def mentions(view: View, known: Known) -> Iterator[Span]:
    """Every place in the view where a known name, or a part of one, stands as a word of its own."""
    if not (known.family or known.given or known.whole):
        return
    automaton, parts = _automaton(known)
    text = common_forms(view.text)
    r: Reading | None = None
    for index, start, end in automaton.find_matches_as_indexes(_lower(text)):
        r = r or reading_of(view.text)
        sure = _stands(r, start, end, parts[index])
        if sure is not None:
            yield Span(start, end, Kind.NAME, sure, "known-name")


def _lower(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_ASCII_LOWER)


@lru_cache(maxsize=16)
def _automaton(known: Known) -> tuple[AhoCorasick, tuple[str, ...]]:
    """Every form of every known name, the longest first, and which part of a name each is."""
    words: dict[str, str] = {}
    for part, names, kind in (
        ("given", known.given, GIVEN),
        ("family", known.family, SURNAME),
        ("whole", known.whole, SURNAME),
    ):
        for name in names:
            for form in (name, *_spellings(name, kind)):
                words[_lower(form.translate(VARIANTS))] = part if form == name or part == "whole" else "kana"
    words.pop("", None)
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), tuple(words.values())


def _spellings(name: str, kind: str) -> Iterator[str]:
    """How the name is read, in both kana."""
    readings = readings_of(name, kind) if _HAN.search(name) else ((name,) if _KANA.fullmatch(name) else ())
    for kana in readings:
        if len(kana) > 2:
            yield kana
            yield "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in kana)


def _stands(r: Reading, start: int, end: int, part: str) -> bool | None:
    """Whether the word stands alone there; a suspicion where it could be the common word, the place or another name."""
    before, after = r.text[start - 1 : start], r.text[end : end + 1]
    word = r.text[start:end]
    if _BODY_BEFORE.search(r.text, max(0, start - 12), start):
        return None
    honoured = bool(_HONOUR.match(r.text, end)) and (not _HAN.match(word) or r.edges[end] == "1")
    if _LATIN.fullmatch(word):
        alone = not re.match(f"[{LATIN}0-9@_]", before or " ") and not re.match(f"[{LATIN}0-9@]", after or " ")
        return len(word) > 3 if alone and len(word) > 2 else None
    if _KANA.fullmatch(word) or _HIRA.fullmatch(word):
        return _kana_stands(r, start, end, part, honoured=honoured)
    if r.edges[start] == "1" and after == "家" and r.edges[end] == "0" and r.edges[end + 1] == "1":
        return False  # 森家, which the dictionary takes for a name of its own
    if r.edges[start] == "0" or r.edges[end] == "0":
        return None
    if not honoured and (_BODY.match(r.text, end) or _KANA.match(after)):
        return None
    return _han_stands(r, start, end, part, honoured=honoured)


def _kana_stands(r: Reading, start: int, end: int, part: str, *, honoured: bool) -> bool | None:
    word = r.text[start:end]
    script = KATAKANA if _KANA.fullmatch(word) else HIRAGANA
    same_before = start > 0 and re.match(f"[{script}・]", r.text[start - 1])
    if not honoured and _DOTTED.match(r.text, end):
        return None
    same_after = end < len(r.text) and re.match(f"[{script}]", r.text[end])
    if honoured:
        return None if same_before and r.edges[start] == "0" else True
    if same_before or (same_after and r.kinds[end] not in (PARTICLE, OTHER)) or (same_after and script == KATAKANA):
        return None
    if start > 0 and _HAN.match(r.text[start - 1]):
        return None
    common = NOUN in classes_of(word) or OTHER in classes_of(word) or PARTICLE in r.kinds[start:end]
    if common and not _isolated(r, start, end):
        said = (start == 0 or r.text[start - 1] in _FREE) and r.text[end : end + 1] in tuple("はがもに")
        return False if said and part != "kana" else None
    return part != "kana" or not common


def _isolated(r: Reading, start: int, end: int) -> bool:
    return (start == 0 or r.text[start - 1] in _FREE) and (end >= len(r.text) or r.text[end] in _FREE)


def _han_stands(r: Reading, start: int, end: int, part: str, *, honoured: bool) -> bool | None:
    word = r.text[start:end]
    before = r.kinds[start - 1] if start else SIGN
    after = r.kinds[end] if end < len(r.text) else SIGN
    classes = classes_of(word)
    common = NOUN in classes or PLACE in classes or NUMBER in classes or len(word) == 1
    if honoured:
        return True
    if part == "whole" or len(word) > 3:
        return True
    timed = before == NOUN and bool(_WHEN.search(r.text, max(0, start - 3), start))
    free_before = before in (SIGN, PARTICLE, OTHER) or timed
    if free_before and after in (SIGN, PARTICLE, OTHER):
        if not common:
            return True
        closed = r.text[end : end + 1] in ("", "。", "、", "」", "\n", ")") and r.text[start - 1 : start] != "の"
        alone = _isolated(r, start, end) or r.kinds[start] in (SURNAME, GIVEN) or closed
        return False if alone or _DOES.match(r.text, end) else None
    if free_before and _FAMILY.match(r.text, end):
        return not common
    if common or before in (PREFIX, NUMBER) or after == SUFFIX:
        return None
    return False if before not in (PLACE, NOUN) or after in (SIGN, PARTICLE) else None
