"""The fonts of the paper: those of the package that the settings name, and which characters they have.

Never what happens to be installed on a machine: the bytes of a PDF depend on its fonts.
"""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = {"regular": "Regular", "bold": "Bold"}


@dataclass(frozen=True, slots=True)
class Fonts:
    """A family in two weights."""

    family: str
    folders: tuple[Path, ...]
    """Each holds the one file of a weight."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The font files, the regular one first."""
        return tuple(next(folder.glob("*.otf")) for folder in self.folders)


KNOWN = {
    "noto-cjk[sans-jp]": ("Noto Sans CJK JP", "noto_cjk_sans_jp"),
    "noto-cjk[serif-jp]": ("Noto Serif CJK JP", "noto_cjk_serif_jp"),
}
"""書体: as `pip install` takes it; the family in it, and how the packages of its weights begin."""


@cache
def fonts_of(package: str) -> Fonts | None:
    """The fonts of a package; None where it is not known or not installed."""
    if package not in KNOWN:
        return None
    family, module = KNOWN[package]
    folders = []
    for weight in FILES:
        found = find_spec(f"{module}_{weight}")
        if found is None or found.origin is None:
            return None
        folders.append(Path(found.origin).parent)
    return Fonts(family, tuple(folders))


def missing(text: str, fonts: Fonts) -> Iterator[tuple[int, str]]:
    """Where a text has a character that the fonts can't show, each character once."""
    has = _characters(fonts.files[0])
    seen: set[str] = set()
    for at, character in enumerate(text):
        if character not in seen and ord(character) not in has and not _is_unseen(character):
            seen.add(character)
            yield at, character


def _is_unseen(character: str) -> bool:
    """Spaces, line ends, and what only changes the character before it, such as a variation selector."""
    return character.isspace() or unicodedata.category(character) in ("Cf", "Mn") or "\ufe00" <= character <= "\ufe0f"


@cache
def _characters(font: Path) -> frozenset[int]:
    """The characters of an OpenType font: its `cmap` table, whose subtable of format 12 has all of Unicode."""
    with font.open("rb") as file:
        count = int.from_bytes(file.read(6)[4:], "big")
        file.seek(12)
        tables = {entry[:4]: entry[8:] for entry in (file.read(16) for _ in range(count))}
        offset, length = struct.unpack(">II", tables[b"cmap"])
        file.seek(offset)
        cmap = file.read(length)
    for index in range(int.from_bytes(cmap[2:4], "big")):
        at = int.from_bytes(cmap[8 + 8 * index : 12 + 8 * index], "big")
        if cmap[at : at + 2] == b"\x00\x0c":
            groups = struct.iter_unpack(">III", cmap[at + 16 : at + int.from_bytes(cmap[at + 4 : at + 8], "big")])
            return frozenset(point for first, last, _ in groups for point in range(first, last + 1))
    raise ValueError("a font without a map of all of Unicode")
