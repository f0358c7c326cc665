"""JSON Schema (draft 2020-12) of the public JSON, from the very types that the records are.

What `values` writes of a type stands here beside it; a test holds every file of the example against its schema.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from generator.pages.data.values import CODE, name_of, untold
from generator.pages.notices import Extent
from generator.pages.states import State
from generator.records import (
    KINDS,
    audit,
    batch,
    common,
    content,
    council_words,
    counts,
    dates,
    discipline,
    incident,
    minutes,
    paper,
    record,
    vocabulary,
)
from generator.records.content import Content, Section
from generator.records.dates import Day, Period
from generator.records.incident import Timeline
from generator.records.vocabulary import RecordKind, Word
from generator.records.walk import attributes
from generator.words import word

if TYPE_CHECKING:
    from generator.pages.data.values import Json
    from generator.settings import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_MODULES = (
    audit, batch, common, content, council_words, counts, dates, discipline, incident, minutes, paper, record,
    vocabulary,
)  # fmt: skip
_NAMES: dict[str, Any] = {name: thing for module in _MODULES for name, thing in vars(module).items()}
_NAMES["Mapping"] = Mapping
"""What the annotations of the records name; many of it they import for types only."""

_TEXT: Json = {"type": "string"}
_ADDRESS: Json = {"type": "string", "format": "uri"}
_DATE: Json = {"type": "string", "format": "date"}
_WHEN: Json = {
    "type": "object",
    "properties": {"表記": _TEXT, "始": _DATE, "終": _DATE},
    "required": ["表記"],
    "additionalProperties": False,
}


def record_schema(kind: RecordKind, settings: Settings) -> Json:
    """The schema of the JSON of one kind of record."""
    made = KINDS[kind].make
    if not isinstance(made, type):
        raise TypeError("a kind of record is a class")
    found = _object(made)
    properties = {**_head(kind), **found["properties"]}
    return {
        "$schema": DIALECT,
        "$id": f"{settings.site_url}/data/schema/{kind.machine}.json",
        "title": word("data.schema_title", kind=kind.japanese),
        "type": "object",
        "properties": properties,
        "required": ["$schema", "出典", "団体", "アドレス", "記録", "種類", "公開状況", "件名", "発表日"],
        "additionalProperties": False,
        "$defs": {"content": _content(), **_definitions(made)},
    }


def _head(kind: RecordKind) -> Json:
    """What stands above the record's own fields, and what is left of one that was withdrawn."""
    state = _coded("対応状態", [(state.japanese, state.machine) for state in State])
    return {
        "$schema": _ADDRESS,
        "license": _ADDRESS,
        "利用条件": _TEXT,
        "出典": _TEXT,
        "団体": _TEXT,
        "アドレス": _ADDRESS,
        "記録": _TEXT,
        **_coded("種類", [(kind.japanese, kind.machine)]),
        **_coded("公開状況", [(word(f"data.extent.{extent.value}"), extent.value) for extent in Extent]),
        "年度": {"type": "integer"},
        "所管課": _TEXT,
        "所管課" + CODE: _TEXT,
        **(state if kind is RecordKind.INCIDENT else {}),
        "取下げ": {"type": "object", "properties": {"日": _WHEN, "理由": _TEXT}, "additionalProperties": False},
    }


def _coded(name: str, words: list[tuple[str, str]]) -> Json:
    return {name: {"enum": [japanese for japanese, _ in words]}, name + CODE: {"enum": [code for _, code in words]}}


def _object(kind: type) -> Json:
    """A class of the records: its published fields under their keys."""
    properties: Json = {}
    for attribute, hint in _told(kind).items():
        name = name_of(kind, attribute)
        properties[name] = _of(hint)
        words = _words_in(hint)
        if words:
            machine = {"enum": [one.machine for one in words]}
            properties[name + CODE] = {"type": "array", "items": machine} if _is_list(hint) else machine
    return {"type": "object", "properties": properties, "additionalProperties": False}


@cache
def _told(kind: type) -> Mapping[str, Any]:
    """The published fields of a class with their annotations."""
    hints = get_type_hints(kind, globalns=_NAMES)
    return {attribute: hints[attribute] for attribute in attributes(kind) if attribute not in untold(kind)}


