"""Home addresses: found by their shape, told from offices, roads and building sites by what stands around them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.redaction.places.grammar import CHAIN, Address, below_municipality, chain_weight, house_end, town_start
from generator.redaction.words import Reading, reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_POSTCODE = re.compile("(?:〒[ ]?)([0-9]{3}-?[0-9]{4})[ \n]{0,4}$")
_LABEL = re.compile(
    "(?:住[ ]*所|本[ ]*籍|居[ ]*所|居住地|居[ ]*宅|自[ ]*宅|住まい|転居先|転出先|転入先|送付先|届け先|お届け先|ご依頼主|宛先|あて先|返戻|最終住所|使用場所|罹災場所|物件|住居|通勤経路|避難先|帰省先|実家|罹災|実住所|方書|物件所在地)"
    "(?:[^。\n]{0,12}|[ (（:]*\n[ 〒]*)$"
)
_HOME_AFTER = re.compile(
    "[」』)）]?(?:あたり|付近|周辺)?(?:[ ]?(?:在住|に在住|にお住まい|に住|にお住い|に居住|居住|にある自宅|の自宅|の御自宅|のご自宅|のお宅|の家|の実家|の小さな家|宅|のアパート|のマンション|に転居|に転入|へ転居|に引っ越|から引っ越|から転|におられ|から苦情|にお宅|の方から|にお越し|の[^ 、。]{1,8}(?:さん|様|氏)|の集落|で酪農|で農業))"
)
_HOME_BEFORE = re.compile("(?:個人宅|自宅|御自宅|ご自宅|家は|家が|うちは|お宅|住居が|本人以外の方|申出のあった|同居|被災者宅|実家|転居先の|在住の|居住する|住んで|お住まいの)[^。\n]{0,14}$")
_OFFICE_BEFORE = re.compile(
    "(?:役場|役所|庁舎|県庁|所在地?|本店|支店|営業所|事業所|事務所|センター|公民館|会館|図書館|文書館|体育館|学校|小学校|中学校|病院|医院|公園|会社|法人|[(]株[)]|[(]有[)]|会議室|本部|窓口|区政課|係|課|路線名?|起点|終点|工事|施設|会場|設置場所|場所|路線|町道|市道|県道|国道|農道|林道|土地の表示|ＪＲ|JR|駅|返送先|提出先|問合せ先?|申込み|申込先|郵送先|工期|地番|区域|道路|水路|地区|大会|集会所)[^。\n]{0,22}\n?[^。\n]{0,16}$"
)
_OFFICE_AFTER = re.compile(
    "[ ]*(?:番?地内|地先|番地先|先(?!生)|から[^。\n]{0,24}まで|ほか[0-9]*[筆]?(?:地内)?|ほか地内|の全域|の一部|のような|交差点|バス停|子供会|子ども会|町内会|自治会|班|会館|公園|区役所|市役所|町役場|村役場|役場|商店街|の区域|番[0-9]+まで|及び[^。\n]{0,14}の区域|[^。\n]{0,10}(?:庁舎|役所|役場|センター|館)|への?事務所|[ ]*(?:電話|TEL|℡|FAX)[^。]{0,4}[(]?代表)"
)
_PERSON_NEAR = re.compile("(?:様|さん|氏|殿|くん|ちゃん)")


@lru_cache(maxsize=8)
def addresses(text: str, digits: str) -> tuple[Address, ...]:
    """Every stretch with the shape of an address."""
    return tuple(_merged(_shapes(reading_of(text), digits)))


def _shapes(r: Reading, digits: str) -> Iterator[Address]:
    for chain in CHAIN.finditer(digits):
        weight = chain_weight(chain.group())
        if not weight:
            continue
        whole = town_start(r, chain.start())
        start, municipality = below_municipality(r.text, whole, chain.start())
        if start == chain.start() and not municipality:
            continue
        town = r.text[start : chain.start()]
        if not _is_town(town, weight, municipality=municipality):
            continue
        end, housed = house_end(r.text, chain.end())
        yield Address(start, end, municipality, 4 if housed else weight)


_NO_TOWN = re.compile(
    "(?:第|約|全|計|各|延べ?|資料|別表|別紙|様式|議案|報告|諮問|答申|陳情|請願|条例|法律|規則|要綱|指針|項|号|条|昭和|平成|令和|大正|明治|年度?|月|事案|番号|問|回|午前|午後|電話|内線|階|約款|No|NO|[A-Za-z]|事例|図|表|注|日|時|型|版|附則|記号|券|台|号車|線|区画|会議室|クラス|組|座席|最大|合計|式|款|目|節|番|位|級|年生|歳|円|件|人|名)$"
)


def _is_town(town: str, weight: int, *, municipality: bool) -> bool:
    name = town.lstrip("0123456789・")
    if not name:
        return municipality and weight > 1
    return not _NO_TOWN.search(name) and (len(name) > 1 or municipality or name in "字乙甲")


def _merged(found: Iterator[Address]) -> Iterator[Address]:
    """Numbers within one address (二丁目…町９番地) as one."""
    last: Address | None = None
    for one in found:
        if last is not None and one.start <= last.end:
            last = Address(last.start, max(last.end, one.end), last.municipality, max(last.weight, one.weight, 3))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def verdict(view: View, address: Address, people: tuple[tuple[int, int], ...]) -> bool | None:
    """True: somebody's home.  False: perhaps.  None: an office, a road, a site."""
    text = view.text
    before = text[max(0, address.start - 60) : address.start]
    line = before[before.rfind("\n") + 1 :]
    home = bool(_LABEL.search(before) or _HOME_AFTER.match(text, address.end) or _HOME_BEFORE.search(before))
    if "方" in text[address.start : address.end][-2:] or "宅" in line[-6:]:
        home = True
    near = any(abs(address.start - end) < 14 or abs(start - address.end) < 14 for start, end in people)
    if home or (near and not _OFFICE_AFTER.match(text, address.end)):
        return True
    if _OFFICE_AFTER.match(text, address.end) or _OFFICE_BEFORE.search(before):
        return None
    if address.weight >= 3:
        return True
    return False
