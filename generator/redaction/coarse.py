"""公表基準 applied: of a person who was disciplined the public record keeps what the municipality has decided to show.

人事院「懲戒処分の公表指針」2: so told that nobody can be recognised.  The writer types what is known, this coarsens it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.records.discipline import Discipline
from generator.records.incident import Disposition, Dispositions, Incident
from generator.records.shown_words import AgeShown, SectionShown
from generator.redaction.compose import beginning, of_ours
from generator.redaction.view import view_of

if TYPE_CHECKING:
    from generator.records import PublicRecord
    from generator.records.discipline import Sanctioned
    from generator.settings import NamedSanction, Settings
    from generator.text import PublicText

_DIVISION = regex("[^ \u3000]*?(?:部(?!局)|局|教育委員会|委員会|本部|議会事務局)(?!長)")
"""町長部局 is one word."""
_SECTION = regex(
    "(?:[^ \u3000]*?(?:部(?!局)|局|委員会|本部)[ \u3000]?)?"
    "(?:[^ \u3000]*?課(?!長)|[^ \u3000]*?(?:室|館|園|校|所|センター|署|病院|事務局|部(?!局)|局|委員会)(?!長))"
)
"""A 課 first: 学校教育課 is no 学校."""
_TENS = regex("(?P<tens>[1-9])?十|(?P<years>[0-9]{1,2})")
_DECADE = 10


def coarsened(record: PublicRecord, settings: Settings) -> PublicRecord:
    """The record with its rows of 処分 as coarse as the settings say."""
    if isinstance(record, Discipline):
        return replace(
            record,
            rows=tuple(_row(row, settings) for row in record.rows),
            supervisors=tuple(_row(row, settings) for row in record.supervisors),
        )
    if isinstance(record, Incident) and isinstance(record.dispositions.body, Dispositions):
        return _with_rows(record, record.dispositions.body, settings)
    return record


def _with_rows(
    record: Incident[PublicText], body: Dispositions[PublicText], settings: Settings
) -> Incident[PublicText]:
    rows = tuple(_disposition(row, settings.criterion(row.sanction)) for row in body.rows)
    return replace(record, dispositions=replace(record.dispositions, body=replace(body, rows=rows)))


def _disposition(row: Disposition[PublicText], shown: NamedSanction) -> Disposition[PublicText]:
    return replace(row, section=_section(row.section, shown), post=row.post if shown.post_shown else None)


def _row(row: Sanctioned[PublicText], settings: Settings) -> Sanctioned[PublicText]:
    shown = settings.criterion(row.sanction)
    age = row.age if shown.age is AgeShown.YEARS else None
    return replace(
        row,
        section=_section(row.section, shown),
        post=row.post if shown.post_shown else None,
        age=age,
        age_group=None if age or shown.age is AgeShown.NOTHING else row.age_group or _decade(row.age),
        sex=row.sex if shown.sex_shown else None,
        name=row.name if shown.name_allowed else None,
    )


def _section(typed: PublicText | None, shown: NamedSanction) -> PublicText | None:
    size = shown_of_section(typed.plain, shown) if typed else 0
    return beginning(typed, size) if typed and size else None


def shown_of_section(typed: str, shown: NamedSanction) -> int:
    """How many characters of a 所属 are shown: down to the level; none where the name would tell more than it."""
    if shown.section is SectionShown.NOTHING:
        return 0
    level = _DIVISION if shown.section is SectionShown.DIVISION else _SECTION
    found = level.match(typed)
    if found is None:
        return 0 if shown.section is SectionShown.DIVISION else len(typed)
    return found.end()


def _decade(age: PublicText | None) -> PublicText | None:
    """40代 for 43歳."""
    found = _TENS.search(view_of(age.plain).digits) if age else None
    if found is None:
        return None
    tens = int(found["years"]) // _DECADE if found["years"] else int(found["tens"] or 1)
    return of_ours("decade", n=tens * _DECADE)
