"""The Japanese name of a field, from the path of its attributes: what messages say."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from generator.records import KINDS
from generator.records.content_shape import BLOCK_KEYS, CONTENT, HEADED, STANDING, TABLE_FIELDS
from generator.records.counts import COUNT_FIELDS
from generator.records.reading import folded_word
from generator.records.shapes import Fields, Later
from generator.settings import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.records.vocabulary import RecordKind
    from generator.records.walk import FieldPath

_ANYWHERE = (STANDING, COUNT_FIELDS)
"""What any section, and any count, may be instead."""

_OFTEN_OPEN = ("原因", "処分")
"""Sections of an incident in which a status stands most often: what a message names."""

_ROWS = "一覧"
"""The key of rows under a preface; rows are counted from their section, whether it was typed or not."""


@lru_cache(maxsize=1 << 13)
def japanese(path: FieldPath, kind: RecordKind) -> str:
    """`("timeline", "body", "groups", 0, "events", 2, "content", …)` is 経過[3].内容.

    Ends where Content begins: which bullet or cell it is, the line tells.
    """
    words: list[str] = []
    reached: tuple[Fields[Any], ...] = (KINDS[kind],)
    for step in path:
        if step == "blocks":
            break
        if isinstance(step, int):
            words[-1] = f"{words[-1].partition('[')[0]}[{step + 1}]"
            continue
        key = next((key for shape in (*reached, *_ANYWHERE) for key in shape.keys if key.attribute == step), None)
        if key is not None:
            reached = tuple(_nearest_fields(key.shape))
            words += [key.name] if key.name != _ROWS or not words else []
    return ".".join(words)


def attributed(keys: Sequence[str | int], shape: Fields[Any]) -> FieldPath:
    """The way back for keys as they were typed, in a file that may be wrong: a key nobody knows is an empty step."""
    path: list[str | int] = []
    reached: tuple[Fields[Any], ...] = (shape,)
    for step in keys:
        if isinstance(step, int):
            path.append(step)
            continue
        key = next((k for shape in (*reached, *_ANYWHERE) for k in shape.keys if step in {k.name, *k.aliases}), None)
        path.append(key.attribute if key else "")
        reached = tuple(_nearest_fields(key.shape)) if key else reached
    return tuple(path)


def _nearest_fields(shape: Any) -> Iterator[Fields[Any]]:
    """The mappings that a value of this shape may be, but not those inside them."""
    if isinstance(shape, Fields):
        yield shape
    elif is_dataclass(shape) and not isinstance(shape, (type, Later)):
        for attribute in fields(shape):
            yield from _nearest_fields(getattr(shape, attribute.name))


@cache
def homes() -> dict[RecordKind, dict[str, tuple[str, str]]]:
    """Of each kind the keys, folded, with their spelling and up to three sections they belong in; none for sections."""
    return {kind: _homes(shape) for kind, shape in KINDS.items()}


def _homes(record: Fields[Any]) -> dict[str, tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for section in record.keys:
        for shape in _nearest_fields(section.shape):
            for key in shape.keys:
                found.setdefault(key.name, []).append(section.name)
    may_wait = [section.name for section in record.keys if section.may_wait and section.name in _OFTEN_OPEN]
    found |= {key.name: [*found.get(key.name, [])[:1], *may_wait] for key in STANDING.keys}
    found |= {section.name: [] for section in record.keys}
    return {folded_word(name): (name, "・".join(dict.fromkeys(where[:3]))) for name, where in found.items()}


@cache
def known_keys() -> frozenset[str]:
    """Every key that a record or the settings may have: the only typed words that a message repeats."""
    names = {"種類", *BLOCK_KEYS}
    for shape in (*KINDS.values(), STANDING, HEADED, TABLE_FIELDS, SETTINGS):
        for fields_shape in _fields_in(shape, set()):
            for key in fields_shape.keys:
                names |= {key.name, *key.aliases, *key.also}
    return frozenset(names)


@cache
def field_names() -> dict[tuple[type, str], str]:
    """The key of each attribute of each class that a mapping is read into."""
    found: dict[tuple[type, str], str] = {}
    seen: set[int] = set()
    for shape in (*KINDS.values(), *_ANYWHERE):
        for fields_shape in _fields_in(shape, seen):
            if isinstance(fields_shape.make, type):
                found |= {(fields_shape.make, key.attribute): key.name for key in fields_shape.keys}
    return found


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
