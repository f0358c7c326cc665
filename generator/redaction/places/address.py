"""Home addresses: found by their shape, told from offices, roads and building sites by what stands around them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.places.grammar import (
    CHAIN,
    Address,
    bare_weight,
    below_municipality,
    chain_weight,
    counts,
    is_town,
    town_start,
    whole_chain,
)
from generator.redaction.places.house import HAN, OFFICE_FLOOR, house_end
from generator.redaction.places.lotless import without_lot
from generator.redaction.tables import of_bodies, row_at
from generator.redaction.words import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

HOME_HEAD = regex(
    "(?:住[ ]*所|本[ ]*籍地?|居[ ]*所|居住地|自宅|住居|転居先|転出先|転入先|送付先|届け先|現住地"
    "|方書|最終住所|所在地(?:番)?)\\Z"
)
_LABEL = regex(
    "(?:住[ ]*所|本[ ]*籍地?|居[ ]*所|居住地|自[ ]*宅|住まい|転居先|転出先|転入先|送付先|届け先"
    "|ご依頼主|宛先|返戻|使用場所|罹災場所|住居|避難先|帰省先|実家|方書|家屋|差出人)"
    "(?:[^。\n]{0,14}|[ (（:]*\n[ 〒]*)\\Z"
)
_HOME_AFTER = regex(
    "[」』)）]?(?:あたり|付近|周辺|辺り)?(?:[ ]?(?:在住|に在住|にお住まい|にお住い|に住|に居住|居住"
    "|にある自宅|の自宅|の御自宅|のご自宅|のお宅|の家|の実家"
    "|の[^ 、。]{1,4}な家|の(?:男性|女性|男児|女児|男子|女子|高齢者宅|独居)|宅(?!地)|のアパート"
    "|のマンション|に転居|へ転居|に転入|に引っ越|へ引っ越|から引っ越"
    "|から転|におられ|から苦情|にお宅|の方から|の[^ 、。]{1,10}(?:さん|様|氏)|の集落|で酪農|で農業"
    "|で一人暮らし|で暮ら))"
)
_HOME_BEFORE = regex(
    "(?:個人宅|自宅|家は|家が|うちは|うちの近所|お宅|住居|本人以外の方|申出のあった|同居|実家|在住の"
    "|住んで|お住まいの|家屋|土地所有者|御住所)[^。\n]{0,16}\\Z"
)
_OFFICE_WORD = (
    "役場|役所|庁舎|県庁|都庁|道庁|所在地|本店|支店|支社|本社|営業所|事業所|事務所|センター|公民館"
    "|会館|図書館|文書館|美術館|博物館|体育館|学校|高校|中学|小学|大学|病院"
    "|医院|診療所|クリニック|公園|会社|法人|[(]株[)]|[(]有[)]|会議室|本部|窓口|[^課]課(?!税)|係(?![るら])|"
    "路線名?|起点|終点|工事|会場|開催|町道|市道|県道|国道|農道|林道|土地の表示|駅|返送先|提出先"
    "|問合せ先?|申込み|申込先|郵送先|区域|道路|水路|集会所|保育園|保育所"
    "|幼稚園|こども園|ホール|消防署|警察署|郵便局|銀行|交番|神社|寺院|工場|店舗|集積所|発掘|遺跡|選挙区|投票所|避難所"
)
_OFFICE_BEFORE = regex(f"(?:{_OFFICE_WORD})[^。\n\t|,)」]{{0,12}}\n?[^。、\n\t|]{{0,14}}\\Z")
_OFFICE_HEAD = regex(
    f"(?:{_OFFICE_WORD}|プラザ|ホテル|[^ 、。]{{2}}(?:館|店|校|署|局)|競技場|処理場"
    "|斎場|神社|公園|霊園|学園|広場|グラウンド)"
    "[ ]?[(「][^)」]{0,8}\\Z"
)
_SITE = regex(
    "(?:字の区域|町の区域|転用地|申請地|対象地|路線|起点|終点|土地の表示|工事|施行"
    "|区画整理|地番|公有財産|道路敷|箇所|住居表示実施)"
)
_OFFICE_AFTER = regex(
    "[ ]*(?:付近(?!に住|に居住|に在住|の(?:男|女|住|方))|[(（]?[0-9][SLDK]|[ ]?[0-9]+戸"
    "|番?地内|地先|番地先|先(?!生|日|月|方)|から[^。\n]{0,24}まで|ほか[0-9]*筆"
    "|ほか地内|の全域"
    "|の一部|のような|の「|交差点|バス停|子供会|商店会"
    "|子ども会|町内会|自治会|[0-9]*班|会館|公園|区役所|市役所|町役場|村役場|役場|商店街|の区域"
    "|番[0-9]+まで|及び[^。\n]{0,14}の(?:区域|全域)"
    "|[^。、\n)」]{0,10}(?:庁舎|役所|役場|センター|会館|図書館|公民館)|[ ]*(?:電話|TEL|℡"
    "|FAX)[^。\n]{0,4}[(]?代表|一帯|の街区)"
    "|[ \n]{0,4}[^ 。、\n0-9]{2,14}(?:省|庁|局|署|支所|役所|役場|本部|センター|協会|組合|銀行|会社"
    "|法人|[^ ]課|事務所)"
    "|[ \n]{1,4}(?:株式会社|[(]株[)]|[^ 。、\n0-9()「」]{2,14}(?:クリニック|医院|病院|診療所|薬局|学校|高校|大学|体育館"
    "|ホール|営業所|支店|本店|工場))"
)
_COUNTS_AFTER = regex("[ ]{1,6}[0-9,]+(?:人|世帯|件|戸|㎡)")
_PARTY_BEFORE = regex("(?:者|人|主|方|本人|相手方|家族|氏|様|さん)[ :/|\t]{1,3}\\Z")
_SEAT = regex("所在地?[ ]*[:：]?[ ]*(?:〒[0-9-]{7,8}[ ]?)?\\Z")
_OWNED = regex("所有者|相続人|名義人|登記名義|世帯主|同居|居住者|住人|氏名|申請者")
"""Beside 所在 it says that the land is somebody's."""
_SITE_AFTER = regex(
    "[( ]{1,3}(?:田|畑|宅地|山林|原野|雑種地|公衆用道路)[ ]?[0-9,.]+ ?(?:㎡|m2|平米"
    "|平方)|[^。\n」]{0,40}(?:道路敷|の区域|地先|地内|の交差点|から[^。\n]{0,16}まで)"
)
_HOURS = regex("取締役|営業時間|定休日|開館|休館|開庁|診療時間|アクセス|[本支][社店]所在地|本社[ :]{0,2}$")
"""What tells a facility's or a firm's block of contacts."""
_DESK = regex("(?:課|係|室|班|局|署|支所|部|センター|事務所|委員会)(?:長|主[任事査幹])?[^。様氏方]{0,40}\\Z")
_CALL = regex("[ \\n]{0,20}(?:電 ?話|TEL|Tel|℡|FAX|E-?mail|代表)")
"""A desk before an address and its telephone behind it: a line of contacts."""
_FAR = 100
"""Characters within which a letterhead would name whose it is."""
_INSIDE = regex("丁目|号室|棟")
_WORK = regex("(?:勤務先|会社|職場|事業所|店舗|本店|法人|施設|営業所)の?(?:住所|所在地)[^。\n]{0,14}\\Z")
_OFFICE_IN = regex(
    "役場|役所|庁舎|県庁|都庁|道庁|本店|支店|支社|本社|営業所|事業所|センター|公民館"
    "|会館|図書館|学校|病院|医院|診療所|クリニック|株式会社|有限会社|法人"
    "|会場|開催|集合|施設名|店舗名|名称|商号|問合せ|問い合わせ"
)
_SEAT_OF = regex(f"[0-9]{{1,2}}番 ?[{HAN}]{{1,8}}(?:議員|委員|君)")
"""12番桐谷議員: the seat of a member."""
_AZA_GAP = regex(f"字[{HAN}ノケヶ]{{1,4}} \\Z")
_CELL_END = regex("[/|,](?![0-9])")
_ABOVE = regex(f"大字[{HAN}ノケヶ]{{1,6}} \\Z")
_CLOSE = 24
"""How far from a site's lot a person may stand without its being the person's home."""
_POSTCODE = regex("〒[ ]?[0-9]{3}-?[0-9]{4}[ \n]{0,4}\\Z")


