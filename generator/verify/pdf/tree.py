"""The structure of a PDF walked as a screen reader does: blocks, each with all its words, cells with their heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.verify.pdf.objects import Ref
from generator.verify.pdf.strings import NotPlainError
from generator.verify.unit import Unit, Where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.verify.pdf.objects import File, Value

_INLINE = frozenset(("Span", "Link", "Quote", "Code", "Reference", "Strong", "Em"))
"""Structure types within a line (14.8.4.4); all others begin and end a text."""
_VALUES = ("Em",)
"""Where a value of its own begins and ends: our press sets each as such an element."""


class Tree:
    """The structure of one file."""

    def __init__(self, file: File, marked: Mapping[int, Mapping[int, str]]) -> None:
        self._file = file
        self._marked = marked
        self._left = {(page, number) for page, texts in marked.items() for number in texts}
        self._texts: list[str] = []
        self._edges: list[int] = []
        self._heads: list[dict[int, str]] = []
        self._column = 0
        self._row_head = ""
        self._units: list[Unit] = []
        self._seen: set[int] = set()

    def units(self) -> list[Unit]:
        """The texts in their order; NotPlainError where a marked stretch belongs to no element."""
        root = self._file.get(self._file.trailer.get("Root"))
        tree = self._file.get(root.get("StructTreeRoot")) if isinstance(root, dict) else None
        if not isinstance(tree, dict):
            raise NotPlainError
        self._kids(tree.get("K"), None, "")
        self._finish("")
        if self._left:
            raise NotPlainError
        return self._units

    def _kids(self, value: Value | None, page: int | None, label: str) -> None:
        for kid in value if isinstance(value, list) else [value]:
            if isinstance(kid, float):
                self._text(page, int(kid))
            elif isinstance(kid, Ref):
                self._element(kid.number, page, label)
            elif isinstance(kid, dict) and kid.get("Type") == "MCR":
                own = kid.get("Pg")
                self._text(own.number if isinstance(own, Ref) else page, int(kid["MCID"]))

    def _text(self, page: int | None, number: int) -> None:
        if (page, number) not in self._left or page is None:
            raise NotPlainError
        self._left.remove((page, number))
        self._texts.append(self._marked[page][number])

    def _element(self, number: int, page: int | None, label: str) -> None:
        element = self._file.objects.get(number)
        if not isinstance(element, dict) or number in self._seen:
            raise NotPlainError
        self._seen.add(number)
        own = element.get("Pg")
        page = own.number if isinstance(own, Ref) else page
        kind = str(element.get("S"))
        if kind in _INLINE and "Placement" not in str(element.get("A")):
            self._inline(element, kind, page, label)
            return
        self._finish(label)
        if kind == "Table":
            self._heads.append({})
        elif kind == "TR":
            self._column, self._row_head = 0, ""
        inner = self._label() if kind in ("TD", "TH") and self._heads else label
        before, head = len(self._units), self._heads_row(element)
        self._kids(element.get("K"), page, "" if kind == "TH" else inner)
        self._finish("" if kind == "TH" else inner)
        if kind == "TH" and self._heads:
            self._heads[-1][self._column - 1] = self._since(before)
        elif head and self._heads:
            self._row_head = self._since(before)
        elif kind == "Table":
            self._heads.pop()

    def _label(self) -> str:
        """The heads of the cell that begins."""
        column, self._column = self._column, self._column + 1
        return f"{self._heads[-1].get(column, '')} {self._row_head}".strip()

    def _heads_row(self, element: dict[str, Value]) -> bool:
        """Whether a cell is the head of its row: our press sets it as one strong element."""
        kids = element.get("K")
        only = self._file.get(kids[0]) if isinstance(kids, list) and len(kids) == 1 else None
        return element.get("S") == "TD" and isinstance(only, dict) and only.get("S") == "Strong"

    def _since(self, before: int) -> str:
        return " ".join(unit.text for unit in self._units[before:])

    def _inline(self, element: dict[str, Value], kind: str, page: int | None, label: str) -> None:
        edge = kind in _VALUES
        if edge:
            self._edges.append(sum(map(len, self._texts)))
        self._kids(element.get("K"), page, label)
        if edge:
            self._edges.append(sum(map(len, self._texts)))

    def _finish(self, label: str) -> None:
        text = "".join(self._texts)
        if text.strip():
            self._units.append(Unit(text, Where.SHOWN, 0, label, tuple(self._edges)))
        self._texts, self._edges = [], []
