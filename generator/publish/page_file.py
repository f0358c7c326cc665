"""One page as a file of docs_dir: front matter for the shell, then the ready HTML as one block of Markdown.

Pure.  The block begins with `<div` at a line's start and is closed by its own end tag, so any Markdown
converter passes it on; what Python-Markdown still changes inside such a block (tabs, lines of spaces
only) is written as character references.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.patterns import regex

if TYPE_CHECKING:
    from generator.pages.page import Page

READY = '<div class="k-page">'
"""How the ready HTML of every page begins."""

_SPACES_ONLY = regex("^ (?= *$)", re.MULTILINE)
_NOT_PRINTABLE = regex("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML 1.1 (5.1) or a reader of lines may stumble over inside a quoted string."""


def page_path(address: str) -> PurePosixPath:
    """Where the page file lies in docs_dir: `incidents/a/index.md` for `/incidents/a/`.

    A folder for each page, because Zensical takes links of ready HTML to begin where the page file lies.
    """
    path = address.strip("/")
    return PurePosixPath(path, "index.md")


def destination(address: str) -> str:
    """Where the page lies in the site: `incidents/a/index.html` for `/incidents/a/`."""
    return f"{address.strip('/')}/index.html".lstrip("/")


def page_file(page: Page) -> str:
    """The whole text of the file."""
    modified = page.modified.isoformat() if page.modified else ""
    meta: dict[str, str | bool] = {
        "title": page.title,
        "description": page.description,
        "template": page.template,
        "section": page.section,
        "modified": modified,
        "draft": page.draft,
    }
    lines = "".join(f"{key}: {_quoted(value)}\n" for key, value in meta.items() if value)
    if page.alternates:
        rows = ([one.title, one.address.lstrip("/"), one.media_type] for one in page.alternates)
        lines += f"alternates: [{', '.join(map(_quoted, rows))}]\n"
    linked = f'\n<script type="application/ld+json">{page.linked}</script>' if page.linked else ""
    return f"---\n{lines}---\n{ready_block(str(page.body) + linked)}"


def ready_block(body: str) -> str:
    """The HTML in one element that a Markdown converter has no reason to look into."""
    text = body.strip("\n").replace("\r\n", "\n").replace("\t", "&#9;")
    return f"{READY}\n{_SPACES_ONLY.sub('&#32;', text)}\n</div>"


def _quoted(value: str | bool | list[str]) -> str:  # noqa: FBT001 - a value of the front matter
    """A YAML flow scalar: JSON is one, but for characters outside of YAML's printable set."""
    return _NOT_PRINTABLE.sub(lambda m: f"\\u{ord(m.group()):04x}", json.dumps(value, ensure_ascii=False))
