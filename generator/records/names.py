"""The Japanese name of a field, from the path of its attributes: what messages say."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.records.content import BLOCK_KEYS, CONTENT, HEADED, STANDING, TABLE_FIELDS
from generator.records.incident_shape import EVENT, EVENT_GROUP, INCIDENT
from generator.records.shapes import Fields, Later
from generator.settings import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.walk import FieldPath


def japanese(path: FieldPath) -> str:
    """`("timeline", "body", "groups", 0, "events", 2, "content", …)` is 経過[3].内容."""
    known = _names()
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            if words and not words[-1].endswith("]"):
                words[-1] += f"[{step + 1}]"
            elif words:
                words[-1] = f"{words[-1].partition('[')[0]}[{step + 1}]"
        elif step in known:
            words.append(known[step])
    return ".".join(words)


@cache
def _names() -> dict[str, str]:
    """Attribute to key; a test holds that no attribute has two names where both could be in one path."""
    table: dict[str, str] = {}
    for shape in (INCIDENT, EVENT, EVENT_GROUP, STANDING, HEADED, TABLE_FIELDS):
        for fields_shape in _fields_in(shape, set()):
            for key in fields_shape.keys:
                table.setdefault(key.attribute, key.name)
    return table


@cache
def known_keys() -> frozenset[str]:
    """Every key that a record or the settings may have: the only typed words that a message repeats."""
    names = {"種類", *BLOCK_KEYS}
    for shape in (INCIDENT, EVENT, EVENT_GROUP, STANDING, HEADED, TABLE_FIELDS, SETTINGS):
        for fields_shape in _fields_in(shape, set()):
            for key in fields_shape.keys:
                names |= {key.name, *key.aliases, *key.also}
    return frozenset(names)


def _fields_in(shape: Any, seen: set[int]) -> Iterator[Fields[Any]]:
    if id(shape) in seen or shape is CONTENT or isinstance(shape, Later):
        return
    seen.add(id(shape))
    if isinstance(shape, Fields):
        yield shape
        for key in shape.keys:
            yield from _fields_in(key.shape, seen)
    elif is_dataclass(shape) and not isinstance(shape, type):
        for attribute in fields(shape):
            yield from _fields_in(getattr(shape, attribute.name), seen)
