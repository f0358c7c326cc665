"""Hepburn and Kunrei romaji to katakana, and back: only to ask whether a Latin word is a Japanese name.

ISO 3602 and the passport spelling (旅券法施行規則: no long vowels, OH allowed) both occur in papers.
"""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.words import GIVEN, PERSON, SURNAME, classes_of

_ROWS = {
    "": "アイウエオ",
    "k": "カキクケコ",
    "s": "サシスセソ",
    "t": "タチツテト",
    "n": "ナニヌネノ",
    "h": "ハヒフヘホ",
    "m": "マミムメモ",
    "y": "ヤ ユ ヨ",
    "r": "ラリルレロ",
    "w": "ワ   ヲ",
    "g": "ガギグゲゴ",
    "z": "ザジズゼゾ",
    "d": "ダヂヅデド",
    "b": "バビブベボ",
    "p": "パピプペポ",
}
_GLIDES = {
    "k": "キ",
    "s": "シ",
    "t": "チ",
    "n": "ニ",
    "h": "ヒ",
    "m": "ミ",
    "r": "リ",
    "g": "ギ",
    "z": "ジ",
    "b": "ビ",
    "p": "ピ",
}


def _table() -> dict[str, str]:
    table = {
        row + vowel: kana
        for row, line in _ROWS.items()
        for vowel, kana in zip("aiueo", line, strict=True)
        if kana != " "
    }
    for row, kana in _GLIDES.items():
        table.update({f"{row}y{vowel}": kana + small for vowel, small in zip("auo", "ャュョ", strict=True)})
    for row, kana in (("sh", "シ"), ("ch", "チ"), ("j", "ジ")):
        table.update({row + vowel: kana + small for vowel, small in zip("aueo", "ャュェョ", strict=True)})
        table[row + "i"] = kana
    return table | {
        "tsu": "ツ",
        "fu": "フ",
        "fa": "ファ",
        "fi": "フィ",
        "fe": "フェ",
        "fo": "フォ",
        "n": "ン",
        "m": "ン",
        "-": "ー",
    }


_KANA = _table()
_SYLLABLE = regex(
    "(?P<double>([kstpgdbzc])(?=\\2|(?<=t)ch))?(?P<syllable>tsu|[kstnhmrgzbpjc]?[yh]?[aiueo]"
    "|f[uaieo]|[dyw][aiueo]|n|m(?=[bpm])|-)"
)
_LONG = str.maketrans("āīūēōâîûêô", "aiueoaiueo")


@lru_cache(maxsize=4_000)
def kana_of(word: str) -> tuple[str, ...]:
    """The word in katakana, with and without the vowels that passports leave out; empty if it is no romaji."""
    plain = word.lower().translate(_LONG).replace("'", "").replace("’", "")
    kana, place = "", 0
    while place < len(plain):
        match = _SYLLABLE.match(plain, place)
        if not match or match["syllable"] not in _KANA:
            return ()
        kana += ("ッ" if match["double"] else "") + _KANA[match["syllable"]]
        place = match.end()
    return tuple(dict.fromkeys((kana, *_longer(kana))))


def _longer(kana: str) -> list[str]:
    """Spellings with one o or u made long: ITO is イトウ, OKI stays オキ."""
    longer = [
        kana[: i + 1] + "ウ" + kana[i + 1 :]
        for i, char in enumerate(kana)
        if char in "オコソトノホモヨロゴゾドボポョュクスツユルウ"
    ]
    if kana.startswith("オ"):
        longer.append("オ" + kana)
    return longer


@lru_cache(maxsize=4_000)
def is_romaji_name(word: str) -> bool:
    """Whether the dictionary has it, in katakana, as a surname or a given name."""
    if len(word) < 2:
        return False
    return any(
        set(classes_of(kana)) & {SURNAME, GIVEN, PERSON}
        or _hiragana_given(kana)
        or (len(word) > 4 and (reads_surname(kana) or reads_given(kana)))
        for kana in kana_of(word)
    )


def _hiragana_given(kana: str) -> bool:
    hiragana = "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char for char in kana)
    return bool(set(classes_of(hiragana)) & {SURNAME, GIVEN})
