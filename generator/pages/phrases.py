"""Where a title may break: between phrases (文節), found while building, never inside a date, a count or a number.

The browser's own phrase breaking is not in every browser and splits 別の / 方の; see docs/adr.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import budoux
from markupsafe import Markup, escape

from generator.pages.inline import UNBROKEN, html_of, plain, special_html
from generator.patterns import regex
from generator.text import PublicText

if TYPE_CHECKING:
    from generator.pages.inline import Parts

_NEVER_LAST = "「『（(［〔【第約"
_NEVER_FIRST = "」』）)］〕】、。・：～ー"
_LEANS = regex(
    "方(?:々|たち)?(?:[がをにはのへとでもや]|$)|(?:こと|もの|ため|とき|おそれ|ついて|関する|対する|おける|よる|より|係る|伴う)"
)
"""Words that mean nothing without the one before: 別の方に, 送ったこと, 事案について."""


def phrases_html(text: PublicText | Parts | str) -> Markup:
    """A title as HTML, `<wbr>` between its phrases; for an element of class `k-phrases`."""
    if isinstance(text, str):
        return _broken(text)
    parts = text.parts if isinstance(text, PublicText) else text
    if any(isinstance(part, str) and "](" in part for part in parts):
        return html_of((plain(parts),))
    shown = (_broken(part.replace("**", "")) if isinstance(part, str) else Markup(special_html(part)) for part in parts)  # noqa: S704 -- escaped there
    return Markup("").join(shown)


@lru_cache(maxsize=20_000)
def _broken(text: str) -> Markup:
    return Markup("<wbr>").join(escape(phrase) for phrase in phrases(text))


def phrases(text: str) -> list[str]:
    """The phrases of a line; joined they are the line."""
    held = [match.span() for match in UNBROKEN.finditer(text)]
    found: list[str] = []
    place = 0
    for piece in _parser().parse(text):
        inside = any(start < place < end for start, end in held)
        if found and (inside or found[-1][-1] in _NEVER_LAST or piece[0] in _NEVER_FIRST or _LEANS.match(piece)):
            found[-1] += piece
        else:
            found.append(piece)
        place += len(piece)
    return found


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()
