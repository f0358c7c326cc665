"""`kohyo redact FILE`: what is withheld, kept or asked about, where and why; the identifier itself never.

On a terminal the neighbours are shown with ■ of its length between them; anywhere else only kind,
field, place and length, because logs are public.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.disk import SETTINGS
from generator.records.names import japanese
from generator.words import spoken, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.problems import Problem
    from generator.redaction.plan import Replaced
    from generator.redaction.redact import SettledRecord
    from generator.redaction.settle import Settled, Stretch

AROUND = 8
"""Characters of each neighbour; what is found in them is masked as well."""


def explain(settled: Sequence[SettledRecord], file: Path, root: Path, *, masked: bool) -> list[str]:
    """One line a place, in the order of the file; `masked`: with neighbours, for a person at a terminal."""
    wanted = file.resolve()
    rows = [
        row
        for record in settled
        if (root / record.draft.place.path).resolve() == wanted
        for field in record.fields
        for row in _rows(field, japanese(field.field.path, record.draft.kind), masked=masked)
    ]
    return [text for _, _, text in sorted(rows)]


def stopping_in(problems: Sequence[Problem], files: Sequence[Path], root: Path) -> list[Problem]:
    """What stops a release in these files or in the settings."""
    here = {*(file.resolve() for file in files), (root / SETTINGS).resolve()}
    return [p for p in problems if p.severity.stops and (root / p.place.path).resolve() in here]


def replaced(one: Replaced) -> str:
    """One line for what `--write` put a mark in place of."""
    place = f"{one.place.path}:{one.place.line}:{one.place.column}"
    return f"{place}: {word('redact.replaced', kind=one.kind.value, length=one.length)}"


def _rows(settled: Settled, name: str, *, masked: bool) -> Iterator[tuple[int, int, str]]:
    field = spoken(name)
    for stretch in (*settled.stretches, *settled.asked):
        place = settled.field.raw.origin.place(settled.field.bare.typed(stretch.start))
        reason = word(f"kept.{stretch.kept}") if stretch.kept else word(f"why.{stretch.why}")
        fate = "asked" if stretch in settled.asked else "kept" if stretch.kept else "withheld"
        line = word(f"redact.{fate}", kind=stretch.kind.value, length=stretch.end - stretch.start, reason=reason)
        shown = f"  {_masked(settled, stretch)}" if masked else ""
        yield place.line, place.column, f"{place.path}:{place.line}:{place.column}: {field}: {line}{shown}"


def _masked(settled: Settled, stretch: Stretch) -> str:
    """…neighbours ■■■ neighbours…, with every other stretch in the neighbours masked too."""
    text = list(settled.field.bare.text)
    for other in (*settled.stretches, *settled.asked):
        for index in range(other.start, other.end):
            text[index] = "■"
    window = text[max(0, stretch.start - AROUND) : stretch.end + AROUND]
    return "".join(window).replace("\n", " ")
