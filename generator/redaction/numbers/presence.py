"""What a text holds at all, asked once for many detectors: most texts hold no long number and no Latin letter."""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import regex

LONG = regex("[0-9](?:[-_. \n\tの・…()/|~、]{0,3}[0-9]){6}")
LATIN = regex("[A-Za-z@]+")
_DIGIT = regex("[0-9]")


@lru_cache(maxsize=4)
def has_long_number(digits: str) -> bool:
    """Whether seven digits stand close together; `digits` is a view's."""
    return LONG.search(digits) is not None


@lru_cache(maxsize=4)
def has_latin(text: str) -> bool:
    """Whether any Latin letter or @ is there."""
    return LATIN.search(text) is not None


@lru_cache(maxsize=4)
def has_digit(digits: str) -> bool:
    """Whether any digit is there; `digits` is a view's."""
    return _DIGIT.search(digits) is not None
