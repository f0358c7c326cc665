"""Strings of a PDF as their bytes, and text strings as text (ISO 32000-1, 7.3.4 and 7.9.2.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex

if TYPE_CHECKING:
    import re


class NotPlainError(ValueError):
    """The file has something that is not read here, so nobody knows what it says."""


_PLAIN = rb"[^()\\]|\\[\s\S]"
STRING = rb"\((?:" + _PLAIN + rb"|\((?:" + _PLAIN + rb")*+\))*+\)"
"""A literal string, brackets nested once; deeper ones are counted by `end_of_string`."""
_BRACKET = regex(rb"[()]|\\[\s\S]")
_ESCAPE = regex(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r\n|\r|\n)?")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}


def end_of_string(data: bytes, at: int) -> int:
    """Where the literal string that begins there ends."""
    depth = 0
    for found in _BRACKET.finditer(data, at):
        depth += (found[0] == b"(") - (found[0] == b")")
        if not depth:
            return found.end()
    raise NotPlainError


def literal(text: bytes) -> bytes:
    """The bytes of a string in brackets."""
    return _ESCAPE.sub(_unescaped, text[1:-1]) if b"\\" in text else text[1:-1]


def _unescaped(found: re.Match[bytes]) -> bytes:
    escaped = found[1] or b""
    if escaped in _ESCAPED:
        return _ESCAPED[escaped]
    return bytes((int(escaped, 8) & 0xFF,)) if escaped[:1].isdigit() else b""


def hexed(text: bytes) -> bytes:
    """The bytes of a string in hexadecimal digits; an odd last one counts as followed by 0."""
    digits = b"".join(text[1:-1].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def text_of(value: bytes) -> str:
    """A text string: UTF-16 with its mark, else UTF-8, marked or not, else PDFDocEncoding, of which we take Latin-1."""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "surrogatepass")
    try:
        return value.decode("utf-8-sig")
    except UnicodeDecodeError:
        return value.decode("latin-1")
