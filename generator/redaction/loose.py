"""The texts of a file that is no sound record: every scalar, with the words that head it, as good as can be told.

A draft leaves out what it could not read; nobody may take what was left out for text without identifiers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.records.names import attributed, known_keys
from generator.redaction.bare import bare
from generator.redaction.fields import LABELS, LOOSE, Field
from generator.source.nodes import ListNode, MapNode, TextNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records.shapes import Fields
    from generator.source.nodes import Node
    from generator.text import RawText

    Keys = tuple[str | int, ...]

COLUMNS, ROWS, CASE = "列", "行", "事案番号"


def loose_fields(root: Node, shape: Fields[Any]) -> Iterator[Field]:
    """Every text of the tree but known keys; `shape` is that of the record it was to be."""
    for raw, keys, label in _texts_in(root, (), ""):
        path = attributed(keys, shape)
        named = str(keys[-1]) if keys and keys[-1] in LABELS.values() else label
        yield Field((LOOSE, *path), raw, bare(raw.reveal().rstrip()), named)


def case_of(root: Node) -> str:
    """What stands beside 事案番号, whether it is a good one or not; empty where nothing does."""
    if not isinstance(root, MapNode):
        return ""
    texts = (e.value for e in root.entries if e.key.text.reveal() == CASE)
    return next((text.text.reveal().strip() for text in texts if isinstance(text, TextNode)), "")


def _texts_in(node: Node, keys: Keys, label: str) -> Iterator[tuple[RawText, Keys, str]]:
    if isinstance(node, TextNode):
        yield node.text, keys, label
    elif isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            yield from _texts_in(item, (*keys, index), label)
    else:
        yield from _mapping(node, keys)


def _mapping(node: MapNode, keys: Keys) -> Iterator[tuple[RawText, Keys, str]]:
    """An unknown key heads its value, as in 項目."""
    heads = next((_texts(e.value) for e in node.entries if e.key.text.reveal() == COLUMNS), None)
    for entry in node.entries:
        name = entry.key.text.reveal()
        if name not in known_keys():
            yield entry.key.text, (*keys, ""), ""
        if name == ROWS and heads is not None and isinstance(entry.value, ListNode):
            yield from _rows(entry.value, (*keys, name), heads)
        else:
            yield from _texts_in(entry.value, (*keys, name), "" if name in known_keys() else name)


def _rows(rows: ListNode, keys: Keys, heads: list[str]) -> Iterator[tuple[RawText, Keys, str]]:
    for r, row in enumerate(rows.items):
        cells = row.items if isinstance(row, ListNode) else (row,)
        first = "".join(_texts(cells[0])[:1]) if cells else ""
        for c, cell in enumerate(cells):
            label = f"{heads[c] if c < len(heads) else ''} {first if c else ''}".strip()
            yield from _texts_in(cell, (*keys, r, c), label)


def _texts(node: Node) -> list[str]:
    """The words of a head or cell, one for each text in it; those of a two-row head with the upper one before."""
    if isinstance(node, TextNode):
        return [node.text.reveal()]
    if isinstance(node, ListNode):
        return [text for item in node.items for text in _texts(item)]
    return [f"{e.key.text.reveal()} {below}" for e in node.entries for below in _texts(e.value)]
