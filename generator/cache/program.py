"""What the program is: every file of this package, and the version of Python and of every package installed beside it.

Finer would be faster after an update, and a promise that somebody has to keep.
"""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def this_program() -> bytes:
    """A hash that is another one after any change of the code, the word lists, the dictionary, the libraries."""
    return program(PACKAGE, {(str(one.name), one.version) for one in distributions()})


def program(package: Path, libraries: Iterable[tuple[str, str]]) -> bytes:
    """The hash of the files below a folder, of the libraries' names and versions, and of this Python."""
    files = (path for path in package.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    parts = [sys.version.encode()]
    for path in sorted(files):
        parts += (path.relative_to(package).as_posix().encode(), path.read_bytes())
    for name, version in sorted(libraries):
        parts += (name.encode(), version.encode())
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()
