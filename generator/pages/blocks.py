"""Content made ready for templates/content.html: which block it is, what marks its bullets, how a table is laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.inline import html_of, inline_html, plain
from generator.patterns import regex
from generator.records.content import Bullets, Headed, Pairs, Prose, Remark, Standing, Table

if TYPE_CHECKING:
    from typing import Any

    from generator.pages.inline import Parts
    from generator.records.content import Bullet, Cell, Column, Content
    from generator.text import PublicText

NAMES: dict[type, str] = {
    Prose: "prose",
    Bullets: "bullets",
    Headed: "headed",
    Table: "table",
    Pairs: "pairs",
    Remark: "remark",
    Standing: "standing",
}
DEEPEST_HEADING = 6

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_MARK = regex(
    rf"[ \t\u3000]*(?P<mark>[（(](?:[0-9０-９]{{1,2}}|[{_KANA}]|[一二三四五六七八九十]{{1,2}}|[a-zａ-ｚ])[)）]"
    rf"|[①-⑳㉑-㊿]|(?:[0-9０-９]{{1,2}}|[{_KANA}])(?:[.．、](?![0-9０-９])|[ \u3000](?=[^ \u3000]))"
    r"|[・●○◯■□◆◇▪※])[ \u3000]*(?=.)",
    re.DOTALL,
)
_NUMERIC = regex("(?:約|延べ|最大)?[0-9０-９][0-9０-９,，.．]*[^0-9０-９]{0,3}|[-－―‐—△＋+▲]?[0-9０-９,，.．%％]*")
CARD_COLUMNS, CARD_CELL, CARD_ROW = 5, 8, 22
"""On a phone a table stays one up to five columns, eight characters a cell and 22 a row; nothing scrolls sideways."""


@dataclass(frozen=True, slots=True)
class Item:
    """One bullet; `mark` is what the author typed in its place."""

    mark: str
    words: Markup | None
    below: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A cell of a table's head."""

    words: PublicText
    columns: int = 1
    rows: int = 1
    numeric: bool = False
    inner: bool = False
    """The last of its row, but not of the table."""


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a table's body; `label` names its column where the table becomes cards."""

    words: Markup
    label: str
    numeric: bool
    heads_row: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table ready to be laid out."""

    caption: PublicText | None
    heads: tuple[tuple[Head, ...], ...]
    rows: tuple[tuple[Field, ...], ...]
    note: PublicText | None
    cards: bool


def block_name(block: Any) -> str:
    """`prose`, `bullets`, … for the macro of the same name."""
    return NAMES[type(block)]


def items(bullets: Bullets[PublicText]) -> tuple[Item, ...]:
    """The bullets of a list, marks split off."""
    return tuple(map(_item, bullets.items))


def _item(bullet: Bullet[PublicText]) -> Item:
    mark, words = marked(bullet.text.parts) if bullet.text else ("", None)
    return Item(mark, None if words is None else html_of(words), tuple(map(_item, bullet.below)))


def marked(parts: Parts) -> tuple[str, Parts]:
    """A mark at the start of a bullet, （１）, ①, ア, ・, and the parts without it."""
    first = parts[0] if parts else ""
    match = _MARK.match(first) if isinstance(first, str) else None
    last = parts[-1] if parts else ""
    if isinstance(last, str) and last.endswith("\n"):
        parts = (*parts[:-1], last.rstrip("\n"))
    if match is None or not isinstance(first, str):
        return "", parts
    rest = parts[0][match.end() :] if isinstance(parts[0], str) else ""
    return match["mark"].strip(), (rest, *parts[1:])


def grid(table: Table[PublicText]) -> Grid:
    """A table with its heads spread over two rows where it has any, numbers found, phones considered."""
    labels = _labels(table.columns)
    numeric = tuple(_is_numeric(table.rows, index) for index in range(len(labels)))
    named = _names_rows(table.rows)
    rows = tuple(
        tuple(
            Field(_cell_html(cell), labels[index], numeric[index], named and index == 0)
            for index, cell in enumerate(row[: len(labels)])
        )
        for row in table.rows
    )
    return Grid(table.heading, _heads(table.columns, numeric), rows, table.note, _needs_cards(table, labels))


def _heads(columns: tuple[Column[PublicText], ...], numeric: tuple[bool, ...]) -> tuple[tuple[Head, ...], ...]:
    deep = any(column.below for column in columns)
    upper: list[Head] = []
    lower: list[Head] = []
    place = 0
    for column in columns:
        width = max(1, len(column.below))
        tall = 2 if deep and not column.below else 1
        upper.append(Head(column.heading, width, tall, numeric=width == 1 and numeric[place]))
        lower.extend(
            Head(words, numeric=numeric[place + index], inner=place + index + 1 < len(numeric))
            for index, words in enumerate(column.below)
        )
        place += width
    return (tuple(upper), tuple(lower)) if deep else (tuple(upper),)


def _labels(columns: tuple[Column[PublicText], ...]) -> tuple[str, ...]:
    found: list[str] = []
    for column in columns:
        heading = plain(column.heading)
        found.extend([f"{heading}・{plain(below)}" for below in column.below] or [heading])
    return tuple(found)


def _cell_html(cell: Cell[PublicText]) -> Markup:
    return Markup("<br>\n").join(map(inline_html, cell.lines))


def _cell_text(cell: Cell[PublicText]) -> str:
    return " ".join(map(plain, cell.lines))


def _is_numeric(rows: tuple[tuple[Cell[PublicText], ...], ...], index: int) -> bool:
    texts = ["".join(_cell_text(row[index]).split()) for row in rows if index < len(row)]
    return index > 0 and any(texts) and all(_NUMERIC.fullmatch(text) for text in texts)


def _names_rows(rows: tuple[tuple[Cell[PublicText], ...], ...]) -> bool:
    """Whether the first column tells the rows apart, and so heads them."""
    first = [_cell_text(row[0]) for row in rows if row]
    return all(first) and len(set(first)) == len(first)


def _needs_cards(table: Table[PublicText], labels: tuple[str, ...]) -> bool:
    widths = [
        max([len(label), *(len(_cell_text(row[index])) for row in table.rows if index < len(row))])
        for index, label in enumerate(labels)
    ]
    return len(widths) > CARD_COLUMNS or any(width > CARD_CELL for width in widths[1:]) or sum(widths) > CARD_ROW


def first_prose(content: Content[PublicText]) -> PublicText | None:
    """The first running text, for a summary in one sentence."""
    for block in content.blocks:
        if isinstance(block, Prose):
            return block.text
        if isinstance(block, Headed) and (inner := first_prose(block.content)):
            return inner
        if isinstance(block, Bullets) and block.items[0].text:
            return block.items[0].text
    return None


def listed(content: Content[PublicText]) -> tuple[Markup, ...]:
    """The items of a section that is one list, each on one line; empty where it is anything else."""
    if len(content.blocks) != 1 or not isinstance(content.blocks[0], Bullets):
        return ()
    return tuple(map(_on_one_line, content.blocks[0].items))


def _on_one_line(bullet: Bullet[PublicText]) -> Markup:
    """An item without its mark, the items under it in brackets."""
    words = html_of(marked(bullet.text.parts)[1]) if bullet.text else Markup("")
    below = Markup("、").join(map(_on_one_line, bullet.below))
    return words + Markup("（{}）").format(below) if words and below else words + below


def deeper(level: int) -> int:
    """The next level of headings."""
    return min(level + 1, DEEPEST_HEADING)
