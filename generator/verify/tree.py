"""The files of a staged site against those that `publish` promised: none more, none less, none changed."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.outputs import Output


def strays(staged: Path, outputs: Sequence[Output]) -> Iterator[tuple[str, str]]:
    """(code, path) of everything that no page owns, is no plain file, or is promised and not there."""
    promised = {output.path for output in outputs}
    present: set[str] = set()
    for path, is_plain in _entries(staged):
        present.add(path)
        if path not in promised:
            yield "L705", path
        elif not is_plain:
            yield "L711", path
    for path in sorted(promised - present):
        yield "L706", path


def _entries(staged: Path) -> Iterator[tuple[str, bool]]:
    """Every file, link and empty folder below, and whether it is a plain file; links are not followed."""
    pending = [(str(staged), "")]
    while pending:
        folder, prefix = pending.pop()
        empty = True
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                empty = False
                if entry.is_dir(follow_symlinks=False):
                    pending.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    yield prefix + entry.name, entry.is_file(follow_symlinks=False)
        if empty and prefix:
            yield prefix, False


def digests_of(staged: Path, outputs: Sequence[Output]) -> list[str]:
    """The SHA-256 of each promised file that is there."""
    files = (staged / output.path for output in outputs)
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file() and not path.is_symlink()]


def is_as_shipped(data: bytes, digest: str | None) -> bool:
    """Whether a file is, byte for byte, what ships."""
    return digest is not None and hashlib.sha256(data).hexdigest() == digest
