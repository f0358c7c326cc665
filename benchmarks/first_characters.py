"""What characters a match of a pattern can begin with, so that a search skips to the next of them.

`re` itself finds this out only for patterns that begin with a letter or a class; here look-arounds, marks of lines,
options and nested alternatives before it are seen through.  The answer may be too wide, never too narrow.  Uses parts
of `re` that nobody promises to keep.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from re import _compiler, _constants  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PLANE = 0x10000
_FAR = 1 << _PLANE
"""Stands for every character of a higher plane."""
_ALL = (_FAR << 1) - 1
_MOST = 50_000
"""A set of more characters is not worth a look."""
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_WITHOUT_WIDTH = (_constants.AT, _constants.ASSERT_NOT)


def charset(pattern: Any, flags: int) -> list[Any] | None:
    """In the form that `re._compiler` gives to a search; nothing where a match may be empty or begin with anything."""
    found, empty = _first(pattern, flags)
    return None if empty or found.bit_count() > _MOST else list(_ranges(found))


def _first(pattern: Any, flags: int) -> tuple[int, bool]:
    """The characters, one bit each, and whether the pattern may match nothing."""
    found, ahead = 0, _ALL
    for op, value in pattern:
        if op is _constants.ASSERT and value[0] > 0:
            seen, empty = _first(value[1], flags)
            ahead &= _ALL if empty else seen
        elif op is not _constants.ASSERT and op not in _WITHOUT_WIDTH:
            seen, empty = _of_one(op, value, flags)
            found |= seen & ahead
            if not empty:
                return found, False
    return found, True


def _of_one(op: Any, value: Any, flags: int) -> tuple[int, bool]:
    if op is _constants.LITERAL:
        return _bits(value, value, flags), False
    if op is _constants.IN:
        return _class(value, flags), False
    if op is _constants.BRANCH:
        parts = [_first(part, flags) for part in value[1]]
        return _union(seen for seen, _ in parts), any(empty for _, empty in parts)
    if op in _REPEATS:
        seen, empty = _first(value[2], flags)
        return seen, empty or value[0] == 0
    return _of_group(op, value, flags)


def _of_group(op: Any, value: Any, flags: int) -> tuple[int, bool]:
    if op is _constants.SUBPATTERN:
        return _first(value[3], _compiler._combine_flags(flags, value[1], value[2]))  # noqa: SLF001 -- see above
    if op is _constants.ATOMIC_GROUP:
        return _first(value, flags)
    return _ALL, op in (_constants.GROUPREF, _constants.GROUPREF_EXISTS)


def _class(items: Any, flags: int) -> int:
    if any(op is _constants.CATEGORY for op, _ in items):
        return _ALL
    found = 0
    for op, value in items:
        if op in (_constants.LITERAL, _constants.RANGE):
            first, last = value if op is _constants.RANGE else (value, value)
            found |= _bits(first, last, flags)
    if items[0][0] is _constants.NEGATE:
        return _ALL if flags & re.IGNORECASE else (_ALL & ~found) | _FAR
    return found


def _bits(first: int, last: int, flags: int) -> int:
    far = _FAR if last >= _PLANE else 0
    near = (1 << min(last + 1, _PLANE)) - (1 << min(first, _PLANE))
    return far | near | (_cased() if flags & re.IGNORECASE and near & _cased() else 0)


def _union(sets: Iterable[int]) -> int:
    found = 0
    for one in sets:
        found |= one
    return found


@cache
def _cased() -> int:
    """Every letter that has two cases: any of them may stand for any other, as far as is asked here."""
    engine = import_module("_sre")
    return _union(1 << code for code in range(_PLANE) if engine.unicode_iscased(code))


def _ranges(found: int) -> Iterator[Any]:
    code = 0
    while found:
        gap = (found & -found).bit_length() - 1
        code, found = code + gap, found >> gap
        size = (~found & (found + 1)).bit_length() - 1
        yield (_constants.RANGE, (code, 0x10FFFF if code + size > _PLANE else code + size - 1))
        code, found = code + size, found >> size
