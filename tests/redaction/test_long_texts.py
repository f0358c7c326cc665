"""Texts that repeat one thing thousands of times: a pattern that tries every way to read them would never end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.redaction.scan import Passage, Scanner

SCANNER = Scanner()
LENGTH = 8_000
IDENTIFIER = "1234 5678 9018"
ENDING = f"。\n\nマイナンバー：{IDENTIFIER}"
UNITS = {
    "digits": "7",
    "spaced digits": "1 2 ",
    "hyphens": "-",
    "grouped digits": "12-34 ",
    "wrapped digits": "12\n",
    "kanji digits": "三の",
    "spoken zeros": "ゼロ",
    "slips of letters": "o90-",
    "labels": "宛名番号",
    "labels with numbers": "宛名番号12345、",
    "labels on lines": "番号\n",
    "telephones": "090-0000-1234 ",
    "telephone words": "電話番号は",
    "local numbers": "電話 61-0843 ",
    "births": "S40.1.1生 ",
    "ages": "様（S40.1.1）、",
    "plates": "湘南 300 あ 12-34 ",
    "hosts": "a.b@",
    "handles": "@abc ",
    "dotted": "1.2.3.",
    "colons": "a:1:",
    "folders": "/" + "home/a",
    "passwords": "パスワード：a1 ",
    "masks": "**-",
    "brackets": "（",
    "quotes": "「a",
    "cells": "氏名\t電話\n",
    "bars": "|1|",
    "letters apart": "A B ",
    "kanji apart": "山 ",
    "wrapped kana": "さく\nら",
    "English dates": "02 APR 1981 ",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_an_identifier_after_a_long_repetition_is_found(unit):
    """However often one thing stands before it, an identifier in a paragraph of its own is found whole."""
    text = unit * (LENGTH // len(unit)) + ENDING
    hits = SCANNER.scan(Passage(text))
    start = len(text) - len(IDENTIFIER)
    assert any(hit.sure and hit.start <= start and hit.end == len(text) for hit in hits)


@given(st.lists(st.sampled_from(sorted(UNITS.values())), min_size=2, max_size=4).map("".join))
@settings(deadline=None, max_examples=25)
def test_an_identifier_after_a_mixed_repetition_is_found(unit):
    """So it is after several things in turn."""
    text = unit * (LENGTH // 2 // len(unit)) + ENDING
    hits = SCANNER.scan(Passage(text))
    assert any(hit.sure and hit.end == len(text) and hit.start <= len(text) - len(IDENTIFIER) for hit in hits)
