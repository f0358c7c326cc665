"""What the codes of a font stand for: its ToUnicode map (ISO 32000-1, 9.10.3), which copying and screen readers follow.

Only fonts whose codes are two bytes, set by Identity-H; their outlines are pictures, taken as the map says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from generator.patterns import regex
from generator.verify.pdf.objects import Stream
from generator.verify.pdf.strings import NotPlainError

if TYPE_CHECKING:
    from generator.verify.pdf.objects import File, Value

_PART = regex(rb"[0-9]+ beginbf(char|range)\n([^b]*)endbf\1\n")
_PAIR = regex(rb"<([0-9A-Fa-f]{4})> <((?:[0-9A-Fa-f]{4})+)>\n")
_RANGE = regex(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <((?:[0-9A-Fa-f]{4})+)>\n")


class Codes(dict[int, str]):
    """The text of each code."""

    def __missing__(self, code: int) -> NoReturn:
        """A glyph that says nothing to a machine, though an eye may read it."""
        raise NotPlainError

    def text(self, codes: bytes) -> str:
        """The text of a row of codes.  Those of 0xD800 and above, which no font of ours has, are no text."""
        try:
            return codes.decode("utf-16-be").translate(self)
        except UnicodeDecodeError as error:
            raise NotPlainError from error


def codes_of(font: Value, file: File) -> Codes:
    """The codes of a font."""
    if not isinstance(font, dict) or font.get("Encoding") != "Identity-H" or font.get("Subtype") != "Type0":
        raise NotPlainError
    stream = file.get(font.get("ToUnicode"))
    if not isinstance(stream, Stream) or b"usecmap" in stream.data:
        raise NotPlainError
    found = Codes()
    for part in _PART.finditer(stream.data):
        pattern = _PAIR if part[1] == b"char" else _RANGE
        if pattern.sub(b"", part[2]):
            raise NotPlainError
        for entry in pattern.findall(part[2]):
            first, last, text = int(entry[0], 16), int(entry[-2], 16), bytes.fromhex(entry[-1].decode())
            for step in range(last - first + 1 if part[1] == b"range" else 1):
                found[first + step] = _stepped(text, step)
    return found


def _stepped(text: bytes, step: int) -> str:
    """The text of a code of a range: its last unit counts up."""
    whole = text[:-2] + (int.from_bytes(text[-2:], "big") + step).to_bytes(2, "big") if step else text
    return whole.decode("utf-16-be", "surrogatepass")
