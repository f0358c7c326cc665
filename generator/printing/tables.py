"""A table of a page as rows of cells, and how wide its columns should be on paper."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any, Protocol

from generator.printing.elements import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.printing.elements import Node

_SHORT = 8
"""Up to so many ems a column takes what it needs; longer ones share what is left."""
_LINE = 52
"""So many ems of 9 pt stand between the margins."""
_SHORT_HEAD = 13
"""The same for a column of heads."""


class Printed(Protocol):
    """Who makes data of the nodes in a cell."""

    def blocks(self, nodes: Sequence[Node]) -> list[Any]:
        """The blocks of a container."""

    def words(self, nodes: Sequence[Node]) -> list[Any]:
        """A run of words."""


def table(node: Element, printed: Printed) -> dict[str, Any]:
    """Caption, widths, heads and rows of a table."""
    caption = next((child for child in node.children if isinstance(child, Element) and child.tag == "caption"), None)
    heads = [_row(row, printed) for row in _rows(node, "thead")]
    rows = [_row(row, printed) for row in _rows(node, "tbody")]
    hidden = any("visually-hidden-head" in element.classes for element in node.all())
    return {
        "caption": printed.words(caption.children) if caption else [],
        "heads": [] if hidden else heads,
        "rows": rows,
        "widths": _widths(node, hidden=hidden),
    }


def _rows(node: Element, part: str) -> list[Element]:
    return [row for group in node.all() if group.tag == part for row in group.all() if row.tag == "tr"]


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th"))


def _row(row: Element, printed: Printed) -> dict[str, Any]:
    return {"c": list(row.classes), "k": [_cell(cell, printed) for cell in _cells(row)]}


def _cell(cell: Element, printed: Printed) -> dict[str, Any]:
    made: dict[str, Any] = {"e": cell.tag, "c": list(cell.classes), "k": printed.blocks(cell.children)}
    for name in ("colspan", "rowspan"):
        if name in cell.attributes:
            made[name] = int(cell.attributes[name])
    return made


def _widths(node: Element, *, hidden: bool) -> list[dict[str, float]]:
    """For each column nothing where it takes what it needs, `em` where it has what must not break, else its share."""
    columns: list[list[Element]] = []
    for row in [*([] if hidden else _rows(node, "thead")), *_rows(node, "tbody")]:
        cells = list(_cells(row))
        columns += [[] for _ in range(sum(_span(cell) for cell in cells) - len(columns))]
        if any(cell.attributes.keys() & {"colspan", "rowspan"} for cell in cells):
            continue
        for column, cell in zip(columns, cells, strict=False):
            column.append(cell)
    widths = [_width(column) for column in columns]
    if sum(map(_need, columns, widths)) > _LINE:
        return [{"share": round(min(_need(column, {}), _SHORT + 2), 2)} for column in columns]
    if not any("share" in width for width in widths):
        means = [0 if _is_numeric(column) else _mean(column) for column in columns]
        widths[means.index(max(means))] = {"share": 1}
    return widths


def _need(cells: list[Element], width: dict[str, float]) -> float:
    """How many ems a column should have at least, the space beside it included."""
    if width:
        return width.get("em", _SHORT / 2) + 1
    return max((width_of(cell.text) for cell in cells), default=_SHORT) + 1


def _span(cell: Element) -> int:
    return int(cell.attributes.get("colspan", "1"))


def _width(cells: list[Element]) -> dict[str, float]:
    lengths = [width_of(cell.text) for cell in cells] or [_SHORT + 1]
    if max(lengths) <= (_SHORT_HEAD if all(cell.tag == "th" for cell in cells) else _SHORT):
        return {}
    whole = max((width_of(part.text) for cell in cells for part in cell.all() if _is_whole(part)), default=0)
    if max(lengths) <= 1.5 * whole:
        return {"em": round(whole + 0.5, 2)}
    return {"share": max(1.0, round(sqrt(_mean(cells)), 2))}


def _is_numeric(cells: list[Element]) -> bool:
    return any("k-num" in cell.classes for cell in cells)


def _mean(cells: list[Element]) -> float:
    return sum(width_of(cell.text) for cell in cells) / max(1, len(cells))


def _is_whole(part: Element) -> bool:
    return part.tag == "time" or any(name in ("k-nb", "k-withheld", "k-person") for name in part.classes)


def width_of(text: str) -> float:
    """The width of a text in ems: Latin letters and digits take little more than half of one."""
    return sum(0.56 if character < "\u2000" else 1 for character in "".join(text.split()))
