"""The last look: every byte of the staged site read as its readers will, before anybody can.

Independent of `redact`: knows what was withheld and what was kept, never how that came about.
docs/adr/0008-verify.md has the thresholds and their reasons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.cache import NO_STORE
from generator.outputs import Form, Output
from generator.problems import Place, Problem, in_order
from generator.verify.addresses import addresses_of
from generator.verify.examine import Examiner, Scan
from generator.verify.excuses import Excuses
from generator.verify.index import TABLE, follows, is_of_index, is_of_search
from generator.verify.needles import Needles
from generator.verify.passes import Passes
from generator.verify.readers import NoReaderError, UnreadableError, read_parts, read_path
from generator.verify.tree import digests_of, is_as_shipped, strays
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.cache import Store
    from generator.redaction.withheld import Kept, Withheld
from generator.verify.examine import Leak

__all__ = ["Scan", "Unpublished", "verify"]


@dataclass(frozen=True, slots=True)
class Unpublished:
    """What tells that a record without a public page exists."""

    strings: tuple[str, ...] = field(repr=False)
    """Its id, 件名 and 事案番号, but for those that a public record holds itself."""


def verify(  # noqa: PLR0913 -- the last stage is given something by every other
    staged: Path,
    outputs: Sequence[Output],
    *,
    withheld: Sequence[Withheld],
    kept: Sequence[Kept],
    unpublished: Sequence[Unpublished],
    scanner: Scan,
    shell_digests: Mapping[str, str],
    base_url: str,
    form: Form = Form.SITE,
    store: Store = NO_STORE,
) -> list[Problem]:
    """Every leak in the staged site; empty only if the site may be released.

    `shell_digests` gives the SHA-256 of each file of the shell as it ships; `base_url` is where the site will be.
    A copy may load nothing from there either.  `store` knows what earlier runs found clean.
    No problem holds a text of the site: where a path itself is a leak, that step of it is masked.
    """
    hidden = [text for one in unpublished for text in one.strings]
    own, asks = addresses_of(outputs, base_url, digests_of(staged, outputs)), base_url if form is Form.SITE else ""
    examiner = Examiner(Needles(withheld, hidden), Excuses(kept), scanner, own, asks, store.shelf("texts"))
    site = _Site(staged, examiner, shell_digests, Passes(store.shelf("files"), withheld, kept, hidden, own, asks))
    found = list(site.structure(outputs))
    for output in outputs:
        found += site.file(output)
    found += site.index(outputs)
    return in_order(found)


@dataclass(frozen=True, slots=True)
class _Site:
    """The staged site and who examines it."""

    staged: Path
    examiner: Examiner
    digests: Mapping[str, str]
    passes: Passes

    def structure(self, outputs: Sequence[Output]) -> Iterator[Problem]:
        """What is wrong with the files as such."""
        for code, path in strays(self.staged, outputs):
            shown, leaks = self._path(path, frozenset())
            yield Problem(code, Place(shown, 1, 1))
            # A path that somebody owns is judged with that file.
            yield from leaks if code == "L705" else ()

    def file(self, output: Output) -> list[Problem]:
        """What is wrong in one file.  What is as it ships is known by its digest and not read."""
        path = self.staged / output.path
        if path.is_symlink() or not path.is_file():
            return []
        data = path.read_bytes()
        if is_as_shipped(data, self.digests.get(output.path)):
            return []
        if output.shell:
            return [Problem("L709", Place(output.path, 1, 1))]
        if self.passes.holds(output, data):
            return []
        self.examiner.leaned.clear()
        found = list(self._read(output, data))
        if not found:
            self.passes.note(output, data, self.examiner.leaned)
        return found

    def index(self, outputs: Sequence[Output]) -> list[Problem]:
        """Whether the files of the search index, each read before, say together what the texts of its entries say."""
        paths = [output.path for output in outputs if is_of_search(output.path)]
        files = {path: (self.staged / path).read_bytes() for path in paths if (self.staged / path).is_file()}
        if not any(map(is_of_index, files)):
            return []
        whole = Output(f"{TABLE} and its index", frozenset())
        data = b"".join(path.encode() + b"\0" + told for path, told in files.items())
        if self.passes.holds(whole, data):
            return []
        if not follows(files):
            return [Problem("L708", Place(TABLE, 1, 1))]
        self.passes.note(whole, data, ())
        return []

    def _read(self, output: Output, data: bytes) -> Iterator[Problem]:
        """What is wrong in a file's path and in its bytes."""
        shown, leaks = self._path(output.path, output.owners)
        yield from leaks
        try:
            parts = read_parts(output.path, data, output.parts or (output.owners,))
        except NoReaderError:
            yield Problem("L707", Place(shown, 1, 1))
        except UnreadableError:
            yield Problem("L708", Place(shown, 1, 1))
        else:
            for reading, whose in parts:
                for leak in self.examiner.examine(reading, whose):
                    yield _problem(leak, _place(shown, reading.source, leak.at))

    def _path(self, path: str, owners: frozenset[str]) -> tuple[str, list[Problem]]:
        """A path as it may be told, and what is wrong with it."""
        leaks = self.examiner.examine(read_path(path), owners)
        if not leaks:
            return path, []
        shown = "/".join("■" * len(step) for step in path.split("/"))
        return shown, [_problem(leak, Place(shown, 1, 1)) for leak in leaks]


def _problem(leak: Leak, place: Place) -> Problem:
    params = {"where": word(f"verify.where.{leak.where.value}")}
    return Problem(leak.code, place, params=params | ({"kind": leak.kind} if leak.kind else {}))


def _place(path: str, source: str, offset: int) -> Place:
    before = source.rfind("\n", 0, offset) + 1
    return Place(path, source.count("\n", 0, offset) + 1, offset - before + 1)
