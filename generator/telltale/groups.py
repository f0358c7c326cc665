"""Words that make a group small: a named school or home, a class, a year, a district, an illness, a time, an age.

Works on folded text.  Decides nothing: what together points to somebody is for the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.view import BLOT

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "一-龠々〆ヶ"
_SCRIPT = f"{_HAN}ぁ-んァ-ヶーA-Za-z0-9"

_KINDS = (
    "特別支援学校|小中学校|義務教育学校|中等教育学校|高等学校|小学校|中学校|高校|幼稚園|保育園|保育所|こども園"
    "|学童クラブ|学童保育所|児童養護施設|乳児院|児童館|老人ホーム|老人福祉施設|老人保健施設|グループホーム|ケアハウス"
    "|デイサービス(?:センター)?|作業所|障害者支援施設|就労支援施設|病院|診療所|クリニック|医院|団地"
)
"""Facilities to which a known circle of people belongs; who was in a library that day nobody knows."""

_FACILITY = regex(_KINDS)
_BEFORE = regex(f"[{_SCRIPT}]{{0,16}}\\Z")
_LOOK_BACK = 16
_AFTER = regex(f"[ 「『]?(?P<name>[{_HAN}ぁ-んァ-ヶー]{{2,16}})")
_NAMED_BEHIND = regex(
    "児童養護施設|老人ホーム|グループホーム|ケアハウス|デイサービス|学童クラブ|作業所|障害者支援施設|就労支援施設"
)
"""Kinds whose own name stands behind them: ケアハウスしおかぜ."""
_CUT = regex("[のはがをにでとへも、]|から|より|など|等|及び|または|又は|ある|する|した|いる")
_GENERIC = regex(
    "(?:都|道|府|県|市|区|町|村|組合|公|私|国)立|(?:市|区|町|村|県|都|府|道)内|(?:公|私)営|公設|認可外?|認定|指定|特別養護|養護"
    "|軽費|有料|同じ|同|当該|当|各|両|全|他|別|本|新|旧|元|出身|在籍|近隣|複数|一部|対象|幼保連携型|地域|総合"
    "|救急|協力|中核|大学|専門|精神科|拠点|工業|住宅|産業|農業|小規模|民間|企業主導型|夜間|定時制|通信制|放課後|在宅|"
    f"[0-9]+(?:校|園|か所|箇所)?|[{_HAN}]*委託"
)

_OWN_NAME = regex(f".*[{_HAN}].*|[ぁ-んァ-ヶーA-Za-z]{{2,}}(?<![うるてた])")
_VERB = regex(f"[{_HAN}][うくすつむるいたて]+\\Z")
"""通う保育園, 近い学校: no name."""

CLASS = regex(
    "[0-6]歳(?:誕生)?(?:児|用)(?:クラス|組|室)?|[1-9]年(?:[0-9]{1,2}|[A-Za-z])組|年[長中少]"
    "(?:児|組|クラス)|(?<![一-龠ァ-ヶー])(?:[ぁ-ん]{2,8}(?<![のなるた])|[ァ-ヶー]{2,8})組(?![みんめまい織合])"
    "|(?<![ァ-ヶー])[ァ-ヶー]{2,8}(?:学級|クラス(?!タ))|(?:特別支援|情緒|通級)(?:学級|指導教室)"
)
"""A class or group of children: 2歳児クラス, 3年2組, ひまわり組."""

GRADE = regex("(?<![0-9])[1-6]年生|(?<![0-9])[小中高][1-6](?![0-9])|第[1-6]学年")
"""A school year: some tens of children, fewer in a small school."""

_DISTRICT = regex(
    f"[{_HAN}ァ-ヶー]{{1,6}}(?:地区|町内会|自治会|行政区|集落)(?!公民館|センター|会館|連合|長)"
    f"|(?:大字|小字|字)[{_HAN}]{{1,4}}|[{_HAN}]{{1,4}}[0-9一二三四五六七八九十]{{1,2}}丁目"
)
_TOWN = regex(f"[{_HAN}]{{1,4}}町(?![民立長内職議営道外役有村会])")
_NO_PLACE = regex(
    "(?:全|各|同|当該|当|他|隣|別|本|両|対象|担当|近隣|城下|この|その|該当|一部|複数)(?:の)?(?:地区|町内会|自治会|行政区|集落|町)"
)

ILLNESS = regex(
    "(?<![A-Za-zァ-ヶー])がん(?:患者|検診の結果)|白血病|糖尿病|統合失調症|うつ病|双極性障害|認知症|てんかん|指定難病|難病|精神障害|知的障害|発達障害"
    "|身体障害|視覚障害|聴覚障害|HIV|エイズ|結核|人工透析|透析|生活保護|食物アレルギー|不登校|被虐待|医療的ケア"
)
"""要配慮個人情報 (個人情報の保護に関する法律施行令2条) and its like, as words that stand beside people."""

CLOCK = regex(
    "(?:午前|午後)[0-9]{1,2}時|(?<![0-9:])[0-2]?[0-9]時(?!間|点|期)|(?<![0-9:])[0-2]?[0-9]:[0-5][0-9](?![0-9:])"
)
"""A time of day."""

AGE = regex(
    "(?<![0-9])(?P<age>[0-9]{1,3})(?:[歳才](?!児|用|誕生|代|未満|以上|以下|から|まで|~|-|の方のみ)"
    "|(?<=[性徒童生子女男員][(]..)(?=[)]))"
)
"""An age to the year."""

SEX = regex("女性|男性|女児|男児|女子|男子|少女|少年|妻|夫|父親|母親|長男|長女|次男|次女|息子|[(、][男女][)、]")


def facilities(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, own name and kind of each facility that is named: ひまわり保育園, ケアハウスしおかぜ, not 町立保育園."""
    for match in _FACILITY.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
        name = _GENERIC.sub("", _CUT.split(before.group() if before else "")[-1])
        if not _names(name) and _NAMED_BEHIND.match(match.group()):
            behind = _AFTER.match(text, match.end())
            name = _CUT.split(behind["name"])[0] if behind else ""
        if _names(name):
            yield match.start(), name, match.group()


def _names(name: str) -> bool:
    """Whether what is left before the kind is somebody's own name: two characters, or one kanji."""
    return bool(_OWN_NAME.fullmatch(name)) and not _VERB.search(name)


def districts(text: str, own: tuple[str, ...], *, towns: bool = False) -> Iterator[int]:
    """Offset of each part of a municipality; `own` are names that say nothing new, `towns` takes 栄町 for one."""
    for name in filter(None, own):
        text = text.replace(name, BLOT * len(name))
    for pattern in (_DISTRICT, _TOWN) if towns else (_DISTRICT,):
        yield from (m.start() for m in pattern.finditer(text) if not _NO_PLACE.search(m.group()))
