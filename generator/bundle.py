"""Owns the step from a verified copy to one zip file: whole, or not at all.

It knows where in the zip each file lies, and nothing of what the files hold.
"""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.disk import DISCLOSURES
from generator.pages.start import INSIDE, START
from generator.patterns import regex
from generator.publish.page_file import READY

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

ENDING = ".zip"
_MODE = 0o644
_PLAIN_FILE = 0o100000 | _MODE
"""S_IFREG and the mode, as Unix keeps it in the upper half of a zip's external attributes."""
_UNIX = 3
_FIRST_YEAR = 1980
"""A zip's clock (APPNOTE 4.4.6, from MS-DOS) knows no earlier one."""
_LEVEL = 9
_NO_NAME = regex("[^a-z0-9]+")


class ChangedError(RuntimeError):
    """The zip does not hold what was verified."""


def may_write(out: Path, sources: Path) -> bool:
    """Whether nothing but an earlier copy would be lost, and the new one lies where no build looks.

    Not among the sources, where it would be a stray file, nor in a site, which the next build deletes.
    """
    out, disclosures = out.resolve(), sources.resolve() / DISCLOSURES
    if out.suffix != ENDING or out.is_relative_to(disclosures) or any(map(_is_site, out.parents)):
        return False
    return not out.exists() or _is_copy(out)


def _is_site(folder: Path) -> bool:
    front = folder / "index.html"
    return front.is_file() and READY.encode() in front.read_bytes()


def _is_copy(path: Path) -> bool:
    """An earlier copy is known by its first file."""
    if not path.is_file() or not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    return bool(names) and names[0].endswith(f"/{START}")


def write_bundle(staged: Path, out: Path, url: str, now: datetime) -> None:
    """Make the staged files one zip at `out`; the old one stays until the new one is whole and read back.

    The same files, address and time give the same bytes.
    """
    made = staged.parent / "copy.zip"
    folder = _folder(url, now)
    with zipfile.ZipFile(made, "w") as archive:
        for path in _files(staged):
            entry = _entry(f"{folder}/{_inside(path)}", now)
            archive.writestr(entry, (staged / path).read_bytes(), compresslevel=_LEVEL)
    _compare(made, staged, folder)
    made.chmod(_MODE)
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    made.replace(out.resolve())


def _folder(url: str, now: datetime) -> str:
    """kohyo-shiona-example-2026-11-21: whose copy, and of which day, in letters that every system can write."""
    whose = _NO_NAME.sub("-", (urlsplit(url).hostname or "").lower()).strip("-")
    return f"{whose or 'kohyo'}-{now.date().isoformat()}"


def _files(staged: Path) -> list[str]:
    """The page to open first, then the others in the order of their names."""
    paths = (path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file())
    return sorted(paths, key=lambda path: (path != START, path))


def _inside(path: str) -> str:
    """One file and one folder at the top: whoever opens the copy can't open the wrong one."""
    return path if path == START else f"{INSIDE}{path}"


def _entry(name: str, now: datetime) -> zipfile.ZipInfo:
    """Nothing of the machine: its clock, its umask, its user."""
    when = (now.year, now.month, now.day, now.hour, now.minute, now.second)
    entry = zipfile.ZipInfo(name, max(when, (_FIRST_YEAR, 1, 1, 0, 0, 0)))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE << 16
    return entry


def _compare(made: Path, staged: Path, folder: str) -> None:
    """Read the zip back: it must hold the files that were verified, byte for byte, and no other."""
    expected = {f"{folder}/{_inside(path)}": path for path in _files(staged)}
    with zipfile.ZipFile(made) as archive:
        if archive.namelist() != [*expected] or archive.comment:
            raise ChangedError
        for name, path in expected.items():
            if archive.read(name) != (staged / path).read_bytes():
                raise ChangedError
