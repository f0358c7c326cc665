"""Where each character of a scalar's value was typed, for the five styles of YAML.

libyaml gives the marks of a whole scalar only.  The map is built from the raw characters between them, on
first use, by the same steps as libyaml's scanner (scan_plain_scalar, scan_flow_scalar, scan_block_scalar),
and must yield the very value libyaml gave: a wrong place would let `redact --write` cut the wrong characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Place
    from generator.source.file_text import FileText


class Typed(NamedTuple):
    """One character of a value and the raw characters, from the scalar's start, that it was typed with."""

    char: str
    start: int
    end: int


class ScalarOrigin:
    """The `Origin` of a scalar; offsets of a value may run from 0 to its length."""

    __slots__ = ("_ends", "_file", "_starts", "_style", "_value", "end", "start")

    def __init__(self, file: FileText, start: int, end: int, style: str, value: str) -> None:
        self.start, self.end = start, end
        """Offsets in the file's text, quotes and block header included."""
        self._file, self._style, self._value = file, style, value
        self._starts: list[int] | range | None = None
        self._ends: list[int] | range = []

    def place(self, offset: int) -> Place:
        """The place of the character at `offset` of the value."""
        return self._file.place(self._built()[offset])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the file's text of the value's characters `start` to `end`."""
        starts = self._built()
        return (starts[start], self._ends[end - 1] if end > start else starts[start])

    def _built(self) -> list[int] | range:
        if self._starts is None:
            self._starts, self._ends = self._plain_range() or self._lists()
        return self._starts

    def _plain_range(self) -> tuple[range, range] | None:
        """Most scalars are typed as they are: no map, only a shift."""
        quote = 1 if self._style in ('"', "'") else 0
        length = len(self._value)
        if self._style in ("|", ">") or self.end - self.start - 2 * quote != length:
            return None
        first = self.start + quote
        if self._file.text[first : first + length] != self._value:
            return None
        return range(first, first + length + 1), range(first + 1, first + length + 1)

    def _lists(self) -> tuple[list[int], list[int]]:
        typed = tuple(_typed(self._file.text[self.start : self.end], self._style, self._value))
        if "".join(item.char for item in typed) != self._value:
            raise AssertionError(f"no offset map for the scalar at {self._file.place(self.start)}")
        starts = [self.start + item.start for item in typed]
        ends = [self.start + item.end for item in typed]
        return [*starts, ends[-1] if ends else self._after_header()], ends

    def _after_header(self) -> int:
        return self.end if not self._style else min(self.start + 1, self.end)


def _typed(raw: str, style: str, value: str) -> Iterator[Typed]:
    if style in ("|", ">"):
        return _block(raw, style == ">", value)
    return _flow(raw, style)


_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "'": "'", "/": "/", "\\": "\\",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""YAML 1.1, 5.6 (escape sequences), with `\\/` of YAML 1.2."""
_DIGITS = {"x": 2, "u": 4, "U": 8}
_BREAK = regex(r"\r?\n")
_BLANKS = regex(r"[ \t\r\n]+")


def _flow(raw: str, style: str | None) -> Iterator[Typed]:
    """Plain and quoted: a line end with blanks around it is one space, or the empty lines that follow it."""
    at, end = (0, len(raw)) if not style else (1, len(raw) - 1)
    while at < end:
        blanks = _BLANKS.match(raw, at, end)
        if blanks:
            yield from _folded(raw, at, blanks.end())
            at = blanks.end()
        elif style == '"' and raw[at] == "\\" and raw[at + 1] in "\r\n":
            blanks = _BLANKS.match(raw, at + 1, end)
            stop = blanks.end() if blanks else at + 2
            breaks = _breaks(raw, at + 1, stop)
            yield from breaks[1:]
            at = stop
        else:
            one = _escaped(raw, at) if style == '"' else _quoted(raw, at, style)
            yield one
            at = one.end


