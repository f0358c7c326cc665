"""The detector of home addresses, with the postal code before them, and of whole cells headed 住所."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.names.evidence import people
from generator.redaction.places.address import HOME_HEAD, addresses, offices, verdict
from generator.redaction.places.grammar import below_municipality
from generator.redaction.span import Span
from generator.redaction.tables import cells, of_bodies, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_POSTCODE = regex("〒[ ]?(?P<code>[0-9]{3}-?[0-9]{4})(?P<rest>[^0-9。]{0,24})\\Z")
_POSTCODE_HEAD = regex("郵便番号|〒")
_CODE = regex("[0-9]{3}-?[0-9]{4}")
_LOT = regex("[0-9]")
_FORM = regex(
    "(?:^|[\n|┌【\\[(（ ・：:])(?:御?ご?住[ ]*所|本[ ]*籍地?|居[ ]*所|居[ ]*住[ ]*地|現住所|旧住所"
    "|新住所|自宅住所|送付先|お?届け先|転居先"
    "|使用場所)[┐】\\])）]?(?:[(（][^)）\n]{1,8}[)）])?(?:[ :：]+\n?"
    "|\n)[ ]*(?:〒[ ]?[0-9-]{7,8}[ ]?)?(?P<body>[一-龠々ァ-ヶぁ-ん0-9][^\n\t|()（）「」、。/→]{1,60})"
)
_END = regex("[ ]{2,}(?=[^0-9 A-Zァ-ヺ])|[ ](?=[一-龠ァ-ヶ]{1,8}:|(?:氏|電話|TEL|生年月日|フリガナ|携帯|FAX))")
_NEXT_HEAD = regex("電話|氏名|備考|連絡先|生年月日|口座")
_NOT_ADDRESS = regex(
    "を|へ|として|する|した|同上|同左|不明|非公[開表]|―|在住|聞き?取|記載|欄|[○◯〇△×]{2}|市町村"
    "|列|まで|及び|又は|電話番号|\\Z(?<!.)"
)


@dataclass(frozen=True, slots=True)
class HomeAddress:
    """町名 to room number, below the municipality."""

    kind: Kind = Kind.ADDRESS
    why: str = "address"

    def find(self, view: View) -> Iterator[Span]:
        """Homes as findings; what may be one as a suspicion."""
        for address in addresses(view.text, view.digits):
            sure = verdict(view, address, people(view.text))
            if sure is None:
                continue
            yield Span(address.start, address.end, self.kind, sure, self.why)
            code = _POSTCODE.search(view.text, max(0, address.start - 40), address.start)
            if code and sure:
                yield Span(code.start("code"), code.end("code"), self.kind, sure, self.why)


@dataclass(frozen=True, slots=True)
class AddressField:
    """Whatever stands below the municipality in a column, a form line or a field named 住所."""

    kind: Kind = Kind.ADDRESS
    why: str = "address-field"

    def find(self, view: View) -> Iterator[Span]:
        """The whole of each such cell."""
        for start, end in self._fields(view):
            place = below_municipality(view.text, start, end)
            if _NEXT_HEAD.match(view.text, place):
                continue
            if place < end and _LOT.search(view.digits, start, end) and not _NOT_ADDRESS.search(view.text, start, end):
                yield Span(place, end, self.kind, sure=True, why=self.why)
        for cell in cells(view.text):
            if _POSTCODE_HEAD.search(cell.head) and _CODE.fullmatch(view.text, cell.start, cell.end):
                yield Span(cell.start, cell.end, self.kind, sure=True, why=self.why)

    def _fields(self, view: View) -> Iterator[tuple[int, int]]:
        if view.label and HOME_HEAD.search(view.label) and "所在地" not in view.label and "\n" not in view.text:
            yield 0, len(view.text)
        for row in rows(view.text):
            for cell in () if of_bodies(row.heads) else row.cells:
                if HOME_HEAD.search(cell.head) and "所在" not in cell.head:
                    yield cell.start, cell.end
        for form in _FORM.finditer(view.text):
            start, end = form.span("body")
            stop = _END.search(view.text, start, end)
            end = stop.start() if stop else start + len(form["body"].rstrip())
            if not offices(view.text, form.start(), end):
                yield start, end


HOME = HomeAddress()
FIELD = AddressField()
