"""Numbers that nothing names, of a shape that is hardly ever anything but somebody's.

A passport of Japan (旅券法施行規則: T or M, a letter, seven digits) is a finding; the others are asked about: three
or four groups of four digits, codes that begin with two noughts, codes in quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.numbers.labelled import COUNTED
from generator.redaction.numbers.presence import LONG, has_long_number
from generator.redaction.numbers.shaped import claimed
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_FREE, _END = "(?<![0-9A-Za-z.,/])(?<![0-9A-Za-z]-)", f"(?![0-9A-Za-z]|[.,/-][0-9A-Za-z]){COUNTED}"
_SHAPES = {
    Kind.PASSPORT: f"{_FREE}(?P<code>[TM][A-Z] ?[0-9]{{7}}){_END}",
    Kind.MY_NUMBER: f"{_FREE}(?P<code>[0-9]{{4}}(?P<gap>[- ])[0-9]{{4}}(?P=gap)[0-9]{{4}}){_END}(?! [0-9])",
    Kind.CARD: f"{_FREE}(?P<code>[3-6][0-9]{{3}}(?P<gap>[- ])[0-9]{{4}}(?P=gap)[0-9]{{4}}(?P=gap)[0-9]{{4}}){_END}",
    Kind.REFERENCE: (
        f"{_FREE}(?P<code>00(?!0+{_END})[0-9]{{5,10}}){_END}"
        f"|[「『](?!(?:19|20)[0-9]{{6}}[」』])(?P<said>[A-Z]{{0,2}}-?[0-9]{{6,12}}(?:-[0-9]{{1,4}})?)[」』]"
    ),
}
_NAMED = regex(
    "(?:番 ?号|コ[ー-]ド|No[.]?|NO[.]?|型|品番|ID|ISBN|JAN|ロット|シリアル|電話|FAX|TEL|〒|第|[=#])[^0-9。\n]{0,8}$"
    "|[A-Za-z]{2}[:=-]$"
)
"""What names it, so that others decide."""
_MORE = regex("[0-9]+[-0-9A-Za-z]*[)」]?(?:、|及び|並びに|から|~|・|,| )+$")
_REACH = 40


def named_before(text: str, place: int) -> str:
    """The words on the line before a number, without the numbers that it stands in a row with."""
    before = text[max(text.rfind("\n", 0, place) + 1, place - _REACH) : place]
    while more := _MORE.search(before):
        before = before[: more.start()]
    return before


@dataclass(frozen=True, slots=True)
class Nameless:
    """Finds numbers of one such shape."""

    kind: Kind
    sure: bool = False
    why: str = "shape"

    def find(self, view: View) -> Iterator[Span]:
        """Every one that no name claims for something else."""
        if not has_long_number(view.digits):
            return
        for match in _PATTERNS[self.kind].finditer(view.digits):
            start, end = match.span("code") if match["code"] else match.span("said")
            before = named_before(view.text, start)
            if not (_NAMED.search(before) or claimed(view, start, self.kind)):
                yield Span(start, end, self.kind, sure=self.sure, why=self.why)


_PATTERNS = {kind: near(LONG, shape) for kind, shape in _SHAPES.items()}
NAMELESS = tuple(Nameless(kind, sure=kind is Kind.PASSPORT) for kind in _SHAPES)
