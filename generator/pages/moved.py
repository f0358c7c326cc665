"""The HTML of one page made part of another: its ids, headings and ways fit the new place, its words stay.

Touches tags that the templates wrote, whose attributes always stand in double quotes; never text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from markupsafe import Markup

from generator.pages.links import relative
from generator.patterns import regex

if TYPE_CHECKING:
    import re

_TAG = regex("<[^>]+>")
_ID = regex(' id="([^"]*)"')
_NAMES = regex(' (id|for|headers|aria-labelledby|aria-describedby)="([^"]*)"')
_WAY = regex(' href="([^"]*)"')
_HEADING = regex("(</?h)([1-6])")
_SCHEME = regex("[A-Za-z][A-Za-z0-9+.-]*:")
_LABEL = regex(' aria-label(?:ledby)?="[^"]*"')
_LANDMARKS = ("<section", "<aside")
"""With a name of their own these are landmarks, of which no two on a page may have the same name."""
DEEPEST = 6


def moved(html: Markup, prefix: str, home: str, page: str) -> Markup:
    """A stretch of the page at `home` as part of the one at `page`: ids begin with `prefix`, headings go one deeper.

    Its sections are no landmarks any more.  A way to a place that the stretch does not hold leads to its own page.
    """
    own = {match[1] for match in _ID.finditer(str(html))}

    def way(match: re.Match[str]) -> str:
        return f' href="{_way(match[1], own, prefix, home, page)}"'

    def names(match: re.Match[str]) -> str:
        return f' {match[1]}="{" ".join(f"{prefix}-{name}" for name in match[2].split())}"'

    def tag(match: re.Match[str]) -> str:
        text = _HEADING.sub(_deeper, match.group())
        text = _LABEL.sub("", text) if text.startswith(_LANDMARKS) else text
        return _WAY.sub(way, _NAMES.sub(names, text)) if '="' in text else text

    return Markup(_TAG.sub(tag, str(html)))  # noqa: S704 -- escaped HTML, of whose tags only names and ways change


def _deeper(match: re.Match[str]) -> str:
    return f"{match[1]}{min(int(match[2]) + 1, DEEPEST)}"


def _way(href: str, own: set[str], prefix: str, home: str, page: str) -> str:
    path, _, place = href.partition("#")
    if not path and place in own:
        return f"#{prefix}-{place}"
    if _SCHEME.match(href) or href.startswith("//"):
        return href
    target = urljoin(home, path)
    return relative(target, page) + (f"#{place}" if place else "")
