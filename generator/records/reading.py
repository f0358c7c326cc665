"""Reading one record from located nodes: the cursor that knows the field, and the problems found so far."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.problems import Place, Problem, Safe
from generator.source.nodes import ListNode, MapNode, Node, TextNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NEAR = 2
"""A typed word is shown, or taken for a known one, only within this many edits: further away it may be anything."""


@dataclass(slots=True)
class Report:
    """Collects the problems of one record while it is read."""

    problems: list[Problem] = field(default_factory=list)
    homes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Known keys, folded: each with its spelling and the sections it belongs in (names.homes)."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the reader stands: the Japanese path of the field, and the report it writes to."""

    report: Report
    path: str = ""
    plans_allowed: bool = False
    """The paper was released before 2019-05-01: an era date after it is a plan (dates.parse_when)."""

    def into(self, key: str) -> Cursor:
        """The cursor of a field inside this one."""
        return Cursor(self.report, f"{self.path}.{key}" if self.path else key, self.plans_allowed)

    def item(self, index: int) -> Cursor:
        """The cursor of the item number `index`, counted from 0 here and from 1 in messages."""
        return Cursor(self.report, f"{self.path}[{index + 1}]", self.plans_allowed)

    def problem(self, code: str, place: Place, **params: Safe) -> None:
        """Report one problem at a place."""
        self.report.problems.append(Problem(code, place, self.path, params))


def typed(node: TextNode) -> str:
    """The text of a key, an enumeration value, an id or a date: what may be compared with known words."""
    return node.text.reveal().strip()


def folded_word(text: str) -> str:
    """A word as it is compared: NFKC, without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word within two edits, or None; short words need to be closer."""
    folded = folded_word(word)
    best = min(((edits(folded, folded_word(k)), k) for k in known), default=(NEAR + 1, ""))
    allowed = NEAR if len(folded) > NEAR else 1
    return best[1] if best[0] <= allowed and best[0] < max(len(folded), 1) else None


def edits(one: str, other: str) -> int:
    """Levenshtein distance, cut off above `NEAR`."""
    if abs(len(one) - len(other)) > NEAR:
        return NEAR + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row, above = [i], row
        for j, b in enumerate(other, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b)))
    return min(row[-1], NEAR + 1)


def unknown_key(word: str, place: Place, at: Cursor, keys: Iterable[str]) -> None:
    """Report a key that has no place here; one of another part of the record most likely stands at a wrong column."""
    name, homes = at.report.homes.get(folded_word(word), ("", ""))
    known = list(keys)
    guess = nearest(word, known) or ""
    case = "" if not name else "outermost" if not homes else "either" if guess else "inside"
    choices = " / ".join(known)
    at.problem("E213", place, case=case, key=name, homes=homes, guess=guess, length=len(word), choices=choices)


def shape_of(node: Node) -> str:
    """What a node is, in the words of ja.toml `shapes`."""
    if isinstance(node, MapNode):
        return "map"
    return "list" if isinstance(node, ListNode) else "text"


def is_blank(node: Node) -> bool:
    """`概要:` with nothing behind it."""
    return isinstance(node, TextNode) and not node.text.reveal().strip()
