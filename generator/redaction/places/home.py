"""The detector of home addresses, with the postal code before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.redaction.kinds import Kind
from generator.redaction.names.evidence import people
from generator.redaction.places.address import addresses, verdict
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.redaction.view import View

_POSTCODE = re.compile("〒[ ]?(?P<code>[0-9]{3}-?[0-9]{4})(?P<rest>[^0-9。]{0,24})$")


@dataclass(frozen=True, slots=True)
class HomeAddress:
    """町名 to room number, below the municipality."""

    kind: Kind = Kind.ADDRESS
    why: str = "address"

    def find(self, view: View) -> Iterator[Span]:
        """Homes as findings; what may be one as a suspicion."""
        for address in addresses(view.text, view.digits):
            sure = verdict(view, address, people(view.text))
            if sure is None:
                continue
            yield Span(address.start, address.end, self.kind, sure, self.why)
            code = _POSTCODE.search(view.text, max(0, address.start - 40), address.start)
            if code and sure:
                yield Span(code.start("code"), code.end("code"), self.kind, sure, self.why)


HOME = HomeAddress()
