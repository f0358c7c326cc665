"""Records and parts of them, typed as YAML: what the tests of shapes and rules begin with."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Any

from generator.records import read_record
from generator.records.content import (
    Bullet,
    Bullets,
    Content,
    Headed,
    Pairs,
    Prose,
    Remark,
    Standing,
    Table,
)
from generator.records.content_shape import CONTENT
from generator.records.names import known_keys
from generator.records.reading import Cursor, Report
from generator.source import parse_source

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.records import Draft
    from generator.records.shapes import Shape
    from generator.source.nodes import Node

SOUND = (Path(__file__).parent / "broken/sound/disclosures/2026-05-20-hokenryo-gosofu.yml").read_text(encoding="utf-8")
NAME = "2026-05-20-hokenryo-gosofu"


def sound(*changes: tuple[str, str]) -> str:
    """The sound record with some of its text replaced."""
    text = SOUND
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def read(text: str, name: str = NAME) -> tuple[Draft | None, list[Problem]]:
    """The draft of a record's text, and every problem of its YAML and shape."""
    source, problems = parse_source(text.encode(), f"disclosures/{name}.yml", known_keys())
    if source is None:
        return None, problems
    draft, more = read_record(source)
    return draft, problems + more


def draft(*changes: tuple[str, str], name: str = NAME) -> Draft:
    """The sound record's draft, changed."""
    made, _ = read(sound(*changes), name)
    assert made is not None
    return made


def value(text: str) -> Node:
    """The node of a value."""
    source, problems = parse_source(f"値:\n{indent(text, '  ')}\n".encode(), "x.yml", frozenset({"値"}))
    assert source is not None, problems
    return source.root.entries[0].value  # type: ignore[union-attr]  # the text above is a mapping


def shaped(shape: Shape[Any], text: str) -> tuple[Any, list[str]]:
    """What a shape reads of a value's YAML, and the codes of the problems."""
    report = Report()
    found = shape.read(value(text), Cursor(report))
    return found, [problem.code for problem in report.problems]


def content(text: str) -> tuple[Any, list[str]]:
    """Content in plain values, and the codes of the problems."""
    found, codes = shaped(CONTENT, text)
    return plain(found), codes


def plain(found: Any) -> Any:  # noqa: PLR0911  # a table in the form of a match
    """Content as tuples, lists and strings, to compare with."""
    match found:
        case Content():
            return [plain(block) for block in found.blocks]
        case Prose():
            return found.text.reveal()
        case Bullets():
            return ("bullets", [plain(item) for item in found.items])
        case Bullet():
            text = found.text.reveal() if found.text else ""
            return (text, [plain(item) for item in found.below]) if found.below else text
        case Headed():
            return ("headed", found.heading.reveal(), plain(found.content))
        case Pairs():
            return ("pairs", {pair.name.reveal(): plain(pair.content) for pair in found.pairs})
        case Remark():
            return ("remark", found.text.reveal())
        case Standing():
            return ("standing", found.status.japanese, found.explanation.reveal() if found.explanation else None)
        case Table():
            return (
                "table",
                [(c.heading.reveal(), [t.reveal() for t in c.below]) for c in found.columns],
                table_rows(found),
            )
    return found


def table_rows(table: Table[Any]) -> list[list[list[str]]]:
    """The lines of each cell."""
    return [[[line.reveal() for line in cell.lines] for cell in row] for row in table.rows]
