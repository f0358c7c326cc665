"""What the product finds in marked passages: `predict.py GOLD.jsonl > PRED.jsonl`.

The scanner sees the text alone, with empty settings; the marks are cut off first.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from generator.redaction.scan import Passage, Scanner

MARK = re.compile(r"\[\[[^:\[\]{}]+:([^\[\]{}]+)\]\]|\{\{([^\[\]{}]+)\}\}")


def strip_marks(marked: str) -> str:
    """The passage as it would be read."""
    return MARK.sub(lambda match: match[1] or match[2], marked)


def main(path: str) -> None:
    """One line of JSON for each passage."""
    scanner = Scanner()
    for line in Path(path).read_text(encoding="utf-8").strip("\n").split("\n"):
        row = json.loads(line)
        [hits] = scanner.scan_document([Passage(strip_marks(row["text"]))])
        spans = [[hit.start, hit.end, hit.kind.value] for hit in hits if hit.sure]
        suspicions = [[hit.start, hit.end, hit.kind.value] for hit in hits if not hit.sure]
        print(json.dumps({"id": row["id"], "spans": spans, "suspicions": suspicions}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
