"""YAML files to located text: what an author typed, with the place of every character.

Knows bytes, characters and lines, and what keyboards do to them.  It does not know what a record is: no type is
guessed (`10:30`, `no` and `2026-01-01` stay what was typed), and which keys exist is handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Place, Problem
from generator.source.characters import forbidden
from generator.source.compose import compose
from generator.source.decode import MAX_BYTES, decode
from generator.source.file_text import FileText
from generator.source.guard import Reading, read_events
from generator.source.nodes import MapNode, SourceFile, TextNode
from generator.source.stopped import mend

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from generator.source.nodes import Node

_HARMLESS = frozenset({"E114", "E123"})
"""Problems of a tree that leave it as its author meant it, so that `validate` may look at the rest."""

_SHAPELESS = frozenset({"E117", "E138"})


def read_source(
    path: Path, shown: str, known_keys: AbstractSet[str] = frozenset()
) -> tuple[SourceFile | None, list[Problem]]:
    """One file from disk; `shown` is its path in places."""
    with path.open("rb") as file:
        return parse_source(file.read(MAX_BYTES + 1), shown, known_keys)


def parse_source(
    data: bytes, shown: str, known_keys: AbstractSet[str] = frozenset()
) -> tuple[SourceFile | None, list[Problem]]:
    """The file's tree, and all that is wrong with it as YAML; no tree where a problem changed what it says.

    Only `known_keys` are ever repeated in a problem.
    """
    decoded = decode(data, shown)
    if isinstance(decoded, Problem):
        return None, [decoded]
    file, problems = forbidden(FileText(shown, decoded))
    source, more = _parse(file, known_keys)
    return source, problems + more


def _parse(file: FileText, known: AbstractSet[str]) -> tuple[SourceFile | None, list[Problem]]:
    reading = read_events(file)
    if reading.stop:
        return None, _all_causes(file, reading, known)
    if not reading.whole:
        return None, list(reading.problems)
    root, comments, found = compose(file, reading.events, known)
    problems = [*reading.problems, *found]
    if root is None or _is_empty(root):
        problems.append(Problem("E120", Place(file.path, 1, 1)))
    elif not isinstance(root, MapNode) and not problems:
        problems.append(Problem("E122", root.place))
    if root is None or any(problem.code not in _HARMLESS for problem in problems):
        return None, problems
    return SourceFile(file.path, root, comments), problems


def _is_empty(root: Node) -> bool:
    return isinstance(root, TextNode) and root.plain and not len(root.text)


def _all_causes(file: FileText, reading: Reading, known: AbstractSet[str]) -> list[Problem]:
    """What stopped libyaml, and what the mended file still shows on other lines."""
    told, mended, reading = mend(file, reading, known)
    more = list(reading.problems)
    if reading.whole:
        more += compose(mended, reading.events, known).problems
    # Where lines stood at wrong columns, two keys that are the same now need not have been meant to be.
    doubtful = {"E123"} if any(problem.code in _SHAPELESS for problem in told.values()) else set()
    rest = (problem for problem in more if problem.place.line not in told and problem.code not in doubtful)
    return [*told.values(), *rest]
