"""Every text of a record, with the path of its field: how redact sees a draft and makes a public record of it.

The only place that walks records by reflection; the type of the result is promised to the caller.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.text import PublicText, RawText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FieldPath = tuple[str | int, ...]
"""Attribute names and indexes from the record to the text: `("contacts", 0, "name")`."""


def texts(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Each RawText or PublicText inside a record, in the order of its fields."""
    if isinstance(value, (RawText, PublicText)):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))
    elif holds_text(value.__class__):
        for name in attributes(value.__class__):
            yield from texts(getattr(value, name), (*path, name))


def rebuild(value: Any, make: Callable[[FieldPath, RawText], PublicText], path: FieldPath = ()) -> Any:
    """The same record with every text replaced by what `make` gives for it."""
    if isinstance(value, RawText):
        return make(path, value)
    if isinstance(value, tuple):
        return tuple(rebuild(item, make, (*path, index)) for index, item in enumerate(value))
    if holds_text(value.__class__):
        changed = {name: rebuild(getattr(value, name), make, (*path, name)) for name in attributes(value.__class__)}
        return type(value)(**changed)
    return value


@cache
def attributes(kind: type) -> tuple[str, ...]:
    """The names of a record's fields, in order."""
    return tuple(f.name for f in fields(kind))


@cache
def holds_text(kind: type) -> bool:
    """Whether values of this class can hold texts: the generic records do; dates, places and words never do."""
    return is_dataclass(kind) and bool(getattr(kind, "__parameters__", ()))
