"""Addresses behind a word that announces one: loosely written, without a municipality, in quotes, brackets or a query.

Owns the words that announce a home (住所は, 転居先, ジュウショ, addr=) and how far what follows goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.names.evidence import people
from generator.redaction.places.address import offices
from generator.redaction.places.grammar import below_municipality
from generator.redaction.places.house import HAN, HIRAGANA, KATAKANA, house_end
from generator.redaction.span import Span
from generator.redaction.words import PLACE, SURNAME, classes_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from generator.redaction.view import View

_STRONG = (
    "住[ ]*所地?|居[ ]*所|居住地|住民登録地|お?住まい|お住い|自[ ]*宅|居宅|本[ ]*籍地?"
    "|実家|方書|ジュウショ|じゅうしょ|転[居入出]先|引越し?先|帰省先"
)
_WEAK = (
    "送付先|(?:お?届け?|配達|訪問|送り|郵送|返送|入居|滞在|避難|赴任|発送)先|[あ宛]て?先|宛名(?:ラベル)?|うち|家"
    "|使用場所|設置場所|(?:物件|家屋|空き家|土地|対象)所在地?|addr(?:ess)?[_-]?[0-9]?"
    "|ADDR(?:ESS)?[0-9]?|Addr(?:ess)?[0-9]?|jy?usho"
)
_CUE = regex(
    f"(?:(?P<strong>{_STRONG})|(?<![{HAN}{HIRAGANA}A-Za-z])(?P<weak>{_WEAK}))(?:欄|等|上)?"
    "[」』】\\])〕>》]{0,2}(?:[(][^()\\n]{1,8}[)])?"
    "(?:[ ]*(?:[:;=⇒→…/|,\\t]|は、?|が|に)[ ]*[「『(〔\"']{0,2}|[ ]{1,4}|[「『(〔]"
    "|[ ]*\\n[ ]*|(?<=[】\\])〕>]))[「\"']?"
)
_N = "[0-9十百千●◯○*＊×■]{1,6}"
_VALUE = regex(
    "(?:〒?[ ]?[0-9]{3}-?[0-9]{4}[ \\n]{0,3})?(?P<body>"
    f"(?:[{HAN}{HIRAGANA}{KATAKANA}]{{1,18}}?[ ]?){{0,3}}?"
    f"(?P<nums>{_N}(?:,[0-9]{{3}}-)?"
    "(?:[ ]?(?:丁目|町目|丁|番丁|番地|番|号|地割|条|線|の|ノ|-|~|/|[.]|・|[|](?=[0-9]{1,4}(?:[)）」"
    f"|]|\\Z))|東|西|南|北|[(](?={_N}[^)\\n]{{0,8}}[)]))"
    f"(?:[ ]?の[ ]?)?(?:[東西南北]?[ ]?{_N})?)*+[)]?))"
)
_UNIT = regex("丁目|町目|[0-9]丁|番|号|地割|条|線|[0-9][-の/.・|ノ~][0-9]")
_PROSE = regex(
    "を|へ|する|した|され|から|まで|及び|又は|など|について|として|ない|年|月|日|件"
    "|第|電話|番号|氏名|生年|内線|不明|TEL|FAX|[町市区村]外|議|課|係|局"
)
_BESIDE = regex(f"(?:様|さん|氏|君)?[(][ ]?(?P<town>[{HAN}]{{2,8}})(?P<lot>[0-9]{{1,5}})[ ]?[)、]")
"""A place and one number in the bracket behind a person: 桐谷（前田99）."""
_EMPTY = regex("[○◯〇△×]{2}[都道府県市町村区郡]")
_COUNTED = regex(
    "[ ]?(?:年|月|日|時|分|件|人|名|円|回|歳|才|枚|代|%|か所|箇所|通|世帯|日間|か月"
    "|個|文字|桁|項目|点|冊|度|キロ|m|km)|[0-9:]"
)


@dataclass(frozen=True, slots=True)
class AnnouncedAddress:
    """What follows 住所は「 and its like, down to the last number, building or room."""

    kind: Kind = Kind.ADDRESS
    why: str = "address-field"

    def find(self, view: View) -> Iterator[Span]:
        """Each announced value that has the number of a house."""
        for cue in _CUE.finditer(view.text):
            value = _VALUE.match(view.digits, cue.end())
            if value is None:
                continue
            start, end = value.span("body")
            sure = self._sure(view, cue, value)
            if sure is None:
                continue
            end, _ = house_end(view.text, view.digits, end)
            if not offices(view.text, cue.start(), end):
                yield Span(below_municipality(view.text, start, end), end, self.kind, sure, self.why)
        for _, end in people(view.text):
            beside = _BESIDE.match(view.digits, end)
            if beside and {PLACE, SURNAME} & set(classes_of(view.text[slice(*beside.span("town"))])):
                yield Span(beside.start("town"), beside.end("lot"), self.kind, sure=False, why=self.why)

    @staticmethod
    def _sure(view: View, cue: re.Match[str], value: re.Match[str]) -> bool | None:
        start, end = value.span("body")
        first = value.start("nums")
        town = view.text[start:first]
        if (
            _PROSE.search(town)
            or _EMPTY.search(view.text, cue.end(), end)
            or _COUNTED.match(view.digits, end)
            or _COUNTED.match(view.digits, first + 1)
            or end - start < 2
        ):
            return None
        exact = bool(_UNIT.search(value["nums"]))
        if cue["strong"]:
            return None if not town and not exact else (exact or "=" in cue.group() or ":" in cue.group()) or None
        return False if exact and (town or "=" in cue.group()) else None


ANNOUNCED = AnnouncedAddress()
