"""Reads HTML and SVG as a reader does: blocks of text in order, with the words that head them.

What tags hold besides (attributes, scripts, comments) is left to `tags`, which sees each different tag once.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.labels import Labels
from generator.verify.markup import LOOSE, cut, tag_of
from generator.verify.unit import Reading, Unit, Where

if TYPE_CHECKING:
    from generator.verify.markup import Tag

_PLAIN = regex(
    "b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|rb|ruby|s|samp|strike|strong|sub|sup|tt|u|var|wbr"
)
"""Tags in the middle of a text, such as an author's emphasis: what stands on both sides is one text."""
_ASIDE_CLASSES = ("visually-hidden",)
_TYPESETTING = ("k-nb", "k-withheld", "k-verbatim")
"""The whole class of a `span` within an author's text: numbers held together, what is withheld, a slip kept."""
_CALLS = ("tel:", "mailto:")
_BLANKS = " \t\r\n\f"


class _Role(Enum):
    """What a tag means for the text around it."""

    NOTHING = "nothing"
    EDGE = "edge"
    """Laid by the templates beside a value; the text runs on."""
    WRAP, VALUE, END = "wrap", "value", "end"
    """A `span` or `a` in the middle of a text, one around a value of its own, the end of either."""
    LINE = "line"
    BLOCK = "block"
    LABEL = "label"
    """A block that says what others hold, or holds what others name."""
    ASIDE = "aside"
    """Read apart: between the characters of a line it would part what the eye sees together."""
    DATA = "data"


_NOTHING, _BLOCK = _Role.NOTHING, _Role.BLOCK
_ROLES = (
    dict.fromkeys(("abbr", "data", "img", "small", "time", "tspan"), _Role.EDGE)
    | dict.fromkeys(("td", "th", "tr", "table", "dt", "dd"), _Role.LABEL)
    | dict.fromkeys(("!--", "!", "?", "script", "style"), _Role.NOTHING)
    | {"br": _Role.LINE, "rt": _Role.ASIDE, "rp": _Role.ASIDE, "![cdata[": _Role.DATA}
)


def read_html(source: str) -> Reading:
    """Every block's text, every different tag."""
    page = _Page(source)
    tags = page.reading.tags
    parts = cut(source)
    place = 0
    # This loop runs for every tag of the site; what it decides itself is what most tags need.
    for text, piece in zip(parts[::2], parts[1::2], strict=False):
        if text:
            if text != "\n" or page.block.pieces:
                page.text(text, place)
            place += len(text)
        if piece not in tags:
            tags[piece] = place
        role = _role_of(piece)
        if role is _BLOCK and page.aside is None:
            if page.block.pieces:
                page.finish()
        elif role is not _NOTHING:
            page.tag(role, piece, place)
        place += len(piece)
    page.text(parts[-1], place)
    page.finish()
    return page.reading


class _Page:
    """The state while one page is read."""

    def __init__(self, source: str) -> None:
        self.reading = Reading(source)
        self.labels = Labels()
        self.block = _Block()
        self.aside: _Aside | None = None
        self.values: list[bool] = []
        """For each `span` and `a` that is open: whether it holds a value of its own."""

    def text(self, text: str, place: int) -> None:
        if "<" in text and (loose := LOOSE.search(text)):
            self.reading.break_at(place + loose.start())
        block = self.aside or self.block
        if block.texts and block.texts[-1] == "\n":  # a line end in the source after <br> is no second one
            stripped = text.lstrip(_BLANKS)
            text, place = stripped, place + len(text) - len(stripped)
        if block.pieces or not text.isspace():
            block.add(unescape(text) if "&" in text else text, place)

    def tag(self, role: _Role, piece: str, place: int) -> None:
        if self.aside is not None:
            self._within_aside(tag_of(piece))
        elif role is _Role.LABEL:
            self.finish()
            self.labels.pass_by(tag_of(piece), self.reading.units)
        else:
            self._inline(role, piece, place)

    def _inline(self, role: _Role, piece: str, place: int) -> None:
        if role is _Role.WRAP or role is _Role.VALUE:
            self.values.append(role is _Role.VALUE)
        is_end_of_value = role is _Role.END and self.values and self.values.pop()
        if role is _Role.EDGE or role is _Role.VALUE or is_end_of_value:
            self.block.edges.append(self.block.length)
        elif role is _Role.ASIDE:
            self.aside = _Aside(tag_of(piece).name)
        elif role is _Role.LINE:
            self.block.add("\n", place)
        elif role is _Role.DATA:
            tag = tag_of(piece)
            self.block.add(tag.inner, place + tag.inner_at)

    def _within_aside(self, tag: Tag) -> None:
        aside = self.aside
        if aside is None or tag.name != aside.name:
            return
        aside.depth += -1 if tag.end else 1
        if aside.depth == 0:
            self._keep(aside, Where.ASIDE)
            self.aside = None

    def finish(self) -> None:
        """The block ends here; so does an aside nobody closed."""
        if self.aside:
            self._keep(self.aside, Where.ASIDE)
            self.aside = None
        if self.block.pieces:
            self._keep(self.block, Where.SHOWN)
            self.block = _Block()

    def _keep(self, block: _Block, where: Where) -> None:
        text = "".join(block.texts)
        if text and not text.isspace():
            pieces, edges = tuple(block.pieces), tuple(block.edges)
            self.reading.units.append(Unit(text, where, pieces[0][1], self.labels.label, edges, pieces))


class _Block:
    """A block's text while it grows."""

    __slots__ = ("edges", "length", "pieces", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.pieces: list[tuple[int, int]] = []
        self.edges: list[int] = []
        self.length = 0

    def add(self, text: str, place: int) -> None:
        self.texts.append(text)
        self.pieces.append((self.length, place))
        self.length += len(text)


class _Aside(_Block):
    """An element read apart, and how many of its name are open in it."""

    __slots__ = ("depth", "name")

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.depth = 1


@lru_cache(maxsize=20_000)
def _role_of(piece: str) -> _Role:
    tag = tag_of(piece)
    if tag.name in _ROLES:
        return _ROLES[tag.name]
    if tag.name in ("a", "span"):
        return _Role.END if tag.end else _opened(tag)
    return _Role.NOTHING if _PLAIN.fullmatch(tag.name) else _Role.BLOCK


def _opened(tag: Tag) -> _Role:
    if tag.name == "a":
        return _Role.VALUE if tag.get("href").startswith(_CALLS) else _Role.WRAP
    if any(word in _ASIDE_CLASSES for word in tag.get("class").split()):
        return _Role.ASIDE
    return _Role.WRAP if tag.get("class") in _TYPESETTING else _Role.VALUE
