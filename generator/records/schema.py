"""JSON Schema (draft 2020-12) for editors, from the same shapes that read the records."""

from __future__ import annotations

import json
from typing import Any

from generator.records import KINDS
from generator.records.audit_shape import FINDING
from generator.records.content_shape import CONTENT
from generator.words import word

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_json() -> str:
    """The schema of a file in disclosures/, ready to be saved beside it."""
    return json.dumps(_schema(), ensure_ascii=False, indent=1, sort_keys=True)


def _schema() -> dict[str, Any]:
    kinds = []
    for kind, shape in KINDS.items():
        record = shape.schema()
        record["properties"] = {"種類": {"const": kind.japanese}, **record["properties"]}
        record["required"] = ["種類", *record["required"]]
        kinds.append(record)
    return {
        "$schema": DIALECT,
        "title": word("schema.title"),
        "$defs": {"content": CONTENT.definition(), "finding": FINDING.schema()},
        "anyOf": kinds,
    }
