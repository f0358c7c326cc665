"""What a tag holds that the page's text does not show: attributes, addresses, comments, scripts, styles.

Offsets are those of the tag's own characters, from its `<`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.code import read_css, read_script
from generator.verify.data import read_json
from generator.verify.escapes import of_data_url, undo_percent
from generator.verify.html import read_html
from generator.verify.markup import tag_of
from generator.verify.subresources import is_told, urls_of
from generator.verify.unit import Reading, Unit, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.verify.markup import Tag

_TARGETS = regex("action|cite|data|formaction|href|poster|src|srcset|xlink:href")
_TECHNICAL = regex(
    "accept-charset|async|autocomplete|charset|class|clip-(?:path|rule)|col(?:or|span)|crossorigin|[rc][xy]?|d|d[xy]"
    "|decoding|defer|dir|dominant-baseline|fetchpriority|fill(?:-opacity|-rule)?|font-(?:family|size|weight)|height"
    "|hidden|http-equiv|inputmode|integrity|lang|loading|marker-(?:end|mid|start)|media|method|offset|opacity"
    "|pattern(?:transform|units)|points|preserveaspectratio|referrerpolicy|rel|role|rowspan|scope|sizes|stroke(?:-[a-z]+)?"
    "|style|tabindex|text-anchor|transform|type|version|viewbox|width|[xy][12]?|xml:(?:lang|space)|xmlns(?::[a-z]+)?"
)
"""Attributes of HTML and SVG whose values are keywords, numbers or code: searched, but no text for the detectors.
Every other attribute is taken for text."""
_PLAIN_NAME = regex("[a-z][a-z:-]*[a-z0-9]?")
_INTERNATIONAL = regex("[+]81[-]?")


def read_tag(piece: str) -> Reading:
    """One tag, as the page's source has it."""
    tag = tag_of(piece)
    reading = Reading(piece)
    if tag.broken:
        reading.break_at(0)
    for name, value in tag.attributes:
        reading.units.extend(_of_attribute(name, value, reading))
    reading.urls.extend((url, 0) for url in urls_of(tag))
    reading.told += [tag.get("href")] if is_told(tag) else []
    if tag.inner and tag.name != "![cdata[":  # that one is text, and the readers have it
        _add(reading, _inner(tag), tag.inner_at)
    return reading


def _of_attribute(name: str, value: str, reading: Reading) -> Iterator[Unit]:
    if name == "srcdoc" or (value[:5].lower() == "data:" and of_data_url(value) is None):
        reading.break_at(0)
    if content := of_data_url(value):
        _add(reading, read_html(content), 0)
    elif _TARGETS.fullmatch(name):
        yield from _of_target(value)
    elif value:
        where = Where.NAME if _TECHNICAL.fullmatch(name) else Where.ATTRIBUTE
        yield Unit(undo_percent(value), where, 0)
    if not _PLAIN_NAME.fullmatch(name):
        yield Unit(name, Where.ATTRIBUTE, 0)


def _of_target(url: str) -> Iterator[Unit]:
    """A link target: a telephone number as it is written here, a mail address apart from what follows it."""
    scheme, colon, rest = url.partition(":")
    if colon and scheme.lower() == "tel":
        yield Unit(_INTERNATIONAL.sub("0", undo_percent(rest)), Where.TARGET, 0)
    elif colon and scheme.lower() == "mailto":
        yield from (Unit(undo_percent(part), Where.TARGET, 0) for part in re.split("[?&]", rest) if part)
    elif url:
        yield Unit(undo_percent(url), Where.TARGET, 0)


def _inner(tag: Tag) -> Reading:
    """What stands between the ends of a comment, a script, a style element."""
    if tag.name == "script":
        return read_json(tag.inner) if "json" in tag.get("type").lower() else read_script(tag.inner)
    if tag.name == "style":
        return read_css(tag.inner)
    return read_html(tag.inner) if tag.name == "!--" else Reading(tag.inner, [Unit(tag.inner, Where.COMMENT, 0)])


def _add(reading: Reading, inner: Reading, at: int) -> None:
    """Take over what was read within; of its tags all but what they would load, for nobody renders them."""
    reading.units.extend(_moved(unit, at) for unit in inner.units)
    reading.urls.extend((url, at) for url, _ in inner.urls)
    for piece in inner.tags:
        tag = read_tag(piece)
        reading.units.extend(_moved(unit, at) for unit in tag.units)
        if tag.broken is not None:
            reading.break_at(at)
    if inner.broken is not None:
        reading.break_at(at)


def _moved(unit: Unit, at: int) -> Unit:
    """A unit of something within a tag: found where the tag holds it, and no part of the page's running text."""
    where = Where.COMMENT if unit.where is Where.SHOWN else unit.where
    return Unit(unit.text, where, at + unit.at, unit.label, unit.edges)
