"""One field settled: its hits, its marks and the policy made into stretches that are withheld, kept or asked about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.problems import Problem
from generator.redaction.kinds import Kind
from generator.redaction.marks import UNKNOWN_LABEL, Verb, folded_label
from generator.redaction.policy import Asks, Stays, public_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.redaction.bare import Region
    from generator.redaction.fields import Field
    from generator.redaction.hit import Hit
    from generator.redaction.policy import Policy

_MUNICIPALITY = regex("[一-龠々ァ-ヶーぁ-ん]{1,16}[都道府県市区町村郡]")

MAY_BE_FREED = frozenset({Kind.NAME, Kind.ADDRESS, Kind.PHONE, Kind.MAIL, Kind.ACCOUNT, Kind.REFERENCE, Kind.PLATE})
"""［公開：…］ exists for these only; no document publishes somebody's My Number on purpose."""


UNREACHABLE = frozenset({Kind.PHONE, Kind.MAIL})
"""What nobody can be asked by, once a mark has withheld it from the contacts."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a bare text that disappear, or that stay although they were found."""

    start: int
    end: int
    kind: Kind
    letter: str | None = field(default=None, repr=False)
    kept: str | None = None
    """The reason it stays; None where it is withheld."""
    why: str = "mark"
    original: bool = True
    """False where the source does not hold what was withheld."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A field with its stretches in order, and what a person has to do about it."""

    field: Field
    stretches: tuple[Stretch, ...]
    asked: tuple[Stretch, ...]
    """What a person has to decide on; nothing of it is public until then."""
    problems: tuple[Problem, ...]


def settle(  # noqa: PLR0913  # a field and all that decides about it
    field: Field, hits: Sequence[Hit], policy: Policy, letters: Mapping[str, str], name: str, *, protected: bool
) -> Settled:
    """Decide every hit of a field; `letters` are the 仮名 of the case, folded, with their spelling."""
    problems = [*_faults(field, name), *_unreachable(field, name)]
    stretches: list[Stretch] = []
    asked: list[Stretch] = []
    free: list[Region] = []
    for region in field.bare.regions:
        if region.mark.verb is Verb.WITHHOLD and region.mark.kind is not None:
            letter = region.mark.letter
            if letter is not None and letter not in letters:
                problems.append(_fault(field, name, "E315", region.mark.start))
            shown = letters.get(letter, letter) if letter else None
            stretches.append(Stretch(region.start, region.end, region.mark.kind, shown, original=region.original))
        elif region.mark.verb is Verb.KEEP:
            free.append(region)
    for hit in hits:
        if any(_touches(hit, s.start, s.end) for s in stretches):
            continue
        if any(_touches(hit, r.start, r.end) for r in free):
            continue
        decision = policy.decide(hit, field.bare.text, field.path, protected=protected, post=field.post)
        stays = decision.reason if isinstance(decision, Stays) else None
        stretch = Stretch(hit.start, hit.end, hit.kind, kept=stays, why=hit.why)
        if isinstance(decision, Asks):
            problems.append(_suspicion(field, name, decision.code, hit))
            asked.append(stretch)
        else:
            stretches.append(stretch)
    for region in free:
        problems += _freed(field, name, region, hits, stretches)
    return Settled(field, tuple(sorted(stretches, key=lambda s: s.start)), tuple(asked), tuple(problems))


def _faults(field: Field, name: str) -> Iterator[Problem]:
    for fault in field.bare.faults:
        case = "unclear" if fault.code == UNKNOWN_LABEL and not fault.label else ""
        yield _fault(field, name, fault.code, fault.offset, label=fault.label, case=case)


def _unreachable(field: Field, name: str) -> Iterator[Problem]:
    """A contact whose number is withheld leaks nothing and helps nobody: a warning."""
    if public_field(field.path) in UNREACHABLE:
        for region in field.bare.regions:
            if region.mark.verb is Verb.WITHHOLD:
                yield _fault(field, name, "W502", region.mark.start)


def _freed(field: Field, name: str, region: Region, hits: Sequence[Hit], stretches: list[Stretch]) -> list[Problem]:
    """［公開：…］ is exactly one hit of a kind that may be freed."""
    inside = [hit for hit in hits if _touches(hit, region.start, region.end)]
    if not inside:
        return [_fault(field, name, "E405", region.mark.start, case="nothing")]
    if len(inside) > 1:
        return [_fault(field, name, "E405", region.mark.start, case="several", found=len(inside))]
    if not _is_all(inside[0], field.bare.text, region):
        return [_fault(field, name, "E405", region.mark.start, kind=inside[0].kind.value)]
    if inside[0].kind not in MAY_BE_FREED:
        return [_fault(field, name, "E406", region.mark.start, kind=inside[0].kind.value)]
    stretches.append(Stretch(inside[0].start, inside[0].end, inside[0].kind, kept="mark", why=inside[0].why))
    return []


def _is_all(hit: Hit, text: str, region: Region) -> bool:
    """Whether the mark holds the hit and nothing else, but for the municipality before an address, which stays."""
    typed, found = folded_label(text[region.start : region.end]), folded_label(text[hit.start : hit.end])
    before = typed.removesuffix(found)
    return typed.endswith(found) and (
        not before or (hit.kind is Kind.ADDRESS and bool(_MUNICIPALITY.fullmatch(before)))
    )


def _touches(hit: Hit, start: int, end: int) -> bool:
    return hit.start < end and start < hit.end


def _fault(field: Field, name: str, code: str, typed: int, **params: str | int) -> Problem:
    return Problem(code, field.raw.origin.place(typed), name, params)


def _suspicion(field: Field, name: str, code: str, hit: Hit) -> Problem:
    place = field.raw.origin.place(field.bare.typed(hit.start))
    return Problem(code, place, name, {"kind": hit.kind.value, "length": hit.end - hit.start, "why": hit.why})
