"""Numbers as somebody says them: ぜろきゅうぜろの…, 二五〇九、一八三六、四四七二, 六二の九三の〇七一八.

Minutes hold them so.  Seven spoken digits side by side are no words of any other sentence; groups of figures need
の or 、 between them and enough digits in all, or the name of a number before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.numbers.labelled import COUNTED
from generator.redaction.numbers.labels import stretches
from generator.redaction.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from generator.redaction.view import View

_LONG = (
    "ぜろ|れい|まる|いち|ひと|ふた|にい(?!ち)|にー|さん|よん|しい(?!ち)|しー"
    "|ごお|ごう|ごー|ろく|なな|しち|はち|きゅう|きゅー|くう|くー"
)
_SAID = f"{_LONG}|おー|に|し|ご|く"
_KATAKANA = "".join(chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" else char for char in _SAID)
_DIGIT = f"(?:{_SAID}|{_KATAKANA}|[0-9〇零一二三四五六七八九])"
_PAUSE = "(?:の、?|ノ|、(?:え[ーえ]?と?、)?|[ ・-]{1,2})?"
_RUN = regex(f"{_DIGIT}(?:{_PAUSE}{_DIGIT}){{5,}}")
_ONE = regex(_DIGIT)
_WORDS = regex(f"(?:{_LONG})|[ァ-ヴ]{{2}}")
_RARE = ("ぜろ", "ゼロ", "なな", "ナナ", "きゅ", "キュ", "ろく", "ロク", "はち", "ハチ", "よん", "ヨン")
"""One of these is in nearly every number of ten digits, and in few other sentences."""
_GROUPS = regex(
    "(?<![0-9])(?P<first>[0-9]{2,6})(?P<rest>(?:(?:の、?|、|・)[0-9]{2,8}){1,4})(?![0-9])(?!の[0-9]|番地|丁目|[条号])"
    + COUNTED
)
_FIGURES = regex("[0-9]+")
_YEAR = regex("(?:19|20)[0-9]{2}")
_FEW = 2
_LEAST = 9
_NAMED_LEAST = 6
_REACH = 60
_TELEPHONE = (10, 11)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Finds numbers that are written as they are said."""

    kind: Kind = Kind.REFERENCE
    why: str = "spoken"

    def find(self, view: View) -> Iterator[Span]:
        """Every run of spoken digits, and every number in groups that の or 、 parts."""
        if any(word in view.text for word in _RARE):
            for match in _RUN.finditer(view.text):
                if _is_number(match.group()):
                    yield Span(*match.span(), _kind(view, match.start()) or self.kind, sure=True, why=self.why)
        if "の" in view.text or "、" in view.text:
            for match in _GROUPS.finditer(view.digits):
                kind = self._grouped(view, match)
                if kind:
                    yield Span(*match.span(), kind, sure=True, why=self.why)

    def _grouped(self, view: View, match: re.Match[str]) -> Kind | None:
        groups = _FIGURES.findall(match.group())
        count = sum(map(len, groups))
        named = _kind(view, match.start())
        if "の" not in match.group() and (len(set(map(len, groups))) > 1 or len(groups[0]) < 4):  # noqa: PLR2004 -- 10、20、30
            return None
        if all(_YEAR.fullmatch(group) for group in groups):
            return None
        if named:
            return named if count >= _NAMED_LEAST else None
        if count < _LEAST or len(groups) < 3 or "の" not in match.group():  # noqa: PLR2004 -- two groups are a lot number
            return None
        return Kind.PHONE if groups[0].startswith("0") and count in _TELEPHONE else self.kind


def _is_number(said: str) -> bool:
    """Whether it is more than particles (に, し, ご, く) that follow each other."""
    words = len(_WORDS.findall(said))
    return words > _FEW or (words > 0 and len(_ONE.findall(said)) >= _LEAST)


def _kind(view: View, place: int) -> Kind | None:
    """What the nearest name before this place is the name of."""
    near = [s for s in stretches(view) if s.start <= place < s.start + _REACH]
    if not near:
        return None
    last = max(near, key=lambda stretch: stretch.start)
    if last.kind is None and ("電話" in last.word or "携帯" in last.word):
        return Kind.PHONE
    return last.kind


SPOKEN = Spoken()
