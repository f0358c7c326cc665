"""Located YAML: every scalar is text, and every character of it has a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.problems import Place
    from generator.text import RawText


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar; an empty plain scalar (`概要:`) is an empty text."""

    text: RawText
    place: Place
    plain: bool
    """Unquoted and in one of no block style, so that its keys and enumeration values may be guessed at."""


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence."""

    items: tuple[Node, ...]
    place: Place
    flow: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value`."""

    key: TextNode
    value: Node


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping, in the order of the file; duplicate keys never get this far."""

    entries: tuple[Entry, ...]
    place: Place


Node = TextNode | ListNode | MapNode


@dataclass(frozen=True, slots=True)
class Comment:
    """A YAML comment: it is never published, but the detectors and the commit hook read it."""

    text: RawText
    place: Place


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that parsed: its path, its root and its comments."""

    path: str
    root: Node
    comments: tuple[Comment, ...]
