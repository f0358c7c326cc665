"""One printed sheet: the body of a record's page without what only a screen can do, as bytes for the press.

Page and paper say the same by construction: nothing is written here but what leads over the pages and under them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from generator.printing.elements import INLINE, Element, folded, read_body
from generator.printing.marks import code_of
from generator.printing.tables import table, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.printing.elements import Node

_WAYS = frozenset(
    ("k-crumbs", "k-jumps", "k-contents", "k-side", "k-foot", "k-cite", "k-more", "k-screen", "k-words__back")
)
"""Ways through the site, and the page's own foot, in whose place every page of the paper has one."""
_FURNITURE = frozenset(("nav", "script", "style", "template", "form", "button", "dialog", "input", "link"))
_SHORT_VALUE = 20
"""Values of up to so many ems stand two in a row."""
_SHOWN_AGAIN = "visually-hidden"
_BLOCKS = ("k-tel",)
"""Inline elements that are laid out as blocks."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a sheet says besides the words of its page."""

    title: str
    date: date
    """When this version was made; the date that the file bears."""
    head: tuple[str, str]
    """Over the first page: to whom it goes, and the words that stand for a seal; empty ones are left out."""
    foot: tuple[str, ...]
    """Under every page, besides its number."""
    crest: bool
    """Whether the municipality's emblem stands beside its name."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed of a page."""

    blocks: list[Any]
    running: tuple[str, ...]
    """Over every page but the first: what it is, its title, its day."""

    @property
    def code(self) -> str:
        """照合記号 of its words; how they are laid out doesn't matter."""
        return code_of("\n".join(_said(self.blocks)).encode())


def printed(body: str, url: str) -> Printed:
    """What is printed of the page with that body and absolute address."""
    root = read_body(body)
    running = (_of_class(root, name) for name in ("k-band__what", "k-sheet__title", "k-band__date"))
    return Printed(_Printer(url).blocks(root.children), tuple(" ".join(text.split()) for text in running))


def sheet(content: Printed, around: Around) -> bytes:
    """The data of a sheet: canonical JSON, so that the same page gives the same bytes."""
    return _json(
        {
            "title": around.title,
            "date": [around.date.year, around.date.month, around.date.day],
            "running": content.running,
            "head": around.head,
            "crest": around.crest,
            "foot": around.foot,
            "body": content.blocks,
        }
    )


def _said(node: Any) -> Iterator[str]:
    """The words of blocks in their order."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for child in node:
            yield from _said(child)
    else:
        for part in ("caption", "heads", "rows", "k"):
            yield from _said(node.get(part, []))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _of_class(root: Element, name: str) -> str:
    return next((element.text for element in root.all() if name in element.classes), "")


class _Printer:
    """Makes data of the nodes that are printed: strings, and {"e": tag, "c": classes, "k": children, …}."""

    def __init__(self, url: str) -> None:
        self._url = url

    def blocks(self, nodes: Sequence[Node]) -> list[Any]:
        """The blocks of a container; words that stand loose between them become a line."""
        made: list[Any] = []
        run: list[Node] = []
        for node in (*nodes, None):
            if node is not None and (isinstance(node, str) or self._is_inline(node)):
                run.append(node)
                continue
            if line := self.words(run):
                made.append({"e": "line", "c": [], "k": line})
            run = []
            if isinstance(node, Element) and not _left_out(node):
                made.append(self._block(node))
        return made

    def words(self, nodes: Sequence[Node]) -> list[Any]:
        """A run of words; empty where nothing of it is printed."""
        made = list(self._inline(folded(_printed(nodes))))
        return made if any(not isinstance(node, str) or node.strip() for node in made) else []

    def _is_inline(self, node: Element) -> bool:
        return node.tag in INLINE and not any(name in _BLOCKS for name in node.classes)

    def _block(self, node: Element) -> dict[str, Any]:
        made: dict[str, Any] = {"e": node.tag, "c": list(node.classes)}
        if "id" in node.attributes:
            made["id"] = node.attributes["id"]
        if node.tag == "table":
            return made | table(node, self)
        if node.tag == "dl":
            made["short"] = all(width_of(part.text) <= _SHORT_VALUE for part in node.all() if part.tag == "dd")
        if all(isinstance(child, str) or self._is_inline(child) for child in node.children) and node.children:
            if node.tag == "a":
                made |= self._link(node)
            return made | {"w": True, "k": self.words(node.children)}
        return made | {"w": False, "k": self.blocks(node.children)}

    def _inline(self, nodes: Sequence[Node]) -> Iterator[Any]:
        for node in nodes:
            if isinstance(node, str):
                yield node
            elif node.tag == "svg":
                yield {"e": "svg", "c": list(node.classes), "svg": _drawn(node)}
            else:
                made: dict[str, Any] = {"e": node.tag, "c": list(node.classes), "k": list(self._inline(node.children))}
                yield made | (self._link(node) if node.tag == "a" else {})

    def _link(self, node: Element) -> dict[str, Any]:
        """Where a link leads from paper; one within the page leads nowhere there."""
        target = node.attributes.get("href", "")
        return {} if not target or target.startswith("#") else {"href": urljoin(self._url, target)}


def _printed(nodes: Sequence[Node]) -> Iterator[Node]:
    """What is left of inline nodes: a year that the screen shows once a group stands with every date on paper."""
    for node in nodes:
        if isinstance(node, str) or node.tag == "svg":
            yield node
        elif not _left_out(node):
            inside = (node.text,) if node.tag == "time" else tuple(_printed(node.children))
            yield Element(node.tag, node.attributes, inside)


def _left_out(node: Element) -> bool:
    return (
        node.tag in _FURNITURE
        or any(name in _WAYS or name == _SHOWN_AGAIN for name in node.classes)
        or (node.attributes.get("aria-hidden") == "true" and "k-squares" not in node.classes and node.tag != "svg")
    )


def _drawn(svg: Element) -> str:
    """A sign as it stands in the page; it means nothing that a word beside it doesn't say."""
    return "".join(_tags(Element("svg", {**svg.attributes, "xmlns": "http://www.w3.org/2000/svg"}, svg.children)))


def _tags(element: Element) -> Iterator[str]:
    kept = sorted((name, value) for name, value in element.attributes.items() if name not in ("class", "aria-hidden"))
    attributes = "".join(f' {name}="{value}"' for name, value in kept)
    yield f"<{element.tag}{attributes}>"
    for child in element.children:
        if isinstance(child, Element):
            yield from _tags(child)
    yield f"</{element.tag}>"
