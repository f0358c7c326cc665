"""How an address is written: blocks, lots and rooms, and the town's name before them.

Owns shapes only (住居表示に関する法律, 地番, 京都の通り名, 北海道の条丁目, 岩手の地割); whose address it is, `address` judges.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.redaction.places.municipalities import DESIGNATED, TOWNS, WARDS
from generator.redaction.words import PARTICLE, Reading

HAN = "々〆\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HIRAGANA = "ぁ-ゖゝゞ"
KATAKANA = "ァ-ヺーヽヾ"
WORD = f"{HAN}{HIRAGANA}{KATAKANA}A-Za-z"

_N = "[0-9十百千]+"
_UNIT = "丁目|番地|番丁|番町|番|地割|号棟|号室|号|条|線|軒"
_LINK = "(?:-|[ ]?の[ ]?|ノ|~)"
_SIDE = "[東西南北甲乙丙丁イロハニホヘトチリヌ]"
CHAIN = re.compile(
    rf"第?{_N}(?:{_UNIT})?(?:(?:{_LINK}|の(?={_N})|[ ]?{_SIDE}|[ ](?={_N}(?:番|号|-)))?{_N}(?:{_UNIT})?)*(?:{_LINK}?[イロハ甲乙丙](?![{HAN}{KATAKANA}]))?"
)
_UNITED = re.compile(f"{_N}(?:丁目|番地|番丁|番(?!目|号|組|線|台|札|手)|地割|条{_SIDE}?{_N}|線{_SIDE}?{_N})|番外地")
_LINKED = re.compile(rf"{_N}-{_N}|{_N}の{_N}|{_N}ノ{_N}")
_KYOTO = "上る|下る|上ル|下ル|西入る|東入る|西入ル|東入ル|西入|東入|上がる|下がる"

_HOUSE_WORDS = (
    "コーポ|ハイツ|メゾン|マンション|アパート|荘|住宅|団地|レジデンス|ヴィラ|ビル|タワー|パーク|プラザ|ハイム|ハウス|コート|ヒルズ|テラス|"
    "ガーデン|パレス|シャトー|カーサ|フラット|ドミトリー|寮|社宅|宿舎|官舎|公社|公団|別館|本館|弐番館|壱番館|[0-9]番館|号棟|号館|棟|号室|方"
)
_HOUSE = re.compile(
    rf"(?P<gap>[ \n]{{0,3}})(?P<name>(?=[{HAN}{HIRAGANA}]{{0,8}}(?:[{KATAKANA}]{{2}}|[{KATAKANA}]・|{_HOUSE_WORDS})|[A-Z][A-Za-z]|APT)[{HAN}{HIRAGANA}{KATAKANA}A-Za-z・&'’]{{1,22}})?"
    rf"(?P<wing>[ ]{{0,2}}(?:[A-Z0-9]{{1,2}}|[{HAN}])(?:号棟|号館|棟|番館|館))?"
    rf"(?P<room>[ ]{{0,2}}[A-Z]?-?[0-9〇]{{1,5}}(?:-[0-9]{{1,4}})*(?![0-9-])(?:号室|号棟|号|階|F|(?![%年月日時分件名人円回歳才代枚通点]))(?:[ ]?[0-9]{{1,4}}号室?)?|[ ]?[0-9]{{1,2}}[F階])?"
)
_HOUSE_END = re.compile(f"(?:{_HOUSE_WORDS}|階)$")
_CARE_OF = re.compile(rf"[ ]{{0,2}}[{HAN}{KATAKANA}]{{1,6}}[ ]?様?方(?![{HAN}])")
_LEFT = re.compile(f"[{WORD}0-9〇・]+$")
_BREAK = re.compile(
    "(?:現住所|旧住所|新住所|住所|居所|本籍地|本籍|自宅|実家|転居先|宛先|あて先|送付先|届け先|所在地?|居住地|番地|まで|から|より|在住|付け|付近|いう|した|する|ある|いる|れた|って|です|ます|年|月|日|時|分|件|円|同(?!じ)|旧(?=大字|字))$"
)
_PREFECTURE = re.compile("(?:北海道|東京都|京都府|大阪府|[^0-9都道府県 ]{2,3}県)")
_COUNTY = re.compile(f"[{HAN}{HIRAGANA}]{{1,5}}郡(?!山|上|家|元)")
_CITY = re.compile(f"(?:四日市|廿日市|野々市|八日市場|市川|市原|[{HAN}{HIRAGANA}{KATAKANA}]{{1,6}}?)市(?!場|道|民|営|内|立|役|有|街|毛|坪|谷|ケ|ヶ|之|野|部|井|岡|原|尾|川|来|倉|島|田|振|木|右|左|名|村|販)")
_TOWN = re.compile(f"[{HAN}{HIRAGANA}{KATAKANA}]{{1,5}}?[町村]")
_WARD = re.compile(f"[{HAN}]{{1,4}}区")


class Address(NamedTuple):
    """A stretch shaped like an address, below the municipality."""

    start: int
    end: int
    municipality: bool
    """Whether a municipality stands right before it."""
    weight: int
    """How far down it goes: 1 a town and one number, 2 a block, 3 a house number, 4 a room."""


def chain_weight(chain: str) -> int:
    """How precise the numbers are; 0 if they are not an address's."""
    units = len(_UNITED.findall(chain))
    links = chain.count("-") + chain.count("の") + chain.count("ノ")
    if not units and not _LINKED.search(chain):
        return 0
    if "番地" in chain or "番外地" in chain or "号" in chain or (units > 1) or links > 1 or "地割" in chain:
        return 3
    if re.search(f"番{_N}|丁目[ ]?(?:の)?{_N}", chain):
        return 3
    return 2 if not chain.endswith("丁目") else 1


