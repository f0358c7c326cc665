"""Counts: how many people, cases, sheets; as far as a text says it in numbers.

Pure.  What is not in the grammar stays Content and is shown as typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from generator.patterns import regex
from generator.problems import NOWHERE, Place
from generator.records.content_shape import CONTENT
from generator.records.reading import Cursor, folded_word, shape_of, typed
from generator.records.shapes import Fields, Items, Key, OneOf, Schema, Text
from generator.records.vocabulary import CountNature, Presence, Unit
from generator.source.nodes import MapNode, Node, TextNode

if TYPE_CHECKING:
    from generator.records.content import Content

T = TypeVar("T")

_UNITS = "|".join(sorted((unit.japanese for unit in Unit), key=len, reverse=True))
_NATURES = "|".join(n.japanese for n in CountNature if n not in (CountNature.FIXED, CountNature.OPEN))
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?![0-9])"
_COUNT = regex(rf"(?P<nature>{_NATURES})?(?P<value>{_NUMBER})(?P<unit>{_UNITS})?(?:分)?")


@dataclass(frozen=True, slots=True)
class Share(Generic[T]):
    """One line of a 内訳."""

    name: T
    value: int


@dataclass(frozen=True, slots=True)
class Count(Generic[T]):
    """A number with its unit and what kind of number it is."""

    value: int
    unit: Unit | None = None
    nature: CountNature = CountNature.FIXED
    distinct: int | None = None
    """重複除外: the number without those counted twice."""
    shares: tuple[Share[T], ...] = ()
    overlapping: bool = False
    """重複: the shares overlap, so they need not add up."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NumberShape:
    """A whole number, 1,284 or １２; nothing else."""

    def read(self, node: Node, at: Cursor) -> int | None:
        if isinstance(node, TextNode):
            text = unicodedata.normalize("NFKC", typed(node)).replace(",", "")
            if re.fullmatch("[0-9]{1,12}", text):
                return int(text)
        at.problem("E217", node.place)
        return None

    def schema(self) -> Schema:
        return {"type": ["integer", "string"]}


@dataclass(frozen=True, slots=True)
class YesShape:
    """はい or あり, 有 or true in some spelling; いいえ and なし are no."""

    def read(self, node: Node, at: Cursor) -> bool | None:
        word = folded_word(typed(node)).lower() if isinstance(node, TextNode) else ""
        if word in {"はい", "あり", "有", "済", "確認済", "true", "yes"}:
            return True
        if word in {"いいえ", "なし", "無", "false", "no"}:
            return False
        at.problem("E218", node.place)
        return None

    def schema(self) -> Schema:
        return {"enum": ["はい", "いいえ", "あり", "なし", "確認済", True, False]}


NUMBER = NumberShape()
YES = YesShape()

SHARE: Fields[Any] = Fields(
    Share, (Key("対象", "name", Text(), required=True), Key("値", "value", NUMBER, required=True))
)
COUNT_FIELDS: Fields[Any] = Fields(
    Count,
    (
        Key("値", "value", NUMBER, required=True),
        Key("単位", "unit", OneOf(Unit)),
        Key("性質", "nature", OneOf(CountNature)),
        Key("重複除外", "distinct", NUMBER),
        Key("内訳", "shares", Items(SHARE)),
        Key("重複", "overlapping", YES),
    ),
)


@dataclass(frozen=True, slots=True)
class CountShape:
    """A number, a text that is one (約330人), a mapping with 値, or any Content."""

    def read(self, node: Node, at: Cursor) -> Count[Any] | Content[Any] | None:
        if isinstance(node, MapNode):
            names = {folded_word(typed(entry.key)) for entry in node.entries}
            return COUNT_FIELDS.read(node, at) if "値" in names else CONTENT.read(node, at)
        count = parse_count(typed(node)) if isinstance(node, TextNode) else None
        if count is not None:
            return count
        if shape_of(node) == "text" and typed(node):  # type: ignore[arg-type]  # shape_of said TextNode
            at.problem("N603", node.place)
        return CONTENT.read(node, at)

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "integer"}, COUNT_FIELDS.schema(), CONTENT.schema()]}


COUNT = CountShape()


def parse_count(text: str) -> Count[Any] | None:
    """29, 1,284人, 約330人, 延べ3,442件; None for anything else."""
    match = _COUNT.fullmatch(folded_word(text))
    if match is None:
        return None
    nature = next((n for n in CountNature if n.japanese == match["nature"]), CountNature.FIXED)
    unit = next((u for u in Unit if u.japanese == match["unit"]), None)
    return Count(int(match["value"].replace(",", "")), unit, nature)


@dataclass(frozen=True, slots=True)
class PresenceShape:
    """あり / なし / 調査中, or Content that says it in words."""

    def read(self, node: Node, at: Cursor) -> Presence | Content[Any] | None:
        word = folded_word(typed(node)) if isinstance(node, TextNode) else ""
        for member in Presence:
            if member.japanese == word:
                return member
        return CONTENT.read(node, at)

    def schema(self) -> Schema:
        return {"anyOf": [{"enum": [m.japanese for m in Presence]}, CONTENT.schema()]}


PRESENCE = PresenceShape()
