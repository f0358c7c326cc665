"""Names that a frame of words tells: 名字は…と読みます, …ではなく…, …宛て, 08:02 …：, 栗の花が落ちると書いて.

One table of frames, each with what it promises; the shapes decide the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA, LATIN
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.together import is_given, is_inflected, is_surname
from generator.redaction.names.vocabulary import BODIES_AFTER, FAMOUS, KIN, NO_PERSON, PARTIES, PEOPLE, ROLES
from generator.redaction.near import near
from generator.redaction.words import NOUN, OTHER, PARTICLE, PLACE, classes_of, is_place, is_plain, reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_H, _K = f"[{HAN}]{{1,4}}", f"[{KATAKANA}]{{2,9}}"
_N = (
    f"(?P<name>(?:{_H}|{_K})(?: [{HAN}{HIRAGANA}{KATAKANA}]{{1,5}})?|[{HIRAGANA}]{{2,6}}?"
    f"|[{LATIN}][{LATIN}'’.-]{{1,20}})"
)
_ABOUT = (
    "(?:姓|名字|苗字|名前|氏名|実名|本名|旧姓|現姓|新姓|通称|戸籍名|下の名|読み|読み方|ふりがな|フリガナ|呼び名"
    "|愛称|表札|宛名)"
)
_SAID = (
    "(?:です|でし|だ(?:と|そう|、|。|った)|でござい|と申|といい|という|と読|とお読|と(?:お)?呼|と書|と称"
    "|とのこと|。|、|で、|」|\\)|$|\n)"
)
_TOLD = near(
    regex(_ABOUT),
    f"{_ABOUT}[はが]、?「?{_N}(?={_SAID})|(?<![{HAN}{KATAKANA}{HIRAGANA}])(?:お)?{_ABOUT}の(?P<quoted>{_H})(?=」)",
)
"""The word for a name is there."""
_READ = near(
    regex("読|名乗|称|拝"),
    f"(?:^|[、。「」『は(\n]|[いき]て)(?P<name>[{HIRAGANA}]{{2,6}}?)」?(?=とお?読[みむん])"
    f"|(?:^|[、。「『は(\n])(?P<own>{_H})(?=を名乗|と称[しす]|と名乗)|『(?P<signed>[{HAN}{HIRAGANA}]{{1,6}}?)拝』",
    reach=24,
)
_WRITTEN = near(
    regex("と書|漢字は"),
    "(?:^|[、。「『(\n]|(?:漢字|字)は)(?P<name>[^、。「」『』(\n]{2,20}?)、?(?=と書(?:い[てた]|き|く|かれ))"
    "|漢字は(?P<spelt>[^、。「」\n]{3,20}?)(?=です)",
    reach=40,
)
"""How one tells the kanji of a name over the telephone."""
_IS = near(
    regex("です|でございます|だけど"),
    f"(?:^|[\n。>「『:]|、(?=[{HAN}{KATAKANA}]+です、と)|[町村市区]内の)[> ]{{0,3}}(?P<name>{_H}|{_K})"
    "(?=(?:です|でございます|だけど|ですけど|ですが)(?:[。、」\n]|が|けど))",
    reach=24,
)
_NOT_BUT = near(
    regex("でなく|ではなく|じゃなく"),
    f"(?:^|[、。「『(\n]|[はがのを])(?P<name>{_H}|{_K}|[{HIRAGANA}]{{2,5}}?)」?(?:様|さん|氏)?(?:では|で"
    f"|じゃ)なく、?「?"
    f"(?P<other>{_H}|{_K}|[{HIRAGANA}]{{2,5}}?)(?=[」、。\n]|です|でし|様|さん|氏|が|の|で|$)",
    reach=32,
)
_FOR = near(
    regex("宛|あて"),
    reach=16,
    shape=f"(?:^|[、。「(\n ]|[はがのをに]|誤って|別人の)(?P<name>{_H}|{_K})(?=宛[てのに]|あて[のに])",
)
_TO = near(
    regex("まで"),
    f"(?:※|(?:方|もの|際|場合|連絡|連絡先|問い?合わ?せ|詳細|返信|返却|用|件|窓口)は|[、。\n ])[ 、]?(?P<name>{_H})"
    "(?=まで(?:[。\n]|$|[ 、]{0,2}(?:[(]?0|[ご御お]?連絡|[ご御お]?電話|お?知らせ|お?申し?出|TEL)))",
    reach=32,
)
_PARTY = near(
    regex(f"[はが]、?(?:{_H}(?: [{HAN}{HIRAGANA}]{{1,4}})?|{_K}|[{HIRAGANA}]{{2,4}})(?=[。、]|です|でし|$|\n)"),
    f"(?:{'|'.join(sorted(map(re.escape, (*(p for p in PARTIES if len(p) > 1), *KIN)), key=len, reverse=True))})"
    f"[はが]、?(?P<name>{_H}(?: [{HAN}{HIRAGANA}]{{1,4}})?|{_K}|[{HIRAGANA}]{{2,4}})(?=[。、]|です|でし|$|\n)",
    reach=24,
)
_STAMPED = near(
    regex("[0-9]:[0-9]"),
    "(?:^|[\n「『])[ \\[(]{0,2}(?:[0-9/.-]{3,10} )?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[\\])]?[ \t]{1,2}"
    f"(?P<name>[{HAN}{HIRAGANA}{KATAKANA}]{{2,8}})(?=[^{HAN}{HIRAGANA}{KATAKANA}{LATIN}0-9 \n、。/]{{0,3}}[:「\t])",
    reach=32,
)
_FROM = near(
    regex("より"),
    f"(?:ばあば|じいじ|ばあちゃん|じいちゃん|おばあちゃん|おじいちゃん|ママ|パパ|母|父|祖母"
    f"|祖父)[ ]?(?P<name>{_H}|[{HIRAGANA}]{{2,4}})"
    f"(?=より[」』。\n]|$)|「(?P<signed>[{HIRAGANA}]{{2,5}}|[{HAN}]{{1,3}})より」",
    reach=16,
)
_MARKED = regex(
    f"[㊞印] ?[(](?P<sealed>{_H})[)]|(?:件名|Subject"
    f"|題名) ?: ?[^\n(]{{0,40}}[(](?P<subject>{_H}(?: [{HAN}{HIRAGANA}]{{1,4}})?)[)]|"
    f"(?:印|署名|サイン|記名|表札|名札|宛名|差出人|ゴム印|受領印)(?:[がはにの]|には|として"
    f"|欄に)?「(?P<name>{_H}|{_K}|[{HIRAGANA}]{{2,6}})」"
)
_NOT_HERE = frozenset(
    (
        "より",
        "まで",
        "から",
        "また",
        "なお",
        "のみ",
        "本人",
        "先方",
        "相手",
        "以上",
        "以下",
        "不要",
        "必要",
        "結構",
        "同じ",
        "別",
    )
)
_BODY = regex(f"(?:{'|'.join(map(re.escape, BODIES_AFTER))})$")
_KATA = regex(f"[{KATAKANA}]{{3,}}")
_HIRA = regex(f"[{HIRAGANA}]+")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name in one of the frames."""
    return tuple(_all(text))


