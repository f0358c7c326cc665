"""Which files make up a site, and what lies among them and is none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.disk import read_site
from generator.records.names import known_keys

if TYPE_CHECKING:
    from pathlib import Path


def site(root: Path, *names: str, text: str = "種類: 事案\n") -> Path:
    """A site with files of these names."""
    (root / "settings.yml").write_text("団体: {名称: 波留町, 種別: 町}\n", encoding="utf-8")
    for name in names:
        path = root / "disclosures" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def told(root: Path) -> list[tuple[str, str]]:
    """The problems of a site by path and code."""
    return [(problem.place.path, problem.code) for problem in read_site(root, known_keys()).problems]


def test_records_are_read_in_order_from_every_folder(tmp_path: Path) -> None:
    """Every .yml below disclosures/ is a record, whatever folder it lies in, in the order of paths."""
    sources = read_site(site(tmp_path, "b.yml", "2026/a.yml", "2026/05/c.yml"), known_keys())
    assert [record.path for record in sources.records] == [
        "disclosures/2026/05/c.yml",
        "disclosures/2026/a.yml",
        "disclosures/b.yml",
    ]
    assert sources.ids == {"a", "b", "c"}
    assert sources.problems == ()


@pytest.mark.parametrize("name", ["a.yaml", "a.yml.txt", "a.txt", "写真.jpg", "A.YML"])
def test_a_file_that_would_not_be_read_is_told(name: str, tmp_path: Path) -> None:
    """What lies in disclosures/ and does not end in .yml is an error: somebody means it to be public."""
    assert told(site(tmp_path, name)) == [(f"disclosures/{name}", "E228")]


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    """A pipe named like a record is told, and nobody waits for what it never says."""
    root = site(tmp_path, "a.yml")
    os.mkfifo(root / "disclosures/b.yml")
    assert told(root) == [("disclosures/b.yml", "E228")]


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[31m.txt", "a\udcff.txt"], ids=["line", "escape", "bytes"])
def test_a_file_s_name_is_told_in_characters_that_print(name: str, tmp_path: Path) -> None:
    """A line end, an escape of a terminal, or bytes that are no text in a name do not reach a message."""
    ((path, code),) = told(site(tmp_path, name))
    assert (path.isprintable(), code) == (True, "E228")


@pytest.mark.parametrize("name", [".a.yml.swp", ".git/a.yml", "a.yml~", "files/a/mihon.pdf"])
def test_what_editors_leave_is_passed_over(name: str, tmp_path: Path) -> None:
    """Hidden files, backups of editors and attachments are neither read nor told."""
    assert told(site(tmp_path, "a.yml", name)) == []


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    """A link could show another file tomorrow: neither a linked record nor what a linked folder holds is read."""
    root = site(tmp_path, "a.yml")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/b.yml").write_text("種類: 事案\n", encoding="utf-8")
    (root / "disclosures/b.yml").symlink_to(tmp_path / "elsewhere/b.yml")
    (root / "disclosures/linked").symlink_to(tmp_path / "elsewhere")
    assert told(root) == [("disclosures/b.yml", "E229"), ("disclosures/linked", "E229")]
    assert [record.path for record in read_site(root, known_keys()).records] == ["disclosures/a.yml"]


def test_a_site_needs_settings(tmp_path: Path) -> None:
    """Without settings.yml there is E921; without disclosures/ there is nothing wrong and nothing to read."""
    assert told(tmp_path) == [("settings.yml", "E921")]
    assert told(site(tmp_path)) == []


@pytest.mark.parametrize("number", ["r08-004", '"r08-004"', "'r08-004'", " r08-004  "])
def test_some_files_are_read_with_those_of_their_case(number: str, tmp_path: Path) -> None:
    """Of the other files only those of the same case are opened, however its number was quoted; all ids are known."""
    root = site(tmp_path, "c.yml", "d.yml")
    site(root, "a.yml", text=f"種類: 事案\n事案番号: {number}\n")
    site(root, "b.yml", text="種類: 事案\n事案番号: r08-004\n")
    sources = read_site(root, known_keys(), [root / "disclosures/a.yml"])
    assert [record.path for record in sources.records] == ["disclosures/a.yml", "disclosures/b.yml"]
    assert sources.ids == {"a", "b", "c", "d"}


def test_a_record_without_a_number_is_read_alone(tmp_path: Path) -> None:
    """An empty 事案番号 is the number of no case."""
    root = site(tmp_path, "b.yml", "c.yml")
    site(root, "a.yml", text="種類: 事案\n事案番号:\n")
    assert [record.path for record in read_site(root, known_keys(), [root / "disclosures/a.yml"]).records] == [
        "disclosures/a.yml"
    ]
