"""The data of the example: every column explained, every record as its schema says, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest

from generator.cli import JST
from generator.pages.all import build_files, build_pages
from generator.pages.data.cells import csv_bytes, safe
from generator.pages.data.schema import record_schema
from generator.pipeline import check, public_site
from generator.records.vocabulary import PublicationState
from generator.redaction.redact import make_public

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=JST)


@pytest.fixture(scope="module")
def example(scanner):
    """The public site of the example."""
    checked = check(ROOT, NOW, scanner, lambda _stage: None)
    return public_site(checked.settled, make_public(checked.settled), checked.settings, NOW)


@pytest.fixture(scope="module")
def files(example) -> dict[str, bytes]:
    """Every file of it that is no page."""
    return {file.path: file.data for file in build_files(example)}


def rows(data: bytes) -> list[list[str]]:
    """A CSV file as a reader of RFC 4180 sees it."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_column_is_in_the_dictionary(files):
    """Each CSV file, each column in its order; each key of each JSON file of a kind; and nothing that no file has."""
    found: dict[str, list[str]] = {}
    for name, _, head, meaning, kind, _, empty in rows(files["data/dictionary.csv"])[1:]:
        assert meaning
        assert kind
        assert empty
        found.setdefault(name, []).append(head)
    tables = {name for name in files if name.startswith("data/") and name.endswith(".csv")} - {"data/dictionary.csv"}
    kinds = {name for name in found if name.endswith(".json")}
    assert tables | kinds == set(found)
    for name in tables:
        assert rows(files[name])[0] == found[name]
    for name in kinds:
        used = {key for record in json.loads(files[name])["一覧"] for key in record}
        assert used <= set(found[name])


def test_every_row_is_as_wide_as_its_head(files):
    """No cell is lost, whatever its text holds."""
    for name, data in files.items():
        if name.endswith(".csv"):
            head, *rest = rows(data)
            assert {len(row) for row in rest} == {len(head)}, name


def test_the_dictionary_says_the_same_in_three_forms(files):
    """As a table, as JSON, and as the W3C's metadata of the tables."""
    table = rows(files["data/dictionary.csv"])[1:]
    entries = json.loads(files["data/dictionary.json"])["entries"]
    assert [[str(value) for value in entry.values()] for entry in entries] == table
    described = json.loads(files["data/csv-metadata.json"])["tables"]
    columns = [(f"data/{one['url']}", c["titles"]) for one in described for c in one["tableSchema"]["columns"]]
    assert columns == [(row[0], row[2]) for row in table if row[0].endswith(".csv")]


def test_every_record_is_as_its_schema_says(files, example):
    """The JSON beside each page, and the line of it in the file of its kind, are one and the same and valid."""
    for record in example.records:
        folder = {"incident": "incidents", "paper": "papers", "audit": "audits", "batch": "batches"}
        place = folder.get(record.kind.machine, {"minutes": "minutes"}.get(record.kind.machine, "dispositions"))
        value = json.loads(files[f"{place}/{record.id}/data.json"])
        jsonschema.Draft202012Validator(record_schema(record.kind, example.settings)).validate(value)
        assert value in json.loads(files[f"data/{place}.json"])["一覧"]


def test_every_file_says_what_may_be_done_with_it(files):
    """The licence that 利用条件 names, the sentence, and the source."""
    for name, data in files.items():
        if name.endswith("/data.json"):
            value = json.loads(data)
            assert value["license"] == "https://creativecommons.org/licenses/by/4.0/deed.ja"
            assert value["利用条件"]
            assert value["出典"] == "汐名町 公表資料"


def test_the_foot_of_a_page_proves_its_data(files, example):
    """The SHA-256 in the foot is that of the very bytes beside the page."""
    for page in build_pages(example):
        path = f"{page.address.strip('/')}/data.json"
        if path in files:
            assert f'<p class="k-foot__url">{sha256(files[path]).hexdigest()}</p>' in page.body


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+81-400-00-2100", "'+81-400-00-2100"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("－26人", "'－26人"),
        ("-26", "-26"),
        ("-2.5", "-2.5"),
        ("0400-00-2100", "0400-00-2100"),
        ("第1報", "第1報"),
    ],
)
def test_no_cell_is_a_formula(typed, written):
    """A text that a spreadsheet would calculate is marked as text; a negative number and a telephone number are not."""
    assert safe(typed) == written


def test_numbers_and_quotes():
    """Our own numbers are never text; quotes, commas and line ends are quoted; nothing said is an empty cell."""
    assert csv_bytes([(-3, None, 'a"b', "c,d", "e\nf")]) == b'\xef\xbb\xbf-3,,"a""b","c,d","e\nf"\r\n'


def test_withdrawn_record_tells_only_that(chain, site):
    """Of what was taken down no data file has a word but its name, its title and the reason."""
    record = replace(chain[0], publication=replace(chain[0].publication, state=PublicationState.WITHDRAWN))
    made = {file.path: file for file in build_files(site(record))}
    value = json.loads(made[f"incidents/{record.id}/data.json"].data)
    assert set(value) <= {
        "$schema", "license", "利用条件", "出典", "団体", "アドレス", "記録", "種類", "種類コード", "公開状況",
        "公開状況コード", "件名", "発表日", "取下げ",
    }  # fmt: skip
    assert "data/incidents.csv" not in made
    assert "data/incident-timeline.csv" not in made
