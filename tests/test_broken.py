"""The broken sites: in each folder something is wrong with a sound record; `expected.txt` says what and where.

A line of `expected.txt` is `disclosures/<id>.yml:<line>:<column> <code>`, the place to which an editor should jump.
Notes are compared only in folders that expect one.  A folder without `settings.yml` gets the one beside it.
"""

from __future__ import annotations

import re
import shutil
from enum import Enum
from functools import cache
from pathlib import Path

import pytest

from generator.messages import FORMATS
from generator.pipeline import Checked, check
from generator.problems import Severity
from generator.records import vocabulary
from generator.records.names import known_keys
from generator.words import problem_words

HERE = Path(__file__).parent
BROKEN = HERE / "broken"
FOLDERS = sorted(path for path in BROKEN.iterdir() if path.is_dir())
JA = (HERE.parent / "generator" / "ja.toml").read_text(encoding="utf-8")
CODES = re.findall(r"^\[problems\.([A-Z][0-9]{3})\]", JA, re.MULTILINE)
GRAM = 4
SYNTAX = re.compile(r"[:\[\]{}, ]+")
DATE = re.compile("(?:令和|平成)?[元0-9]+年[元0-9年度月日（）月火水木金土]*|[0-9]+月[0-9]+日")

NOT_IN_A_FOLDER = frozenset(
    {"E101", "E128", "E229", "E318", "E331", "E410", "E411", "E412", "E413", "E414", "E415", "E921"}
    | {"E371", "E931", "E372"}
)
"""Codes that no folder of text can express: sizes, symbolic links, one address twice, what only a build asks for.

With all of publish (E901-E908) and verify (L7xx) they are raised in tests of their own."""


def expected(folder: Path) -> list[str]:
    """The lines of a folder's expected.txt."""
    return sorted((folder / "expected.txt").read_text(encoding="utf-8").splitlines())


@pytest.fixture
def checked(folder: Path, tmp_path: Path, scanner, now) -> Checked:
    """The site of a folder, checked as a whole."""
    root = tmp_path / "site"
    shutil.copytree(folder, root)
    if not (root / "settings.yml").exists():
        shutil.copy(BROKEN / "settings.yml", root)
    return check(root, now, scanner, lambda _stage: None)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_problems_are_where_an_editor_should_jump(folder: Path, checked: Checked) -> None:
    """All problems of a broken site are reported at once, each with its code, line and column, and no others."""
    wanted = expected(folder)
    notes = any(line.rpartition(" ")[2].startswith("N") for line in wanted)
    told = [p for p in checked.problems if notes or p.severity is not Severity.NOTE]
    assert sorted(f"{p.place.path}:{p.place.line}:{p.place.column} {p.code}" for p in told) == wanted


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_message_repeats_what_an_author_typed(folder: Path, checked: Checked) -> None:
    """In no format does a message hold four characters in a row of a record that program and settings do not know."""
    said = DATE.sub("", "\n".join(show(checked.problems) for show in FORMATS.values()))
    records = [path for path in folder.glob("disclosures/**/*") if path.is_file()]
    for path in records:
        said = said.replace(path.relative_to(folder).as_posix(), "")
    typed = "\n".join(path.read_text(encoding="utf-8", errors="ignore") for path in records)
    topics = grams("\n".join(topic.name for topic in checked.settings.topics)) if checked.settings else set()
    assert sorted((grams(said) & grams(SYNTAX.sub("\n", typed))) - known_grams() - topics) == []


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("E116-text-behind-quote", "例: 「原因: …」"),
        ("E137-bracket-as-key", "項目名「原因」が半角のかっこ [ ] で囲まれています。"),
        ("E201-no-summary", "「状態: 調査中」"),
        ("E201-contact-without-section", "「所属: …」の行を、同じ段の"),
        ("E201-text-under-content-alone", "見出しが要らなければ、「内容:」を消し"),
        ("E201-official-without-name", "見本の settings.yml"),
        ("E208-abstract-too-long", "（7字多い）"),
        ("E212-section-under-two-names", "14行目にもあります"),
        ("E213-reason-left-its-revision", "「理由」はここでは使えません。「公開・改訂・処分」などの中の項目です。"),
        ("E213-explanation-left-its-section", "「判明」のことなら"),
        ("E219-case-number-in-kanji", "「事案番号: r08-004」"),
        ("E219-related-with-ending", "「.yml」を除いたもの"),
        ("E226-two-sections-one-address", "18行目の所管にも"),
        ("E226-section-named-other", "「その他」の一覧に使う"),
        ("E301-wrong-weekday", "「木」と書かれていますが、5月20日は水曜日です。"),
        ("E301-wrong-weekday", "近い木曜日は5月21日です"),
        ("E303-timeline-backwards", "24行目は令和8年5月15日（金）、26行目は令和8年5月14日（木）で、順が逆です（発生は"),
        ("E314-letter-changes-its-kind", "hokenryo-gosofu.yml の8行目では区分が「職員」ですが、ここでは「住民」です。"),
        ("E403-synonym-of-a-label", "「氏名」ではありませんか。"),
        ("E405-keep-around-two", "個人の情報が2個あります"),
        ("E405-keep-around-honorific", "氏名だけを囲んでください"),
        ("E405-keep-around-nothing", "見つかりません"),
        ("E406-keep-a-number", "「［個人番号：…］」に変えると伏せられます"),
    ],
)
def test_a_message_tells_the_cause(folder: str, told: str, tmp_path: Path, scanner, now) -> None:
    """What an author needs to mend it without looking elsewhere stands in the message or the hint."""
    root = tmp_path / "site"
    shutil.copytree(BROKEN / folder, root)
    if not (root / "settings.yml").exists():
        shutil.copy(BROKEN / "settings.yml", root)
    assert told in FORMATS["text"](check(root, now, scanner, lambda _stage: None).problems)


