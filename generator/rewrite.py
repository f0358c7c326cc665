"""`kohyo redact --write` and `--check`: sources cleared of what they still hold, or told to hold it.

The only command beside `new` that writes YAML.  A file is replaced whole or not at all, and only if it is still the one
that was read.
"""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.disk import SETTINGS, case_numbers, open_cases
from generator.problems import Place, Problem, in_order
from generator.records.names import known_keys
from generator.redaction.held import held
from generator.redaction.plan import Plan, plan
from generator.redaction.sheet import read_sheets, settle_sheets
from generator.settings import read_settings
from generator.source import parse_source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from generator.redaction.plan import Replaced
    from generator.redaction.scan import Scanner
    from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Cleared:
    """What was written, and what a person has to do."""

    replaced: tuple[Replaced, ...]
    problems: tuple[Problem, ...]


def clear(root: Path, files: Sequence[Path], scanner: Scanner) -> Cleared:
    """Replace every original in the named files by its mark."""
    opened = open_cases(root, files)
    settings, problems = _settings(opened.settings)
    problems += opened.problems
    replaced: list[Replaced] = []
    if settings is not None:
        for group in _groups(opened.files):
            found = plan(group, opened.named.keys() & group.keys(), settings, scanner)
            failed = _put(found, opened.named, opened.files)
            problems += [*found.problems, *failed]
            replaced += [] if failed else found.replaced
    return Cleared(tuple(sorted(replaced, key=lambda one: one.place)), tuple(in_order(problems)))


def inspect(root: Path, files: Sequence[Path], scanner: Scanner) -> list[Problem]:
    """Why the named files must not be committed as they are."""
    opened = open_cases(root, files)
    return [*opened.problems, *held_in(opened.files, opened.named.keys(), opened.settings, scanner)]


def held_in(
    files: Mapping[str, bytes], wanted: AbstractSet[str], settings_data: bytes | None, scanner: Scanner
) -> list[Problem]:
    """The same of files in memory; the others are read for whom they know."""
    settings, problems = _settings(settings_data)
    if settings is None:
        return problems
    sheets, unread = read_sheets(files)
    problems += [problem for problem in unread if problem.place.path in wanted]
    settled = settle_sheets(sheets, settings, scanner)
    return in_order([*problems, *(p for path in wanted & settled.keys() for p in held(settled[path]))])


def _settings(data: bytes | None) -> tuple[Settings | None, list[Problem]]:
    if data is None:
        return None, [Problem("E921", Place(SETTINGS, 1, 1), params={"folder": "."})]
    source, problems = parse_source(data, SETTINGS, known_keys())
    settings, more = read_settings(source) if source else (None, [])
    return settings, [problem for problem in (*problems, *more) if problem.severity.stops] if settings is None else []


def _groups(files: Mapping[str, bytes]) -> list[dict[str, bytes]]:
    """The files of each case together, so that one that can't be read keeps back no other case."""
    groups: dict[bytes, dict[str, bytes]] = defaultdict(dict)
    for path, data in files.items():
        number = next(iter(case_numbers(data)), b"")
        groups[number or path.encode("utf-8", "surrogateescape")][path] = data
    return list(groups.values())


def _put(found: Plan, paths: Mapping[str, Path], old: Mapping[str, bytes]) -> list[Problem]:
    """Write what was planned beside the files, then put it in their place one right after the other."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, data in found.files.items():
            if paths[path].read_bytes() != old[path]:
                return [Problem("E415", Place(path, 1, 1))]
            ready.append((_beside(paths[path], data), paths[path]))
        for path in found.files:
            if paths[path].read_bytes() != old[path]:
                return [Problem("E415", Place(path, 1, 1))]
        for beside, target in ready:
            beside.replace(target)
    except OSError:
        return [Problem("E415", Place(path, 1, 1), params={"case": "denied"}) for path in found.files]
    finally:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)
    return []


def _beside(path: Path, data: bytes) -> Path:
    """A hidden file in the same folder with the new bytes, safe on the disk; it is the user's alone until it counts."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix="~", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o7777)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)
