"""An age to the year, a sex and a district in one sentence or row; or an age, a school or home and an illness.

Or an age that 公表基準 keeps back, given in a text.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.records.discipline import Discipline
from generator.records.shown_words import AgeShown
from generator.telltale import groups
from generator.telltale.numbers import said
from generator.telltale.tables import pairs_of, tables_of
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem, Safe
    from generator.telltale.tables import Row
    from generator.telltale.told import Paper, Told

_AGE_HEAD = regex("年齢|満年齢|歳")
_AGE_CELL = regex("満?(?P<age>[0-9]{1,3})(?:歳|才)?")
_SCHOOL, _TEEN = 6, 13
"""学校教育法17条: school begins in the April after the sixth birthday; 小学校 takes six years."""


def described(paper: Paper) -> Iterator[Problem]:
    """Each text with a sentence that describes one person, each 項目 and each table with a row that does; once each.

    In a 処分公表 also each text with the age of one who was disciplined, where 公表基準 keeps it back.
    """
    for told in paper.texts.values():
        if groups.AGE.search(told.text):
            found = (_sentence(paper, told, at, sentence) for at, sentence in told.sentences())
            yield from islice(filter(None, found), 1)
    for rows in (*tables_of(paper), *([row] for row in pairs_of(paper))):
        yield from islice(filter(None, (_row(paper, row) for row in rows)), 1)
    yield from _aged(paper)


def _aged(paper: Paper) -> Iterator[Problem]:
    """Each text of a 処分公表 that gives to the year an age that 公表基準 keeps from its table; once each."""
    if not isinstance(paper.draft, Discipline):
        return
    ages = {
        match["age"]
        for name in ("rows", "supervisors")
        for index, row in enumerate(getattr(paper.draft, name))
        if paper.settings.criterion(row.sanction).age is not AgeShown.YEARS
        and (match := _AGE_CELL.fullmatch(paper.at(name, index, "age")))
    }
    for told in paper.texts.values():
        found = next((m for m in groups.AGE.finditer(told.text) if m["age"] in ages), None)
        if found is not None and told.path[-1] != "age":
            age = _wider(int(found["age"]))
            yield told.problem("W507", found.start(), params={"case": "criteria", "age": age})


def _sentence(paper: Paper, told: Told, at: int, sentence: str) -> Problem | None:
    age = groups.AGE.search(sentence)
    parts = _parts(paper, sentence) if age else []
    if age is None or not parts:
        return None
    params = _params(paper, int(age["age"]), parts)
    return told.problem("W507", at + age.start(), params=params)


def _row(paper: Paper, row: Row) -> Problem | None:
    """A row whose cells say together what one sentence would; one cell that says it all was found as a sentence."""
    ages = [(cell, _AGE_CELL.fullmatch(cell.text.strip())) for head, cell in row if _AGE_HEAD.search(head)]
    aged = next(((cell, match) for cell, match in ages if match), None)
    if aged is None:
        return None
    cell, match = aged
    rest = "、".join(f"({other.text.strip()})" for _, other in row if other is not cell)
    parts = _parts(paper, rest)
    params = _params(paper, int(match["age"]), parts) if parts else {}
    return cell.problem("W507", 0, params=params) if parts else None


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
