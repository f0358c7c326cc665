"""Names before さん, 様, 氏, 容疑者, and before 課長 or のおばあさん when the dictionary knows them."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, written_given
from generator.redaction.names.romaji import is_romaji_name
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA, LATIN
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.slots import before
from generator.redaction.names.together import is_given, is_surname
from generator.redaction.names.triggers import Trigger, following
from generator.redaction.names.vocabulary import FAMOUS, PEOPLE, ROLES
from generator.redaction.words import NOUN, PLACE, PREFIX, PROPER, SUFFIX, SURNAME, Reading, classes_of, reading_of

_OPENERS = " \n\t(「『【[、。・:/|→=＝><～~"
_SHORT = regex(f"[{HIRAGANA}]{{1,2}}")
_HAN_RUN = regex(f"[{HAN}]+\\Z")
_INITIAL = regex("[A-Z]")
_BRAND = regex(
    "(?:広場|バス|まつり|祭|号(?!室)|通り|体操|音頭|カード|基金|プラン|ひろば|食堂|文庫|市場|家の猫|バンク"
    "|コーナー|タウン|キャラ)"
)
_TOLD_APART = regex(f"[(][{HAN}{HIRAGANA}]{{1,3}}[)]$")
_READING = regex(f"[{HIRAGANA}{KATAKANA}{LATIN} ・.,=-]{{2,24}}")
_DATED = regex("(?:四月一日|八月一日|八月朔日|四月朔日|六月一日|十二月一日|五月七日|十六夜)\\Z")
"""Surnames that are written like days: わたぬき, ほづみ."""
_CALLED = regex(f"(?:^|[^{HIRAGANA}]|[はがのにをとも]|する)(?P<name>[{HIRAGANA}]{{2,3}})\\Z")
_NOT_CALLED = frozenset(
    ("あか", "おに", "おね", "ぼく", "おば", "おじ", "あに", "あね", "匿名", "無記名", "御中", "各位")
)
_OWN_RUN = regex(
    f"(?:^|[^{HAN}{KATAKANA}]"
    f"|(?P<role>{'|'.join(sorted((re.escape(w) for w in ROLES if len(w) > 2), key=len, reverse=True))}))"
    f"(?P<name>[{HAN}]{{1,4}})\\Z"
)
_RANKS = ("主任", "主査", "主事", "技師", "主幹", "参事")
_SPOKEN = regex("(?:ただいま|いま|うち|おおく|かく|さき|つぎ|まえ|ほか|みな|さきほど|それぞれ)の|ただし|ただいま|いま")
"""What speakers put before a post: ただいまの委員, うちの課長, ただし委員は."""
_NO_POST = frozenset("新現元前旧全各副正総同")
_LISTED = regex("(?:様|さん|氏)、\\Z")
_TOWN = regex("[市町村区県都府郡]$")
_NOT_AFTER = {
    "氏": "名家族子神族",
    "様": "式子々態相方",
    "君": "臨主",
    "殿": "堂様下",
    "某": "所日",
    "さん": "室橋",
    "サマ": "ー",
    "方": "法針向面式々策",
    "先生": "方",
}
"""Characters that make the honorific the head of another word: 氏名, 様式, 家族."""


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name before an honorific, a post or a relation."""
    r = reading_of(text)
    return tuple(found for trigger in following(text) if (found := _judged(r, trigger)) is not None)


def _judged(r: Reading, trigger: Trigger) -> Found | None:
    start, stop = trigger.start, trigger.end
    if start == 0 or _heads_another_word(r.text, stop, trigger.word):
        return None
    end = _trimmed(r.text, start)
    if end == 0:
        return None
    if trigger.role == "honorific":
        return _honoured(r, trigger, end)
    if trigger.role == "post" and (told := _TOLD_APART.search(r.text, max(0, end - 5), end)):
        end = told.start()  # 大川（弘）委員
    elif r.edges[start] == "0" or start != end:
        return None
    begin = before(r, end) if end else None
    if begin is None or not _plain_before(r, begin):
        return None
    name = r.text[begin:end]
    if trigger.role == "post":
        return _official(r, begin, end, stop)
    if name.isascii() and is_romaji_name(name) and trigger.word.startswith("の"):
        return Found(begin, end)
    if judge(name) is Verdict.KNOWN and (len(trigger.word) > 1 or is_surname(name) or " " in name):
        return Found(begin, end)
    return None


def _heads_another_word(text: str, stop: int, word: str) -> bool:
    """氏名, 様式, はまちゃん祭り; or a name that is said to be made up."""
    following = text[stop : stop + 1]
    return (
        following in tuple(_NOT_AFTER.get(word, ""))
        or bool(_BRAND.match(text, stop))
        or text.startswith("(仮名)", stop)
    )


def _trimmed(text: str, place: int) -> int:
    """The place moved left over at most two spaces or a line end, and a closing quote or bracket."""
    while place > 0 and text[place - 1] in " \n」』":
        place -= 1
    return place


