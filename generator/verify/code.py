"""Reads scripts and style sheets: one unit each, their escapes undone."""

from __future__ import annotations

from generator.verify.escapes import of_data_url, undo_percent, undo_script, undo_style
from generator.verify.html import read_html
from generator.verify.subresources import urls_of_style
from generator.verify.unit import Reading, Unit, Where


def read_script(source: str) -> Reading:
    """JavaScript: strings, names and comments alike."""
    return Reading(source, [Unit(undo_percent(undo_script(source)), Where.CODE, 0)] if source.strip() else [])


def read_css(source: str) -> Reading:
    """CSS, and what it loads."""
    reading = Reading(source, [Unit(undo_percent(undo_style(source)), Where.CODE, 0)] if source.strip() else [])
    for url in urls_of_style(source):
        at = max(source.find(url), 0)
        reading.urls.append((url, at))
        if url[:5].lower() == "data:":
            content = of_data_url(url)
            if content is None:
                reading.break_at(at)
            else:
                reading.units.extend(Unit(unit.text, Where.COMMENT, at) for unit in read_html(content).units)
    return reading
