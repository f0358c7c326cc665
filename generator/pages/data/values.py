"""A public record as plain values of JSON, under the keys its authors know.

By reflection, so that a new field is in the data as soon as it is in a record; what is not published stands in
`UNTOLD`.  An enumeration gives two values: its Japanese word, and under the key with コード its machine value.
"""

from __future__ import annotations

from functools import cache, singledispatch
from typing import TYPE_CHECKING, Any

from generator.pages.inline import words_of
from generator.records.content import (
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
from generator.records.dates import Day, Period
from generator.records.incident import Timeline
from generator.records.names import field_names
from generator.records.vocabulary import Word
from generator.records.walk import attributes
from generator.text import PublicText

if TYPE_CHECKING:
    from generator.records.dates import When

Json = dict[str, Any]

CODE = "コード"
"""Behind the key of an enumeration: the key of its machine value, which never changes."""

PLACES = frozenset({"place", "places"})
"""Where a value stands in its author's file: for messages only."""

UNTOLD: dict[str, frozenset[str]] = {
    "Record": frozenset({"id", "publication", "related", "publicity"}),
    "Impact": frozenset({"protected_checked"}),
    "Handout": frozenset({"record"}),
}
"""Fields that no record's data has: what only its author needs, and the ids of other records, which are in
`data/relations.csv` as far as they are public."""

EXTRA: dict[tuple[str, str], str] = {
    ("Attachment", "name"): "名称",
    ("Attachment", "reason"): "理由",
    ("Attachment", "about"): "説明",
    ("Record", "case_id"): "事案番号",
    ("Link", "relation"): "関係",
    ("Sitting", "opened"): "開会",
    ("Sitting", "closed"): "閉会",
    ("Sitting", "day"): "開催日",
    ("Thread", "utterances"): "一連の発言",
    ("Utterance", "speaker"): "発言者",
    ("Utterance", "kind"): "種",
    ("Utterance", "content"): "発言",
}
"""Names of fields that no key of the YAML gives."""


def value_of(value: Any) -> Any:
    """The value in JSON; None where there is nothing to say."""
    return _value(value)


@singledispatch
def _value(value: Any) -> Any:
    """A dataclass of the records: its fields under their keys."""
    return fields_of(value)


@_value.register(type(None))
@_value.register(bool)
@_value.register(int)
@_value.register(str)
def _same(value: Any) -> Any:
    return value


@_value.register
def _words(value: PublicText) -> str:
    return words_of(value)


@_value.register
def _word(value: Word) -> str:
    return value.japanese


@_value.register
def _items(value: tuple) -> list[Any]:  # type: ignore[type-arg]  # singledispatch takes no parameters
    return [_value(item) for item in value]


@_value.register
def _section(value: Section) -> Json:  # type: ignore[type-arg]
    """見出し where its author gave one; then a status, or 内容."""
    heading = {"見出し": _value(value.heading)} if value.heading else {}
    if isinstance(value.body, Standing):
        return heading | fields_of(value.body)
    return heading | {"内容": _value(value.body)}


@_value.register
def _timeline(value: Timeline) -> list[Json]:  # type: ignore[type-arg]
    return [fields_of(group) for group in value.groups]


@_value.register
def _content(value: Content) -> list[Json]:  # type: ignore[type-arg]
    return [_block(block) for block in value.blocks]


@_value.register
def _day(value: Day) -> Json:
    return when_value(value)


@_value.register
def _period(value: Period) -> Json:
    return when_value(value)


def when_value(value: When | PublicText) -> Json:
    """A date or a range as shown, and the first and last day it may mean; a text that is no date as shown only."""
    if isinstance(value, PublicText):
        return {"表記": words_of(value)}
    last = None if isinstance(value, Period) and value.end is None else value.latest.isoformat()
    return {"表記": value.shown, "始": value.earliest.isoformat(), **({"終": last} if last else {})}


def fields_of(value: Any) -> Json:
    """The fields of a dataclass under their Japanese keys, empty ones left out."""
    found: Json = {}
    for attribute, name, is_date in _told(value.__class__):
        field = getattr(value, attribute)
        if field is None or field == ():
            continue
        if isinstance(field, Word):
            found |= {name: field.japanese, name + CODE: field.machine}
        elif is_date and isinstance(field, PublicText):
            found[name] = when_value(field)
        else:
            found[name] = _value(field)
            if isinstance(field, tuple) and isinstance(field[0], Word):
                found[name + CODE] = [item.machine for item in field]
    return found


@cache
def _told(kind: type) -> tuple[tuple[str, str, bool], ...]:
    """Each published field of a class: attribute, key, and whether it holds a date where it is not a text."""
    dates = {"when", "at", "due", "done_on", "old_due", "period", "promised", "notified", "published", "occurred"}
    return tuple((a, name_of(kind, a), a in dates) for a in attributes(kind) if a not in untold(kind))


def untold(kind: type) -> frozenset[str]:
    """The fields of a class that no data has."""
    bases = {base.__name__ for base in kind.__mro__}
    return PLACES.union(*(names for owner, names in UNTOLD.items() if owner in bases))


def name_of(kind: type, attribute: str) -> str:
    """The key of a field."""
    extra = next((EXTRA[base.__name__, attribute] for base in kind.__mro__ if (base.__name__, attribute) in EXTRA), "")
    return extra or field_names()[kind, attribute]


def _block(block: Any) -> Json:
    """One block of Content: an object whose one key says what it is; a heading and a status have more."""
    if isinstance(block, Prose):
        return {"文": words_of(block.text)}
    if isinstance(block, Bullets):
        return {"箇条書き": [_bullet(item) for item in block.items]}
    if isinstance(block, Table):
        return {"表": table_value(block)}
    if isinstance(block, Pairs):
        return {"項目": [_pair(pair) for pair in block.pairs]}
    if isinstance(block, Headed):
        return {"見出し": words_of(block.heading), "内容": _content(block.content)}
    return {"注": words_of(block.text)} if isinstance(block, Remark) else fields_of(block)


def _bullet(item: Bullet[PublicText]) -> Json:
    text = {"文": words_of(item.text)} if item.text else {}
    return text | ({"下位": [_bullet(below) for below in item.below]} if item.below else {})


def _pair(pair: Pair[PublicText]) -> Json:
    return {"項目名": words_of(pair.name), "内容": _content(pair.content)}


@_value.register(Table)
def table_value(table: Table[PublicText]) -> Json:
    """表: its heads (of a two-row head both rows), its rows of cells, each a list of lines."""
    heading = {"見出し": words_of(table.heading)} if table.heading else {}
    note = {"注": words_of(table.note)} if table.note else {}
    columns = [_column(column) for column in table.columns]
    return heading | {"列": columns, "行": [[_cell(cell) for cell in row] for row in table.rows]} | note


def _column(column: Column[PublicText]) -> Json:
    below = {"下": [words_of(text) for text in column.below]} if column.below else {}
    return {"見出し": words_of(column.heading)} | below


def _cell(cell: Cell[PublicText]) -> list[str]:
    return [words_of(line) for line in cell.lines]
