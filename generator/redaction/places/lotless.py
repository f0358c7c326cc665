"""Addresses that hang on no lot: a town and 在住, a hamlet, a street corner, an estate with a room, Latin letters.

Owns shapes only; whose address it is, `address` judges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.near import from_each, near
from generator.redaction.places.grammar import Address, below_municipality, town_start
from generator.redaction.places.house import HAN, KATAKANA
from generator.redaction.words import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIVES = regex("在住|お住|居住|に住")
_NO_NUMBER = near(
    _LIVES,
    f"(?:[市区]|[町村])(?P<town>(?![内外立営民役長議域画分])[{HAN}ケヶノ]{{1,8}}?)(?=(?:に)?在住"
    f"|にお住|に居住|に住(?:む|んで|み|所))",
    reach=24,
)
_TOWN_ONLY = near(
    _LIVES,
    f"(?<!町・)(?<![{HAN}市区])(?P<town>(?![本当同他各両])[{HAN}ケヶ]{{2,5}}町)(?=(?:に)?在住|にお住"
    f"|に居住|に住(?:む|んで))",
    reach=24,
)
_HAMLET = regex(f"(?<![{HAN}])(?P<town>[{HAN}]{{2,6}}字[{HAN}]{{1,6}})(?=の集落|に在住|にお住|に住)")
_LOTLESS = regex(
    f"(?P<town>(?:大字|字|(?<=[市区])|(?<=[{HAN}]町)|(?<=[{HAN}]村))[{HAN}{KATAKANA}ケヶ]{{1,8}}(?:無番地?|番外地))"
)
_BLACKED = near(
    regex("[●◯○*×■]"),
    f"(?P<town>[{HAN}]{{1,8}}(?:町|字[{HAN}]{{1,5}}|丁目)(?=[^\n。、]{{0,12}}[0-9])[0-9]{{0,4}}(?:丁目"
    "|番地?|-)?[●◯○*×■]{1,4}(?:番地?|丁目|号|-)[0-9●◯○*×■番地号-]*)"
    f"|(?<=[{HAN}][市区町村])(?P<masked>[{HAN}ケヶ]{{1,6}}[0-9]{{1,4}}-(?:[●◯○*×■]{{1,3}}(?:-[0-9"
    f"●◯○*×■]{{1,4}})?"
    "|[0-9]{1,4}-[●◯○*×■]{1,3}))",
)
_LATIN = regex(
    "(?<![0-9A-Za-z-])(?P<town>[0-9]{1,4}(?:-[0-9]{1,4}){1,3},? [A-Z][A-Za-z]+(?:-[A-Za-z]+)*)(?=,? ["
    "A-Z][a-z]+-(?:shi|ku|cho|machi|gun|mura|son)| ?, ?[A-Z][a-z]+ (?:City|Ward|Town)|, Japan)"
)
_LOT = regex(
    f"(?<![0-9A-Za-z{HAN}{KATAKANA}の-])[0-9]{{1,5}}番地(?:の[0-9]{{1,4}})?(?=に|で|の(?:方|家)|です|、|。|」|\\))"
)
_KYOTO = near(
    regex("上る|上ル|下る|下ル|[東西南北]入"),
    f"(?P<town>[{HAN}]{{1,5}}(?:通り?|大路|町|条)[{HAN}]{{0,8}}(?:上る|上ル|下る"
    "|下ル|[東西南北]入(?:[るルり](?:[上下][るル])?)?)"
    f"(?:[{HAN}]{{1,7}}町)?)",
    reach=32,
)
"""A Kyoto street corner, with or without the town behind it; never an office's whole address."""
_SET_APART = regex(
    f"(?<![{HAN}] )(?<![{HAN}])(?P<town>(?![^\\n0-9]{{0,12}}[番号座額計金話])[{HAN}](?: [{HAN}]){{1,5"
    "} ?[0-9]{1,4} ?(?:-|丁 ?目|番 ?地?|の)"
    f"(?: ?(?:[0-9]|-|丁 ?目|番 ?地?|号|の(?= ?[0-9])))*)(?![0-9年月日])"
)
"""Letters set apart by spaces, as in justified forms: 末 広 町 7 - 2."""
_APART = regex(f"[{HAN}](?= [{HAN}])")
_HOKKAIDO = regex(
    f"(?:(?<=[市区町])|(?<![{HAN}0-9]))(?P<town>[南北][0-9]{{1,2}}条?[東西][0-9]{{1,2}}(?:丁目"
    "|-)?(?:[ ]?[0-9]{1,3}(?:"
    "番|-[0-9]{1,4}){0,3}号?)?)(?![0-9度])"
)
_SAID = regex(
    f"(?P<town>[{HAN}ぁ-んァ-ヺ]{{2,10}}?(?:いっ|に|さん|よん|ご|ろく|なな|はっ|はち|きゅう|じゅう)ちょうめ"
    "(?:の?(?:いち|に|さん|よん|し|ご(?!う)|ろく|なな|はち|きゅう|じゅう)+(?:ばんち?|ごう)?)*"
    f"|(?<![{HAN}ぁ-ん])[{HAN}ぁ-んァ-ヺ]{{2,8}}[0-9]{{1,2}}ちょうめ(?:の?[0-9]{{1,3}}(?:ばんち?|ごう|の|-)?){{0,3}})"
)
_SPOKEN_FIGURE = "(?:いち|に|さん|よん|ご|ろく|なな|はち|きゅう|じゅう|ぜろ|れい)"
_SPOKEN = regex(
    f"(?P<town>[{HAN}]{{2,8}}の?(?:いち|よん|ろく|なな|はち|きゅう|じゅう){_SPOKEN_FIGURE}{{0,3}}"
    f"(?:の{_SPOKEN_FIGURE}{{1,4}}){{2,3}})"
)
"""A lot as one says it on the telephone: 塩入きゅうのきゅうのはち."""
_SAME = regex(
    "(?<![一-龠])同(?:所|町|字|番地)?(?:の)? ?(?P<town>[0-9]{1,4}(?:-[0-9]{1,4}){2,3}(?:号室?)?(?: [0"
    "-9]{3,4})?)(?![0-9-]|年|月|日)"
)
"""同3-33-5 101: the town was said before."""
_NUMBERED = regex(
    "(?<![0-9A-Za-z一-龠ァ-ヶ-])(?P<town>[0-9]{1,3}番(?:地)?(?:の)?[0-9]{1,3}号(?:[0-9]{1,4}号室)?)(?![一-龠])"
)
_BOX = regex(f"(?:[{HAN}]{{1,8}}郵便局)?[ ]?(?P<town>私書箱第?[ ]?[0-9]{{1,5}}号?)")
_ROMAN = regex(
    "(?<=[市区町村])(?P<mixed>[A-Z][a-z]{2,} [0-9]{1,4}(?:-[0-9]{1,4}){1,3}(?:,? #?[0-9]{2,4})?)"
    "|(?<=-(?:shi|gun), )(?P<led>[0-9]{1,4}(?:-[0-9]{1,4}){1,3},? [A-Z][a-z]{2,}(?:-[a-z]+| [A-Z][A-Za-z0-9]+){0,3})"
    "|(?<=-shi )(?P<city>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})? [0-9]{1,4}(?:-[0-9]{1,4}){1,3}(?:, [A-Z]["
    "A-Za-z0-9 ]{2,24}(?:[0-9]F?|F))?)|"
    "(?P<town>[A-Z][a-z]+-?(?:cho|machi|mura|dai|gaoka),? [0-9]{1,4}(?:-[0-9]{1,4}){1,3}"
    "|(?<![0-9-])[0-9]{1,4}(?:-[0-9]{1,4}){1,3},? [A-Z][a-z]+-?(?:cho|machi|mura"
    "|dai|gaoka))(?![a-z])"
)
_ROOM = regex("(?<![0-9A-Za-z-])(?:[A-Z0-9]{1,2}号?棟[ ]{0,2}[0-9]{3,4}(?:号室?)?|[0-9]{3,4}号室)")
_ESTATE = regex(
    "(?:団地|住宅|ハイツ|コーポ|アパート|マンション|荘|レジデンス|ハイム|メゾン"
    "|パレス|ヴィラ|コート|ヒルズ|テラス|寮|社宅|宿舎|官舎|公舎)"
    "[ ]?の?(?:[A-Z0-9イロハニ]{1,2}号?棟?-?[ ]?)?[0-9]{1,4}(?:-[0-9]{1,4})?"
    "(?:号棟|棟)?[ ]?(?:[0-9]{2,4})?(?:号室|号)?(?![0-9年月日件人名戸世棟万円])"
)
_NAMED_ROOM = near(
    regex("[0-9]{2}(?![0-9年月日件人名戸世棟万円-])"),
    f"(?<![{HAN}{KATAKANA}ぁ-ゖ])(?:(?:コーポ|ハイツ|メゾン|ヴィラ|レジデンス|グラン"
    "|サン|パレス|ロイヤル|シャトー|カーサ|ハイム|リバー|シティ|プレ|アーバン|エス"
    "|ライオンズ|パーク|フラワー|グリーン)"
    f"[{HAN}{KATAKANA}ぁ-ゖ]{{1,12}}[ ]?(?:[A-Z]-?)?[0-9]{{2,4}}(?:号室?)?|[{HAN}{KATAKANA}]{{0,6}}["
    f"{KATAKANA}]{{3}}[{HAN}{KATAKANA}]{{0,6}}[ ]?[A-Z]?-?[0-9]{{3,4}}号室)"
    "(?![0-9年月日件人名戸世棟万円-])",
    reach=40,
)
_TWO = regex("[0-9][^0-9]+[0-9]")
_ESTATE_NAME = regex(
    f"(?:[{HAN}{KATAKANA}ケヶノ]{{2,14}}|[{HAN}]{{1,3}}[がの][{HAN}]{{1,3}}[{KATAKANA}]{{0,8}}"
    f"|(?<![ぁ-ゖ])[ぁ-ゖ]{{2,5}}|[都道府県市町村]営[{HAN}{KATAKANA}ぁ-ゖ]{{2,8}}"
    f"|(?<![ぁ-ゖ])(?![はがのをにとでもへや])[ぁ-ゖ]{{1,4}}[{HAN}{KATAKANA}]{{1,10}})\\Z"
)


