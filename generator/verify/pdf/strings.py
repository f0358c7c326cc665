"""Strings of a PDF as their bytes, and text strings as text (ISO 32000-1, 7.3.4 and 7.9.2.2)."""

from __future__ import annotations

from binascii import unhexlify

from generator.patterns import regex


class NotPlainError(ValueError):
    """The file has something that is not read here, so nobody knows what it says."""


_PLAIN = rb"[^()\\]|\\[\s\S]"
STRING = rb"\((?:" + _PLAIN + rb"|\((?:" + _PLAIN + rb")*+\))*+\)"
"""A literal string, brackets nested once; deeper ones are counted by `end_of_string`."""
_BRACKET = regex(rb"[()]|\\[\s\S]")
_ESCAPE = regex(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r\n|\r|\n)?")
_ESCAPED: dict[bytes | None, bytes] = dict.fromkeys((b"\r\n", b"\r", b"\n", None), b"")
"""What follows a backslash, and what both stand for; a backslash before anything else (None) is left out."""
_ESCAPED |= {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}
_ESCAPED |= {f"{code:0{digits}o}".encode(): bytes((code & 0xFF,)) for digits in (1, 2, 3) for code in range(8**digits)}


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
    if b"\\" not in text:
        return text[1:-1]
    parts = _ESCAPE.split(text[1:-1])
    parts[1::2] = map(_ESCAPED.__getitem__, parts[1::2])
    return b"".join(parts)


def hexed(text: bytes) -> bytes:
    """The bytes of a string in hexadecimal digits; an odd last one counts as followed by 0."""
    digits = b"".join(text[1:-1].split())
    return unhexlify(digits + b"0" * (len(digits) % 2))


def text_of(value: bytes) -> str:
    """A text string: UTF-16 with its mark, else UTF-8, marked or not, else PDFDocEncoding, of which we take Latin-1."""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "surrogatepass")
    try:
        return value.decode("utf-8-sig")
    except UnicodeDecodeError:
        return value.decode("latin-1")