def _of(hint: Any) -> Json:
    """The schema of one annotation."""
    options = [one for one in _options(hint) if one is not type(None)]
    found = [_single(one) for one in options]
    different = [schema for place, schema in enumerate(found) if schema not in found[:place]]
    return different[0] if len(different) == 1 else {"anyOf": different}


def _options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in {Union, types.UnionType} else (hint,)


def _single(hint: Any) -> Json:
    origin, arguments = get_origin(hint) or hint, get_args(hint)
    if isinstance(hint, TypeVar):
        return _TEXT
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0])}
    if origin is Section:
        return _section(arguments[1])
    if isinstance(origin, type) and issubclass(origin, Word):
        return {"enum": [one.japanese for one in origin]}
    own = _OWN.get(origin)
    return own or {"$ref": f"#/$defs/{origin.__name__}"}


_OWN: dict[Any, Json] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: _TEXT,
    Day: _WHEN,
    Period: _WHEN,
    Content: {"$ref": "#/$defs/content"},
    Timeline: {"type": "array", "items": {"$ref": "#/$defs/EventGroup"}},
}
"""What has a form of its own."""


def _section(body: Any) -> Json:
    status = _object(content.Standing)["properties"]
    return {
        "type": "object",
        "properties": {"見出し": _TEXT, "内容": _of(body), **status},
        "additionalProperties": False,
    }


def _content() -> Json:
    """A list of blocks; each is what its one key says, but for headings and statuses, which have more."""
    content_ref: Json = {"$ref": "#/$defs/content"}
    blocks = [
        {"文": _TEXT},
        {"注": _TEXT},
        {"箇条書き": {"type": "array", "items": {"$ref": "#/$defs/bullet"}}},
        {"見出し": _TEXT, "内容": content_ref},
        {"項目": {"type": "array", "items": _closed({"項目名": _TEXT, "内容": content_ref})}},
        {"表": {"$ref": "#/$defs/Table"}},
        _object(content.Standing)["properties"],
    ]
    return {"type": "array", "items": {"anyOf": [_closed(block) for block in blocks]}}


def _closed(properties: Json) -> Json:
    first = next(iter(properties))
    return {"type": "object", "properties": properties, "required": [first], "additionalProperties": False}


def _definitions(root: type) -> Json:
    """Every class that a record can hold, once."""
    bullet = {"type": "array", "items": {"$ref": "#/$defs/bullet"}}
    rows: Json = {"type": "array", "items": {"type": "array", "items": {"type": "array", "items": _TEXT}}}
    heads = {"type": "array", "items": _closed({"見出し": _TEXT, "下": {"type": "array", "items": _TEXT}})}
    table = {"列": heads, "行": rows, "見出し": _TEXT, "注": _TEXT}
    found: Json = {
        "bullet": {"type": "object", "properties": {"文": _TEXT, "下位": bullet}, "additionalProperties": False},
        "Table": {"type": "object", "properties": table, "required": ["列", "行"], "additionalProperties": False},
    }
    for kind in _classes(root, set()):
        if kind is not root and kind.__name__ not in found:
            found[kind.__name__] = _object(kind)
    return found


def _classes(kind: type, seen: set[type]) -> list[type]:
    """The classes that `values` writes field by field, from one class down."""
    if kind in seen:
        return []
    seen.add(kind)
    found = [kind]
    for hint in _told(kind).values():
        for inner in _inner(hint):
            found += _classes(inner, seen)
    return found


def _inner(hint: Any) -> list[type]:
    """The classes named in an annotation, but for those with a form of their own."""
    origin = get_origin(hint) or hint
    nested = [kind for argument in get_args(hint) for kind in _inner(argument)]
    own = (Section, Content, Day, Period, Timeline, content.Table, content.Standing)
    if origin is Timeline:
        return [incident.EventGroup]
    is_plain = isinstance(origin, type) and is_dataclass(origin) and origin not in own
    return [origin, *nested] if is_plain else nested


def _words_in(hint: Any) -> list[Word]:
    """The words of the enumeration that a field is, or may be."""
    for one in _options(hint):
        origin = get_origin(one) or one
        inner = get_args(one)[0] if origin is tuple else origin
        if isinstance(inner, type) and issubclass(inner, Word):
            return list(inner)
    return []


def _is_list(hint: Any) -> bool:
    return any(get_origin(one) is tuple for one in _options(hint))
