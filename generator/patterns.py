"""Regular expressions that are made when first used, and taken ready-made where this Python's own form of them ships.

Knows nothing about what they look for.  `re.compile` stands here and nowhere else in the program.  What ships is
written by benchmarks/write_patterns.py (ADR 0017); a pattern that has changed since is compiled, as anywhere.
"""

from __future__ import annotations

import marshal
import re
import sys
import zlib
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from typing import AnyStr

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")
SHIPPED = f"patterns-{sys.implementation.cache_tag}.bin"


class Waiting:
    """Stands for a pattern; the methods of the compiled one take their slots at the first use of any of them.

    So later uses cost what they cost on the pattern itself.
    """

    __slots__ = ("flags", "pattern", *_METHODS)

    def __init__(self, shape: Any, flags: int) -> None:
        self.pattern = shape
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Reached only for what has no value yet."""
        if name.startswith("__"):
            raise AttributeError(name)
        known = ready(self.pattern, int(self.flags)) or re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(known, method))
        return getattr(known, name)


def regex(shape: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` returns, but that a mistake in the pattern shows at its first use.

    It can't be handed to the functions of `re`, nor compared with another.
    """
    return cast("re.Pattern[AnyStr]", Waiting(shape, flags))


def ready(shape: str | bytes, flags: int) -> re.Pattern[Any] | None:
    """The compiled form that ships, if it does."""
    parts = shipped().get((shape, flags))
    if parts is None:
        return None
    all_flags, code, groups, names, by_number = parts
    words = memoryview(code).cast("I").tolist()
    made: re.Pattern[Any] = _engine().compile(shape, all_flags, words, groups, names, by_number)
    return made


@cache
def shipped() -> dict[tuple[str | bytes, int], tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]]:
    """By shape and flags: flags, code, number of groups, their names, and their names by number."""
    file = files("generator").joinpath(SHIPPED)
    if not file.is_file():
        return {}
    magic, width, made = marshal.loads(zlib.decompress(file.read_bytes()))  # noqa: S302 -- our own file, as a .pyc is
    return made if (magic, width) == (_engine().MAGIC, _engine().CODESIZE) else {}


@cache
def _engine() -> Any:
    return import_module("_sre")
