"""What every rule of names leaves out: posts and relations before a name, labels behind it, words that are none.

Owns the edges of a found name and the few surroundings that make it a branch, a product or a place; not where to look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.left import among_places, goes_on, nobody
from generator.redaction.names.readings import katakana, reads_given, reads_surname
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.together import is_given, is_surname, splits
from generator.redaction.names.vocabulary import FAMOUS, LABELS, NO_PERSON, ROLES
from generator.redaction.words import GIVEN, NOUN, PERSON, PLACE, SUFFIX, SURNAME, classes_of, reading_of, readings_of

if TYPE_CHECKING:
    import re

_JAPANESE = regex(f"[{HAN}{HIRAGANA}]")
_PART = regex("[^ \n・]+")
_NAMED = {SURNAME, GIVEN, PERSON}
_POST = regex(f"[{HAN}{KATAKANA}]{{1,8}}(?:者|人|員|児|長|課|係|班|任|査|幹|事|補|士|師|等|号|番)")
_GLUED = regex(
    f"(?:氏名|お?名前|旧姓|名義|メイギ|カナ|主任|主事|主査|筆頭|後日)[ =:]{{0,2}}(?=[{HAN}{HIRAGANA}{KATAKANA}]{{2}})"
)
_SEAT = regex(f"(?:(?<=[0-9])|[0-9一二三四五六七八九十]{{1,4}})番 ?(?=[{HAN}])|[市町村区都県]?議?会?議員 ?(?=[{HAN}])")
"""12番 or 議員 before the name of who has the seat."""
_KIN = regex(f"(?P<kin>[故亡父母夫妻子孫兄弟姉妹娘])(?=[{HAN}{HIRAGANA}{KATAKANA}]{{2}})")
_LABEL_BEHIND = regex(
    "生 ?年 ?月 ?日|生まれ|性 ?別|電 ?話|携 ?帯|住 ?所|居 ?所|本 ?籍|年 ?齢|[新旧現]?旅券"
    "|免許|被保険者|保険証|口座|番号|コード|カード"
    "|メール|続柄|備考|職業|世帯|宛名|整理番号|車両|氏 ?名|フリガナ|ふりがな|アドレス"
    "|デンワ|ジュウショ|ケイタイ|セイネンガッピ|バンゴウ|TEL|FAX|MAIL|Mail|同(?:行|居|上|記録|席)|[新旧現]住所"
)
_BANK = regex("(?:銀行|信組|信金|信用金庫|信用組合|農協|漁協|労金|金庫|JA[^ \n]{0,8}) ?[:/・]?[ ]?$")
_BRANCH = regex("[ ]?(?:本店|支店|出張所|普通|貯蓄|当座|定期|普[ .・:])")
_THING = regex(
    "(?:さん|くん|ちゃん)?[」』]?の(?:湯|里|庭|像|小径|小道|泉|森公園)|記者クラブ"
    "|錦[」、。 ]|[ ]?(?:信用組合|信用金庫|銀行|農協|酒造|記念館)"
    "|職員の?(?:逮捕|不祥事|処分)|(?:・[^ 、。\n]{1,6})?[^ 、。\n]{0,12}共同企業体"
)
_STREET = regex("殿[町村山川岡]|[上下東西南北御]|[^ 、。]{0,4}[上下入][るル]")
"""What follows a street of Kyoto, or makes 殿 part of a place: 烏丸通御池, 二条殿町."""
_NUMBER_BEHIND = regex("[ \t|,:]{1,6}[0-9][0-9,.:]*(?![-0-9])")
_VERBAL = regex("(?:ある|なる|する|いる|だけ|てしま|できる|という|として|ところ)[ぁ-ゖ]|[等的性化]")
_GOES_ON = regex("(?:[をにがのはも]|で(?![すし]))(?![ぁ-ゖ]*氏)|から|まで")
_QUOTES = tuple("「『(\"'")
_KATAKANA = regex(f"[{KATAKANA}]+")
_PLACES = regex("駅|バス|時刻|町名|町丁|地区|行政区|学区|自治会|大字|人口|世帯数|投票[区率]|区域名")
_WEEKDAY = regex("[月火水木金土日][・、]$")
_COUNTERS = "台枚件人回名本個番号歳円万億千百"
_PLACE_READINGS = (
    (regex(f"[{HAN}]町[(]$"), ("ちょう",)),
    (regex(f"[{HAN}]{{2}}[町村][(]$"), ("まち", "そん", "むら")),
    (regex(f"[{HAN}][市区県府郡][(]$"), ("し", "く", "けん", "ふ", "ぐん")),
)
"""How a municipality is read in the bracket behind it; 小町（こまち） and 中村（なかむら） are people."""
_WRAPPED = regex(f"[{HAN}] *\n[ \n]*$")
_RUBY = regex(f"[(](?P<kana>[{HIRAGANA}{KATAKANA}]{{1,6}})[)]")
_KEYS = "文種区別名額数日件"
_TITLE = regex("[^ ]*(?:[課部局室係署所館園校]長|氏名)")
_SHOW = regex("[」』]?(?:展|賞|記念|美術館|像|作品|杯)")
_OWN = regex("佐藤錦|[本当同他各両][市町村区県府都]|[甲乙丙丁]社|[新旧現前元副正生男女歳計同]|とは|とか|など")
_STATE = regex(
    f"[未非不再要][{HAN}]{{2,3}}|[{HAN}]{{1,4}}(?:済み?|中|待ち|予定|完了|終了|中止|開始|不明|不要|不可|有り|無し|不詳|待)"
)
"""未付番, 照会中: how a matter stands, in the cell where a name could be."""
_TURNED = {"新": "旧", "正": "誤", "後": "前"}
_SPELT = regex("住|所|電|話|携|帯|氏|名|年|齢|性|別|生|職|業")
_SPELLING = regex(
    "住[ ]{1,6}所|電[ ]{1,6}話|携[ ]{1,6}帯|氏[ ]{1,6}名|年[ ]{1,6}齢|性[ ]{1,6}別"
    "|職[ ]{1,6}業|生[ ]{1,3}年[ ]{1,3}月[ ]{1,3}日"
)


def gated(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without what is no name at its ends; nothing if none is left."""
    parts = list(_PART.finditer(text, start, end))
    if len(parts) > 2 and all(len(part.group()) == 1 for part in parts):
        return None if _none(text, start, end) else (start, end)
    while len(parts) > 1 and (_before(parts[0].group()) or text.startswith("相手方", parts[0].start() - 2)):
        parts.pop(0)
    while len(parts) > 1 and (goes_on(text, parts[-1]) or _behind(text, parts)):
        parts.pop()
    if not parts:
        return None
    first, last = parts[0].start(), parts[-1].end()
    if len(parts) < 3:
        first = _relation(parts[0])
    if seat := _SEAT.match(text, first, last):
        first = seat.end()
    if (len(parts) > 1 or last < end) and all(_common(part.group()) for part in parts):
        return None
    return (
        None if _none(text, first, last) or nobody(text, first, last) else (max(first, start), last if parts else end)
    )