@lru_cache(maxsize=8)
def addresses(text: str, digits: str) -> tuple[Address, ...]:
    """Every stretch with the shape of an address, in order."""
    found = sorted((*_numbered(text, digits), *without_lot(text, digits)))
    return tuple(_merged(found))


def _numbered(text: str, digits: str) -> Iterator[Address]:
    r = reading_of(text)
    for chain in CHAIN.finditer(digits):
        first, numbers = chain.start(), whole_chain(chain.group())
        if _SEAT_OF.match(text, first):
            continue
        if not numbers.strip("0丁目番地号の-") and "0" not in text[first : chain.end()]:
            continue  # an empty form: 〇丁目〇番〇号
        spoken = "丁目" in numbers or numbers.count("の") > 1
        left = first - 1 if spoken and text[first - 1 : first] == "の" else first
        if text[left - 1 : left] == " ":
            left -= bool(_AZA_GAP.search(text, max(0, left - 6), left))
        following = "" if _CELL_END.match(digits, chain.end()) else digits[chain.end() : chain.end() + 1]
        weight = chain_weight(numbers)
        before = text[left - 1 : left]
        if not weight and (not "\u3041" <= before <= "\U00032000" or counts(numbers, following)):
            continue
        whole = town_start(r, left)
        if text.startswith("字", whole) and (above := _ABOVE.search(text, max(0, whole - 10), whole)):
            whole = above.start()
        start = below_municipality(text, whole, left)
        town = text[start:left]
        municipality = start > whole
        weight = weight or bare_weight(town, numbers, following, municipality=municipality)
        if (
            not weight
            or (start == left and not municipality)
            or not is_town(town, weight, numbers, municipality=municipality)
        ):
            continue
        end, housed = house_end(text, digits, chain.end())
        yield Address(start, end, whole, 4 if housed else weight)


