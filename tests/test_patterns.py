"""Patterns that ship compiled are those that `re.compile` makes, and whatever doesn't ship is compiled."""

from __future__ import annotations

import gc
import re
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]

import pytest

from generator.patterns import Waiting, ready, regex, shipped
from generator.redaction.detectors import DETECTORS

EXAMPLE = Path(__file__).resolve().parents[1] / "disclosures"
_EACH = 8
"""Every so many papers are enough."""
_RARE = "𠮷野 T.Y. ﾔﾏﾀﾞ ＴＥＬ：０９０−１２３４−５６７８ 〒259−0123 a@b.jp ID:x9 ①② No.12 横浜 300 あ 12-34 S40.5.6生"
"""Characters of a higher plane, both cases, signs."""


def test_what_ships_is_what_would_be_compiled() -> None:
    """Every shipped pattern equals, but for what its search skips to, code for code the one made of its shape."""
    different = [
        shape
        for (shape, flags), (_, code, *_) in shipped().items()
        if _without_first_characters(memoryview(code).cast("I").tolist())
        != _without_first_characters(_compiler._code(_parser.parse(shape, flags), flags))
    ]
    assert different == []


def _without_first_characters(code: list[int]) -> list[int]:
    """The least and the greatest length of a match, then all that is matched."""
    return code[3:5] + code[1 + code[1] :]


def test_a_search_that_skips_finds_the_same() -> None:
    """Every shipped pattern finds in the texts of the example what the one that `re.compile` makes finds there."""
    papers = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLE.rglob("*.yml"))[::_EACH]]
    text = "\n".join((_RARE, *papers))
    different = [
        shape
        for shape, flags in shipped()
        if isinstance(shape, str)
        and (known := ready(shape, flags))
        and [match.span() for match in known.finditer(text)]
        != [match.span() for match in re.compile(shape, flags).finditer(text)]
    ]
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
