"""The key of this machine's user: 32 random bytes in the folder for what programs remember, readable by nobody else.

It lies apart from the cache, so who can write into the one can't seal anything with the other.
"""

from __future__ import annotations

import os
import secrets
import stat
import sys
from pathlib import Path

SIZE = 32
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def machine_key() -> bytes | None:
    """The key, made at the first use; None where none can be kept.  One that others could read is made anew."""
    try:
        path = state_folder() / "cache-key"
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _read(path) or _make(path)
    except (OSError, RuntimeError):  # RuntimeError: a user without a home
        return None


def state_folder() -> Path:
    """Where a program keeps what it remembers (XDG Base Directory 0.8; Known Folders; Apple's file system guide)."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local or Path.home() / "AppData" / "Local") / "kohyo"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "kohyo"
    state = Path(os.environ.get("XDG_STATE_HOME", ""))
    return (state if state.is_absolute() else Path.home() / ".local" / "state") / "kohyo"


def _read(path: Path) -> bytes | None:
    try:
        status = path.lstat()
        # Windows keeps such folders for their user; its modes say nothing.
        theirs = sys.platform != "win32" and (status.st_mode & _OTHERS or status.st_uid != os.getuid())
        key = b"" if theirs or not stat.S_ISREG(status.st_mode) else path.read_bytes()
    except FileNotFoundError:
        return None
    return key if len(key) == SIZE else None


def _make(path: Path) -> bytes:
    path.unlink(missing_ok=True)
    key = secrets.token_bytes(SIZE)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key)
    return key
