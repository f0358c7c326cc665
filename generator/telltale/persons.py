"""An age to the year, a sex and a district in one sentence; or an age, a school or home and an illness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.telltale import groups
from generator.telltale.numbers import said
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem, Safe
    from generator.telltale.told import Paper

_SCHOOL, _TEEN = 6, 13
"""学校教育法17条: school begins in the April after the sixth birthday; 小学校 takes six years."""


def described(paper: Paper) -> Iterator[Problem]:
    """Each text with a sentence that describes one person; once a text."""
    for told in paper.texts.values():
        for at, sentence in told.sentences():
            age = groups.AGE.search(sentence)
            parts = _parts(paper, sentence) if age else []
            if age and parts:
                params = _params(paper, int(age["age"]), parts)
                yield told.problem("W507", at + age.start(), params=params)
                break


def _parts(paper: Paper, sentence: str) -> list[str]:
    district = any(True for _ in groups.districts(sentence, paper.own, towns=True))
    facility = any(True for _ in groups.facilities(sentence))
    sex, illness = groups.SEX.search(sentence), groups.ILLNESS.search(sentence)
    where = "district" if district else "facility"
    if (district and (sex or illness)) or (facility and (sex or illness)):
        return [part for part, here in (("sex", sex), (where, True), ("illness", illness)) if here]
    return []


def _wider(age: int) -> str:
    """72 as 70歳代, a child as what children of that age are called."""
    if age < _TEEN:
        return word("telltale.age.infant" if age < _SCHOOL else "telltale.age.child")
    return word("telltale.age.decade", decade=age // 10 * 10)


def _params(paper: Paper, age: int, parts: list[str]) -> dict[str, Safe]:
    kind = paper.settings.municipality.kind.japanese
    where = "district" if "district" in parts else "facility"
    return {
        "parts": said(["age", *parts]),
        "age": _wider(age),
        "wider": word(f"telltale.wider.{where}", kind=kind),
    }
