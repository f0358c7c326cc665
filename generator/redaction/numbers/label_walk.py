"""Where listed names stand in a text: a walk from letter to letter, for a pattern of so many words is slow to compile.

Knows no name and no kind; `labels` has the list.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_ENDS = ""
"""The key of a node at which names end: with which of the three sorts of them."""


class Name(NamedTuple):
    """A name in a text, with what is written behind it in the place of 番号."""

    string: str
    first: int
    last: int

    def start(self) -> int:
        """Where it begins."""
        return self.first

    def end(self) -> int:
        """Where it ends."""
        return self.last

    def group(self) -> str:
        """As it is written."""
        return self.string[self.first : self.last]


class Names:
    """Finds names, the longest first; there may be room between two characters (`番 号`).

    Those that end with 番号 share what may be written in its place; `whole` are those that mean something else when it
    is cut short.
    """

    def __init__(self, names: Collection[str], whole: Collection[str], number: str, short: str) -> None:
        self._names = names
        self._whole = whole
        self._tails = {"short": regex(f" ?(?:{number}|{short})"), "whole": regex(f" ?(?:{number})")}
        self._tail = self._tails["short"]
        self._suffix = regex(f" ?(?:等|の)? ?(?:{number})")

    @cached_property
    def _root(self) -> dict[str, Any]:
        root: dict[str, Any] = {}
        for name in self._names:
            stem = name.removesuffix("番号")
            sort = "plain" if stem == name else "whole" if name in self._whole else "short"
            node = root
            for char in stem:
                node = node.setdefault(char, {})
            if stem:
                node.setdefault(_ENDS, set()).add(sort)
        return root

    @cached_property
    def _openings(self) -> AhoCorasick:
        """What a name may begin with: its first three letters, or fewer and room."""
        stems = filter(None, (name.removesuffix("番号") for name in self._names))
        openings = {opening for stem in stems for opening in (stem[:3], f"{stem[0]} ", f"{stem[:2]} ")}
        return AhoCorasick(sorted(openings))

    def finditer(self, text: str) -> Iterator[Name]:
        """Every name, in order."""
        place, root = 0, self._root
        openings = self._openings.find_matches_as_indexes(text, overlapping=True)
        for start in sorted({start for _, start, _ in openings}):
            node, following = root[text[start]], text[start + 1 : start + 2]
            if start < place or (
                following != " " and following not in node and not self._ends_at_once(text, start, node)
            ):
                continue
            if end := self._end(text, start):
                yield Name(text, start, end)
                place = end

    def _ends_at_once(self, text: str, start: int, node: dict[str, Any]) -> bool:
        """Whether one letter may be a whole name: 証No."""
        sorts = node.get(_ENDS)
        return sorts is not None and ("plain" in sorts or self._tail.match(text, start + 1) is not None)

    def _end(self, text: str, start: int) -> int:
        """Where the name ends that begins here; 0 if none does."""
        ends = self._ends(text, start)
        if not ends:
            return 0
        for sort, tail in self._tails.items():
            for end, sorts in reversed(ends):
                if sort in sorts and (match := tail.match(text, end)):
                    return self._with_suffix(text, match.end())
        return next((self._with_suffix(text, end) for end, sorts in reversed(ends) if "plain" in sorts), 0)

    def _with_suffix(self, text: str, end: int) -> int:
        match = self._suffix.match(text, end)
        return match.end() if match else end

    def _ends(self, text: str, start: int) -> list[tuple[int, set[str]]]:
        """Every place where the letters of a name end."""
        node: dict[str, Any] | None = self._root.get(text[start])
        place, found = start + 1, list[tuple[int, set[str]]]()
        while node is not None:
            if _ENDS in node:
                found.append((place, node[_ENDS]))
            char = text[place : place + 1]
            if char == " ":
                place += 1
                char = text[place : place + 1]
            node = node.get(char or " ")
            place += 1
        return found
