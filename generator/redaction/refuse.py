"""Fields in which no identifier may stand, not even withheld: the check refuses what is found there.

件名, 処分 (unless 公表基準 allows a name), 登場者.仮名, ids; comments; 用語 and 読み of the settings: see records.md.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.problems import Problem
from generator.records.discipline import Discipline, Sanctioned
from generator.records.incident import Disposition
from generator.redaction.kinds import Kind
from generator.redaction.known import mentions
from generator.redaction.names.romaji import kana_of
from generator.redaction.scan import Passage
from generator.redaction.view import view_of
from generator.redaction.words import GIVEN, SURNAME, readings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Place
    from generator.records import Draft
    from generator.redaction.hit import Hit
    from generator.redaction.known import Known
    from generator.redaction.scan import Scanner
    from generator.redaction.settle import Settled, Stretch
    from generator.settings import Settings
    from generator.source.nodes import SourceFile

SHORTEST = 3
"""Letters of a romanised name: `mi` and `no` are syllables of any word."""

_DATE = regex("^(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?:-|$)")
"""With which most ids begin; beside two romanised words it would be somebody's number."""

_PLACE_END = regex("[都道府県市区町村郡字川山島港駅橋浜岬峠]$")

NO_EVIDENCE = frozenset({Kind.NAME, Kind.BIRTH, Kind.ACCOUNT})
"""Kinds whose shapes are those of good ids: two words, a date, `line-…`."""


def refused(settled: Settled, draft: Draft, settings: Settings, name: str) -> Settled:
    """The same field, with an error for each identifier that may not be in it."""
    code = _code(settled, draft)
    if code is None:
        return settled
    allowed = code == "E317" and _name_allowed(settled, draft, settings)
    problems: list[Problem] = []
    stretches: list[Stretch] = []
    for stretch in settled.stretches:
        if allowed and stretch.kind is Kind.NAME and stretch.kept is None:
            stretches.append(replace(stretch, kept="criteria"))
            continue
        stretches.append(stretch)
        if stretch.kept is None and (stretch.kind is Kind.NAME or code != "E317"):
            place = settled.field.raw.origin.place(settled.field.bare.typed(stretch.start))
            problems.append(
                Problem(code, place, name, {"kind": stretch.kind.value, "length": stretch.end - stretch.start})
            )
    return replace(settled, stretches=tuple(stretches), problems=(*settled.problems, *problems))


def _code(settled: Settled, draft: Draft) -> str | None:
    path = settled.field.path
    if path == ("title",):
        return "E316"
    if path[0] == "dispositions" or (isinstance(draft, Discipline) and path[0] in ("rows", "supervisors")):
        return "E317"
    if path[0] == "cast":
        return "E407"
    return None


def _name_allowed(settled: Settled, draft: Draft, settings: Settings) -> bool:
    """公表基準 lets the name stand beside this row's disposition (never beside another's)."""
    rows: object = draft
    for step in settled.field.path:
        rows = rows[step] if isinstance(step, int) and isinstance(rows, tuple) else getattr(rows, str(step), None)
        if isinstance(rows, (Disposition, Sanctioned)):
            return settings.name_allowed(rows.sanction)
    return False


def in_comments(source: SourceFile, scanner: Scanner) -> Iterator[Problem]:
    """Identifiers in YAML comments: never published, but the file itself is copied, kept and shared."""
    for comment in source.comments:
        for hit in scanner.scan(Passage(comment.text.reveal())):
            if hit.sure:
                params = {"kind": hit.kind.value, "length": hit.end - hit.start}
                yield Problem("E409", comment.text.origin.place(hit.start), "", params)


def in_settings(settings: Settings, scanner: Scanner) -> Iterator[Problem]:
    """Identifiers in what the settings give readers to read: terms with their explanations, and words with readings.

    A surname alone counts as well, for a reading tells how somebody is called; 森町 says by its end what it is.
    """
    for term in settings.terms:
        for key, text in (("言葉", term.word), ("説明", term.explanation), ("根拠", term.basis)):
            for hit in scanner.scan(Passage(text)):
                yield _in_setting(f"用語.{key}", term.places[key], hit)
    for reading in settings.readings:
        text = reading.written
        for hit in () if _PLACE_END.search(text) else scanner.scan(Passage(text)):
            yield _in_setting("読み.表記", reading.places["表記"], hit)


def _in_setting(name: str, place: Place, hit: Hit) -> Problem:
    return Problem("E417", place, name, {"kind": hit.kind.value, "length": hit.end - hit.start})


def strange_ids(draft: Draft, known: Known, scanner: Scanner) -> Iterator[Problem]:
    """An id or 事案番号 that holds a person's number, or the romanised name of somebody known in the case.

    Romanised words alone say little: `minato-chizu` is a map of a harbour and might be a name.
    """
    for field, text in (("", draft.id), ("事案番号", draft.case_id or "")):
        words = _DATE.sub("", text).replace("-", " ")
        kinds = {hit.kind for hit in scanner.scan(Passage(words))} - NO_EVIDENCE
        kinds |= {span.kind for span in mentions(view_of(words), known)}
        kinds |= {Kind.NAME} if _romanised(words, known) else set()
        for kind in sorted(kinds, key=lambda kind: kind.value):
            yield Problem("E408", draft.place_of(field), field, {"kind": kind.value})


def _romanised(words: str, known: Known) -> bool:
    """Whether one of the words is how a known name is read."""
    forms = {kana for word in words.split() if len(word) >= SHORTEST for kana in kana_of(word)}
    if not forms:
        return False
    names = [(SURNAME, name) for name in known.family] + [(GIVEN, name) for name in known.given]
    return any(name in forms or not forms.isdisjoint(readings_of(name, kind)) for kind, name in names)