_WORDED = (
    (_NO_NUMBER, 1, _LIVES),
    (_TOWN_ONLY, 1, _LIVES),
    (_HAMLET, 3, regex("字")),
    (_LOTLESS, 3, regex("[無外]番?地|無番")),
    (_LATIN, 4, regex("-(?:shi|ku|cho|machi|gun|mura|son)|City|Ward|Town|Japan")),
    (_ROMAN, 3, regex("[a-z]-?(?:cho|machi|mura|dai|gaoka|shi[ ,]|gun,)|[市区町村][A-Z]")),
    (_KYOTO, 3, regex("[上下][るル]|[東西南北]入")),
    (_SAID, 3, regex("ちょうめ")),
    (_SPOKEN, 3, regex("(?:いち|さん|よん|ろく|なな|はち|きゅう|じゅう)の")),
    (_BLACKED, 3, regex("[●◯○*×■]")),
)
"""Patterns over the words, how far down each goes, and what must occur for one to be worth trying."""
_FIGURED = (
    (_HOKKAIDO, 3, regex("[南北][0-9]")),
    (_SET_APART, 3, regex(f" [{HAN}] ?[{HAN}0-9]")),
    (_BOX, 2, regex("私書箱")),
    (_NAMED_ROOM, 2, regex(f"[{KATAKANA}ー].{{0,12}}[0-9]{{2}}")),
    (_LOT, 2, regex("番地")),
    (_SAME, 3, regex("同")),
    (_NUMBERED, 3, regex("番")),
    (_ROOM, 1, regex("棟|号室")),
)


