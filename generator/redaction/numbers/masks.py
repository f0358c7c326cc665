"""What a badly laid mask leaves to read: 090-****-1234, ****-****-****-5678, the last digits of anything named.

Only the digits that still stand are found.  ○○市○○町1番地 of a form's example has no such row of stars before digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.numbers.labels import stretches
from generator.redaction.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from generator.redaction.view import View

_STAR = "*×●■✕✱〓○◯"
_MASK = near(
    regex(f"[{_STAR}xX]{{2}}"),
    f"(?<![{_STAR}xX])(?:(?![○◯]{{1,2}}[^○◯])[{_STAR}]{{2,}}+|[xX]{{3,}}+)(?:[- ](?:[{_STAR}]++|[xX]{{2,}}+))*+"
    "[- ]?(?P<rest>[0-9]{2,4})(?![0-9円件人名年月日])",
)
"""Possessive, for a page may be ruled with thousands of stars."""
_SEEN = "[0-9A-WYZa-wyz]{1,8}+"
_ROW = f"(?:[{_STAR}]{{2,}}+|[xX]{{3,}}+)"
_HALF = near(
    regex(f"[0-9A-Z][-) ]?[{_STAR}xX]{{2}}"),
    f"(?<![0-9A-Za-z])\\(?(?P<whole>(?:(?:[A-Za-z]{{1,2}}[- ]?)?(?:[0-9]{{1,8}}+[-) ]?){{1,3}}|[A-Z]{{2}}){_ROW}"
    f"(?:[-) ]?(?:{_ROW}|{_SEEN})){{0,4}})"
    f"(?![0-9A-Za-z{_STAR}円件人名年月日])",
)
"""090-****-1234, AB12****78CD, 3012 3456 ****: a number of which some characters were spared."""
_VISIBLE = regex("[0-9A-Z]")
_LEAST = 4
_PART = near(
    regex("桁|けた|ケタ|末尾|下"),
    "(?:[上下頭]|末尾|先頭)(?:の)? ?[0-9]{1,2} ?(?:桁|けた|ケタ)[^0-9。\n]{0,10}?(?P<rest>[0-9]{2,8}(?:-["
    "0-9]{2})?)(?![0-9桁])"
    "|(?:末尾|下)(?:番号|の数字)?[はがの :「『(]{0,3}(?P<tail>[0-9]{2,6})(?![0-9桁件人名年月日円回号])",
)
_PHONE = regex("(?:0[0-9]{1,3}[-( ]?|電話|TEL|携帯)(?:番号)?[^\n]{0,3}$")
_CALLING = regex("\\(?0[0-9]{1,3}[-) ]")
_STARS = regex("[*×●■✕✱〓○◯xX]")
_SOME = regex("桁|けた|ケタ|末尾|下")
_GROUPS = regex("(?:[*×●■xX○]{4}[- ]?){3}")


@dataclass(frozen=True, slots=True)
class Masked:
    """Finds the digits that a mask left."""

    kind: Kind = Kind.REFERENCE
    why: str = "mask"

    def find(self, view: View) -> Iterator[Span]:
        """The digits after each mask, as the kind that the text names."""
        masks = (_HALF, _MASK) if _STARS.search(view.text) else ()
        parts = (_PART,) if _SOME.search(view.text) else ()
        for pattern in (*masks, *parts):
            for match in pattern.finditer(view.text):
                kind = self._kind_of(view, match)
                if kind is not None:
                    start, end = match.span(match.lastgroup or 0)
                    yield Span(start, end, kind, sure=True, why=self.why)

    @staticmethod
    def _kind_of(view: View, match: re.Match[str]) -> Kind | None:
        half = match.re.groupindex.get("whole") is not None
        if half and len(_VISIBLE.findall(match.group())) < _LEAST:
            return None
        if _PHONE.search(view.text[max(0, match.start() - 10) : match.start()]) or (
            half and _CALLING.match(match.group())
        ):
            return Kind.PHONE
        if _GROUPS.match(match.group()):
            return Kind.CARD
        named = [s.kind for s in stretches(view) if s.kind and (s.start <= match.start() < s.end + 24)]
        return named[-1] if named else None


MASKED = Masked()
