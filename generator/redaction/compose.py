"""Settled fields made public: the text with its replacements, what must be gone, what may stand where it stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.redaction.kinds import Kind
from generator.redaction.marks import Verb
from generator.redaction.policy import public_field
from generator.redaction.view import fold, readable, view_of
from generator.redaction.withheld import Kept, Withheld
from generator.text import PublicText, Redacted, Verbatim, shown_part
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Safe
    from generator.redaction.settle import Settled, Stretch
    from generator.text import Part

LONG_NAME, LONG_OTHER, LONG_DIGITS = 4, 6, 8
"""Folded lengths from which a name, another identifier, or one of digits alone is looked for in every output:
shorter ones are also parts of ordinary words and numbers (docs/adr/0008-verify.md)."""


def public_text(settled: Settled) -> PublicText:
    """The text as the public has it."""
    text = settled.field.bare.text
    verbatim = {r.end for r in settled.field.bare.regions if r.mark.verb is Verb.VERBATIM}
    parts: list[Part] = []
    at = 0
    for stretch in _gone(settled):
        parts += _plain(text, at, stretch.start, verbatim)
        parts.append(Redacted(stretch.kind, stretch.letter))
        at = max(at, stretch.end)
        if at in verbatim:
            parts.append(Verbatim(""))
            verbatim = verbatim - {at}
    parts += _plain(text, at, len(text), verbatim)
    return PublicText(tuple(parts))


def beginning(text: PublicText, end: int) -> PublicText:
    """The first characters of a public text, as `plain` counts them; what is withheld is kept or cut as a whole."""
    parts: list[Part] = []
    for part in text.parts:
        shown = shown_part(part)
        if len(shown) > end:
            return PublicText((*parts, *([part[:end]] if isinstance(part, str) and end else ())))
        parts.append(part)
        end -= len(shown)
    return text


def of_ours(key: str, **params: Safe) -> PublicText:
    """Words of ja.toml, table `coarse`, in place of an author's."""
    return PublicText((word(f"coarse.{key}", **params),))


def withheld(settled: Settled, owners: frozenset[str]) -> Iterator[Withheld]:
    """Every original that disappeared from this field."""
    text = settled.field.bare.text
    for stretch in _gone(settled):
        folded = fold(view_of(text[stretch.start : stretch.end]).text)
        if stretch.original and folded:
            yield Withheld(folded, stretch.kind, owners, _everywhere(stretch.kind, folded))


def kept(settled: Settled, public: PublicText, owners: frozenset[str]) -> Iterator[Kept]:
    """Every occurrence that stays, known by the public text around it."""
    plain = public.plain
    shown = readable(plain)
    whole = fold(shown)
    policy_kind = public_field(settled.field.path)
    if policy_kind is not None and not _gone(settled) and whole:
        yield Kept(whole, 0, len(whole), policy_kind, "field", owners)
    starts = view_of(plain).starts
    for place, stretch in _kept_places(settled):
        first = place if starts is None else bisect_left(starts, place)
        start = len(fold(shown[:first]))
        occurrence = fold(view_of(settled.field.bare.text[stretch.start : stretch.end]).text)
        if occurrence and stretch.kept:
            yield Kept(whole, start, start + len(occurrence), stretch.kind, stretch.kept, owners)


def _kept_places(settled: Settled) -> Iterator[tuple[int, Stretch]]:
    """Each kept stretch with its offset in what `PublicText.plain` gives, where words stand for what is gone."""
    gone = _gone(settled)
    quoted = {r.end for r in settled.field.bare.regions if r.mark.verb is Verb.VERBATIM}
    quoted = {end for end in quoted if not any(g.start < end < g.end for g in gone)}
    for stretch in settled.stretches:
        if stretch.kept:
            before = [g for g in gone if g.end <= stretch.start]
            moved = sum(len(Redacted(g.kind, g.letter).shown) - (g.end - g.start) for g in before)
            slips = sum(end <= stretch.start for end in quoted)
            yield stretch.start + moved + slips * len(shown_part(Verbatim(""))), stretch


def _gone(settled: Settled) -> list[Stretch]:
    return [stretch for stretch in settled.stretches if stretch.kept is None]


def _plain(text: str, start: int, end: int, verbatim: set[int]) -> list[Part]:
    """The text between two redactions, cut where a 原文 mark ended."""
    parts: list[Part] = []
    for cut in sorted(place for place in verbatim if start < place <= end):
        parts += [text[start:cut], Verbatim("")]
        start = cut
    if start < end:
        parts.append(text[start:end])
    return parts


def _everywhere(kind: Kind, folded: str) -> bool:
    if kind is Kind.BIRTH:
        return False
    if kind is Kind.NAME:
        return len(folded) >= LONG_NAME
    return len(folded) >= (LONG_DIGITS if folded.isdigit() else LONG_OTHER)
