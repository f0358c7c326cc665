"""settings.yml: what it gives, and the questions the other rooms ask of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.names import known_keys
from generator.records.vocabulary import Sanction
from generator.settings import MunicipalityKind, Settings, read_settings
from generator.source import parse_source, read_source

ROOT = Path(__file__).parents[2]
TOWN = "団体:\n  名称: 波留町\n  種別: 町\n"


def read(text: str) -> tuple[Settings | None, list[tuple[str, int, str]]]:
    """The settings of a text, and the code, line and field of each problem."""
    source, problems = parse_source(text.encode(), "settings.yml", known_keys())
    assert source is not None, problems
    settings, found = read_settings(source)
    return settings, [(problem.code, problem.place.line, problem.field) for problem in found]


def test_the_least_settings() -> None:
    """A name and a kind are enough; all else has a default that shows nothing and frees nothing."""
    settings, problems = read(TOWN)
    assert problems == []
    assert settings is not None
    assert (settings.officials, settings.facilities, settings.municipality.phones) == ((), (), ())
    assert (settings.days_to_publication, settings.small_numbers.threshold) == (30, 10)
    assert not any(settings.name_allowed(sanction) for sanction in Sanction)


@pytest.mark.parametrize("path", [ROOT / "settings.yml", ROOT / "tests/broken/settings.yml"], ids=["example", "broken"])
def test_settings_on_disk_are_sound(path: Path) -> None:
    """The settings that ship with kohyo and with its tests have no problem."""
    source, problems = read_source(path, path.name, known_keys())
    assert source is not None
    assert [*problems, *read_settings(source)[1]] == []


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", []),
        ("公表までの日数上限: 三十日\n", [("E217", 4, "公表までの日数上限")]),
        ("公開先: kohyo.haru.example\n", [("E227", 4, "公開先")]),
        ("公開先: https://[kohyo\n", [("E227", 4, "公開先")]),
        ("公開先: https://kohyo.haru.example/<b>\n", [("E227", 4, "公開先")]),
        ("公職者:\n  - 職: 町長\n", [("E201", 5, "公職者[1]")]),
        ("所管:\n  - 名称: 総務課\n    英字: 総務\n", [("E219", 6, "所管[1].英字")]),
        ("所管:\n  - {名称: 総務課, 英字: a}\n  - {名称: 税務課, 英字: a}\n", [("E226", 6, "所管[2]")]),
        ("所管:\n  - {名称: 総務課, 英字: other}\n", [("E226", 5, "所管[1]")]),
        ("会議体:\n  - {名称: 甲会, 英字: a}\n  - {名称: 乙会, 英字: a}\n", [("E226", 6, "会議体[2]")]),
        ("分野:\n  - {名称: 税, 英字: tax}\n  - 福祉\n  - {名称: 税金, 英字: tax}\n", [("E226", 7, "分野[3]")]),
        ("分野: [税, {英字: a}]\n", [("E201", 4, "分野[2]")]),
        ("公表基準:\n  - {処分: 注意, 氏名: はい}\n", [("E210", 5, "公表基準[1].処分")]),
        ("公表基準:\n  - {処分: 免職, 氏名: たぶん}\n", [("E218", 5, "公表基準[1].氏名")]),
        ("分やの一覧: 一\n", [("E213", 4, "")]),
        ("施没: 波留町立図書館\n", [("E202", 4, "")]),
    ],
)
def test_what_is_wrong_in_settings(more: str, told: list[tuple[str, int, str]]) -> None:
    """A slip in the settings is told at its line, with its field."""
    assert read(f"{TOWN}{more}")[1] == told


SECTIONS = """所管:
  - {名称: 保険年金課, 英字: insurance, 旧名称: [国保係, 保険課]}
  - {名称: 保険, 英字: short}
  - {名称: 総務課, 英字: general}
"""


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("保険年金課", "insurance"),
        ("波留町 保険年金課 資格係", "insurance"),
        ("保険　年金課", "insurance"),
        ("住民部国保係", "insurance"),
        ("保険課", "insurance"),
        ("保険", "short"),
        ("総務課", "general"),
        ("税務課", None),
    ],
)
def test_a_section_is_known_by_its_longest_name(typed: str, slug: str | None) -> None:
    """A section is found within what was typed, by its name or a former one, and the longest name wins."""
    settings, _ = read(TOWN + SECTIONS)
    assert settings is not None
    found = settings.department(typed)
    assert (found.slug if found else None) == slug


def test_only_a_listed_disposition_shows_a_name() -> None:
    """公表基準 allows a name for the dispositions it lists with はい, and for no other."""
    settings, _ = read(
        f"{TOWN}公表基準:\n  - {{処分: 免職, 氏名: はい}}\n  - {{処分: 停職, 氏名: いいえ}}\n  - {{処分: 減給}}\n"
    )
    assert settings is not None
    assert [sanction for sanction in Sanction if settings.name_allowed(sanction)] == [Sanction.DISMISSAL]


@pytest.mark.parametrize(
    ("kind", "residents"),
    [("市", "市民"), ("区", "区民"), ("村", "村民"), ("府", "府民"), ("県", "県民"), ("組合", "住民")],
)
def test_what_the_people_are_called(kind: str, residents: str) -> None:
    """The kind of municipality says what its people are called."""
    assert next(k for k in MunicipalityKind if k.japanese == kind).residents == residents


@pytest.mark.parametrize(
    ("phones", "shown"),
    [("[0400-10-]", ""), ("[0400-10-, 0400-10-2100]", "0400-10-2100"), ("03-0000-0000", "03-0000-0000")],
)
def test_the_number_to_call(phones: str, shown: str) -> None:
    """The first whole number is the one to call; a beginning of numbers is none."""
    settings, _ = read(f"{TOWN}  電話: {phones}\n")
    assert settings is not None
    assert settings.municipality.main_phone == shown
