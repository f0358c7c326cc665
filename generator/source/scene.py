"""Where libyaml stopped, and what had been read by then: the questions `causes` asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.source.event import What
from generator.source.slips import level

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from generator.source.event import Event
    from generator.source.file_text import FileText
    from generator.source.guard import Stop
    from generator.source.slips import Slip


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong in one line."""

    number: int
    slip: Slip


@dataclass(frozen=True)
class Scene:
    """One stop."""

    file: FileText
    events: tuple[Event, ...]
    stop: Stop
    known: AbstractSet[str]

    @cached_property
    def number(self) -> int:
        """The line libyaml stopped in; at the end of the file, the last line that holds anything."""
        text = self.file.text
        return self.file.line_at(self.stop.offset if self.stop.offset < len(text) else max(len(text.rstrip()) - 1, 0))

    @cached_property
    def line(self) -> str:
        """That line."""
        return self.file.line(self.number)

    @property
    def indent(self) -> int:
        """Its leading spaces."""
        return level(self.line)

    @cached_property
    def context_number(self) -> int:
        """The line in which began what libyaml was reading; where it says nothing, the line it stopped in."""
        return self.number if self.stop.context is None else self.file.line_at(self.stop.context)

    @cached_property
    def scalar(self) -> Event | None:
        """The last scalar that was read."""
        return next((event for event in reversed(self.events) if event.what is What.SCALAR), None)

    @cached_property
    def scalar_lines(self) -> range:
        """The lines of the last scalar."""
        if self.scalar is None:
            return range(0)
        first, last = self.scalar.start, max(self.scalar.start, self.scalar.end - 1)
        return range(self.file.line_at(first), self.file.line_at(last) + 1)

    @cached_property
    def open_columns(self) -> list[tuple[int, bool]]:
        """The columns (from 0) of the collections still open before the stop, each with whether it is a list.

        libyaml closes collections before it complains about a dedent; those it closed right there count as open.
        """
        return self._columns(self.events)

    def columns_above(self, number: int) -> list[tuple[int, bool]]:
        """The same for the collections that were open before a line."""
        start = self.file.start(number)
        return self._columns([event for event in self.events if event.start < start])

    def _columns(self, events: Sequence[Event]) -> list[tuple[int, bool]]:
        found: list[tuple[int, bool]] = []
        last = max((at for at, event in enumerate(events) if event.what is not What.END), default=-1)
        for event in events[: last + 1]:
            if event.what is What.END:
                found.pop()
            elif event.what is not What.SCALAR:
                found.append((self.column(event.start), event.what is What.LIST))
        return found

    def neighbour(self, number: int, step: int) -> int:
        """The nearest line above (-1) or below (1) that holds anything; 0 where there is none."""
        number += step
        while 0 < number <= self.file.line_at(len(self.file.text)):
            if self.file.line(number).strip():
                return number
            number += step
        return 0

    def is_text(self, number: int) -> bool:
        """Whether a line belongs to a quoted or block text that began above it."""
        start = self.file.start(number)
        return any(event.style and event.start < start < event.end for event in self.events)

    @cached_property
    def closed_flow(self) -> Event | None:
        """The `[ ]` or `{ }` that ended just before the stop, on its line."""
        last = self.events[-1] if self.events else None
        if (
            last is None
            or last.what is not What.END
            or last.start == last.end
            or self.file.line_at(last.start) != self.number
        ):
            return None
        depth = 0
        for event in reversed(self.events):
            depth += (event.what is What.END) - (event.what in (What.MAP, What.LIST))
            if not depth:
                return event
        return None

    def column(self, offset: int) -> int:
        """The column of a character, from 0."""
        return offset - self.file.start(self.file.line_at(offset))
