"""`kohyo hook`: git's own pre-commit hook, which asks kohyo about what is staged.

Writes one small script into the repository's hooks and never over somebody else's.
"""

from __future__ import annotations

import os
import shlex
import sys
from enum import Enum
from typing import TYPE_CHECKING

from generator.staged import NoRepositoryError, git

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OURS = "# kohyo hook"
_EXECUTABLE = 0o755


class NotHooked(Enum):
    """Why no hook was written."""

    REPOSITORY = "repository"
    OTHER = "other"


def install(root: Path) -> Path | NotHooked:
    """The hook's path, or why there is none; written anew where it is ours already."""
    try:
        folder = root / os.fsdecode(git(root, "rev-parse", "--git-path", "hooks").rstrip(b"\r\n"))
        prefix = os.fsdecode(git(root, "rev-parse", "--show-prefix").rstrip(b"\r\n"))
    except NoRepositoryError:
        return NotHooked.REPOSITORY
    path = folder.resolve() / "pre-commit"
    if (
        not any(path.is_relative_to(own) for own in _own(root))
        or path.is_symlink()
        or (path.exists() and _OURS.encode() not in path.read_bytes())
    ):
        return NotHooked.OTHER
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"#!/bin/sh\n{_OURS}\n{command(prefix)}\n".encode("utf-8", "surrogateescape"))
    path.chmod(_EXECUTABLE)
    return path


def _own(root: Path) -> Iterator[Path]:
    """The folders of this repository alone; core.hooksPath may lead to one that all repositories share."""
    for what in ("--git-common-dir", "--show-toplevel"):
        yield (root / os.fsdecode(git(root, "rev-parse", what).rstrip(b"\r\n"))).resolve()


def command(prefix: str) -> str:
    """The line that checks the site at `prefix` of its repository, with the Python that runs now.

    `-P`: a folder named generator in the repository is not ours.
    """
    site = shlex.quote(prefix or ".")
    return f"exec {shlex.quote(sys.executable)} -P -m generator.cli redact --staged --site {site}"
