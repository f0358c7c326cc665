"""Who the minutes list as having met: readable in their sentences too, behind a title, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from settled_records import town

from generator.redaction.hit import Hit
from generator.redaction.kinds import Kind
from generator.redaction.policy import GOES, Stays, policy_of

SENTENCES = {
    "title": ("本日は磯貝委員から御連絡がありました。", 3, 5, Stays("official")),
    "letter of two alike": ("磯貝（実）委員は欠席です。", 0, 2, Stays("official")),
    "chair": ("桐谷千景委員長の報告", 0, 4, Stays("official")),
    "resident of that name": ("磯貝さんから相談があった。", 0, 2, GOES),
    "nobody on the list": ("木暮委員から御連絡がありました。", 0, 2, GOES),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_listed_member_stays_behind_a_title(name: str) -> None:
    """The name of a member is kept where the title follows it, of anybody else it goes."""
    text, start, end, decision = SENTENCES[name]
    policy = replace(policy_of(town()), members=("磯貝", "桐谷千景"))
    hit = Hit(start, end, Kind.NAME, sure=True, why="honorific")
    assert policy.decide(hit, text, ("summary", 0), protected=False) == decision
