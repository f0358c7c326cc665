"""質疑: each turn of speech with its number, address and quotation, and which answers belong to which question.

An author's own inner lists are threads as they stand.  Only in a list without any are threads found: officials who
speak right after a member, until somebody else speaks, answer that member.  Whoever presides only gives the floor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.roles import Role, role_of
from generator.records.council_words import SpeechKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.pages.roles import Roles
    from generator.records.minutes import Thread, Utterance
    from generator.text import PublicText

_ASKS = (SpeechKind.QUESTION, SpeechKind.OPINION, SpeechKind.REQUEST)
_ANSWERS = (SpeechKind.ANSWER, SpeechKind.EXPLANATION)


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of speech."""

    anchor: str
    number: int
    """Counted through the whole meeting, as it is read."""
    utterance: Utterance[PublicText]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something said, and what was said in answer."""

    said: Said
    answers: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """One thread: a question with its answers, perhaps asked again; or one utterance alone."""

    turns: tuple[Turn, ...]

    @property
    def utterances(self) -> int:
        """How many."""
        return sum(1 + len(turn.answers) for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Talk:
    """The discussion of one matter."""

    exchanges: tuple[Exchange, ...]

    @property
    def utterances(self) -> int:
        """How many."""
        return sum(exchange.utterances for exchange in self.exchanges)

    @property
    def first(self) -> Said | None:
        """What was said first."""
        return self.exchanges[0].turns[0].said if self.exchanges else None


def talk(discussion: tuple[Thread[PublicText], ...], roles: Roles, anchor: Callable[[int], str], before: int) -> Talk:
    """A discussion; `anchor` names its nth utterance, `before` is the number of the last one before it."""
    place = 0
    threads: list[list[Said]] = []
    for thread in discussion:
        threads.append([])
        for utterance in thread.utterances:
            place += 1
            threads[-1].append(Said(anchor(place), before + place, utterance))
    if all(len(thread) == 1 for thread in threads):
        return Talk(tuple(map(_exchange, _found([said for thread in threads for said in thread], roles))))
    return Talk(tuple(_exchange(_typed(thread, roles)) for thread in threads))


def _exchange(turns: list[list[Said]]) -> Exchange:
    return Exchange(tuple(Turn(turn[0], tuple(turn[1:])) for turn in turns))


def _typed(thread: list[Said], roles: Roles) -> list[list[Said]]:
    """The turns of a thread that its author made: a new one wherever somebody asks again."""
    turns: list[list[Said]] = []
    for said in thread:
        if not turns or _asks(said, roles):
            turns.append([said])
        else:
            turns[-1].append(said)
    return turns


def _found(flat: list[Said], roles: Roles) -> Iterator[list[list[Said]]]:
    """Threads of a flat list, where it is safe to tell them."""
    thread: list[Said] = []
    for said in flat:
        if thread and _asks(thread[0], roles) and _answers(said, roles):
            thread.append(said)
            continue
        if thread:
            yield [thread]
        thread = [said]
    if thread:
        yield [thread]


def _asks(said: Said, roles: Roles) -> bool:
    kind = said.utterance.kind
    return kind in _ASKS or (kind is None and role_of(said.utterance.speaker, roles) is Role.MEMBER)


def _answers(said: Said, roles: Roles) -> bool:
    kind = said.utterance.kind
    return kind in _ANSWERS or (kind is None and role_of(said.utterance.speaker, roles) is Role.OFFICIAL)
