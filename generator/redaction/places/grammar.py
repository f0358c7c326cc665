"""How an address is written: blocks, lots and rooms, and the town's name before them.

Owns shapes only (住居表示に関する法律, 地番, 京都の通り名, 北海道の条丁目, 岩手の地割);
whose address it is, `address` judges.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.patterns import regex
from generator.redaction.places.house import HAN, HIRAGANA, KATAKANA
from generator.redaction.places.municipalities import DESIGNATED, TOWNS, WARDS
from generator.redaction.words import NOUN, PARTICLE, PLACE, SURNAME, Reading, classes_of

WORD = f"{HAN}{HIRAGANA}{KATAKANA}A-Za-z"

_N = "(?:(?<![0-9-])[0-9]{1,2},[0-9]{3}(?=-[0-9]{1,2}(?![0-9])|番)|[0-9十百千]+)"
_UNIT = "丁目|町目|丁(?=[ ]?[0-9])|番\n地|番地|番丁|番町|番屋敷|番外地|番|地割|号棟|号室|号線|号|条|線|軒"
_LINK = "(?:-|[ ]?の[ ]?|ノ|~)"
_SIDE = "[東西南北甲乙丙丁イロハニホヘトチリヌ]"
_SEAM = "[ ]{0,2}\n[ ]{0,16}"
_COUNTED = rf"{_N}(?:(?:{_SEAM})?(?:{_UNIT}))?"
_BETWEEN = (
    rf"(?:(?:{_SEAM}(?=-[0-9]))?{_LINK}|-?[ ]?{_SIDE}-?|(?:[ ]?|{_SEAM})(?=[0-9十]{{1,4}}(?:番|号))"
    rf"|(?<=目), ?(?=[0-9]{{1,3}}-[0-9]))"
)
CHAIN = regex(
    rf"第?{_COUNTED}(?:{_BETWEEN}?{_COUNTED})*(?:番外地)?"
    rf"(?:{_LINK}?[イロハニホヘト甲乙丙](?:号)?(?![{HAN}{KATAKANA}])|の?第[0-9一二三四五六七八九]"
    r"|-[イロハニA-H]棟[0-9]{1,4}|-[A-H](?![A-Za-z0-9])|F(?![A-Za-z0-9]))?"
)
_JOINS = regex(_SEAM)
_UNITED = regex(
    f"{_N}(?:丁目|町目|丁(?=[ ]?[0-9])|番地|番\n地|番丁|番屋敷|番(?!目|号|組|線"
    f"|台|札|手|通)|地割|条[ ]?{_SIDE}?{_N}|線{_SIDE}?{_N})|番外地"
)
_LINKED = regex(rf"^{_N}-{_N}|^{_N}の{_N}|^{_N}ノ{_N}")
_LONGEST = 60
"""Characters of the numbers of an address; more are a table's."""
_ZERO = regex("(?:^|-)0[0-9]*")
_LONG = regex("[0-9]{6}")
_KYOTO = regex("上る|下る|上ル|下ル|西入|東入|上がる|下がる")
_AZA = regex(f"(?:大|小)?字[{HAN}{KATAKANA}]")
_COUNTER = regex(
    "[年月日時分秒件名人円回歳才枚代通点個%ページ号期位級番条項章款目割章点本冊箱台歩畝反町村市区校"
    "園か箇ヶ組班社者世団筆戸倍桁文字行列ミセキkmcgM㎡kW階部./:,-]"
)

_LEFT = regex(f"[{WORD}0-9〇・]+\\Z")
_BREAK = regex(
    "(?:現住所|旧住所|新住所|住所|居所|本籍地|本籍|自宅|実家|転居先|宛先|あて先|送付先|届け先|所在地?"
    "|居住地|在住|付け|付近|する|した|ある|あった|いる|って|です|ます"
    "|いう|れた|[0-9](?:年|月|日|時|分|件|円|名|人)|同(?!じ)|、)\\Z"
)
_POSTCODE_REST = regex("[0-9]{4}(?![0-9])")
_LEAD = regex("[がのはをにでともへ、・同]+")
_LOT_PART = regex(
    f"(?:字[{HAN}{KATAKANA}]{{1,2}}|[町字村里浦郷][甲乙丙丁イロハニホヘト壱弐参一二三]|(?<![{HAN}])[甲乙丙丁])\\Z"
)
"""What の parts from the rest of a small place's name: 字二の坪, 篠原町乙の部."""
_PREFECTURE = regex("(?:北海道|東京都|京都府|大阪府|[^0-9都道府県 ]{2,3}県)")
_COUNTY = regex(f"[{HAN}{HIRAGANA}]{{1,5}}郡(?!山[市町]|上市(?!町)|家|元)")
_CITY = regex(
    f"(?:四日市|廿日市|野々市|八日市場|市川|市原|[{HAN}{HIRAGANA}{KATAKANA}]{{1,6}}?)市(?!場"
    f"|道[0-9東西南北]|民|営|内|立|役所|有地|街地"
    f"|長|議会|販)"
)
_NO_CITY = frozenset(
    [
        "五日市",
        "八日市",
        "今市",
        "古市",
        "新市",
        "高市",
        "下市",
        "上市",
        "三日市",
        "二日市",
        "六日市",
        "七日市",
        "十日市",
        "海津市",
        "中市",
        "本市",
        "当市",
        "同市",
        "他市",
        "各市",
        "両市",
    ]
)
_TOWN = regex(f"[{HAN}{HIRAGANA}{KATAKANA}]{{1,5}}?[町村](?!長|役|立|内|営|道|民|議)")
_TOWN_END = regex("[町村](?![長役立内営道民議])")
_WARD = regex(f"[{HAN}]{{1,4}}区(?!役所|民|立|内|議|画|域|分)")


