"""The lower line of a machine-readable zone: number, nation, birth, sex and expiry in 44 signs (ICAO Doc 9303, part 4).

The line above holds the name, which `names.marked` finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind
from generator.redaction.near import near
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_LINE = near(
    regex("[0-9][MFX<][0-9]{6}"),
    "(?<![0-9A-Za-z])(?P<document>[A-Z0-9<]{9})[0-9<][A-Z<]{3}(?P<birth>[0-9]{6})[0-9][MFX<][0-9]{6}[0-9<]?"
    "(?P<personal>[0-9A-Z<]{0,16})",
)
_SIGN = regex("[0-9A-Z]")


@dataclass(frozen=True, slots=True)
class Machine:
    """Finds what such a line says of its holder."""

    kind: Kind = Kind.PASSPORT
    why: str = "shape"

    def find(self, view: View) -> Iterator[Span]:
        """The number of the document, the day of birth, and the holder's own number where there is one."""
        for match in _LINE.finditer(view.digits):
            yield Span(*match.span("document"), self.kind, sure=True, why=self.why)
            yield Span(*match.span("birth"), Kind.BIRTH, sure=True, why=self.why)
            if _SIGN.search(match["personal"]):
                yield Span(*match.span("personal"), Kind.REFERENCE, sure=True, why=self.why)


MACHINE = Machine()
