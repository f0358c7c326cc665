"""The words that say what a cell or a description holds: heads of its column and row, its `dt`.

Follows the tags of a page; spans of cells are honoured, so that a two-row head names the right columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.verify.markup import Tag
    from generator.verify.unit import Unit


class Labels:
    """The label that holds at this point of the page."""

    def __init__(self) -> None:
        self.label = ""
        self._term = ""
        self._tables: list[_Table] = []
        self._begun = 0
        self._in_head = False

    def pass_by(self, tag: Tag, units: Sequence[Unit]) -> None:
        """Go on over one block tag; `units` are those read so far."""
        if tag.name in ("dt", "dd"):
            self._description(tag, units)
            return
        self._end_head(units)
        if tag.name in ("td", "th"):
            self._cell(tag, units)
        elif tag.name == "table":
            self._table(tag)
        elif tag.name == "tr" and self._tables and not tag.end:
            self._tables[-1].next_row()

    def _table(self, tag: Tag) -> None:
        self.label = ""
        if not tag.end:
            self._tables.append(_Table())
        elif self._tables:
            self._tables.pop()

    def _cell(self, tag: Tag, units: Sequence[Unit]) -> None:
        self.label = ""
        if not self._tables:
            return
        table = self._tables[-1]
        if not tag.end:
            self._begun = len(units)
            self._in_head = tag.name == "th"
            table.enter(tag)
            self.label = "" if self._in_head else table.label

    def _end_head(self, units: Sequence[Unit]) -> None:
        """A head cell ends with its end tag, or where the next tag of its table begins."""
        if self._in_head and self._tables:
            self._tables[-1].name(" ".join(unit.text.strip() for unit in units[self._begun :]))
        self._in_head = False

    def _description(self, tag: Tag, units: Sequence[Unit]) -> None:
        self.label = ""
        if tag.name == "dd":
            self.label = "" if tag.end else self._term
        elif not tag.end:
            self._begun = len(units)
        else:
            self._term = " ".join(unit.text.strip() for unit in units[self._begun :])


class _Table:
    """Where in the grid of a table we are, and what its heads say."""

    def __init__(self) -> None:
        self.heads: dict[int, str] = {}
        self.row_head = ""
        self.taken: dict[int, int] = {}
        """Column to the number of rows that a cell from above still fills."""
        self.column, self.width = 0, 0
        self.cell: Tag | None = None

    def next_row(self) -> None:
        """A row begins."""
        self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}
        self.column, self.width, self.row_head = 0, 0, ""

    def enter(self, tag: Tag) -> None:
        """A cell begins: in the next column that no cell from above fills."""
        self.column += self.width
        while self.column in self.taken:
            self.column += 1
        self.width = _span(tag, "colspan")
        rows = _span(tag, "rowspan")
        if rows > 1:
            # Counted down when a row begins, the cell's own row included.
            self.taken |= dict.fromkeys(range(self.column, self.column + self.width), rows)
        self.cell = tag

    def name(self, text: str) -> None:
        """A head cell ends.  Without a scope, the first of a table may head its column, its row, or both."""
        scope = self.cell.get("scope") if self.cell else ""
        if not scope.startswith("col"):
            self.row_head = text
        if scope.startswith("col") or (not scope and not (self.heads and self.column == 0)):
            for column in range(self.column, self.column + self.width):
                self.heads[column] = f"{self.heads.get(column, '')} {text}".strip()

    @property
    def label(self) -> str:
        """Heads of the column, then of the row."""
        return f"{self.heads.get(self.column, '')} {self.row_head}".strip()


def _span(tag: Tag, name: str) -> int:
    """A span of at most 100 cells; 1 where none is said."""
    value = tag.get(name)
    return min(int(value), 100) if value.isascii() and value.isdigit() and value != "0" else 1
