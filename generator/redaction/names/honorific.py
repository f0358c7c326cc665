"""Names before さん, 様, 氏, 容疑者, and before 課長 or のおばあさん when the dictionary knows them."""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import regex
from generator.redaction.names.romaji import is_romaji_name
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.shapes import HAN, HIRAGANA, KATAKANA, LATIN, Verdict, is_given, is_surname, judge
from generator.redaction.names.slots import before
from generator.redaction.names.triggers import Trigger, following
from generator.redaction.names.vocabulary import FAMOUS
from generator.redaction.words import NOUN, PREFIX, PROPER, SUFFIX, Reading, reading_of

_OPENERS = " \n\t(「『【[、。・:/|→=＝><～~"
_SHORT = regex(f"[{HIRAGANA}]{{1,2}}")
_HAN_RUN = regex(f"[{HAN}]+\\Z")
_INITIAL = regex("[A-Z]")
_BRAND = regex(
    "(?:広場|バス|まつり|祭|号(?!室)|通り|体操|音頭|カード|基金|プラン|ひろば|食堂|文庫|市場|家の猫|バンク|コーナー|タウン|キャラ)"
)
_TOLD_APART = regex(f"[(][{HAN}{HIRAGANA}]{{1,3}}[)]$")
_READING = regex(f"[{HIRAGANA}{KATAKANA}{LATIN} ・.,=-]{{2,24}}")
_NOT_AFTER = {
    "氏": "名家族子神族",
    "様": "式子々態相方",
    "君": "臨主",
    "殿": "堂様下",
    "某": "所日",
    "さん": "室ち橋",
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
    if r.edges[start] == "0" and not gap and r.begin(start) < start and trigger.word in ("様", "氏", "殿", "君", "某"):
        return None
    if "\n" in gap or (gap and trigger.word not in ("様", "さま", "殿", "さん", "氏", "くん", "君", "ちゃん", "先生")):
        return None
    if r.text[end - 1] == ")":
        opening = r.text.rfind("(", max(0, end - 26), end)
        if opening < 1 or trigger.word in ("方", "君", "某") or not _READING.fullmatch(r.text, opening + 1, end - 1):
            return None
        end = opening
    begin = before(r, end)
    if begin is None or begin == end:
        return None
    lettered = begin > 0 and _INITIAL.match(r.text, begin - 1) and not _INITIAL.match(r.text, max(0, begin - 2))
    begin -= bool(lettered and end - begin < 3)
    name = r.text[begin:end]
    if name in FAMOUS and trigger.word in ("翁", "先生", "氏"):
        return None
    verdict = judge(name)
    if verdict is Verdict.NO or (
        trigger.word in ("君", "嬢", "翁", "某", "親子", "兄弟", "姉妹", "一家", "選手", "夫人", "棋士")
        and verdict is not Verdict.KNOWN
    ):
        return None
    if (
        trigger.word == "ちゃん"
        and not is_given(name)
        and (is_surname(name) or _SHORT.fullmatch(name))
        and not r.text[end:start]
    ):
        return Found(begin, trigger.end)  # a nickname: すずちゃん stays apart, まあちゃん does not
    return Found(begin, end)


def _cut_wrongly(r: Reading, start: int) -> int | None:
    """Where a surname begins that fills the kanji before 様, for all that the dictionary reads 本様."""
    if r.edges[start] == "1":
        return None
    run = _HAN_RUN.search(r.text, max(0, start - 5), start)
    return run.start() if run and 1 < len(run.group()) < 5 and is_surname(run.group()) else None


def _official(r: Reading, begin: int, end: int, stop: int) -> Found | None:
    """A surname right before a post: 桐谷係長, but not 林務課長 or 北支所長."""
    if stop < len(r.text) and r.edges[stop] == "0":
        return None
    name = r.text[begin:end]
    if (
        r.text[stop - 2 : stop] in ("市長", "町長", "村長", "区長", "知事", "市議", "町議", "村議", "県議", "区議")
        and " " not in name
        and len(name) < 4
    ):
        return None  # 岬野市長 is the mayor of 岬野市
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
