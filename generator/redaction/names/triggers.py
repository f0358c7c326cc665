"""Where the words of the vocabulary stand in a text: one pass for all of them, longest first.

Reports places only; what stands beside them is the detectors' business.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

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


def _automaton(groups: Iterable[tuple[str, Iterable[str]]]) -> ahocorasick.Automaton:
    built = ahocorasick.Automaton()
    for role, words in groups:
        for word in words:
            if word not in built:
                built.add_word(word, (word, role))
    built.make_automaton()
    return built


@lru_cache(maxsize=1)
def _following() -> ahocorasick.Automaton:
    return _automaton((("honorific", HONORIFICS), ("kin-after", KIN_AFTER), ("post", POSTS)))


@lru_cache(maxsize=1)
def _leading() -> ahocorasick.Automaton:
    return _automaton((("kin", KIN), ("post", POSTS), ("party", PARTIES)))


@lru_cache(maxsize=8)
def following(text: str) -> tuple[Trigger, ...]:
    """Words that stand after a name."""
    return _places(_following(), text)


@lru_cache(maxsize=8)
def leading(text: str) -> tuple[Trigger, ...]:
    """Words that stand before a name."""
    return _places(_leading(), text)


def _places(automaton: ahocorasick.Automaton, text: str) -> tuple[Trigger, ...]:
    return tuple(
        Trigger(last + 1 - len(word), last + 1, word, role) for last, (word, role) in automaton.iter_long(text)
    )
