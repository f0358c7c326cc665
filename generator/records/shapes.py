"""Shapes: how a located node becomes a typed value, and how an editor is told about it (JSON Schema).

Each shape is a small frozen object with `read` and `schema`.  `read` returns None after it has reported
a problem, and never raises for what an author wrote.  No shape knows a rule across fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from generator.records.reading import Cursor, folded_word, is_blank, nearest, shape_of, typed, unknown_key
from generator.records.vocabulary import Word
from generator.source.nodes import Entry, ListNode, MapNode, Node, TextNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.text import RawText

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)
W = TypeVar("W", bound=Word)
Schema = dict[str, Any]


class Shape(Protocol[V_co]):
    """What a value looks like in YAML."""

    def read(self, node: Node, at: Cursor) -> V_co | None:
        """The value, or None with at least one problem reported."""

    def schema(self) -> Schema:
        """JSON Schema (draft 2020-12) for editors."""


@dataclass(frozen=True, slots=True)
class Text:
    """Any text; `one_line` refuses line breaks."""

    one_line: bool = False
    most: int = 0
    """The greatest number of characters; 0 for no limit."""

    def read(self, node: Node, at: Cursor) -> RawText | None:
        if not isinstance(node, TextNode):
            at.problem("E203", node.place, wanted="text", found=shape_of(node))
            return None
        if is_blank(node):
            at.problem("E204", node.place)
            return None
        if self.one_line and "\n" in node.text.reveal().strip():
            at.problem("E207", node.place)
            return None
        if self.most and len(node.text) > self.most:
            length = len(node.text)
            at.problem("E208", node.place, length=length, most=self.most, over=length - self.most)
        return node.text

    def schema(self) -> Schema:
        # An editor takes 内線: 2131 for a number; here every scalar is text.
        return {"type": ["string", "number"], **({"maxLength": self.most} if self.most else {})}


@dataclass(frozen=True, slots=True)
class OneOf(Generic[W]):
    """A word of an enumeration."""

    words: type[W]
    more: tuple[str, ...] = ()
    """The keys under which a longer answer can be given instead of the word: 区分, 理由 …"""

    def read(self, node: Node, at: Cursor) -> W | None:
        if not isinstance(node, TextNode):
            at.problem("E203", node.place, wanted="text", found=shape_of(node))
            return None
        word = folded_word(typed(node))
        for member in self.words:
            if folded_word(member.japanese) == word:
                return member
        guess = nearest(word, (m.japanese for m in self.words))
        choices = " / ".join(m.japanese for m in self.words)
        case = {"case": "more", "more": _named(self.more)} if self.more and not guess else {}
        at.problem("E209" if guess else "E210", node.place, guess=guess or "", choices=choices, **case)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "enum": [m.japanese for m in self.words]}


@dataclass(frozen=True, slots=True)
class Items(Generic[V]):
    """A list; `or_one` lets a single item stand without its `- `."""

    item: Shape[V]
    or_one: bool = False

    def read(self, node: Node, at: Cursor) -> tuple[V, ...] | None:
        if not isinstance(node, ListNode):
            if self.or_one and not is_blank(node):
                one = self.item.read(node, at)
                return None if one is None else (one,)
            misshapen(node, at, self)
            return None
        if not node.items:
            at.problem("E204", node.place)
            return None
        values = [self.item.read(child, at.item(i)) for i, child in enumerate(node.items)]
        return tuple(v for v in values if v is not None) or None

    def schema(self) -> Schema:
        many = {"type": "array", "items": self.item.schema()}
        return {"anyOf": [self.item.schema(), many]} if self.or_one else many


@dataclass(frozen=True, slots=True)
class By(Generic[V]):
    """Chooses a shape by what the node is, so that each message speaks of one shape only."""

    text: Shape[V] | None = None
    list: Shape[V] | None = None
    map: Shape[V] | None = None

    def read(self, node: Node, at: Cursor) -> V | None:
        shape = {"text": self.text, "list": self.list, "map": self.map}[shape_of(node)]
        if shape is not None:
            return shape.read(node, at)
        name, wanted = next((name, one) for name in ("map", "list", "text") if (one := getattr(self, name)) is not None)
        misshapen(node, at, wanted, name)
        return None

    def schema(self) -> Schema:
        return {"anyOf": [s.schema() for s in (self.text, self.list, self.map) if s is not None]}


@dataclass(frozen=True, slots=True)
class Then(Generic[V]):
    """A shape whose value is made into another one; `make` gets what `shape` read."""

    shape: Shape[Any]
    make: Callable[[Any], V]

    def read(self, node: Node, at: Cursor) -> V | None:
        value = self.shape.read(node, at)
        return None if value is None else self.make(value)

    def schema(self) -> Schema:
        return self.shape.schema()


@dataclass(frozen=True, slots=True)
class Later(Generic[V]):
    """A shape that is named before it is made: content holds content."""

    get: Callable[[], Shape[V]]
    name: str

    def read(self, node: Node, at: Cursor) -> V | None:
        return self.get().read(node, at)

    def schema(self) -> Schema:
        return {"$ref": f"#/$defs/{self.name}"}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: its Japanese name, its attribute, its shape."""

    name: str
    attribute: str
    shape: Shape[Any]
    required: bool = False
    aliases: tuple[str, ...] = ()
    """Other names real papers use; read as this key, with a note."""
    also: tuple[str, ...] = ()
    """Other names of equal standing (日付 or 時期); read without a note."""
    about: str = ""
    """One line for editors, shown when the key is completed."""

    @property
    def may_wait(self) -> bool:
        """Whether a status (調査中 …) may stand in place of the value."""
        return bool(getattr(self.shape, "takes_status", False))


