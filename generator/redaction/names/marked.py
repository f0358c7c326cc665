"""Names that signs give away: K.Yamane, 桐谷.ミ, 山根《やまね》 晶《あきら》, YAMANE<<AKIRA, 桐●千●, みみのiPad.

Each sign is what clerks, machines or passports write only around a person; the words themselves may be unknown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.romaji import is_romaji_name
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.together import is_given, is_surname
from generator.redaction.names.vocabulary import ENGLISH, NO_PERSON
from generator.redaction.near import near
from generator.redaction.words import NOUN, classes_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_MASK = "●■*×◯○〓▲□＿_"
_INITIALED = near(
    regex(f"[A-Z][.・]|[.・][A-Zァ-ヴ](?![{KATAKANA}])"),
    "(?<![A-Za-z0-9@._/-])[A-Z][.・] ?(?P<latin>[A-Z][a-z]{3,11})(?![A-Za-z0-9@_]|[.][A-Za-z])"
    f"|(?<![A-Za-z0-9])[A-Z][.・] ?(?P<kana>[{KATAKANA}]{{2,8}}|[{HAN}]{{1,4}})(?![{KATAKANA}{HAN}・])"
    f"|(?<![{KATAKANA}・])(?P<first>[{KATAKANA}]{{3,8}})[.][A-Z{KATAKANA}](?![{KATAKANA}A-Za-z])",
    reach=24,
)
_RUBIED = near(
    regex(f"[{HAN}][(《][{HIRAGANA}{KATAKANA}]"),
    f"(?<![{HAN}])[{HAN}ノケヶ]{{1,4}}[(《][{HIRAGANA}{KATAKANA}]{{1,8}}[)》] ?"
    f"[{HAN}]{{1,3}}[(《][{HIRAGANA}{KATAKANA}]{{1,6}}[)》]",
)
_MACHINE = near(
    regex("<<"),
    "(?<![A-Z0-9])(?:P[A-Z<][A-Z]{3})?(?P<name>[A-Z]{2,}(?:<[A-Z]+){0,3}<<[A-Z]{2,}(?:<[A-Z]+){0,4})(?![A-Z0-9])",
)
"""The upper line of a passport's machine-readable zone (ICAO Doc 9303, part 4)."""
_CHEQUERED = near(
    regex(f"[{HAN}][{_MASK}][{HAN}]|[{HAN}][{_MASK}] [{_MASK}]"),
    f"(?<![{HAN}{KATAKANA}])[{HAN}][{_MASK}][{HAN}][{_MASK}]{{1,2}}(?![{HAN}])"
    f"|(?<![{HAN}])[{HAN}][{_MASK}][{HAN}] ?[{_MASK}]{{1,2}}(?![{HAN}])",
    reach=12,
)
_STARRED = near(
    regex(f"[{HAN}][{_MASK}]"),
    f"(?<![{HAN}])(?P<name>[{HAN}]{{1,4}})(?:[{_MASK}]{{2,4}}(?=[\t|,/ \n]|$)"
    f"|[{_MASK}]{{1,4}}(?=さん|様|氏|くん|ちゃん))",
    reach=12,
)
_DEVICE = near(
    regex("i[Pp](?:ad|hone)|Android|Galaxy|Pixel|Xperia|AQUOS|スマホ|端末"),
    f"(?<=[・:「\n=,|\t])(?P<name>[{HAN}]{{1,4}}|[{HIRAGANA}{KATAKANA}]{{2,8}})(?:の|-)(?:iPad|iPhone|Android|Galaxy|Pixel|Xperia|AQUOS|スマホ)",
    reach=24,
)
_COUNTED = near(
    regex("の[0-9二三四五六七八九]"),
    f"(?P<list>[{HAN}{HIRAGANA}{KATAKANA}]{{1,6}}(?:[、・][{HAN}{HIRAGANA}{KATAKANA}]{{1,5}}){{1,8}}?)"
    "(?=の(?:[2-9二三四五六七八九])(?:名|人|児|氏|児童|生徒|園児|家族|世帯|きょうだい|兄弟|姉妹))",
    reach=48,
)
_ITEM = regex(f"[{HAN}{HIRAGANA}{KATAKANA}]+")
_LEAD = regex(".*[はがにもで](?=.{2})")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name that such a sign gives away."""
    return (
        *(one for match in _INITIALED.finditer(text) if (one := _initialed(match))),
        *(Found(*match.span()) for match in _RUBIED.finditer(text)),
        *(Found(*match.span("name")) for match in _MACHINE.finditer(text)),
        *(
            Found(
                *match.span(),
            )
            for match in _CHEQUERED.finditer(text)
            if _half(match)
        ),
        *(one for match in _STARRED.finditer(text) if (one := _starred(match))),
        *(Found(*match.span(), sure=False) for match in _DEVICE.finditer(text) if _owner(match["name"])),
        *(one for match in _COUNTED.finditer(text) for one in _counted(match)),
    )


def _initialed(match: re.Match[str]) -> Found | None:
    """K.Yamane, Ｔ・ヤマネ, ヤマネ.ア: an initial, and a surname by the dictionary or by its letters."""
    word = match[match.lastgroup or 0]
    if match.lastgroup == "latin":
        known = is_romaji_name(word.lower()) and word.lower() not in ENGLISH
        return Found(*match.span()) if known else None
    known = (
        reads_surname(word) or reads_given(word)
        if match.lastgroup != "kana"
        else is_surname(word) or reads_surname(word)
    )
    return Found(*match.span(), sure=NOUN not in classes_of(word)) if known else None


def _half(match: re.Match[str]) -> bool:
    """桐●千●: not 第●条●, 月●日●."""
    return not any(char in "年月日時分秒第号条項町村市区丁番地円件人名歳回約" for char in match.group())


def _starred(match: re.Match[str]) -> Found | None:
    """大垣＊＊ in a cell, 井■さん: a surname of which a mask was to hide the rest."""
    name = match["name"]
    if not (is_surname(name) or is_given(name)) or name in NO_PERSON:
        return None
    honoured = match.string[match.end() : match.end() + 1] not in ("\t", "|", ",", "/", " ", "\n", "")
    if len(name) == 1 and not honoured:
        return None
    return Found(*match.span("name"), sure=honoured or not {NOUN} & set(classes_of(name)))


def _owner(word: str) -> bool:
    return NOUN not in classes_of(word) and word not in NO_PERSON


def _counted(match: re.Match[str]) -> Iterator[Found]:
    """りく、はなの２名: names that are counted right behind."""
    lead = _LEAD.match(match["list"].split("、")[0].split("・")[0])
    items = list(_ITEM.finditer(match.string, match.start("list") + (lead.end() if lead else 0), match.end("list")))
    named = [bool(_is_name(item.group())) for item in items]
    if len(items) > 1 and sum(named) * 2 >= len(items) and all(item.group() not in NO_PERSON for item in items):
        yield from (Found(*item.span(), sure=all(named)) for item in items)


def _is_name(word: str) -> bool:
    return (
        is_surname(word)
        or is_given(word)
        or (NOUN not in classes_of(word) and (reads_given(word) or reads_surname(word)))
    )


MARKED = NameRule("surname", lambda view: search(view.text))
