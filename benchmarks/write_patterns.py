"""Writes the compiled form of every pattern of the program for this Python, so that a command need not compile them.

    python benchmarks/write_patterns.py

Run it when patterns have changed: before a release, and with each Python that should start fast.  The parts of `re`
that it uses are nobody's promise; tests/test_patterns.py compares what it wrote with what `re.compile` makes.
"""

from __future__ import annotations

import array
import gc
import marshal
import sys
import zlib
from importlib import import_module
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

from first_characters import charset

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator import patterns  # noqa: E402


def main() -> None:
    """Compile all, write all."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        steps = path.relative_to(ROOT).with_suffix("").parts
        import_module(".".join(step for step in steps if step != "__init__"))
    _compiler._get_charset_prefix = _charset  # noqa: SLF001 -- see above
    waiting = [thing for thing in gc.get_objects() if type(thing) is patterns.Waiting]
    made = {(thing.pattern, int(thing.flags)): _made(thing.pattern, int(thing.flags)) for thing in waiting}
    engine = import_module("_sre")
    ordered = dict(sorted(made.items(), key=repr))
    data = zlib.compress(marshal.dumps((engine.MAGIC, engine.CODESIZE, ordered)), 9)
    (ROOT / "generator" / patterns.SHIPPED).write_bytes(data)
    print(f"{len(ordered)} patterns, {len(data)} bytes")


def _charset(parsed: Any, flags: int, *, of_re: Any = _compiler._get_charset_prefix) -> Any:  # noqa: SLF001 -- see above
    """What a search skips to, where `re` sees it and where it doesn't."""
    return of_re(parsed, flags) or charset(parsed, flags)


def _made(shape: str | bytes, flags: int) -> tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]:
    """As `re._compiler.compile` does it."""
    parsed = _parser.parse(shape, flags)
    code = array.array("I", _compiler._code(parsed, flags)).tobytes()  # noqa: SLF001 -- see above
    names: dict[str, int] = dict(parsed.state.groupdict)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    return (
        flags | parsed.state.flags,
        array.array("I", code).tobytes(),
        parsed.state.groups - 1,
        names,
        tuple(by_number),
    )


if __name__ == "__main__":
    main()
