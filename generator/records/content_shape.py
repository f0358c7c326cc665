"""Content in YAML: how prose, bullets, tables and the other blocks are typed (docs/reference/records.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from generator.records.content import (
    Block,
    Bullet,
    Bullets,
    Cell,
    Column,
    Content,
    Headed,
    Pair,
    Pairs,
    Prose,
    Remark,
    Section,
    Standing,
    Table,
)
from generator.records.dates_shape import DateShape
from generator.records.reading import folded_word, is_blank, shape_of, typed
from generator.records.shapes import By, Fields, Items, Key, Later, OneOf, Shape, Text, Then
from generator.records.vocabulary import Status
from generator.source.nodes import ListNode, MapNode, Node

if TYPE_CHECKING:
    from generator.records.reading import Cursor
    from generator.records.shapes import Schema

U = TypeVar("U")

LINE = Text(one_line=True)

STANDING: Fields[Any] = Fields(
    Standing,
    (
        Key("状態", "status", OneOf(Status), required=True),
        Key("説明", "explanation", Text()),
        Key("公表予定", "promised", DateShape()),
    ),
)


def _joined(lines: tuple[tuple[Any, ...], ...]) -> tuple[Any, ...]:
    return tuple(text for some in lines for text in some)


def _cell(lines: tuple[tuple[Any, ...], ...]) -> Cell[Any]:
    return Cell(_joined(lines))


def _lines() -> Shape[Any]:
    return LINES


LINES: Shape[Any] = By(text=Then(Text(), lambda text: (text,)), list=Then(Items(Later(_lines, "lines")), _joined))


@dataclass(frozen=True, slots=True)
class CellShape:
    """A cell of a table: a text, a list of texts, or nothing; a list in the list adds its texts as lines."""

    def read(self, node: Node, at: Cursor) -> Cell[Any] | None:
        if is_blank(node):
            return Cell()
        return By(text=Then(Text(), lambda text: Cell((text,))), list=Then(Items(LINES), _cell)).read(node, at)

    def schema(self) -> Schema:
        return {
            "anyOf": [
                {"type": ["string", "number", "null"]},
                {"type": "array", "items": {"type": ["string", "number", "array"]}},
            ]
        }


@dataclass(frozen=True, slots=True)
class TwoRowColumn:
    """`{上: [下, 下]}`: a column head over several; the names are the author's text."""

    def read(self, node: Node, at: Cursor) -> Column[Any] | None:
        if not isinstance(node, MapNode) or len(node.entries) != 1:
            at.problem("E203", node.place, wanted="map", found=shape_of(node))
            return None
        entry = node.entries[0]
        below = Items(LINE).read(entry.value, at)
        return None if below is None else Column(entry.key.text, below)

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": {"type": "array"}, "minProperties": 1, "maxProperties": 1}


