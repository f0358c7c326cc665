"""The shape of a date, which may also be text where nothing is worked out from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.records.dates import When, parse_when
from generator.records.reading import Cursor, is_blank, shape_of
from generator.source.nodes import Node, TextNode

if TYPE_CHECKING:
    from generator.records.shapes import Schema
    from generator.text import RawText


@dataclass(frozen=True, slots=True)
class DateShape:
    """A date or range.  What is not in the grammar stays text where `loose`, with a note; else it is an error."""

    loose: bool = True

    def read(self, node: Node, at: Cursor) -> When | RawText | None:
        if not isinstance(node, TextNode) or is_blank(node):
            at.problem(
                "E204" if isinstance(node, TextNode) else "E203", node.place, wanted="text", found=shape_of(node)
            )
            return None
        parsed = parse_when(node.text.reveal(), plans_allowed=at.plans_allowed)
        for fault in parsed.faults:
            at.problem(fault.code, node.text.origin.place(fault.offset), **fault.params)
        if parsed.when is not None:
            return replace(parsed.when, place=node.place)
        if parsed.faults:
            return None
        at.problem("N602" if self.loose else "E211", node.place)
        return node.text if self.loose else None

    def schema(self) -> Schema:
        return {"type": "string"}


WHEN = DateShape()
