"""Each detector's table of sentences: what it must find, what it must leave, and the neighbours no number may mind."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from generator.redaction.kinds import Kind
from generator.redaction.scan import Passage, Scanner

SAMPLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in (Path(__file__).parent / "samples").glob("*.toml")
}
SCANNER = Scanner()
MARKED = re.compile("【([^【】]*)】")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
NEIGHBOURS = {
    "kanji": "{label}{core}記載",
    "kana": "{label}は{core}です",
    "katakana": "{label}{core}ナシ",
    "corner brackets": "{label}「{core}」",
    "round brackets": "{label}（{core}）",
    "comma": "{label}、{core}、ほか",
    "full stop": "{label}　{core}。",
    "colon": "{label}：{core}",
    "line end": "{label}\n{core}\n以上",
    "end of text": "{label} {core}",
    "tab": "{label}\t{core}\t1件",
    "emphasis": "{label}**{core}**",
    "full width": "{label}「{wide}」",
}


def rows(part):
    """One row for each sentence, named by detector and number."""
    return [
        pytest.param(name, sentence, id=f"{name}-{number}")
        for name, table in sorted(SAMPLES.items())
        for number, sentence in enumerate(table[part], 1)
    ]


def covered(text):
    """The offsets that a sure hit covers."""
    return {i for hit in SCANNER.scan_document([Passage(text)])[0] if hit.sure for i in range(hit.start, hit.end)}


def missing(text, start, end):
    """The letters and digits of a stretch that no sure hit covers."""
    found = covered(text)
    return [i for i in range(start, end) if i not in found and unicodedata.category(text[i])[0] not in "ZCPS"]


@pytest.mark.parametrize(("name", "sentence"), rows("find"))
def test_find(name, sentence):  # noqa: ARG001 -- the name is in the id
    """Every marked stretch of the sentence is withheld, to its last letter and digit."""
    text, place = "", 0
    stretches = []
    for match in MARKED.finditer(sentence):
        text += sentence[place : match.start()]
        stretches.append((len(text), len(text) + len(match[1])))
        text += match[1]
        place = match.end()
    text += sentence[place:]
    assert stretches
    assert [missing(text, *stretch) for stretch in stretches] == [[] for _ in stretches]


@pytest.mark.parametrize(("name", "sentence"), rows("leave"))
def test_leave(name, sentence):
    """Nothing in the sentence is taken for that kind, not even on suspicion."""
    hits = SCANNER.scan_document([Passage(sentence)])[0]
    assert [hit for hit in hits if hit.kind is Kind(SAMPLES[name]["kind"])] == []


@pytest.mark.parametrize("neighbour", NEIGHBOURS)
@pytest.mark.parametrize("name", sorted(name for name in SAMPLES if "core" in SAMPLES[name]))
def test_neighbours(name, neighbour):
    """What stands right before and after an identifier does not hide it."""
    table = SAMPLES[name]
    core = table["core"].translate(FULL_WIDTH) if neighbour == "full width" else table["core"]
    text = NEIGHBOURS[neighbour].format(label=table["context"].format(""), core=core, wide=core)
    start = text.index(core)
    assert missing(text, start, start + len(core)) == []
