"""Write generator/redaction/names/readings.gz: how surnames and given names are read, from the pinned dictionary.

SudachiDict core is under the Apache License 2.0 (UniDic parts: BSD).  Run again when its version in pyproject changes.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from sudachipy import Dictionary

TARGET = Path(__file__).parents[2] / "generator/redaction/names/readings.gz"


def main() -> None:
    """Two lines of katakana words, parted by spaces: surnames, given names."""
    surnames, given = set(), set()
    for entry in Dictionary(dict="core").entries():
        pos = entry.part_of_speech()
        if pos[2] == "人名" and pos[3] in ("姓", "名"):
            (surnames if pos[3] == "姓" else given).add(entry.reading_form())
    lines = "\n".join(" ".join(sorted(word for word in words if len(word) > 1)) for words in (surnames, given))
    TARGET.write_bytes(gzip.compress(lines.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
