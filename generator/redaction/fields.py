"""The texts of a draft as passages for the scan, each with the words that head it, and places for what is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.records.common import Contact
from generator.records.content import Pair, Table
from generator.records.discipline import Sanctioned
from generator.records.minutes import Person
from generator.records.walk import attributes, holds_text
from generator.redaction.bare import Bare, bare
from generator.text import RawText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records import Draft
    from generator.records.walk import FieldPath

LABELS = {"name": "氏名", "phone": "電話", "fax": "FAX", "mail": "メール"}
"""Attributes of a contact or a person whose key is a label for detectors; the keys of prose are none."""

APART = REMARK, LOOSE = "comment", "loose"
"""First steps of paths that lead to no field of a record: YAML comments, texts of a file that is no sound record."""


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a draft on its way through redaction."""

    path: FieldPath
    raw: RawText
    bare: Bare
    label: str = field(repr=False)
    post: str = field(default="", repr=False)
    """職 of the person whose name this is, where one is given."""


def fields_of(draft: Draft) -> Iterator[Field]:
    """Every text of a draft, in the order in which `walk.rebuild` meets them."""
    for path, raw, label in _labelled(draft, (), ""):
        yield Field(path, raw, bare(raw.reveal().rstrip()), label, _post(draft, path) if path[-1] == "name" else "")


def _post(draft: Draft, path: FieldPath) -> str:
    person: Any = draft
    for step in path[:-1]:
        person = person[step] if isinstance(step, int) else getattr(person, step)
    post = getattr(person, "post", None)
    return post.reveal() if isinstance(post, RawText) else ""


def _labelled(value: Any, path: FieldPath, label: str) -> Iterator[tuple[FieldPath, RawText, str]]:
    if isinstance(value, RawText):
        yield path, value, label
    elif isinstance(value, Table):
        yield from _table(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _labelled(item, (*path, index), label)
    elif holds_text(value.__class__):
        inner = value.name.reveal() if isinstance(value, Pair) else ""
        for attribute in attributes(value.__class__):
            named = LABELS.get(attribute, "") if _is_keyed(value) else ""
            heading = label if attribute in ("text", "blocks") else ""
            under = inner if attribute == "content" and inner else heading
            yield from _labelled(getattr(value, attribute), (*path, attribute), named or under)


def _is_keyed(value: Any) -> bool:
    """Whether its name was typed under 氏名; a person without 職 may be a post, as minutes print it: 税務課長."""
    return isinstance(value, (Contact, Sanctioned)) or (isinstance(value, Person) and value.post is not None)


def _table(table: Table[RawText], path: FieldPath) -> Iterator[tuple[FieldPath, RawText, str]]:
    """A cell's label is its column's head and, in tables that are forms, the first cell of its row."""
    heads: list[str] = []
    for column in table.columns:
        below = [text.reveal() for text in column.below]
        heads += [f"{column.heading.reveal()} {text}" for text in below] or [column.heading.reveal()]
    yield from _labelled(table.columns, (*path, "columns"), "")
    for r, row in enumerate(table.rows):
        first = row[0].lines[0].reveal() if row and row[0].lines else ""
        for c, cell in enumerate(row):
            label = f"{heads[c] if c < len(heads) else ''} {first if c else ''}".strip()
            yield from _labelled(cell.lines, (*path, "rows", r, c, "lines"), label)
    yield from _labelled(table.heading, (*path, "heading"), "")
    yield from _labelled(table.note, (*path, "note"), "")