def _honoured(r: Reading, trigger: Trigger, end: int) -> Found | None:
    start = trigger.start
    gap = r.text[end:start]
    if (run := _cut_wrongly(r, start)) is not None and not gap:
        return Found(run, start)
    if not _takes(r, trigger, gap):
        return None
    if r.text[end - 1] == ")":
        opening = r.text.rfind("(", max(0, end - 26), end)
        if opening < 1 or trigger.word in ("方", "君", "某") or not _READING.fullmatch(r.text, opening + 1, end - 1):
            return None
        end = opening
    begin = before(r, end)
    if begin is not None and begin < end:
        lettered = begin > 0 and _INITIAL.match(r.text, begin - 1) and not _INITIAL.match(r.text, max(0, begin - 2))
        begin -= bool(lettered and end - begin < 3)
        if judge(r.text[begin:end]) is not Verdict.NO:
            return _named(r.text, begin, end, trigger)
    return None if gap else _by_itself(r.text, end, trigger.word)


def _takes(r: Reading, trigger: Trigger, gap: str) -> bool:
    """Whether the honorific is a word of its own, and may have such a gap before it."""
    inside = r.edges[trigger.start] == "0" and not gap and r.begin(trigger.start) < trigger.start
    if inside and trigger.word in ("様", "氏", "殿", "君", "某"):
        return False
    spaced = ("様", "さま", "殿", "さん", "氏", "くん", "君", "ちゃん", "先生")
    return "\n" not in gap and (not gap or trigger.word in spaced)


def _named(text: str, begin: int, end: int, trigger: Trigger) -> Found | None:
    name = text[begin:end]
    if name in FAMOUS and trigger.word in ("翁", "先生", "氏"):
        return None
    if (
        trigger.word in ("君", "嬢", "翁", "某", "親子", "兄弟", "姉妹", "一家", "選手", "夫人", "棋士")
        and judge(name) is not Verdict.KNOWN
    ):
        return None
    short = not is_given(name) and (is_surname(name) or _SHORT.fullmatch(name))
    if trigger.word == "ちゃん" and short and not text[end : trigger.start]:
        return Found(begin, trigger.end)  # a nickname: すずちゃん stays apart, まあちゃん does not
    return Found(begin, end)


def _by_itself(text: str, end: int, honorific: str) -> Found | None:
    """府中さん, 留守様, 四月一日様, けんちゃん: something else by the dictionary; only the honorific tells."""
    if dated := _DATED.search(text, max(0, end - 4), end):
        return Found(dated.start(), end)
    if honorific in ("ちゃん", "くん") and (kana := _CALLED.search(text, max(0, end - 6), end)):
        if not reads_given(kana["name"]) or kana["name"] in _NOT_CALLED:
            return None
        nickname = len(kana["name"]) < 3 and honorific == "ちゃん"
        return Found(kana.start("name"), end + len(honorific) * nickname)
    run = _OWN_RUN.search(text, max(0, end - 12), end)
    if not run or honorific not in ("さん", "様", "氏", "さま", "くん", "ちゃん"):
        return None
    name = run["name"]
    listed = bool(_LISTED.search(text, max(0, run.start("name") - 5), run.start("name")))
    told = listed or (honorific != "様" and name == "神")
    if name in ROLES or name in _NOT_CALLED or name in "甲乙丙丁" or (name in PEOPLE and not told):
        return None
    classes = set(classes_of(name))
    if honorific in ("ちゃん", "くん") and written_given(name):
        return Found(run.start("name"), end)
    if SURNAME in classes or (PLACE in classes and not _TOWN.search(name)):
        return Found(run.start("name"), end)
    return Found(run.start("name"), end, sure=False) if run["role"] and honorific in ("様", "氏") else None


def _cut_wrongly(r: Reading, start: int) -> int | None:
    """Where a surname begins that fills the kanji before 様, for all that the dictionary reads 本様."""
    if r.edges[start] == "1":
        return None
    run = _HAN_RUN.search(r.text, max(0, start - 5), start)
    listed = (
        run
        and run.group() not in "奥皆何神客先上下御"
        and bool(_LISTED.search(r.text, max(0, run.start() - 5), run.start()))
    )
    clan = run and r.text[start] == "氏" and run.group() not in "同両某各彼源平"  # 宮氏, but not 平氏
    return (
        run.start()
        if run and (len(run.group()) > 1 or listed or clan) and len(run.group()) < 5 and is_surname(run.group())
        else None
    )


def _official(r: Reading, begin: int, end: int, stop: int) -> Found | None:
    """A surname right before a post: 桐谷係長, but not 林務課長 or 北支所長."""
    if stop < len(r.text) and r.edges[stop] == "0":
        return None
    name = r.text[begin:end]
    if (
        name in _NO_POST
        or _SPOKEN.fullmatch(name)
        or (r.text[stop - 2 : stop] in ("職員", "記者", "学級") and PLACE in classes_of(name))
    ):
        return None  # 新代表, 本町職員
    if (
        r.text[stop - 2 : stop] in ("市長", "町長", "村長", "区長", "知事", "市議", "町議", "村議", "県議", "区議")
        and " " not in name
        and len(name) < 4
    ):
        return None  # 岬野市長 is the mayor of 岬野市
    if PLACE in classes_of(name) and len(name) > 2 and r.text[begin:stop].endswith(_RANKS) and not _TOWN.search(name):
        return Found(begin, end)
    return Found(begin, end) if is_surname(name) or (judge(name) is Verdict.KNOWN and len(name) > 2) else None


def _plain_before(r: Reading, begin: int) -> bool:
    """Whether the name begins after something that ends a word."""
    return (
        begin == 0
        or r.text[begin - 1] in _OPENERS
        or r.kinds[begin - 1] not in (NOUN, PROPER, PREFIX, SUFFIX)
        or is_given(r.text[begin - 1])
    )


HONORIFIC = NameRule("honorific", lambda view: search(view.text))
