"""Events to located nodes, with the checks that need to see a whole mapping or list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.patterns import regex
from generator.problems import Problem
from generator.source.characters import forbidden_in_value
from generator.source.event import Event, What
from generator.source.nodes import Comment, Entry, ListNode, MapNode, Node, TextNode
from generator.source.offsets import ScalarOrigin
from generator.source.silent import in_key, in_plain
from generator.source.skeleton import WIDE_BRACKETS, begins_with_label, safe_key, skeleton
from generator.source.slips import level, mended
from generator.text import RawText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from generator.problems import Safe
    from generator.source.file_text import FileText
    from generator.source.silent import Found


class Composed(NamedTuple):
    """A tree, its comments and what was wrong with it."""

    root: Node | None
    comments: tuple[Comment, ...]
    problems: list[Problem]


class _Spot(NamedTuple):
    """Where a node stands: the line of its key, and whether it is the root or inside `[ ]`."""

    key_line: int = 0
    key_column: int = -1
    root: bool = False
    flow: bool = False


def compose(file: FileText, events: Iterable[Event], known: AbstractSet[str]) -> Composed:
    """The tree of a whole document."""
    composer = _Composer(file, known)
    stream = iter(events)
    first = next(stream, None)
    root = composer.node(first, stream, _Spot(root=True)) if first else None
    comments = tuple(composer.comments())
    return Composed(root, comments, composer.problems)


class _Composer:
    def __init__(self, file: FileText, known: AbstractSet[str]) -> None:
        self.problems: list[Problem] = []
        self._file, self._known = file, known
        self._scalars: list[tuple[int, int]] = []

    def node(self, event: Event, stream: Iterator[Event], spot: _Spot) -> Node:
        if event.what is What.MAP:
            return self._mapping(event, stream)
        if event.what is What.LIST:
            return self._sequence(event, stream)
        return self._scalar(event, spot)

    def _scalar(self, event: Event, spot: _Spot) -> TextNode:
        self._scalars.append((self._header_end(event), event.end))
        if not event.style and not spot.flow and event.value:
            own = spot.root or self._file.line_at(event.start) > spot.key_line > 0
            self._slips(in_plain(self._file, event, self._known, own=own, root=spot.root))
        origin = ScalarOrigin(self._file, event.start, event.end, event.style, event.value)
        if event.style in _QUOTES:
            self._quoted(event, origin, spot)
        text = RawText(event.value, origin)
        return TextNode(text, self._file.place(event.start), plain=not event.style)

    def _quoted(self, event: Event, origin: ScalarOrigin, spot: _Spot) -> None:
        found = forbidden_in_value(event.value)
        if found:
            code, at, point = found
            self._report(code, origin.span(at, at)[0], point=point)
        if not spot.flow and swallows_lines(self._file, event.start, event.end, spot.key_column):
            line = self._file.line(self._file.line_at(event.start))
            self._report("E115", event.start, corrected=skeleton(line + event.style, self._known))

    def _header_end(self, event: Event) -> int:
        """A comment may stand behind `|`, on its line."""
        if event.style not in _BLOCKS:
            return event.start
        end = self._file.text.find("\n", event.start)
        return end if end >= 0 else len(self._file.text)

    def _sequence(self, event: Event, stream: Iterator[Event]) -> ListNode:
        items = []
        for child in stream:
            if child.what is What.END:
                break
            items.append(self.node(child, stream, _Spot(flow=event.flow)))
        place = self._file.place(event.start)
        inside = self._file.text[event.start + 1 : event.start + _LONGEST_LABEL]
        if event.flow and len(items) == 1 and begins_with_label(inside):
            fixed = self._file.line(place.line)
            self._report("E113", event.start, corrected=skeleton(fixed, self._known))
        return ListNode(tuple(items), place, event.flow)

    def _mapping(self, event: Event, stream: Iterator[Event]) -> MapNode:
        entries: dict[str, Entry] = {}
        for child in stream:
            if child.what is What.END:
                break
            self._entry(child, stream, entries, event)
        return MapNode(tuple(entries.values()), self._file.place(event.start))

    def _entry(self, event: Event, stream: Iterator[Event], entries: dict[str, Entry], opening: Event) -> None:
        at = event.start
        key = self.node(event, stream, _Spot(flow=True))
        place = self._file.place(at)
        value = self.node(next(stream), stream, _Spot(place.line, place.column - 1, flow=opening.flow))
        if not isinstance(key, TextNode) or not event.value:
            self._keyless(at)
            return
        self._slips(in_key(self._file, at, event.value, self._known))
        if opening.flow and _is_bare(self._file, event, value):
            line = self._file.line(self._file.line_at(opening.start)).translate(WIDE_BRACKETS)
            self._report("E112", opening.start, corrected=skeleton(line, self._known))
        elif event.value == "<<" and key.plain:
            self._report("E126", at)
        elif event.value in entries:
            first = entries[event.value].key.place.line
            self._report("E123", at, key=safe_key(event.value, self._known), length=len(event.value), first=first)
        else:
            entries[event.value] = Entry(key, value)

    def _keyless(self, at: int) -> None:
        """`: …`, or `[原因]: …`, whose word is told where it is one of ours."""
        word = self._file.text[at + 1 : at + _LONGEST_LABEL].partition("]")[0].strip(" ")
        if self._file.text.startswith("[", at) and word in self._known:
            self._report("E137", at, case="bracketed", key=word)
        else:
            self._report("E137", at)

    def comments(self) -> Iterator[Comment]:
        """Between two scalars stand only signs and comments, so every `#` there begins one."""
        text, at = self._file.text, 0
        for start, end in [*self._scalars, (len(text), len(text))]:
            while (at := text.find("#", at, start)) >= 0:
                stop = text.find("\n", at)
                stop = len(text) if stop < 0 else stop
                yield self._comment(at, stop)
                at = stop
            at = end

    def _comment(self, at: int, stop: int) -> Comment:
        number = self._file.line_at(at)
        before = self._file.text[self._file.start(number) : at]
        if before.strip():
            code = "E139" if before.rstrip().endswith((":", "-")) else "E114"
            self._report(code, at, corrected=skeleton(self._file.line(number).replace("#", "＃", 1), self._known))
        value = self._file.text[at + 1 : stop].rstrip("\r")
        origin = ScalarOrigin(self._file, at + 1, at + 1 + len(value), "", value)
        return Comment(RawText(value, origin), self._file.place(at))

    def _slips(self, found: Iterable[Found]) -> None:
        for number, slip in found:
            shown = skeleton(mended(slip.fixed, self._known), self._known)
            self._report(slip.code, self._file.start(number) + slip.at, corrected=shown)

    def _report(self, code: str, at: int, **params: Safe) -> None:
        self.problems.append(Problem(code, self._file.place(at), params=params))


_QUOTES, _BLOCKS = ('"', "'"), ("|", ">")
_LONGEST_LABEL = 20
_FOLLOWED = regex(r"[ \t\r\n]*:")


def swallows_lines(file: FileText, start: int, end: int, key_column: int) -> bool:
    """Whether a quoted text runs over lines that are no deeper than its key: its closing quote is another text's."""
    first, last = file.line_at(start), file.line_at(end - 1)
    lines = (file.line(number) for number in range(first + 1, last + 1))
    return any(line.strip() and level(line) <= key_column for line in lines)


def _is_bare(file: FileText, key: Event, value: Node) -> bool:
    """`{山田}`: a key for YAML, a bracket for the author."""
    return isinstance(value, TextNode) and not len(value.text) and not _FOLLOWED.match(file.text, key.end)
