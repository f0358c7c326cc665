"""Where the words of the vocabulary stand in a text: one pass for all of them, longest first.

Reports places only; what stands beside them is the detectors' business.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.redaction.names.vocabulary import HONORIFICS, KIN, KIN_AFTER, PARTIES, POSTS

if TYPE_CHECKING:
    from collections.abc import Iterable


class Trigger(NamedTuple):
    """A word of the vocabulary in a text."""

    start: int
    end: int
    word: str
    role: str
    """`honorific`, `kin-after`, `post`, `kin` or `party`."""


class _Words(NamedTuple):
    """A vocabulary ready to be found, the longest word first."""

    machine: AhoCorasick
    words: tuple[tuple[str, str], ...]
    """Each word with its role."""


def _automaton(groups: Iterable[tuple[str, Iterable[str]]]) -> _Words:
    roles: dict[str, str] = {}
    for role, words in groups:
        for word in words:
            roles.setdefault(word, role)
    return _Words(AhoCorasick(roles, matchkind=MatchKind.LeftmostLongest), tuple(roles.items()))


@lru_cache(maxsize=1)
def _following() -> _Words:
    return _automaton((("honorific", HONORIFICS), ("kin-after", KIN_AFTER), ("post", POSTS)))


@lru_cache(maxsize=1)
def _leading() -> _Words:
    return _automaton((("kin", KIN), ("post", POSTS), ("party", PARTIES)))


@lru_cache(maxsize=8)
def following(text: str) -> tuple[Trigger, ...]:
    """Words that stand after a name."""
    return _places(_following(), text)


@lru_cache(maxsize=8)
def leading(text: str) -> tuple[Trigger, ...]:
    """Words that stand before a name."""
    return _places(_leading(), text)


def _places(vocabulary: _Words, text: str) -> tuple[Trigger, ...]:
    found = vocabulary.machine.find_matches_as_indexes(text)
    return tuple(Trigger(start, end, *vocabulary.words[index]) for index, start, end in found)
