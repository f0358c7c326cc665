"""When something happened, as machines write it: RFC 3339 in Japan's time, as exactly as the record says."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.pages.inline import plain
from generator.records.dates import parse_when
from generator.records.meeting_words import leading_date, minute_of_day
from generator.text import PublicText

if TYPE_CHECKING:
    from datetime import date

    from generator.records import PublicRecord
    from generator.records.dates import When

_HOUR = 60


def released(record: PublicRecord) -> str:
    """The instant of 発表日 and 発表時刻."""
    minute = minute_of_day(_folded(record.released_at)) if record.released_at else None
    return instant(record.released_on.earliest, minute)


def changed(at: When | PublicText, otherwise: str) -> str:
    """The instant of a 改訂; `otherwise` where its author wrote no date that can be read."""
    if not isinstance(at, PublicText):
        return instant(at.earliest)
    text = _folded(at)
    when = parse_when(leading_date(text)).when
    return instant(when.earliest, minute_of_day(text)) if when else otherwise


def instant(day: date, minute: int | None = None) -> str:
    """A day, at midnight where no time of day is known."""
    return f"{day.isoformat()}T{(minute or 0) // _HOUR:02}:{(minute or 0) % _HOUR:02}:00+09:00"


def _folded(text: PublicText) -> str:
    return unicodedata.normalize("NFKC", plain(text))
