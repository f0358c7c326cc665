"""Words in finished HTML tied to a place: notes to their explanation, references to what they name.

Touches running text only: never a tag, never what already is a link or a heading of a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable

_TAGS = regex("(<[^>]*>)")
_ENTITY = regex("&(?:#[0-9]+|[a-z]+);")
_WITHHELD = '<span class="k-withheld"'
"""Heard as one picture: nothing in it can be reached."""
_CLOSED = ("a", "button", "summary", "svg")
"""Elements in which no link may stand (HTML, «interactive content»)."""


def tie(html: Markup, words: re.Pattern[str], link: Callable[[re.Match[str]], Markup | None]) -> Markup:
    """The same HTML with each match of `words` in its text replaced by what `link` makes of it; None leaves it.

    `words` sees the text as it is escaped in HTML.
    """
    pieces = _TAGS.split(str(html))
    inside = 0
    for index, piece in enumerate(pieces):
        if piece.startswith("<"):
            inside += _opens(piece)
        elif piece and not inside and not pieces[index - 1].startswith(_WITHHELD):
            pieces[index] = words.sub(lambda match: str(_linked(match, link)), piece)
    return Markup("".join(pieces))  # noqa: S704 -- escaped HTML, with links that `link` made as Markup


def _linked(match: re.Match[str], link: Callable[[re.Match[str]], Markup | None]) -> str:
    made = None if _in_entity(match) else link(match)
    return match.group() if made is None else str(made)


def _in_entity(match: re.Match[str]) -> bool:
    """Whether it is a part of what stands for one character: the lt of &lt;."""
    return any(one.start() < match.start() < one.end() for one in _ENTITY.finditer(match.string))


def _opens(tag: str) -> int:
    name = tag[1:].lstrip("/").split(" ")[0].rstrip(">")
    if name not in _CLOSED:
        return 0
    return -1 if tag.startswith("</") else 1


def any_of(words: list[str]) -> re.Pattern[str] | None:
    """A pattern for plain words, the longest first, as they stand in escaped HTML; None without words."""
    ordered = sorted({str(escape(word)) for word in words if word}, key=len, reverse=True)
    return regex("|".join(map(re.escape, ordered))) if ordered else None