def _merged(found: list[Address]) -> Iterator[Address]:
    """Numbers within one address (二丁目…町９番地) as one."""
    last: Address | None = None
    for one in found:
        if last is not None and (one.start <= last.end or one.whole < last.end):
            last = Address(last.start, max(last.end, one.end), last.whole, max(last.weight, one.weight))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def offices(text: str, start: int, end: int) -> bool:
    """Whether the words around an announced address say that an office, a firm or a site has it."""
    before = text[max(0, start - 60) : end]
    line = text[text.rfind("\n", 0, start) + 1 : end]
    row = row_at(text, start)
    if (row and of_bodies(row.heads)) or _HOURS.search(before):
        return True
    return bool(
        _WORK.search(before)
        or _OFFICE_AFTER.match(text, end)
        or _OFFICE_IN.search(line)
        or _SITE_AFTER.match(text, end)
    )


def _close(address: Address, people: tuple[tuple[int, int], ...], reach: int) -> bool:
    """Whether a person stands that near, before or behind."""
    return any(address.whole - end < reach and start - address.end < reach for start, end in people)


def verdict(view: View, address: Address, people: tuple[tuple[int, int], ...]) -> bool | None:
    """True: somebody's home.  False: perhaps.  None: an office, a road, a site."""
    text = view.text
    before = text[max(0, address.whole - 60) : address.whole]
    line = before[before.rfind("\n") + 1 :]
    stretch = text[address.start : address.end]
    if (_OFFICE_AFTER.match(text, address.end) and not stretch.endswith("方")) or _OFFICE_HEAD.search(line):
        return None
    if _SEAT.search(before):
        return False if _OWNED.search(text, max(0, address.whole - 60), address.end + 60) else None
    row = row_at(text, address.start)
    if (row and of_bodies(row.heads)) or _HOURS.search(before):
        return None
    if _WORK.search(before) or (_DESK.search(before) and _CALL.match(text, address.end)):
        return None
    if (
        _LABEL.search(before)
        or _HOME_AFTER.match(text, address.end)
        or _HOME_BEFORE.search(before)
        or stretch.endswith("方")
    ):
        return (
            None if _SITE.search(line) else address.weight > 1 or address.municipality or bool(_INSIDE.search(stretch))
        )
    return _unannounced(text, address, people)


def _unannounced(text: str, address: Address, people: tuple[tuple[int, int], ...]) -> bool | None:
    """The verdict where no word says that somebody lives there: by the people nearby, and by how precise it is."""
    before = text[max(0, address.whole - 60) : address.whole]
    stretch = text[address.start : address.end]
    if _SITE_AFTER.match(text, address.end) or _COUNTS_AFTER.match(text, address.end):
        return None
    if _SITE.search(before[before.rfind("\n") + 1 :]):
        return False if _close(address, people, _CLOSE) and address.weight > 1 else None
    near = not OFFICE_FLOOR.search(stretch) and any(
        0 <= address.whole - end < 10 or 0 <= start - address.end < 10 for start, end in people
    )
    if near or address.weight == 4:
        return True
    if _OFFICE_BEFORE.search(before):
        return False if address.weight == 3 and _PARTY_BEFORE.search(before) else None
    if address.weight == 3 or _POSTCODE.search(before):
        alone = not any(-_FAR < start - address.end < _FAR for start, _ in people)
        return not (alone and _POSTCODE.search(before) and _CALL.match(text, address.end))
    return address.municipality and address.weight > 1 if address.weight > 1 or _INSIDE.search(stretch) else None
