"""Lines of a table typed into plain text: how one is cut into cells, and whether it is a row of heads.

Knows separators and the words that head columns, nothing of what a head means.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.view import BLOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    Stretches = list[tuple[int, int]]

HEAD_WORD = regex(
    "氏 *名|名 *前|姓$|フリガナ|ふりがな|カナ|読み|仮名|住 *所|居所|所在地?|方書|電 *話|連絡先|携帯|TEL"
    "|FAX|ファクス|ファックス|メ[ー-]ル|mail|アドレス|生 *年|誕生|生まれ|出生|birth|DOB|年齢|性別"
    "|番 *[号合]|コ[ー-]ド|ナンバ|口座|名義|対象者?|記号|ID|No|NO|CD|宛名|相談者|申請者|来庁者|件名|内容"
    "|受付|使用者|所属|課名|担当|備考|続柄|世帯|受給|利用者|職員|患者|会員|学籍|生徒|児童|園児|手帳|診察券"
    "|免許|運免|旅券|パスポ|在留|マイナ|個番|年金|基年|住基|住民票|被保|保険|保番|国保|後期|カ[ー-]ド"
    "|クレ[カジ]|車番|車両|車種|車$|プレ[ー-]ト|アカウント|SNS|LINE|ユ[ー-]ザ|ログイン|(?:^|[ _\t|,;/])user|name"
    "|tel|phone|address|デンワ|ケイタイ|ケ[ー-]タイ|シメイ|バンゴウ|セイネンガッピ|ジュウショ|メンキョ"
    "|リョケン|コウザ|ザイリュウ|ネンキン|アテナ|ホケン|[証券者]$|番(?=$|[\t|,;/ ])"
    "|普[)通]|預金|貯金|銀行|支店|card|credit|licen[sc]e|passport|code|birth|_no|_id"
    "|(?:^|[\t|,;/ ])(?:生|電|携|PP|PPT|DL|CC|RC|MN|X)(?=$|[\t|,;/ ])",
    re.IGNORECASE,
)
_COLUMN_WORD = regex(
    "区分|件数|人数|状[態況]|処理|結果|日$|金額|年度|種[別類]|内訳|理由|原因|対応|施設|部署|班|組|回数|順|通数|枚数|内容"
)
"""What heads a column beside the others, and heads nothing of anybody's."""
_PURE = regex("[^0-9。、「」@<>=?!]{1,16}")
_PROSE = regex(
    "(?:ました|ます|です|した|する|こと|ため|から|まで|及び|について|[はがをに])$|[はがをに、].*[はがをに、]"
)
_WIDTH = regex("[(]?[0-9]{1,2} ?(?:桁|けた|ケタ|字|文字)[)]?")
_FIGURE = regex("[0-9]{2}")
_PARTED = regex("[\t|,;/・ ]")
_GAP = regex(" {2,}|\t+")
_ANY_GAP = regex("[ \t]+")
_SLASH = regex("(?<![0-9])/|/(?![0-9])")
_QUOTED = regex('[ ]*"[^"\n]*"[ ]*(?=,|$)|[^,]*')
_FIGURES = regex("[0-9〇一二三四五六七八九A-Z/.-]+(?: [0-9A-Z/.-]+)*")
WIDE, NARROW, SLASH, DOT = " ", "-", "/", "・"
_SEPARATORS = ("\t", "|", ",", WIDE, SLASH, ";", DOT, NARROW)
_SELDOM = (WIDE, SLASH, ";", NARROW, ",")
"""Separators that prose has too, so that one known head among others says too little."""
_LONGEST_HEAD = 14
_PAIR = 2
_NAME = regex("氏 *名|名 *前|カナ|フリガナ|ふりがな|シメイ|name|者$|届出人|請求人|受取人|名義", re.IGNORECASE)


def is_head(word: str) -> bool:
    """Whether a short text alone is a word that heads a column or names a field."""
    return bool(_PURE.fullmatch(word) and _holds_head(word) and not _PROSE.search(word))


@lru_cache(maxsize=8_000)
def _holds_head(words: str) -> bool:
    return HEAD_WORD.search(words) is not None


