"""Ids: what may name a record, a case or a section in an address on every system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.records.reading import shape_of, typed
from generator.source.nodes import Node, TextNode

if TYPE_CHECKING:
    from generator.records.reading import Cursor
    from generator.records.shapes import Schema

ID_MOST = 64
_ID = regex("[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))}


def is_id(text: str) -> bool:
    """Whether a text may be an id, a 事案番号 or a 英字: safe in an address on every system."""
    return bool(_ID.fullmatch(text)) and len(text) <= ID_MOST and text not in _RESERVED


@dataclass(frozen=True, slots=True)
class IdShape:
    """An id: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters."""

    case: str = ""
    """What it is the id of: the case of E219, whose example shows one."""

    def read(self, node: Node, at: Cursor) -> str | None:
        if isinstance(node, TextNode) and is_id(typed(node)):
            return typed(node)
        if isinstance(node, TextNode):
            at.problem("E219", node.place, case=self.case)
        else:
            at.problem("E203", node.place, wanted="text", found=shape_of(node))
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_ID.pattern}$", "maxLength": ID_MOST}


ID = IdShape()
CASE_NUMBER = IdShape("case-number")
SLUG = IdShape("slug")
