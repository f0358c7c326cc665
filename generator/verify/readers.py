"""Which reader reads which kind of file.  A kind that is not in this table is never released."""

from __future__ import annotations

import gzip
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.verify.code import read_css, read_script
from generator.verify.data import read_csv, read_json, read_text
from generator.verify.escapes import undo_percent
from generator.verify.html import read_html
from generator.verify.index import is_of_index, read_pairs
from generator.verify.pdf import read_pdf
from generator.verify.plain_data import TEXTS, read_data_script, read_texts
from generator.verify.rows import read_rows
from generator.verify.unit import Reading, Unit, Where
from generator.verify.xml import read_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Reader = Callable[[bytes], Reading]
    Part = tuple[Reading, frozenset[str]]


def _of_text(read: Callable[[str], Reading]) -> Reader:
    """Make a reader of bytes of one that reads text.  A byte order mark is for spreadsheets, no part of the text."""
    return lambda data: read(data.decode("utf-8-sig"))


READERS: dict[str, Reader] = {
    ".html": _of_text(read_html),
    ".svg": _of_text(read_html),
    ".xml": _of_text(read_xml),
    ".atom": _of_text(read_xml),
    ".json": _of_text(read_json),
    ".webmanifest": _of_text(read_json),
    ".csv": _of_text(read_csv),
    ".txt": _of_text(read_text),
    ".css": _of_text(read_css),
    ".pdf": read_pdf,
    ".js": _of_text(lambda source: read_data_script(source) or read_script(source)),
}


READ_PAIRS = _of_text(read_pairs)


class NoReaderError(LookupError):
    """Nothing here can read this kind of file."""


class UnreadableError(ValueError):
    """The bytes are not what the file's name says they are."""


def read(path: str, data: bytes) -> Reading:
    """Read a file by the ending of its name; a compressed one as what it holds."""
    name = PurePosixPath(path)
    if name.suffix == ".gz":
        inner = read(str(name.with_suffix("")), _decompressed(data))
        inner.units.extend(_gzip_names(data))
        return inner
    reader = READ_PAIRS if is_of_index(path) else READERS.get(name.suffix)
    if reader is None:
        raise NoReaderError(name.suffix)
    try:
        return reader(data)
    except UnicodeDecodeError as error:
        raise UnreadableError from error


def read_parts(path: str, data: bytes, owners: Sequence[frozenset[str]]) -> Sequence[Part]:
    """The parts of a file that holds many records one after the other, each with its owners; any other is one part."""
    try:
        if path.endswith(".js") and data.startswith(TEXTS):
            return _matched(read_texts(data.decode("utf-8")), owners)
        if len(owners) > 1 and (rows := read_rows(path, data.decode("utf-8-sig"), owners)):
            return rows
    except UnicodeDecodeError as error:
        raise UnreadableError from error
    return _matched([read(path, data)], owners)


def _matched(readings: Sequence[Reading], owners: Sequence[frozenset[str]]) -> Sequence[Part]:
    """Each reading with its owners; a file of more or fewer parts than promised is broken."""
    if len(readings) != len(owners):
        return [(Reading("", broken=0), frozenset())]
    return list(zip(readings, owners, strict=True))


def read_path(path: str) -> Reading:
    """The path of a file, which is in every address that leads to it."""
    return Reading(path, [Unit(undo_percent(path), Where.PATH, 0)])


def _decompressed(data: bytes) -> bytes:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError from error


_HAS_EXTRA, _HAS_NAME, _HAS_COMMENT = 4, 8, 16
"""Flags of a gzip member's head (RFC 1952, 2.3.1)."""


def _gzip_names(data: bytes) -> list[Unit]:
    """The original file name and the comment, which stand in a gzip head uncompressed."""
    flags, rest = data[3], data[10:]
    if flags & _HAS_EXTRA:
        rest = rest[2 + int.from_bytes(rest[:2], "little") :]
    units = []
    for flag in (_HAS_NAME, _HAS_COMMENT):
        if flags & flag:
            text, _, rest = rest.partition(b"\0")
            # Latin-1 by the standard, UTF-8 in practice.
            units.append(Unit(text.decode("utf-8", "replace"), Where.PATH, 0))
    return units
