"""Surnames and given names by the dictionary, and how a name falls into both when it is written without a space.

Judges words; where names stand is the detectors' business.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.readings import katakana, reads_given, reads_surname, written_given
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.vocabulary import BODIES_AFTER, NO_PERSON
from generator.redaction.words import GIVEN, NOUN, PERSON, SURNAME, classes_of

BODY_END = regex(
    f"(?:{'|'.join(map(re.escape, (b for b in BODIES_AFTER if len(b) > 1)))}|番号|期限|円|年月日|日時"
    f"|時期|方法|理由|状況"
    f"|件数|情報|通知|届|申請書?|証明書?|台帳|名簿|結果|事由|区分|種別|名称|役所|役場|保険|医療|福祉"
    f"|議員|委員|職員|児童|生徒|死亡|歳|没|等|株|様式"
    f"|[課係局署庁院校館社店組橋市町村区県会所園場部室費料金額税率者先日欄側費団])$"
)
TOO_PLAIN = regex(
    f"^(?:いう|いっ|すべ|つい|より|から|まで|など|ほか|あっ|いや|えー|なお|また|その|この|あの|どの"
    f"|それ|これ|ところ|おも|よば|かか|ため|とき|もの|こと|よう|できる"
    f"|され)|[{HIRAGANA}]*(?:する|した|ます|です|こと|もの|ため|ない|れた|って|から|まで|など|より"
    f"|ので)[{HIRAGANA}]*$"
)
_INFLECTED = regex(
    "(?:せん|った|いる|ある|ない|とき|たいと?|さい|いて|して|です|よう|ような|ように|ところ|だけ|ずつ|のみ"
    "|しく|ます|ました|でした|とおり|うち|ほう|せて|れて|がら|ほど|なり|すが|ますか|ので|のか|.[がわさまた]?らず|[がとか]わず|[かた]まず)$|^(?:この"
    "|その|あの|どの|こう|そう|どう|して|いう|なお|ので|とい|にど|には|では|しな|した|しま|いま|はあり"
    "|から|まで|えま|でき|とし|とな|いずれ|すでに|あり|また|とて|すぐ|よく|まだ|もう|おおむね|おお[むよ]"
    "|よろし|おねが|ありが|おせわ|お[まも]ち|ふりが|ひらが|あて[さな]|おしら|おとい)"
)
_KANA_WORD = regex(f"[{HIRAGANA}]{{2,}}|[{KATAKANA}]{{2,}}")
_ERAS = frozenset(("令和", "平成", "昭和", "大正", "明治"))
_FULL_KANA = 5
_BEHIND = (*"のがはにへをともで", "さん", "さま", "くん", "ちゃん", "あて", "ほか", "より", "から")
_SURNAME_KANA = regex(f"(?P<stem>[{HAN}ノケヶ]{{1,3}}[{HAN}])(?P<kana>[{HIRAGANA}]{{2,4}}|[{KATAKANA}]{{2,4}})")
_KANA_GIVEN = regex(f"(?P<stem>(?:[{HAN}]{{1,3}})?(?P<kana>[{KATAKANA}]{{3,8}}))(?P<given>[{HAN}]{{1,3}})")
NO_GIVEN_KANA = frozenset(
    (
        *(
            "より",
            "から",
            "まで",
            "など",
            "ほか",
            "さん",
            "くん",
            "さま",
            "たち",
            "だけ",
            "こそ",
            "ども",
            "また",
            "ので",
        ),
        *(
            "のみ",
            "には",
            "とは",
            "では",
            "へは",
            "ため",
            "こと",
            "とも",
            "ごと",
            "あて",
            "いわく",
            "ずつ",
            "ほど",
            "みち",
        ),
        *(
            "サン",
            "サマ",
            "クン",
            "チャン",
            "ケア",
            "ナシ",
            "アリ",
            "ライン",
            "エリア",
            "ルート",
            "ママ",
            "パパ",
            "ビル",
        ),
    )
)
"""Particles and common words that given names are read like."""


def is_surname(word: str) -> bool:
    """Whether the dictionary has it as a surname in any reading."""
    return SURNAME in classes_of(word) and word not in _ERAS


def is_given(word: str) -> bool:
    """Whether the dictionary has it as a given name in any reading."""
    return GIVEN in classes_of(word) and word not in _ERAS


@lru_cache(maxsize=8_000)
def splits(word: str) -> int:
    """The length of the surname if the word is surname and given name written together, else 0."""
    sizes = [size for size in range(min(5, len(word) - 1), 0, -1) if is_surname(word[:size])]
    known = next((size for size in sizes if len(word) - size <= 4 and is_given(word[size:])), 0)
    return known or next((size for size in sizes if size > 1 and unknown_given(word[size:])), 0)


def unknown_given(word: str) -> bool:
    """Whether no dictionary has the word, and it is written like a given name: 碧空, 楓雅."""
    return written_given(word) and not classes_of(word) and not BODY_END.search(word) and word not in NO_PERSON


def is_inflected(word: str) -> bool:
    """Whether hiragana are a verb, an adverb or words of grammar: ありません, そのため."""
    return bool(TOO_PLAIN.search(word) or _INFLECTED.search(word))


def splits_kana(word: str) -> int:
    """The length of the surname if a word of five kana or more, unknown to the dictionary, reads as a full name."""
    if (
        len(word) < _FULL_KANA
        or not _KANA_WORD.fullmatch(word)
        or classes_of(word)
        or is_inflected(_without_under(word))
    ):
        return 0
    read = katakana(word)
    sizes = range(min(6, len(read) - 2), 1, -1)
    return next((n for n in sizes if reads_surname(read[:n]) and len(read) - n < 6 and reads_given(read[n:])), 0)


def _without_under(word: str) -> str:
    """What follows やました, きのした: surnames that end like a verb in the past."""
    place = word.find("した")
    return word[place + 2 :] if place > 0 and reads_surname(word[: place + 2]) else word


def full_kana(run: str) -> int:
    """The length of the full name in hiragana that a run begins with, before a particle, an honorific or its end."""
    sizes = (n for n in range(min(10, len(run)), _FULL_KANA - 1, -1) if n == len(run) or run.startswith(_BEHIND, n))
    return next((n for n in sizes if splits_kana(run[:n])), 0)


def full_kana_last(run: str) -> int:
    """The length of the full name in hiragana that a run ends with, all of it or what follows a particle."""
    sizes = (n for n in range(min(10, len(run)), _FULL_KANA - 1, -1) if n == len(run) or run[-n - 1] in _BEHIND)
    return next((n for n in sizes if splits_kana(run[-n:])), 0)


def splits_mixed(word: str) -> int:
    """The length of the surname if it is in other signs than the given name: 桐谷ミサ, 桐谷さつき, マルティン聡子."""
    match = _SURNAME_KANA.fullmatch(word)
    if match and match["kana"] not in NO_GIVEN_KANA and is_surname(match["stem"]) and not classes_of(word):
        return len(match["stem"]) if reads_given(match["kana"]) else 0
    match = _KANA_GIVEN.fullmatch(word)
    if not match or classes_of(word) or not is_given(match["given"]):
        return 0
    family = match["stem"].removesuffix(match["kana"])
    if len(family) > 1 and is_surname(family) and PERSON in classes_of(match["kana"]):
        return len(match["stem"])
    if NOUN in classes_of(match["given"]):
        return 0
    kana = match["kana"]
    plain = NOUN in classes_of(kana) and PERSON not in classes_of(kana)
    return 0 if plain or (len(match["given"]) == 1 and PERSON not in classes_of(kana)) else len(match["stem"])


def joins(words: list[str]) -> bool:
    """Whether a name of three words or more is one of two that a break has cut: 仲 程 剛, 島貫 陽 太."""
    if len(words) < 3:
        return False
    return is_surname(words[0] + words[1]) or is_given(words[-2] + words[-1])
