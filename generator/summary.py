"""What a check found out, in a few lines: how many records, what is withheld in which file, what stays public.

Counts and paths only; it decides nothing and prints nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.records.vocabulary import PublicationState
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pipeline import Checked
    from generator.redaction.redact import SettledRecord

FILES_AT_MOST = 5


def summary(checked: Checked) -> list[str]:
    """Nothing where no record could be read."""
    if not checked.settled:
        return []
    withheld = [(record.draft.place.path, n) for record in checked.settled if (n := _withheld(record))]
    kept = sum(stretch.kept is not None for r in checked.settled for one in r.fields for stretch in one.stretches)
    drafts = sum(record.draft.publication.state is PublicationState.DRAFT for record in checked.settled)
    line = word("cli.summary.checked", n=len(checked.settled))
    line += "" if checked.problems else word("cli.summary.clean")
    line += word("cli.summary.found", withheld=sum(n for _, n in withheld), kept=kept)
    line += word("cli.summary.drafts", n=drafts) if drafts else ""
    return [line, *_files(withheld)]


def _withheld(record: SettledRecord) -> int:
    return sum(stretch.kept is None for one in record.fields for stretch in one.stretches)


def _files(withheld: list[tuple[str, int]]) -> Iterator[str]:
    if not withheld:
        return
    yield word("cli.summary.withheld")
    for path, n in sorted(withheld)[:FILES_AT_MOST]:
        yield word("cli.summary.file", path=path, n=n)
    if len(withheld) > FILES_AT_MOST:
        yield word("cli.summary.more", n=len(withheld) - FILES_AT_MOST)
