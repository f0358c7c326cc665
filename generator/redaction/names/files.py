"""Names in file names (桐谷ミサ_調査票.xlsx), and names that were masked badly (佐●太郎, 山田●●)."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.redaction.names.romaji import is_romaji_name
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.shapes import HAN, HIRAGANA, KATAKANA, Verdict, is_given, is_surname, judge
from generator.redaction.names.vocabulary import HONORIFICS
from generator.redaction.words import NOUN, PLACE, classes_of

_FILE = re.compile(
    (
        f"[{HAN}{HIRAGANA}{KATAKANA}A-Za-z0-9_()\\[\\]~.+ -]{{1,80}}?\\.(?:pdf|xlsx?|xlsm|docx?|pptx?|csv"
        f"|txt|jpe?g|png|gif|heic|tiff?|mp[34]|mov|avi|wav|zip|lzh|eml|msg|xdw|jtd)(?![A-Za-z])"
    ),
    re.IGNORECASE,
)
_PIECE = re.compile(f"[{HAN}{HIRAGANA}{KATAKANA}]+|[A-Za-z]{{3,}}")
_TAIL = re.compile(f"(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))})$")
_SURNAMED = re.compile(f"[{HAN}]{{2,3}}[{HIRAGANA}{KATAKANA}]{{2,4}}$")
_HIRAGANA = re.compile(f"[{HIRAGANA}]{{2,4}}")
_MASK = "[●○◯〇■□×*＊▲△◆◇]"
_MASKED = re.compile(
    f"(?<![{HAN}{HIRAGANA}{KATAKANA}●○■□])(?P<left>[{HAN}]{{1,4}})?{_MASK}{{1,4}} ?(?P<right>[{HAN}"
    f"{HIRAGANA}]{{1,4}})?(?![{HAN}{HIRAGANA}{KATAKANA}]{{3}})"
)


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Names in names of files and around mask characters."""
    found = []
    if "." in text:
        for file in _FILE.finditer(text):
            found += [one for piece in _PIECE.finditer(text, file.start(), file.end()) if (one := _piece(text, piece))]
    found += [one for match in _MASKED.finditer(text) for one in _masked(match)]
    return tuple(found)


def _piece(text: str, piece: re.Match[str]) -> Found | None:
    name = _TAIL.sub("", piece.group())
    if not name or (text[piece.end() : piece.end() + 1] == "." and piece.start() and text[piece.start() - 1] == "."):
        return None
    if name.isascii():
        return Found(piece.start(), piece.start() + len(name)) if is_romaji_name(name) and len(name) > 3 else None
    if judge(name) is Verdict.POSSIBLE and _SURNAMED.match(name) and any(is_surname(name[:size]) for size in (2, 3)):
        return Found(piece.start(), piece.start() + len(name))
    if judge(name) is Verdict.WORD and _HIRAGANA.fullmatch(name):
        return Found(piece.start(), piece.start() + len(name), sure=False)
    if judge(name) is not Verdict.KNOWN:
        return None
    classes = classes_of(name)
    return Found(
        piece.start(), piece.start() + len(name), name != piece.group() or not (NOUN in classes or PLACE in classes)
    )


def _masked(match: re.Match[str]) -> list[Found]:
    left, right = match["left"] or "", match["right"] or ""
    found = []
    if len(left) > 1 and is_surname(left) and NOUN not in classes_of(left) and PLACE not in classes_of(left):
        found.append(Found(match.start("left"), match.end("left")))
    if right and is_given(right) and len(right) > 1 and left:
        found.append(Found(match.start(), match.end("right")))
    elif right and is_given(right) and len(right) > 1 and NOUN not in classes_of(right):
        found.append(Found(match.start("right"), match.end("right"), sure=False))
    return found


FILE = NameRule("file-name", lambda view: search(view.text))