def test_every_code_has_a_broken_site() -> None:
    """Each code that a site's files can raise stands in some expected.txt; the others are raised by other tests."""
    shown = {line.rpartition(" ")[2] for folder in FOLDERS for line in expected(folder)}
    elsewhere = {code for code in CODES if code in NOT_IN_A_FOLDER or code.startswith(("E90", "L7"))}
    tests = "".join(path.read_text(encoding="utf-8") for path in HERE.rglob("test_*.py") if path != Path(__file__))
    assert set(CODES) - shown - elsewhere == set()
    assert elsewhere & shown == set()
    assert {code for code in elsewhere if f'"{code}"' not in tests} == set()


def test_there_are_many_broken_sites() -> None:
    """At least 60 inputs are broken, and at least five of them in three ways or more."""
    assert sum(bool(expected(folder)) for folder in FOLDERS) >= 60
    assert sum(len(expected(folder)) >= 3 for folder in FOLDERS) >= 5


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_is_named_after_its_code(folder: Path) -> None:
    """A folder's name says which code it is for, unless it is the sound one or shows several at once."""
    code = folder.name.partition("-")[0]
    assert code in {"sound", "several"} or code in {line.rpartition(" ")[2] for line in expected(folder)}


def grams(text: str) -> set[str]:
    """Every stretch of four characters of a text, lines apart."""
    return {line[i : i + GRAM] for line in text.splitlines() for i in range(len(line) - GRAM + 1)}


@cache
def known_grams() -> set[str]:
    """What a message may hold: our own words, keys, the words of enumerations."""
    kinds = [
        kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Enum) and len(kind)
    ]
    words = {str(member.value[0]) for kind in kinds for member in kind}
    known = grams(JA) | {gram for word in (*known_keys(), *words) for gram in grams(word)}
    for code in CODES:
        known |= grams(problem_words(code).message) | grams(problem_words(code).hint)
    return known
