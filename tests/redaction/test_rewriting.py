"""Originals taken out of a source: what takes their place, in every style, and that nothing else moves."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from clearing import PATH, cleared, planned, still_held
from settled_records import CAUSE, town
from typed_records import sound

from generator.redaction.kinds import Kind
from generator.redaction.plan import plan

SAMPLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["find"]
    for path in sorted((Path(__file__).parent / "samples").glob("*.toml"))
}
MARK = re.compile(f"［(?:{'|'.join(kind.value for kind in Kind)})］")
ODD = re.compile(r"[\n\t]|: |:$| #|^[-?:,\[\]{}#&*!|>'\"%@`\\ 　]|^[・･•]| $")

SENTENCES = 4
"""Of each table; its others take no other way through a style."""


def plain(text: str) -> str | None:
    """Unquoted; many texts can't be."""
    return None if ODD.search(text) else f"原因: {text}"


def single(text: str) -> str | None:
    """In single quotes, a line end as an empty line."""
    if text != text.strip() or "\t" in text or re.search(r" \n|\n ", text):
        return None
    return "原因: '" + text.replace("'", "''").replace("\n", "\n\n    ") + "'"


def double(text: str) -> str:
    """In double quotes, every fifth character as an escape."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    typed = (f"\\u{ord(c):04x}" if not i % 5 else signs.get(c, c) for i, c in enumerate(text))
    return f'原因: "{"".join(typed)}"'


def broken(text: str) -> str:
    """In double quotes, each character on a line of its own."""
    return '原因: "' + "".join(f"\\U{ord(c):08x}\\\n    " for c in text) + '"'


def literal(text: str) -> str:
    """As a block that keeps its line ends."""
    return "原因: |2-\n" + "\n".join(f"  {line}" if line else "" for line in text.split("\n"))


def folded(text: str) -> str | None:
    """As a block that folds them."""
    return None if "\n " in text else "原因: >2-\n" + "\n\n".join(f"  {line}" for line in text.split("\n"))


STYLES = {style.__name__: style for style in (plain, single, double, broken, literal, folded)}


def read(data: bytes) -> dict[str, object]:
    """The file as any reader of YAML has it, every scalar as text."""
    record: dict[str, object] = yaml.load(data, yaml.CBaseLoader)  # noqa: S506  # it makes nothing but text
    return record


def kept_in_order(old: str, new: str) -> bool:
    """Whether the new text is the old one with stretches exchanged for marks."""
    pieces = MARK.split(new)
    return re.fullmatch(".*?".join(map(re.escape, pieces)), old, re.DOTALL) is not None


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("table", SAMPLES)
def test_identifiers_of_every_kind_leave_in_every_style(table: str, style: str, scanner) -> None:
    """Each sample, typed in each style, is cleared once and for all, and the file around it stays as it was."""
    tried = 0
    for marked in SAMPLES[table][:SENTENCES]:
        text = re.sub("[【】]", "", marked)
        typed = STYLES[style](text)
        if typed is None:
            continue
        old = sound((CAUSE, typed)).encode()
        assert read(old)["原因"] == text
        told = planned(old, scanner)
        if "E413" in {problem.code for problem in told.problems}:
            continue
        new = told.files[PATH]
        assert kept_in_order(old.decode(), new.decode())
        was, now = read(old), read(new)
        assert {key for key in was if was[key] != now.pop(key)} == {"原因"}
        assert not now
        assert all(code.startswith("S") for code in still_held(new, scanner))
        assert cleared(new, scanner) == new
        tried += 1
    assert tried or style == "plain"


CASES = {
    "plain": ("原因: 担当の榎並 涼介さんに伝えた", "原因: 担当の［氏名］さんに伝えた"),
    "plain on two lines": ("原因: 申請者の榎並\n  涼介さんに\n  伝えた", "原因: 申請者の［氏名］さんに\n  伝えた"),
    "single quotes": ("原因: '榎並 涼介さんの''件'''", "原因: '［氏名］さんの''件'''"),
    "double quotes": (
        '原因: "\\u698e並\\u3000\\x20涼介さん\\n携帯 090-\\\n    5555-0142\\t"',
        '原因: "［氏名］さん\\n携帯 ［電話］\\t"',
    ),
    "literal": ("原因: |+\n   榎並 涼介さん\n    と話す\n\n", "原因: |+\n   ［氏名］さん\n    と話す\n\n"),
    "folded": ("原因: >\n  携帯電話\n  090-5555-\n  0142\n  に架電", "原因: >\n  携帯電話\n  ［電話］\n  に架電"),
    "mark": ("原因: ［氏名：榎並 涼介］が送った", "原因: ［氏名］が送った"),
    "mark of half width": ("原因: 係員[ 氏名：榎並 涼介 ]が送った", "原因: 係員［氏名］が送った"),
    "mark with a letter": ("原因: ［氏名＝ 職員Ａ：榎並 涼介］が送った", "原因: ［氏名＝職員Ａ］が送った"),
    "mark in a quotation": (
        "原因: ［原文：［氏名：榎並 涼介］さんえ］と書いた",
        "原因: ［原文：［氏名］さんえ］と書いた",
    ),
    "half in a quotation": ("原因: 榎並［原文：涼介さん］へ", "原因: ［原文：［氏名］さん］へ"),
    "link": ("原因: '[係](mailto:enami@example.net)へ'", "原因: '[係](mailto:［メール］)へ'"),
    "two in one text": ("原因: 榎並 涼介さんに、長谷部 弓彦さんが渡した", "原因: ［氏名］さんに、［氏名］さんが渡した"),
    "comment": (f"# 榎並 涼介さん\n{CAUSE}", f"# ［氏名］さん\n{CAUSE}"),
    "comment that knows the text": (
        "# 榎並が省いた\n原因: 榎並 涼介さんが省いた",
        "# ［氏名］が省いた\n原因: ［氏名］さんが省いた",
    ),
    "comment on two lines": (f"# 携帯 090-5555\n#  -0142 へ\n{CAUSE}", f"# 携帯 ［電話］ へ\n{CAUSE}"),
    "comment that was an entry": (f"#- 氏名: 榎並涼介\n{CAUSE}", f"#- 氏名: ［氏名］\n{CAUSE}"),
    "comment in a list": ("原因:\n  # 榎並 涼介さん\n  - 宛名", "原因:\n  # ［氏名］さん\n  - 宛名"),
    "comment behind a text": (f"{CAUSE} # 榎並 涼介さん", f"{CAUSE} # ［氏名］さん"),
    "anchor, tag and alias": (
        "原因: &a !!str 榎並 涼介さん\n発生日時: *a",
        "原因: &a !!str ［氏名］さん\n発生日時: *a",
    ),
    "anchored list": ("原因: &a\n  - 榎並 涼介さん\n  - *a", "原因: &a\n  - ［氏名］さん\n  - *a"),
    "unknown key": (f"{CAUSE}\n氏名の控え: 榎並 涼介", f"{CAUSE}\n氏名の控え: ［氏名］"),
    "key that is a person": (f"{CAUSE}\n榎並 涼介様へ電話: 済", f"{CAUSE}\n［氏名］様へ電話: 済"),
    "key typed twice": (f"{CAUSE}\n原因: 榎並 涼介さん", f"{CAUSE}\n原因: ［氏名］さん"),
    "table in a file with errors": (
        "謎: 一\n原因:\n  - 表: {列: [番号, 申請者氏名], 行: [[1, 榎並涼介]]}",
        "謎: 一\n原因:\n  - 表: {列: [番号, 申請者氏名], 行: [[1, ［氏名］]]}",
    ),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["bare", "BOM"])
def test_nothing_else_is_touched(case: str, ending: str, bom: bytes, scanner) -> None:
    """What is typed becomes exactly what is expected; signs, quotes, escapes, line ends and the BOM stay."""
    old, new = (bom + sound((CAUSE, typed)).replace("\n", ending).encode() for typed in CASES[case])
    assert cleared(old, scanner) == new
    assert cleared(new, scanner) == new


def test_the_officer_to_call_stays_in_a_file_with_errors(scanner) -> None:
    """A contact's name and number are public by policy, also where the record has an error elsewhere."""
    record = sound(("    電話: 0400-10-2130", "    電話: 0400-10-2130\n    氏名: 榎並 涼介"), (CAUSE, "謎: 一"))
    assert cleared(record.encode(), scanner) == record.encode()


