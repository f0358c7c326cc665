"""Numbers as somebody says them: ぜろきゅうぜろの…, 二五〇九、一八三六、四四七二, 六二の九三の〇七一八.

Minutes hold them so.  Seven spoken digits side by side are no words of any other sentence; groups of figures need
の or 、 between them and enough digits in all, or the name of a number before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
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
_GROUPS = near(
    regex("[0-9][の、・]"),
    "(?<![0-9])(?P<first>[0-9]{2,6})(?P<rest>(?:(?:の、?|、|・)[0-9]{2,8}){1,4})(?![0-9])(?!の[0-9]|番地|丁目|[条号])"
    + COUNTED,
)
_ONE_BY_ONE = regex("(?<![0-9])[0-9](?:[、・,] ?[0-9](?![0-9])){5,}")
"""七、七、三、一、〇、二、四: digit by digit, after the name of a number."""
_LETTER = (
    "(?:エー|ビー|シー|ディー|イー|エフ|ジー|エイチ|エッチ|アイ|ジェー|ジェイ|ケー|ケイ|エル|エム|エヌ"
    "|オー|ピー|キュー|アール|エス|ティー|ユー|ブイ|ダブリュー|ダブル|エックス|ワイ|ゼット|ゼッド)"
)
_LETTERS = regex(
    f"{_LETTER}(?:[、・の ]?{_LETTER}){{0,3}}(?:[、・の ]{{0,2}}{_DIGIT}){{6,}}(?:[、・の ]?{_LETTER}){{0,2}}"
)
"""ティーアール一二三四五六七: a passport or a residence card read aloud."""
_MAIL = regex(
    "(?<![ァ-ヴーA-Za-z0-9])(?=[ァ-ヴーA-Za-z0-9])"
    "(?:[ァ-ヴー]{1,8}[、 ]?|[A-Za-z0-9._-]{1,20}[、 ]?|[ぁ-ん]{1,6}、){1,16}アットマーク[、 ]?"
    "(?:[ァ-ヴー一-龥ぁ-んA-Za-z0-9]{1,12}?[、 ]?(?:どっと|ドット|てん|点|[.])[、 ]?){1,4}[ァ-ヴーA-Za-z]{2,12}"
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
        """Every run of spoken digits and letters, and every number in groups that の or 、 parts."""
        text = view.text
        if any(word in text for word in _RARE):
            yield from (self._span(view, match) for match in _RUN.finditer(text) if _is_number(match.group()))
        if "ー" in text or "アイ" in text:
            yield from (self._span(view, match) for match in _LETTERS.finditer(text))
        if "アットマーク" in text:
            yield from (Span(*match.span(), Kind.MAIL, sure=True, why=self.why) for match in _MAIL.finditer(text))
        if "の" in text or "、" in text or "・" in text:
            yield from self._in_groups(view)

    def _span(self, view: View, match: re.Match[str]) -> Span:
        return Span(*match.span(), _kind(view, match.start()) or self.kind, sure=True, why=self.why)

    def _in_groups(self, view: View) -> Iterator[Span]:
        for match in _ONE_BY_ONE.finditer(view.digits):
            if _kind(view, match.start()):
                yield self._span(view, match)
        for match in _GROUPS.finditer(view.digits):
            kind = self._grouped(view, match)
            if kind:
                yield Span(*match.span(), kind, sure=True, why=self.why)

    def _grouped(self, view: View, match: re.Match[str]) -> Kind | None:
        groups = _FIGURES.findall(match.group())
        count = sum(map(len, groups))
        named = _kind(view, match.start())
        if named is Kind.PLATE:
            return None
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
