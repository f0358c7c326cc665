"""What a file means: a record of one kind, typed, its texts still raw.  Shape only; meaning is for `rules`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.problems import Place, Severity
from generator.records.audit_shape import AUDIT
from generator.records.batch_shape import BATCH
from generator.records.dates import ERAS, parse_when
from generator.records.discipline_shape import DISCIPLINE
from generator.records.ids import is_id
from generator.records.incident import Incident
from generator.records.incident_shape import INCIDENT
from generator.records.minutes_shape import MINUTES, completed
from generator.records.paper_shape import PAPER
from generator.records.reading import Cursor, Report, typed
from generator.records.record import Record
from generator.records.shapes import Fields, OneOf
from generator.records.vocabulary import RecordKind
from generator.source.nodes import MapNode, TextNode
from generator.text import PublicText, RawText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.problems import Problem
    from generator.source.nodes import Node, SourceFile

Draft = Record[RawText]
PublicRecord = Record[PublicText]
PublicIncident = Incident[PublicText]
IncidentDraft = Incident[RawText]

KINDS: dict[RecordKind, Fields[Any]] = {
    RecordKind.INCIDENT: INCIDENT,
    RecordKind.PAPER: PAPER,
    RecordKind.MINUTES: MINUTES,
    RecordKind.AUDIT: AUDIT,
    RecordKind.DISPOSITION: DISCIPLINE,
    RecordKind.BATCH: BATCH,
}
"""Every kind with its shape."""

Homes = Mapping[RecordKind, Mapping[str, tuple[str, str]]]
"""What records.names.homes gives."""


_ALWAYS = {"title", "released_on"}
"""What every record has, whether its author typed it or it follows from the minutes' own keys."""

_HARMLESS = frozenset({"E208", "E213", "E214", "E224", "E301", "E302"})
"""Errors that leave every other value as its author meant it."""


def is_sound(problems: Iterable[Problem]) -> bool:
    """Whether the draft read with these problems says all that its author meant, so that `rules` may judge it."""
    return all(problem.severity is not Severity.ERROR or problem.code in _HARMLESS for problem in problems)


def read_record(source: SourceFile, homes: Homes = MappingProxyType({})) -> tuple[Draft | None, list[Problem]]:
    """The draft of one file, and every problem of its shape; `homes` are those of records.names."""
    report = Report()
    root = source.root
    record_id = PurePosixPath(source.path).stem
    start = Place(source.path, 1, 1)
    if not is_id(record_id):
        Cursor(report).problem("E224", start)
    if not isinstance(root, MapNode):
        Cursor(report).problem("E203", root.place, wanted="map", found="list")
        return None, report.problems
    kind = _kind(root, Cursor(report))
    if kind is None:
        return None, report.problems
    shape = KINDS[kind]
    report.homes = homes.get(kind, {})
    rest = MapNode(tuple(e for e in root.entries if typed(e.key) != "種類"), root.place)
    values = shape.values(rest, Cursor(report, plans_allowed=_before_reiwa(root)))
    if values is not None and kind is RecordKind.MINUTES:
        values = completed(values, Cursor(report), root)
    if values is None or not values.keys() >= {key.attribute for key in shape.keys if key.required} | _ALWAYS:
        return None, report.problems
    return shape.make(id=record_id, **shape.where(rest), **values), report.problems


def shape_of(root: Node) -> Fields[Any] | None:
    """The shape of the kind that a file says it is, whatever else is wrong with it."""
    kind = _kind(root, Cursor(Report())) if isinstance(root, MapNode) else None
    return KINDS[kind] if kind else None


def _kind(root: MapNode, at: Cursor) -> RecordKind | None:
    node = _value(root, "種類")
    if node is None:
        at.problem("E201", root.place, key="種類")
        return None
    return OneOf(RecordKind).read(node, at.into("種類"))


def _before_reiwa(root: MapNode) -> bool:
    node = _value(root, "発表日")
    when = parse_when(typed(node)).when if isinstance(node, TextNode) else None
    return when is not None and when.earliest < ERAS[0][2]


def _value(root: MapNode, name: str) -> Node | None:
    return next((e.value for e in root.entries if typed(e.key) == name), None)
