"""The command from end to end: what it returns, and what stands in site/ afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.redaction import compose
from generator.text import PublicText

ROOT = Path(__file__).resolve().parents[2]
NOW = ["--now", "2026-06-01T12:00"]
NAME = "蓮沼 雄一郎"


@pytest.fixture
def town(tmp_path):
    """A sound site of one record that holds a resident's name."""
    (tmp_path / "disclosures").mkdir()
    shutil.copy(ROOT / "settings.yml", tmp_path)
    source = (ROOT / "tests" / "canaries" / "carrier.yml").read_text(encoding="utf-8").replace("CASE", "exit")
    text = source.replace("@1", '"確認しました"').replace("@s", '"確認しました"').replace("@", '"確認しました"')
    text = text.replace('結び: "確認しました"', f"結び: {NAME}さんにお詫びしました。")
    (tmp_path / "disclosures" / "one.yml").write_text(text, encoding="utf-8")
    return tmp_path


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_clean(town):
    """A sound site is built, its exit code is 0, and the name is nowhere in it."""
    assert main(["build", "--site", str(town), *NOW]) == 0
    site = bytes_of(town / "site")
    assert "index.html" in site
    assert not [path for path, data in site.items() if NAME.replace(" ", "").encode() in data.replace(b" ", b"")]


def test_a_leak_stops_the_release(town, monkeypatch, capsys):
    """With replacement off in redact, verify stops the build with exit code 3; the old site stays, nothing is told."""
    assert main(["build", "--site", str(town), *NOW]) == 0
    before = bytes_of(town / "site")
    monkeypatch.setattr(compose, "public_text", lambda settled: PublicText((settled.field.bare.text,)))
    capsys.readouterr()
    assert main(["build", "--site", str(town), *NOW]) == 3
    assert bytes_of(town / "site") == before
    assert not list(town.glob(".kohyo-staging-*"))
    said = "".join(capsys.readouterr())
    assert "leak[L70" in said
    assert "蓮沼" not in said
    assert "雄一郎" not in said


def test_a_problem_changes_nothing(town):
    """With a mistake in a record nothing is released, and the exit code is 1."""
    assert main(["build", "--site", str(town), *NOW]) == 0
    before = bytes_of(town / "site")
    record = town / "disclosures" / "one.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("発表区分: 第一報", "発表区分: 速報"), encoding="utf-8"
    )
    assert main(["build", "--site", str(town), *NOW]) == 1
    assert bytes_of(town / "site") == before


def test_a_character_without_a_glyph_is_told_where_it_stands(town, capsys):
    """An emoji stops the build before anything is printed, with its code point, at the text that holds it."""
    path = town / "disclosures" / "one.yml"
    lines = path.read_text(encoding="utf-8").replace("結び: ", "結び: \U0001f600").splitlines()
    path.write_text("\n".join(lines), encoding="utf-8")
    line = next(number for number, text in enumerate(lines, 1) if "\U0001f600" in text)
    assert main(["build", "--site", str(town), *NOW]) == 1
    told = capsys.readouterr()
    assert f"disclosures/one.yml:{line}:" in told.out + told.err
    assert "E371" in told.out + told.err
    assert "U+1F600" in told.out + told.err
    assert "お詫びしました" not in told.out + told.err


def test_fonts_that_are_not_there(town, capsys, monkeypatch):
    """Where the package of the settings is not installed the build says how to get it."""
    monkeypatch.setattr("generator.publish.sheets.fonts_of", lambda _package: None)
    assert main(["build", "--site", str(town), *NOW]) == 2
    told = capsys.readouterr()
    assert "E931" in told.out + told.err
    assert "pip install 'noto-cjk[sans-jp]'" in told.out + told.err
