"""A number that is found because something says what it is: the shape it should have, after the name of its kind.

The shapes live with their kinds.  A wrong length or a bad check digit after the name changes nothing: it is still
somebody's number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.numbers.labels import REACH, stretches
from generator.redaction.numbers.presence import has_digit
from generator.redaction.span import Span
from generator.redaction.view import BLOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.kinds import Kind
    from generator.redaction.numbers.labels import Stretch
    from generator.redaction.view import View

JOIN = "[- \n]{0,3}"
"""What a typist or a line end leaves between two digits of one number."""

COUNTED = (
    "(?!,[0-9]{3}|:[0-9]|[桁回円枚通年月時歳冊台校%‰個点字](?![帳知収答金])|[件人名日](?![名物本義前称])"
    "| ?(?:か所|カ所|ヶ所|世帯(?![番コ主員ICN])|項目|種類|文字|号室|丁目|番地|条第|条の)"
    "| 円| 件(?!数|名)| 人(?![数員])| 名(?![義前称])|(?<![0-9]{4})分)"
)
"""What no identifier is followed by: 個人番号12桁 speaks of digits, 3件 of cases."""

_FILLER = regex(
    "(?:(?:番 ?号|記 ?号|その写し|写し|等|交付|の|は|が|を|も|に|no[.]?|欄|誤|正|新|旧|本来|変更[前後]|登録"
    "|[一-龥]{0,3}第"
    "|[ \n\t:;()\\[\\]〔〕【】「」『』<>\"'・,、=#./|…→■●◆◇○□▼※*-]))*",
    re.IGNORECASE,
)
_LONGEST = 40
_LATIN_END = regex("[A-Za-z](?=[A-Za-z]?[0-9])")
"""No12345: the name's last letter is no part of the number."""
AS_FOLLOWS = regex("^(?:は|については|を)?、?(?:次|以下|下記)の(?:とおり|通り)(?:です|でした|である|であった)?[。:]?")
_AGAIN = regex(
    "(?:[ \n\t、,・/→⇒:;()「」『』【】|=-]|及び|並びに|又は|または|と|や|から|へ|を|に|の|は|が|も|で"
    "|誤|正|新|旧|本来|実際"
    "|変更[前後]|前|後|正しくは|ではなく|でなく|記載|登録|印字|もう(?:一|1)[枚件方名人つ]|他|ほか"
    "|片方|一方|別|[①-⑳甲乙丙AB](?![0-9]))*"
)
"""What stands between two values of one sort: 1234567、7654321 及び …; 誤：… 正：…."""
_OTHER_VALUE = regex(
    "(?:19|20)[0-9]{2}(?:[-/.][0-9]{1,2}|[01][0-9][0-3][0-9](?![0-9]))"
    "|0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?![0-9])|0(?:120|570)"
)
"""A day or a telephone, which have detectors of their own."""
_UNLIKE = 4
_SHORTEST = 4
_DOUBTED = 6
"""From how many digits on a number is asked about whose name is used for things too."""
_COUNT = "(?:[0-9]{1,3} ?(?:桁|件|名|人|枚|通))?"
_SPEECH = regex(f"[^。0-9{BLOT}]{{0,32}}{_COUNT}[^。0-9{BLOT}]{{0,16}}")
_AT_PLACE = regex(
    "[ :(「]{0,2}[一-龥ぁ-んァ-ヴー]{1,12}(?:院|診療所|クリニック|科|館|大学|校|センター|薬局"
    "|[市区町村県園会]|組合|連合|支部|支店)"
    "[ :)」の]{0,2}(?:No[.]?|NO[.]?|№|ID|番 ?号|#)[ :.]{0,2}",
)
"""診察券 ○○病院 No.: whose card it is, and then its number."""
_ON_THE_LINE = regex(f"[^。0-9\n{BLOT}]{{0,24}}{_COUNT}[^。0-9\n{BLOT}]{{0,12}}")


def digits(count: int) -> str:
    """A pattern for exactly so many digits, however they are set apart; the next line may begin with others."""
    after = "(?![- ]{0,3}[0-9](?![0-9]{0,4} ?[件人名枚回]))"
    return f"(?<![0-9])[0-9](?:[- \n/.・_の、]{{0,3}}[0-9]){{{count - 1}}}{after}"


