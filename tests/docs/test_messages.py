"""The page of messages is that of the program's own words."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
MADE = runpy.run_path(str(HERE / "messages.py"))
CODES = tomllib.loads((MADE["ROOT"] / "generator/ja.toml").read_text(encoding="utf-8"))["problems"]


def test_page_of_messages_is_up_to_date() -> None:
    """docs/reference/messages.md is what tests/docs/messages.py writes now."""
    assert MADE["PAGE"].read_text(encoding="utf-8") == MADE["page"]()


def test_every_code_belongs_to_a_group() -> None:
    """Every code of ja.toml stands under one heading of the page."""
    assert {code for code in CODES if code[:2] not in MADE["GROUPS"]} == set()