def test_a_letter_is_never_given(scanner) -> None:
    """A person whom the cast knows as 職員Ａ becomes ［氏名］ where no mark says which letter is meant."""
    record = sound(
        (CAUSE, "原因: ［氏名＝職員Ａ：榎並 涼介］と、榎並 涼介さん\n登場者:\n  - 仮名: 職員Ａ\n    区分: 職員")
    )
    new = cleared(record.encode(), scanner).decode()
    assert "原因: ［氏名＝職員Ａ］と、［氏名］さん\n" in new


def test_what_is_public_stays(scanner) -> None:
    """What a mark, the settings or a field make public is neither replaced nor refused."""
    record = sound(
        (CAUSE, "原因: 町長の真鍋征四郎と、講師の［公開：榎並 涼介］さんが話した。電話は0400-10-2130。")
    ).encode()
    assert cleared(record, scanner) == record
    assert still_held(record, scanner) == []


def test_a_suspicion_is_left_to_a_person(scanner) -> None:
    """What may be a name is not written; it is told, and keeps the file from being committed."""
    record = sound((CAUSE, "原因: 長谷部が省いた。携帯 090-5555-0142。")).encode()
    told = planned(record, scanner)
    assert "原因: 長谷部が省いた。携帯 ［電話］。".encode() in told.files[PATH]
    assert [problem.code for problem in told.problems] == ["S401"]
    assert still_held(told.files[PATH], scanner) == ["S401"]


