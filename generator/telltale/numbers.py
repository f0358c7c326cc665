"""Few people of a small group: a count under 少数の扱い beside a class, a named school, a district or an illness.

A small number alone tells nothing, and neither does a small group alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.problems import Problem
from generator.records.counts import Count
from generator.records.incident import Impact, Incident
from generator.records.vocabulary import Unit
from generator.telltale import groups
from generator.telltale.tables import tables_of
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Safe
    from generator.telltale.tables import Row
    from generator.telltale.told import Paper, Told
    from generator.text import RawText

_FIGURES = {char: figure for figure, char in enumerate("一二三四五六七八九", 1)}
_FEW = regex(
    "(?<![0-9.,第])(?P<n>[1-9][0-9]{0,3}|(?<![第十百千数一二三四五六七八九])[一二三四五六七八九])(?:人|名|世帯)"
    "(?!体制|[一1]組|一人|ひとり|1人|で(?![すしあ])|以上|以下|未満|乗り|家族|世帯|目|部屋|暮らし|親|ずつ|当たり|掛かり|がかり)"
)
_REACH = 16
"""How many characters before a number its group may stand."""
_STAFF = regex(
    "職員|教員|教諭|教師|担任|保育士|看護師|主事|担当|役員|顧問|講師|委員|係員|[園校]長|警察|業者|社員|ボランティア"
)
_BEHIND = regex("[(](?P<text>[^()]{1,24})[)]")
_CLAUSE = regex("[。、\n]")
_NUMBER = regex("約?(?P<n>[0-9]{1,4})(?P<unit>人|名)?")
_COUNTS = regex("人数|[児童生徒者員]数|(?:\\A|[(])(?:人|名)(?:\\Z|[)])")
_PEOPLE = (Unit.PERSON, Unit.NAMED, Unit.HOUSEHOLD, Unit.CASE, None)


def few_people(paper: Paper) -> Iterator[Problem]:
    """Every place where few people of a small group are counted; a table and a text each once."""
    yield from _impact(paper)
    for told in paper.texts.values():
        if told.path[0] != "dispositions":
            yield from _in_prose(paper, told)
    yield from _in_tables(paper)


def parts_of(paper: Paper, text: str) -> list[str]:
    """What makes a group small in a text, as keys of ja.toml, table `telltale.part`."""
    found = {
        "facility": any(True for _ in groups.facilities(text)),
        "class": groups.CLASS.search(text) is not None,
        "grade": groups.GRADE.search(text) is not None,
        "district": any(True for _ in groups.districts(text, paper.own)),
        "illness": groups.ILLNESS.search(text) is not None,
    }
    if found["grade"] and not (found["facility"] or found["class"] or paper.is_about_one):
        found["grade"] = False  # a whole town's fifth year is no small group
    return [part for part, here in found.items() if here]


def _impact(paper: Paper) -> Iterator[Problem]:
    impact = paper.draft.impact.body if isinstance(paper.draft, Incident) else None
    if not isinstance(impact, Impact):
        return
    for attribute, count in (("people", impact.people), ("cases", impact.cases)):
        if isinstance(count, Count) and count.unit in _PEOPLE:
            yield from _shares(paper, attribute, count)
    total = impact.people
    if isinstance(total, Count) and 0 < total.value < paper.limit:
        parts = parts_of(paper, paper.at("title"))
        if parts:
            params = _params(paper, "total", total.value, parts)
            yield Problem("W505", impact.places.get("人数", impact.place), "影響.人数", params)


def _shares(paper: Paper, attribute: str, count: Count[RawText]) -> Iterator[Problem]:
    for index, share in enumerate(count.shares):
        told = paper.texts["impact", "body", attribute, "shares", index, "name"]
        parts = parts_of(paper, told.text)
        if 0 < share.value < paper.limit and parts:
            params = _params(paper, "share", share.value, parts)
            yield told.problem("W505", 0, params=params)


def _in_prose(paper: Paper, told: Told) -> Iterator[Problem]:
    """The first number of a text that stands beside its group: 2歳児1名, 港見地区の3人, 園児1人（年少組）."""
    for match in _FEW.finditer(told.text):
        value = int(_FIGURES.get(match["n"], match["n"]))
        before = _CLAUSE.split(told.text[max(0, match.start() - _REACH) : match.start()])[-1]
        if value >= paper.limit or _STAFF.search(before):
            continue
        behind = _BEHIND.match(told.text, match.end())
        if parts := parts_of(paper, f"{before}\n{behind['text'] if behind else ''}"):
            params = _params(paper, "", value, parts)
            yield told.problem("W505", match.start(), params=params)
            return


def _in_tables(paper: Paper) -> Iterator[Problem]:
    for rows in tables_of(paper):
        small = [found for row in rows for found in _small_cells(paper, row)]
        if small:
            cell, value, parts = small[0]
            params = {**_params(paper, "table", value, parts), "cells": len(small)}
            yield cell.problem("W505", 0, params=params)


def _small_cells(paper: Paper, row: Row) -> Iterator[tuple[Told, int, list[str]]]:
    for head, cell in row:
        number = _NUMBER.fullmatch("".join(cell.text.split()))
        if number and 0 < int(number["n"]) < paper.limit:
            others = "\n".join(other.text for _, other in row if other is not cell)
            parts = parts_of(paper, f"{head}\n{others}")
            if parts and (number["unit"] or _COUNTS.search(head) or groups.CLASS.search(head)):
                yield cell, int(number["n"]), parts


def _params(paper: Paper, case: str, value: int, parts: list[str]) -> dict[str, Safe]:
    wider = word(f"telltale.wider.{parts[0]}", kind=paper.settings.municipality.kind.japanese)
    return {"case": case, "limit": paper.limit, "count": value, "parts": said(parts), "wider": wider}


def said(parts: list[str]) -> str:
    """「施設の名前、組（クラス）」: what was found together."""
    return word("telltale.and").join(word(f"telltale.part.{part}") for part in parts)
