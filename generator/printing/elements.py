"""The body of a page as a tree: what our own templates wrote, read as the XML it is but for its void tags.

It knows HTML and no page.  Whitespace is folded as a browser does; words between blocks stand in lines of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_VOID = regex("<(br|wbr|hr|img|input|col)((?: [^<>]*)?)>")
_BLANKS = regex("[ \t\r\n\f]+")
"""What HTML folds; an ideographic space is a character like any other."""
INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "br",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "i",
            "ins",
            "mark",
            "q",
            "rb",
            "rp",
            "rt",
        ),
        *("ruby", "s", "small", "span", "strong", "sub", "sup", "svg", "time", "u", "wbr"),
    )
)
BREAK = "br"


@dataclass(frozen=True, slots=True)
class Element:
    """One element; the words of an author stand in its children as plain strings."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...]

    @property
    def classes(self) -> tuple[str, ...]:
        """The words of its class."""
        return tuple(self.attributes.get("class", "").split())

    def all(self) -> Iterator[Element]:
        """Itself and every element below, in their order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    @property
    def text(self) -> str:
        """Its words, without any layout."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


Node = Element | str


def read_body(body: str) -> Element:
    """The body of a page under one root; ValueError where a template left something open."""
    try:
        closed = _VOID.sub(r"<\1\2/>", str(body))  # a Markup would escape what it joins
        root = ET.fromstring(f"<body>{closed}</body>")  # noqa: S314 -- written by our own templates
    except ET.ParseError as error:
        raise ValueError("the body of a page is not well-formed") from error
    return _element(root)


def _element(found: ET.Element) -> Element:
    return Element(found.tag.rpartition("}")[2], dict(found.attrib), tuple(_children(found)))


def _children(found: ET.Element) -> Iterator[Node]:
    if found.text:
        yield found.text
    for child in found:
        yield _element(child)
        if child.tail:
            yield child.tail


def folded(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """A run of words and inline elements with blanks folded to one, none at its ends and beside line breaks."""
    trimmed, _ = _fold(tuple(nodes), after_blank=True)
    return _without_last_blank(trimmed)


def _fold(nodes: tuple[Node, ...], *, after_blank: bool) -> tuple[tuple[Node, ...], bool]:
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            text = _BLANKS.sub(" ", node)
            text = text.removeprefix(" ") if after_blank else text
            after_blank = text.endswith(" ") if text else after_blank
            kept += [text] if text else []
        elif node.tag == BREAK:
            kept = [*_without_last_blank(tuple(kept)), node]
            after_blank = True
        else:
            inside, after_blank = _fold(node.children, after_blank=after_blank)
            kept.append(Element(node.tag, node.attributes, inside))
    return tuple(kept), after_blank


def _without_last_blank(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    if not nodes:
        return nodes
    last = nodes[-1]
    if isinstance(last, str):
        text = last.removesuffix(" ")
        return (*nodes[:-1], text) if text else _without_last_blank(nodes[:-1])
    if not last.children:
        return nodes
    return (*nodes[:-1], Element(last.tag, last.attributes, _without_last_blank(last.children)))
