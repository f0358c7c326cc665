"""Names in Latin letters, and names of other languages in katakana with ・ between their parts."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.romaji import is_romaji_name
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, KATAKANA, LATIN, LATIN_WORD
from generator.redaction.names.vocabulary import ABROAD, BODIES_AFTER, ENGLISH
from generator.redaction.near import near
from generator.redaction.words import GIVEN, NOUN, PERSON, SURNAME, classes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = regex(f"[{LATIN}]+")
_LATIN = near(
    _LETTER,
    f"(?<![{LATIN}0-9@._\\-])(?:(?:Ms|Mr|Mrs|Miss|Dr|Prof)\\.? )?(?P<name>{LATIN_WORD}"
    f"(?:(?:,? {{1,2}}|,? ?(?<![.])\n {{0,8}}){LATIN_WORD}){{1,7}})(?![{LATIN}0-9@_\\-])",
)
_LOWER = near(_LETTER, f"(?<![{LATIN}0-9@._/\\-])[a-z]{{2,12}}(?: [a-z]{{2,12}}){{1,3}}(?![{LATIN}0-9@._])")
_BESIDE = near(_LETTER, f"(?<![{LATIN}0-9@._-])(?P<one>[A-Z]{{3,12}}) ?/ ?(?P<two>[A-Z]{{3,12}})(?![{LATIN}0-9@._-])")
_HANDLE = near(_LETTER, "(?<![A-Za-z0-9@._-])[A-Za-z]{1,12}(?:_[A-Za-z]{1,12}){1,3}(?![A-Za-z0-9@])")
_DOTTED_INITIAL = near(_LETTER, "(?<![A-Za-z0-9@._-])[a-z][.](?P<name>[a-z]{4,12})(?![A-Za-z0-9@._-])")
_VIET_NAM = regex("Vi[eệ]t Nam")
_HANDLE_PART = regex("[A-Za-z]+")
_TITLE = regex("(?:Ms|Mr|Mrs|Miss|Dr|Prof)\\.?$")
_DOTTED = near(
    regex("[・=]"),
    f"(?<![{KATAKANA}{HAN}])[{KATAKANA}]{{1,}}(?:[・=](?:\n {{0,8}})?[{KATAKANA}A-Z]{{1"
    f",}}\\.?)+(?:[・=][{HAN}]{{1,2}})"
    f"?(?![{KATAKANA}])",
)
_INITIAL = near(_LETTER, f"(?<![{LATIN}0-9])[A-Z]\\. ?[{KATAKANA}]{{2,}}(?:[・ ][{KATAKANA}]{{2,}})?")
_LETTERS = near(
    _LETTER,
    f"(?<![{LATIN}.])[A-Z](?:[.][ ]?[A-Z][.](?![{LATIN}])|[.・][A-Z][.]?(?=[ ]?(?:[(]|さん|様|氏|くん|ちゃん)))",
)
_NESTED = near(
    regex(f"[{KATAKANA}][(]"),
    f"(?<![{KATAKANA}])(?P<first>[{KATAKANA}]{{2,8}})[(][{KATAKANA}]{{1,8}}[)] ?(?P<las"
    f"t>[{KATAKANA}]{{2,8}})(?![{KATAKANA}])",
)
"""サトウ（ドイ）ヨウコ: a bank's account with a former surname."""
_ITEM_LETTER = regex("[A-Z] {1,2}(?=[A-Z][A-Za-z])")
_CODE_LETTERS = regex(" {1,2}[A-Z]{1,2}\\Z")
_CODE_BEHIND = regex(" ?[0-9]")
_PLACE = regex("-(?:ku|shi|cho|machi|gun|ken|to|fu|son|mura)$")
_PART = regex("[・=](?:\n {0,8})?")
_NEXT_BODY = regex(f"(?:{'|'.join(map(re.escape, BODIES_AFTER))}|[{HAN}]{{2}}|[0-9]|号)")
_CLOSED = regex(f"[{HAN}]{{2}}")
_HAN = regex(f"[{HAN}]")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Latin names of two words or more, and dotted katakana names."""
    found = [one for match in _LATIN.finditer(text) if (one := _latin(match))]
    lower = (match for match in _LOWER.finditer(text) if _lower(match.group().split(" ")))
    initials = (match for match in _DOTTED_INITIAL.finditer(text) if match["name"] not in ENGLISH)
    found += [Found(*match.span(), sure=False) for match in initials if is_romaji_name(match["name"])]
    found += [one for match in _HANDLE.finditer(text) for one in _handle(match)]
    for match in _BESIDE.finditer(text):
        if all(is_romaji_name(word) and len(word) > 3 and word.lower() not in ENGLISH for word in match.groups()):
            found += [Found(*match.span("one")), Found(*match.span("two"))]
    found += [Found(match.start(), match.end()) for match in lower]
    found += [Found(match.start(), match.end(), sure=False) for match in _LETTERS.finditer(text)]
    found += [Found(match.start(), match.end()) for match in _INITIAL.finditer(text)]
    found += [one for match in _DOTTED.finditer(text) if (one := _dotted(text, match))]
    for match in _NESTED.finditer(text):
        if reads_surname(match["first"]) and reads_given(match["last"]):
            found.append(Found(match.start(), match.end()))
    return tuple(found)


def _handle(match: re.Match[str]) -> Iterator[Found]:
    """Names with an underline for the space: suzumura_aoi_resume, k_morita."""
    parts = [(m.start(), m.end(), m.group().lower()) for m in _HANDLE_PART.finditer(match.string, *match.span())]
    for (start, _, first), (_, end, second) in pairwise(parts):
        pair = [len(word) > 2 and word not in ENGLISH and is_romaji_name(word) for word in (first, second)]
        if all(pair) and max(len(first), len(second)) > 4:
            yield Found(start, end)
        elif (len(first) == 1 and pair[1] and len(second) > 4) or (len(second) == 1 and pair[0] and len(first) > 4):
            yield Found(start, end, sure=False)


def _given_too(name: str, word: str) -> bool:
    """Words of the list that are given names as well, but Việt Nam is a country."""
    return word in ("Lan", "Nam") and not _VIET_NAM.search(name)


def _lower(words: list[str]) -> bool:
    """Names that nobody capitalised: maria santos."""
    if any(word in ENGLISH for word in words):
        return False
    known = sum(word in ABROAD for word in words)
    romaji = len(words) == 2 and all(is_romaji_name(word) and len(word) > 2 for word in words)
    return romaji or 0 < known >= len(words) / 2


def _latin(match: re.Match[str]) -> Found | None:
    words = re.split("[ \n,.]+", match["name"].strip(" .,"))
    if len(words) > 2 and (trimmed := _without_codes(match)) is not None:
        return trimmed
    japanese = sum(is_romaji_name(part) for word in words for part in word.split("-"))
    titled = match.start("name") > match.start()
    if titled:
        return Found(match.start(), match.end("name"))
    if (
        any((word.lower() in ENGLISH and not _given_too(match["name"], word)) or _PLACE.search(word) for word in words)
        or len(words) < 2
    ):
        return None
    if all(len(word) == 1 for word in words) or (
        any(len(word) == 1 for word in words) and "." not in match["name"] and "," not in match["name"] and not japanese
    ):
        return None
    if (
        japanese
        and sum(len(word) > 1 for word in words)
        and (japanese > 1 or (len(words) > 1 and max(map(len, words)) > 2))
    ):
        return Found(match.start("name"), match.end("name"))
    if all(
        (len(word) > 1 and (word.isupper() or word[1:].islower() or "'" in word or "-" in word or "’" in word))
        or len(word) == 1
        for word in words
    ):
        return Found(
            match.start("name"), match.end("name"), sure=sum(len(word) > 2 for word in words) > 1 or len(words) > 2
        )
    return None


def _without_codes(match: re.Match[str]) -> Found | None:
    """The name without an item's letter before it and the letters of a number behind it: Ｃ MUHAMMAD RIZKY LM 58."""
    text, start, end = match.string, match.start("name"), match.end("name")
    item = _ITEM_LETTER.match(text, start, end)
    code = _CODE_LETTERS.search(text, start, end) if _CODE_BEHIND.match(text, end) else None
    if not item and not code:
        return None
    start, end = item.end() if item else start, code.start() if code else end
    words = text[start:end].split()
    return (
        Found(start, end, sure=False) if len(words) > 1 and not any(word.lower() in ENGLISH for word in words) else None
    )


def _dotted(text: str, match: re.Match[str]) -> Found | None:
    parts = _PART.split(match.group())
    if _NEXT_BODY.match(text, match.end()) or (match.start() and text[match.start() - 1] in "『《"):
        return None
    certain = sum(map(_is_person, parts))
    read = sum(reads_surname(part) or reads_given(part) for part in parts if not _is_person(part))
    plain = (
        len(parts) - certain - read - sum(not classes_of(p) and not (reads_surname(p) or reads_given(p)) for p in parts)
    )
    if plain > 1 and not (len(parts) > 3 and certain > 1):
        return None
    if plain:
        sure = certain > 0
        return Found(match.start(), match.end(), sure) if sure or read or len(parts) > 2 else None
    return Found(match.start(), match.end(), certain + read > 0 or len(parts) > 2)


def _is_person(part: str) -> bool:
    classes = classes_of(part)
    return SURNAME in classes or GIVEN in classes or (PERSON in classes and NOUN not in classes)


FOREIGN = NameRule("foreign", lambda view: search(view.text))
