"""Reads scripts and style sheets: the whole with its escapes undone, and apart the words in it.

The whole is searched; to the detectors `line-height` would be a name, so they get strings and comments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.escapes import of_data_url, undo_percent, undo_script, undo_style
from generator.verify.html import read_html
from generator.verify.subresources import urls_of_style
from generator.verify.unit import Reading, Unit, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORDS = regex(r"""/\*.*?\*/|//[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`""", re.DOTALL)


def read_script(source: str) -> Reading:
    """JavaScript: strings, names and comments alike."""
    return Reading(source, [*_whole(source, undo_script), *_words(source, undo_script)])


def read_css(source: str) -> Reading:
    """CSS, and what it loads.  Of its words only Japanese ones are text: the others name fonts and licences."""
    words = (unit for unit in _words(source, undo_style) if not unit.text.isascii())
    reading = Reading(source, [*_whole(source, undo_style), *words])
    for url in urls_of_style(source):
        at = max(source.find(url), 0)
        reading.urls.append((url, at))
        if url[:5].lower() == "data:":
            _read_within(reading, url, at)
    return reading


def _whole(source: str, undo: Callable[[str], str]) -> Iterator[Unit]:
    if source.strip():
        yield Unit(undo_percent(undo(source)), Where.NAME, 0)


def _words(source: str, undo: Callable[[str], str]) -> Iterator[Unit]:
    for match in _WORDS.finditer(source):
        yield Unit(undo(match.group().strip("/*\"'`")), Where.CODE, match.start())


def _read_within(reading: Reading, url: str, at: int) -> None:
    """What a `data:` URL holds; nobody renders its links."""
    content = of_data_url(url)
    if content is None:
        reading.break_at(at)
        return
    reading.units.extend(Unit(unit.text, Where.CODE, at) for unit in read_html(content).units)
