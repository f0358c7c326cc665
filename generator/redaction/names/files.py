"""Names in file names (桐谷ミサ_調査票.xlsx), and names that were masked badly (佐●太郎, 山田●●)."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.readings import reads_given
from generator.redaction.names.romaji import is_romaji_name, kana_of
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import is_given, is_surname
from generator.redaction.names.vocabulary import ENGLISH, HONORIFICS
from generator.redaction.words import NOUN, PLACE, classes_of, is_plain

_ENDING = regex(
    "\\.(?:pdf|xlsx?|xlsm|docx?|pptx?|csv|txt|jpe?g|png|gif|heic|tiff?|mp[34]|mov|avi|wav|zip|lzh|eml|msg"
    "|xdw|jtd)(?![A-Za-z])",
    re.IGNORECASE,
)
_STEM = regex(f"[{HAN}{HIRAGANA}{KATAKANA}A-Za-z0-9_()\\[\\]~.+ -]{{1,80}}\\Z")
_PIECE = regex(f"[{HAN}{HIRAGANA}{KATAKANA}]+|[A-Za-z]{{3,}}")
_TAIL = regex(f"(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))})$")
_SURNAMED = regex(f"[{HAN}]{{2,3}}[{HIRAGANA}{KATAKANA}]{{2,4}}$")
_HIRAGANA = regex(f"[{HIRAGANA}]{{2,4}}")
_MASK = regex("[●○◯〇■□×*＊▲△◆◇]{1,4} ?")
_LEFT = regex(f"(?<![{HAN}{HIRAGANA}{KATAKANA}●○■□])[{HAN}]{{1,4}}(?P<kana>[{HIRAGANA}{KATAKANA}]?)\\Z")
_HONOURED = regex(f" ?(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))})")
_RIGHT = regex(f"[{HAN}{HIRAGANA}]{{1,4}}(?![{HAN}{HIRAGANA}{KATAKANA}]{{3}})")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Names in names of files and around mask characters."""
    found = []
    for ending in _ENDING.finditer(text):
        stem = _STEM.search(text, max(0, ending.start() - 80), ending.start())
        pieces = _PIECE.finditer(text, stem.start(), ending.start()) if stem else ()
        found += [one for piece in pieces if (one := _piece(text, piece))]
    found += [one for match in _MASK.finditer(text) for one in _masked(text, match)]
    return tuple(found)


def _piece(text: str, piece: re.Match[str]) -> Found | None:
    name = _TAIL.sub("", piece.group())
    if not name or (text[piece.end() : piece.end() + 1] == "." and piece.start() and text[piece.start() - 1] == "."):
        return None
    if name.isascii() and len(name) == 4 and any(map(reads_given, kana_of(name))):
        return Found(piece.start(), piece.start() + len(name), sure=False)
    if name.isascii():
        return (
            Found(piece.start(), piece.start() + len(name))
            if is_romaji_name(name) and len(name) > 3 and name.lower() not in ENGLISH
            else None
        )
    if judge(name) is Verdict.POSSIBLE and _SURNAMED.match(name) and any(is_surname(name[:size]) for size in (2, 3)):
        return Found(piece.start(), piece.start() + len(name))
    if judge(name) is Verdict.WORD and _HIRAGANA.fullmatch(name):
        return Found(piece.start(), piece.start() + len(name), sure=False)
    if judge(name) is not Verdict.KNOWN:
        return None
    classes = classes_of(name)
    return Found(
        piece.start(), piece.start() + len(name), name != piece.group() or not (is_plain(name) or PLACE in classes)
    )


def _masked(text: str, mask: re.Match[str]) -> list[Found]:
    left_match = _LEFT.search(text, max(0, mask.start() - 5), mask.start())
    right_match = _RIGHT.match(text, mask.end())
    left = left_match.group().removesuffix(left_match["kana"]) if left_match else ""
    right = right_match.group() if right_match else ""
    found = []
    if left_match and len(left) > 1 and is_surname(left):
        plain = {NOUN, PLACE} & set(classes_of(left)) and not left_match["kana"]
        if not plain or _HONOURED.match(text, mask.end()):
            found.append(Found(left_match.start(), left_match.end()))
    if right_match and len(right) > 1 and is_given(right):
        if left:
            found.append(Found(mask.start() - len(left_match.group() if left_match else left), right_match.end()))
        elif NOUN not in classes_of(right):
            found.append(Found(right_match.start(), right_match.end(), sure=False))
    return found


FILE = NameRule("file-name", lambda view: search(view.text))