@dataclass(frozen=True, slots=True)
class Fields(Generic[V]):
    """A mapping with known keys, read into a frozen dataclass whose other fields have defaults."""

    make: Callable[..., V]
    keys: tuple[Key, ...]
    by_name: Mapping[str, Key] = field(init=False, repr=False, compare=False)
    keeps: frozenset[str] = field(init=False, repr=False, compare=False)
    """Which of `place` (of the mapping) and `places` (of its values, by key) the value keeps: rules speak of them."""

    def __post_init__(self) -> None:
        attributes = {f.name for f in fields(self.make)} if is_dataclass(self.make) else set[str]()
        object.__setattr__(self, "keeps", attributes & {"place", "places"})
        table = {folded_word(name): key for key in self.keys for name in (key.name, *key.aliases, *key.also)}
        object.__setattr__(self, "by_name", table)

    def read(self, node: Node, at: Cursor) -> V | None:
        values = self.values(node, at)
        if values is None or any(key.required and values.get(key.attribute) is None for key in self.keys):
            return None
        return self.make(**values, **self.where(node))

    def where(self, node: Node) -> dict[str, Any]:
        """The places that the value keeps."""
        found: dict[str, Any] = {"place": node.place} if "place" in self.keeps else {}
        if "places" in self.keeps and isinstance(node, MapNode):
            known = ((self.by_name.get(folded_word(typed(entry.key))), entry.value.place) for entry in node.entries)
            found["places"] = {key.name: place for key, place in known if key is not None}
        return found

    def values(self, node: Node, at: Cursor) -> dict[str, Any] | None:
        """The values that could be read, by attribute; None where the node is no mapping."""
        if not isinstance(node, MapNode):
            misshapen(node, at, self)
            return None
        values: dict[str, Any] = {}
        seen: dict[str, int] = {}
        meant: set[str] = set()
        for entry in node.entries:
            key = self._known(entry, at)
            if key is None:
                meant.add(self._guess(entry, at) or "")
                continue
            if key.attribute in seen:
                at.problem("E212", entry.key.place, key=key.name, first=seen[key.attribute])
                continue
            seen[key.attribute] = entry.key.place.line
            value = key.shape.read(entry.value, at.into(key.name))
            if value is not None:
                values[key.attribute] = value
        for key in self.keys:
            if key.required and key.attribute not in seen and key.name not in meant:
                at.problem("E201", node.place, key=key.name, case="section" if key.may_wait else "")
        return values

    def _known(self, entry: Entry, at: Cursor) -> Key | None:
        word = typed(entry.key)
        key = self.by_name.get(folded_word(word))
        if key is None:
            guess = self._guess(entry, at)
            if guess:
                at.problem("E202", entry.key.place, guess=guess)
            else:
                unknown_key(word, entry.key.place, at, (k.name for k in self.keys))
        else:
            for alias in key.aliases:
                if folded_word(alias) == folded_word(word):
                    at.problem("N601", entry.key.place, alias=alias, key=key.name)
        return key

    def _guess(self, entry: Entry, at: Cursor) -> str | None:
        """The key that a mistyped one stands for, which is then not called missing as well."""
        word = typed(entry.key)
        return None if folded_word(word) in at.report.homes else nearest(word, (key.name for key in self.keys))

    def schema(self) -> Schema:
        properties = {}
        for key in self.keys:
            inner = key.shape.schema()
            properties[key.name] = {**inner, "description": key.about} if key.about and "$ref" not in inner else inner
            for name in key.also:
                properties[name] = inner
            for alias in key.aliases:
                properties[alias] = {"deprecated": True, "$comment": key.name}
        required = [key.name for key in self.keys if key.required and not key.aliases and not key.also]
        return {"type": "object", "additionalProperties": False, "properties": properties, "required": required}


def misshapen(node: Node, at: Cursor, wanted: Shape[Any], name: str = "") -> None:
    """The problem of a value of another shape than the one wanted, with the keys to write where those are known.

    `name`: what to call a shape that says nothing of itself.
    """
    shape = wanted.shape if isinstance(wanted, Then) else wanted
    kind = "list" if isinstance(shape, Items) else name or "map"
    inner = shape.item if isinstance(shape, Items) else shape
    known = {}
    if isinstance(inner, Fields):
        kind = "rows" if isinstance(shape, Items) else "entry" if at.path.endswith("]") else "fields"
        known = {"first": inner.keys[0].name, "keys": _named(key.name for key in inner.keys)}
    at.problem("E204" if is_blank(node) else "E203", node.place, wanted=kind, found=shape_of(node), **known)


def _named(keys: Iterable[str]) -> str:
    return "、".join(f"「{key}」" for key in keys)
