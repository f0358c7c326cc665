"""Small numbers of people in a table with totals: which cells are not shown, so that none can be computed either.

The rule is 少数の扱い of the settings and docs/adr/0021.  Such a table is a network: each cell is an edge between its
row and its column, each total one back.  What can be computed of a hidden cell is how far it can move along a circle
of others; one that is too narrow is widened by hiding the cheapest cells.  Knows neither years nor words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from heapq import heappop, heappush
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Cell = tuple[int, int]
"""Row and column; the last row and the last column are totals."""
Moves = dict[Cell, int]
"""By how much each cell has grown."""
_Node = tuple[bool, int]
"""Whether it is a column, and which."""
_Step = tuple[Cell, int]
"""A cell, and whether it grows (1) or shrinks (-1)."""

ROOM = 2
"""How many values beside the true one must stay possible for a small number."""
_ENDLESS = 10**15
_PRICES = {(False, False): 1, (True, True): 4, (True, False): 8, (False, True): 40}
"""By whether it stands in the row and in the column of totals."""


class Hidden(Enum):
    """Why a cell is not shown."""

    SMALL = "small"
    """Its value is below the threshold, which may be said."""
    BESIDE = "beside"
    """Another one could be computed from it; nothing is said of its value."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A circle of cells that move together, as far as it is gone."""

    cost: int
    width: int
    """How far all of them can move."""
    steps: tuple[_Step, ...]
    paid: frozenset[_Step]
    """Those whose cells would have to be hidden for it."""


def conceal(inner: Sequence[Sequence[int]], threshold: int) -> Mapping[Cell, Hidden]:
    """The cells of the table, totals included, that are not shown.  0 is shown: it is about nobody."""
    return _conceal(tuple(map(tuple, inner)), threshold)


@lru_cache(maxsize=2)
def _conceal(inner: tuple[tuple[int, ...], ...], threshold: int) -> Mapping[Cell, Hidden]:
    """Kept, for the front page, the statistics and their file ask for the same table."""
    table = _Table(_with_totals(inner), threshold)
    for cell in sorted(table.values):
        if 0 < table.values[cell] < threshold:
            table.protect(cell)
    return MappingProxyType(table.hidden)


def _with_totals(inner: Sequence[Sequence[int]]) -> dict[Cell, int]:
    rows = [[*row, sum(row)] for row in inner]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    return {(i, j): value for i, row in enumerate(rows) for j, value in enumerate(row)}


