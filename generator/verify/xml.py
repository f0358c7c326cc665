"""Reads XML: the site map and the feeds.  Every element is a block; escaped HTML in it is read as HTML."""

from __future__ import annotations

from html import unescape

from generator.verify.data import keep_text
from generator.verify.markup import LOOSE, cut, tag_of
from generator.verify.unit import Reading

_UNREAD = ("!--", "!", "?")


def read_xml(source: str) -> Reading:
    """Every element's text with the element's name as its label, every different tag."""
    reading = Reading(source)
    parts = cut(source)
    place = 0
    label = ""
    for text, piece in zip(parts[::2], parts[1::2], strict=False):
        _keep(reading, text, place, label)
        place += len(text)
        reading.tags.setdefault(piece, place)
        tag = tag_of(piece)
        if tag.name == "![cdata[":
            keep_text(reading, tag.inner, place + tag.inner_at, label)
        elif tag.name not in _UNREAD:
            label = "" if tag.end else tag.name
        place += len(piece)
    _keep(reading, parts[-1], place, label)
    return reading


def _keep(reading: Reading, text: str, place: int, label: str) -> None:
    if "<" in text and (loose := LOOSE.search(text)):
        reading.break_at(place + loose.start())
    if not text.isspace() and text:
        # Twice: what a feed reader takes for HTML was escaped twice as well.
        keep_text(reading, unescape(text), place, label)
