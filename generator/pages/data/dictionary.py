"""The dictionary: what every column of every CSV file and every key of every JSON file of a site means.

Made of the very tables that make the files; and the same in the form of the W3C for programs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.data.columns import ADDRESS, CODE, DATE, DECIMAL, INSTANT, NUMBER, TEXT
from generator.pages.data.schema import record_schema
from generator.pages.data.terms import licence_of, source_of
from generator.pages.data.values import CODE as CODED
from generator.pages.links import kind_address
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from generator.pages.data.columns import TableFile
    from generator.pages.data.values import Json
    from generator.pages.page import Site
    from generator.records.vocabulary import RecordKind
    from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Entry:
    """One column, or one key."""

    file: str
    nth: int
    head: str
    meaning: str
    kind: str
    """Of `data.type` in ja.toml."""
    source: str
    """Where in the YAML it comes from; empty for what is derived."""

    @property
    def empty(self) -> str:
        """What it means where there is nothing."""
        is_json = self.file.endswith(".json")
        return word("data.empty.json" if is_json else "data.empty.csv")


HEADS = ("file", "order", "column", "meaning", "kind", "source", "empty")
"""Of the dictionary's own columns: `data.dictionary` in ja.toml."""


def kind_path(kind: RecordKind) -> str:
    """Where the file of all records of one kind lies: data/incidents.json."""
    return f"data{kind_address(kind)[:-1]}.json"


def entries(tables: Collection[TableFile], kinds: Collection[RecordKind], settings: Settings) -> Iterator[Entry]:
    """Every line, in the order of the files."""
    for table in tables:
        for nth, column in enumerate(table.columns, 1):
            yield Entry(table.path, nth, column.head, column.meaning, column.kind, column.source)
    for kind in kinds:
        for nth, (key, schema) in enumerate(record_schema(kind, settings)["properties"].items(), 1):
            yield Entry(kind_path(kind), nth, key, _meaning(key), _type(key, schema), "")


def _meaning(key: str) -> str:
    """Of a key of JSON; that of a machine value says so."""
    if key.endswith(CODED):
        return _meaning(key.removesuffix(CODED)) + word("data.part_means.code")
    return word(f"data.json.{key}")


def _type(key: str, schema: Json) -> str:
    if key.endswith(CODED):
        return CODE
    if schema.get("format") == "uri":
        return ADDRESS
    kind = schema.get("type")
    return {"integer": NUMBER, "array": "array", "object": "object"}.get(str(kind), TEXT)


def rows(found: Collection[Entry]) -> Iterator[tuple[str | int, ...]]:
    """The dictionary as a table."""
    yield tuple(word(f"data.dictionary.{head}") for head in HEADS)
    for one in found:
        yield one.file, one.nth, one.head, one.meaning, word(f"data.type.{one.kind}"), one.source, one.empty


def metadata(tables: Collection[TableFile], site: Site) -> Json:
    """csv-metadata.json (W3C, Metadata Vocabulary for Tabular Data): the CSV files and the types of their columns."""
    settings = site.settings
    _, url = licence_of(settings)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "ja"}],
        **({"dc:license": {"@id": url}} if url else {}),
        "dc:source": source_of(settings),
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [_table(table) for table in tables],
    }


def _table(table: TableFile) -> Json:
    columns = [
        {"titles": column.head, "dc:description": column.meaning, "datatype": _DATATYPES.get(column.kind, "string")}
        for column in table.columns
    ]
    return {
        "url": table.path.removeprefix("data/"),
        "dc:title": word(f"data.file.{table.name}"),
        "tableSchema": {"columns": columns},
    }


_DATATYPES = {NUMBER: "integer", DECIMAL: "decimal", DATE: "date", INSTANT: "dateTimeStamp", ADDRESS: "anyURI"}
