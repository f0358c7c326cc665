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
_ABSOLUTE = regex("https?://[!-~]++")
_BLANKS = " \t\n\u3000"


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

    def passed_over(self, text: str) -> tuple[str, frozenset[str]]:
        """A text with a tab, which parts cells, for each of them that stands whole in it, and the paths of these.

        What ends without a slash has to stand before a blank or at the end: a number could go on behind it.
        """
        if "://" not in text:
            return text, frozenset()
        found: set[str] = set()
        parts: list[str] = []
        end = 0
        for match in _ABSOLUTE.finditer(text):
            path = self._whole(match.group(), text[match.end() : match.end() + 1])
            if path is not None:
                found.add(path)
                parts += [text[end : match.start()], "\t"]
                end = match.end()
        return "".join(parts) + text[end:], frozenset(found)

    def _whole(self, url: str, after: str) -> str | None:
        """The path of an absolute address that goes on no further; style sheets leave the last slash off."""
        base = self.base.rstrip("/") + "/"
        path = url.removeprefix(base).lstrip("/")
        if not url.startswith(base) or not (url.endswith("/") or after in _BLANKS):
            return None
        return next((one for one in (path, f"{path}/") if one in self.paths), None)

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
