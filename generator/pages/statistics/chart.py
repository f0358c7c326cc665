"""The columns of the years: where each begins and how high it is, and which years keep their label on a small screen.

Across in percent, so that it fills any width; up in em, so that it grows with the text and no text shrinks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.pages.statistics.counted import Group

HEIGHT = 15.0
"""Of the highest possible column, in em."""
ABOVE, BELOW = 1.6, 1.8
"""Room for the number over a column and the label under it, in em."""
LEFT = 7.0
"""Room for the numbers of the scale, in percent."""
_MOST_LINES = 5
_LABELS = (("wide", 9), ("phone", 6), ("tiny", 3))
"""How many labels fit side by side, from a wide window to text at 200% on a phone."""
_CENTRED = 5
"""So many columns leave room for half a label beside the last."""
_NARROW = 10
"""So many columns leave room for a table beside them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a column."""

    group: Group
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """One year; `size` is the smallest screen that shows its label and its number, empty where none does."""

    label: str
    total: int
    x: float
    middle: float
    """Where its label and its number stand: in its middle, the last of many at its right edge."""
    y: float
    pieces: tuple[Piece, ...]
    size: str
    at_edge: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """All of it; `key` has the groups that occur, in the order of the pieces."""

    columns: tuple[Column, ...]
    width: float
    lines: tuple[tuple[int, float], ...]
    """Each number of the scale and its height from the top."""
    key: tuple[Group, ...]
    base: float = ABOVE + HEIGHT
    height: float = ABOVE + HEIGHT + BELOW

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for the table beside it."""
        return len(self.columns) <= _NARROW


def chart(years: Sequence[tuple[str, dict[Group, int]]]) -> Chart:
    """Years in their order, each with its label and how many of each group, in the order of the pieces."""
    step = _step(max(sum(counts.values()) for _, counts in years))
    top = step * -(-max(sum(counts.values()) for _, counts in years) // step)
    slot = (100 - LEFT) / len(years)
    columns = []
    for place, (label, counts) in enumerate(years):
        x = LEFT + slot * place + slot * 0.22
        pieces = _pieces(counts, top)
        y = pieces[-1].y if pieces else ABOVE + HEIGHT
        size = _size(len(years) - 1 - place, len(years))
        at_edge = place + 1 == len(years) > _CENTRED
        middle = x + slot * (0.56 if at_edge else 0.28)
        columns.append(Column(label, sum(counts.values()), x, middle, y, pieces, size, at_edge))
    lines = tuple((amount, ABOVE + HEIGHT * (1 - amount / top)) for amount in range(0, top + 1, step))
    key = tuple(group for group in years[0][1] if any(counts[group] for _, counts in years))
    return Chart(tuple(columns), slot * 0.56, lines, key)


def _pieces(counts: dict[Group, int], top: int) -> tuple[Piece, ...]:
    found, y = [], ABOVE + HEIGHT
    for group, amount in counts.items():
        if amount:
            height = HEIGHT * amount / top
            y -= height
            found.append(Piece(group, y, height))
    return tuple(found)


def _step(most: int) -> int:
    """1, 2, 5, 10, 20 …: the smallest with which few lines are enough."""
    step, factors = 1, (2, 2.5, 2)
    place = 0
    while most / step > _MOST_LINES:
        step = int(step * factors[place % 3])
        place += 1
    return step


def _size(from_the_last: int, years: int) -> str:
    """The smallest screen on which a year keeps its label: the last one always, the others at even distances."""
    found, every = "", 1
    for size, fit in _LABELS:
        every *= -(-years // (fit * every))
        found = size if from_the_last % every == 0 else found
    return found