@dataclass(slots=True)
class _Table:
    """The table while it is decided what to hide."""

    values: dict[Cell, int]
    threshold: int
    hidden: dict[Cell, Hidden] = field(init=False)
    last: Cell = field(init=False)

    def __post_init__(self) -> None:
        self.last = max(self.values)
        # «Below 2» would tell that it is 1.
        label = Hidden.SMALL if self.threshold > 2 else Hidden.BESIDE  # noqa: PLR2004 -- see above
        self.hidden = {cell: label for cell, value in self.values.items() if 0 < value < self.threshold}

    def protect(self, cell: Cell) -> None:
        """Hide more until enough values beside the true one stay possible."""
        # «Below 3» leaves 1 and 2 only.
        enough = min(ROOM, max(self.threshold - 2, 1))
        while True:
            moved = [self._moved(cell, direction) for direction in (1, -1)]
            if sum(abs(by.get(cell, 0)) for by in moved) >= enough:
                return
            ways = [self._way(cell, direction, by, paid=True) for direction, by in zip((1, -1), moved, strict=True)]
            cheapest = min((way for way in ways if way), key=lambda way: way.cost, default=None)
            newly = [step[0] for step in cheapest.steps if step in cheapest.paid] if cheapest else [cell]
            self.hidden.update(dict.fromkeys(newly, Hidden.BESIDE))

    def _moved(self, cell: Cell, direction: int) -> Moves:
        """How far everything has moved when the cell has, as far as it can and matters; what is shown stays."""
        moved: Moves = {}
        left = self.threshold
        while left and (way := self._way(cell, direction, moved)):
            push = min(left, way.width)
            for other, towards in (*way.steps, (cell, direction)):
                moved[other] = moved.get(other, 0) + towards * push
            left -= push
        return moved

    def _way(self, cell: Cell, direction: int, moved: Moves, *, paid: bool = False) -> _Way | None:
        """The cheapest circle along which a cell can move further; `paid`: more cells may be hidden for it."""
        spare = self._spare(cell, direction, moved)
        if spare <= 0:
            return None
        tail, head = self._ends(cell, direction)
        tickets = count()
        waiting = [(0, next(tickets), head, _Way(0, spare, (), frozenset()))]
        seen: set[_Node] = set()
        while waiting:
            _, _, node, way = heappop(waiting)
            if node == tail:
                return way
            if node in seen:
                continue
            seen.add(node)
            for step, onward in self._around(node):
                longer = self._longer(way, step, moved, paid=paid) if step[0] != cell and onward not in seen else None
                if longer:
                    heappush(waiting, (longer.cost, next(tickets), onward, longer))
        return None

    def _longer(self, way: _Way, step: _Step, moved: Moves, *, paid: bool) -> _Way | None:
        """The circle with one step more; None where the cell can't move."""
        spare = self._spare(*step, moved)
        if spare > 0:
            return _Way(way.cost, min(way.width, spare), (*way.steps, step), way.paid)
        spare = self._spare(*step, moved, Hidden.BESIDE) if paid and self._may_be_hidden(step[0]) else 0
        if spare <= 0:
            return None
        return _Way(way.cost + self._price(step[0]), min(way.width, spare), (*way.steps, step), way.paid | {step})

    def _around(self, node: _Node) -> Iterator[tuple[_Step, _Node]]:
        """Each way out of a row or a column: which cell moves how, and where that leads."""
        is_column, index = node
        others = range(self.last[0 if is_column else 1] + 1)
        for cell in ((other, index) if is_column else (index, other) for other in others):
            for direction in (1, -1):
                tail, head = self._ends(cell, direction)
                if tail == node:
                    yield (cell, direction), head

    def _ends(self, cell: Cell, direction: int) -> tuple[_Node, _Node]:
        """From where to where a cell carries what it moves by; a total carries it back."""
        row, column = (False, cell[0]), (True, cell[1])
        is_inner_or_last = (cell[0] == self.last[0]) == (cell[1] == self.last[1])
        return (row, column) if is_inner_or_last == (direction == 1) else (column, row)

    def _is_total(self, cell: Cell) -> bool:
        return cell[0] == self.last[0] or cell[1] == self.last[1]

    def _may_be_hidden(self, cell: Cell) -> bool:
        """A cell of 0 is never hidden; of a small one more is hidden only where it is a total."""
        label = self.hidden.get(cell)
        return self.values[cell] > 0 and (label is None or (label is Hidden.SMALL and self._is_total(cell)))

    def _spare(self, cell: Cell, direction: int, moved: Moves, label: Hidden | None = None) -> int:
        """How far a hidden cell may move further, by what its label says."""
        label = label or self.hidden.get(cell)
        if label is None:
            return 0
        now = self.values[cell] + moved.get(cell, 0)
        if direction == 1:
            return self.threshold - 1 - now if label is Hidden.SMALL else _ENDLESS
        # An inner cell hidden beside another is known not to be small: a small one would be called so.
        is_large = label is Hidden.BESIDE and self.values[cell] >= self.threshold and not self._is_total(cell)
        return now - (self.threshold if is_large else 1)

    def _price(self, cell: Cell) -> int:
        """What hiding a cell costs: totals of rows are what people look for first, then large numbers."""
        in_last_row, in_last_column = cell[0] == self.last[0], cell[1] == self.last[1]
        weight = _PRICES[in_last_row, in_last_column]
        return weight * _ENDLESS + self.values[cell]
