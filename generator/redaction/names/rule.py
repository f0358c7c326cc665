"""The shape all detectors of names share: a reason, and a function from a text to the stretches it marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.redaction.kinds import Kind
from generator.redaction.names.gate import gated, idle
from generator.redaction.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.redaction.view import View


_HONOUR = ("さん", "さま", "様", "です")
"""What no name ends with; it stays."""


class Found(NamedTuple):
    """A stretch of a view's text, and whether it is a finding."""

    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class NameRule:
    """One way to recognise a person's name."""

    why: str
    search: Callable[[View], tuple[Found, ...]]
    kind: Kind = Kind.NAME

    def find(self, view: View) -> Iterator[Span]:
        """Every name this rule sees."""
        for start, end, sure in self.search(view):
            last = end - next((len(word) for word in _HONOUR if view.text.endswith(word, start + 1, end)), 0)
            stretch = gated(view.text, start, last)
            if stretch and (sure or not idle(view.text, *stretch)):
                yield Span(*stretch, self.kind, sure, self.why)
