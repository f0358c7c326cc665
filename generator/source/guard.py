"""libyaml's events up to the first thing that must not be read further.

libyaml crashes on 100,000 nested `[` when it composes; it is asked for one event at a time here, and not asked
again beyond a limit.  Tags, anchors and aliases are refused: a record needs none, and an alias can grow without end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yaml import events as yaml_events
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError

from generator.problems import Problem
from generator.source.event import Event, What

if TYPE_CHECKING:
    from generator.source.file_text import FileText

MAX_DEPTH = 40
MAX_NODES = 50_000

_WHAT: dict[type[yaml_events.Event], What] = {
    yaml_events.ScalarEvent: What.SCALAR,
    yaml_events.AliasEvent: What.SCALAR,
    yaml_events.MappingStartEvent: What.MAP,
    yaml_events.SequenceStartEvent: What.LIST,
    yaml_events.MappingEndEvent: What.END,
    yaml_events.SequenceEndEvent: What.END,
}


@dataclass(frozen=True, slots=True)
class Stop:
    """Where libyaml could not go on, and its own words, which serve to find the cause and are never shown."""

    offset: int
    context: int | None
    """Where the thing began that it was reading."""
    why: str
    reading: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The events of one document."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    stop: Stop | None
    whole: bool
    """Whether the events make a complete tree."""


class _Guard:
    """Takes events in until a limit is reached."""

    def __init__(self, file: FileText) -> None:
        self.events: list[Event] = []
        self.problems: list[Problem] = []
        self._file = file
        self._depth = self._nodes = self._documents = 0

    def takes_document(self, event: Any) -> bool:
        self._documents += 1
        if event.version or event.tags:
            self._report("E136", event.start_mark.index)
        if self._documents > 1:
            self._report("E121", event.start_mark.index)
        return self._documents == 1

    def takes(self, event: Event) -> bool:
        self.events.append(event)
        if event.what is What.END:
            self._depth -= 1
            return True
        self._nodes += 1
        self._depth += event.what is not What.SCALAR
        if event.refused:
            self._report(event.refused, event.start)
        return self._within_limits(event.start)

    def _within_limits(self, start: int) -> bool:
        if self._depth > MAX_DEPTH:
            self._report("E127", start, limit=MAX_DEPTH)
        elif self._nodes > MAX_NODES:
            self._report("E128", start, limit=MAX_NODES)
        else:
            return True
        return False

    def _report(self, code: str, start: int, **params: int) -> None:
        self.problems.append(Problem(code, self._file.place(start), params=params))


def read_events(file: FileText) -> Reading:
    """The events of the file's first document."""
    guard, stop = _Guard(file), None
    try:
        _read(file.text, guard)
    except MarkedYAMLError as error:
        stop = _stop(error)
    limited = any(problem.code in {"E127", "E128"} for problem in guard.problems)
    return Reading(tuple(guard.events), tuple(guard.problems), stop, whole=not stop and not limited)


def _read(text: str, guard: _Guard) -> None:
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        what = _WHAT.get(type(event))
        if what is not None:
            going_on = guard.takes(_translated(event, what))
        else:
            going_on = not isinstance(event, yaml_events.DocumentStartEvent) or guard.takes_document(event)
        if not going_on:
            return


def _translated(event: Any, what: What) -> Event:
    """Typed loosely, because PyYAML's stubs allow events without marks and libyaml never sends one."""
    start, end = event.start_mark.index, event.end_mark.index
    if what is What.END:
        return Event(what, start, end)
    if isinstance(event, yaml_events.AliasEvent):
        return Event(what, start, end, refused="E125")
    refused = "E125" if event.anchor is not None else "E124" if event.tag is not None else ""
    if what is What.SCALAR:
        return Event(what, start, end, event.value, event.style, refused=refused)
    return Event(what, start, end, flow=bool(event.flow_style), refused=refused)


def _stop(error: MarkedYAMLError) -> Stop:
    """A new value, so that neither libyaml's words nor its excerpt of the text live on in an exception."""
    offset = error.problem_mark.index if error.problem_mark else 0
    context = error.context_mark.index if error.context_mark else None
    return Stop(offset, context, error.problem or "", error.context or "")
