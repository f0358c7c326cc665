"""The scan: every detector over every view of a text, settled into hits that do not overlap.

Knows nothing of a single kind.  What is public by policy or by a mark is decided later, on these hits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.redaction.captions import heard, tells_events
from generator.redaction.detectors import DETECTORS, WITHOUT_FIGURES
from generator.redaction.hit import Hit
from generator.redaction.kinds import Kind
from generator.redaction.known import Known, known_from, mentions
from generator.redaction.numbers.beside import beside
from generator.redaction.numbers.leftover import leftover
from generator.redaction.numbers.likeness import alike
from generator.redaction.numbers.presence import has_digit
from generator.redaction.numbers.repeated import repeatable, repeated
from generator.redaction.rejoin import Findings, across, completes, rejoined
from generator.redaction.view import BLOT, view_of, views_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.redaction.span import Span
    from generator.redaction.view import View


_FORM_ZEROS = 4
_WORDED = frozenset((Kind.NAME, Kind.ADDRESS, Kind.MAIL, Kind.BIRTH, Kind.PLATE, Kind.ACCOUNT))


@dataclass(frozen=True, slots=True)
class Passage:
    """One text with the words of the column head, form label or field that names it."""

    text: str = field(repr=False)
    label: str = field(default="", repr=False)


class Scanner:
    """Scans passages; remembers what it found in each, for the same text always yields the same hits."""

    def __init__(self) -> None:
        self._seen: dict[Passage, tuple[Hit, ...]] = {}

    def scan(self, passage: Passage) -> tuple[Hit, ...]:
        """The hits of one passage, in order, in offsets of its original text."""
        if passage.label and not heard(passage.label):
            passage = Passage(passage.text)
        if tells_events(passage.text, passage.label):
            return ()
        if passage not in self._seen:
            self._seen[passage] = self._find(passage)
        return self._seen[passage]

    @property
    def fresh(self) -> Scanner:
        """One that takes nobody's word for what stands in a passage."""
        return self

    def _find(self, passage: Passage) -> tuple[Hit, ...]:
        return _settled(_raw_hits(passage))

    def scan_document(self, passages: Sequence[Passage]) -> list[tuple[Hit, ...]]:
        """The hits of each passage, with every other mention of the names and numbers that one of them holds."""
        found = [self.scan(passage) for passage in passages]
        pairs = [(hit, p.text[hit.start : hit.end]) for p, hits in zip(passages, found, strict=True) for hit in hits]
        known = known_from(pairs)
        numbers = repeatable((hit, view_of(text).digits) for hit, text in pairs)
        if not numbers and known == Known():
            return found
        return [_settled([*hits, *_more(p, known, numbers)]) for p, hits in zip(passages, found, strict=True)]


def _more(passage: Passage, known: Known, numbers: Mapping[str, Kind]) -> list[Hit]:
    return [
        _hit(view, span)
        for view in views_of(passage.text, passage.label)
        for span in (*mentions(view, known), *repeated(view, numbers))
    ]


def _raw_hits(passage: Passage) -> list[Hit]:
    views = views_of(passage.text, passage.label)
    hits = [_hit(view, span) for view in views for span in _whole(view)]
    more: list[Hit] = []
    for window in rejoined(views[0]):
        spans = _spans(window.view) if window.figures else _worded(window.view)
        more += [_hit(window.view, span) for span in across(spans, window.joins)]
    found = Findings(hits)
    return hits + [hit for hit in more if completes(hit, found, passage.text)]


def _whole(view: View) -> list[Span]:
    """What a view holds, and what nothing in it explains; the windows of `rejoined` join too much to ask that."""
    spans = _spans(view)
    return spans + [span for span in leftover(view, spans) if _says(view, span)]


def _hit(view: View, span: Span) -> Hit:
    return Hit(*view.original(span.start, span.end), span.kind, span.sure, span.why)


def _spans(view: View) -> list[Span]:
    figures = has_digit(view.digits)
    spans = [span for detector in (DETECTORS if figures else WITHOUT_FIGURES) for span in detector.find(view)]
    if not figures:
        return [span for span in spans if _says(view, span)]
    spans += alike(view, spans)
    spans += beside(view, spans)
    return [span for span in spans if _says(view, span)]


def _says(view: View, span: Span) -> bool:
    """Whether a stretch holds something: no redaction's word, and not the zeros of an empty form (000-0000-0000)."""
    if BLOT in view.text[span.start : span.end]:
        return False
    zeros = view.digits.count("0", span.start, span.end)
    return zeros < _FORM_ZEROS or any(c in "123456789" or c.isalpha() for c in view.digits[span.start : span.end])


def _worded(view: View) -> list[Span]:
    """What is made of words; the detectors of numbers look across line ends themselves."""
    return [span for detector in DETECTORS if detector.kind in _WORDED for span in detector.find(view)]


def _settled(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Overlapping hits as one: a finding before a suspicion, then the longest gives kind and reason."""
    settled: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if settled and hit.start < settled[-1].end:
            settled[-1] = _merged(settled[-1], hit)
        else:
            settled.append(hit)
    return tuple(settled)


def _merged(one: Hit, other: Hit) -> Hit:
    first = max(one, other, key=lambda hit: (hit.sure, hit.end - hit.start))
    return Hit(min(one.start, other.start), max(one.end, other.end), first.kind, first.sure, first.why)
