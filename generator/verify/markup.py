"""HTML, SVG and XML cut into tags and the text between them, every character in exactly one piece.

A browser's parser repairs and drops (a second attribute of the same name, a comment in a table); here
nothing may be dropped, so what is not plainly well-formed is broken and stops the release.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from generator.patterns import regex

_SPACE = "[ \t\r\n\f]"
_REST = """[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*"""
_CUT = regex(
    rf"""(<!--(?:-?>|.*?--!?>)|<!\[CDATA\[.*?\]\]>|<(?P<raw>script|style)(?![a-zA-Z0-9-]){_REST}>.*?</(?P=raw){_SPACE}*>"""
    rf"""|<[a-zA-Z/!?]{_REST}>)""",
    re.DOTALL | re.IGNORECASE,
)
"""The syntax of HTML, 13.1.2 and 13.1.6 of the standard.  Comments end at `-->`, `--!>` or at once (`<!-->`)."""

_TAG = regex(
    rf"""<(?P<end>/?)(?P<name>[a-zA-Z][^ \t\r\n\f/>"'=<]*)
    (?P<attributes>(?:[ \t\r\n\f/]*[^ \t\r\n\f"'<>/=]++
        (?:{_SPACE}*={_SPACE}*(?:"[^"]*"|'[^']*'|[^ \t\r\n\f"'=<>`]+))?)*)
    [ \t\r\n\f/]*>""",
    re.VERBOSE,
)
_ATTRIBUTE = regex(rf"""([^ \t\r\n\f"'<>/=]+)(?:{_SPACE}*={_SPACE}*(?:"([^"]*)"|'([^']*)'|([^ \t\r\n\f"'=<>`]+)))?""")
_RAW = regex(rf"(<(?:script|style){_REST}>)(.*)</[a-z]+{_SPACE}*>", re.DOTALL | re.IGNORECASE)
_INSTRUCTION = regex(r"<\?([a-zA-Z-]+)(.*)\?>", re.DOTALL)
LOOSE = regex("<[a-zA-Z/!?]")
"""In a text between tags: the start of a tag that never ends."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, comment, CDATA section, declaration, or a script or style element with its content."""

    name: str
    """In small letters; `!--`, `![cdata[`, `!` and `?` for what is no element."""
    end: bool = False
    attributes: tuple[tuple[str, str], ...] = ()
    """Names in small letters, values with their entities undone; in order, doubles included."""
    inner: str = ""
    """What a comment, CDATA section, script or style element holds."""
    inner_at: int = 0
    broken: bool = False

    def get(self, name: str) -> str:
        """The value of an attribute; empty where it has none."""
        return next((value for key, value in self.attributes if key == name), "")


def cut(text: str) -> list[str]:
    """Text, tag, text, tag, …, text: joined they are the input."""
    parts = _CUT.split(text)
    # The group that recalls which raw element was opened comes along; it is no piece of the text.
    del parts[2::3]
    return parts


@lru_cache(maxsize=20_000)
def tag_of(piece: str) -> Tag:
    """What a piece that begins with `<` is."""
    if piece.startswith("<!--"):
        return _comment(piece)
    if piece.startswith("<!["):
        return Tag("![cdata[", inner=piece[9:-3], inner_at=9)
    if piece.startswith("<!"):
        # `<!DOCTYPE html>` is the one declaration a site needs; an internal subset could define entities.
        return Tag("!", inner=piece[2:-1], inner_at=2, broken="[" in piece)
    if piece.startswith("<?"):
        match = _INSTRUCTION.fullmatch(piece)
        attributes = _attributes(match[2]) if match else ()
        return Tag("?", attributes=attributes, inner=piece[2:-1], inner_at=2, broken=match is None)
    raw = _RAW.fullmatch(piece)
    return _element(raw[1], raw[2]) if raw else _element(piece)


def _comment(piece: str) -> Tag:
    inner = piece[4:].removesuffix("-->").removesuffix("--!>").removesuffix(">")
    return Tag("!--", inner=inner, inner_at=4)


def _element(piece: str, inner: str = "") -> Tag:
    match = _TAG.fullmatch(piece)
    if not match:
        return Tag("", broken=True)
    return Tag(match["name"].lower(), match["end"] == "/", _attributes(match["attributes"]), inner, len(piece))


def _attributes(text: str) -> tuple[tuple[str, str], ...]:
    found = _ATTRIBUTE.findall(text)
    return tuple((name.lower(), unescape(double or single or bare)) for name, double, single, bare in found)
