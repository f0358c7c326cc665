"""The documents say what the program knows: every key, word and command, and examples that can be read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import settings
from generator.arguments import parse
from generator.pages.statistics.counted import GROUPS
from generator.problems import Severity
from generator.records import (
    audit_shape,
    batch_shape,
    common_shape,
    content_shape,
    council_words,
    counts,
    discipline_shape,
    incident_shape,
    minutes_shape,
    paper_shape,
    read_record,
    vocabulary,
)
from generator.records.names import known_keys
from generator.records.shapes import Fields, Key
from generator.redaction.kinds import Kind
from generator.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).parents[2]
RECORDS = (ROOT / "docs/reference/records.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
STATISTICS = (ROOT / "docs/reference/statistics.md").read_text(encoding="utf-8")
JA = (ROOT / "generator/ja.toml").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def keys_of(module: ModuleType) -> Iterator[Key]:
    """The keys of every mapping that a module defines."""
    for shape in vars(module).values():
        if isinstance(shape, Fields):
            yield from shape.keys


def all_keys() -> list[str]:
    """Every key of a record and of the settings, with its names of equal standing."""
    kinds = (incident_shape, paper_shape, minutes_shape, audit_shape, discipline_shape, batch_shape)
    modules = (common_shape, content_shape, counts, *kinds, settings)
    return sorted({name for module in modules for key in keys_of(module) for name in (key.name, *key.also)})


def all_words() -> list[str]:
    """Every word of every enumeration."""
    named = (kind for module in (vocabulary, council_words) for kind in vars(module).values())
    kinds = [kind for kind in named if isinstance(kind, type) and issubclass(kind, vocabulary.Word)]
    return sorted({word.japanese for kind in kinds for word in kind})


@pytest.mark.parametrize("key", all_keys())
def test_key_is_in_the_reference(key: str) -> None:
    """Every key of a record or of the settings stands in docs/reference/records.md as a word of its own."""
    assert re.search(rf"(?<![一-龠ぁ-んァ-ヶー]){re.escape(key)}(?![一-龠ァ-ヶー])", RECORDS)


@pytest.mark.parametrize("word", all_words())
def test_word_of_a_choice_is_in_the_reference(word: str) -> None:
    """Every word that may be chosen stands in docs/reference/records.md."""
    assert word in RECORDS


@pytest.mark.parametrize("command", ["check", "build", "serve", "new", "redact", "schema", "explain"])
def test_command_and_its_options_are_in_the_reference(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command, and every option its --help names, stands in docs/reference/commands.md."""
    with pytest.raises(SystemExit):
        parse([command, "--help"])
    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out))
    assert f"kohyo {command}" in COMMANDS
    assert not {option for option in options if f"`{option}" not in COMMANDS}


SETTING = re.compile("(?:団体|公表基準|用語|読み|アクセシビリティ|表示):")
"""How a part of settings.yml begins."""


def examples() -> dict[str, str]:
    """The YAML shown in documents by file and number: whole records, and parts put into one.

    That is the document's own first record, else the README's.
    """
    found: dict[str, str] = {}
    for path in DOCUMENTS:
        blocks = re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
        whole = next((block for block in blocks if block.startswith("種類: ")), readme_record())
        for number, block in enumerate(blocks, 1):
            is_whole = block.startswith("種類: ")
            if not SETTING.match(block):
                found[f"{path.relative_to(ROOT)}-{number}"] = block if is_whole else with_part(block, whole)
    return found


def settings_examples() -> dict[str, str]:
    """The parts of settings.yml that documents show, by file and number."""
    found: dict[str, str] = {}
    for path in DOCUMENTS:
        blocks = re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
        found |= {f"{path.relative_to(ROOT)}-{n}": block for n, block in enumerate(blocks, 1) if SETTING.match(block)}
    return found


def readme_record() -> str:
    """The record that the README shows."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return str(re.findall(r"```yaml\n(種類: .*?)```", text, re.DOTALL)[0])


def with_part(part: str, whole: str) -> str:
    """A record with the sections of `part` in place of its own."""
    if part.startswith("人数:"):
        part = "影響:\n" + "".join(f"  {line}\n" for line in part.splitlines())
    keys = "|".join(re.findall(r"^([^\s:#]+):", part, re.MULTILINE))
    return re.sub(rf"^(?:{keys}):.*\n(?:(?: .*)?\n)*", "", whole, flags=re.MULTILINE) + part


@pytest.mark.parametrize("example", examples().values(), ids=examples())
def test_example_can_be_read(example: str, tmp_path: Path) -> None:
    """Every record or part of one shown in a document is read without an error."""
    path = tmp_path / "2026-05-01-example.yml"
    path.write_text(example, encoding="utf-8")
    source, problems = read_source(path, path.name, known_keys())
    assert source is not None
    draft, more = read_record(source)
    assert draft is not None
    assert [(p.code, p.place.line) for p in (*problems, *more) if p.severity is Severity.ERROR] == []


@pytest.mark.parametrize("example", settings_examples().values(), ids=settings_examples())
def test_example_of_settings_can_be_read(example: str, tmp_path: Path) -> None:
    """Every part of settings.yml shown in a document is read without an error, in place of the example's own."""
    path = tmp_path / "settings.yml"
    path.write_text(with_part(example, (ROOT / "settings.yml").read_text(encoding="utf-8")), encoding="utf-8")
    source, problems = read_source(path, path.name, known_keys())
    assert source is not None
    found, more = settings.read_settings(source)
    assert found is not None
    assert [(p.code, p.place.line) for p in (*problems, *more)] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_link_of_a_document_leads_to_a_file(path: Path) -> None:
    """Every relative link in a document leads to a file or folder of the repository."""
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_every_decision_is_listed() -> None:
    """docs/adr/README.md links to every decision there is."""
    index = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")
    assert [path.name for path in (ROOT / "docs/adr").glob("0*.md") if f"]({path.name})" not in index] == []


@pytest.mark.parametrize("reason", tomllib.loads(JA)["why"].values())
def test_reason_is_in_the_reference(reason: str) -> None:
    """Every reason for which something is withheld stands in docs/reference/redaction.md as it is told."""
    assert reason in (ROOT / "docs/reference/redaction.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.name)
def test_kind_is_in_the_reference(kind: Kind) -> None:
    """Every kind of identifier has its row in docs/reference/redaction.md and its word in docs/how-to/marks.md."""
    assert f"| {kind.value} |" in (ROOT / "docs/reference/redaction.md").read_text(encoding="utf-8")
    assert kind.value in (ROOT / "docs/how-to/marks.md").read_text(encoding="utf-8")


def test_groups_of_types_are_told_as_they_are_counted() -> None:
    """統計の数え方 lists every group of 種別 with what belongs to it, in the order of the tables."""
    rows = STATISTICS.partition("| まとめ | 種別 |\n|---|---|\n")[2].partition("\n\n")[0].splitlines()
    counted = [f"| {group.label} | {'、'.join(kind.japanese for kind in group.types)} |" for group in GROUPS]
    assert sorted(rows) == sorted(counted)
