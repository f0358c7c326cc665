"""The JSON file of one record, beside its page, and the fingerprint of those bytes.

It says what the record itself says and nothing that another record could change: as long as a version stands, its
bytes and its SHA-256 stay.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from generator.pages.data.terms import terms_of
from generator.pages.data.values import CODE, fields_of, value_of, when_value
from generator.pages.inline import words_of
from generator.pages.links import record_address, section_of
from generator.pages.notices import Extent, extent, withdrawal
from generator.pages.said import said_of
from generator.pages.states import state_of
from generator.pages.titles import title_of
from generator.records.dates import fiscal_year
from generator.records.incident import Incident
from generator.words import word

if TYPE_CHECKING:
    from generator.pages.data.values import Json
    from generator.pages.page import Site
    from generator.records import PublicRecord

NAME = "data.json"
"""What the file is called in the folder of the record's page."""

SCHEMAS = "/data/schema/"


def data_address(record: PublicRecord) -> str:
    """The address of a record's JSON."""
    return record_address(record) + NAME


def schema_address(machine: str) -> str:
    """The address of the JSON Schema of one kind of record."""
    return f"{SCHEMAS}{machine}.json"


def fingerprint(record: PublicRecord, site: Site) -> str:
    """The SHA-256 of the record's JSON file, as `sha256sum` prints it."""
    return sha256(record_bytes(record, site)).hexdigest()


def record_bytes(record: PublicRecord, site: Site) -> bytes:
    """The whole file: UTF-8, one line end at its end."""
    return dumped(record_value(record, site)) + b"\n"


def dumped(value: Any) -> bytes:
    """JSON as every data file has it: readable Japanese, an indent of one space, keys in the order of the record."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def record_value(record: PublicRecord, site: Site) -> Json:
    """Where it comes from and what may be done with it, then the record; of one that was withdrawn only that."""
    settings = site.settings
    shown = extent(record, site.now)
    head: dict[str, Any] = {
        "$schema": settings.site_url + schema_address(record.kind.machine),
        **terms_of(settings),
        "アドレス": settings.site_url + record_address(record),
        "記録": record.id,
        "種類": record.kind.japanese,
        "種類" + CODE: record.kind.machine,
        "公開状況": word(f"data.extent.{shown.value}"),
        "公開状況" + CODE: shown.value,
    }
    if shown is Extent.FULL:
        return head | _derived(record, site) | fields_of(record)
    brief = head | {"件名": words_of(title_of(record)), "発表日": value_of(record.released_on)}
    if shown is Extent.ABSTRACT:
        return brief | {"要約": words_of(said_of(record))}
    gone = withdrawal(record)
    when = {"日": when_value(gone.when)} if gone.when else {}
    return brief | {"取下げ": when | ({"理由": words_of(gone.reason)} if gone.reason else {})}


def _derived(record: PublicRecord, site: Site) -> Json:
    """What the page says of a record by the site's own rules."""
    slug, section = section_of(record, site.settings)
    found: Json = {"年度": fiscal_year(record.released_on.earliest), "所管課": section, "所管課" + CODE: slug}
    if isinstance(record, Incident):
        state = state_of(record)
        found |= {"対応状態": state.japanese, "対応状態" + CODE: state.machine}
    return found
