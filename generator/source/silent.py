"""Slips of the keyboard that YAML takes for text without a word, which changes what a record says.

Two bullets `・窓口を確認した。` on lines of their own under `対応:` are one text with a space in the middle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.source.slips import BULLETS, WIDE_SPACES, Slip, bullet, colon, indentation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from generator.source.event import Event
    from generator.source.file_text import FileText

_ITEM = regex(r" *- +[^ ]")
_WIDE_BLOCK = regex(r"[｜＞]$")
_ODD_KEY = regex(f"[{WIDE_SPACES}{BULLETS}\\-]|.+[：﹕︓:]")

Found = tuple[int, Slip]
"""A line's number and what is wrong in it."""


def in_key(file: FileText, start: int, key: str, known: AbstractSet[str]) -> Iterator[Found]:
    """`　人数: 3` is a key that begins with a space; `・日付: …` one that begins with a bullet."""
    if not _ODD_KEY.match(key):
        return
    number = file.line_at(start)
    line = file.line(number)
    first = file.start(number) + len(line) - len(line.lstrip(f" \t{_wide()}"))
    slip = indentation(line) if first >= start else None
    slip = slip or bullet(line) or (None if key in known else colon(line, known, entry=False))
    if slip:
        yield number, slip


def in_plain(file: FileText, event: Event, known: AbstractSet[str], *, own: bool, root: bool) -> Iterator[Found]:
    """Slips in an unquoted text; `own`: it begins on a line of its own under its key."""
    first, last = file.line_at(event.start), file.line_at(event.end)
    if not own and first == last:
        return
    lines = [(number, file.line(number)) for number in range(first, last + 1)]
    if _WIDE_BLOCK.search(lines[0][1]) and first < last:
        yield first, _wide_block(lines[0][1])
        return
    entries = list(_entries(lines, known, own=own, root=root))
    yield from entries
    # Below a slipped key the list items became its text: there is nothing wrong with them.
    yield from (found for found in _bullets(lines, own=own) if found[1].code != "E134" or not entries)


def _bullets(lines: list[tuple[int, str]], *, own: bool) -> Iterator[Found]:
    slipped = False
    for number, line in lines if own else lines[1:]:
        slip = bullet(line)
        if slip:
            slipped = True
            yield number, slip
        elif number > lines[0][0] and not slipped and _ITEM.match(line):
            yield number, Slip("E134", line.index("-"), line)


def _entries(lines: list[tuple[int, str]], known: AbstractSet[str], *, own: bool, root: bool) -> Iterator[Found]:
    """Two lines like `所属：…` in one text are entries; one in a list item may be a sentence's own heading."""
    found = [(number, slip) for number, line in lines if (slip := colon(line, known, entry=root))]
    if own or len(found) > 1:
        yield from found


def _wide_block(line: str) -> Slip:
    sign = "|" if line.endswith("｜") else ">"
    return Slip("E135", len(line) - 1, line[:-1] + sign)


def _wide() -> str:
    return "\u3000\u00a0\u202f\u205f\u2060" + "".join(chr(code) for code in range(0x2000, 0x200C))
