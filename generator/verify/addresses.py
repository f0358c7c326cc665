"""The site's own addresses.  Each is an id that `redact` judged as one, and a row of words is no sentence.

Detectors leave them alone; what was withheld and what is unpublished is looked for in them all the same.
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


@dataclass(frozen=True, slots=True)
class Addresses:
    """The paths of all outputs, each as it may be linked to."""

    paths: frozenset[str]
    base: str

    def holds(self, text: str) -> bool:
        """Whether a text is one of them and nothing else."""
        return self.path_in(text) in self.paths

    def path_in(self, text: str) -> str:
        """The path that a text would lead to if it is an address."""
        path = text.strip().removeprefix(self.base).lstrip("/").partition("#")[0]
        return _UP.sub("", path)


def addresses_of(outputs: Iterable[Output], base: str) -> Addresses:
    """The addresses of a site that will be at `base`."""
    paths = [output.path for output in outputs]
    return Addresses(frozenset([*paths, *(path.removesuffix(_PAGE) for path in paths)]), base)
