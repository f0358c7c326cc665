"""One kind of things remembered, in one sealed file; what is large lies in a file of its own beside it.

Names and seals are HMAC-SHA256 with the machine's key and the program's hash: who reads the folder can't tell what
a name stands for, and what anybody changed, moved or made, or another program wrote, is not there.
"""

from __future__ import annotations

import hmac
import os
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGE = 4096
"""Bytes of a value that lies in a file of its own."""
IDLE = 4
"""Runs that something unused is kept for: `build` and `serve` take turns."""
_HEAD = struct.Struct(">16sBi")
"""Name, runs since its last use, length of what follows; -1 where that lies in a file of its own."""
_SEAL = 32


class Pack:
    """What was found in the folder, and what is added."""

    def __init__(self, folder: Path, kind: str, key: bytes, program: bytes) -> None:
        self._file = folder / kind
        self._large = folder / f"{kind}-files"
        self._name_key, self._seal_key = (_mac(key, use + kind.encode() + program) for use in (b"name ", b"seal "))
        self._idle: dict[bytes, int] = {}
        self._values: dict[bytes, bytes | None] = {}
        self._used: set[bytes] = set()
        for name, idle, value in self._entries():
            self._idle[name], self._values[name] = idle, value

    def get(self, key: bytes) -> bytes | None:
        """What was put under this key; None where it is not there, or not as it was put."""
        name = self._name(key)
        if name not in self._values:
            return None
        value = self._values[name]
        if value is None:
            value = self._open(name)
        if value is not None:
            self._used.add(name)
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Remember a value.  One that can't be written is forgotten: a full disk stops no build."""
        name = self._name(key)
        if len(value) < LARGE:
            self._values[name] = value
        elif self._write(name, value):
            self._values[name] = None
        else:
            return
        self._used.add(name)

    def save(self) -> None:
        """Write what was used of late in place of the file; the rest goes.  Another run's file is replaced whole."""
        kept = []
        for name, value in self._values.items():
            idle = 0 if name in self._used else self._idle.get(name, 0) + 1
            if idle <= IDLE:
                kept.append(_HEAD.pack(name, idle, -1 if value is None else len(value)) + (value or b""))
        body = b"".join(kept)
        new = self._file.with_name(f"{self._file.name}.{os.getpid()}.new")
        try:
            new.write_bytes(_mac(self._seal_key, body) + body)
            new.replace(self._file)
            self._tidy({_HEAD.unpack_from(entry)[0].hex() for entry in kept})
        except OSError:
            return

    def _name(self, key: bytes) -> bytes:
        return _mac(self._name_key, key)[:16]

    def _entries(self) -> Iterator[tuple[bytes, int, bytes | None]]:
        body = _unsealed(self._file, self._seal_key)
        at = 0
        while body and at < len(body):
            name, idle, length = _HEAD.unpack_from(body, at)
            at += _HEAD.size
            yield name, idle, None if length < 0 else body[at : at + length]
            at += max(length, 0)

    def _open(self, name: bytes) -> bytes | None:
        return _unsealed(self._large / name.hex(), self._seal_key, name)

    def _write(self, name: bytes, value: bytes) -> bool:
        try:
            self._large.mkdir(exist_ok=True)
            (self._large / name.hex()).write_bytes(_mac(self._seal_key, name + value) + value)
        except OSError:
            return False
        return True

    def _tidy(self, kept: set[str]) -> None:
        """Remove the large values that nothing leads to, and what a killed run left half written."""
        for file in self._large.iterdir() if self._large.is_dir() else ():
            if file.name not in kept:
                file.unlink(missing_ok=True)
        for file in self._file.parent.glob(f"{self._file.name}.*.new"):
            file.unlink(missing_ok=True)


def _mac(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, "sha256")


def _unsealed(path: Path, key: bytes, before: bytes = b"") -> bytes | None:
    """What a file holds behind its seal; None where the seal is not ours."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    seal, value = data[:_SEAL], data[_SEAL:]
    return value if hmac.compare_digest(seal, _mac(key, before + value)) else None
