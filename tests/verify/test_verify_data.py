"""Data files of many records: each row, line and entry is held against what its own record withholds."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from staged import OTHER, OWNER

from generator.outputs import Output
from generator.redaction.kinds import Kind
from generator.verify.data import read_csv

if TYPE_CHECKING:
    from staged import Staged

NOBODY: frozenset[str] = frozenset()
NAME = "砂越八重香"
SHORT = "砂越"
"""Looked for in files of its own record only: elsewhere it is a place."""


def put(staged: Staged, path: str, source: str, *parts: frozenset[str]) -> None:
    """A file whose parts carry the words of these owners."""
    staged.put(path, source)
    staged.outputs[-1] = Output(path, OWNER | OTHER, parts=parts)


def table(*cells: str) -> str:
    """A CSV file of one column."""
    return "\ufeff概要\r\n" + "".join(f"{cell}\r\n" for cell in cells)


def lines(*values: str) -> str:
    """A JSON file of many records."""
    shown = ",\n".join(json.dumps({"概要": value}, ensure_ascii=False) for value in values)
    return f'{{"出典": "町", "一覧":[\n{shown}\n]}}\n'


def feed(*values: str) -> str:
    """An Atom file."""
    shown = "".join(f"<entry>\n<summary>{value}</summary>\n</entry>\n" for value in values)
    return f'<feed xmlns="http://www.w3.org/2005/Atom">\n<title>公表資料</title>\n{shown}</feed>\n'


KINDS = pytest.mark.parametrize(
    ("path", "made"), [("data/a.csv", table), ("data/a.json", lines), ("feed.atom", feed)], ids=["csv", "json", "atom"]
)


@KINDS
def test_each_part_answers_for_its_own_record(staged, path, made):
    """A short name that one record withholds may stand in the row of another, and not in its own."""
    staged.withhold(SHORT, everywhere=False)
    put(staged, path, made("経緯", SHORT), NOBODY, OWNER, OTHER)
    assert staged.codes() == []
    put(staged, f"own/{path}", made(SHORT, "経緯"), NOBODY, OWNER, OTHER)
    assert staged.codes() == ["L701"]


@KINDS
def test_a_long_name_stands_nowhere(staged, path, made):
    """Whoever's row it is."""
    staged.withhold(NAME)
    put(staged, path, made("経緯", f"{NAME}の件"), NOBODY, OWNER, OTHER)
    assert staged.codes() == ["L701"]


@KINDS
def test_other_parts_than_promised_are_a_broken_file(staged, path, made):
    """One row more, or one less, and nobody knows whose it is."""
    put(staged, path, made("一", "二", "三"), NOBODY, OWNER, OTHER)
    assert staged.codes() == ["L708"]


def test_a_paragraph_of_a_cell_is_a_text_of_its_own():
    """Line ends part paragraphs and tabs part cells, as on a page; the mark before a formula is no part of it."""
    found = read_csv('\ufeff見出し\r\n"一つ目\n二つ\t目"\r\n\'=1\r\n'.removeprefix("\ufeff"))
    assert [(unit.text, unit.label) for unit in found.units] == [
        ("見出し", ""),
        ("一つ目", "見出し"),
        ("二つ", "見出し"),
        ("目", "見出し"),
        ("=1", "見出し"),
    ]


def test_kept_occurrence_stands_in_its_cell(staged):
    """A name that is public by its field is known by its neighbours: in a cell, by having none."""
    staged.keep("内田様", "内田")
    put(staged, "data/a.csv", table("内田様"), NOBODY, OWNER)
    assert staged.codes() == []
    put(staged, "data/b.csv", table("窓口で内田様に"), NOBODY, OWNER)
    assert staged.codes() == ["L702"]


def test_digest_of_an_own_file_is_no_text(staged):
    """The SHA-256 of a file of the site is left alone even where its digits would tell; any other is not."""
    staged.put("a/data.json", '{"概要": "経緯"}\n')
    digest = sha256(b'{"\xe6\xa6\x82\xe8\xa6\x81": "\xe7\xb5\x8c\xe7\xb7\xaf"}\n').hexdigest()
    staged.withhold(digest[10:30], Kind.ACCOUNT)
    staged.page(f"<p>{digest}</p>")
    assert staged.codes() == []
    staged.page(f"<p>{digest[:-1]}{'0' if digest[-1] != '0' else '1'}</p>", path="incidents/b/index.html")
    assert staged.codes() == ["L701"]


@pytest.mark.parametrize("written", [NAME, "".join(f"\\u{ord(char):04x}" for char in NAME)], ids=["plain", "escaped"])
def test_json_ld_is_read_as_json(staged, written):
    r"""What a `script` of JSON-LD says is a text like any other, also where it is written in `\u` escapes."""
    staged.withhold(NAME)
    ld = f'{{"@context":"https://schema.org","@type":"Report","description":"{written}の件"}}'
    staged.page(f'<p>経緯</p><script type="application/ld+json">{ld}</script>')
    assert staged.codes() == ["L701"]


def test_broken_json_ld_is_never_released(staged):
    """What can't be read can't be judged."""
    staged.page('<script type="application/ld+json">{"@type":</script>')
    assert staged.codes() == ["L708"]


def test_a_title_in_phrases_is_one_line(staged):
    """A name that is cut by the phrases of a title is judged in the whole title, at its place in the file."""
    phrases = json.dumps(
        {"title": ["委員の阿佐美", "志津乃が", "述べた。"], "keys": ["阿佐美", "志津乃"]}, ensure_ascii=False
    )
    staged.put("search/text/a.json", phrases)
    assert [(p.code, p.place.column) for p in staged.problems()] == [
        ("L702", phrases.index("阿佐美志津乃".removesuffix("志津乃")) + 1)
    ]
    staged.keep("委員の阿佐美志津乃が述べた。", "阿佐美志津乃")
    assert staged.codes() == []
