"""What stands where a name could and is nobody's: made-up persons, shops, sites, materials, words cut from their place.

Judges a found stretch by its own words and what stands right beside it; the edges of a name are the gate's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.scripts import HAN
from generator.redaction.names.together import is_surname, splits
from generator.redaction.names.vocabulary import FAMOUS

if TYPE_CHECKING:
    import re

_MADE_UP = regex("(?:テスト|ダミー|サンプル|見本|架空|記入例)[ の:]{0,2}\\Z")
_CALLED_SO = regex(
    "」?(?:さん|様|氏)?[ ]?[(](?:仮名|仮称|架空|匿名)[)]"
    "|」?という(?:集落|地区|字(?!の方)|地名|町名|駅|山|川|店|犬|猫|システム|事業|制度|建物|橋|公園|屋号|商品|品種|バス停)"
    "|[(](?:市|町|村|県|国|府|都|区)指定|[」』]?(?:など|等|といった)の?(?:既製の)?(?:認印|三文判|シャチハタ|印鑑|判子)"
)
_QUOTED_STAMPS = regex(
    "」(?:、?「[^「」\n]{1,4}」){1,4}(?:など|等|といった)の?(?:既製の)?(?:認印|三文判|シャチハタ|印鑑|判子)"
)
_MATERIAL = regex("(?:^|[ 番])(?:木|土蔵|鉄骨|石|煉瓦|ブロック|軽量鉄骨|鉄筋)造$")
_SITE = regex(
    f"[{HAN}]{{2,}}(?:跡地|[小中高]跡|入口|付近|一円|公民館|[市町村県私区国]立)|[{HAN}ァ-ヴー]+屋"
    f"|[{HAN}]{{2,4}}[史誌]編?|[{HAN}ァ-ヴー]{{2,}}[課係室局部] [{HAN}ァ-ヴー]{{2,}}(?:班|係|担当|グループ|チーム)"
)
_SUM = regex("(?:^|[ 額料費代計])(?:金|第|約|計|各)$")
_LETTERED = regex(f"[A-E][{HAN}]|[A-Z][氏様君]?")
_TOLD_APART = regex("[^。\n]{0,30}(?:仮名|仮称|匿名|表記|表示|イニシャル|頭文字)")
_FORM = regex("(?:支店|本店|金融機関|銀行|店舗)名?[ :]{1,4}\\Z")
_PLACES = regex(
    "(?:地区|集落|自治会|集会所|町内会?|字名?|駅|路線|停留所|学区)[^()\n]{0,6}[(][^()\n]{0,40}\\Z"
    "|(?:収集|巡回|運行|停車|配布|回収|除雪|散水|検針|清掃)(?:日|順|地区|区域|曜日|経路|コース)[^\n様さん氏]{0,48}\\Z"
)
_TITLED = ("公", "翁", "卿", "伯", "侯")
_SAID_TO_BE = (
    "は、?(?:品種|商品|銘柄|愛称|屋号|お?店|団体|チ[-ー]ム|飼い?犬|飼い?猫|犬|猫|馬|曲|列車|台風|施設|会社|法人|工区|キャラクタ[-ー])"
    "の?(?:名前|名称|愛称|通称|名|こと|です|で、)"
)
_ABSENT = regex(
    f"」?{_SAID_TO_BE}|」とあるのは、?[^。\n]{{0,10}}(?:の名前|の名称|の愛称|地名|品名)|(?:様|さん|氏)?という(?:方|人|者|職員|児童)[がは]"
    "(?:いらっしゃる|おられる|いる|おる)?(?:わけではあ|わけではご|のではあ|存在し[なま]|実在し[なま]|いな|いませ|おりませ|いらっしゃいませ)"
    "|」?(?:翁|公|先生|博士)?(?:記念[館会公賞]|顕彰|生誕(?:の?地|祭|[0-9百])|文学館|句碑|歌碑|銅像|胸像|遺墨|遺作)"
)
_HAN = regex(f"[{HAN}]")
_CUT = regex(f"[{HAN}] [{HAN}]")
"""期日前 宣誓書: the end of one word and the beginning of the next."""
_TASTES = regex(f"(?:[{HAN}]{{1,2}}[×○△◎] ?)+")
_MARKS = regex("[×○△◎ ]+")
_TYPE_OF_ACCOUNT = regex(".(?:普|当|貯|定)$")
_PAYS = regex("振込|振替|銀行|口座|三井|三菱|UFJ|みずほ|りそな|信金|信組|農協|労金|JA")
_FIGURES = regex("[ .:]{0,2}[0-9]{6,8}(?![0-9])")
_COMPILED = "編予決換積精概計"
"""編さん, 予さん, 換さん: さん stands for a kanji that few can write."""
_AMOUNT_OF = regex(f"[{HAN}]{{2,4}}(?:数|額|率|割合)")
_ABOVE = regex("(?:に|と)(?:同じ|別|一致)|記")
_CONJUNCTIONS = ("なお", "また", "ただし", "ただ", "さて", "私", "わたし")


def nobody(text: str, start: int, end: int) -> bool:
    """Whether nobody is meant."""
    word = text[start:end]
    return (
        _MADE_UP.search(text, max(0, start - 6), start) is not None
        or _CALLED_SO.match(text, end) is not None
        or _QUOTED_STAMPS.match(text, end) is not None
        or _is_thing(text, end, word)
        or (_is_letter(text, start, word) and _TOLD_APART.match(text, end) is not None)
        or _FORM.search(text, max(0, start - 10), start) is not None
        or (word.endswith(_TITLED) and word[:-1] in FAMOUS)
        or _ABSENT.match(text, end) is not None
        or _is_cut(text, start, end)
        or (word == "上" and _ABOVE.match(text, end) is not None)
        or _told_elsewhere(text, word)
    )


def _told_elsewhere(text: str, word: str) -> bool:
    """Whether the text itself says of the word what it is: 「はるか」は品種名."""
    place = text.find(f"「{word}」")
    return place >= 0 and _ABSENT.match(text, place + len(word) + 1) is not None


def _is_cut(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    if _TYPE_OF_ACCOUNT.search(word) and _FIGURES.match(text, end) and _PAYS.search(text, max(0, start - 24), start):
        return True  # 池袋 普 1234567
    if word[-1] in _COMPILED and text.startswith("さん", end) and not is_surname(word):
        return True  # 市史編さん
    if word in "中済内外後前" and start and _HAN.match(text, start - 1):
        return True  # 貸出中
    if _CUT.fullmatch(word) and start and _HAN.match(text, start - 1) and _HAN.match(text, end):
        return True
    if _TASTES.fullmatch(word):
        return not all(is_surname(part) for part in _MARKS.split(word) if part)
    return _AMOUNT_OF.fullmatch(word) is not None and not (is_surname(word) or splits(word))


def among_places(text: str, start: int) -> bool:
    """Whether the word stands in a bracket that lists places: 各地区集会所（本町、藤田."""
    return _PLACES.search(text, max(0, start - 50), start) is not None


def goes_on(text: str, last: re.Match[str]) -> bool:
    """Whether the last word of a stretch begins the next sentence: 相談室 なお、."""
    return last.group() in _CONJUNCTIONS and text.startswith("、", last.end())


def _is_letter(text: str, start: int, word: str) -> bool:
    """Ａ川, Ｋ氏: a letter that stands for somebody."""
    before = "A" <= text[start - 1 : start] <= "E"
    return _LETTERED.fullmatch(word) is not None or (len(word) == 1 and before)


def _is_thing(text: str, end: int, word: str) -> bool:
    if (
        word.startswith(("テスト", "ダミー", "サンプル"))
        or _MATERIAL.search(word)
        or (_SUM.search(word) and "0" <= text[end : end + 1] <= "9")
    ):
        return True
    return _SITE.fullmatch(word) is not None and not is_surname(word)
