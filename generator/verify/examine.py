"""One file against everything that must not be in it.

Pages of a site share most of their tags and many of their texts: what was clean once is not looked at
again, as long as nothing in it depends on whose page it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from generator.patterns import regex
from generator.redaction.scan import Passage
from generator.verify.escapes import undo_all
from generator.verify.flow import APART, Flow
from generator.verify.subresources import is_foreign
from generator.verify.tags import read_tag
from generator.verify.unit import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.cache import Shelf
    from generator.redaction.hit import Hit
    from generator.verify.addresses import Addresses
    from generator.verify.excuses import Excuses
    from generator.verify.needles import Needles
    from generator.verify.unit import Reading, Unit


_ATTRIBUTES = (Where.ATTRIBUTE, Where.TARGET, Where.NAME)
"""Their place is that of the tag."""


class Scan(Protocol):
    """The detectors."""

    def scan(self, passage: Passage) -> tuple[Hit, ...]:
        """Every identifier in a passage."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that must not be released, and where in the file."""

    code: str
    at: int
    where: Where
    kind: str = ""


_ENCODED = regex(r"%[0-9A-Fa-f]{2}|&[#A-Za-z]|\\[ux]")


def _decoded(units: list[Unit]) -> Iterator[Unit]:
    """Texts that show something encoded, such as the addresses of a site map, once more and decoded."""
    for unit in units:
        if _ENCODED.search(unit.text) and (decoded := undo_all(unit.text)) != unit.text:
            yield replace(unit, text=decoded, edges=(), pieces=())


