"""A number that is found because something says what it is: the shape it should have, after the name of its kind.

The shapes live with their kinds.  A wrong length or a bad check digit after the name changes nothing: it is still
somebody's number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.redaction.numbers.labels import stretches
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.kinds import Kind
    from generator.redaction.numbers.labels import Stretch
    from generator.redaction.view import View

JOIN = "[- \n\t]{0,3}"
"""What a typist or a line end leaves between two digits of one number."""

_FILLER = re.compile("(?:番 ?号|記 ?号|(?:その)?写し|等|の|は|が|を|も|に|「|『|第|no[.]?|[ \n\t:;()（）\\[\\]〔〕【】<>\"'・,、=#./→-])*", re.IGNORECASE)
_SPEECH = re.compile("[^。0-9]{0,32}")


def digits(count: int) -> str:
    """A pattern for exactly so many digits, however they are set apart."""
    return f"(?<![0-9])[0-9](?:{JOIN}[0-9]){{{count - 1}}}(?!{JOIN}[0-9])"


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
        for stretch in stretches(view):
            if stretch.kind is self.kind:
                found = self._value(view, stretch)
                if found:
                    yield Span(*found, self.kind, sure=True, why=self.why)

    def _value(self, view: View, stretch: Stretch) -> tuple[int, int] | None:
        for shape in self.shapes:
            match = shape.search(view.digits, stretch.start, stretch.end + (0 if stretch.head else 24))
            if match and match.start() < stretch.end and self._near(view, stretch, match.start()):
                start, end = match.span("value") if "value" in shape.groupindex else match.span()
                return start, one_script(view, start, end)
        return None

    def _near(self, view: View, stretch: Stretch, start: int) -> bool:
        gap = view.digits[stretch.start : start]
        allowed = _FILLER if self.shy and not stretch.strong else _SPEECH
        return stretch.head or allowed.fullmatch(gap) is not None


def one_script(view: View, start: int, end: int) -> int:
    """The end of a number, before any kanji digit that belongs to the next word (…567一部)."""
    typed = view.text[start:end]
    if typed.isascii() or not typed[:1].isascii():
        return end
    return start + next(i for i, char in enumerate(typed) if char in _KANJI) if _KANJI & set(typed) else end


_KANJI = frozenset("〇零一二三四五六七八九壱弐参壹貳參")
