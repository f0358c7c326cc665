"""Which body met over a record, and which of its meetings it was; audits and announcements have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.inline import plain
from generator.pages.titles import meeting_of
from generator.records.minutes import Minutes
from generator.records.paper import Paper
from generator.settings import OTHERS

if TYPE_CHECKING:
    from generator.pages.inline import Parts
    from generator.records import PublicRecord
    from generator.settings import Settings
    from generator.text import PublicText


def typed_body(record: PublicRecord) -> PublicText | None:
    """The name of the body, as typed."""
    typed: PublicText | None = None
    if isinstance(record, Minutes):
        typed = record.body
    elif isinstance(record, Paper):
        typed = record.body.name
    return typed


def body_of(record: PublicRecord, settings: Settings) -> tuple[str, str]:
    """The body: its 英字 in the settings, or `OTHERS`, and its name; both empty where none met."""
    typed = typed_body(record)
    if typed is None:
        return "", ""
    known = settings.body(typed.plain)
    return (known.slug, known.name) if known else (OTHERS, plain(typed))


def meeting_line(record: PublicRecord) -> Parts:
    """Which meeting of which body; empty where none met."""
    if isinstance(record, Minutes):
        return meeting_of(record)
    if not isinstance(record, Paper):
        return ()
    number = record.body.number
    return (*record.body.name.parts, " ", *number.parts) if number else record.body.name.parts
