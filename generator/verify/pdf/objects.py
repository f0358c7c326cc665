"""The objects of a PDF file (ISO 32000-1, 7.3 and 7.5), every byte of it accounted for.

Knows no meaning of any object.  What stands between objects, a comment, an update appended: NotPlainError.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator


class NotPlainError(ValueError):
    """The file has something that is not read here, so nobody knows what it says."""


class Name(str):
    """A name, without its slash and its escapes undone."""

    __slots__ = ()


class Word(str):
    """A bare word: true, null, obj, an operator."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object."""

    number: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream, decompressed."""

    about: dict[str, Value]
    data: bytes = field(repr=False)


Value: TypeAlias = "Name | Word | Ref | Stream | bytes | float | list[Any] | dict[str, Any]"
"""Any object; a string is bytes."""


@dataclass(frozen=True, slots=True)
class File:
    """The objects by number, and the trailer."""

    objects: dict[int, Value]
    trailer: dict[str, Value]

    def get(self, value: Value | None) -> Value | None:
        """What a value is, references followed."""
        seen = 0
        while isinstance(value, Ref):
            value, seen = self.objects.get(value.number), seen + 1
            if seen > len(self.objects):
                raise NotPlainError
        return value


_PLAIN = rb"[^()\\]|\\[\s\S]"
STRING = rb"\((?:" + _PLAIN + rb"|\((?:" + _PLAIN + rb")*+\))*+\)"
"""A literal string, brackets nested once; deeper ones are counted by `deep_string`."""
_BRACKET = regex(rb"[()]|\\[\s\S]")
_TOKEN = regex(
    rb"[\x00\t\n\x0c\r ]*+(?:"
    rb"(?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*+)"
    rb"|(?P<ref>[0-9]++ 0 R)(?![^\x00\t\n\x0c\r ()<>\[\]{}/%])"
    rb"|(?P<number>[-+]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++))"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\x0c\r ]*+>)"
    rb"|(?P<string>" + STRING + rb")|(?P<deep>\()"
    rb"|(?P<word>[A-Za-z]++))"
)
"""A comment is no token."""
_HEADER = regex(rb"%PDF-1\.7\n%[\x80-\xff]{4,}\n*")
_OBJECT = regex(rb"([0-9]++) 0 obj\n")
_END = regex(rb"\s*endobj\s*")
_STREAM = regex(rb"\s*stream\r?\n")
_END_STREAM = regex(rb"\r?\n?endstream")
_TABLE = regex(rb"xref\n0 [0-9]+\n(?:[0-9]{10} [0-9]{5} [fn](?: \n|\r\n| \r))+trailer\s*")
_TAIL = regex(rb"\s*startxref\n[0-9]+\n%%EOF\s*")
_ESCAPE = regex(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r\n|\r|\n)?")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}
_HEXED = regex(rb"#([0-9A-Fa-f]{2})")
_DEEPEST = 32


def read_file(data: bytes) -> File:
    """The objects of a file."""
    at = _pass(_HEADER, data, 0)
    objects: dict[int, Value] = {}
    while found := _OBJECT.match(data, at):
        number = int(found[1])
        if number in objects:
            raise NotPlainError
        objects[number], at = _object(data, found.end())
    at = _pass(_TABLE, data, at)
    trailer, at = read_value(data, at)
    if _pass(_TAIL, data, at) != len(data) or not isinstance(trailer, dict):
        raise NotPlainError
    return File(objects, trailer)


def _object(data: bytes, at: int) -> tuple[Value, int]:
    value, at = read_value(data, at)
    if (begun := _STREAM.match(data, at)) and isinstance(value, dict):
        length = value.get("Length")
        if not isinstance(length, float):
            raise NotPlainError
        end = begun.end() + int(length)
        value = Stream(value, _inflated(value, data[begun.end() : end]))
        at = _pass(_END_STREAM, data, end)
    return value, _pass(_END, data, at)


def _inflated(about: dict[str, Value], data: bytes) -> bytes:
    if "Filter" not in about:
        return data
    if about["Filter"] != "FlateDecode" or "DecodeParms" in about:
        raise NotPlainError
    machine = zlib.decompressobj()
    try:
        whole = machine.decompress(data)
    except zlib.error as error:
        raise NotPlainError from error
    if not machine.eof or machine.unused_data:
        raise NotPlainError
    return whole


def _pass(pattern: re.Pattern[bytes], data: bytes, at: int) -> int:
    found = pattern.match(data, at)
    if found is None:
        raise NotPlainError
    return found.end()


def read_value(data: bytes, at: int) -> tuple[Value, int]:
    """The value that begins there, and where it ends."""
    open_: list[tuple[bytes, list[Value]]] = []
    while True:
        token = _TOKEN.match(data, at)
        if token is None:
            raise NotPlainError
        at, kind, text = token.end(), token.lastgroup, token[token.lastgroup or 0]
        if kind == "open":
            if len(open_) == _DEEPEST:
                raise NotPlainError
            open_.append((text, []))
            continue
        if kind == "deep":
            at, kind = deep_string(data, at - 1), "string"
            text = data[token.end() - 1 : at]
        value = _closed(open_, text) if kind == "close" else _VALUES[kind or ""](text)
        if not open_:
            return value, at
        open_[-1][1].append(value)


def _closed(open_: list[tuple[bytes, list[Value]]], text: bytes) -> Value:
    if not open_:
        raise NotPlainError
    begun, items = open_.pop()
    if begun == b"[" and text == b"]":
        return items
    keys = items[::2]
    if begun != b"<<" or text != b">>" or len(items) % 2 or len(set(map(str, keys))) < len(keys):
        raise NotPlainError
    if not all(isinstance(key, Name) for key in keys):
        raise NotPlainError
    return {str(key): value for key, value in zip(keys, items[1::2], strict=True)}


def deep_string(data: bytes, at: int) -> int:
    """Where the literal string that begins there ends."""
    depth = 0
    for found in _BRACKET.finditer(data, at):
        depth += (found[0] == b"(") - (found[0] == b")")
        if not depth and found[0] == b")":
            return found.end()
    raise NotPlainError


def _name(text: bytes) -> Name:
    plain = _HEXED.sub(lambda found: bytes((int(found[1], 16),)), text[1:]) if b"#" in text else text[1:]
    return Name(plain.decode("utf-8", "replace"))


def string(text: bytes) -> bytes:
    """The bytes of a literal string."""
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


_VALUES = {
    "name": _name,
    "ref": lambda text: Ref(int(text.split(b" ", 1)[0])),
    "number": float,
    "hex": hexed,
    "string": string,
    "word": lambda text: Word(text.decode()),
}


def text_of(value: bytes) -> str:
    """A text string (7.9.2.2): UTF-16 with its mark, else PDFDocEncoding, of which we write ASCII only."""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "surrogatepass")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")


def parts(value: Value) -> Iterator[Value]:
    """A value and everything inside it; references are not followed."""
    yield value
    if isinstance(value, dict):
        for inner in value.values():
            yield from parts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from parts(inner)
    elif isinstance(value, Stream):
        yield from parts(value.about)