def run(count: int) -> str:
    """A pattern for so many digits side by side, but for a line end between them."""
    return f"[0-9](?:\n?[0-9]){{{count - 1}}}"


@dataclass(frozen=True, slots=True)
class Labelled:
    """Finds values of one kind after their name, in its column or in its field."""

    kind: Kind
    shapes: tuple[re.Pattern[str], ...]
    """Tried in order; the first that stands close enough wins."""
    shy: bool = False
    """The shapes say little by themselves, so between name and value only filler may stand."""
    why: str = "label"

    def find(self, view: View) -> Iterator[Span]:
        """The first value in each stretch that a name of this kind points to."""
        if not has_digit(view.digits):
            return
        for stretch in stretches(view):
            if stretch.kind is self.kind:
                found = self.value(view, stretch)
                if stretch.doubtful and found and _figures(view, *found) < _DOUBTED:
                    found = None
                while found:
                    yield Span(*found, self.kind, sure=not stretch.doubtful, why=self.why)
                    found = self._again(view, stretch, found)

    def _again(self, view: View, stretch: Stretch, last: tuple[int, int]) -> tuple[int, int] | None:
        """The next value of an enumeration, or the right one after the wrong one."""
        gap = _AGAIN.match(view.text, last[1], last[1] + _LONGEST)
        bounded = stretch.end - stretch.start < REACH or stretch.head
        if gap is None or gap.end() == last[1] or (bounded and gap.end() >= stretch.end):
            return None
        for shape in self.shapes:
            match = shape.match(view.digits, gap.end())
            if match and not _OTHER_VALUE.match(view.digits, gap.end()):
                start, end = match.start(), one_script(view, match.start(), match.end())
                like = abs((end - start) - (last[1] - last[0])) <= _UNLIKE and end - start >= _SHORTEST
                return (start, end) if like or not self.shy else None
        return None

    def value(self, view: View, stretch: Stretch) -> tuple[int, int] | None:
        """The value that stands in a stretch, if one does."""
        for shape in self.shapes if stretch.behind > 0 else ():
            low = max(0, stretch.behind - _LONGEST)
            matches = list(shape.finditer(view.digits, low, stretch.behind))
            if matches and not view.text[matches[-1].end() : stretch.behind].strip(" 」』"):
                return matches[-1].span()
        glued = stretch.start if _LATIN_END.match(view.digits, max(0, stretch.start - 1)) else 0
        figures = view.digits[glued : stretch.end + 24] if glued else view.digits
        for shape in self.shapes:
            match = shape.search(figures, stretch.start - glued, stretch.end - glued + (0 if stretch.head else 24))
            if match and match.start() + glued < stretch.end and self._near(view, stretch, match.start() + glued):
                start, end = match.start() + glued, match.end() + glued
                return start, one_script(view, start, end)
        return None

    def _near(self, view: View, stretch: Stretch, start: int) -> bool:
        gap = AS_FOLLOWS.sub("", view.text[stretch.start : start])
        if stretch.head or _FILLER.fullmatch(gap):
            return True
        if not self.shy:
            return _SPEECH.fullmatch(gap) is not None
        placed = _AT_PLACE.match(view.text, stretch.start, start + 3)
        strong = stretch.strong or (placed is not None and placed.end() >= start)
        return strong and _ON_THE_LINE.fullmatch(gap) is not None


def _figures(view: View, start: int, end: int) -> int:
    return sum(map(str.isdigit, view.digits[start:end]))


def one_script(view: View, start: int, end: int) -> int:
    """The end of a number, before any kanji digit that belongs to the next word (…567一部)."""
    typed = view.text[start:end]
    first = None if typed.isascii() else _FIGURE.search(typed)
    if first is None or first.group() in _KANJI:
        return end
    cut = next((i for i, char in enumerate(typed) if char in _KANJI), len(typed))
    return end if any(char.isdigit() or char in _KANJI for char in typed[cut + 1 :]) else start + cut


_KANJI = frozenset("〇零一二三四五六七八九壱弐参壹貳參")
_FIGURE = regex(f"[0-9{''.join(sorted(_KANJI))}]")
