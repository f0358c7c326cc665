"""Names in lists and tables without a head: a cell below or above names, or beside a telephone number, is one too."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.patterns import regex
from generator.redaction.names import lone
from generator.redaction.names.cells import name_at
from generator.redaction.names.evidence import people
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.shapes import Verdict, judge
from generator.redaction.names.single import grade
from generator.redaction.names.together import is_given, is_surname, splits
from generator.redaction.names.vocabulary import NO_PERSON
from generator.redaction.words import is_place, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEPARATORS = {
    "\t": regex("\t"),
    "|": regex("\\|"),
    ",": regex(","),
    " ": regex(" {2,}"),
    "-": regex(" "),
}
_PROSE = regex("。|ました|です(?!から)|を.{12}|は.{12}|が.{12}|に.{12}")
_IDENTIFIER = regex(
    "号棟|号室|0[0-9]{1,3}[-(]?[0-9]{2,4}[-)]|[A-Za-z0-9]@|[0-9]{7}|[0-9]歳|[SHRT][0-9]{1,2}[.][0-9]|(?:昭和|平成"
    "|令和|大正)[0-9元]{1,2}年.{2,6}生|(?:19|20)[0-9]{2}[-/.][0-9]"
)
_KANA = regex("[ぁ-ゖ]{2,6}|[ァ-ヺー]{2,8}")
_NAME_HEADS = frozenset(
    ("氏名", "名前", "対象者", "申請者", "来庁者", "相談者", "児童", "生徒", "園児", "利用者", "会員", "所有者", "本人")
)
_FIGURE = regex("[0-9]")
_LONG = 5
"""Kanji from which an unknown word without a space is a compound."""
_CELL = regex("[^ ]+")
_WIDE_CELL = regex("[^ ]+(?: [^ ]+)*")
_BULLET = regex("[ ]*(?:[・●○■□※]|[(]?[0-9ア-ンa-zA-Z]{1,3}[).]|[①-⑳]|No[. ]?[0-9]+)?[ ]*")


class _Line(NamedTuple):
    separator: str
    cells: tuple[tuple[int, int], ...]


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Cells of name columns, and names in lines that hold another identifier."""
    if "\n" not in text and "\t" not in text and "|" not in text:
        return lone.search(text)
    lines = [line for line in _lines(text) if line.cells]
    found = list(_headed(text))
    found += [one for _, block in groupby(lines, key=lambda line: line.separator) for one in _block(text, list(block))]
    return (*found, *lone.search(text))


def _headed(text: str) -> Iterator[Found]:
    """Rows set with wide spaces below a head set with single ones: 番号 氏名 施設."""
    place, column, width = 0, -1, 0
    for line in text.split("\n"):
        heads = line.split()
        if 2 < len(heads) < 9 and not _FIGURE.search(line) and any(head in _NAME_HEADS for head in heads):
            column, width = next(i for i, head in enumerate(heads) if head in _NAME_HEADS), len(heads)
        elif column >= 0:
            cells = [(place + c.start(), place + c.end()) for c in _WIDE_CELL.finditer(line)]
            if len(cells) != width:
                cells = [(place + c.start(), place + c.end()) for c in _CELL.finditer(line)]
            if not line.strip():
                column = -1
            elif len(cells) == width and (found := name_at(text, *cells[column], strict=True)):
                name = text[found.start : found.end]
                if " " in name or grade(name) or splits(name) or reads_surname(name):
                    yield found
        place += len(line) + 1


def _lines(text: str) -> Iterator[_Line]:
    place = 0
    for line in text.split("\n"):
        if len(line) > 160 or not line.strip() or _PROSE.search(line):
            yield _Line("", ())
        else:
            separator = _separator(line.strip())
            body = _BULLET.match(line)
            start = body.end() if body and separator in " -" else 0
            yield _Line(separator, tuple(_cells(line, start, separator, place)))
        place += len(line) + 1


def _separator(line: str) -> str:
    """What parts the cells of a line; a single comma parts nothing."""
    if "\t" in line or "|" in line:
        return "\t" if "\t" in line else "|"
    if line.count(",") > 1:
        return ","
    return " " if "  " in line else "-"


def _cells(line: str, start: int, separator: str, place: int) -> Iterator[tuple[int, int]]:
    for gap in (*_SEPARATORS[separator].finditer(line, start), None):
        end = gap.start() if gap else len(line)
        yield place + start, place + end
        start = gap.end() if gap else end


def _block(text: str, lines: list[_Line]) -> Iterator[Found]:
    seeds = people(text)
    if len(lines) > 1:
        for column in range(max(len(line.cells) for line in lines)):
            cells = [line.cells[column] for line in lines if column < len(line.cells)]
            yield from _column(text, cells, seeds)
    for line in lines:
        first, last = line.cells[0][0], line.cells[-1][1]
        if len(line.cells) > 1 and _IDENTIFIER.search(text, first, last):
            yield from (found for cell in line.cells if (found := _lone(text, *cell)))


def _column(text: str, cells: list[tuple[int, int]], seeds: tuple[tuple[int, int], ...]) -> Iterator[Found]:
    named = [
        cell
        for cell in cells
        if any(end <= cell[1] for _, end in seeds[bisect_left(seeds, cell[:1]) : bisect_left(seeds, (cell[0] + 4,))])
    ]
    if len(named) < 2 or len(named) * 2 < len(cells):
        if named and len(cells) < 12:
            yield from (one for cell in cells if cell not in named and (one := _surname_cell(text, *cell)))
        return
    for start, end in cells:
        if (start, end) not in named and end - start < 24 and (found := name_at(text, start, end, strict=True)):
            if text[found.end : found.end + 1] not in (" ", "(", "\n", "\t", "|", ",", "") or _is_code(
                text[found.start : found.end]
            ):
                continue
            name = text[found.start : found.end]
            if len(name) > _LONG and name.isalpha() and judge(name) is Verdict.POSSIBLE and not _KANA.fullmatch(name):
                continue  # 所管事務調査
            common = judge(name) is Verdict.WORD
            yield Found(found.start, found.end, not common)


def _surname_cell(text: str, start: int, end: int) -> Found | None:
    """A surname and nothing else, in a column where another cell is a name."""
    name = text[start:end].strip(" ")
    if not (1 < len(name) < 5 and is_surname(name) and judge(name) is Verdict.KNOWN):
        return None
    start = text.index(name, start)
    return Found(start, start + len(name), not is_plain(name))


def _is_code(name: str) -> bool:
    """PTA, FAX: capitals that are no name."""
    return name.isascii() and name.isupper() and len(name) < 5


def _lone(text: str, start: int, end: int) -> Found | None:
    """A cell that is nothing but a surname or a given name."""
    name = text[start:end].strip(" ")
    if _KANA.fullmatch(name) and (reads_surname(name) or reads_given(name) or judge(name) is Verdict.POSSIBLE):
        start = text.index(name, start)
        return Found(start, start + len(name), sure=False) if name not in NO_PERSON else None
    if not 2 <= len(name) <= 6 or not (is_surname(name) or is_given(name)) or judge(name) is not Verdict.KNOWN:
        return None
    start = text.index(name, start)
    return None if is_plain(name) else Found(start, start + len(name), not is_place(name))


ROW = NameRule("row", lambda view: search(view.text))
