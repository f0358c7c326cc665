"""The tables of a record, cell by cell with the words that head them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.records.content import Table
from generator.records.walk import attributes, holds_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.walk import FieldPath
    from generator.telltale.told import Paper, Told
    from generator.text import RawText


def tables_of(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Table[RawText]]]:
    """Each table inside a record, with its path."""
    if isinstance(value, Table):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from tables_of(item, (*path, index))
    elif holds_text(value.__class__):
        for name in attributes(value.__class__):
            yield from tables_of(getattr(value, name), (*path, name))


def cells_of(paper: Paper, path: FieldPath, table: Table[RawText]) -> Iterator[tuple[Told, str, str]]:
    """Each cell of one line with the head of its column, and the other cells of its row."""
    heads = list(_heads(paper, path, table))
    for r, row in enumerate(table.rows):
        cells = [paper.texts.get((*path, "rows", r, c, "lines", 0)) for c in range(len(row))]
        for c, cell in enumerate(cells):
            if cell is not None:
                others = "\n".join(other.text for other in cells if other is not None and other is not cell)
                yield cell, heads[c] if c < len(heads) else "", others


def _heads(paper: Paper, path: FieldPath, table: Table[RawText]) -> Iterator[str]:
    """The head of each column; of two rows, both."""
    for index, column in enumerate(table.columns):
        upper = paper.at(*path, "columns", index, "heading")
        yield from [f"{upper}\n{paper.at(*path, 'columns', index, 'below', i)}" for i in range(len(column.below))] or [
            upper
        ]
