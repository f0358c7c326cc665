"""Marks and numbers of insurance cards and of postal savings, which come in two parts: 記号 …、番号 ….

健康保険法施行規則47条, 国民健康保険法施行規則: the mark may hold kanji (汐01, 港国).  The same two words name the two
parts of a Yucho account (記号 five digits, 番号 up to eight), which is told by the bank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.numbers.presence import has_digit
from generator.redaction.span import Span
from generator.redaction.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_Q = '[「『(\\["]?'
_TIE = "[」』)\\]］ \n\t:;：はがの、・|=]{0,6}"
_PAIR = regex(
    rf"(?<!請求)(?<!図書)(?<!分類)(?<!文書)(?<!求書)(?<!種別)記 ?号{_TIE}{_Q}"
    rf"(?P<mark>[一-龥ぁ-んァ-ヴ]{{0,3}}[-・]?[0-9A-Za-z][0-9A-Za-z・.-]{{0,7}}"
    rf"|(?!および|ならび|または|もしく)[ぁ-ん]{{3,6}}(?=[ 、,・/]{{0,2}}番 ?号)"
    rf"|[一-龥]{{1,2}}(?=[ 、,・/]{{0,2}}番 ?号)|[一-龥]{{2,7}}(?=[」』\])]"
    r"?[\] 　」、,]*[\[(「『]?証?番))[」』\])]?"
    rf"[、, \n\t・/及びと\[(「|]{{0,24}}(?:証?番 ?号){_TIE}{_Q}(?P<number>[0-9〇零一二三四五六七八九][0"
    rf"-9〇零一二三四五六七八九-]{{0,12}})"
)
_TOGETHER = regex(
    rf"記 ?号[・及び]{{1,2}}番 ?号{_TIE}{_Q}(?P<mark>(?:[一-龥]{{0,3}}[0-9A-Za-z][0-9A-Za-z-]{{0,7}}"
    rf"|[一-龥]{{1,2}})[-・ ]"
    r"{1,3}[0-9]{1,8})"
)
_BRANCH = regex(f"枝 ?番{_TIE}{_Q}(?P<branch>[0-9]{{2}})(?![0-9])")
_PARTS = ("記号", "番号", "枝番")
_POSTAL = regex("ゆうちょ|郵便|通帳|貯金|銀行|口座")


@dataclass(frozen=True, slots=True)
class Insured:
    """Finds both parts of a mark and number."""

    kind: Kind = Kind.INSURED
    why: str = "label"

    def find(self, view: View) -> Iterator[Span]:
        """The mark and the number, each a span of its own."""
        if "号" not in view.text and "枝" not in view.text:
            return
        yield from self._columns(view)
        for pattern in (_PAIR, _TOGETHER, _BRANCH):
            for match in pattern.finditer(view.text):
                before = view.text[max(0, match.start() - 40) : match.start()]
                kind = Kind.ACCOUNT_NUMBER if _POSTAL.search(before) else self.kind
                for group in pattern.groupindex:
                    yield Span(*match.span(group), kind, sure=True, why=self.why)

    def _columns(self, view: View) -> Iterator[Span]:
        """The parts where each has a column of its own."""
        for row in rows(view.text):
            if "記号" in row.heads and "番号" in row.heads:
                kind = Kind.ACCOUNT_NUMBER if _POSTAL.search(view.text) else self.kind
                for cell in row.cells:
                    if cell.head in _PARTS and has_digit(view.digits[cell.start : cell.end]):
                        yield Span(cell.start, cell.end, kind, sure=True, why=self.why)


INSURED = Insured()
