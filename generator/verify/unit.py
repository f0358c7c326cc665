"""What every reader makes of a file: units of text, decoded, each with the place it came from.

A unit is what one reader takes in at once: a paragraph, a cell, an attribute, a string of a data file.
Nothing here knows a file format or what is looked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum


class Where(Enum):
    """Where in a file a unit stands; the value is its key in ja.toml, table `verify.where`."""

    SHOWN = "shown"
    """Read in the order of the page, so that a text split over two units is found too."""
    ASIDE = "aside"
    """Read apart from the line it stands in: ruby, words for screen readers only."""
    ATTRIBUTE = "attribute"
    TARGET = "target"
    """A link target, percent-decoded."""
    COMMENT = "comment"
    CODE = "code"
    """A string or a comment of a script or a style sheet."""
    NAME = "name"
    """A technical attribute, or code as a whole: searched, but no text for the detectors."""
    PATH = "path"

    @property
    def is_text(self) -> bool:
        """Whether people wrote or read it, so that detectors can judge it."""
        return self is not Where.NAME


@dataclass(frozen=True, slots=True)
class Unit:
    """One text as its reader receives it."""

    text: str = field(repr=False)
    where: Where
    at: int
    """Offset of its first character in the decoded file."""
    label: str = ""
    """Head of its column and row, its `dt`, its key: what tells a detector what kind of value to expect."""
    edges: tuple[int, ...] = ()
    """Offsets in `text` where a tag stands that is not mere emphasis or a link."""
    pieces: tuple[tuple[int, int], ...] = ()
    """(offset in `text`, offset in the file) of each stretch, where tags or escapes stand between them."""

    def offset(self, index: int) -> int:
        """Where in the file character `index` stands; within an escaped stretch, where that stretch begins."""
        begin = (0, self.at)
        for piece in self.pieces:
            if piece[0] > index:
                break
            begin = piece
        return begin[1] + index - begin[0]

    def moved(self, by: int) -> Unit:
        """The same, where the file it was read from is a part of another that begins so far within that one."""
        pieces = tuple((index, at + by) for index, at in self.pieces)
        return replace(self, at=self.at + by, pieces=pieces)


@dataclass(slots=True)
class Reading:
    """One file, read."""

    source: str = field(repr=False)
    """The decoded file, for lines and columns."""
    units: list[Unit] = field(default_factory=list)
    tags: dict[str, int] = field(default_factory=dict)
    """Every different tag as it stands in the file, with its first offset.  A site's pages share most of them, so
    attributes are looked at once for each different tag and not once for each page."""
    urls: list[tuple[str, int]] = field(default_factory=list)
    """What the file loads without being asked, with offsets (`tags` have theirs besides)."""
    told: list[str] = field(default_factory=list)
    """Addresses it gives as those of the page itself, without loading them."""
    broken: int | None = None
    """Offset of the first thing that can't be read as this kind of file."""

    def break_at(self, offset: int) -> None:
        """Note that from `offset` on the file may say to others what it doesn't say to us."""
        self.broken = offset if self.broken is None else min(self.broken, offset)
