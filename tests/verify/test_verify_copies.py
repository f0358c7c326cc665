"""What a copy may hold: an index in plain scripts, read record by record, and nothing that asks anybody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from staged import BASE, OTHER, OWNER

from generator.outputs import Form, Output
from generator.redaction.kinds import Kind
from generator.verify.plain_data import read_data_script, read_texts

if TYPE_CHECKING:
    from staged import Staged

NAME = "砂越八重香"
BORN = "昭和33年3月12日"


def texts(*records: dict[str, object]) -> str:
    """A file of texts as a copy has it."""
    return "kohyoTexts(0,[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in records) + "\n]);\n"


def put_texts(staged: Staged, source: str, *parts: frozenset[str]) -> None:
    """A file of texts whose parts carry the words of these owners."""
    staged.put("search/texts-0.js", source)
    staged.outputs[-1] = Output("search/texts-0.js", OWNER | OTHER, parts=parts)


def test_each_record_is_held_against_what_it_withholds(staged: Staged) -> None:
    """A day of birth that one record withholds is a leak in its own part of the file and a mere date in another's."""
    staged.withhold(BORN, Kind.BIRTH, everywhere=False)
    put_texts(staged, texts({"text": [BORN]}, {"text": ["二つめ"]}), OTHER, OWNER)
    assert staged.codes() == []
    staged.outputs.clear()
    put_texts(staged, texts({"text": ["一つめ"]}, {"text": ["前", BORN]}), OTHER, OWNER)
    (problem,) = staged.problems()
    assert (problem.code, problem.place.line) == ("L701", 3)


@pytest.mark.parametrize(
    "hidden",
    [NAME, json.dumps(NAME)[1:-1], "砂越<b>八重</b>香", "砂&#x8d8a;八重香"],
    ids=["plain", "u", "tags", "entity"],
)
def test_a_name_is_found_in_every_spelling(staged: Staged, hidden: str) -> None:
    """A withheld name is found in the texts however a script or its markup may spell it."""
    staged.withhold(NAME)
    source = texts({"text": ["職員のHIDDENが"]}).replace("HIDDEN", hidden)
    put_texts(staged, source, OTHER)
    assert "L701" in staged.codes()
    staged.outputs.clear()
    staged.put("search/table.js", f'kohyoTable({{"records":[["職員の{hidden}が"]]}});\n', OTHER)
    (staged.folder / "search/texts-0.js").unlink()
    assert "L701" in staged.codes()


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(texts({"text": []}), id="a-part-too-few"),
        pytest.param(texts({}, {}, {}), id="a-part-too-many"),
        pytest.param(texts({}, {}) + "alert(1);\n", id="more-behind"),
        pytest.param(texts({}, {}).replace("kohyoTexts(0,[", "kohyoTexts(0,[{},"), id="one-on-the-first-line"),
        pytest.param(texts({}, {}).replace("{},\n{}", "{},{}\n{}"), id="two-on-a-line"),
        pytest.param(texts({}, {}).replace("{},\n{}", "{}\n{}"), id="not-parted"),
        pytest.param(texts({}, {}).replace("{},\n{}", "{}+String.raw`x`,\n{}"), id="code-between"),
        pytest.param("kohyoTexts(0,[\n]);\n", id="none"),
        pytest.param("kohyoTexts(0,[", id="cut-off"),
    ],
)
def test_what_is_no_list_of_records_is_unreadable(staged: Staged, source: str) -> None:
    """A file that begins like one of texts, and is not a whole list with one line for each part, stops the release."""
    put_texts(staged, source, OTHER, OWNER)
    assert set(staged.codes()) == {"L708"}


def test_bytes_that_are_no_text(staged: Staged) -> None:
    """A file of texts that is no UTF-8 is unreadable."""
    staged.put("search/texts-0.js", b"kohyoTexts(0,[\n\xff\n]);\n")
    assert staged.codes() == ["L708"]


def test_another_script_is_no_data() -> None:
    """Only a script that does nothing but hand over a value is read as data."""
    assert read_data_script('kohyoTable({"a":1});\n') is not None
    assert read_data_script('kohyoTable({"a":1});alert(1)\n') is None
    assert [unit.text for reading in read_texts(texts({"lead": "甲"})) for unit in reading.units] == ["lead", "甲"]


def test_places_are_those_of_the_file() -> None:
    """Every unit stands where it says, in the whole file."""
    source = texts({"lead": "甲"}, {"lead": "乙"})
    found = [unit for reading in read_texts(source) for unit in reading.units if unit.label]
    assert [source[unit.at] for unit in found] == ["甲", "乙"]


def test_a_name_cut_by_the_phrases_of_a_title_is_found_at_its_place(staged: Staged) -> None:
    """So is one in a title of phrases, in whichever line it stands."""
    source = texts({"title": ["通知書の"]}, {"title": ["委員の", "阿佐美", "志津乃が"]})
    put_texts(staged, source, OTHER, OWNER)
    [problem] = staged.problems()
    line = source.split("\n")[2]
    assert (problem.code, problem.place.line, problem.place.column) == ("L702", 3, line.index("阿佐美") + 1)


@pytest.mark.parametrize(
    "tag",
    [
        f'<img src="{BASE}a.svg" alt="">',
        '<script src="/assets/search.js"></script>',
        f'<link rel="stylesheet" href="{BASE}a.css">',
        f'<link rel="prefetch" href="{BASE}">',
        f'<form action="{BASE}search/"></form>',
        '<link rel="alternate stylesheet" href="/a.css">',
        f'<link href="{BASE}">',
    ],
)
def test_a_copy_asks_nobody(staged: Staged, tag: str) -> None:
    """What a page of the site may load from its own address, a page of a copy may not, nor from the disk's root."""
    staged.form = Form.COPY
    staged.page(tag)
    assert set(staged.codes()) == {"L710"}


def test_what_a_copy_may_tell(staged: Staged) -> None:
    """Where the page stays, its feed, and links that a reader clicks; what it loads lies beside it."""
    staged.form = Form.COPY
    staged.page(
        f'<link rel="canonical" href="{BASE}"><link rel="alternate" href="{BASE}feed.atom"><a href="{BASE}">最新</a>'
        '<a href="https://creativecommons.org/licenses/by/4.0/">利用条件</a><img src="../a.svg" alt="">'
    )
    assert staged.codes() == []
