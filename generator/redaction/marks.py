"""Marks that a person typed: ［氏名：…］ withholds, ［氏名］ stands for it, ［公開：…］ keeps, ［原文：…］ quotes.

Brackets, colon, ＝, spaces and letters are folded before comparing.  Knows nothing of detectors.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from generator.patterns import regex
from generator.records.reading import edits
from generator.redaction.kinds import Kind


class Verb(Enum):
    """What a mark asks for."""

    WITHHOLD = "withhold"
    KEEP = "公開"
    VERBATIM = "原文"


LABELS: dict[str, Kind | Verb] = {kind.value: kind for kind in Kind} | {"公開": Verb.KEEP, "原文": Verb.VERBATIM}
MEANT: dict[str, str] = {
    "名前": "氏名",
    "なまえ": "氏名",
    "しめい": "氏名",
    "姓名": "氏名",
    "お名前": "氏名",
    "フルネーム": "氏名",
    "個人名": "氏名",
    "じゅうしょ": "住所",
    "番地": "住所",
    "電話番号": "電話",
    "携帯": "電話",
    "携帯番号": "電話",
    "でんわ": "電話",
    "メールアドレス": "メール",
    "mail": "メール",
    "email": "メール",
    "誕生日": "生年月日",
    "生年月": "生年月日",
    "マイナンバー": "個人番号",
    "保険者番号": "被保険者番号",
    "被保険者証番号": "被保険者番号",
    "免許番号": "免許証番号",
    "旅券": "旅券番号",
    "パスポート": "旅券番号",
    "パスポート番号": "旅券番号",
    "在留カード": "在留カード番号",
    "口座": "口座番号",
    "カード": "カード番号",
    "ナンバー": "車両番号",
    "車両": "車両番号",
    "車のナンバー": "車両番号",
    "職員番号": "整理番号",
    "患者番号": "整理番号",
    "公表": "公開",
    "原文ママ": "原文",
    "黒塗り": "",
    "伏字": "",
    "伏せ字": "",
    "匿名": "",
    "非公開": "",
}
"""What people type when they mean a label, and which; an error, because nothing would be withheld.

Empty where they only mean that something is to be withheld.
"""

SYNONYMS = frozenset(MEANT)

ORDINARY = frozenset(
    [
        "原因",
        "原本",
        "原案",
        "公園",
        "公演",
        "公印",
        "指名",
        "氏神",
        "住民",
        "住居",
        "住宅",
        "電気",
        "電子",
        "電車",
        "会話",
    ]
)
"""Words one edit from a label that papers put in brackets and mean as they are."""

SHORT = 3
"""Two edits of three characters make another word."""

_OPENERS, _CLOSERS, _COLONS, _EQUALS = "[［", "]］", ":：", "=＝"
_BRACKET = regex(rf"[{re.escape(_OPENERS + _CLOSERS)}]|\n\n")
_OUTERMOST, _INNERMOST = 0, 2
"""A mark may stand inside one other; whatever stands deeper is an error by what holds it."""
_LABEL_MOST = 16
_HEAD = regex(rf"[{re.escape(_OPENERS)}](?P<label>[^\[\]［］:：=＝\n]{{1,{_LABEL_MOST}}})(?P<after>[\]］:：=＝])")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: characters `start` to `end` of the text, its content `inner` (None for ［氏名］)."""

    start: int
    end: int
    verb: Verb
    kind: Kind | None
    letter: str | None = field(repr=False)
    inner: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class MarkFault:
    """A mark that would not do what its author meant."""

    code: str
    offset: int
    label: str = ""
    """One of `LABELS`: the mark's own, or the one its author meant; empty where that is not clear."""


UNCLOSED, NESTED, UNKNOWN_LABEL, EMPTY = "E401", "E402", "E403", "E404"


def read_marks(text: str) -> tuple[tuple[Mark, ...], tuple[MarkFault, ...]]:
    """The marks of a text in order (those inside ［原文：…］ after it), and what is wrong with others."""
    marks: list[Mark] = []
    faults: list[MarkFault] = []
    _read(text, 0, len(text), marks, faults, _OUTERMOST)
    return tuple(marks), tuple(faults)


