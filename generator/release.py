"""Owns the step from a verified staging folder to `site/`: whole, or not at all.

Everything it needs lies beside the site, in the same folder and so on the same disk: a private staging
folder, a lock that dies with its process, and a journal where two folders cannot change places in one
call.  It knows nothing of what the files hold.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import stat
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from generator.disk import DISCLOSURES
from generator.publish.page_file import READY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STAGING, LOCK, JOURNAL = ".kohyo-staging-", ".kohyo-lock", ".kohyo-journal"
_FOLDER, _FILE = 0o755, 0o644
"""What the web server may read, whatever the umask of the person who builds."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""linux/fcntl.h and linux/fs.h; see renameat2(2)."""
_UNSUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM)
"""No such call in this kernel (EPERM: a container forbids it), or the file system cannot exchange."""


class SiteBusyError(RuntimeError):
    """Another run is building this site now."""


class LeftoverError(RuntimeError):
    """What an earlier run left can't be cleared away; `name` is that of the file or folder, beside the site."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class CannotExchangeError(OSError):
    """This system has no call that lets two folders change places."""


def may_replace(site: Path, sources: Path) -> bool:
    """Whether nothing but an earlier site would be lost, for what stands at `site` is deleted.

    It must be nothing, an empty folder, or a site, which is known by its front page; and apart from the sources.
    """
    site, sources = site.resolve(), sources.resolve()
    if sources.is_relative_to(site) or site.is_relative_to(sources / DISCLOSURES):
        return False
    if not site.is_dir():
        return not site.exists()
    front = site / "index.html"
    return not any(site.iterdir()) or (front.is_file() and READY.encode() in front.read_bytes())


@contextmanager
def staging(site: Path) -> Iterator[Path]:
    """An empty folder to work in, which nobody else may enter; gone at the end, whatever happens.

    The site to release is built in a folder of its own inside it: that one can be opened to all later.
    Finishes or clears away first what a killed run left.  Raises SiteBusyError while another run is at work,
    LeftoverError where a person has to look.
    """
    beside = site.resolve().parent
    beside.mkdir(parents=True, exist_ok=True)
    with locked(beside / LOCK):
        _finish(beside)
        for left in beside.glob(f"{STAGING}*"):
            _clear(left)
        private = Path(tempfile.mkdtemp(prefix=STAGING, dir=beside))
        try:
            yield private
        finally:
            shutil.rmtree(private)


def _clear(left: Path) -> None:
    """Remove a staging folder; of a link or a file of that name only itself."""
    try:
        if left.is_symlink() or not left.is_dir():
            left.unlink()
        else:
            shutil.rmtree(left)
    except OSError as error:
        raise LeftoverError(left.name) from error


def exchange(staged: Path, site: Path) -> None:
    """Let the two folders change places in one system call (Linux 3.15 and later)."""
    if not sys.platform.startswith("linux"):
        raise CannotExchangeError
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        raise CannotExchangeError
    if call(_AT_FDCWD, os.fsencode(staged), _AT_FDCWD, os.fsencode(site), _RENAME_EXCHANGE) == 0:
        return
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        raise CannotExchangeError
    raise OSError(number, os.strerror(number))


def release(staged: Path, site: Path, swap: Callable[[Path, Path], None] = exchange) -> None:
    """Make the staged folder the site; the old one goes when `staging` ends.

    `swap` is another system's way to exchange two folders; it raises CannotExchangeError where there is none.
    """
    site = site.resolve()
    _open_to_all(staged)
    _settle()
    if not site.exists():
        staged.rename(site)
        return
    try:
        swap(staged, site)
    except CannotExchangeError:
        _by_journal(staged, site)


def _open_to_all(staged: Path) -> None:
    """Modes depend on the umask of who builds; those of a site must not."""
    staged.chmod(_FOLDER)
    for folder, folders, files in os.walk(staged):
        for names, mode in ((folders, _FOLDER), (files, _FILE)):
            for name in names:
                path = os.path.join(folder, name)  # noqa: PTH118 -- thousands of files
                if stat.S_IMODE(os.lstat(path).st_mode) != mode:
                    os.chmod(path, mode)  # noqa: PTH101 -- as above


def _settle() -> None:
    """Have the files on the disk before their folder gets its name: a power cut may take the later step first."""
    if sys.platform != "win32":
        os.sync()


def _by_journal(staged: Path, site: Path) -> None:
    """Two renames, with a note from which `_finish` goes on if this process is killed between them."""
    journal = site.parent / JOURNAL
    note = journal.with_name(f"{JOURNAL}.new")
    with note.open("w", encoding="utf-8") as file:
        json.dump({"site": site.name, "staged": staged.relative_to(site.parent).parts}, file)
        file.flush()
        os.fsync(file.fileno())
    note.replace(journal)
    site.rename(staged.parent / "old")
    staged.rename(site)
    journal.unlink()


def _finish(beside: Path) -> None:
    """Complete what the journal of a killed run describes: with the site away, the staged one takes its place."""
    (beside / f"{JOURNAL}.new").unlink(missing_ok=True)
    journal = beside / JOURNAL
    if not journal.exists():
        return
    try:
        note = json.loads(journal.read_text(encoding="utf-8"))
        site, staged = beside / note["site"], beside.joinpath(*note["staged"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        # Which of two folders was to be the site, nobody but a person can tell.
        raise LeftoverError(JOURNAL) from error
    if staged.exists() and not site.exists():
        staged.rename(site)
    journal.unlink()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock.  The system drops it with the process, so no killed run leaves it locked.

    Raises SiteBusyError where another process holds it.
    """
    with path.open("a+b") as file:
        _take(file)
        yield


def _take(file: IO[bytes]) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 -- exists there only

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 -- does not exist on Windows

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK):
            raise SiteBusyError from error
        raise
