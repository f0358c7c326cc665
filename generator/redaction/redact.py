"""Draft in, public record out: every text scanned, decided and replaced, in the company of its whole case.

With `compose` the only room that makes a `PublicText`.  What was withheld and what was kept goes to
`verify`, in memory only.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.records.names import japanese
from generator.records.walk import rebuild
from generator.redaction import compose
from generator.redaction.again import uncovered
from generator.redaction.fields import APART, fields_of
from generator.redaction.kinds import Kind
from generator.redaction.known import known_from
from generator.redaction.marks import folded_label
from generator.redaction.members import LISTS, member_name
from generator.redaction.policy import policy_of, public_field
from generator.redaction.protect import is_protected, protected_hits
from generator.redaction.refuse import refused, strange_ids
from generator.redaction.scan import Passage
from generator.redaction.settle import Settled, settle
from generator.redaction.view import fold
from generator.redaction.withheld import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.problems import Problem
    from generator.records import Draft, PublicRecord
    from generator.records.walk import FieldPath
    from generator.redaction.fields import Field
    from generator.redaction.hit import Hit
    from generator.redaction.known import Known
    from generator.redaction.policy import Policy
    from generator.redaction.scan import Scanner
    from generator.redaction.withheld import Withheld
    from generator.settings import Settings
    from generator.text import PublicText, RawText


@dataclass(frozen=True, slots=True)
class SettledRecord:
    """A draft with every field settled: what `redact FILE` explains and `publish` never sees."""

    draft: Draft
    fields: tuple[Settled, ...]
    of_its_id: tuple[Problem, ...] = ()

    @property
    def problems(self) -> list[Problem]:
        """What a person has to decide or mend in it."""
        return [*self.of_its_id, *(problem for settled in self.fields for problem in settled.problems)]


@dataclass(frozen=True, slots=True)
class Redaction:
    """What comes out of the stage."""

    records: tuple[PublicRecord, ...]
    withheld: tuple[Withheld, ...]
    kept: tuple[Kept, ...]


def settle_records(drafts: Sequence[Draft], settings: Settings, scanner: Scanner) -> tuple[SettledRecord, ...]:
    """Every field of every record decided; names known in one record of a case are found in all of them."""
    policy = policy_of(settings)
    cases: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        cases[draft.case_id or f"/{draft.id}"].append(draft)
    settled = [record for case in cases.values() for record in _case(case, settings, policy, scanner)]
    order = {id(draft): index for index, draft in enumerate(drafts)}
    return tuple(sorted(settled, key=lambda record: order[id(record.draft)]))


def make_public(settled: Iterable[SettledRecord]) -> Redaction:
    """The public records; called only when nothing in the settled ones stops the build."""
    records: list[PublicRecord] = []
    withheld: list[Withheld] = []
    kept: list[Kept] = []
    for record in settled:
        texts = {one.field.path: compose.public_text(one) for one in record.fields}
        records.append(_public(record.draft, texts))
        for one in record.fields:
            withheld += compose.withheld(one, record.draft.owners)
            kept += compose.kept(one, texts[one.field.path], record.draft.owners)
    return Redaction(tuple(records), tuple(dict.fromkeys(withheld)), tuple(dict.fromkeys(kept)))


def settings_kept(settings: Settings) -> list[Kept]:
    """The settings' own values, where they stand alone: the title; the town's name, address, telephone.

    A town and its reading may be a person's name as well: 森町, いずみ.
    """
    town = settings.municipality
    titles = (town.name, f"{town.name}（{town.reading}）", f"{town.name} {settings.wording.site_name}")
    values = [(Kind.ADDRESS, town.address), *((Kind.NAME, title) for title in titles)]
    values += [(Kind.PHONE, phone) for phone in town.phones] + [(Kind.NAME, o.name) for o in settings.officials]
    values += [(Kind.NAME, facility) for facility in settings.facilities]
    folded = ((kind, fold(value)) for kind, value in values)
    return [Kept(text, 0, len(text), kind, "settings") for kind, text in folded if text]


def readings_kept(readings: Iterable[str]) -> list[Kept]:
    """Readings of terms and places, where they stand alone as ruby: kana of many words are those of names as well."""
    return [Kept(text, 0, len(text), Kind.NAME, "settings") for text in map(fold, readings) if text]


def _public(draft: Draft, texts: Mapping[FieldPath, PublicText]) -> PublicRecord:
    def replaced(path: FieldPath, _raw: RawText) -> PublicText:
        return texts[path]

    public: PublicRecord = rebuild(draft, replaced)
    return public


def _case(case: list[Draft], settings: Settings, policy: Policy, scanner: Scanner) -> list[SettledRecord]:
    fields = [list(fields_of(draft)) for draft in case]
    settled, known = settle_case(list(zip(case, fields, strict=True)), settings, policy, scanner)
    ids = (tuple(strange_ids(draft, known, scanner)) for draft in case)
    return [SettledRecord(*one) for one in zip(case, settled, ids, strict=True)]


def settle_case(
    case: Sequence[tuple[Draft | None, Sequence[Field]]], settings: Settings, policy: Policy, scanner: Scanner
) -> tuple[list[tuple[Settled, ...]], Known]:
    """The fields of files that know each other's people, decided, and who is known in them.

    A file without a draft is one that can't be understood as a record; fields whose path begins with one of `APART`
    belong to none.
    """
    hits = _hits([field for _, of_one in case for field in of_one], scanner)
    texts = {id(field): field.bare.text for _, of_one in case for field in of_one if not public_field(field.path)}
    known = known_from((hit, texts[key][hit.start : hit.end]) for key in texts for hit in hits[key])
    drafts = [draft for draft, _ in case if draft]
    letters = {folded_label(m.letter.reveal()): m.letter.reveal().strip() for draft in drafts for m in draft.cast}
    members = {
        name
        for _, of_one in case
        for field in of_one
        if public_field(field.path) is Kind.NAME and LISTS.intersection(map(str, field.path))
        for name in (member_name(field.bare.text), *_named(field, hits[id(field)]))
        if name
    }
    court = _Court(settings, replace(policy, members=tuple(sorted(members))), letters, scanner)
    return [tuple(court.settled(field, hits[id(field)], draft) for field in of_one) for draft, of_one in case], known


def _named(field: Field, hits: Iterable[Hit]) -> Iterator[str]:
    for hit in hits:
        if hit.kind is Kind.NAME:
            yield fold(field.bare.text[hit.start : hit.end]).replace(" ", "")


@dataclass(frozen=True, slots=True)
class _Court:
    """All that decides about the fields of one case."""

    settings: Settings
    policy: Policy
    letters: Mapping[str, str]
    scanner: Scanner

    def settled(self, field: Field, found: tuple[Hit, ...], draft: Draft | None) -> Settled:
        """One field, scanned again until its result shows nothing more."""
        protected = draft is not None and is_protected(draft)
        if protected:
            found = protected_hits(field, found, self.settings)
        apart = field.path[0] in APART
        name = "" if apart or draft is None else japanese(field.path, draft.kind)
        one = settle(field, found, self.policy, self.letters, name, protected=protected)
        while more := [hit for hit in uncovered(one, self.scanner) if hit not in found]:
            found = (*found, *more)
            one = settle(field, found, self.policy, self.letters, name, protected=protected)
        return one if apart or draft is None else refused(one, draft, self.settings, name)


def _hits(fields: list[Field], scanner: Scanner) -> dict[int, tuple[Hit, ...]]:
    """The hits of a case's fields.

    What stands in a field that is public by policy makes nobody known elsewhere; what a mark withholds does.
    """
    apart = [field for field in fields if public_field(field.path)]
    together = [field for field in fields if not public_field(field.path)]
    known = [
        Passage(field.bare.text[region.start : region.end], region.mark.kind.value)
        for field in fields
        for region in field.bare.regions
        if region.mark.kind is not None and region.original
    ]
    hits = {id(field): scanner.scan(_passage(field)) for field in apart}
    found = scanner.scan_document([*map(_passage, together), *known])
    return hits | {id(field): of_one for field, of_one in zip(together, found, strict=False)}


def _passage(field: Field) -> Passage:
    return Passage(field.bare.text, field.label)
