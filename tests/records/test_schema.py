"""The JSON Schema that editors get: a true schema, which takes the example records and refuses plain slips."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml
from typed_records import sound

from generator.records.schema import DIALECT, schema_json

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(schema_json())
EXAMPLES = sorted([*(ROOT / "disclosures").glob("*.yml"), *(ROOT / "tests/broken/sound/disclosures").glob("*.yml")])
REFUSED = [
    "E202-contact-key-typo",
    "E209-stage-nearly",
    "E210-type-in-own-words",
    "E213-section-nobody-knows",
    "E219-case-number-in-kanji",
]


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 core, as the editors' language server reads it: neither dates nor sexagesimal times."""

    yaml_implicit_resolvers: ClassVar = {}


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:null|~|)$"), ["n", "~", ""])


def faults(text: str) -> list[str]:
    """Where the schema refuses a record."""
    record: Any = yaml.load(text, EditorLoader)  # noqa: S506  # it is a safe loader
    return [error.json_path for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(record)]


def test_it_is_a_schema() -> None:
    """The command prints valid JSON Schema of the draft it names."""
    assert SCHEMA["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_takes_the_examples(path: Path) -> None:
    """No editor underlines anything in a sound record."""
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", REFUSED)
def test_it_refuses_plain_slips(name: str) -> None:
    """An editor underlines a mistyped key and a word that is not in its list."""
    (path,) = (ROOT / "tests/broken" / name / "disclosures").glob("*.yml")
    assert faults(path.read_text(encoding="utf-8")) != []


def test_it_takes_digits_for_a_text() -> None:
    """An extension or a number of its own is no slip, though an editor reads a number."""
    assert faults(sound(("    電話: 0400-10-2130", "    電話: 0400-10-2130\n    内線: 2131"))) == []