def idle(text: str, start: int, end: int) -> bool:
    """Whether asking about a doubtful name would only tire: a word in its sentence, or a place with its number."""
    word = text[start:end]
    classes = set(classes_of(word))
    common = NOUN in classes and not (classes & {*_NAMED, PLACE})
    plain = common or set(reading_of(text).kinds[start:end]) <= {NOUN, SUFFIX}
    if _VERBAL.match(word) or (plain and _GOES_ON.match(text, end) and text[start - 1 : start] not in _QUOTES):
        return True
    if common and len(word) > 2 and _KATAKANA.fullmatch(word) and not (reads_surname(word) or reads_given(word)):
        return True
    if among_places(text, start):
        return True
    if not _NUMBER_BEHIND.match(text, end):
        return False
    line = text.rfind("\n", 0, start) + 1
    block = text.rfind("\n\n", 0, start) + 1
    return _PLACES.search(text, max(block, line - 160), end) is not None


def _before(part: str) -> bool:
    """A post, a relation or a word of forms."""
    return (
        len(part) > 1
        and not is_surname(part)
        and not is_given(part)
        and (part in ROLES or part in NO_PERSON or part in LABELS or _POST.fullmatch(part) is not None)
    )


def _common(part: str) -> bool:
    """A word that nobody is called."""
    if not _JAPANESE.search(part):
        return len(part) > 2 and NOUN in classes_of(part) and not (reads_surname(part) or reads_given(part))
    return part in NO_PERSON or part == "第" or (NOUN in classes_of(part) and not _NAMED & set(classes_of(part)))


