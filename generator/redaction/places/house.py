"""What stands behind the number of a house: building, wing, room, «in care of».

Owns shapes only; how the number itself is written, `grammar` knows.
"""

from __future__ import annotations

import re

from generator.patterns import regex

HAN = "々〆\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HIRAGANA = "ぁ-ゖゝゞ"
KATAKANA = "ァ-ヺーヽヾ"

HOUSE_WORDS = (
    "コーポ|ハイツ|メゾン|マンション|アパート|荘|住宅|団地|レジデンス|ヴィラ|ビル|タワー|パーク"
    "|プラザ|ハイム|ハウス|コート|ヒルズ|テラス|アパートメント|"
    "ガーデン|パレス|シャトー|カーサ|フラット|ドミトリー|寮|社宅|宿舎|官舎|公舎|別館|本館"
    "|[0-9壱弐参]番館|号棟|号館|棟|号室"
)
_WORD = f"{HAN}{HIRAGANA}{KATAKANA}A-Za-zⅠ-Ⅹ・&'’"
_NO_HOUSE = (
    f"[{HAN}]{{0,6}}(?:コード|カード|クレジット|メール|フリガナ|ローン|センター|データ"
    "|システム|ナンバー|パス|アカウント)"
)
_HOUSE = regex(
    rf"(?P<gap>[ ]*\n[ ]{{0,16}}(?!{_NO_HOUSE})(?=[{HAN}{HIRAGANA}ノツケヶ]{{0,8}}(?:[{KATAKANA}]{{2}}|{HOUSE_WORDS}))"
    rf"|[ ]{{0,3}}|の(?=アパート|APT|[A-Z]{{2}})|[、・/](?=[{HAN}{HIRAGANA}]{{0,6}}(?:[{KATAKANA}]{{2}}"
    rf"|{HOUSE_WORDS})))"
    rf"(?P<name>(?!(?:Tel|TEL|Fax|FAX|Mail|MAIL|Email|No|ID|URL|LINE)(?![a-z]))(?:のアパート、?|アパート、)?(?=[{HAN}{HIRAGANA}ノツケヶ0-9]{{0,8}}(?:[{KATAKANA}]{{2}}"
    rf"|[{KATAKANA}]・"
    rf"|{HOUSE_WORDS})|[A-Z][A-Za-z]|APT)[{_WORD}]{{1,22}}(?:の(?=[0-9]))?)"
    rf"?"
    rf"(?P<wing>[ ]{{0,2}}(?:[A-Z0-9]{{1,2}}|[0-9十百]{{1,4}}|[壱弐参東西南北本新別イロハニ])(?:号棟|号館|棟|番館|館))?"
    r"(?P<room>[ ]{0,2}の?[A-Zイロハニ#]?-?[0-9十百]{1,5}(?:-[0-9]{1,4})*(?:-?[A-H](?![A-Za-z]))?("
    r"?![0-9-])(?:号室|号棟|号|階[東西南北奥左右]?側?|F"
    r"|(?![%年月日時分件名人円回歳才代枚通点]))(?:[ ]?[0-9]{1,4}号室?)?|[ ]?[0-9]{1,2}(?:F"
    r"|階[東西南北奥左右]?側?))?"
)
_ROOM = regex(
    "(?: ?#[0-9]{2,4}|/[0-9]{3,4}(?![0-9/年月])|[(][0-9]{3,4}(?:号室?)?[)]|-[A-Z][0-9]{2,4}"
    "| [A-Z]?[0-9]{2,4}号室?"
    "|(?: [ァ-ヺー]{2,12} ?| )[イロハニホヘトいろはにほへと]-?[0-9十]{0,3}号室?)(?![0-9])"
)
_BRACKETED = regex(
    rf"[ ]?[(](?:[{_WORD}]{{0,14}}(?:{HOUSE_WORDS}|苑|施設|[{KATAKANA}]{{3}})[{_WORD}]{{0,4}}[ ]?[A-Z]?"
    r"[0-9-]{0,6}(?:号室|号|階)?"
    rf"|[{HAN}{KATAKANA}]{{1,6}}様?方)[)]"
)
"""A building, its kind or «in care of» in brackets behind the number: (つくし荘203), (社員寮), (佐藤方)."""
_HOME_KINDS = f"(?:ホーム|苑|荘|園|施設)(?:内|入居中?)?(?![{HAN}{HIRAGANA}{KATAKANA}])"
_INSTITUTION = regex(rf"[ ]{{1,2}}[{HAN}{HIRAGANA}{KATAKANA}]{{2,20}}{_HOME_KINDS}")
_PUBLIC = regex("[ ]?[都道府県市区町村公]営(?:住宅)?[ ]?[A-Z0-9]{1,3}(?:号?棟)?[- ][0-9]{1,4}(?:号室?)?(?![0-9])")
_NO_LOT = regex("(?:[ノの]内(?:第?[0-9一二三四五六七八九十]{1,3})?|無番地?|番外地?|[0-9]{1,4}番地?先?外)(?![0-9])")
_MASKED = regex("(?:[ -]?[●○◯*×■〇]{1,4}(?:番地?|号室?|丁目|の|-)?){1,4}")
"""What a mask left of the rest: 2丁目●番●号, 2-3-○○."""
_YAGO = regex(
    rf"[ 、(「]{{1,2}}(?:集落名?|屋号)[ は:「]{{1,2}}[{HAN}{HIRAGANA}{KATAKANA}]{{1,8}}(?:[ ]屋号[ 「]{{1,2"
    rf"}}[{HAN}{HIRAGANA}{KATAKANA}]{{1,8}})?[」)]?"
)
_HOUSE_END = regex(f"(?:{HOUSE_WORDS}|階|方)$")
OFFICE_FLOOR = regex("(?:ビル|会館|庁舎|センター|プラザ)[^0-9]{0,4}[0-9]{1,2}(?:階|F)$")
_CARE_OF = regex(rf"先?[ ]{{0,2}}[{HAN}{KATAKANA}]{{1,6}}[ ]?様?方(?![{HAN}])")


def house_end(text: str, digits: str, end: int) -> tuple[int, bool]:
    """`end` moved over a building, a room, or «in care of»; and whether that says that somebody lives there."""
    return max(_house(text, end), _house(digits, end))


def _house(text: str, end: int) -> tuple[int, bool]:
    for pattern in (_CARE_OF, _BRACKETED, _YAGO, _PUBLIC, _NO_LOT, _ROOM):
        if (match := pattern.match(text, end)) is not None:
            return match.end(), True
    match = _HOUSE.match(text, end)
    if match and match.end() > end and _is_house(match):
        last = _CARE_OF.match(text, match.end()) or _BRACKETED.match(text, match.end()) or match
        return last.end(), not OFFICE_FLOOR.search(match.group())
    if (match := _MASKED.match(text, end)) is not None:
        return match.end(), False
    return (match.end(), True) if (match := _INSTITUTION.match(text, end)) is not None else (end, False)


def _is_house(match: re.Match[str]) -> bool:
    name, room, wing = match["name"], match["room"], match["wing"]
    broken = "\n" in match["gap"]
    if name is None:
        named = bool(room and re.search("号室|号|階|F", room))
        return bool(wing or named or (room and match["gap"] == " " and re.fullmatch(" ?[0-9]{3,4}", room))) and not (
            broken and not wing
        )
    if not (room or wing):
        return bool(_HOUSE_END.search(name)) and not broken
    return True
