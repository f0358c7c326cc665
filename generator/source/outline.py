"""A file taken apart for rewriting: every scalar, every comment and the bare structure between them.

Answers for each file that libyaml reads to its end, whatever else is wrong with it: keys typed twice, tags, anchors and
words nobody knows are kept, because what they hold must be found as well.  Judges nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.patterns import regex
from generator.problems import Place, Problem
from generator.source import parse_source
from generator.source.characters import forbidden
from generator.source.compose import compose
from generator.source.decode import decode
from generator.source.event import Event, What
from generator.source.file_text import FileText
from generator.source.guard import read_events
from generator.source.nodes import Entry, ListNode, MapNode, Node, TextNode
from generator.source.offsets import ScalarOrigin
from generator.text import RawText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.source.nodes import Comment

_PROPERTIES = regex(r"(?:[&!][^ \t\r\n]*[ \t\r\n]+)*")
"""A tag and an anchor before a scalar, which libyaml counts to it (YAML 1.1, 6.9)."""
_UNREAD = frozenset({"E121", "E137"})
"""What stops the reading before the end of the file, and keys that are no text, which no tree of ours holds."""


class Step(NamedTuple):
    """One step of the structure, without the text of scalars."""

    what: What
    style: str
    flow: bool
    properties: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A file's parts; offsets are those of `text`."""

    text: str = field(repr=False)
    """Behind the BOM, with its own line ends."""
    root: Node | None
    remarks: tuple[RawText, ...]
    """Comments; those on lines of their own, one below the other, are one text."""
    structure: tuple[Step, ...] = field(repr=False)
    values: tuple[tuple[int, str], ...] = field(repr=False)
    """Where each scalar begins, and what it says."""


def outline(data: bytes, shown: str) -> Outline | tuple[Problem, ...]:
    """The parts of a file, or why it can't be taken apart."""
    decoded = decode(data, shown)
    if isinstance(decoded, Problem):
        return (decoded,)
    file, _ = forbidden(FileText(shown, decoded))
    reading = read_events(file)
    if not reading.whole:
        return tuple(parse_source(data, shown)[1])
    composed = compose(file, reading.events, frozenset())
    unread = [problem for problem in (*reading.problems, *composed.problems) if problem.code in _UNREAD]
    if unread:
        return tuple(unread)
    events = [_bare(event, file.text) for event in reading.events]
    scalars = [event for event in events if event.what is What.SCALAR]
    steps = (
        Step(bare.what, bare.style, bare.flow, file.text[event.start : bare.start])
        for event, bare in zip(reading.events, events, strict=True)
    )
    stream = iter(events)
    first = next(stream, None)
    return Outline(
        decoded,
        _node(first, stream, file) if first else None,
        tuple(_remarks(file, composed.comments)),
        tuple(steps),
        tuple((event.start, event.value) for event in scalars),
    )


def _bare(event: Event, text: str) -> Event:
    """The event without its tag and anchor; an alias (`*a`) has a name and no text."""
    if not event.refused or event.what is not What.SCALAR:
        return event
    if text.startswith("*", event.start):
        return event._replace(end=event.start)
    properties = _PROPERTIES.match(text, event.start, event.end)
    return event._replace(start=properties.end() if properties else event.start)


def _node(event: Event, stream: Iterator[Event], file: FileText) -> Node:
    """The tree as it was typed: nothing is dropped, not even a key's second value."""
    place = file.place(event.start)
    if event.what is What.SCALAR:
        origin = ScalarOrigin(file, event.start, event.end, event.style, event.value)
        return TextNode(RawText(event.value, origin), place, plain=not event.style)
    children = []
    while (child := next(stream)).what is not What.END:
        children.append(_node(child, stream, file))
    if event.what is What.LIST:
        return ListNode(tuple(children), place, event.flow)
    pairs = zip(children[::2], children[1::2], strict=True)
    return MapNode(tuple(Entry(key, value) for key, value in pairs if isinstance(key, TextNode)), place)


class _Below:
    """The `Origin` of comments one below the other, joined with line ends."""

    def __init__(self, comments: Sequence[Comment]) -> None:
        self._comments = comments
        self._starts = [0]
        for comment in comments:
            self._starts.append(self._starts[-1] + len(comment.text) + 1)

    def place(self, offset: int) -> Place:
        comment, at = self._at(offset)
        return comment.text.origin.place(at)

    def span(self, start: int, end: int) -> tuple[int, int]:
        first, at = self._at(start)
        last, to = self._at(end)
        return first.text.origin.span(at, at)[0], last.text.origin.span(to, to)[0]

    def _at(self, offset: int) -> tuple[Comment, int]:
        index = max(i for i, start in enumerate(self._starts[:-1]) if start <= offset)
        return self._comments[index], offset - self._starts[index]


def _remarks(file: FileText, comments: Sequence[Comment]) -> Iterator[RawText]:
    group: list[Comment] = []
    for comment in comments:
        if group and not _goes_on(file, group[-1], comment):
            yield _joined(group)
            group = []
        group.append(comment)
    if group:
        yield _joined(group)


def _goes_on(file: FileText, above: Comment, comment: Comment) -> bool:
    lines = (file.line(one.place.line).lstrip() for one in (above, comment))
    return comment.place.line == above.place.line + 1 and all(line.startswith("#") for line in lines)


def _joined(group: list[Comment]) -> RawText:
    return RawText("\n".join(comment.text.reveal() for comment in group), _Below(tuple(group)))
