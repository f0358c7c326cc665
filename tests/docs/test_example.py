"""The example municipality is what a newcomer sees first: sound, complete, and showing every key there is."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import settings
from generator.pipeline import check
from generator.records import common_shape, content_shape, counts, incident_shape, minutes_shape
from generator.records.shapes import Fields
from generator.redaction.scan import Scanner

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=timezone(timedelta(hours=9)))
RECORDS = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "disclosures").glob("*.yml")))
SETTINGS = (ROOT / "settings.yml").read_text(encoding="utf-8")
REFUSED = {"ファイル"}
"""Known only so that a message can say why it is refused (docs/adr/0011)."""


def keys_of(*modules: ModuleType) -> list[str]:
    """The keys of every mapping that these modules define."""
    shapes = [shape for module in modules for shape in vars(module).values() if isinstance(shape, Fields)]
    return sorted({key.name for shape in shapes for key in shape.keys} - REFUSED)


def test_example_has_nothing_to_tell() -> None:
    """The example site is checked without a problem; the notes (N607) tell what 公表基準 keeps from its pages."""
    checked = check(ROOT, NOW, Scanner(), lambda _stage: None)
    assert [(p.code, p.place, p.field) for p in checked.problems if p.code != "N607"] == []
    assert "N607" in {p.code for p in checked.problems}
    assert len(checked.settled) > 15


@pytest.mark.parametrize("key", keys_of(common_shape, content_shape, counts, incident_shape, minutes_shape))
def test_example_shows_the_key(key: str) -> None:
    """Every key that a record may have is used somewhere in the example."""
    assert re.search(rf"^[ -]*{re.escape(key)}:", RECORDS, re.MULTILINE)


AFTER_A_TEST = {"試験日", "試験実施者", "試験方法", "試験結果", "例外"}
"""A municipality that has not tested its site, as this one, has nothing to write there."""


@pytest.mark.parametrize("key", sorted(AFTER_A_TEST))
def test_settings_explain_what_is_not_there_yet(key: str) -> None:
    """What is written only after a test of the site is explained in a comment."""
    assert re.search(rf"^ *#.*{key}：", SETTINGS, re.MULTILINE)


@pytest.mark.parametrize("key", [key for key in keys_of(settings) if key not in AFTER_A_TEST])
def test_settings_explain_the_key(key: str) -> None:
    """Every key of the settings is used in the example's settings.yml, with a comment just above its first use."""
    lines = SETTINGS.splitlines()
    first = next(n for n, line in enumerate(lines) if re.match(rf"[ -]*{re.escape(key)}:", line))
    above = [line for line in lines[max(0, first - 4) : first] if line.strip().startswith("#")]
    assert above


def test_example_source_holds_no_original() -> None:
    """No mark in the example holds what it withholds: the sources themselves name nobody."""
    assert re.findall(r"［[^］：]+：", RECORDS) == []


def test_weekdays_in_prose_are_right() -> None:
    """A weekday in the example is that of its date, in the year typed before it or in the paper's year or the last."""
    dated = re.compile("(?:令和([0-9]+)年)?([0-9]{1,2})月([0-9]{1,2})日（([月火水木金土日])(?:・祝)?）")
    wrong = []
    for path in sorted((ROOT / "disclosures").glob("*.yml")):
        paper = int(path.stem[:4])
        for era_year, month, day, weekday in dated.findall(path.read_text(encoding="utf-8")):
            years = (int(era_year) + 2018,) if era_year else (paper - 1, paper)
            if weekday not in {"月火水木金土日"[date(year, int(month), int(day)).weekday()] for year in years}:
                wrong.append((path.name, month, day))
    assert wrong == []