def _folded(raw: str, start: int, end: int) -> list[Typed]:
    breaks = _breaks(raw, start, end)
    if not breaks:
        return [Typed(raw[at], at, at + 1) for at in range(start, end)]
    return breaks[1:] or [Typed(" ", start, end)]


def _breaks(raw: str, start: int, end: int) -> list[Typed]:
    return [Typed("\n", found.start(), found.end()) for found in _BREAK.finditer(raw, start, end)]


def _quoted(raw: str, at: int, style: str | None) -> Typed:
    return Typed(raw[at], at, at + (2 if style == "'" and raw[at] == "'" else 1))


def _escaped(raw: str, at: int) -> Typed:
    if raw[at] != "\\":
        return Typed(raw[at], at, at + 1)
    letter = raw[at + 1]
    if letter in _DIGITS:
        end = at + 2 + _DIGITS[letter]
        return Typed(chr(int(raw[at + 2 : end], 16)), at, end)
    return Typed(_ESCAPES[letter], at, at + 2)


_LINE = regex(r"(?P<content>[^\r\n]*)(?P<break>\r?\n|$)")


def _block(raw: str, folding: bool, value: str) -> Iterator[Typed]:  # noqa: FBT001 - read from the style right above
    """`|` and `>`; what chomping cut off the end is cut off here by the value's length."""
    lines = _content_lines(raw, value)
    typed = list(_block_folded(lines) if folding else _joined(lines))
    yield from typed[: len(value)]
    # At the end of a file without a line end libyaml adds the one that `+` and `|` promise.
    yield from (Typed("\n", len(raw), len(raw)) for _ in range(len(typed), len(value)))


class _Line(NamedTuple):
    text: str
    start: int
    """Where `text` begins, behind its indentation."""
    line_break: Typed | None


def _content_lines(raw: str, value: str) -> list[_Line]:
    found = [match for match in _LINE.finditer(raw, _header_end(raw)) if match.group()]
    indent = _indent([match.group("content") for match in found], value)
    lines = []
    for match in found:
        content, start = match.group("content"), match.start()
        cut = min(indent, len(content) - len(content.lstrip(" ")))
        line_break = Typed("\n", match.start("break"), match.end()) if match.group("break") else None
        lines.append(_Line(content[cut:], start + cut, line_break))
    return lines


def _header_end(raw: str) -> int:
    found = _BREAK.search(raw)
    return found.end() if found else len(raw)


def _indent(lines: list[str], value: str) -> int:
    """The difference between the first line with text as typed and as libyaml gives it."""
    typed = next((line for line in lines if line.strip(" ")), None)
    given = next((line for line in value.split("\n") if line.strip(" ")), None)
    if typed is None or given is None:
        return max((len(line) for line in lines), default=0)
    return (len(typed) - len(typed.lstrip(" "))) - (len(given) - len(given.lstrip(" ")))


def _joined(lines: list[_Line]) -> Iterator[Typed]:
    for line in lines:
        yield from _characters(line)
        if line.line_break:
            yield line.line_break


def _block_folded(lines: list[_Line]) -> Iterator[Typed]:
    """A line end between two lines that begin without a blank is a space, or the empty lines after it."""
    pending: list[Typed] = []
    indented_before = True
    for line in lines:
        if line.text:
            indented = line.text[0] in " \t"
            yield from _folded_breaks(pending, keep=indented or indented_before)
            yield from _characters(line)
            pending, indented_before = [], indented
        if line.line_break:
            pending.append(line.line_break)
    yield from pending


def _folded_breaks(pending: list[Typed], *, keep: bool) -> list[Typed]:
    if keep or not pending:
        return pending
    return pending[1:] or [Typed(" ", pending[0].start, pending[0].end)]


def _characters(line: _Line) -> Iterator[Typed]:
    return (Typed(char, line.start + at, line.start + at + 1) for at, char in enumerate(line.text))