def _behind(text: str, parts: list[re.Match[str]]) -> bool:
    last = parts[-1]
    word = last.group()
    if _LABEL_BEHIND.match(text, last.start()):
        return True
    linked = text.startswith(("・", "/"), last.start() - 1)
    turned = _TURNED.get(word)
    if turned and turned in text[max(0, last.start() - 24) : last.start()] and text.startswith(" ", last.end()):
        return True  # 旧 … 新 …
    return (len(parts) > 2 and len(word) == 1 and not is_given(word) and not linked) or (
        len(parts) > 2 and word in "男女同"
    )


def _relation(part: re.Match[str]) -> int:
    """Where the name begins behind 母 or 故 written to it."""
    word = part.group()
    if (glued := _GLUED.match(word)) is not None:
        return part.start() + glued.end()
    kin = _KIN.match(word)
    if not kin or is_surname(word) or is_given(word):
        return part.start()
    rest = word[kin.end() :]
    if splits(word) and not (len(rest) > 1 and is_surname(rest)):
        return part.start()
    return part.start() + (kin.end() if is_surname(rest) or splits(rest) or is_given(rest) else 0)


def _reads_place(text: str, start: int, word: str) -> bool:
    return any(word.endswith(ends) and place.search(text, max(0, start - 6), start) for place, ends in _PLACE_READINGS)


def _tells_state(word: str) -> bool:
    if not _STATE.fullmatch(word):
        return False
    return not (is_surname(word) or is_given(word) or splits(word) or PLACE in classes_of(word))


def _rubied(text: str, end: int, word: str) -> bool:
    """孫(そん): the reading of a surname in a bracket behind it."""
    ruby = _RUBY.match(text, end)
    return ruby is not None and katakana(ruby["kana"]) in readings_of(word, SURNAME)


def _none(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    if word in _COUNTERS and "0" <= text[start - 1 : start] <= "9":
        return True  # 12台
    if word[0] in "月火水木金土日" and _WEEKDAY.search(text, max(0, start - 2), start):
        return True
    if _STREET.match(text, end) and (text[end] == "殿" or word.endswith("通")):
        return True
    if len(word) == 1 and text.startswith("です", end) and _WRAPPED.search(text, max(0, start - 12), start):
        return True  # 状⏎況です
    if (word in ("長", "長 殿", "長殿") and text.startswith("の", start - 1)) or _reads_place(text, start, word):
        return True
    if _TITLE.fullmatch(word) or (word in _KEYS and text.startswith(":", end)):
        return True
    if (
        _tells_state(word)
        or (word in NO_PERSON and not _rubied(text, end, word))
        or _OWN.fullmatch(word)
        or _THING.match(text, end)
        or _SPELLING.fullmatch(word)
    ):
        return True
    if word in FAMOUS and _SHOW.match(text, end):
        return True
    if len(word) == 1 and _SPELT.match(word):
        near = _SPELLING.finditer(text, max(0, start - 12), end + 12)
        return any(match.start() <= start < match.end() for match in near)
    return _BRANCH.match(text, end) is not None and _BANK.search(text, max(0, start - 16), start) is not None
