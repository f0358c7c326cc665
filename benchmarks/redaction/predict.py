"""What the product finds in marked passages: `predict.py GOLD.jsonl > PRED.jsonl`.

The scanner sees the text alone, with empty settings; the marks are cut off first.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from passages import read_passages

from generator.redaction.scan import Passage, Scanner


def found(scanner: Scanner, text: str) -> dict[str, list[tuple[int, int, str]]]:
    """Findings (`spans`) and suspicions in a text, as [start, end, 区分]."""
    [hits] = scanner.scan_document([Passage(text)])
    rows = [(hit.sure, (hit.start, hit.end, hit.kind.value)) for hit in hits]
    return {"spans": [span for sure, span in rows if sure], "suspicions": [span for sure, span in rows if not sure]}


def main(path: str) -> None:
    """One line of JSON for each passage."""
    scanner = Scanner()
    for passage in read_passages(Path(path)):
        print(json.dumps({"id": passage.id, **found(scanner, passage.text)}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