def heads_of(line: str, following: str) -> tuple[str, list[tuple[int, str]]] | None:
    """The separator and the heads with their columns, if the line is a row of heads."""
    if "。" in line or BLOT in line or not _PARTED.search(line) or not _holds_head(line):
        return None
    if _FIGURE.search(line) and _FIGURE.search(_WIDTH.sub("", line)):
        return None
    for separator in _SEPARATORS:
        row = split(line, separator)
        if len(row) < 2:  # noqa: PLR2004 -- a table has two columns
            continue
        words = [(start, line[start:end].replace(" ", "")) for start, end in row]
        if all(len(_WIDTH.sub("", word)) <= _LONGEST_HEAD for _, word in words) and _known(
            [word for _, word in words], separator, following
        ):
            return separator, words
    return None


def _known(words: Sequence[str], separator: str, following: str) -> bool:
    known = sum(map(_holds_head, words))
    if separator == NARROW:
        said = sum(bool(_holds_head(word) or _COLUMN_WORD.search(word)) for word in words)
        return len(words) > _PAIR and known > 0 and said * 3 >= len(words) * 2 and all(map(_PURE.fullmatch, words))
    if known and separator not in _SELDOM:
        return True
    if separator in (SLASH, DOT) and len(split(following, separator)) != len(words):
        return False
    return known > 1 or (known == 1 and len(split(following, separator)) == len(words) and _says_value(following))


def _says_value(line: str) -> bool:
    return "。" not in line and _FIGURE.search(line) is not None


def split(line: str, separator: str) -> Stretches:
    """The cells of a line, without the spaces and quotation marks around them."""
    if separator in (WIDE, NARROW):
        parts = _by_gaps(line, _GAP if separator == WIDE else _ANY_GAP)
    elif separator == "," and '"' in line:
        parts = [
            match.span() for match in _QUOTED.finditer(line) if match.start() == 0 or line[match.start() - 1] == ","
        ]
    else:
        parts, place = [], 0
        for part in line.split(separator):
            parts.append((place, place + len(part)))
            place += len(part) + 1
        if separator == "|" and len(parts) > 2:  # noqa: PLR2004 -- the bars at both ends of a Markdown row
            parts = [p for i, p in enumerate(parts) if i not in (0, len(parts) - 1) or line[p[0] : p[1]].strip()]
    return [_trim(line, start, end) for start, end in parts]


def _by_gaps(line: str, gap: re.Pattern[str]) -> Stretches:
    parts, place = [], 0
    for match in gap.finditer(line):
        parts.append((place, match.start()))
        place = match.end()
    parts.append((place, len(line)))
    return [part for part in parts if part[1] > part[0]]


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start] in ' \t"':
        start += 1
    while end > start and line[end - 1] in ' \t"':
        end -= 1
    return start, end


def fitted(line: str, separator: str, heads: Sequence[tuple[int, str]]) -> Stretches:
    """The cells of a line below these heads: a name of two words is one cell, a date's slashes part nothing."""
    row = split(line, separator)
    if len(row) == len(heads) or separator not in (SLASH, NARROW):
        return row
    if separator == SLASH:
        return _by_gaps(line, _SLASH)
    more = len(row) - len(heads)
    if more > 0:
        row = _of_figures(line, row, more)
        more = len(row) - len(heads)
    names = [i for i, (_, head) in enumerate(heads) if _NAME.search(head)]
    if not 0 < more <= len(names):
        return row
    merged: Stretches = []
    for index in range(len(heads)):
        taken = index + sum(name < index for name in names[:more])
        wide = index in names[:more]
        merged.append((row[taken][0], row[taken + wide][1]))
    return merged


def _of_figures(line: str, row: Stretches, more: int) -> Stretches:
    """The cells with `more` of the gaps inside a number closed: 1 2 3 4 is one cell if there are too many."""
    merged: Stretches = []
    for start, end in row:
        if more and merged and _FIGURES.fullmatch(line, start, end) and _FIGURES.fullmatch(line, *merged[-1]):
            merged[-1] = (merged[-1][0], end)
            more -= 1
        else:
            merged.append((start, end))
    return merged