class Address(NamedTuple):
    """A stretch shaped like an address, below the municipality."""

    start: int
    end: int
    whole: int
    """Where it begins with its prefecture and municipality."""
    weight: int
    """How far down it goes: 1 a town and one number, 2 a block, 3 a house number, 4 a room."""

    @property
    def municipality(self) -> bool:
        """Whether a municipality stands right before it."""
        return self.whole < self.start


def whole_chain(chain: str) -> str:
    """The numbers without the line ends among them."""
    return _JOINS.sub("", chain) if "\n" in chain else chain


def chain_weight(chain: str) -> int:
    """How precise the numbers are; 0 if they are not an address's by themselves."""
    if chain.isdigit() or len(chain) > _LONGEST:
        return 0
    units = len(_UNITED.findall(chain))
    if _LONG.search(chain) or (chain.count("-") and not units and _ZERO.search(chain)):
        return 0
    links = chain.count("-") + chain.count("の") + chain.count("ノ")
    if not units and not _LINKED.search(chain):
        return 0
    if re.search("番地|番\n地|番外地|番屋敷|地割|[0-9]号", chain) or units > 1 or links > 1:
        return 3
    if re.search(f"番{_N}|丁目[ ]?(?:の)?{_N}", chain):
        return 3
    return 2 if not chain.endswith("丁目") else 1


_KANJI_COUNT = regex("[0-9]?千?[0-9]?百?[0-9]?十?[0-9]?")
"""百二十三, whose digits are figures in a view's `digits`."""


def counts(chain: str, following: str) -> bool:
    """Whether a number without a unit counts what follows it, so that `bare_weight` is 0 whatever stands before it."""
    return "-" not in chain and _COUNTER.match(following) is not None


def bare_weight(town: str, chain: str, following: str, *, municipality: bool) -> int:
    """The weight of a lone number: only a 字, a Kyoto street or a town below its municipality carries one."""
    if _AZA.search(town) and re.fullmatch("[0-9]{1,5}-[甲乙丙丁イロハニA-H](?:-|棟)[0-9]{1,4}", chain):
        return 3
    worded = _KANJI_COUNT.fullmatch(chain) is not None
    if not (chain.isdigit() or worded) or len(chain) > 5 + 2 * worded or _COUNTER.match(following):
        return 0
    if _AZA.search(town) or _KYOTO.search(town) or town.endswith(("番外地", "の部")):
        return 3
    if following and following not in " \n\t)」』、。|,;/→のに<":
        return 0
    if re.search(f"[{HAN}]{{2}}[甲乙丙丁]\\Z", town):
        return 2
    if not municipality and len(town) > 1 and len(chain) < 5 and re.search("[町丘台通]\\Z", town):
        return 1
    if len(chain) > 4 or not re.search(f"[{HAN}]\\Z", town):
        return 0
    if len(town) > 2 and (municipality or re.search(f"[町村][{HAN}]{{2}}", town)):
        return 2
    return 1 if (municipality or len(town) > 1) and PLACE in classes_of(town) else 0


def town_start(r: Reading, end: int) -> int:
    """Where the words begin that stand before the first number, municipality and prefecture included."""
    match = _LEFT.search(r.text, max(0, end - 44), end)
    if not match:
        return end
    start = match.start()
    for place in range(end - 1, start - 1, -1):
        char = r.text[place]
        particle = r.kinds[place] == PARTICLE and "ぁ" <= char <= "ゖ"
        if (particle or char in "をがの") and place + 1 < end and not _inside_name(r.text, place, start):
            start = place + 1
            break
        if place + 1 < end and _BREAK.search(r.text, max(start, place - 3), place + 1):
            start = place + 1
            break
    if r.text[start - 1 : start] == "-" and (rest := _POSTCODE_REST.match(r.text, start, end)) is not None:
        start = rest.end()
    lead = _LEAD.match(r.text, start, end)
    return lead.end() if lead else start


