"""What `git commit` is about to record: the sources in git's index, which need not be those in the folder.

Asks git and reads its answers; nothing is checked out, so no copy of a source comes to lie anywhere.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from generator.disk import DISCLOSURES, FILES, SETTINGS, case_numbers, of_case
from generator.problems import Place, Problem
from generator.source.decode import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ABSOLUTE = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
_LINK, _SUBMODULE = "120000", "160000"


class NoRepositoryError(Exception):
    """The site lies in no git repository, or there is no git."""


@dataclass(frozen=True, slots=True)
class Staged:
    """The index, as far as it is the site's."""

    settings: bytes | None = field(repr=False)
    files: dict[str, bytes] = field(repr=False)
    """What is about to be committed, and the other files of those cases."""
    wanted: frozenset[str]
    problems: tuple[Problem, ...]


class _Entry(NamedTuple):
    path: str
    mode: str
    name: str
    """Of the object, a hash."""


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers in the site's folder; raises NoRepositoryError where it does not.

    A hook is called with variables that are relative to the folder it was called in.
    """
    known = {name: str(Path(value).absolute()) for name in _ABSOLUTE if (value := os.environ.get(name))}
    if "GIT_DIR" in known:
        known.setdefault("GIT_WORK_TREE", str(Path.cwd()))
    try:
        answer = subprocess.run(  # noqa: S603  # the arguments are ours; nothing of a source is among them
            ["git", *arguments],  # noqa: S607  # the git that the user runs
            cwd=root,
            env=os.environ | known,
            input=given,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        raise NoRepositoryError from None
    return answer.stdout


def read_staged(root: Path) -> Staged:
    """Every source that differs from the last commit, as it will be committed."""
    entries = {entry.path: entry for entry in _entries(root)}
    listed = ("diff", "--cached", "--name-only", "--relative", "--no-renames", "--diff-filter=d", "-z")
    changed = {os.fsdecode(name) for name in git(root, *listed, "--", DISCLOSURES, SETTINGS).split(b"\0") if name}
    contents = _contents(root, [entry for entry in entries.values() if _is_source(entry)])
    numbers = [number for path in changed & contents.keys() for number in case_numbers(contents[path])]
    keep = {p: data for p, data in contents.items() if p in changed or of_case(data, numbers)}
    strange = [entries[path] for path in sorted(changed & entries.keys()) if path not in contents]
    own = contents.get(SETTINGS)
    if own is None and (root / SETTINGS).is_file():
        own = (root / SETTINGS).read_bytes()
    return Staged(own, keep, frozenset(changed & keep.keys()), tuple(_strange(root, strange)))


def _entries(root: Path) -> Iterator[_Entry]:
    """`mode object stage<TAB>path`, ended by NUL (git-ls-files, -s and -z)."""
    for line in git(root, "ls-files", "--stage", "-z", "--", DISCLOSURES, SETTINGS).split(b"\0"):
        if line:
            head, _, path = line.partition(b"\t")
            mode, name, _ = head.decode("ascii").split(" ")
            yield _Entry(os.fsdecode(path), mode, name)


def _is_source(entry: _Entry) -> bool:
    steps = PurePosixPath(entry.path)
    hidden = steps.name.startswith(".") or FILES in steps.parts
    return steps.suffix == ".yml" and not hidden and entry.path.isprintable() and entry.mode not in {_LINK, _SUBMODULE}


def _contents(root: Path, entries: Sequence[_Entry]) -> dict[str, bytes]:
    """Of each object `name type size`, a line end, its bytes and a line end (git-cat-file, --batch)."""
    asked = "".join(f"{entry.name}\n" for entry in entries).encode("ascii")
    answer, at = git(root, "cat-file", "--batch", given=asked), 0
    contents: dict[str, bytes] = {}
    for entry in entries:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split(b" ")[2])
        contents[entry.path] = answer[end + 1 : end + 1 + min(size, MAX_BYTES + 1)]
        at = end + 1 + size + 1
    return contents


def _strange(root: Path, entries: Sequence[_Entry]) -> Iterator[Problem]:
    """Notes, copies, attachments and what an editor left: nothing of kohyo reads them before they are published."""
    contents: Mapping[str, bytes] = _contents(root, [entry for entry in entries if entry.mode != _SUBMODULE])
    for entry in entries:
        place = Place("".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in entry.path), 1, 1)
        if entry.mode == _LINK:
            yield Problem("E229", place)
        elif contents.get(entry.path, b"-"):
            yield Problem("E228", place)