COLUMN: Shape[Any] = By(text=Then(LINE, Column), map=TwoRowColumn())


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table whose rows have as many cells as its head has columns."""

    def read(self, node: Node, at: Cursor) -> Table[Any] | None:
        table: Table[Any] | None = TABLE_FIELDS.read(node, at)
        if table is None:
            return None
        width = sum(max(1, len(column.below)) for column in table.columns)
        rows = next((e.value for e in _entries(node) if typed(e.key) == "行"), None)
        for row, item in zip(table.rows, rows.items if isinstance(rows, ListNode) else (), strict=False):
            if len(row) != width:
                at.problem("E214", item.place, cells=len(row), columns=width)
        return table

    def schema(self) -> Schema:
        return TABLE_FIELDS.schema()


TABLE_FIELDS: Fields[Any] = Fields(
    Table,
    (
        Key("見出し", "heading", LINE),
        Key("列", "columns", Items(COLUMN), required=True),
        Key("行", "rows", Items(Items(CellShape())), required=True),
        Key("注", "note", Text()),
    ),
)


@dataclass(frozen=True, slots=True)
class PairsShape:
    """項目: any names, which are text like any other, with Content behind them; blank is a blank of a form."""

    def read(self, node: Node, at: Cursor) -> Pairs[Any] | None:
        if not isinstance(node, MapNode):
            at.problem("E203", node.place, wanted="map", found=shape_of(node))
            return None
        pairs = []
        for index, entry in enumerate(node.entries):
            content = Content(()) if is_blank(entry.value) else CONTENT.read(entry.value, at.item(index))
            if content is not None:
                pairs.append(Pair(entry.key.text, content))
        return Pairs(tuple(pairs))

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": {"anyOf": [{"$ref": "#/$defs/content"}, {"type": "null"}]}}


def _content() -> Shape[Any]:
    return CONTENT


HEADED: Fields[Any] = Fields(
    Headed,
    (
        Key("見出し", "heading", LINE, required=True),
        Key("内容", "content", Later(_content, "content"), required=True),
    ),
)


@dataclass(frozen=True, slots=True)
class BulletsShape:
    """A list of texts, and lists of texts under them."""

    def read(self, node: Node, at: Cursor) -> Bullets[Any] | None:
        if not isinstance(node, ListNode) or not node.items:
            at.problem(
                "E203" if not isinstance(node, ListNode) else "E204", node.place, wanted="list", found=shape_of(node)
            )
            return None
        items: list[Bullet[Any]] = []
        for index, child in enumerate(node.items):
            if isinstance(child, ListNode):
                nested = self.read(child, at.item(index))
                above = items.pop() if items else Bullet(None)
                items.append(Bullet(above.text, above.below + (nested.items if nested else ())))
            else:
                text = Text().read(child, at.item(index))
                if text is not None:
                    items.append(Bullet(text))
        return Bullets(tuple(items))

    def schema(self) -> Schema:
        return {"type": "array", "items": {"type": ["string", "number", "array"]}}


BULLETS = BulletsShape()
TABLE = TableShape()
PAIRS = PairsShape()
_BLOCKS: tuple[tuple[str, Shape[Any]], ...] = (
    ("表", TABLE),
    ("項目", PAIRS),
    ("箇条書き", BULLETS),
    ("注", Then(Text(), Remark)),
)
BLOCK_KEYS = ("見出し", "内容", "状態", "説明", "公表予定", "図", *(name for name, _ in _BLOCKS))


@dataclass(frozen=True, slots=True)
class ContentShape:
    """A text, a list, or blocks: see records.md, «Content»."""

    def read(self, node: Node, at: Cursor) -> Content[Any] | None:
        if isinstance(node, ListNode) and any(_is_block(child) for child in node.items):
            blocks = [self._block(child, at.item(i)) for i, child in enumerate(node.items)]
            return Content(tuple(block for block in blocks if block is not None))
        block = self._block(node, at)
        return None if block is None else Content((block,))

    def _block(self, node: Node, at: Cursor) -> Block[Any] | None:
        if isinstance(node, ListNode):
            return BULLETS.read(node, at)
        if isinstance(node, MapNode):
            return self._mapping(node, at)
        text = Text().read(node, at)
        return None if text is None else Prose(text)

    def _mapping(self, node: MapNode, at: Cursor) -> Block[Any] | None:
        names = [folded_word(typed(entry.key)) for entry in node.entries]
        if "状態" in names:
            return STANDING.read(node, at)
        if names == ["内容"]:
            at.problem("E201", node.place, key="見出し", case="heading")
            return None
        if "見出し" in names or "内容" in names:
            return HEADED.read(node, at)
        if names == ["図"]:
            at.problem("E221", node.place)
            return None
        for name, shape in _BLOCKS:
            if names == [name]:
                return shape.read(node.entries[0].value, at.into(name))
        at.problem("E215" if len(names) == 1 else "E216", node.place, choices=" / ".join(BLOCK_KEYS))
        return None

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/content"}

    def definition(self) -> Schema:
        """The one place where the schema of content is spelled out, for `$defs`."""
        named = [
            {"type": "object", "properties": {name: shape.schema()}, "required": [name], "additionalProperties": False}
            for name, shape in _BLOCKS
        ]
        block = {"anyOf": [{"type": ["string", "number"]}, STANDING.schema(), HEADED.schema(), *named]}
        items = {"anyOf": [block, {"type": "array"}]}
        return {"anyOf": [block, {"type": "array", "items": items, "minItems": 1}]}


CONTENT = ContentShape()


def _is_block(node: Node) -> bool:
    return isinstance(node, MapNode)


def _entries(node: Node) -> tuple[Any, ...]:
    return node.entries if isinstance(node, MapNode) else ()


@dataclass(frozen=True, slots=True)
class SectionShape(Generic[U]):
    """A section: its body, a status, or either under a heading of its own."""

    body: Shape[U]
    takes_status: ClassVar[bool] = True

    def read(self, node: Node, at: Cursor) -> Section[Any, U] | None:
        if is_blank(node):
            at.problem("E204", node.place, case="section")
            return None
        names = [folded_word(typed(entry.key)) for entry in _entries(node)]
        if "状態" in names:
            standing = STANDING.read(node, at)
            return None if standing is None else Section(standing)
        if set(names) == {"見出し", "内容"}:
            values = {typed(e.key): e.value for e in _entries(node)}
            heading = LINE.read(values["見出し"], at.into("見出し"))
            inner = self.read(values["内容"], at.into("内容"))
            return None if inner is None else Section(inner.body, heading)
        body = self.body.read(node, at)
        return None if body is None else Section(body)

    def schema(self) -> Schema:
        inner = self.body.schema()
        headed = {
            "type": "object",
            "properties": {"見出し": {"type": "string"}, "内容": inner},
            "required": ["見出し", "内容"],
            "additionalProperties": False,
        }
        return {"anyOf": [inner, STANDING.schema(), headed]}
