"""A pattern that is tried only near a sign finds what it would find everywhere."""

from __future__ import annotations

import gc
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from generator.redaction.detectors import DETECTORS
from generator.redaction.near import Near, near
from generator.redaction.view import views_of

SAMPLES = Path(__file__).parent / "samples"
assert DETECTORS
PATTERNS = [thing for thing in gc.get_objects() if type(thing) is Near]


@cache
def texts() -> tuple[str, ...]:
    """Every sample, and all of them as one text, where most places are far from any sign."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("*.toml"))]
    single = [re.sub("[【】]", "", text) for table in tables for text in (*table["find"], *table.get("keep", ()))]
    far = ("\n" + "この日は雨でした。" * 20 + "\n").join(single)
    views = [view for text in (*single, far) for view in views_of(text)]
    return tuple(dict.fromkeys(text for view in views for text in (view.text, view.digits)))


@pytest.mark.parametrize("number", range(len(PATTERNS)))
def test_it_finds_what_the_pattern_finds_everywhere(number: int) -> None:
    """Near its sign and in the whole text, the matches are the same."""
    pattern = PATTERNS[number]
    for text in texts():
        everywhere = [match.span() for match in pattern.inner.finditer(text)]
        assert [match.span() for match in pattern.finditer(text)] == everywhere


def test_a_text_without_the_sign_needs_no_pattern() -> None:
    """Where the sign is missing, the pattern isn't even compiled: this one could not be."""
    broken = near(re.compile("@"), "(")
    assert broken.search("印のない文") is None
    with pytest.raises(re.error):
        broken.search("印@の")


def test_signs_close_together_are_looked_at_once() -> None:
    """What lies between two signs is searched once, and a match may reach from one to the other."""
    pattern = near(re.compile("@"), "@[^@]*@", reach=4)
    assert [match.span() for match in pattern.finditer("@" + "あ" * 6 + "@" + "い" * 20 + "@う@")] == [(0, 8), (28, 31)]


def test_the_end_of_a_stretch_is_not_the_end_of_the_text() -> None:
    """What must end with the text is not found where only the surroundings of a sign end."""
    pattern = near(re.compile("@"), "@あ*$", reach=4)
    assert list(pattern.finditer("@" + "あ" * 30)) == []
    assert [match.span() for match in pattern.finditer("い" * 30 + "@あ")] == [(30, 32)]