def town_start(r: Reading, end: int) -> int:
    """Where the words begin that stand before the first number, municipality and prefecture included."""
    match = _LEFT.search(r.text, max(0, end - 40), end)
    if not match:
        return end
    start = match.start()
    for place in range(end - 1, start - 1, -1):
        if r.kinds[place] == PARTICLE and not _inside_name(r.text, place):
            return place + 1
        if _BREAK.search(r.text, max(start, place - 3), place + 1) and place + 1 < end:
            return place + 1
    return start


def _inside_name(text: str, place: int) -> bool:
    """が in 緑が丘, の in 北の台; る in 上る."""
    char, following = text[place], text[place + 1 : place + 2]
    return (char in "がのケ" and following in tuple("丘台森里浜原関沢谷島浦宮口町本上下内前後山川畑")) or char in "るルがつ"


def below_municipality(text: str, start: int, end: int) -> tuple[int, bool]:
    """`start` moved over prefecture, county, city, ward, town or village; and whether there was a municipality."""
    place = start
    if (match := _PREFECTURE.match(text, place, end)) is not None:
        place = match.end()
    if (match := _COUNTY.match(text, place, end)) is not None:
        place = match.end()
    if (match := _CITY.match(text, place, end)) is not None:
        return _below_city(text, match, end), True
    if (match := _WARD.match(text, place, end)) is not None and match.group()[:-1] in WARDS:
        return match.end(), True
    for match in _TOWN.finditer(text, place, end):
        whole = text[place : match.end()]
        if whole[:-1] in TOWNS and (match.end() < end or place > start):
            return match.end(), True
        if len(whole) > 6:
            break
    return place, place > start


def _below_city(text: str, city: re.Match[str], end: int) -> int:
    ward = _WARD.match(text, city.end(), end)
    if ward and ward.group()[:-1] in WARDS and city.group()[:-1].endswith(DESIGNATED):
        return ward.end()
    return city.end()


def house_end(text: str, end: int) -> tuple[int, bool]:
    """`end` moved over a building, a room, or «in care of»; and whether it moved."""
    if (care := _CARE_OF.match(text, end)) is not None:
        return care.end(), True
    match = _HOUSE.match(text, end)
    if not match or match.end() == end:
        return end, False
    name, room, wing = match["name"], match["room"], match["wing"]
    if name is None and match["gap"] and not (wing or (room and re.search("号室|号|階|F", room))):
        return end, False
    if name is None and not (room or wing):
        return end, False
    if name and not (room or wing) and not _HOUSE_END.search(name):
        return end, False
    if name and "\n" in match["gap"] and not (room or wing):
        return end, False
    care = _CARE_OF.match(text, match.end())
    return (care.end() if care else match.end()), True
