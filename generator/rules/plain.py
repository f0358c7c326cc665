"""やさしい要約 in plain Japanese: one thing a sentence, and no longer than a reader keeps in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records import Draft
    from generator.rules.world import World

LONGEST = 50
"""Characters a sentence.  在留支援のためのやさしい日本語ガイドライン (2020) asks for short ones and names no number:
this one is ours."""

_SENTENCE = regex("[^。！？\n]+")


def short_sentences(draft: Draft, world: World) -> Iterator[Problem]:  # noqa: ARG001 -- as every rule
    """No sentence of やさしい要約 is long (note)."""
    said = draft.plain_abstract
    if said is None:
        return
    for match in _SENTENCE.finditer(said.reveal()):
        length = len(match.group().strip())
        if length > LONGEST:
            yield Problem("N612", said.origin.place(match.start()), "やさしい要約", {"length": length, "most": LONGEST})