def without_lot(text: str, digits: str) -> Iterator[Address]:
    """Addresses without a lot: a town and 在住, a hamlet, a street corner, a room, an estate, Latin letters."""
    for pattern, weight, sign in _WORDED:
        for match in pattern.finditer(text) if sign.search(text) else ():
            start, end = match.span(match.lastgroup or 0)
            if pattern is _KYOTO:
                start = town_start(reading_of(text), start + 1)
            yield Address(below_municipality(text, start, end), end, start - (pattern is _NO_NUMBER), weight)
    yield from _rooms(digits)


def _rooms(digits: str) -> Iterator[Address]:
    """Addresses that a number makes: letters set apart, a box, an estate, a room or a lot alone."""
    for pattern, weight, sign in _FIGURED:
        if not sign.search(digits):
            continue
        for match in from_each(_APART, pattern, digits) if pattern is _SET_APART else pattern.finditer(digits):
            start, end = match.span(match.lastgroup or 0)
            yield Address(start, end, start, weight + (pattern is _NAMED_ROOM and "号" in match.group()))
    for match in _ESTATE.finditer(digits):
        name = _ESTATE_NAME.search(digits, max(0, match.start() - 14), match.start())
        if name:
            room = "号室" in match.group() or ("号" in match.group() and _TWO.search(match.group()))
            yield Address(name.start(), match.end(), name.start(), 4 if room else 2)
