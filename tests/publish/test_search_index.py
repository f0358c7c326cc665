"""What the search needs beside its page: the same bytes for the same entries, and no file that nobody reads."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from generator.pages.search import SearchEntry
from generator.publish.search import write_search

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


def test_every_file_is_told(tmp_path, settings):
    """What lies there is what is told, and all of it is JSON."""
    outputs = write_search(ENTRIES, tmp_path, settings)
    assert {output.path for output in outputs} == set(files(tmp_path))
    assert {Path(path).suffix for path in files(tmp_path)} == {".json"}


def test_a_text_may_carry_only_its_own_records(tmp_path, settings):
    """The file of each entry belongs to the owners of its page."""
    owners = {output.path: output.owners for output in write_search(ENTRIES, tmp_path, settings)}
    assert owners["search/text/incidents/7.json"] == {"7"}


def test_the_table_names_the_files_of_the_index(tmp_path, settings):
    """Each by its first character and its contents: other contents, another name."""
    write_search(ENTRIES, tmp_path / "a", settings)
    write_search(ENTRIES[1:], tmp_path / "b", settings)
    listed = [json.loads((tmp_path / name / "search/table.json").read_text(encoding="utf-8"))["index"] for name in "ab"]
    for name, index in zip("ab", listed, strict=True):
        assert [first for first, _ in index] == sorted(first for first, _ in index)
        there = {path.name for path in (tmp_path / name / "search" / "index").iterdir()}
        assert there == {f"{file}.pairs.json" for _, file in index}
    assert not {file for _, file in listed[0]} & {file for _, file in listed[1]}


def test_nothing_to_find(tmp_path, settings):
    """A site without a public record has no search, and no file of one."""
    assert write_search([], tmp_path, settings) == []
    assert files(tmp_path) == {}
