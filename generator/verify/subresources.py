"""What makes a browser ask another host for something, without anybody clicking.

A reader's address and what they read is nobody else's business: no script, picture, font, frame or form
target of another host.  Plain links are the reader's own choice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.patterns import regex
from generator.verify.escapes import undo_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.verify.markup import Tag

_LOADING = regex(
    "action|archive|background|classid|codebase|data|formaction|imagesrcset|manifest|ping|poster|src|srcset"
)
"""Attributes that load wherever they stand (HTML, SVG 2); `href` loads on everything but a link one clicks."""
_CLICKED = frozenset(("a", "area"))
_TOLD = frozenset(("canonical", "alternate"))
"""Kinds of `link` that tell an address and load nothing (HTML 4.6.7): where the page stays, its feed."""
_LISTS = frozenset(("srcset", "imagesrcset", "ping", "archive"))
_SPLIT = regex("[ \t\r\n\f,]+")
_REFRESH = regex("url[ \t]*=[ \t'\"]*([^'\"]+)", re.IGNORECASE)

_COMMENT = regex(r"/\*.*?\*/", re.DOTALL)
_NAMESPACE = regex("@namespace[^;]*;", re.IGNORECASE)
_URL = regex(r"""url\([ \t\r\n\f]*(?:"([^"]*)"|'([^']*)'|([^"')]*))|"([^"]*)"|'([^']*)'""", re.IGNORECASE)

_IGNORED = regex("[\u0000-\u0020]")
_HOST = regex(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_SCHEME = regex("([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_INNER = ("data", "about", "blob", "tel", "mailto", "javascript")
"""Schemes that ask no host.  What `data:` holds is read like the page itself."""


def urls_of(tag: Tag) -> Iterator[str]:
    """Every URL that this tag makes a browser load."""
    for name, value in tag.attributes:
        if name in _LISTS:
            yield from _SPLIT.split(value)
        elif _LOADING.fullmatch(name) or (name in ("href", "xlink:href") and not _stands(tag)):
            yield value
        elif name == "content" and tag.get("http-equiv").lower() == "refresh":
            yield from _REFRESH.findall(value)
        elif "url(" in value.lower():
            yield from urls_of_style(value)


def _stands(tag: Tag) -> bool:
    """Whether an address loads nothing, but waits for a click or to be known."""
    return tag.name in _CLICKED or is_told(tag)


def is_told(tag: Tag) -> bool:
    """Whether a tag's address only stands there to be known."""
    return tag.name == "link" and _TOLD.issuperset(tag.get("rel").lower().split() or ("",))


def urls_of_style(text: str) -> Iterator[str]:
    """Every `url(…)` and every string of a style sheet, for `@import` and `image-set` take strings too."""
    for match in _URL.finditer(undo_style(_NAMESPACE.sub("", _COMMENT.sub("", text)))):
        yield next(filter(None, match.groups()), "")


def is_foreign(url: str, own: str) -> bool:
    """Whether a browser on a page of the site at `own` (an absolute URL) would ask another host for `url`.

    Without `own` the page lies on a disk, where a path from the root is no file of the site either.
    """
    url = _IGNORED.sub("", url).replace("\\", "/")
    if not own and url.startswith("/"):
        return True
    if _HOST.match(url):
        return _origin(url, own) != _origin(own, own)
    scheme = _SCHEME.match(url)
    # `https:host/…` without slashes is read by browsers like `https://host/…`.
    return bool(scheme) and scheme[1].lower() not in _INNER if scheme else False


def _origin(url: str, own: str) -> tuple[str, str]:
    try:
        split = urlsplit(url)
    except ValueError:
        return "", ""
    return (split.scheme or urlsplit(own).scheme).lower(), split.netloc.lower()
