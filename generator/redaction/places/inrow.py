"""Lots in the rows and brackets that hold a person: a word in kanji with a number like a house's, whatever town it is.

Asks only: that a person stands beside it is all there is, for nobody lists every hamlet (字).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.names.evidence import people
from generator.redaction.names.lines import rows as person_rows
from generator.redaction.places.address import addresses
from generator.redaction.places.house import HAN, house_end
from generator.redaction.span import Span
from generator.redaction.tables import head_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_LOT = regex(
    f"(?:(?<=[\\t|,/、;:(「〔\\[・=→ ])|^)(?P<lot>(?P<town>(?![第同約全計各])[{HAN}ケヶノ]{{2,9}})"
    "(?:[1-9][0-9]{0,4}(?:番地?)?(?:[-のノ][0-9]{1,4}){1,3}|[1-9][0-9]{1,4}番地?|[1-9][0-9]{2,3}(?=[\\t|,/、;)〕\\]\\n]|$))(?:号)?)"
    "(?=[\\t|,/、;:)」〕\\]→\\n ]|$|に|で|の)"
)
_NO_TOWN = regex(
    "(?:番号|記号|番|号|第|自宅|携帯|勤務先|職場|年度?|月|日|資料|別表|様式|議案|条例|内線|電話|携帯|階|室|組|班|期|回|件|計|金|額|料|税|普通|当座|口座|銀行|支店|証|券|記号|枝番"
    "|整理|受付|平成|昭和|令和|大正|明治|学年|学級|生徒|児童|職員|宛名|世帯|患者|会員|型|式|版|図|表|棟|昭|平|令|大|免許|旅券|住基|年金|国保|介護|後期)\\Z"
)
_HEAD = regex("住|居|所在|番地|地番|実家|本籍|方書|送付")


@dataclass(frozen=True, slots=True)
class LotInRow:
    """What may be the address of a person in the same row."""

    kind: Kind = Kind.ADDRESS
    why: str = "address"

    def find(self, view: View) -> Iterator[Span]:
        """Every lot that no rule of addresses has judged."""
        known = people(view.text)
        for first, last in person_rows(view.text) if known else ():
            if not any(first <= start < last for start, _ in known):
                continue
            for match in _LOT.finditer(view.digits, first, last):
                start, end = match.span("lot")
                head = head_at(view.text, start)
                if (head and not _HEAD.search(head)) or _NO_TOWN.search(match["town"]):
                    continue
                if not any(one.start < end and start < one.end for one in addresses(view.text, view.digits)):
                    yield Span(start, house_end(view.text, view.digits, end)[0], self.kind, sure=False, why=self.why)


IN_ROW = LotInRow()
