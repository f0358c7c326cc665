"""Sections that are rows where the author typed keys, and Content where not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.records.content_shape import CONTENT
from generator.records.incident import EventGroup, Response, Timeline
from generator.records.reading import folded_word, typed
from generator.records.shapes import Fields, Items
from generator.source.nodes import ListNode, MapNode, Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.records.reading import Cursor
    from generator.records.shapes import Schema

_MARKS_OF_A_BLOCK = {"見出し", "表", "項目", "箇条書き", "図", "状態"}


def _names(node: Node) -> set[str]:
    return {folded_word(typed(entry.key)) for entry in node.entries} if isinstance(node, MapNode) else set()


def are_rows(node: Node) -> bool:
    """A list of mappings none of which is a block of Content."""
    return isinstance(node, ListNode) and all(
        isinstance(child, MapNode) and not _names(child) & _MARKS_OF_A_BLOCK for child in node.items
    )


def _as_tuple(rows: tuple[Any, ...]) -> Any:
    return rows


@dataclass(frozen=True, slots=True)
class RowsOr:
    """Rows of one shape, a mapping {前文, 一覧} where `listed` is given, or Content."""

    row: Fields[Any]
    make: Callable[[tuple[Any, ...]], Any] = _as_tuple
    listed: Fields[Any] | None = None

    def read(self, node: Node, at: Cursor) -> Any | None:
        if self.listed is not None and "一覧" in _names(node):
            return self.listed.read(node, at)
        if not are_rows(node):
            return CONTENT.read(node, at)
        rows = Items(self.row).read(node, at)
        return None if rows is None else self.make(rows)

    def schema(self) -> Schema:
        shapes = [CONTENT.schema(), {"type": "array", "items": self.row.schema()}]
        return {"anyOf": [*shapes, self.listed.schema()] if self.listed else shapes}


@dataclass(frozen=True, slots=True)
class TimelineShape:
    """経過: events, groups of events `{見出し, 一覧}`, or Content."""

    event: Fields[Any]
    group: Fields[Any]

    def read(self, node: Node, at: Cursor) -> Any | None:
        if isinstance(node, ListNode) and any("一覧" in _names(child) for child in node.items):
            groups = Items(self.group).read(node, at)
            return None if groups is None else Timeline(groups)
        if not are_rows(node):
            return CONTENT.read(node, at)
        events = Items(self.event).read(node, at)
        return None if events is None else Timeline((EventGroup(events),))

    def schema(self) -> Schema:
        rows = [{"type": "array", "items": shape.schema()} for shape in (self.event, self.group)]
        return {"anyOf": [*rows, CONTENT.schema()]}


@dataclass(frozen=True, slots=True)
class ResponseShape:
    """対応: {内容, 本人への連絡}, or Content."""

    fields: Fields[Any]

    def read(self, node: Node, at: Cursor) -> Response[Any] | None:
        if "本人への連絡" in _names(node):
            return self.fields.read(node, at)
        content = CONTENT.read(node, at)
        return None if content is None else Response(content)

    def schema(self) -> Schema:
        return {"anyOf": [CONTENT.schema(), self.fields.schema()]}
