"""How Japanese surnames and given names are read, as a dictionary knows them: data only.

`readings.gz` is written from SudachiDict core (Apache License 2.0) by benchmarks/redaction/write_readings.py.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.resources import files

_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


@lru_cache(maxsize=1)
def _readings() -> tuple[frozenset[str], frozenset[str]]:
    data = files("generator.redaction.names").joinpath("readings.gz").read_bytes()
    surnames, given = gzip.decompress(data).decode("utf-8").split("\n")
    return frozenset(surnames.split(" ")), frozenset(given.split(" "))


def katakana(word: str) -> str:
    """Hiragana as katakana; anything else as it is."""
    return word.translate(_TO_KATAKANA)


def reads_surname(word: str) -> bool:
    """Whether a kana word is how some surname is read."""
    return katakana(word) in _readings()[0]


def reads_given(word: str) -> bool:
    """Whether a kana word is how some given name is read."""
    return katakana(word) in _readings()[1]
