"""The objects of a PDF file (ISO 32000-1, 7.3 and 7.5), every byte of it accounted for.

Knows no meaning of any object.  What stands between objects, a comment, an update appended: NotPlainError.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.patterns import regex
from generator.verify.pdf.strings import STRING, NotPlainError, end_of_string, hexed, literal

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


class Name(str):
    """A name, without its slash and its escapes undone."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object."""

    number: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream, decompressed."""

    about: dict[str, Any]
    data: bytes = field(repr=False)


Value: TypeAlias = "Name | Ref | Stream | bytes | float | bool | list[Any] | dict[str, Any] | None"
"""Any object; a string is bytes."""


@dataclass(slots=True)
class Seen:
    """What stood anywhere in the values that were read."""

    names: set[str] = field(default_factory=set)
    """Names, and the keys of dictionaries."""
    strings: list[tuple[str, bytes]] = field(default_factory=list)
    """Each string with its key, empty in a list."""
    pairs: list[tuple[str, Ref]] = field(default_factory=list)
    """Each reference that is the value of a key."""


@dataclass(frozen=True, slots=True)
class File:
    """The objects by number, the trailer, and what was seen in them."""

    objects: dict[int, Value]
    trailer: dict[str, Any]
    seen: Seen

    def get(self, value: Value) -> Value:
        """What a value is; a reference to a reference is not plain."""
        if not isinstance(value, Ref):
            return value
        found = self.objects.get(value.number)
        if isinstance(found, Ref):
            raise NotPlainError
        return found


_NEXT = rb"(?![^\x00\t\n\x0c\r ()<>\[\]{}/%])"
_TOKEN = regex(
    rb"[\x00\t\n\x0c\r ]*+(?:"
    rb"(?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*+)"
    rb"|(?P<ref>[0-9]++ 0 R)" + _NEXT + rb"|(?P<number>[-+]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++))"
    rb"|(?P<refs>\[(?:[0-9]++ 0 R ?)++\])|(?P<numbers>\[[0-9. +-]++\])"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\x0c\r ]*+>)"
    rb"|(?P<string>" + STRING + rb")|(?P<deep>\()"
    rb"|(?P<word>true|false|null)" + _NEXT + rb")"
)
"""A comment is no token.  Lists of references or of numbers only, by far the longest, are read in one go."""
_HEADER = regex(rb"%PDF-1\.7\n%[\x80-\xff]{4,}\n*")
_OBJECT = regex(rb"([0-9]++) 0 obj\n")
_END = regex(rb"\s*endobj\s*")
_STREAM = regex(rb"\s*stream\r?\n")
_END_STREAM = regex(rb"\r?\n?endstream")
_TABLE = regex(rb"xref\n0 [0-9]+\n(?:[0-9]{10} [0-9]{5} [fn](?: \n|\r\n| \r))+trailer\s*")
_TAIL = regex(rb"\s*startxref\n[0-9]+\n%%EOF\s*")
_ELEMENT = regex(
    rb"<</Type/StructElem/S/(?P<kind>[A-Za-z0-9]++)/P [0-9]++ 0 R"
    rb"(?:/A(?P<attributes>\[<<[A-Za-z0-9/. <>\[\]#+-]*?>>\]))?/K\[(?P<kids>(?:[0-9]++(?: 0 R)?+ ?)*+)\]"
    rb"(?:/Pg (?P<page>[0-9]++) 0 R)?>>\nendobj\n++"
)
"""Without a string anywhere: those are read token by token, as everything else."""
_KID = regex(rb"([0-9]++)(?: 0 R)|([0-9]++)")
_NAME = regex(rb"/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*")
_REFERENCE = regex(rb"([0-9]++) 0 R")
_HEXED = regex(rb"#([0-9A-Fa-f]{2})")
_DEEPEST = 32


def read_file(data: bytes) -> File:
    """The objects of a file."""
    seen = Seen()
    at = _pass(_HEADER, data, 0)
    objects: dict[int, Value] = {}
    while found := _OBJECT.match(data, at):
        number = int(found[1])
        if number in objects:
            raise NotPlainError
        objects[number], at = _object(data, found.end(), seen)
    at = _pass(_TABLE, data, at)
    trailer, at = read_value(data, at, seen)
    if _pass(_TAIL, data, at) != len(data) or not isinstance(trailer, dict):
        raise NotPlainError
    return File(objects, trailer, seen)


def _object(data: bytes, at: int, seen: Seen) -> tuple[Value, int]:
    if found := _ELEMENT.match(data, at):
        return _element(found, seen), found.end()
    value, at = read_value(data, at, seen)
    if (begun := _STREAM.match(data, at)) and isinstance(value, dict):
        length = value.get("Length")
        if not isinstance(length, float):
            raise NotPlainError
        end = begun.end() + int(length)
        value = Stream(value, _inflated(value, data[begun.end() : end]))
        at = _pass(_END_STREAM, data, end)
    return value, _pass(_END, data, at)


def _element(found: re.Match[bytes], seen: Seen) -> dict[str, Any]:
    """An element of the structure in the form of most of them, read in one go: they are most of the objects."""
    kind, attributes, kids, page = (
        Name(found["kind"].decode()),
        found["attributes"] or b"",
        found["kids"],
        found["page"],
    )
    seen.names.update(("Type", "StructElem", "S", "P", "A", "K", "Pg", kind))
    seen.names.update(_name(name) for name in _NAME.findall(attributes))
    made = {"Type": Name("StructElem"), "S": kind, "A": attributes.decode("latin-1")}
    made["K"] = [Ref(int(ref)) if ref else float(number) for ref, number in _KID.findall(kids)]
    return made | ({"Pg": Ref(int(page))} if page else {})


def _inflated(about: dict[str, Any], data: bytes) -> bytes:
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


def read_value(data: bytes, at: int, seen: Seen) -> tuple[Value, int]:
    """The value that begins there, and where it ends; what is in it is noted in `seen`."""
    open_: list[tuple[bytes, list[Any]]] = []
    while True:
        token = _TOKEN.match(data, at)
        if token is None:
            raise NotPlainError
        at, kind = token.end(), token.lastgroup or ""
        text = token[kind]
        if kind == "open":
            if len(open_) == _DEEPEST:
                raise NotPlainError
            open_.append((text, []))
            continue
        if kind == "deep":
            begun, at = at - 1, end_of_string(data, at - 1)
            kind, text = "string", data[begun:at]
        value = _closed(open_, text, seen) if kind == "close" else _SIMPLE[kind](text)
        if not open_:
            return value, at
        open_[-1][1].append(value)


def _closed(open_: list[tuple[bytes, list[Any]]], text: bytes, seen: Seen) -> Value:
    begun, items = open_.pop() if open_ else (b"", [])
    if begun == b"[" and text == b"]":
        for item in items:
            _note("", item, seen)
        return items
    keys, values = items[::2], items[1::2]
    made = dict(zip(keys, values, strict=False))
    if begun != b"<<" or text != b">>" or len(made) * 2 < len(items) or not all(isinstance(key, Name) for key in keys):
        raise NotPlainError
    seen.names.update(keys)
    for key, value in made.items():
        _note(key, value, seen)
    return made


def _note(key: str, value: Value, seen: Seen) -> None:
    if isinstance(value, Name):
        seen.names.add(value)
    elif isinstance(value, bytes):
        seen.strings.append((key, value))
    elif isinstance(value, Ref):
        seen.pairs.append((key, value))


@lru_cache(maxsize=4_096)
def _name(text: bytes) -> Name:
    plain = _HEXED.sub(lambda found: bytes((int(found[1], 16),)), text[1:]) if b"#" in text else text[1:]
    return Name(plain.decode("utf-8", "replace"))


_SIMPLE: dict[str, Callable[[bytes], Value]] = {
    "name": _name,
    "ref": lambda text: Ref(int(text[:-4])),
    "refs": lambda text: [Ref(int(number)) for number in _REFERENCE.findall(text)],
    "number": float,
    "numbers": lambda text: [float(number) for number in text[1:-1].split()],
    "hex": hexed,
    "string": literal,
    "word": lambda text: {b"true": True, b"false": False, b"null": None}[text],
}
