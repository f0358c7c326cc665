"""What a name can look like, by script, and whether the dictionary bears it out.

Judges a string by itself; which strings are worth judging is decided by the detectors.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.vocabulary import BODIES_AFTER, BODIES_BEFORE, ENGLISH, NO_PERSON, PEOPLE, ROLES
from generator.redaction.words import GIVEN, NOUN, PERSON, PLACE, SURNAME, classes_of

HAN = "々〆\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HIRAGANA = "ぁ-ゖゝゞ"
KATAKANA = "ァ-ヺーヽヾ"
UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌ"
    "ỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
)
LATIN = "A-Za-zÀ-ÖØ-öø-ɏẀ-ỿ"

KANA_NAME = (
    f"(?:[{KATAKANA}]{{2,}}|[{KATAKANA}](?=・))(?:(?:[・=\\-]| {{1,2}}|, ?)(?:[{KATAKANA}]+|[A-Z]\\.?(?![A-Za-z])"
    f"|[{HAN}]{{1,2}}(?![{HAN}{HIRAGANA}])))*"
)
LATIN_WORD = f"(?:[{UPPER}][{LATIN}]*(?:['’\\-][{LATIN}]+)*\\.?)"
LATIN_NAME = f"{LATIN_WORD}(?:(?:, ?| {{1,2}}|・|-){LATIN_WORD}|\\.{LATIN_WORD})*"

_SHAPE = regex(
    f"(?:[{HAN}{HIRAGANA}{KATAKANA}]{{1,8}}|[A-Z][{HAN}]{{1,2}})(?:[ ・=]{{1,3}}[{HAN}{HIRAGANA}"
    f"{KATAKANA}A-Z.]{{1,10}}){{0,5}}"
)
_LATIN = regex(f"[{LATIN}][{LATIN}.'’,\\- ]{{1,40}}")
_LETTERED = regex(f"[{HAN}{KATAKANA}]*[A-Z甲乙丙丁]|[A-Z]")
_BODY = regex("|".join(map(re.escape, (*BODIES_BEFORE, *(b for b in BODIES_AFTER if len(b) > 1)))))
_BODY_END = regex(
    f"(?:{'|'.join(map(re.escape, (b for b in BODIES_AFTER if len(b) > 1)))}|番号|期限|円|年月日|日時"
    f"|時期|方法|理由|状況"
    f"|件数|情報|通知|届|申請書?|証明書?|台帳|名簿|結果|事由|区分|種別|名称|役所|役場|保険|医療|福祉"
    f"|議員|委員|職員|児童|生徒|死亡|歳|没|等|株|様式"
    f"|[課係局署庁院校館社店組橋市町村区県会所園場部室費料金額税率者先日欄側費団])$"
)
_TOO_PLAIN = regex(
    f"^(?:いう|いっ|すべ|つい|より|から|まで|など|ほか|あっ|いや|えー|なお|また|その|この|あの|どの"
    f"|それ|これ|ところ|おも|よば|かか|ため|とき|もの|こと|よう|できる"
    f"|され)|[{HIRAGANA}]*(?:する|した|ます|です|こと|もの|ため|ない|れた|って|から|まで|など|より"
    f"|ので)[{HIRAGANA}]*$"
)
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
    if _BODY_END.search(word) or _TOO_PLAIN.search(word):
        return Verdict.NO
    if NOUN in classes or (classes and PLACE not in classes):
        return Verdict.WORD
    if not classes and _FOUR_HAN.fullmatch(word) and _compound(word) and not splits(word):
        return Verdict.NO
    if not _ONE_SCRIPT.fullmatch(word) and not _mixes(word):
        return Verdict.NO
    if splits(word) or (not classes and _KANA_WORD.fullmatch(word) and (reads_surname(word) or reads_given(word))):
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
    if any(_BODY_END.search(part) for part in parts):
        return Verdict.NO
    common = sum(NOUN in classes_of(part) or (len(part) > 3 and _judge_one(part) is Verdict.NO) for part in parts)
    return Verdict.WORD if common * 2 >= len(parts) else Verdict.POSSIBLE


def _compound(word: str) -> bool:
    """委員発言, 総務課本文: two words that are no names, glued."""
    halves = ((word[:size], word[size:]) for size in range(2, len(word) - 1))
    return any(
        (_is_part(left) or _BODY_END.search(left) or NOUN in classes_of(left))
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


def is_surname(word: str) -> bool:
    """Whether the dictionary has it as a surname in any reading."""
    return SURNAME in classes_of(word) and not _ERA.fullmatch(word)


def is_given(word: str) -> bool:
    """Whether the dictionary has it as a given name in any reading."""
    return GIVEN in classes_of(word) and not _ERA.fullmatch(word)


@lru_cache(maxsize=8_000)
def splits(word: str) -> int:
    """The length of the surname if the word is surname and given name written together, else 0."""
    for size in range(min(5, len(word) - 1), 0, -1):
        if is_surname(word[:size]) and len(word) - size <= 4 and is_given(word[size:]):
            return size
    return 0