def folded_label(text: str) -> str:
    """A label or letter as it is compared."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _read(  # noqa: PLR0913, PLR0917  # the parser's whole state, handed on
    text: str, at: int, end: int, marks: list[Mark], faults: list[MarkFault], depth: int
) -> None:
    while head := _HEAD.search(text, at, end):
        at = head.end()
        label = folded_label(head["label"])
        meaning = LABELS.get(label)
        if meaning is None:
            guess = _meant(label) if head["after"] in _COLONS + _EQUALS else None
            if guess is not None:
                faults.append(MarkFault(UNKNOWN_LABEL, head.start(), guess))
            continue
        if text[head.start()] == "[" and head["after"] == "]" and text[head.end() : head.end() + 1] == "(":
            continue  # a Markdown link whose words are a label
        at = _mark(text, head, meaning, end, marks, faults, depth)


def _mark(  # noqa: PLR0913, PLR0917  # the parser's whole state, handed on
    text: str,
    head: re.Match[str],
    meaning: Kind | Verb,
    end: int,
    marks: list[Mark],
    faults: list[MarkFault],
    depth: int,
) -> int:
    """Reads one mark whose head matched; returns where to go on."""
    verb = meaning if isinstance(meaning, Verb) else Verb.WITHHOLD
    kind = meaning if isinstance(meaning, Kind) else None
    if head["after"] in _CLOSERS:
        if verb is not Verb.WITHHOLD:
            faults.append(MarkFault(EMPTY, head.start(), verb.value))
        else:
            marks.append(Mark(head.start(), head.end(), verb, kind, None, None))
        return head.end()
    close = _closings(text).get(head.start())
    if close is None or close >= end:
        faults.append(MarkFault(UNCLOSED, head.start(), folded_label(head["label"])))
        return head.end()
    letter, inner = _letter(text, head, close)
    if inner is not None and not text[inner[0] : inner[1]].strip():
        faults.append(MarkFault(EMPTY, head.start(), folded_label(head["label"])))
        return close + 1
    marks.append(Mark(head.start(), close + 1, verb, kind, letter, inner))
    if inner is not None and depth < _INNERMOST:
        _inside(text, inner, verb, marks, faults, depth)
    return close + 1


def _inside(  # noqa: PLR0913, PLR0917  # as above
    text: str, inner: tuple[int, int], verb: Verb, marks: list[Mark], faults: list[MarkFault], depth: int
) -> None:
    found: list[Mark] = []
    _read(text, *inner, found, faults, depth + 1)
    if verb is Verb.VERBATIM and all(mark.verb is not Verb.VERBATIM for mark in found):
        marks.extend(found)
    else:
        faults.extend(MarkFault(NESTED, mark.start) for mark in found)


def _letter(text: str, head: re.Match[str], close: int) -> tuple[str | None, tuple[int, int] | None]:
    if head["after"] in _COLONS:
        return None, (head.end(), close)
    colon = next((i for i in range(head.end(), close) if text[i] in _COLONS), None)
    letter = folded_label(text[head.end() : close if colon is None else colon])
    return letter, None if colon is None else (colon + 1, close)


@lru_cache(maxsize=8)
def _closings(text: str) -> dict[int, int]:
    """For each bracket that opens the one that closes it: those inside are balanced, a blank line leaves all open."""
    closings: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() in _OPENERS:
            opened.append(match.start())
        elif match.group() == "\n\n":
            opened.clear()
        elif opened:
            closings[opened.pop()] = match.start()
    return closings


def _meant(label: str) -> str | None:
    """The label that a near miss or a synonym stands for, "" where that is open; None for an ordinary bracket."""
    if label in SYNONYMS:
        return MEANT[label]
    if len(label) == 1:
        return None
    allowed = 1 if len(label) <= SHORT else 2
    return next((known for known in LABELS if edits(label, known) <= allowed and label not in ORDINARY), None)
