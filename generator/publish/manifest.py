"""The list of every file of a site with its SHA-256: as JSON, and as `sha256sum --check` reads it.

Made when everything else is staged.  The two lists leave out themselves and carry no record's words.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.outputs import Output

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MANIFEST, SUMS = "data/manifest.json", "data/sha256sums.txt"


def write_manifest(outputs: Iterable[Output], staged: Path) -> list[Output]:
    """Both lists, where the site has data; every promised file stands in them."""
    if not (staged / MANIFEST).parent.is_dir():
        return []
    found = [(output.path, (staged / output.path).read_bytes()) for output in sorted(outputs, key=lambda o: o.path)]
    # No sizes: a number of seven digits and no words is a telephone number to `verify`, and the digest says enough.
    files = [{"path": path, "sha256": sha256(data).hexdigest()} for path, data in found]
    lines = ",\n".join(json.dumps(file, ensure_ascii=False) for file in files)
    _write(staged / MANIFEST, f'{{"files":[\n{lines}\n]}}\n')
    _write(staged / SUMS, "".join(f"{file['sha256']}  {file['path']}\n" for file in files))
    return [Output(MANIFEST, frozenset()), Output(SUMS, frozenset())]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
