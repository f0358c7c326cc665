"""A source's own slip, through the whole line: warned of, quoted with ［原文：…］, shown with 〔原文ママ〕."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typed_minutes import minutes_text

from generator.cli import JST
from generator.pipeline import build

if TYPE_CHECKING:
    from generator.problems import Problem

SETTINGS = Path(__file__).parents[1] / "broken/settings.yml"
NOW = datetime(2026, 6, 1, 12, tzinfo=JST)
SAID = "        発言: 40分ほどである。"
TOLD = "に係へ報告があった。"


def built(root: Path, date: str, scanner) -> tuple[str, tuple[Problem, ...]]:
    """The page of minutes in which somebody says when a report came, and what was told to the author."""
    (root / "disclosures").mkdir()
    shutil.copy(SETTINGS, root)
    text = minutes_text((SAID, f"        発言: {date}{TOLD}"))
    (root / "disclosures/2026-05-25-shingikai.yml").write_text(text, encoding="utf-8")
    problems = build(root, root / "site", NOW, scanner, lambda _step: None)
    page = root / "site/minutes/2026-05-25-shingikai/index.html"
    return page.read_text(encoding="utf-8"), tuple(p for p in problems if p.code.startswith("W514"))


@pytest.mark.parametrize(
    ("date", "codes", "note"),
    [
        ("令和８年１２月２７日", ["W514"], False),
        ("［原文：令和８年１２月２７日］", [], True),
        ("令和８年５月１７日", [], False),
    ],
    ids=["slip", "quoted", "right"],
)
def test_slip(date: str, codes: list[str], note: bool, tmp_path: Path, scanner) -> None:  # noqa: FBT001
    """A report of a day after the meeting is warned of; quoted, it is not, and the page says whose slip it is."""
    page, problems = built(tmp_path, date, scanner)
    assert [problem.code for problem in problems] == codes
    assert ("〔原文ママ〕" in page) is note
    assert "係へ報告があった。" in page
    assert "［原文" not in page
