"""Reads PDF (ISO 32000-1) as its readers do: by eye, by a screen reader, by copying, by what a file says of itself.

Only the plain form that our press writes: whole objects one after the other, one font encoding, no forms, scripts or
attached files.  Anything else could say to others what it doesn't say to us, and is unreadable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.verify.pdf.document import units_of
from generator.verify.pdf.objects import read_file
from generator.verify.pdf.strings import NotPlainError
from generator.verify.unit import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.verify.unit import Unit


def read_pdf(data: bytes) -> Reading:
    """Every text of a PDF.  Lines of `source` are its texts one after the other, pages having no lines to count."""
    try:
        return _reading(units_of(read_file(data)))
    except NotPlainError:
        reading = Reading("")
        reading.break_at(0)
        return reading


def _reading(units: Iterable[Unit]) -> Reading:
    found = tuple(units)
    return Reading("\n".join(unit.text for unit in found), list(found))
