"""Drafts settled with the settings of the broken sites: what the tests of policy, marks and refusals look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from typed_records import draft

from generator.records.names import known_keys
from generator.redaction.compose import public_text
from generator.redaction.redact import settle_records
from generator.settings import Settings, read_settings
from generator.source import read_source

if TYPE_CHECKING:
    from generator.records import Draft
    from generator.redaction.redact import SettledRecord
    from generator.redaction.scan import Scanner

CAUSE = "原因: 封入の前に、宛名を二人で確かめる手順を省きました。"
PEOPLE = "  人数: 2人"
TYPE = "事案種別: 誤送付"


def town() -> Settings:
    """The settings of the broken sites."""
    source, _ = read_source(Path(__file__).parents[1] / "broken/settings.yml", "settings.yml", known_keys())
    assert source is not None
    settings, _ = read_settings(source)
    assert settings is not None
    return settings


def settled(records: list[Draft], scanner: Scanner) -> tuple[SettledRecord, ...]:
    """Every field of the records decided."""
    return settle_records(records, town(), scanner)


def told(scanner: Scanner, *changes: tuple[str, str]) -> tuple[dict[str, str], list[tuple[str, str]], list[str]]:
    """What the public reads of each text by its field, what is kept and why, and the codes of the problems."""
    (record,) = settled([draft(*changes)], scanner)
    texts = {".".join(map(str, one.field.path)): public_text(one).plain for one in record.fields}
    kept = [(s.kind.value, s.kept) for one in record.fields for s in one.stretches if s.kept and s.kept != "field"]
    return texts, kept, [problem.code for problem in record.problems]


def cause(scanner: Scanner, text: str, *changes: tuple[str, str]) -> tuple[str, list[str], list[str]]:
    """The same of one text typed as 原因: what is read, the reasons why something was kept, the codes."""
    texts, kept, codes = told(scanner, (CAUSE, f"原因: |\n  {text}"), *changes)
    return texts["causes.body.blocks.0.text"], [reason for _, reason in kept], codes