def _inside_name(text: str, place: int, start: int) -> bool:
    """が in 緑が丘, の in 日の出町 and 三の丸, る in 上る: part of a town's name."""
    char, following = text[place], text[place + 1 : place + 2]
    if char in "るルつ":
        return True
    if char == "が":
        return following in tuple("丘台森里浜原関沢谷島浦宮口崎池坂野平岡峠枝元手瀬根花田本鼻峰窪")
    if char == "の" and _LOT_PART.search(text, start, place):
        return True
    if char != "の" or following not in tuple("出丸宮内島木上下前里森台丘口水頭手沢谷浦浜原川坂町山端道辺京門池平坪割"):
        return False
    before = text[max(start, place - 2) : place]
    if before[-1:] in tuple("父母夫妻子孫兄弟姉妹娘氏様者人方親"):
        return False
    return len(before) == 1 or before[:1] in tuple("市区町村郡県字・、。「(:/ はがに")


def below_municipality(text: str, start: int, end: int) -> int:
    """`start` moved over prefecture, county, city, ward, town or village."""
    place = start + text.startswith(("同市", "同町", "同村", "同区"), start - 1 if start else 0)
    for pattern in (_PREFECTURE, _COUNTY):
        if (match := pattern.match(text, place, end)) is not None:
            place = match.end()
    if (match := _CITY.match(text, place, end)) is not None and (
        match.group() not in _NO_CITY or match.group() in ("本市", "当市", "同市")
    ):
        return _below_city(text, match, end)
    if (match := _WARD.match(text, place, end)) is not None and match.group()[:-1] in WARDS:
        return match.end()
    for match in _TOWN.finditer(text, place, end):
        name = text[place : match.end() - 1]
        if name in TOWNS and (match.end() < end or place > start):
            return match.end()
        if len(name) > 5:
            break
    return place if place > start else _inner_town(text, start, end)


def _inner_town(text: str, start: int, end: int) -> int:
    """Behind a town or village that stands amid the words, because other words were taken in before it."""
    for match in _TOWN_END.finditer(text, start + 2, end - 1):
        for size in range(min(5, match.start() - start), 1, -1):
            if text[match.start() - size : match.start()] in TOWNS:
                return match.end()
    return start


def _below_city(text: str, city: re.Match[str], end: int) -> int:
    ward = _WARD.match(text, city.end(), end)
    if ward and ward.group()[:-1] in WARDS and city.group()[:-1].endswith(DESIGNATED):
        return ward.end()
    return city.end()


def is_town(town: str, weight: int, chain: str, *, municipality: bool) -> bool:
    """Whether the words before a number can be a town's name."""
    name = town.lstrip("0123456789・")
    if not name:
        return municipality and weight > 1
    if _NO_TOWN.search(town) and not (
        len(name) > 1 and PLACE in classes_of(name) and (municipality or NOUN not in classes_of(name))
    ):
        return False
    if _AZA.search(name) or _KYOTO.search(name) or re.search(f"[町村][{HAN}]{{2}}", name):
        return True
    if not municipality and not _BLOCK.search(chain):
        if weight == 1 and name[-1] == "町":
            return True
        return _placelike(name, chain.count("-") + chain.count("の") + chain.count("ノ")) or (
            name in "東西南北中本" and chain.count("-") == 2
        )
    return len(name) > 1 or municipality or name in "字乙甲北南東西"


def _placelike(name: str, links: int) -> bool:
    """For hyphenated numbers, which count much else: 町, 丘 or a word that is a place and no common noun."""
    if not re.search(f"[{HAN}ケヶノ]\\Z", name) or len(name) < 2:
        return False
    if links > 1 and name[-1] in "町丘台":
        return True
    if _PLACE_END.search(name):
        return NOUN not in classes_of(name) or PLACE in classes_of(name)
    return bool({PLACE, SURNAME} & set(classes_of(name)))


_PLACE_END = regex(
    "[町村台丘野原田川沢谷島浜浦崎津森山通東西南北宮寺中央字甲乙丙丁]\\Z|の[前上下内脇]\\Z"
    "|本町|団地|住宅|荘|アパート|ハイツ"
)
_BLOCK = regex(f"丁目|番地|番\n地|番外地|番屋敷|地割|条|線|番{_N}")
_NO_TOWN = regex(
    "(?:第|約|全|計|各|(?<![一-龠])延べ?|資料|別表|別紙|様式|議案|報告|諮問|答申|陳情|請願|条例|法律|法|規則"
    "|要綱|指針|項|号|昭和|平成|令和|大正|明治|年度|[0-9]年"
    "|[0-9]月|事案|番号|問|回|午前|午後|電話|内線|階|約款|No|NO|[A-Za-z]|事例|図|表|注|時|型|版|附則"
    "|記号|券|会議室|クラス|座席|最大|合計|款|(?<![一-龠])目|項目|科目|節"
    "|番|級|年生|歳|円|件|率|額|数|量|人|名|それぞれ|折返し|連絡先|携帯|うち|満|記入|誤|予約|物件"
    "|伝票|整理|管理|受付|登録|通知|証書|帳票|口座|普通|当座|支店"
    "|店番)\\Z"
)