def _all(text: str) -> Iterator[Found]:
    for match in _TOLD.finditer(text):
        yield from _named(text, match, sure=True, shape=Verdict.POSSIBLE)
    for match in _READ.finditer(text):
        yield from _named(text, match, sure=True, shape=Verdict.POSSIBLE)
    if "書" in text or "漢字は" in text:
        for match in _WRITTEN.finditer(text):
            yield from _spelt(match)
    for pattern in (_IS, _STAMPED, _FOR, _TO, _FROM):
        for match in pattern.finditer(text):
            yield from _named(text, match, sure=False, shape=Verdict.POSSIBLE if pattern is _STAMPED else Verdict.KNOWN)
    for match in _MARKED.finditer(text):
        yield from _named(
            text, match, sure=not match["subject"], shape=Verdict.KNOWN if match["subject"] else Verdict.WORD
        )
    for match in _PARTY.finditer(text):
        yield from _named(text, match, sure=False, shape=Verdict.KNOWN)
    for match in _NOT_BUT.finditer(text):
        yield from _either(text, match)


def _named(text: str, match: re.Match[str], *, sure: bool, shape: Verdict) -> Iterator[Found]:
    group = next(key for key, value in match.groupdict().items() if value)
    name, (start, end) = match[group], match.span(group)
    if name in _NOT_HERE or name in FAMOUS or name in PEOPLE or name in ROLES or name in NO_PERSON:
        return
    verdict = judge(name)
    classes = set(classes_of(name))
    if _HIRA.fullmatch(name) and (is_inflected(name) if sure else not _kana_name(text, start, end)):
        return
    if verdict is Verdict.KNOWN:
        common = is_plain(name) or OTHER in classes or (is_place(name) and not sure)
        yield Found(start, end, sure or not common)
    elif text.startswith("です", end) and _KATA.fullmatch(name) and verdict is Verdict.POSSIBLE:
        yield Found(start, end, sure=False)
    elif verdict is Verdict.POSSIBLE and (shape is not Verdict.KNOWN or (classes == {PLACE} and match.re is _FOR)):
        if not _BODY.search(name):
            yield Found(start, end, sure)
    elif verdict is Verdict.WORD and (shape is Verdict.WORD or (sure and len(name) < 3)):
        yield Found(start, end, sure=bool(_HIRA.fullmatch(name)))


