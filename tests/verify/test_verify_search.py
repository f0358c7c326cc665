"""A withheld text in any file of the search is found, also where it could only be put together from the index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from staged import OTHER

from generator.pairs import index_of

if TYPE_CHECKING:
    from staged import Staged

NAME = "砂越八重香"
TEXT = "通知書を別の世帯に送りました。"
RECORDS = [
    ["/incidents/a/", "通知書について", "2026-05-01", "", []],
    ["/incidents/b/", "受診券について", "2026-04-01", "", []],
]


def search(staged: Staged, *, text: str = TEXT, index: dict[str, str] | None = None, files: int = 1) -> None:
    """Lay a search of two entries into the site; `index` in place of the one that follows from their texts."""
    texts = [{"title": [r[1]], "lead": "", "facts": [], "keys": ["事案"], "text": [text]} for r in RECORDS]
    staged.put("search/table.json", json.dumps({"facets": [], "records": RECORDS}, ensure_ascii=False), OTHER)
    for record, one in zip(RECORDS, texts, strict=True):
        staged.put(f"search/text{record[0][:-1]}.json", json.dumps(one, ensure_ascii=False), OTHER)
    if index is None:
        index = index_of([r[1], *one["keys"], *one["text"]] for r, one in zip(RECORDS, texts, strict=True))
    items = list(index.items())
    for number in range(files):
        part = json.dumps(dict(items[number::files]), ensure_ascii=False, separators=(",", ":"))
        staged.put(f"search/index/{'ab'[number]}.pairs.json", part, OTHER)


@pytest.mark.parametrize("files", [1, 2])
def test_an_index_of_the_texts_passes(staged: Staged, files: int) -> None:
    """What follows from the public texts is no leak, in one file or in several."""
    search(staged, files=files)
    assert staged.problems() == []


def test_a_name_in_the_text_of_a_result(staged: Staged) -> None:
    """The texts that results are made of, and the index is held against, are read as any data."""
    staged.withhold(NAME)
    search(staged, text=f"{NAME}に送りました。")
    assert {(p.code, p.place.path) for p in staged.problems()} == {
        ("L701", "search/text/incidents/a.json"),
        ("L701", "search/text/incidents/b.json"),
    }


def test_a_name_that_only_the_index_spells(staged: Staged) -> None:
    """Pairs that no text of the site has stop the release: they could spell what was withheld."""
    staged.withhold(NAME)
    search(staged, index=index_of([[RECORDS[0][1], "事案", TEXT, NAME], [RECORDS[1][1], "事案", TEXT]]))
    assert [(p.code, p.place.path) for p in staged.problems()] == [("L708", "search/table.json")]


def test_an_index_that_says_less(staged: Staged) -> None:
    """One that was written of other texts, or lost a file, is not that of this site."""
    search(staged, index=index_of([[RECORDS[0][1]], [RECORDS[1][1], "事案", TEXT]]))
    assert [problem.code for problem in staged.problems()] == ["L708"]


def test_an_index_without_its_table(staged: Staged) -> None:
    """What can't be held against anything is not released."""
    staged.put("search/index/a.pairs.json", '{"通知":"A"}', OTHER)
    assert [problem.code for problem in staged.problems()] == ["L708"]


@pytest.mark.parametrize(
    "file",
    [
        "{",
        "[]",
        '{"通知":["A"]}',
        '{"通知": "A"}',
        '{"通知":"A","通知":"B"}',
        '{"":"A"}',
        '{"通知":""}',
        f'{{"{NAME}":"A"}}',
        f'{{"通知":"{NAME}"}}',
        '{"通知":"A","\\u7802":"B"}',
    ],
    ids=["cut", "list", "nested", "spaced", "twice", "no-pair", "no-number", "a-key", "a-value", "escaped"],
)
def test_a_file_of_the_index_that_holds_anything_else(staged: Staged, file: str) -> None:
    """A text planted as a pair or as numbers, or a file that two readers could read in two ways, is not released."""
    search(staged)
    staged.put("search/index/c.pairs.json", file, OTHER)
    assert ("L708", "search/index/c.pairs.json") in [(p.code, p.place.path) for p in staged.problems()]
