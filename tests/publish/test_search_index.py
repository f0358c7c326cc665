"""What the search needs beside its page: the same bytes for the same entries, and no file that nobody reads."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.pages.search import SearchEntry
from generator.publish import pagefind, shell_digests
from generator.publish.search import write_search
from generator.spelled import folded
from generator.verify.index import read_index

ENTRY = SearchEntry(
    address="/incidents/2026-05-01-a/",
    title="通知書の誤送付について",
    date="2026-05-01",
    when="令和8年5月1日（金）",
    state="closed",
    facets={"kind": ("incident",), "year": ("2026",), "section": ("other",), "type": ("leak",), "state": ("closed",)},
    lead="通知書を別の方に送りました。",
    facts=("12人",),
    keys=("事案", "令和8年度"),
    text=("通知書12通を、別の世帯に送りました。", "宛名を確かめませんでした。"),
    owners=frozenset({"2026-05-01-a"}),
)
ENTRIES = [
    replace(ENTRY, address=f"/incidents/{n}/", date=f"2026-05-{n:02}", owners=frozenset({str(n)})) for n in range(1, 26)
]


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_same_bytes(tmp_path, settings):
    """The order in which entries come changes nothing."""
    write_search(ENTRIES, tmp_path / "a", settings)
    write_search(reversed(ENTRIES), tmp_path / "b", settings)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_every_file_is_told_and_read(tmp_path, settings):
    """What lies there is what is told; of Pagefind's own files only the two that pages load, as they ship."""
    outputs, problems = write_search(ENTRIES, tmp_path, settings)
    assert problems == []
    assert {output.path for output in outputs} == set(files(tmp_path))
    shell = {output.path for output in outputs if output.shell}
    assert shell == {"search/pagefind/pagefind.js", "search/pagefind/wasm.unknown.pagefind"}
    assert shell < set(shell_digests())
    assert {Path(path).suffix for path in files(tmp_path)} == {".json", ".js", ".pagefind", ".pf_meta", ".pf_index"}


def test_a_text_may_carry_only_its_own_records(tmp_path, settings):
    """The file of each entry belongs to the owners of its page."""
    outputs, _ = write_search(ENTRIES, tmp_path, settings)
    owners = {output.path: output.owners for output in outputs}
    assert owners["search/text/incidents/7.json"] == {"7"}


def test_the_index_holds_every_character(tmp_path, settings):
    """All files of the index together give back each text that was put in: title, keys and paragraphs."""
    write_search([ENTRY, replace(ENTRY, address="/incidents/b/", title="ば、が𠮷と2026-003")], tmp_path, settings)
    index = sorted((tmp_path / "search" / "pagefind" / "index").iterdir())
    texts = {reading.units[0].text for reading in read_index([path.read_bytes() for path in index])}
    rest = "\n".join(map(folded, (*ENTRY.keys, *ENTRY.text)))
    assert texts == {f"{folded(ENTRY.title)}\n{rest}", f"ば、が𠮷と2026-003\n{rest}"}


def test_every_entry_has_its_name(tmp_path, settings):
    """The list of names has one for each entry, and no two are alike."""
    write_search(ENTRIES, tmp_path, settings)
    names = json.loads((tmp_path / "search" / "pagefind" / "pages.json").read_text(encoding="utf-8"))
    assert len(set(names)) == len(ENTRIES)


def test_nothing_to_find(tmp_path, settings):
    """A site without a public record has no search, and no file of one."""
    assert write_search([], tmp_path, settings) == ([], [])
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "other"),
    [("get_executable", lambda: Path("/nowhere/pagefind")), ("SHIPPED", {"pagefind.js": "0" * 64})],
    ids=["missing", "another-version"],
)
def test_another_pagefind_than_the_known_one(tmp_path, settings, monkeypatch, name, other):
    """Where Pagefind is not there, or is not the one whose files are known, nothing is published and it is said."""
    monkeypatch.setattr(pagefind, name, other)
    outputs, problems = write_search(ENTRIES, tmp_path, settings)
    assert outputs == []
    assert [problem.code for problem in problems] == ["E910"]


def test_a_binary_that_is_something_else(tmp_path, settings, monkeypatch):
    """A program that answers nothing stops the build too; it never waits."""
    monkeypatch.setattr(pagefind, "get_executable", lambda: Path("/bin/true"))
    assert [problem.code for problem in write_search(ENTRIES, tmp_path, settings)[1]] == ["E910"]
