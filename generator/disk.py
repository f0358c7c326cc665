"""Which files make up a site, and reading them through `source`.  Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.problems import Place, Problem
from generator.source import read_source
from generator.source.decode import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.source.nodes import SourceFile

DISCLOSURES, FILES, SETTINGS = "disclosures", "files", "settings.yml"


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read of a site's folder."""

    settings: SourceFile | None
    records: tuple[SourceFile, ...]
    ids: frozenset[str]
    """Ids of all record files, readable or not."""
    problems: tuple[Problem, ...]


def read_site(root: Path, known_keys: frozenset[str], only: Sequence[Path] | None = None) -> Sources:
    """Read settings.yml and every record, or only those of `only` and of their cases."""
    problems: list[Problem] = []
    settings = None
    if (root / SETTINGS).is_file():
        settings, found = read_source(root / SETTINGS, SETTINGS, known_keys)
        problems += found
    else:
        problems.append(Problem("E921", Place(SETTINGS, 1, 1), params={"folder": root.resolve().as_posix()}))
    paths, strange = _record_files(root)
    problems += strange if only is None else []
    records = []
    for path in paths if only is None else _with_their_cases(root, paths, only):
        record, found = read_source(path, _shown(path, root), known_keys)
        problems += found
        if record is not None:
            records.append(record)
    return Sources(settings, tuple(records), frozenset(path.stem for path in paths), tuple(problems))


@dataclass(frozen=True, slots=True)
class Opened:
    """Files as bytes, by the path under which they are shown."""

    settings: bytes | None = field(repr=False)
    files: dict[str, bytes] = field(repr=False)
    """The named files and the others of their cases."""
    named: dict[str, Path]
    problems: tuple[Problem, ...]
    """Why a named file is none of the site's sources."""


def open_cases(root: Path, only: Sequence[Path]) -> Opened:
    """The named files and those of their cases, for commands that work on what was typed."""
    paths = {path.resolve(): path for path in _record_files(root)[0]}
    settings = root / SETTINGS
    named, problems = {}, []
    for path in only:
        place = Place(_shown(path, root), 1, 1)
        source = path.resolve() in {*paths, settings.resolve()}
        if path.is_symlink() or (source and not path.resolve().is_relative_to(root.resolve())):
            problems.append(Problem("E229", place))
        elif source:
            named[place.path] = path
        elif not place.path.startswith(f"{DISCLOSURES}/"):
            problems.append(Problem("E414", place))
        else:
            problems.append(Problem("E228", place))
    kept = _with_their_cases(root, [*paths.values()], [*named.values()])
    files = {_shown(path, root): _bytes(path) for path in (*kept, *named.values())}
    return Opened(_bytes(settings) if settings.is_file() else None, files, named, tuple(problems))


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _record_files(root: Path) -> tuple[list[Path], list[Problem]]:
    """The record files in order, and what lies among them and is none."""
    records, problems = [], []
    for path in sorted(_walk(root / DISCLOSURES)):
        place = Place(_shown(path, root), 1, 1)
        if path.is_symlink():
            problems.append(Problem("E229", place))
        elif path.suffix == ".yml" and path.is_file():  # reading a pipe would wait for ever
            records.append(path)
        else:
            problems.append(Problem("E228", place))
    return records, problems


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder, without hidden ones and without disclosures/files/."""
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_dir() and not entry.is_symlink():
            if entry.name != FILES:
                yield from _walk(entry)
        else:
            yield entry


def _with_their_cases(root: Path, paths: list[Path], only: Sequence[Path]) -> list[Path]:
    """The named files, and those that hold the same 事案番号: found by its bytes, without parsing the others."""
    wanted = [path.resolve() for path in only]
    numbers = [number for path in wanted if path.is_file() for number in case_numbers(path.read_bytes())]
    keep = [p for p in paths if p.resolve() in wanted or (numbers and of_case(p.read_bytes(), numbers))]
    outside = [path for path in only if path.resolve() not in {p.resolve() for p in paths}]
    return keep + [path for path in outside if path.resolve() != (root / SETTINGS).resolve()]


def of_case(data: bytes, numbers: Sequence[bytes]) -> bool:
    """Whether a file may hold one of the numbers; a file too many does no harm."""
    return any(number in data for number in numbers)


def case_numbers(data: bytes) -> list[bytes]:
    """What stands beside 事案番号 in a file's bytes."""
    key = "事案番号".encode()
    lines = (line for line in data.splitlines() if line.startswith(key) and b":" in line)
    return [number for line in lines if (number := line.split(b":", 1)[1].strip(b" \t\"'"))]


def _shown(path: Path, root: Path) -> str:
    """A path as it is told: a file's name may hold line ends, escapes of a terminal, bytes that are no text."""
    shown = _relative(path, root)
    return "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in shown)


def _relative(path: Path, root: Path) -> str:
    try:
        return (
            path.resolve().relative_to(root.resolve()).as_posix()
            if not path.is_symlink()
            else path.relative_to(root).as_posix()
        )
    except ValueError:
        return path.as_posix()
