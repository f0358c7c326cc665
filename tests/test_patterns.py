"""Patterns that ship compiled are those that `re.compile` makes, and whatever doesn't ship is compiled."""

from __future__ import annotations

import gc
import re

import pytest

from generator.patterns import Waiting, ready, regex, shipped
from generator.redaction.detectors import DETECTORS


def test_what_ships_is_what_would_be_compiled() -> None:
    """Every shipped pattern equals, code for code, the one that is compiled from its shape and flags."""
    different = [shape for shape, flags in shipped() if ready(shape, flags) != re.compile(shape, flags)]
    assert different == []


def test_most_of_what_the_program_has_ships() -> None:
    """Where compiled patterns ship for this Python, nine in ten of those in use are among them."""
    assert DETECTORS
    waiting = [thing for thing in gc.get_objects() if type(thing) is Waiting and isinstance(thing.pattern, str)]
    missing = [thing for thing in waiting if (thing.pattern, int(thing.flags)) not in shipped()]
    assert not shipped() or len(missing) * 10 <= len(waiting)


def test_what_does_not_ship_is_compiled() -> None:
    """A pattern that nobody has seen before finds what it should."""
    shape = "(?P<name>あ)い(?=う{7})"
    assert ready(shape, 0) is None
    match = regex(shape).search("んあいううううううう")
    assert match is not None
    assert match.span("name") == (1, 2)


def test_a_mistake_shows_at_the_first_use() -> None:
    """A pattern that is none can be made, and fails when it is used."""
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("")
