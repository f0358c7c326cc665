"""One text as a detector sees it, and the way back to the characters that were typed.

`text` is folded (width, spaces, hyphens, invisible characters) and free of markup; line ends and tabs stay, because
cells and form lines are evidence.  `digits` is the same text with kanji digits as digits, offset for offset.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.folding import KANJI_DIGITS, fold, fold_singles
from generator.redaction.kinds import Kind
from generator.redaction.markup import Pair, Piece, is_plain, read_markup
from generator.redaction.near import near

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["BLOT", "Joined", "View", "fold", "joined", "readable", "view_of", "views_of"]

BLOT = "\ufdef"
"""Stands for each character of a word that stands for a redaction; a noncharacter that no source may hold."""

_FIGURES = {chr(code): chr(figure) for code, figure in KANJI_DIGITS.items()}
_KANJI_DIGIT = regex(f"[{''.join(_FIGURES)}]")
_SAID_ZERO = regex(f"(?:ゼロ|ぜろ|マル|まる|オー|レイ)(?=[- ]?(?:[0-9{''.join(_FIGURES)}]|ゼロ|マル|オー))")
"""A zero as one says it on the telephone."""
_LIKE = "[0-9oOОоlI]"
_LETTER = near(
    regex("[oOОоlI]"),
    f"(?<![0-9A-Za-z-])(?=[0-9-() ]{{0,16}}[oOОоlI])(?=[^\\n]{{0,16}}[1-9])"
    f"[(]?[0oOОо]{_LIKE}{{1,4}}[-() ]{{1,2}}{_LIKE}{{1,4}}[-() ]{{1,2}}{_LIKE}{{4}}(?![0-9A-Za-z-])"
    f"|(?<![0-9A-Za-z-])(?=[0-9- ]{{0,13}}[oOОоlI])(?=[^\\n]{{0,4}}[0-9])"
    f"{_LIKE}{{4}}(?P<gap>[- ]){_LIKE}{{4}}(?P=gap){_LIKE}{{4}}(?![0-9A-Za-z])"
    f"|(?<![0-9A-Za-z-])(?=[0-9- ]{{0,14}}[oOОоlI])"
    f"[0-9]{{2}}[- ][0-9]{{2}}[- ]{_LIKE}{{4}}[- ]{_LIKE}{{4}}(?![0-9A-Za-z])"
    f"|(?<=[A-Z]{{2}} )(?=[0-9 ]{{0,7}}[oOОоlI]){_LIKE}{{4}} ?{_LIKE}{{3}}(?![0-9A-Za-z])"
    "|(?<![0-9A-Za-z])[oOОо](?=[5789][0oOОо][-0-9 ])|(?<=[0-9])[oOОо](?=[-0-9])|(?<=[0-9-])[lI](?=[0-9])"
    "|(?<=[0-9])[oOОоlI]{1,2}(?=年|月[0-9oOlI]|日|歳|丁目|番地?[0-9]|[0-9])"
    "|(?<![A-Za-z])[oOОоlI]{1,2}(?=月[0-9oOlI]{1,2}日|丁目[0-9oOlI])",
    reach=24,
)
"""Letters that stand for digits: o90-…, l丁目2O-7, (O45)-OOO-4l7o, as machines and hasty people read them."""
_READ_AS = str.maketrans("oOОоlI", "000011")
_CIRCLED = regex("[⓪①-⑨](?=-?[⓪①-⑨])|(?<=[⓪①-⑨])[⓪①-⑨]|(?<=[⓪①-⑨]-)[⓪①-⑨]|(?<=[年月成和正治])[①-⑨](?=[年月日])")
"""Digits in circles in a row are a number; one alone marks an item."""
_UNCIRCLED = {"⓪": "0", **{chr(0x245F + figure): str(figure) for figure in range(1, 10)}}
_SHOWN = regex(f"〔({'|'.join(kind.value for kind in Kind)})〕")
_BLOTTED = regex(f"〔{BLOT}+〕")


@dataclass(frozen=True, slots=True)
class View:
    """A folded text with a map back to the original."""

    text: str = field(repr=False)
    """What a reader reads: every kind of space is one plain space each, `\\n` and `\\t` stay."""
    digits: str = field(repr=False)
    """`text` with 〇一二…九 as digits; the same length."""
    label: str = field(default="", repr=False)
    """The words of the column head, form label or field that names this text, as `fold` leaves them; may be empty."""
    starts: Sequence[int] | None = field(default=None, repr=False)
    ends: Sequence[int] | None = field(default=None, repr=False)
    """For each character of `text`, where its original begins and ends; None where nothing moved."""
    pairs: tuple[Pair, ...] = field(default=(), repr=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original characters of `start` to `end` (not empty): whole ones only, with markers in pairs."""
        if self.starts is None or self.ends is None:
            return start, end
        first, last = self.starts[start], self.ends[end - 1]
        return _balanced(first, last, self.pairs)


