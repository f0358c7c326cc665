"""Reads Pagefind's index: each file by itself, and all of them together as the texts they were made of.

A file of the index holds some of the site's words with their places; no single one holds a name, all together do.
"""

from __future__ import annotations

import gzip
import zlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from generator.spelled import read_word
from generator.verify.cbor import NotCborError, read_cbor
from generator.verify.unit import Reading, Unit, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INDEX = ".pf_index"
HEAD = b"pagefind_dcd"
_GAP = "\n"
"""Stands where a place has no word."""


class NotAnIndexError(ValueError):
    """The bytes are not what Pagefind writes."""


def read_strings(data: bytes) -> Reading:
    """Every string of one file, each by itself."""
    return Reading("", [Unit(read_word(text), Where.NAME, 0) for text in dict.fromkeys(_strings(_decoded(data)))])


def read_index(files: Iterable[bytes]) -> list[Reading]:
    """The text of each page that all files of an index together give back."""
    pages: dict[int, dict[int, str]] = defaultdict(dict)
    try:
        for data in files:
            for word, found, *_ in _decoded(data)[0]:
                _place(read_word(word)[:1], found, pages)
    except (IndexError, TypeError, ValueError) as error:
        raise NotAnIndexError from error
    return [Reading("", [Unit(_joined(pages[number]), Where.NAME, 0)]) for number in sorted(pages)]


def _place(char: str, found: Any, pages: dict[int, dict[int, str]]) -> None:
    """Put the first character of a word where the word stands: pages and places are told by their distances."""
    page = 0
    for step, places, *_ in found:
        page += step
        text, place = pages[page], 0
        for distance in places:
            if distance < 0:  # how much the next words weigh
                continue
            place += distance
            text[place] = char


def _joined(chars: dict[int, str]) -> str:
    return "".join(chars.get(place, _GAP) for place in range(max(chars, default=-1) + 1))


def _decoded(data: bytes) -> Any:
    try:
        said = gzip.decompress(data)
        if not said.startswith(HEAD):
            raise NotAnIndexError
        return read_cbor(said[len(HEAD) :])
    except (OSError, EOFError, zlib.error, NotCborError) as error:
        raise NotAnIndexError from error


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
