"""A source file as redaction sees the whole of it: its record's texts, what no record took, and its comments.

Sheets of one case know each other's people.  Works on bytes, so that it is all one whether they come from a folder or
from git's index; touches no disk.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.disk import SETTINGS
from generator.problems import Problem, Severity
from generator.records import read_record, shape_of
from generator.records.names import homes, known_keys
from generator.redaction.bare import bare
from generator.redaction.fields import REMARK, Field, fields_of
from generator.redaction.loose import case_of, loose_fields
from generator.redaction.policy import policy_of
from generator.redaction.redact import settle_case
from generator.redaction.refuse import strange_ids
from generator.source import parse_source
from generator.source.outline import Outline, outline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.records import Draft
    from generator.redaction.scan import Scanner
    from generator.redaction.settle import Settled
    from generator.settings import Settings
    from generator.text import RawText

Spot = tuple[bool, int]
"""Whether a text is a comment, and the how many-th comment or scalar of its file it is."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file, taken apart."""

    path: str
    """As it is shown."""
    outline: Outline
    fields: tuple[Field, ...] = field(repr=False)
    draft: Draft | None
    case: str


@dataclass(frozen=True, slots=True)
class SettledSheet:
    """One file with everything in it decided."""

    sheet: Sheet
    fields: tuple[Settled, ...]
    of_its_id: tuple[Problem, ...]

    def by_spot(self) -> dict[Spot, Settled]:
        """The fields that hold anything, each under its spot, which a rewriting leaves as it is."""
        starts = [start for start, _ in self.sheet.outline.values]
        found: dict[Spot, Settled] = {}
        for one in self.fields:
            if one.field.path[0] == REMARK:
                found[True, sum(remark for remark, _ in found)] = one
            elif len(one.field.raw):
                found[False, bisect_right(starts, _start(one.field.raw)) - 1] = one
        return found


def read_sheet(path: str, data: bytes) -> Sheet | tuple[Problem, ...]:
    """The file's texts; of the settings only the comments, because their values are public by intention.

    A file whose 種類 can't be read is not read at all: which of its fields are public depends on it.
    """
    parts = outline(data, path)
    if not isinstance(parts, Outline):
        return parts
    remarks = tuple(_field(text, (REMARK,)) for text in parts.remarks)
    if path == SETTINGS or parts.root is None:
        return Sheet(path, parts, remarks, None, f"/{path}")
    draft, problems = _draft(path, data)
    shape = shape_of(parts.root)
    if shape is None:
        return tuple(problems)
    texts = tuple(fields_of(draft)) if draft else ()
    taken = {_start(one.raw) for one in texts}
    whole = draft is not None and all(problem.severity is not Severity.ERROR for problem in problems)
    loose = () if whole else tuple(one for one in loose_fields(parts.root, shape) if _start(one.raw) not in taken)
    case = draft.case_id if draft and draft.case_id else case_of(parts.root)
    return Sheet(path, parts, (*texts, *loose, *remarks), draft, case or f"/{path}")


def settle_sheets(sheets: Sequence[Sheet], settings: Settings, scanner: Scanner) -> dict[str, SettledSheet]:
    """Every sheet decided in the company of its case, by its path."""
    policy = policy_of(settings)
    cases: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        cases[sheet.case].append(sheet)
    settled: dict[str, SettledSheet] = {}
    for case in cases.values():
        fields, known = settle_case([(sheet.draft, sheet.fields) for sheet in case], settings, policy, scanner)
        for sheet, of_one in zip(case, fields, strict=True):
            ids = strange_ids(sheet.draft, known, scanner) if sheet.draft else ()
            settled[sheet.path] = SettledSheet(sheet, of_one, tuple(ids))
    return settled


def read_sheets(files: Mapping[str, bytes]) -> tuple[list[Sheet], list[Problem]]:
    """The files that can be taken apart, and why others can't be."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for path, data in files.items():
        read = read_sheet(path, data)
        if isinstance(read, Sheet):
            sheets.append(read)
        else:
            problems += read
    return sheets, problems


def _start(raw: RawText) -> int:
    """Where a text begins in its file."""
    return raw.origin.span(0, 0)[0]


def _draft(path: str, data: bytes) -> tuple[Draft | None, list[Problem]]:
    """What can be read of the record."""
    source, found = parse_source(data, path, known_keys())
    if source is None:
        return None, found
    draft, more = read_record(source, homes())
    return draft, [*found, *more]


def _field(raw: RawText, path: tuple[str, ...]) -> Field:
    return Field(path, raw, bare(raw.reveal()), "")
