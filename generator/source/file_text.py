"""A file's decoded text and the places in it.

Offsets count characters after the BOM was cut; CRLF counts as two, so that the bytes before an offset are
the BOM (0 or 3 bytes) and the UTF-8 form of the characters before it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from generator.problems import Place


class FileText:
    """One file as it was decoded; its `repr` holds no text."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        """As it is shown in places."""
        self.text = text

    def place(self, offset: int) -> Place:
        """Line and column, from 1, in characters."""
        line = self.line_at(offset)
        return Place(self.path, line, offset - self._starts[line - 1] + 1)

    def line_at(self, offset: int) -> int:
        """The number of the line, from 1, that holds the character."""
        return bisect_right(self._starts, offset)

    def start(self, line: int) -> int:
        """The offset of a line's first character."""
        return self._starts[line - 1]

    def line(self, line: int) -> str:
        """One line without its line end."""
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[self.start(line) : end].rstrip("\r\n")

    def with_line(self, line: int, content: str) -> FileText:
        """The same file with one line's content exchanged."""
        start = self.start(line)
        return FileText(self.path, self.text[:start] + content + self.text[start + len(self.line(line)) :])

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def __repr__(self) -> str:
        return f"<FileText of {len(self.text)} characters>"
