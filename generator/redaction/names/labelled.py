"""Names after a form label: 氏名, フリガナ, 口座名義（カナ）, written with spaces and line ends as forms are."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.cells import name_at
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.vocabulary import LABELS

_SPACED = (
    "氏 +名|名 +前|お +名 +前|署 +名|宛 +名|姓 +名|芳 +名|フ +リ +ガ +ナ|ふ +り +が +な|カ +ナ"
    "|通 +称|旧 +姓|名 +義|記 +名|本 +名"
)
_LABEL = regex(
    f"(?:{'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))}|{_SPACED}"
    "|班(?<=[A-Z0-9]班)(?=:)|組(?<=[A-Z0-9]組)(?=:))"
    "(?P<note>[(\\[][^()\\[\\]\n]{1,16}[)\\]])?"
    "(?P<gap>[\"']? *[:=] *\n?[ \t]*[\"']?| *[】\\]] *|[ \t]{1,24}|[ \t]*\n[ ]{1,24}|[ ]*\\|[ ]*"
    '|[ ]?[「『"](?=[^」』"\n]{1,16}[」』"])|/ *|[(](?!(?:カナ|かな|ふりがな|フリガナ|漢字|自署|旧姓'
    "|姓名|ローマ字|片仮名|英字|ｶﾅ|全角"
    "|半角|in |フルネーム|よみがな|任意|必須|本人|法人|署名|記名|写し|氏名)))"
)
_OF_THING = regex(
    "(?:会議?|室|園|校|店|社|課|局|部|係|所|院|館|施設|団体|建物|制度|事業|計画|システム|犬|猫|ペット|品|薬|駅|橋|川|山|道|路線"
    "|祭り?|まつり|ファイル|書類?|資料|表|行事|講座|サービス|アプリ|機関|組織|団|組合|町|村|市|県|区|地区|班|組|バス|バス停"
    "|会場|法人|企業|銀行|車|船|花|木|虫|病気|広場|住宅|マンション|イベント|グループ|サークル|チーム|クラブ|コース|プラン)の\\Z"
)
"""会議の名前: what a thing is called, not who somebody is."""
_ROW = regex("[^()\n]{1,80}(?=[)])")
_ITEM = regex("[^、,・と]+")
_WHOLE = regex("[^\n\t|()（、,。:;→/「」『』]{1,120}")
_NOT_BEFORE = regex("[一-龠ぁ-んァ-ヶA-Za-z]$")
_FORMER = ("旧姓", "旧氏", "通称", "通名", "本名")
_SHORT = (
    "名",
    "姓",
    "氏",
    "カナ",
    "かな",
    "読み",
    "セイ",
    "メイ",
    "せい",
    "めい",
    "TO",
    "To",
    "From",
    "FROM",
    "Cc",
    "CC",
    "Name",
    "name",
    "NAME",
    "英字",
    "kana",
    "nm",
    "kanji",
)


_REST = regex("義[ ]{0,3}人?|前|称")
"""What a label set wide goes on with: 名 義 人."""


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name behind a label."""
    return tuple(
        found for match in _LABEL.finditer(text) for found in (*_row(text, match), _judged(text, match)) if found
    )


def _row(text: str, match: re.Match[str]) -> tuple[Found, ...]:
    """名前（ゆうき、さや、りん）: every item, once the first is a name."""
    row = _ROW.match(text, match.end()) if match["gap"] == "(" else None
    if not row or not _judged(text, match):
        return ()
    items = [item for item in _ITEM.finditer(text, row.start(), row.end()) if len(item.group()) < 9]
    return tuple(found for item in items if (found := name_at(text, item.start(), item.end(), strict=True)))


def _judged(text: str, match: re.Match[str]) -> Found | None:
    label = text[match.start() : match.start("note") if match["note"] else match.start("gap")]
    if label in ("氏", "名", "姓") and (match["note"] or _REST.match(text, match.end())):
        return None
    if label in ("名前", "名") and _OF_THING.search(text, max(0, match.start() - 8), match.start()):
        return None
    if label in _SHORT and match["gap"] != "(" and _NOT_BEFORE.search(text, max(0, match.start() - 1), match.start()):
        return None
    if (
        match["gap"] == "("
        and label in ("名", "氏", "姓")
        and not text.startswith(("の", "び", "、", "・"), match.start() - 1)
    ):
        return None
    whole = _WHOLE.match(text, match.end())
    if not whole:
        return None
    quoted = match["gap"].strip() in ("「", "『", '"')
    return name_at(
        text,
        whole.start(),
        whole.end(),
        strict=((":" in match["gap"] or "=" in match["gap"] or label in _FORMER) and label not in "班組")
        or "\n" in match["gap"]
        or quoted
        or bool(match["note"])
        or match["gap"] == "(",
    )


LABEL = NameRule("name-label", lambda view: search(view.text))
