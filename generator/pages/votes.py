"""What became of an item of 議事: the result in words, the votes in words, in numbers and as squares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.records.council_words import VoteMethod, VoteWord
from generator.words import word

if TYPE_CHECKING:
    from generator.records.minutes import AgendaItem, Vote
    from generator.text import PublicText

MOST_SQUARES = 60
"""A larger body than most town councils; beyond it squares are no longer counted by eye."""

SIDES = ("ayes", "noes", "abstentions")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were for, against, or neither."""

    side: str
    """`ayes`, `noes` or `abstentions`."""
    label: str
    value: str
    machine: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Result and vote of one item."""

    outcome: str
    """承認; empty where only the vote is known."""
    outcome_machine: str
    decides: bool
    """Whether it is a decision; a report received and a matter carried over are not."""
    share: str
    """賛成多数, 異議なし; empty without a vote."""
    words: str
    """賛成多数で承認."""
    method: str
    method_machine: str
    tallies: tuple[Tally, ...]
    squares: tuple[str, ...]
    """The side of each voter, where all votes are numbers."""
    text: PublicText | None
    note: PublicText | None


def verdict(item: AgendaItem[PublicText]) -> Verdict | None:
    """None where the minutes tell neither result nor vote; a method alone is none."""
    result, vote = item.result, item.vote
    if result is None and not (vote and (_share(vote) or _tallies(vote) or vote.note)):
        return None
    outcome = result.outcome.japanese if result else ""
    share = _share(vote) if vote else ""
    return Verdict(
        outcome=outcome,
        outcome_machine=result.outcome.machine if result else "",
        decides=bool(result and result.outcome.decides),
        share=share,
        words=word("minutes.decided", share=share, outcome=outcome) if share and outcome else share or outcome,
        method=vote.method.japanese if vote and vote.method else "",
        method_machine=vote.method.machine if vote and vote.method else "",
        tallies=_tallies(vote) if vote else (),
        squares=_squares(vote) if vote else (),
        text=result.text if result else None,
        note=vote.note if vote else None,
    )


def _share(vote: Vote[PublicText]) -> str:
    """The share of the ayes as minutes call it."""
    ayes, noes, abstentions = vote.ayes, vote.noes, vote.abstentions
    if ayes is None:
        return word("minutes.share.no-objection") if vote.method is VoteMethod.NO_OBJECTION else ""
    if isinstance(ayes, VoteWord):
        return word(f"minutes.share.{ayes.machine}")
    if isinstance(noes, VoteWord):
        return word(f"minutes.share.{'minority' if noes is VoteWord.MAJORITY else 'none'}")
    against = noes or 0
    if not against and not abstentions:
        return word("minutes.share.all") if ayes else ""
    if ayes == against:
        return word("minutes.share.even")
    return word(f"minutes.share.{'majority' if ayes > against else 'minority'}")


def _tallies(vote: Vote[PublicText]) -> tuple[Tally, ...]:
    return tuple(
        Tally(side, word(f"minutes.side.{side}"), _value(votes), _machine(votes))
        for side in SIDES
        if (votes := getattr(vote, side)) is not None
    )


def _value(votes: int | VoteWord) -> str:
    return votes.japanese if isinstance(votes, VoteWord) else str(votes)


def _machine(votes: int | VoteWord) -> str:
    return votes.machine if isinstance(votes, VoteWord) else str(votes)


def _squares(vote: Vote[PublicText]) -> tuple[str, ...]:
    counted = {side: getattr(vote, side) or 0 for side in SIDES}
    if vote.ayes is None or any(isinstance(votes, VoteWord) for votes in counted.values()):
        return ()
    if sum(counted.values()) > MOST_SQUARES:
        return ()
    return tuple(side for side in SIDES for _ in range(counted[side]))
