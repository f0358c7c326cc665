"""`kohyo redact`: what is told of each stretch, and what of its neighbours a person at a terminal may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from settled_records import CAUSE, settled
from typed_records import draft

from generator.explain_redaction import explain

if TYPE_CHECKING:
    from pathlib import Path

    from generator.redaction.scan import Scanner

TEXT = "原因: 窓口の相馬 冬樹さんへ090-0000-7788から電話し、町長の真鍋征四郎に伝えた。"
PATH = "disclosures/2026-05-20-hokenryo-gosofu.yml"


def rows(scanner: Scanner, root: Path, text: str, *, masked: bool) -> list[str]:
    """What is told of the cause."""
    records = settled([draft((CAUSE, text))], scanner)
    return [row for row in explain(records, root / PATH, root, masked=masked) if ": 原因: " in row]


def test_each_stretch_has_its_line(scanner: Scanner, tmp_path: Path) -> None:
    """Withheld and kept stretches stand in the order of the file, each with its kind, length and reason."""
    told = rows(scanner, tmp_path, TEXT, masked=False)
    assert [row.partition(" ")[0] for row in told] == [f"{PATH}:28:8:", f"{PATH}:28:16:", f"{PATH}:28:38:"]
    assert [row.partition("原因: ")[2].partition("。")[0] for row in told] == [
        "氏名（5字）を伏せます",
        "電話（13字）を伏せます",
        "氏名（5字）は公開します",
    ]


def test_what_must_be_decided_is_asked(scanner: Scanner, tmp_path: Path) -> None:
    """A suspicion is a question."""
    (told,) = rows(scanner, tmp_path, "原因: 長谷部が省いた。", masked=False)
    assert "印で決めてください" in told


def test_a_terminal_shows_neighbours_and_no_identifier(scanner: Scanner, tmp_path: Path) -> None:
    """With neighbours every identifier is ■ of its length, in its own line and in those of others."""
    told = rows(scanner, tmp_path, TEXT, masked=True)
    assert "窓口の■■■■■さんへ■■■■■" in told[0]
    assert "さんへ■■■■■■■■■■■■■から電話" in told[1]
    for row in told:
        for typed in ("相馬", "冬樹", "7788", "真鍋", "征四郎"):
            assert typed not in row


def test_only_the_file_that_was_asked_for(scanner: Scanner, tmp_path: Path) -> None:
    """Other files of the case are read and not told."""
    records = settled([draft((CAUSE, TEXT))], scanner)
    assert explain(records, tmp_path / "disclosures/2026-05-21-b.yml", tmp_path, masked=False) == []
