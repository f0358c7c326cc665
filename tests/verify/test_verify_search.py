"""A withheld text in any file of the search is found, also where no single file holds it."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from staged import OTHER

from generator.publish.pagefind import keep_what_is_read, new_index
from generator.spelled import spelled

if TYPE_CHECKING:
    from pathlib import Path

    from staged import Staged

NAME = "砂越八重香"
HEAD = b"pagefind_dcd"


def index(staged: Staged, folder: Path, *texts: str) -> None:
    """Lay Pagefind's index of these texts into the site."""
    with new_index() as made:
        for number, text in enumerate(texts):
            made.add(str(number), spelled((text,)))
        made.write(folder)
    keep_what_is_read(folder)
    for path in sorted(folder.rglob("*.pf_*")):
        staged.put(f"search/pagefind/{path.relative_to(folder).as_posix()}", path.read_bytes(), OTHER)


def test_a_clean_index_passes(staged: Staged, tmp_path: Path) -> None:
    """An index of public texts is no leak, however many names could be put together from its words."""
    staged.withhold(NAME)
    index(staged, tmp_path / "i", "砂越町の八重桜が香る", "通知書を送りました。")
    assert staged.problems() == []


def test_a_name_in_an_index(staged: Staged, tmp_path: Path) -> None:
    """A withheld name is found although the index holds it as pairs of characters, spelled in letters."""
    staged.withhold(NAME)
    index(staged, tmp_path / "i", f"通知書を{NAME}さんに送りました。")
    assert [problem.code for problem in staged.problems()] == ["L701"]


def test_a_name_over_several_files_of_an_index(staged: Staged, tmp_path: Path) -> None:
    """The index is cut into files by its words: all of them together are read, not each alone."""
    staged.withhold(NAME)
    many = "".join(chr(0x4E00 + n % 4000) + chr(0x4E00 + n * 7 % 4000) for n in range(9000))
    index(staged, tmp_path / "i", many, f"通知書を{NAME}さんに送りました。")
    assert len(list((tmp_path / "i" / "index").iterdir())) > 1
    assert {problem.code for problem in staged.problems()} == {"L701"}


def test_a_name_that_is_kept_in_the_text_is_kept_in_its_index(staged: Staged, tmp_path: Path) -> None:
    """What may stand in a text by its neighbours may stand in the index of that text."""
    text = f"審議会の委員に{NAME}氏を委嘱した。"
    staged.withhold(NAME)
    staged.keep(text, NAME)
    index(staged, tmp_path / "i", text)
    assert staged.problems() == []


@pytest.mark.parametrize("ending", ["pf_index", "pf_meta"])
def test_a_name_as_a_word_of_its_own(staged: Staged, ending: str) -> None:
    """A text planted as it is, in a word or a range of words, is found."""
    planted = b"\x81" + bytes([0x60 + len(NAME.encode())]) + NAME.encode()
    staged.withhold(NAME)
    path = f"search/pagefind/index/unknown_0.{ending}"
    whole = planted if ending == "pf_meta" else b"\x81\x81\x83" + planted[1:] + b"\x80\x80"
    staged.put(path, gzip.compress(HEAD + whole), OTHER)
    assert "L701" in {problem.code for problem in staged.problems()}


def test_a_name_in_the_text_of_a_result(staged: Staged) -> None:
    """The text that results are made of is read as any data."""
    staged.withhold(NAME)
    staged.put("search/text/incidents/a.json", json.dumps({"text": [f"{NAME}に送りました。"]}))
    assert [problem.code for problem in staged.problems()] == ["L701"]


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("search/pagefind/index/a.pf_index", b"no gzip", "L708"),
        ("search/pagefind/index/a.pf_index", gzip.compress(b"another head"), "L708"),
        ("search/pagefind/index/a.pf_index", gzip.compress(HEAD + b"\x9f"), "L708"),
        ("search/pagefind/a.pf_meta", gzip.compress(HEAD + b"\x80rest"), "L708"),
        ("search/pagefind/fragment/a.pf_fragment", gzip.compress(HEAD + b"{}"), "L707"),
        ("search/pagefind/filter/a.pf_filter", gzip.compress(HEAD + b"\x80"), "L707"),
    ],
)
def test_what_cannot_be_read_is_not_released(staged: Staged, path: str, data: bytes, code: str) -> None:
    """A file of the index that is broken, and any kind that no page of ours loads, stops the release."""
    staged.put(path, data)
    assert code in {problem.code for problem in staged.problems()}
