"""Makes a published site one that is read from a disk: no server finds the page of a folder there, or asks anybody.

Pure.  A link to a page ends in its file; one to what a copy leaves out leads to the public address.  Canonical
addresses are whole, and stay.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from generator.patterns import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Collection

LEFT_OUT = ("404.html", "sitemap.xml")
"""What only a server gives out."""
OF_SUBSCRIBERS = ".atom"
"""A feed tells of what is new; a copy never has anything new."""
PAGE = "index.html"

_TAG = regex('<[a-zA-Z](?:[^"<>]|"[^"]*")*>')
_LINK = regex('(?<= )(href|src|action)="([^"]+)"')
_WHOLE = regex("[A-Za-z][A-Za-z0-9+.-]*:|//|#")
_PARTS = regex("([^?#]*)(.*)")


def stays(path: str) -> bool:
    """Whether a file of the site has its use in a copy."""
    return path not in LEFT_OUT and not path.endswith(OF_SUBSCRIBERS)


def offline(html: str, path: str, files: Collection[str], base_url: str) -> str:
    """The page at `path` with its links as a disk needs them.

    `files`: the paths of all files of the copy; `base_url`: where the site is, without a closing slash.
    """
    folder = posixpath.dirname(path)

    def relinked(match: re.Match[str]) -> str:
        return f'{match[1]}="{_target(match[2], folder, files, base_url)}"'

    return _TAG.sub(lambda tag: _LINK.sub(relinked, tag.group()), html)


def _target(link: str, folder: str, files: Collection[str], base_url: str) -> str:
    parts = _PARTS.match(link)
    if parts is None or _WHOLE.match(link) or not parts[1]:
        return link
    to_page = posixpath.basename(parts[1]) in ("", ".", "..")
    file = posixpath.join(parts[1], PAGE) if to_page else parts[1]
    resolved = posixpath.normpath(posixpath.join(folder, file))
    if resolved in files:
        return file + parts[2]
    return f"{base_url}/{resolved.removesuffix(PAGE)}{parts[2]}"
