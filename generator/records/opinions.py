"""Opinions of an audit in their order, the measures that answer each, and how long one has waited.

The same for a draft and a public record: `said` gives the words of a text of either kind.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

from generator.patterns import regex
from generator.records.council_words import MeasureState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from generator.records.audit import Audit, Finding, Measure, Opinion

    Said = Callable[["T"], str]

T = TypeVar("T")

_AROUND = regex(r"[ \t\n\u3000【】「」()\[\]〔〕]+")
_WORDS = regex("^[^0-9]+")


def findings(results: tuple[Finding[T], ...], name: str = "結果") -> Iterator[tuple[str, Finding[T]]]:
    """Every item of the tree with its key path, from the top down."""
    for index, finding in enumerate(results, 1):
        here = f"{name}[{index}]"
        yield here, finding
        yield from findings(finding.below, f"{here}.下位")


def opinions(results: tuple[Finding[T], ...], name: str = "結果") -> Iterator[tuple[str, Opinion[T]]]:
    """Every opinion with its key path, in the order of the paper: an item's own come behind all that is below it."""
    for index, finding in enumerate(results, 1):
        here = f"{name}[{index}]"
        yield from opinions(finding.below, f"{here}.下位")
        yield from ((f"{here}.意見[{number}]", opinion) for number, opinion in enumerate(finding.opinions, 1))


def number_key(typed: str) -> str:
    """意見 4, 【意見４】 and 意見4 are one number."""
    return _AROUND.sub("", unicodedata.normalize("NFKC", typed))


def answered(audit: Audit[T], said: Said[T]) -> tuple[tuple[int, ...], ...]:
    """For each measure the opinions that its 意見番号 may mean, counted from 1; one of them where all is well.

    A bare 4 means 意見4 where no opinion has the bare number.
    """
    keys = [number_key(said(opinion.number)) if opinion.number else "" for _, opinion in opinions(audit.results)]
    return tuple(_meant(number_key(said(measure.opinion)), keys) for measure in audit.measures)


def _meant(wanted: str, keys: list[str]) -> tuple[int, ...]:
    exact = tuple(place for place, key in enumerate(keys, 1) if key and key == wanted)
    bare = _WORDS.sub("", wanted)
    if exact or not bare:
        return exact
    return tuple(place for place, key in enumerate(keys, 1) if _WORDS.sub("", key) == bare and bare in (wanted, key))


def measures_by_opinion(audit: Audit[T], said: Said[T]) -> Mapping[int, tuple[Measure[T], ...]]:
    """The measures of each opinion in the author's order; the opinions are counted from 1."""
    found: dict[int, tuple[Measure[T], ...]] = {}
    for measure, places in zip(audit.measures, answered(audit, said), strict=True):
        if len(places) == 1:
            found[places[0]] = (*found.get(places[0], ()), measure)
    return found


def days_overdue(
    audit: Audit[T], opinion: Opinion[T], measures: tuple[Measure[T], ...], today: date, allowed: int
) -> int:
    """Days since the audit's release, where they are more than `allowed` and no measure was notified; else 0."""
    told = any(measure.state is not MeasureState.NOT_STARTED for measure in measures)
    waiting = (today - audit.released_on.latest).days
    return waiting if opinion.awaits_measure and not told and 0 < allowed < waiting else 0
