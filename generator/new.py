"""`kohyo new 種類`: a file that passes the check but for what only a person can say.

Writes one new file and never over an old one.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from slugify import slugify

from generator.disk import DISCLOSURES, SETTINGS
from generator.records.dates import Day
from generator.records.ids import is_id
from generator.records.names import known_keys
from generator.records.vocabulary import RecordKind
from generator.settings import read_settings
from generator.source import read_source
from generator.words import word

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from generator.settings import Settings


class NotMade(Enum):
    """Why no file was made."""

    KIND = "kind"
    ID = "id"
    EXISTS = "exists"


def new_record(root: Path, kind: str, wanted: str | None, now: datetime) -> Path | NotMade:
    """The path of the new file, or why there is none."""
    made = next((one for one in RecordKind if one.japanese == kind), None)
    if made is None:
        return NotMade.KIND
    if not (wanted or "").isascii():
        return NotMade.ID  # slugify would spell Japanese in Chinese readings
    record_id = slugify(wanted, max_length=64) if wanted else f"{now:%Y-%m-%d}-{word(f'new.id.{made.machine}')}"
    path = root / DISCLOSURES / f"{record_id}.yml"
    if not is_id(record_id):
        return NotMade.ID
    if any((root / DISCLOSURES).rglob(path.name)):
        return NotMade.EXISTS
    path.parent.mkdir(exist_ok=True)
    today = Day(now.year, now.month, now.day).shown
    contact = _contact(_settings(root))
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(word(f"new.{made.machine}", today=today, **contact))
    return path


def _settings(root: Path) -> Settings | None:
    if not (root / SETTINGS).is_file():
        return None
    source, _ = read_source(root / SETTINGS, SETTINGS, known_keys())
    return read_settings(source)[0] if source else None


def _contact(settings: Settings | None) -> dict[str, str]:
    """The section and the number to begin with: the first of the settings'."""
    department = settings.departments[0].name if settings and settings.departments else word("new.department")
    phones = [phone for phone in settings.municipality.phones if not phone.endswith("-")] if settings else []
    return {"department": department, "phone": phones[0] if phones else word("new.phone")}
