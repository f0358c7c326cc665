"""Decodes what Pagefind writes: CBOR (RFC 8949) of whole numbers, strings, lists and nothing else.

Anything else is not what Pagefind writes and ends the reading: a value that is skipped could hide a text.
"""

from __future__ import annotations

from typing import Any

_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _LIST = range(5)
_DIRECT = 24
"""Lengths and numbers below stand in the first byte; 24 to 27 say that 1, 2, 4 or 8 bytes follow."""
_DEEPEST = 32


class NotCborError(ValueError):
    """The bytes are something else, or something else follows."""


def read_cbor(data: bytes) -> Any:
    """The one value that the bytes are; lists come as lists, texts as `str`."""
    try:
        value, end = _value(data, 0, 0)
    except (IndexError, UnicodeDecodeError) as error:
        raise NotCborError from error
    if end != len(data):
        raise NotCborError
    return value


def _value(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    kind, number = data[at] >> 5, data[at] & 31
    at += 1
    if number >= _DIRECT:
        size = 1 << (number - _DIRECT)
        if number > _DIRECT + 3 or at + size > len(data):
            raise NotCborError
        number = int.from_bytes(data[at : at + size], "big")
        at += size
    if kind == _UNSIGNED:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if kind == _TEXT and at + number <= len(data):
        return data[at : at + number].decode("utf-8"), at + number
    if kind == _LIST and depth < _DEEPEST and number <= len(data):
        return _list(data, at, number, depth + 1)
    raise NotCborError


def _list(data: bytes, at: int, length: int, depth: int) -> tuple[list[Any], int]:
    values = []
    for _ in range(length):
        if data[at] < _DIRECT:  # most of an index: the distance to the next place of a word
            values.append(data[at])
            at += 1
        else:
            value, at = _value(data, at, depth)
            values.append(value)
    return values, at
