"""A file can be large, deep or strange; it can't take the machine down, and its text can't get into a log."""

from __future__ import annotations

import subprocess
import sys
import traceback

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source import parse_source
from generator.source.decode import MAX_BYTES
from generator.source.file_text import FileText
from generator.source.guard import MAX_DEPTH, MAX_NODES, read_events
from generator.source.offsets import ScalarOrigin

TYPED = "潮見華子"
KEYS = frozenset({"件名", "概要", "対応", "日付", "内容"})
SIGNS = (
    ": |:|：|- |-|・|　|\t| |  |\n|\n  |\n    |[|]|{|}|,|\"|'|>|&|*|!|%|@|`|?| #|---\n|...\n|"
    "\\|\\u|<<: |\u2028|\r|\ufdd0|\u202e|[氏名：|％|1"
)
PIECES = [TYPED, "件名", "概要", "|", *SIGNS.split("|")]
sources = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def codes(data: bytes) -> list[str]:
    """The codes of a file's problems."""
    return [problem.code for problem in parse_source(data, "a.yml", KEYS)[1]]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "{[]: ", "- - ? "])
def test_a_hundred_thousand_nested_brackets_are_a_problem_of_the_author(opening):
    """Deep nesting is told, and libyaml is not asked for what lies below it."""
    data = (opening * 100_000).encode()[:MAX_BYTES]
    assert codes(data) == ["E127"]
    assert len(read_events(FileText("a.yml", data.decode())).events) < 4 * MAX_DEPTH


def test_the_process_survives_deep_nesting():
    """The interpreter that reads such a file goes on: composing it would end in a crash of the C stack."""
    code = "from generator.source import parse_source; print(parse_source(b'[' * 100_000, 'a.yml')[1][0].code)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == "E127"


def test_depth_is_counted_over_both_styles():
    """Forty steps are allowed, one more is not."""
    assert codes(f"件名: {'[' * (MAX_DEPTH - 1)}あ{']' * (MAX_DEPTH - 1)}\n".encode()) == []
    assert codes(f"件名: {'[' * MAX_DEPTH}あ{']' * MAX_DEPTH}\n".encode()) == ["E127"]


def test_size_is_limited():
    """A file over two megabytes is not even decoded."""
    line = "# あいうえおかきくけこさしすせそ\n".encode()
    fits = line * (MAX_BYTES // len(line))
    assert codes(fits) == ["E120"]
    assert codes(fits + line) == ["E101"]


def test_nodes_are_limited():
    """Fifty thousand keys, values and lists are allowed, more are not."""
    items = MAX_NODES - 3
    assert codes(b"a:\n" + b"- x\n" * items) == []
    assert codes(b"a:\n" + b"- x\n" * (items + 1)) == ["E128"]


def test_aliases_do_not_grow():
    """A tower of aliases is refused where it is written; nothing is expanded."""
    tower = "a: &a [x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    assert set(codes(tower.encode())) == {"E125"}


@settings(max_examples=300, deadline=None)
@given(source=sources)
def test_whatever_is_typed_gets_an_answer(source):
    """Any text gives a tree, or at least one problem in a line that exists; never an exception."""
    tree, problems = parse_source(source.encode(), "a.yml", KEYS)
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert tree or problems
    assert all(1 <= problem.place.line <= len(lines) for problem in problems)
    assert all(1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1 for problem in problems)


@settings(max_examples=300, deadline=None)
@given(source=sources)
def test_no_problem_repeats_what_was_typed(source):
    """Neither a problem nor a tree's own description holds a piece of the text."""
    tree, problems = parse_source(source.encode(), "a.yml", KEYS)
    shown = repr(problems) + repr(tree)
    assert not any(char in shown for char in TYPED)


def test_no_description_inside_source_repeats_what_was_typed():
    """What a traceback or a debugger would show of a file's values is their length or their offsets."""
    file = FileText("a.yml", f"件名: {TYPED}\n概要: [{TYPED}\n")
    reading = read_events(file)
    origin = ScalarOrigin(file, 4, 8, "", TYPED)
    assert not any(char in f"{file!r}{reading!r}{origin!r}" for char in TYPED)


def test_a_map_that_does_not_fit_is_our_fault():
    """A value that its raw characters can't yield stops everything, and says where without saying what."""
    origin = ScalarOrigin(FileText("a.yml", "件名: あい\n"), 4, 6, "", TYPED)
    with pytest.raises(AssertionError) as caught:
        origin.place(0)
    assert TYPED not in "".join(traceback.format_exception(caught.value))