def _kana_name(text: str, start: int, end: int) -> bool:
    """Whether hiragana are read like a name, and are no verb or particle."""
    name = text[start:end]
    if is_given(name) or is_surname(name):
        return True
    kinds = set(reading_of(text).kinds[start:end])
    return (reads_given(name) or reads_surname(name)) and not kinds <= {PARTICLE, OTHER}


def _spelt(match: re.Match[str]) -> Iterator[Found]:
    group = next(key for key, value in match.groupdict().items() if value)
    words = match[group]
    if judge(words) is Verdict.KNOWN or _SPELLING.search(words):
        yield Found(*match.span(group), bool(_SPELLING.search(words)) or not {NOUN, PLACE} & set(classes_of(words)))


_SPELLING = regex(
    f"漢数字の|[{HAN}][{HIRAGANA}]{{0,3}}の[{HAN}](?:と|に|、|$)|へんに|偏に|冠に|かんむりに|さんずい"
    f"|にんべん|きへん|くさかんむり"
    f"|^[{HAN}]に[{HAN}]|^[{HAN}][のが][{HAN}]|[{HAN}]の[{HAN}]が[{HAN}]"
    f"|^[{HAN}][がに][{HIRAGANA}{HAN}]{{2,5}}$|平仮名で|ひらがなで|片仮名で|カタカナで"
)


def _either(text: str, match: re.Match[str]) -> Iterator[Found]:
    """坂井でなく酒匂: both are names if each may be one and the dictionary has one of them for nothing else."""
    names = [match["name"], match["other"]]
    if any(name in PEOPLE or name in ROLES or name in NO_PERSON or judge(name) is Verdict.NO for name in names):
        return
    known = [
        is_surname(n) or is_given(n) or _kana_name(text, *match.span(g))
        for n, g in zip(names, ("name", "other"), strict=True)
    ]
    if not all(known):
        return
    plain = [is_plain(name) or OTHER in classes_of(name) for name in names]
    places = [PLACE in classes_of(name) for name in names]
    if all(plain):
        return
    for group in ("name", "other"):
        yield Found(*match.span(group), not any(plain) and not all(places))


FRAME = NameRule("said", lambda view: search(view.text))