class Examiner:
    """Everything that must not be in a file, and what was found clean so far.

    `asks`: the only address whose host may be asked for anything; empty where nothing may be.
    `texts`: those in which the detectors of this very program found nothing.  What was withheld is looked for anew.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- all that judges a file
        self, needles: Needles, excuses: Excuses, scanner: Scan, own: Addresses, asks: str, texts: Shelf
    ) -> None:
        self._needles = needles
        self._excuses = excuses
        self._scanner = scanner
        self._own = own
        self._asks = asks
        self._clean_tags: dict[str, frozenset[str]] = {}
        self._clean_texts: set[bytes] = set()
        self._texts = texts
        self.leaned: set[str] = set()
        """The site's own addresses that detectors left alone, since somebody last emptied it."""

    def examine(self, reading: Reading, owners: frozenset[str]) -> list[Leak]:
        """Every leak in a file that may carry the words of these owners."""
        leaks: list[Leak] = []
        if reading.broken is not None:
            leaks.append(Leak("L708", reading.broken, Where.CODE))
        leaks += self._foreign(reading.urls)
        units = [self._without_digests(unit) for unit in reading.units]
        shown = [unit for unit in units if unit.where is Where.SHOWN]
        leaks += self._found(Flow(shown), owners)
        apart = [unit for unit in units if unit.where is not Where.SHOWN]
        apart += _decoded(shown)
        return leaks + self._found(Flow(apart, APART), owners) + self._tags(reading, owners)

    def _without_digests(self, unit: Unit) -> Unit:
        """The unit without the SHA-256 of any file of this site."""
        found = self._own.digests_in(unit.text)
        if not found:
            return unit
        self.leaned |= found
        return replace(unit, text=self._own.without_digests(unit.text))

    def _found(self, flow: Flow, owners: frozenset[str]) -> list[Leak]:
        return [leak for _, leak in (*self._searched(flow, owners), *self._scanned(flow, owners)) if leak]

    def _tags(self, reading: Reading, owners: frozenset[str]) -> list[Leak]:
        """Leaks in the tags that were not clean before; of the others it is remembered that they are."""
        leaks: list[Leak] = []
        units: list[Unit] = []
        pieces: list[str] = []
        suspects: set[str] = set()
        for piece, at in reading.tags.items():
            if piece in self._clean_tags:
                self.leaned |= self._clean_tags[piece]
                continue
            inner = read_tag(piece)
            here = [replace(leak, at=at + leak.at) for leak in self._foreign(inner.urls)]
            here += [Leak("L710", at, Where.TARGET) for url in inner.told if is_foreign(url, self._own.base)]
            if inner.broken is not None:
                here.append(Leak("L708", at + inner.broken, Where.ATTRIBUTE))
            if here:
                suspects.add(piece)
                leaks += here
            units += [self._without_digests(unit) for unit in inner.units]
            pieces += [piece] * len(inner.units)
        flow = Flow(units, APART)
        for index, leak in (*self._searched(flow, owners), *self._scanned(flow, owners)):
            suspects.add(pieces[index])
            if leak:
                within = 0 if leak.where in _ATTRIBUTES else leak.at
                leaks.append(replace(leak, at=reading.tags[pieces[index]] + within))
        self._clean_tags |= {
            piece: self._own.digests_in(piece) for piece in reading.tags.keys() - suspects - self._clean_tags.keys()
        }
        for unit, piece in zip(units, pieces, strict=True):
            if piece in self._clean_tags:
                own = {self._own.path_in(unit.text)} if self._own.holds(unit.text) else set()
                self._clean_tags[piece] |= own | self._own.passed_over(unit.text)[1]
        return leaks

    def _searched(self, flow: Flow, owners: frozenset[str]) -> Iterator[tuple[int, Leak | None]]:
        """The unit of every stretch that equals a needle, and the leak if it is one."""
        for needle, start, end in self._needles.find(flow.text):
            index = flow.index(start)
            is_leak = needle.stands(flow, start, end, owners) and not (
                needle.kind and self._excuses.covers(flow, start, end, owners)
            )
            where = flow.units[index].where
            yield index, Leak(needle.code, flow.offset(start), where, needle.kind) if is_leak else None

    def _scanned(self, flow: Flow, owners: frozenset[str]) -> Iterator[tuple[int, Leak | None]]:
        """The unit of everything the detectors find, and the leak if it was not kept."""
        for index, unit in enumerate(flow.units):
            if not unit.where.is_text:
                continue
            for first, last, hit in self._hits(unit):
                start, end = flow.stretch(index, first, last)
                if self._excuses.covers(flow, start, end, owners):
                    yield index, None
                else:
                    code = "L702" if hit.sure else "L703"
                    yield index, Leak(code, unit.offset(first), unit.where, hit.kind.value)

    def _hits(self, unit: Unit) -> Iterator[tuple[int, int, Hit]]:
        """What the detectors find in a unit: start and end in its text, and the hit."""
        text = _with_tabs(unit.text, unit.edges) if unit.edges else unit.text
        if self._is_known(text, unit.label):
            return
        if self._own.holds(unit.text):
            self.leaned.add(self._own.path_in(unit.text))
            return
        rest, leaned = self._own.passed_over(text)
        if leaned and (self._is_known(rest, unit.label) or not self._scan(rest, unit.label)):
            self.leaned |= leaned
            return
        for hit in self._scan(text, unit.label):
            yield _without_tabs(hit.start, unit.edges), _without_tabs(hit.end, unit.edges), hit

    def _is_known(self, text: str, label: str) -> bool:
        """Whether the detectors found nothing in a text before."""
        key = _key(text, label)
        return key in self._clean_texts or self._texts.get(key) is not None

    def _scan(self, text: str, label: str) -> tuple[Hit, ...]:
        hits = self._scanner.scan(Passage(text, label))
        if not hits:
            key = _key(text, label)
            self._clean_texts.add(key)
            self._texts.put(key, b"")
        return hits

    def _foreign(self, urls: list[tuple[str, int]]) -> list[Leak]:
        return [Leak("L710", at, Where.TARGET) for url, at in urls if is_foreign(url, self._asks)]


def _key(text: str, label: str) -> bytes:
    return blake2b(f"{label}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _with_tabs(text: str, edges: tuple[int, ...]) -> str:
    """A text with a tab, which to detectors parts cells, at each edge: templates set values side by side."""
    cuts = (0, *edges, len(text))
    return "\t".join(text[start:end] for start, end in pairwise(cuts))


def _without_tabs(offset: int, edges: tuple[int, ...]) -> int:
    """Where a character of the text with tabs stands in the text itself."""
    passed = 0
    for edge in edges:
        if edge + passed >= offset:
            break
        passed += 1
    return offset - passed