def view_of(text: str, label: str = "") -> View:
    """The main view of a text; link targets are left out (`views_of` has them)."""
    return views_of(text, label)[0] if not is_plain(text) else _plain(text, label)


def views_of(text: str, label: str = "") -> tuple[View, ...]:
    """The main view, then one for each link target."""
    if is_plain(text):
        return (_plain(text, label),)
    markup = read_markup(text)
    main = _mapped(text, (0, len(text)), markup.pieces, tuple(markup.pairs), label)
    return (main, *(_target(text, start, end) for start, end in markup.targets if end > start))


def _figures(text: str) -> str:
    """`text.translate(KANJI_DIGITS)`, faster where there are few; ゼロ becomes a zero and a space."""
    text = _SAID_ZERO.sub("0 ", text)
    text = _LETTER.sub(lambda match: match.group().translate(_READ_AS), text)
    text = _CIRCLED.sub(lambda match: _UNCIRCLED[match.group()], text)
    return _KANJI_DIGIT.sub(lambda match: _FIGURES[match.group()], text)


def _plain(text: str, label: str) -> View:
    folded = _without_shown(fold_singles(text))
    return View(folded, _figures(folded), fold(label) if label else "")


def _without_shown(folded: str) -> str:
    """〔電話〕, which stands for a redaction, names no number that follows it: its word is blotted out."""
    return _SHOWN.sub(lambda match: f"〔{BLOT * len(match[1])}〕", folded) if "〔" in folded else folded


def readable(text: str) -> str:
    """The text of the main view with 〔氏名〕 and its like left as a page shows them."""
    words = iter(_SHOWN.findall(fold_singles(text)))
    return _BLOTTED.sub(lambda _blotted: f"〔{next(words, '')}〕", view_of(text).text)


def _target(text: str, start: int, end: int) -> View:
    """A link's target, read with its entities and percent-encoding undone."""
    pieces = [
        Piece(start + piece.start, start + piece.end, piece.shown)
        for piece in read_markup(text[start:end]).pieces
        if piece.shown
    ]
    return _mapped(text, (start, end), pieces, (), "")


def _mapped(text: str, stretch: tuple[int, int], pieces: Iterable[Piece], pairs: tuple[Pair, ...], label: str) -> View:
    place, high = stretch
    shown: list[str] = []
    starts: list[Iterable[int]] = []
    ends: list[Iterable[int]] = []
    for piece in chain(pieces, (Piece(high, high, ""),)):
        if piece.start < place:  # inside one that was read already, such as an escape in a link target
            continue
        shown += (text[place : piece.start], piece.shown)
        starts += (range(place, piece.start), [piece.start] * len(piece.shown))
        ends += (range(place + 1, piece.start + 1), [piece.end] * len(piece.shown))
        place = piece.end
    raw = "".join(shown).replace("\r", " ")
    folded = _without_shown(fold_singles(raw))
    return View(
        folded,
        _figures(folded),
        fold(label) if label else "",
        tuple(chain.from_iterable(starts)),
        tuple(chain.from_iterable(ends)),
        pairs,
    )


def _balanced(first: int, last: int, pairs: tuple[Pair, ...]) -> tuple[int, int]:
    """The stretch widened until it holds both markers of a pair, or neither, and no half of one."""
    moved = True
    while moved:
        moved = False
        for pair in pairs:
            opening = first < pair.inner and last > pair.start
            closing = first < pair.end and last > pair.outer
            if (opening or closing) and not (first <= pair.start and last >= pair.end):
                first, last, moved = min(first, pair.start), max(last, pair.end), True
    return first, last


@dataclass(frozen=True, slots=True)
class Joined:
    """A view's text without any space or line end, with the way back to the view."""

    text: str = field(repr=False)
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters `start` to `end` (not empty) stand in the view's text."""
        return self.places[start], self.places[end - 1] + 1

    def index(self, place: int) -> int:
        """The first joined character at or after `place` of the view's text."""
        return bisect_left(self.places, place)


def joined(text: str) -> Joined:
    """A view's text with everything joined that spaces, tabs and line ends part."""
    places = [i for i, char in enumerate(text) if char not in " \t\n"]
    return Joined("".join([text[i] for i in places]), places)
