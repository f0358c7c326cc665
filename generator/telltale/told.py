"""A settled record as its readers will have it: each text without what is withheld, with its place in the file.

Knows nothing of what points to a person; `groups` has the words for that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.problems import Problem
from generator.records.names import japanese
from generator.redaction.folding import fold_singles
from generator.redaction.view import BLOT
from generator.telltale.groups import facilities

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.problems import Place, Safe
    from generator.records import Draft
    from generator.records.vocabulary import RecordKind
    from generator.records.walk import FieldPath
    from generator.redaction.redact import SettledRecord
    from generator.redaction.settle import Settled
    from generator.settings import Settings

_SENTENCE = regex("[^。\n]+")
_ROWS = frozenset({"events", "rows", "cases"})
"""Lists whose items are read as one: an entry of 経過, a row of a table, a row of 事案一覧."""


@dataclass(frozen=True, slots=True)
class Told:
    """One text of a record."""

    path: FieldPath
    kind: RecordKind
    """Of the record it is a text of."""
    text: str = field(repr=False)
    """Folded character by character; what is withheld is blotted out."""
    settled: Settled = field(repr=False)

    def place(self, offset: int = 0) -> Place:
        """Where the character at `offset` was typed."""
        return self.settled.field.raw.origin.place(self.settled.field.bare.typed(offset))

    def problem(self, code: str, offset: int, params: Mapping[str, Safe]) -> Problem:
        """A problem at the character at `offset`."""
        return Problem(code, self.place(offset), japanese(self.path, self.kind), params)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence with the offset at which it begins."""
        return ((match.start(), match.group()) for match in _SENTENCE.finditer(self.text))

    @property
    def says(self) -> bool:
        """Whether anything of it can be read."""
        return bool(self.text.replace(BLOT, "").strip())


@dataclass(frozen=True, slots=True)
class Paper:
    """A record with its texts by their paths, and the settings under which it is published."""

    draft: Draft
    settings: Settings
    texts: Mapping[FieldPath, Told]
    is_about_one: bool
    """Whether a single school or home is named in all of it, so that every class is one of its own."""

    @property
    def limit(self) -> int:
        """少数の扱い: from this many people on a count tells nobody."""
        return self.settings.small_numbers.threshold

    @property
    def own(self) -> tuple[str, ...]:
        """Names of places that every reader knows to be meant."""
        town = self.settings.municipality
        return (town.name, town.city)

    def at(self, *path: str | int) -> str:
        """The text at a path, without spaces; empty where there is none."""
        told = self.texts.get(path)
        return "".join(told.text.split()) if told else ""

    def under(self, *path: str | int) -> Iterator[Told]:
        """The texts whose path begins so."""
        return (told for at, told in self.texts.items() if at[: len(path)] == path)

    def units(self) -> Iterator[list[Told]]:
        """The texts that are read in one go: those of one row or entry together, any other alone."""
        units: dict[FieldPath, list[Told]] = {}
        for path, told in self.texts.items():
            units.setdefault(_unit(path), []).append(told)
        return iter(units.values())


def paper(record: SettledRecord, settings: Settings) -> Paper:
    """The paper that a settled record makes."""
    texts = {one.field.path: _told(one, record.draft.kind) for one in record.fields}
    names = {name for told in texts.values() for _, name, _ in facilities(told.text)}
    longest = max(names, key=len, default="")
    about_one = bool(longest) and all(longest.endswith(name) for name in names)
    return Paper(record.draft, settings, texts, about_one)


def _told(settled: Settled, kind: RecordKind) -> Told:
    text = settled.field.bare.text
    for stretch in settled.stretches:
        if stretch.kept is None:
            text = text[: stretch.start] + BLOT * (stretch.end - stretch.start) + text[stretch.end :]
    return Told(settled.field.path, kind, fold_singles(text), settled)


def _unit(path: FieldPath) -> FieldPath:
    """The path of the innermost row or entry that a text belongs to, or its own."""
    return next(
        (path[:at] for at in range(len(path), 1, -1) if path[at - 2] in _ROWS and isinstance(path[at - 1], int)), path
    )
