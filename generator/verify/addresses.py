"""The site's own addresses and the SHA-256 of its own files.  An address is an id that `redact` judged as one.

Detectors leave addresses alone; what was withheld and what is unpublished is looked for in them all the same.  A
digest of bytes that stand in the site for everybody tells nothing at all, and among a thousand of them one has the
digits of a credit card: it is no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.outputs import Output

_UP = regex(r"^(?:\.{1,2}/)+")
_PAGE = "index.html"
_LENGTH = 64
_DIGEST = regex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The paths of all outputs, each as it may be linked to."""

    paths: frozenset[str]
    """Of every output, and the SHA-256 of each."""
    base: str

    def holds(self, text: str) -> bool:
        """Whether a text is one of them and nothing else."""
        return self.path_in(text) in self.paths

    def path_in(self, text: str) -> str:
        """The path that a text would lead to if it is an address."""
        path = text.strip().removeprefix(self.base).lstrip("/").partition("#")[0]
        return _UP.sub("", path)

    def digests_in(self, text: str) -> frozenset[str]:
        """The digests of the site's own files that stand in a text."""
        return self.paths.intersection(_DIGEST.findall(text)) if len(text) >= _LENGTH else frozenset()

    def without_digests(self, text: str) -> str:
        """A text as long as before, in which no digest of the site's own files stands."""
        return _DIGEST.sub(lambda found: " " * _LENGTH if found.group() in self.paths else found.group(), text)


def addresses_of(outputs: Iterable[Output], base: str, digests: Iterable[str] = ()) -> Addresses:
    """The addresses of a site that will be at `base`; `digests`: the SHA-256 of its files."""
    paths = [output.path for output in outputs]
    return Addresses(frozenset([*paths, *(path.removesuffix(_PAGE) for path in paths), *digests]), base)
