"""By what a 事案 can be looked for: 年度, 種別, 所管, 状態.  Each value is a list with an address of its own.

A year or a section without a 事案 is shown with 0件 and not linked; a 種別 that never happened is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.pages.links import OTHER_SECTION, section_address, type_address, year_address
from generator.pages.states import State
from generator.records.dates import fiscal_year_name
from generator.records.vocabulary import IncidentType
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pages.matters import Matter
    from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to look for, and what it finds, newest first."""

    label: str
    address: str
    matters: tuple[Any, ...]
    """事案, or papers of the council."""

    @property
    def count(self) -> int:
        """How many it finds."""
        return len(self.matters)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to look for something."""

    key: str
    label: str
    choices: tuple[Choice, ...]


def state_address(machine: str) -> str:
    """The address of the list of one 状態, by its machine value."""
    return f"/states/{machine}/"


def facets_of(matters: tuple[Matter, ...], settings: Settings) -> tuple[Facet, ...]:
    """The four ways, in the order of the page."""
    return (
        _facet("years", _years(matters)),
        _facet("states", _states(matters)),
        _facet("types", _types(matters)),
        _facet("sections", _sections(matters, settings)),
    )


def _facet(key: str, choices: Iterable[Choice]) -> Facet:
    return Facet(key, word(f"facet.{key}"), tuple(choices))


def _years(matters: tuple[Matter, ...]) -> Iterable[Choice]:
    if not matters:
        return
    for year in range(matters[0].year, matters[-1].year - 1, -1):
        yield Choice(fiscal_year_name(year), year_address(year), tuple(m for m in matters if m.year == year))


def _types(matters: tuple[Matter, ...]) -> Iterable[Choice]:
    for kind in IncidentType:
        found = tuple(m for m in matters if kind in m.types)
        if found:
            yield Choice(kind.japanese, type_address(kind.machine), found)


def _sections(matters: tuple[Matter, ...], settings: Settings) -> Iterable[Choice]:
    for department in settings.departments:
        found = tuple(m for m in matters if m.section == department.slug)
        yield Choice(department.name, section_address(department.slug), found)
    other = tuple(m for m in matters if m.section == OTHER_SECTION)
    if other:
        yield Choice(word("facet.other_section"), section_address(OTHER_SECTION), other)


def _states(matters: tuple[Matter, ...]) -> Iterable[Choice]:
    for state in State:
        yield Choice(state.japanese, state_address(state.machine), tuple(m for m in matters if m.state is state))
