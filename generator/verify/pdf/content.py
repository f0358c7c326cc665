"""The texts of a content stream (ISO 32000-1, 7.8 and 9.4): what each marked stretch shows, code by code.

Where glyphs stand is not looked at: every one is read, seen or not, in the order of the stream.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.pdf.objects import STRING, NotPlainError, deep_string, hexed, read_value, string, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENDS = rb"(?=[\x00\t\n\x0c\r /(<\[]|$)"
_OPERATORS = (
    rb"b\*?|B\*?|cm?|cs|CS|d|f\*?|F|gs|[gG]|h|i|[jJ]|[klKL]|l|m|M|n|q|Q|re|rg|RG|ri|sc|SC|scn|SCN|s|S|v|w|W\*?|y"
    rb"|BT|ET|T\*|T[cdDfjJLmrswz]"
)
_PIECE = regex(
    rb"(?:[-+0-9.\[\]\x00\t\n\x0c\r ]++|(?:" + _OPERATORS + rb")" + _ENDS + rb")*+"
    rb"(?:(?P<string>" + STRING + rb")|(?P<deep>\()"
    rb"|(?P<hex><[0-9A-Fa-f]*+>)"
    rb"|/(?P<font>[A-Za-z0-9]++) [0-9.]++ Tf" + _ENDS + rb"|/(?P<tag>[A-Za-z0-9]++)(?P<marked> ?<<| BMC" + _ENDS + rb")"
    rb"|/[A-Za-z0-9]++ ?(?:cs|CS|gs|ri)" + _ENDS + rb"|(?P<end>EMC)(?=[\x00\t\n\x0c\r /(<\[]|$)|(?P<stop>$))"
)
"""What shows nothing is passed over in one go; what is not known stops the reading."""
_MARKED = regex(rb"BDC" + _ENDS)


@dataclass(slots=True)
class Marked:
    """A stretch between BDC and EMC."""

    tag: str
    number: int | None = None
    """MCID: which element of the structure it belongs to; None for what stands outside the structure."""
    texts: list[str] = field(default_factory=list)
    said: str | None = None
    """ActualText: what is read in place of the glyphs."""


@dataclass(slots=True)
class Shown:
    """What a page shows."""

    marked: dict[int, str]
    """The text of each MCID."""
    outside: list[str]
    """Texts of no element: heads and feet of pages, and glyphs that are read as something else."""
    strings: list[str]
    """Texts that stand in the properties of stretches."""


def read_content(data: bytes, fonts: Mapping[str, Mapping[int, str]]) -> Shown:
    """The texts of a content stream; `fonts` gives the characters of each font's codes."""
    return _Reader(data, fonts).read()


class _Reader:
    def __init__(self, data: bytes, fonts: Mapping[str, Mapping[int, str]]) -> None:
        self._data = data
        self._fonts = fonts
        self._font: Mapping[int, str] | None = None
        self._open: list[Marked] = []
        self._shown = Shown({}, [], [])

    def read(self) -> Shown:
        at = 0
        data = self._data
        while True:
            piece = _PIECE.match(data, at)
            if piece is None:
                raise NotPlainError
            at, kind = piece.end(), piece.lastgroup
            if kind == "string":
                self._show(string(piece["string"]))
            elif kind == "deep":
                begun, at = at - 1, deep_string(data, at - 1)
                self._show(string(data[begun:at]))
            elif kind == "hex":
                self._show(hexed(piece["hex"]))
            elif kind == "font":
                self._font = self._fonts[piece["font"].decode()]
            elif kind == "marked":
                at = self._begin(piece["tag"].decode(), piece["marked"], at)
            elif kind == "end":
                self._close()
            elif kind == "stop":
                if self._open:
                    raise NotPlainError
                return self._shown

    def _show(self, codes: bytes) -> None:
        if self._font is None or len(codes) % 2:
            raise NotPlainError
        try:
            text = "".join([self._font[high << 8 | low] for high, low in zip(codes[::2], codes[1::2], strict=True)])
        except KeyError as error:
            raise NotPlainError from error
        if self._open:
            self._open[-1].texts.append(text)
        else:
            self._shown.outside.append(text)

    def _begin(self, tag: str, how: bytes, at: int) -> int:
        marked = Marked(tag)
        if how.endswith(b"<<"):
            about, at = read_value(self._data, at - 2)
            found = _MARKED.match(self._data, at)
            if found is None or not isinstance(about, dict):
                raise NotPlainError
            at = found.end()
            for key, value in about.items():
                if key == "MCID":
                    marked.number = int(value)
                elif key == "ActualText":
                    marked.said = text_of(value)
                elif isinstance(value, bytes):
                    self._shown.strings.append(text_of(value))
        self._open.append(marked)
        return at

    def _close(self) -> None:
        if not self._open:
            raise NotPlainError
        marked = self._open.pop()
        text = "".join(marked.texts)
        if marked.said is not None and marked.said != text:
            self._shown.outside.append(text)
            text = marked.said
        if marked.number is not None:
            if marked.number in self._shown.marked:
                raise NotPlainError
            self._shown.marked[marked.number] = text
        elif self._open:
            self._open[-1].texts.append(text)
        elif text:
            self._shown.outside.append(text)
