"""Write generator/redaction/names/readings.gz from the pinned dictionary: how names are read, and in which kanji.

SudachiDict core is under the Apache License 2.0 (UniDic parts: BSD).  Run again when its version in pyproject changes.
"""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

from sudachipy import Dictionary

TARGET = Path(__file__).parents[2] / "generator/redaction/names/readings.gz"


LEVELS = 10
"""A kanji that begins or ends 2 ** n given names of two or three kanji is of level n; there are none above."""


def main() -> None:
    """Two lines of katakana words, parted by spaces: surnames, given names; then lines of kanji.

    One for each level of the kanji that given names begin with, from 0 up, and as many for those they end with.
    """
    readings: dict[str, set[str]] = {"姓": set(), "名": set()}
    written = set()
    for entry in Dictionary(dict="core").entries():
        pos = entry.part_of_speech()
        if pos[2] == "人名" and pos[3] in readings:
            readings[pos[3]].add(entry.reading_form())
            written |= {entry.surface()} if pos[3] == "名" else set()
    lines = [" ".join(sorted(word for word in words if len(word) > 1)) for words in readings.values()]
    given = [word for word in written if 2 <= len(word) <= 3]
    for end in (0, -1):
        counts = Counter(word[end] for word in given if "\u4e00" <= word[end] <= "\u9fff" or word[end] == "々")
        levels = {char: min(count.bit_length() - 1, LEVELS - 1) for char, count in counts.items()}
        lines += ["".join(sorted(c for c, n in levels.items() if n == level)) for level in range(LEVELS)]
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
