"""Names that fill a cell: under a column head, after a form label, or in a text whose field is called 氏名."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA, LATIN, LATIN_NAME
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.vocabulary import (
    COLUMN_ENDS,
    COLUMN_WHOLE,
    ENGLISH,
    HONORIFICS,
    KIN,
    LABELS,
    NO_PERSON,
    STRICT_ENDS,
)
from generator.redaction.tables import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_N = f"{HAN}{HIRAGANA}{KATAKANA}"
_SPACED = regex(f"[{_N}](?: [{_N}]){{1,5}}(?:  ?[{_N}](?: [{_N}]){{0,3}})?(?![{_N}])")
_WORDS = regex(
    f"[{_N}]{{1,10}}(?:[ ・=]{{1,2}}[{_N}]{{1,10}}|[・ ][A-Z]\\.?(?![A-Za-z])){{0,5}}"
    f"|[A-Z]\\.?[ ]?[{KATAKANA}]{{2,}}|[A-Z][{HAN}]{{1,2}}"
)
_LATIN = regex(f"{LATIN_NAME}|[a-z]{{2,12}}(?: [a-z][.]?)? [a-z]{{2,12}}(?![{LATIN}])")
_KIN = regex(f"(?:{'|'.join(sorted(map(re.escape, KIN), key=len, reverse=True))})[ :]{{1,2}}")
_TITLE = regex("(?:Ms|Mr|Mrs|Dr|Prof)\\.? ")
_TAIL = regex(f"(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))}|名義|ほか|他|印|[ ])+$")
_WORD = regex("[^ ・=]+")
_JAPANESE = regex(f"[{HAN}{HIRAGANA}]")
_KATAKANA = regex(f"[{KATAKANA}]+")
_PARENTHESIS = regex("[(\\[〔【].*$")
_STRICT = regex(f"(?:{'|'.join(map(re.escape, STRICT_ENDS))})$")
_HEAD = regex(f"(?:{'|'.join(map(re.escape, COLUMN_ENDS))})$")
_LABEL = regex(f"(?:{'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))})$")
_PIECE = regex("[^、,/;→()「」\\[\\]|\t\n]+")
_BODY = regex("[(](?:株|有|同|資|名|一社|一財|公社|公財|福|学|医)[)]|法人|会社|なし|該当|不明")


@lru_cache(maxsize=8)
def in_columns(text: str) -> tuple[Found, ...]:
    """Every name under a column head."""
    return tuple(
        found
        for cell in cells(text)
        if (grade := _grade(cell.head))
        for found in _cell(text, cell.start, cell.end, strict=grade > 1)
    )


def _grade(head: str) -> int:
    """2 for a column of names, 1 for one of persons, 0 for another."""
    plain = _PARENTHESIS.sub("", head)
    if _STRICT.search(plain) or (plain != head and _STRICT.search(head.strip("()（）"))):
        return 2
    return 1 if _HEAD.search(plain) or plain in COLUMN_WHOLE else 0


def _cell(text: str, start: int, end: int, *, strict: bool) -> Iterator[Found]:
    """Every name in one cell; several are parted by 、 or stand in brackets."""
    if _BODY.search(text, start, end):
        return
    for piece in _PIECE.finditer(text, start, end):
        found = name_at(text, piece.start(), piece.end(), strict=strict)
        if found:
            yield found


def name_at(text: str, start: int, end: int, *, strict: bool) -> Found | None:
    """The name that begins the stretch, if its first words are one."""
    while start < end and text[start] in " ・:=　":
        start += 1
    for lead in (_KIN, _TITLE):
        if (match := lead.match(text, start, end)) is not None:
            start = match.end()
    match = _SPACED.match(text, start, end) or _WORDS.match(text, start, end) or _LATIN.match(text, start, end)
    if not match:
        return None
    stop = _two_words(text, start, match.end())
    while stop > start:
        name = _TAIL.sub("", text[start:stop])
        if len(name) == 1 and text[start + 1 : start + 2] in tuple("○●◯■□*×〇"):
            return None  # 山○○○: one kanji tells nobody
        if name and (grade := _accepted(name, strict=strict)) is not None:
            return Found(start, start + len(name), grade)
        cut = max(text.rfind(" ", start, stop), text.rfind("・", start, stop))
        if cut <= start or match.re is _SPACED:
            return None
        stop = cut
    return None


def _two_words(text: str, start: int, stop: int) -> int:
    """A Japanese name has two words, unless one of them is a katakana middle name."""
    words = list(_WORD.finditer(text, start, stop))
    for word in words:
        if word.group().strip(",.").lower() in ENGLISH:
            return max(start, word.start() - 1)
    if len(words) > 2 and len(words[1].group()) == 1 < min(len(words[0].group()), len(words[2].group())):
        return words[1].end()  # 西田 環 状態
    if len(words) < 3 or any(len(word.group()) == 1 for word in words[:2]) or not _JAPANESE.match(text, start):
        return stop
    if any(_KATAKANA.fullmatch(word.group()) for word in words[1:]) and len(words) < 5:
        return stop
    return words[1].end()


def _accepted(name: str, *, strict: bool) -> bool | None:
    verdict = judge(name)
    if verdict is Verdict.NO or any(word in NO_PERSON for word in (name.replace(" ", ""), *name.split(" "))):
        return None
    if strict or verdict is Verdict.KNOWN:
        return True
    if verdict is Verdict.POSSIBLE:
        return " " in name or "・" in name or name.isascii()
    return None


def _search(view: View) -> tuple[Found, ...]:
    if view.label and (grade := _grade(view.label) or 2 * bool(_LABEL.fullmatch(view.label))):
        return (*_cell(view.text, 0, len(view.text), strict=grade > 1), *in_columns(view.text))
    return in_columns(view.text)


COLUMN = NameRule("column", _search)
