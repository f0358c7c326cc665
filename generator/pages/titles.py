"""What a record is called where others name it: its 件名; minutes without one by their meeting, 審議会 第3期第2回."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.records.minutes import Minutes
from generator.words import word

if TYPE_CHECKING:
    from generator.pages.inline import Parts
    from generator.records import PublicRecord
    from generator.text import PublicText


def title_of(record: PublicRecord) -> Parts:
    """The title of a record of any kind."""
    if isinstance(record, Minutes) and record.title == record.body:
        return meeting_of(record)
    return record.title.parts


def meeting_of(minutes: Minutes[PublicText]) -> Parts:
    """The body, and which of its meetings: 会議名 with 期 and 回次, else with the day."""
    counted = session_of(minutes) or ((minutes.held.day.shown,) if minutes.held.day else ())
    return (*minutes.body.parts, " ", *counted) if counted else minutes.body.parts


def session_of(minutes: Minutes[PublicText]) -> Parts:
    """第3期第2回; empty where meetings are not counted."""
    return (*_counted("term", minutes.term), *_counted("session", minutes.number))


def _counted(name: str, text: PublicText | None) -> Parts:
    """As typed; a bare number with the words around it."""
    if text is None:
        return ()
    number = unicodedata.normalize("NFKC", text.plain.strip())
    return (word(f"minutes.{name}", n=number),) if number.isdecimal() else text.parts
