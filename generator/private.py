"""A folder for what `serve` shows, drafts included: beside the sources, for this user only, gone with its process.

A killed process can't clear it away, so the next one does: a folder is in use as long as its lock is held.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.release import SiteBusyError, locked

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = ".kohyo-serve-"
_LOCK = "lock"


@contextmanager
def private_folder(root: Path) -> Iterator[Path]:
    """An empty folder that nobody else may enter; those of killed processes go first."""
    for left in root.glob(f"{PREFIX}*"):
        _clear(left)
    made = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
    try:
        with locked(made / _LOCK):
            (made / ".gitignore").write_text("*\n", encoding="utf-8")  # drafts must not be committed by the way
            inner = made / "served"
            inner.mkdir()
            yield inner
    finally:
        shutil.rmtree(made)


def _clear(left: Path) -> None:
    """Remove a folder that no living process holds; one that can't be removed does no harm."""
    if left.is_symlink() or not (left / _LOCK).is_file():
        return
    with suppress(SiteBusyError, OSError):
        with locked(left / _LOCK):
            pass  # nobody holds it; Windows removes no file that is open
        shutil.rmtree(left)
