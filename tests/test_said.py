"""Problems in words: every hole of a message is filled, and each format stays what its readers parse."""

from __future__ import annotations

import ast
import json
import re
import string
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.messages import FORMATS, hint, said
from generator.problems import Place, Problem, in_order
from generator.words import problem_words, word

if TYPE_CHECKING:
    from collections.abc import Iterator

GENERATOR = Path(__file__).parents[1] / "generator"
CODES = list(tomllib.loads((GENERATOR / "ja.toml").read_text(encoding="utf-8"))["problems"])
CODE = re.compile("[ESWNL][0-9]{3}")


def raised() -> Iterator[tuple[str, str, str, frozenset[str]]]:
    """Each place of the program that raises a code it names, with the case it names and the parameters it gives."""
    for path in sorted(GENERATOR.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or ast.unparse(call.func).rpartition(".")[2] not in {
                "Problem",
                "problem",
            }:
                continue
            named = {n.value for a in call.args[:1] for n in ast.walk(a) if isinstance(n, ast.Constant)}
            values = [*call.args[3:], *(keyword.value for keyword in call.keywords if keyword.arg == "params")]
            given = {keyword.arg for keyword in call.keywords if keyword.arg}
            given |= {n.value for v in values if isinstance(v, ast.Dict) for n in v.keys if isinstance(n, ast.Constant)}
            opaque = any(isinstance(value, ast.Name) for value in values)
            said = [(k.arg, k.value) for k in call.keywords]
            said += [(n.value, v) for d in values if isinstance(d, ast.Dict) for n, v in _pairs(d)]
            cases = [value.value for name, value in said if name == "case" and isinstance(value, ast.Constant)]
            for code in named:
                if isinstance(code, str) and CODE.fullmatch(code) and not opaque:
                    where = f"{path.relative_to(GENERATOR)}:{call.lineno}"
                    yield where, code, str(cases[0]) if cases else "", frozenset(given | {"field"})


def _pairs(made: ast.Dict) -> Iterator[tuple[ast.Constant, ast.expr]]:
    return ((key, value) for key, value in zip(made.keys, made.values, strict=True) if isinstance(key, ast.Constant))


def holes(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_hole_of_a_message_is_filled_where_it_is_raised() -> None:
    """Wherever the program names a code, it gives every parameter that the words of the code ask for."""
    found = list(raised())
    assert len({code for _, code, _, _ in found}) >= 60
    empty = [
        (where, code, name)
        for where, code, case, given in found
        for name in holes(problem_words(code, case).message + problem_words(code, case).hint) - given
    ]
    assert empty == []


@pytest.mark.parametrize("code", CODES)
def test_words_have_no_broken_braces(code: str) -> None:
    """Message and hint can be filled, and title and explanation hold no hole, for they are shown as they are."""
    filled = dict.fromkeys(holes(problem_words(code).message + problem_words(code).hint), "text")
    for name, table in (("wanted", "text"), ("found", "text"), ("why", "honorific")):
        filled |= {name: table} if name in filled else {}
    problem = Problem(code, Place("a.yml", 1, 1), "件名", filled)
    assert "{" not in said(problem).replace("半角の「{」", "").replace("{ }", "")
    assert hint(problem)


AWKWARD = Problem("E201", Place("disclosures/a%b.yml", 3, 5), "担当[1]", {"key": "所属"})


def test_text_is_two_lines_a_problem() -> None:
    """The place comes first, then severity and code, the field as people say it and the message; the hint is below."""
    head, below = FORMATS["text"]([AWKWARD]).splitlines()
    assert head == "disclosures/a%b.yml:3:5: error[E201] 担当の1番目: 「所属」がありません。"
    assert below.startswith("  → ")


def test_github_escapes_what_would_end_the_command() -> None:
    """A percent sign and a line end in the words are escaped as GitHub asks."""
    line = FORMATS["github"]([AWKWARD])
    assert line.startswith("::error file=disclosures/a%b.yml,line=3,col=5,title=E201::")
    assert "\n" not in line


@pytest.mark.parametrize(
    ("code", "params", "kind"),
    [
        ("S402", {}, "error"),
        ("W501", {"promised": "令和8年5月末"}, "warning"),
        ("N602", {}, "notice"),
    ],
)
def test_github_knows_three_kinds(code: str, params: dict[str, str], kind: str) -> None:
    """What stops a build is an error there, a warning a warning, a note a notice."""
    assert FORMATS["github"]([Problem(code, Place("a.yml", 1, 1), "", params)]).startswith(f"::{kind} ")


@pytest.mark.parametrize(
    ("code", "line", "example"),
    [
        ("E104", "  状態: …", "例: 「状態: …」（「…」は今書いてある文のこと）"),
        ("E104", "影響:", "例: 「影響:」"),
        ("E117", "  人数: …", "例: 「  人数: …」（「…」は今書いてある文のこと）"),
        ("E115", "…", ""),
    ],
)
def test_an_example_says_what_its_dots_are(code: str, line: str, example: str) -> None:
    """A corrected line says that … is the author's text, begins where it matters, and is left out if it shows none."""
    told = hint(Problem(code, Place("a.yml", 1, 1), "", {"corrected": line}))
    assert told.partition("例: ")[1:] == (example[:3], example[3:])


@pytest.mark.parametrize("code", CODES)
def test_each_case_of_a_code_has_its_words(code: str) -> None:
    """Where a code has several causes, each has words of its own, which can be filled and are not the general ones."""
    table = tomllib.loads((GENERATOR / "ja.toml").read_text(encoding="utf-8"))["problems"][code]
    for case in (name for name, value in table.items() if isinstance(value, dict)):
        words = problem_words(code, case)
        filled = dict.fromkeys(holes(words.message + words.hint), "text") | {"case": case}
        problem = Problem(code, Place("a.yml", 1, 1), "件名", filled)
        assert "{" not in said(problem) + hint(problem)
        assert words != problem_words(code)


def test_json_keeps_the_path_of_a_field() -> None:
    """A program gets the key path as it is."""
    (told,) = json.loads(FORMATS["json"]([AWKWARD]))
    assert told["field"] == "担当[1]"


def test_json_keeps_japanese() -> None:
    """The array holds plain characters and whole numbers."""
    text = FORMATS["json"]([AWKWARD])
    assert "所属" in text
    (told,) = json.loads(text)
    assert (told["line"], told["column"], told["severity"]) == (3, 5, "error")


def test_problems_are_ordered_and_told_once() -> None:
    """By path, line, column and code; two of one place, code, field and parameters are one."""
    one = Problem("E202", Place("b.yml", 1, 1), "", {"guess": "概要"})
    other = Problem("E201", Place("b.yml", 1, 1), "", {"key": "件名"})
    again = Problem("E202", Place("b.yml", 1, 1), "", {"guess": "概要"})
    first = Problem("E204", Place("a.yml", 10, 1))
    second = Problem("E204", Place("b.yml", 2, 1))
    assert in_order([second, one, other, first, again]) == [first, other, one, second]


def test_a_missing_word_is_our_mistake() -> None:
    """A key that leads nowhere, or to a table, raises and never shows a hole."""
    for key in ("cli.himitsu", "cli", "himitsu.title"):
        with pytest.raises(KeyError):
            word(key)
