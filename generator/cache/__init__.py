"""What earlier builds found out, so that only what changed is worked out again: docs/adr/0025-cache.md.

Holds offsets, kinds and public text, never what was withheld.  A run without it, or with a spoiled one, gives the
same bytes and says the same.
"""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, Protocol

from generator.cache.key import machine_key
from generator.cache.pack import Pack
from generator.cache.program import this_program

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ".kohyo-cache"


class Shelf(Protocol):
    """One kind of things remembered.  For one thread."""

    def get(self, key: bytes) -> bytes | None:
        """What was put under this key; None where it is not there, or not as it was put."""

    def put(self, key: bytes, value: bytes) -> None:
        """Remember a value under a key that says everything the value depends on, but for the program."""


class _Nothing:
    """Remembers nothing."""

    def get(self, key: bytes) -> None:
        """Nothing is there."""

    def put(self, key: bytes, value: bytes) -> None:
        """Forget it."""


NOTHING: Shelf = _Nothing()


class Store:
    """The shelves of one folder, opened when first asked for; without a folder none holds anything."""

    def __init__(self, folder: Path | None = None, key: bytes = b"", program: bytes = b"") -> None:
        self._folder, self._key, self._program = folder, key, program
        self._packs: dict[str, Pack] = {}

    def shelf(self, kind: str) -> Shelf:
        """The shelf of a kind; its name becomes a file's."""
        if self._folder is None:
            return NOTHING
        if kind not in self._packs:
            self._packs[kind] = Pack(self._folder, kind, self._key, self._program)
        return self._packs[kind]

    def save(self) -> None:
        """Write down what was learned; runs in a row of one command count as one."""
        for pack in self._packs.values():
            pack.save()


NO_STORE = Store()


def opened(site: Path) -> Store:
    """The store beside a site; one that remembers nothing where it can't be kept to this user."""
    key = machine_key()
    folder = _private(site.resolve().parent / FOLDER) if key else None
    return Store(folder, key, this_program()) if folder and key else NO_STORE


def _private(folder: Path) -> Path | None:
    """The folder, made if there is none, closed to others, and unknown to git; None where it is somebody else's."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or (sys.platform != "win32" and status.st_uid != os.getuid()):
            return None
        folder.chmod(0o700)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    except OSError:
        return None
    return folder
