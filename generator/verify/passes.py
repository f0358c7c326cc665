"""Which files need not be read again: their very bytes were found clean before, against all that counts for them.

Decides nothing by itself.  What is looked for everywhere, what is looked for and excused in files of the same
records, and the very bytes are the name of a verdict; what was clean stays so only while every one is the same.
"""

from __future__ import annotations

import json
from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from generator.cache import Shelf
    from generator.outputs import Output
    from generator.redaction.withheld import Kept, Withheld
    from generator.verify.addresses import Addresses


class Passes:
    """The verdicts of earlier runs, and those of this one for the next."""

    def __init__(  # noqa: PLR0913, PLR0917 -- everything that a verdict depends on
        self,
        shelf: Shelf,
        withheld: Iterable[Withheld],
        kept: Iterable[Kept],
        unpublished: Iterable[str],
        own: Addresses,
        asks: str,
    ) -> None:
        self._shelf = shelf
        self._own = own
        anywhere = [_told("base", own.base), _told("asks", asks), *(_told("unpublished", text) for text in unpublished)]
        of_owner: dict[str, list[str]] = defaultdict(list)
        for one in withheld:
            # What is looked for everywhere is found in more ways in files of its own records, so `owners` count there.
            line = _told("withheld", one.folded, one.kind.value, sorted(one.owners), one.everywhere)
            for lines in [anywhere] if one.everywhere else [of_owner[owner] for owner in one.owners]:
                lines.append(line)
        for stays in kept:
            line = _told("kept", stays.folded, stays.start, stays.end)
            for lines in [of_owner[owner] for owner in stays.owners] or [anywhere]:
                lines.append(line)
        self._anywhere = _digest(anywhere)
        self._known: dict[tuple[frozenset[str], ...], str] = {}
        self._of_owner = {owner: _digest(lines) for owner, lines in of_owner.items()}

    def holds(self, output: Output, data: bytes) -> bool:
        """Whether a file was found clean as it is, and every address that it leaned on is still one of the site's."""
        leaned = self._shelf.get(self._key(output, data))
        return leaned is not None and self._own.paths.issuperset(json.loads(leaned))

    def note(self, output: Output, data: bytes, leaned: Collection[str]) -> None:
        """Remember that a file was read and nothing found; `leaned`: the addresses that detectors left alone."""
        self._shelf.put(self._key(output, data), _told(*sorted(leaned)).encode())

    def _key(self, output: Output, data: bytes) -> bytes:
        return _told(self._anywhere, self._owned(output), output.path, sha256(data).hexdigest()).encode()

    def _owned(self, output: Output) -> str:
        """Whose words each part of a file may carry, and what counts for these; many files carry everybody's."""
        whose = (output.owners, *output.parts)
        if whose not in self._known:
            counts = [self._of_owner.get(owner, "") for owner in sorted(frozenset().union(*whose))]
            self._known[whose] = _digest([_told(*(sorted(part) for part in whose), counts)])
        return self._known[whose]


def _told(*parts: object) -> str:
    return json.dumps(parts)


def _digest(lines: Iterable[str]) -> str:
    """One for the same lines, in whatever order."""
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()
