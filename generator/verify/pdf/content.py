"""The texts of a content stream (ISO 32000-1, 7.8 and 9.4): what each marked stretch shows, code by code.

Where glyphs stand is not looked at: every one is read, seen or not, in the order of the stream.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.pdf.objects import Seen, read_value
from generator.verify.pdf.strings import STRING, NotPlainError, end_of_string, hexed, literal, text_of

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from generator.verify.pdf.fonts import Codes

_ENDS = rb"(?=[\x00\t\n\x0c\r /(<\[]|\Z)"
_OPERATORS = (
    rb"b\*?|B\*?|cm?|cs|CS|d|f\*?|F|gs|[gG]|h|i|[jJ]|[klKL]|m|M|n|q|Q|re|rg|RG|ri|sc|SC|scn|SCN|s|S|v|w|W\*?|y"
    rb"|BT|ET|T\*|T[cdDfjJLmrswz]"
)
_PIECE = regex(
    rb"(?:[-+0-9.\[\]\x00\t\n\x0c\r ]++|(?:" + _OPERATORS + rb")" + _ENDS + rb")*+"
    rb"(?:/Span<</MCID (?P<element>[0-9]++)(?:/Lang\([A-Za-z-]{2,8}\))?>>BDC"
    + _ENDS
    + rb"|(?P<string>"
    + STRING
    + rb")|(?P<deep>\()"
    rb"|(?P<hex><[0-9A-Fa-f]*+>)"
    rb"|(?P<ruled>/Artifact<</Type/Layout>>BDC"
    + _ENDS
    + rb")|/(?P<font>[A-Za-z0-9]++) [0-9.]++ Tf"
    + _ENDS
    + rb"|/[A-Za-z0-9]++(?P<marked> ?<<| BMC"
    + _ENDS
    + rb")"
    rb"|(?P<paint>/[A-Za-z0-9]++ ?(?:cs|CS|gs|ri|Do|sh|scn|SCN)"
    + _ENDS
    + rb")|(?P<end>EMC)"
    + _ENDS
    + rb"|(?P<stop>\Z))"
)
"""What shows nothing is passed over in one go; what is not known stops the reading."""
_MARKED = regex(rb"BDC" + _ENDS)


@dataclass(slots=True)
class _Marked:
    """A stretch between BDC and EMC."""

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
    """Texts of no element: heads and feet of pages, glyphs that are read as something else, properties of stretches."""


def read_content(data: bytes, fonts: Mapping[str, Codes]) -> Shown:
    """The texts of a content stream, with the fonts of its page."""
    return _Reader(data, fonts).read()


class _Reader:
    def __init__(self, data: bytes, fonts: Mapping[str, Codes]) -> None:
        self._data = data
        self._fonts = fonts
        self._font: Codes | None = None
        self._open: list[_Marked] = []
        self._shown = Shown({}, [])

    def read(self) -> Shown:
        at = 0
        while True:
            piece = _PIECE.match(self._data, at)
            if piece is None:
                raise NotPlainError
            at = piece.end()
            if piece.lastgroup == "stop":
                break
            if piece.lastgroup != "paint":
                at = self._step(piece.lastgroup or "", piece, at)
        if self._open:
            raise NotPlainError
        return self._shown

    def _step(self, kind: str, piece: re.Match[bytes], at: int) -> int:
        """Take in one piece; where the next one begins."""
        if kind == "string":
            self._show(literal(piece["string"]))
        elif kind == "element":
            self._open.append(_Marked(int(piece["element"])))
        elif kind == "hex":
            self._show(hexed(piece["hex"]))
        elif kind == "font":
            self._font = self._fonts.get(piece["font"].decode())
        elif kind == "end":
            self._close()
        elif kind == "ruled":
            self._open.append(_Marked())
        elif kind == "marked":
            return self._begin(at, has_properties=piece["marked"].endswith(b"<<"))
        elif kind == "deep":
            end = end_of_string(self._data, at - 1)
            self._show(literal(self._data[at - 1 : end]))
            return end
        return at

    def _show(self, codes: bytes) -> None:
        if self._font is None:
            raise NotPlainError
        text = self._font.text(codes)
        (self._open[-1].texts if self._open else self._shown.outside).append(text)

    def _begin(self, at: int, *, has_properties: bool) -> int:
        marked = _Marked()
        if has_properties:
            seen = Seen()
            about, at = read_value(self._data, at - 2, seen)
            found = _MARKED.match(self._data, at)
            if found is None or not isinstance(about, dict):
                raise NotPlainError
            at = found.end()
            marked.number = int(about["MCID"]) if "MCID" in about else None
            marked.said = text_of(about["ActualText"]) if "ActualText" in about else None
            self._shown.outside += [text_of(text) for key, text in seen.strings if key not in ("ActualText", "Lang")]
        self._open.append(marked)
        return at

    def _close(self) -> None:
        if not self._open:
            raise NotPlainError
        marked = self._open.pop()
        text = "".join(marked.texts)
        if marked.said is not None:
            self._shown.outside += [text] if marked.said != text else []
            text = marked.said
        if marked.number is not None:
            if marked.number in self._shown.marked:
                raise NotPlainError
            self._shown.marked[marked.number] = text
        else:
            (self._open[-1].texts if self._open else self._shown.outside).append(text)
