"""What must stand nowhere, and the rules by which a stretch of text is it: docs/adr/0008-verify.md.

The weight of a string says how unlikely it is to stand somewhere by chance.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from ahocorasick_rs import AhoCorasick

from generator.patterns import regex
from generator.redaction.view import fold
from generator.verify.flow import bare
from generator.verify.unit import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.redaction.withheld import Withheld
    from generator.verify.flow import Flow

CERTAIN = 36
"""Four kanji, six kana, eight letters, eleven digits: in a site of 10,000 records none such stands by chance."""
LIKELY = 24
"""Three kanji, four kana, six letters, eight digits: enough in the few files that carry the very record."""
LEAST = 9
"""One kanji, two kana or letters, three digits: less is in every page and tells nothing."""
PHRASE = 60
"""A 件名 from seven kanji or ten kana; shorter ones are phrases that others use too."""

_SCRIPTS = (
    ("digit", 3.3, regex("[0-9]")),
    ("latin", 4.7, regex("[a-z\u00df-\u00f6\u00f8-\u024f]")),
    ("hiragana", 6.0, regex("[ぁ-ゖゝゞ]")),
    ("katakana", 6.0, regex("[ァ-ヺーヽヾ]")),
    ("kanji", 9.0, regex("[一-鿿㐀-䶿豈-﫿々〆〇\U00020000-\U0003ffff]")),
)
"""Name, bits that one character of a name or number tells, and which characters they are."""
_NAMED = tuple(name for name, _, _ in _SCRIPTS)
_OTHER = ("", 1.0)
_ID = regex("[a-z0-9]+(?:-[a-z0-9]+)*")
_OF_ID = regex("[a-z0-9-]")


def _script(char: str) -> tuple[str, float]:
    return next(((name, bits) for name, bits, chars in _SCRIPTS if chars.match(char)), _OTHER)


def weight(text: str) -> float:
    """How much a folded text tells, in bits."""
    return sum(_script(char)[1] for char in text)


class Needle(Protocol):
    """One string to look for."""

    @property
    def code(self) -> str:
        """The problem it is."""

    @property
    def kind(self) -> str:
        """Its 区分 for the report; empty for an unpublished record."""

    def stands(self, flow: Flow, start: int, end: int, owners: frozenset[str]) -> bool:
        """Whether this stretch, equal but for hyphens, is it, in a file of these owners."""


@dataclass(frozen=True, slots=True)
class WithheldNeedle:
    """An identifier that was withheld."""

    folded: str = field(repr=False)
    kind: str
    owners: frozenset[str]
    everywhere: bool
    weight: float
    code: str = "L701"

    def stands(self, flow: Flow, start: int, end: int, owners: frozenset[str]) -> bool:
        """The lighter, the nearer to its own record and the more by itself it must stand; the lightest tell nothing."""
        if self.weight < LEAST or not (self.everywhere or flow.units[flow.index(start)].where.is_text):
            return False
        here = not self.owners.isdisjoint(owners)
        if not (here or self.everywhere):
            return False
        if self.weight < (LIKELY if here else CERTAIN) and flow.crosses(start, end):
            return False
        if self.everywhere:
            return self.weight >= CERTAIN or _is_token(flow, start, end)
        # 昭和33年3月12日 is that day also before 生; only of a longer number it is no part.
        scripts = ("digit",) if self.weight >= CERTAIN else _NAMED
        return _is_token(flow, start, end, scripts) and flow.written(start, end) == self.folded


@dataclass(frozen=True, slots=True)
class IdNeedle:
    """The id or 事案番号 of a record that is not public."""

    folded: str = field(repr=False)
    weight: float
    kind: str = ""
    code: str = "L704"

    def stands(self, flow: Flow, start: int, end: int, owners: frozenset[str]) -> bool:  # noqa: ARG002 -- Needle
        """By itself; a light one (`report`) only where addresses stand, as a whole step of a path."""
        before, after = flow.before(start), flow.after(end)
        if _OF_ID.match(before) or _OF_ID.match(after) or flow.written(start, end) != self.folded:
            return False
        if self.weight >= CERTAIN:
            return True
        is_address = flow.units[flow.index(start)].where in (Where.PATH, Where.TARGET)
        return is_address and before in ("", "/") and after in ("", "/", ".", "?", "#")


@dataclass(frozen=True, slots=True)
class TitleNeedle:
    """The 件名 of a record that is not public."""

    weight: float
    kind: str = ""
    code: str = "L704"

    def stands(self, flow: Flow, start: int, end: int, owners: frozenset[str]) -> bool:  # noqa: ARG002 -- Needle
        """Anywhere; a light one only as a text of its own."""
        return self.weight >= PHRASE or (flow.is_edge(start) and flow.is_edge(end))


class Needles:
    """All of them, found in one pass over a text."""

    def __init__(self, withheld: Iterable[Withheld], unpublished: Iterable[str]) -> None:
        found: dict[str, list[Needle]] = defaultdict(list)
        for one in withheld:
            found[bare(one.folded)].append(
                WithheldNeedle(one.folded, one.kind.value, one.owners, one.everywhere, weight(bare(one.folded)))
            )
        for text in unpublished:
            folded = fold(text)
            needle = IdNeedle(folded, weight(folded)) if _ID.fullmatch(folded) else TitleNeedle(weight(folded))
            found[bare(folded)].append(needle)
        found.pop("", None)
        self._needles: Sequence[list[Needle]] = list(found.values())
        self._machine = AhoCorasick(found)

    def find(self, text: str) -> Iterator[tuple[Needle, int, int]]:
        """Every stretch of a flow's text that may be one; overlapping ones too."""
        for index, start, end in self._machine.find_matches_as_indexes(text, overlapping=True):
            for needle in self._needles[index]:
                yield needle, start, end


def _is_token(flow: Flow, start: int, end: int, scripts: Sequence[str] = _NAMED) -> bool:
    """Whether on neither side a character of the same one of these scripts adjoins."""
    sides = (flow.before(start), flow.text[start]), (flow.after(end), flow.text[end - 1])
    return not any(outer and _script(outer)[0] == _script(inner)[0] in scripts for outer, inner in sides)