@pytest.mark.parametrize(
    "text",
    ["担当の［氏名：長谷部 弓彦が送った", "［名前：長谷部 弓彦］さん", "［氏名：榎並［氏名：長谷部 弓彦］さん］"],
    ids=["E401", "E403", "E402"],
)
def test_a_wrong_mark_is_mended_by_its_author(text: str, scanner, request) -> None:
    """A text with a wrong mark stays as it is, and the mark is told."""
    record = sound((CAUSE, f"原因: {text}")).encode()
    told = planned(record, scanner)
    code = request.node.callspec.id
    assert told.files == {}
    assert code in {problem.code for problem in told.problems}
    assert code in still_held(record, scanner)


def test_nothing_is_written_that_would_be_forgotten(scanner) -> None:
    """A word asked about because of a name beside it is decided on before the name goes."""
    record = sound((CAUSE, "原因: 名簿（桐谷・済、磯貝・未）")).encode()
    told = planned(record, scanner)
    assert told.files == {}
    assert [(problem.code, problem.params["case"]) for problem in told.problems] == [("E413", "")]


def test_a_mark_without_a_reason_goes_with_the_reason(scanner) -> None:
    """What was marked as public only because of the names beside it stands without its mark when they are gone."""
    record = sound((CAUSE, "原因: 名簿（桐谷・済、磯貝・［公開：未］）")).encode()
    new = cleared(record, scanner)
    assert "原因: 名簿（［氏名］・済、［氏名］・未）".encode() in new
    assert still_held(new, scanner) == []


def test_files_of_a_case_know_each_other(scanner) -> None:
    """Where the family name alone stands in another report, that has to be named too; then both are cleared."""
    texts = ["原因: 汐留野 涼介さんが省いた", "原因: 汐留野が省いた"]
    stages = [("単独", "第一報\n事案番号: r08-001"), ("単独", "続報\n事案番号: r08-001")]
    files = {
        f"disclosures/2026-05-2{n}-a.yml": sound((CAUSE, text), stage).encode()
        for n, (text, stage) in enumerate(zip(texts, stages, strict=True))
    }
    first, second = files
    alone = plan(files, {first}, town(), scanner)
    assert alone.files == {}
    assert {(p.code, p.place.path, p.params["case"]) for p in alone.problems} == {("E413", second, "other")}
    both = plan(files, {first, second}, town(), scanner)
    assert both.problems == ()
    assert {path for path, data in both.files.items() if "［氏名］".encode() in data} == {first, second}


@pytest.mark.parametrize(
    "typed",
    ["原因: '［氏名＝職員''Ａ：榎並 涼介］が'", '原因: "［氏名＝職員\\"Ａ：榎並 涼介］が"'],
    ids=["single", "double"],
)
def test_what_would_read_otherwise_is_not_written(typed: str, scanner) -> None:
    """A mark whose letter holds the quote of its style would end the text: the file stays, and that is told."""
    told = planned(sound((CAUSE, typed)).encode(), scanner)
    assert told.files == {}
    assert {problem.code for problem in told.problems} == {"E412"}


def test_a_name_in_an_id_is_told_before_it_is_forgotten(scanner) -> None:
    """A case number that spells somebody's name is to be changed while the name is known."""
    record = sound((CAUSE, "原因: 長谷部 弓彦さんの件"), ("単独", "第一報\n事案番号: hasebe-1")).encode()
    told = planned(record, scanner)
    assert told.files == {}
    assert [problem.code for problem in told.problems] == ["E408"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (sound().encode("cp932"), "E102"),
        (sound((CAUSE, "原因: [榎並 涼介さん")).encode(), "E113"),
        (sound((CAUSE, "原因: 一\n---\n榎並 涼介さん: 一")).encode(), "E121"),
        (sound(("種類: 事案", "種類: 何か")).encode(), "E210"),
        (b"- a\n", "E122"),
    ],
    ids=["Shift_JIS", "bracket", "two documents", "unknown kind", "list"],
)
def test_what_cannot_be_read_is_neither_written_nor_let_through(data: bytes, code: str, scanner) -> None:
    """A file of which nobody can say what it holds stays as it is, and does not get into a commit."""
    told = planned(data, scanner)
    assert told.files == {}
    assert code in {problem.code for problem in told.problems}
    assert code in still_held(data, scanner)
