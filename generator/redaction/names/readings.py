"""How Japanese surnames and given names are read and in which kanji, as a dictionary knows them: data only.

`readings.gz` is written from SudachiDict core (Apache License 2.0) by benchmarks/redaction/write_readings.py.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.resources import files

from generator.patterns import regex

_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)} | str.maketrans("ゑゐヱヰ", "エイエイ")
_VOICED = dict(zip("カキクケコサシスセソタチツテトハヒフヘホ", "ガギグゲゴザジズゼゾダヂヅデドバビブベボ", strict=True))


_REPEATED = regex("(.)([ゝゞヽヾ])")
_LEVELS = 10
_GIVEN_LEVEL = 11
"""The sum of levels from which two kanji are likely to be a given name: 2 ** 11 combinations of their kind exist."""


@lru_cache(maxsize=1)
def _lines() -> tuple[str, ...]:
    data = files("generator.redaction.names").joinpath("readings.gz").read_bytes()
    return tuple(gzip.decompress(data).decode("utf-8").split("\n"))


@lru_cache(maxsize=1)
def _readings() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_lines()[0].split(" ")), frozenset(_lines()[1].split(" "))


@lru_cache(maxsize=1)
def _kanji() -> tuple[dict[str, int], dict[str, int]]:
    """The level of each kanji that given names begin with, and of each that they end with."""
    first, last = _lines()[2 : 2 + _LEVELS], _lines()[2 + _LEVELS :]
    return _levels(first), _levels(last)


def _levels(lines: tuple[str, ...]) -> dict[str, int]:
    return {char: level for level, line in enumerate(lines) for char in line}


def written_given(word: str) -> bool:
    """Whether two or three kanji are such as given names are written with, for all that no dictionary has the word."""
    first, last = _kanji()
    return 1 < len(word) < 4 and first.get(word[0], -9) + last.get(word[-1], -9) >= _GIVEN_LEVEL


def katakana(word: str) -> str:
    """Hiragana as katakana, old kana as new ones, a voicing mark of its own with what it voices."""
    read = word.translate(_TO_KATAKANA)
    if _REPEATED.search(read):
        read = _REPEATED.sub(lambda m: m[1] + (m[1] if m[2] in "ゝヽ" else _VOICED.get(m[1], m[1])), read)
    if "゛" in read:
        read = "".join(
            _VOICED.get(c, c) if follows == "゛" else c for c, follows in zip(read, read[1:] + " ", strict=True)
        )
    return read.replace("゛", "")


def reads_surname(word: str) -> bool:
    """Whether a kana word is how some surname is read."""
    return katakana(word) in _readings()[0]


def reads_given(word: str) -> bool:
    """Whether a kana word is how some given name is read."""
    return katakana(word) in _readings()[1]
