"""What a paper shows as names and values: the rows of its tables, each cell with its head, and its 項目."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.walk import FieldPath
    from generator.telltale.told import Paper, Told

Row = list[tuple[str, "Told"]]
"""Head and cell, where a cell holds one line."""


def tables_of(paper: Paper) -> Iterator[list[Row]]:
    """The rows of each table."""
    for path in _before(paper, "columns"):
        heads = list(_heads(paper, path))
        rows: dict[int, Row] = {}
        for at, cell in paper.texts.items():
            if at[: len(path)] == path and at[len(path)] == "rows" and at[-1] == 0:
                r, c = at[len(path) + 1 : len(path) + 3]
                head = heads[c] if isinstance(c, int) and c < len(heads) else ""
                rows.setdefault(int(r), []).append((head, cell))
        yield list(rows.values())


def pairs_of(paper: Paper) -> Iterator[Row]:
    """The names and values of each 項目."""
    for path in _before(paper, "pairs"):
        at = [(i, paper.texts.get((*path, "pairs", i, "content", "blocks", 0, "text"))) for i in _indexes(paper, path)]
        yield [(paper.at(*path, "pairs", i, "name"), told) for i, told in at if told is not None]


def _before(paper: Paper, step: str) -> list[FieldPath]:
    """The paths up to a step, each once."""
    return list(dict.fromkeys(path[: path.index(step)] for path in paper.texts if step in path))


def _indexes(paper: Paper, path: FieldPath) -> Iterator[int]:
    at = 0
    while (*path, "pairs", at, "name") in paper.texts:
        yield at
        at += 1


def _heads(paper: Paper, path: FieldPath) -> Iterator[str]:
    """The head of each column; of two rows, both."""
    index = 0
    while (*path, "columns", index, "heading") in paper.texts:
        upper, below = paper.at(*path, "columns", index, "heading"), 0
        while (*path, "columns", index, "below", below) in paper.texts:
            yield f"{upper}\n{paper.at(*path, 'columns', index, 'below', below)}"
            below += 1
        if not below:
            yield upper
        index += 1
