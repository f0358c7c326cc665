"""Every code of `source`, with the place an editor jumps to and the corrected line the hint shows."""

from __future__ import annotations

import pytest

from generator.source import parse_source
from generator.words import problem_words

KNOWN = """
種類 件名 概要 リード 影響 人数 件数 回収 経過 日付 時刻 内容 対応 原因
担当 所属 氏名 電話 状態 説明 表 列 行 相手
"""
KEYS = frozenset(KNOWN.split())


def found(source: str | bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of each problem."""
    data = source if isinstance(source, bytes) else source.encode()
    _, problems = parse_source(data, "a.yml", KEYS)
    return sorted((problem.code, problem.place.line, problem.place.column) for problem in problems)


def row(name: str, source: str | bytes, *wanted: tuple[str, int, int]):
    """One line of the table."""
    return pytest.param(source, sorted(wanted), id=name)


FILES = [
    row("shift_jis", "件名: 窓口の取り違え\n".encode("cp932"), ("E102", 1, 1)),
    row("euc_jp on line 2", b"a: b\nc: " + "窓口の取り違え".encode("euc_jp"), ("E102", 2, 4)),
    row("utf-16 with bom", "件名: あ\n".encode("utf-16"), ("E102", 1, 1)),
    row("utf-16 without bom", "a: b\nc: d\n".encode("utf-16-le"), ("E102", 1, 1)),
    row("iso-2022-jp", "a: 窓口\n".encode("iso2022_jp"), ("E102", 1, 4)),
    row("a torn character", "件名: 窓\n".encode()[:9] + b"\n", ("E103", 1, 5)),
    row("a torn character behind a bom", b"\xef\xbb\xbfa: \xff\n", ("E103", 1, 4)),
    row("empty", "", ("E120", 1, 1)),
    row("comments only", "# あ\n", ("E120", 1, 1)),
    row("document marks only", "---\n...\n", ("E120", 1, 1)),
    row("two documents", "件名: あ\n---\n件名: い\n", ("E121", 2, 1)),
    row("text behind the end", "件名: あ\n...\n概要: い\n", ("E121", 3, 1)),
    row("a list", "- 件名\n- 概要\n", ("E122", 1, 1)),
    row("a sentence", "おわびします。\n", ("E122", 1, 1)),
    row("nul", "件名: あ\x00い\n", ("E129", 1, 6)),
    row(
        "next line, line and paragraph separator",
        "件名: あ\x85い\u2028う\u2029\n",
        ("E129", 1, 6),
        ("E129", 1, 8),
        ("E129", 1, 10),
    ),
    row("a bom inside", "件名: あ\ufeffい\n", ("E129", 1, 6)),
    row("a carriage return alone", "件名: あ\r概要: い\n", ("E129", 1, 6)),
    row("directions", "件名: \u200eあ\u202eい\u2066う\n", ("E130", 1, 5), ("E130", 1, 7), ("E130", 1, 9)),
    row("noncharacters", "件名: \ufdd0あ\ufdef\U0001ffff\n", ("E131", 1, 5), ("E131", 1, 7), ("E131", 1, 8)),
    row("a noncharacter as an escape", '件名: "あ\\uFDD0"\n', ("E131", 1, 7)),
    row("a direction as an escape", '件名: "あ\\u202eい"\n', ("E130", 1, 7)),
    row("a nul as an escape", '件名: "あ\\0"\n', ("E129", 1, 7)),
    row("half a character", '件名: "\\ud83d"\n', ("E132", 1, 6)),
    row("two halves", '件名: "𠮷\\ud83d\\ude00"\n', ("E132", 1, 7)),
    row("an unknown escape", '件名: "C:\\data"\n', ("E133", 1, 8)),
    row("a broken escape", '件名: "\\x4あ"\n', ("E133", 1, 6)),
]
TREES = [
    row("a key twice", "件名: あ\n概要: い\n件名: う\n", ("E123", 3, 1)),
    row("a key twice in a list item", "担当:\n  - 所属: あ\n    所属: い\n", ("E123", 3, 5)),
    row("a key three times", "件名: あ\n件名: い\n件名: う\n", ("E123", 2, 1), ("E123", 3, 1)),
    row("a tag", "件名: !!str あ\n", ("E124", 1, 5)),
    row("a tag on a list", "対応: !x\n  - あ\n", ("E124", 1, 5)),
    row("a Japanese tag", "件名: !重要 あ\n", ("E124", 1, 5)),
    row("an anchor", "件名: &x あ\n", ("E125", 1, 5)),
    row("an anchor on a key", "&x 件名: あ\n", ("E125", 1, 1)),
    row("anchor and alias", "件名: &x あ\n概要: *x\n", ("E125", 1, 5), ("E125", 2, 5)),
    row("a Japanese alias", "件名: *あ\n", ("E125", 1, 5)),
    row("an alias with text behind it", "件名: *x あ\n", ("E125", 1, 5)),
    row("a merge key", "担当:\n  <<: {所属: あ}\n", ("E126", 2, 3)),
    row("brackets too deep", "件名: " + "[" * 100_000, ("E127", 1, 44)),
    row("braces too deep", "{a: " * 50_000, ("E127", 1, 161)),
    row("dashes too deep", "- " * 50_000, ("E127", 1, 81)),
    row("a directive", "%YAML 1.1\n---\n件名: あ\n", ("E136", 1, 1)),
    row("a percent sign at the margin", "件名: あ\n%は概数\n", ("E136", 2, 1)),
    row("a list as a key", "[件名]: あ\n", ("E137", 1, 1)),
    row("no key", "件名: あ\n: い\n", ("E137", 2, 1)),
]
KEYBOARD = [
    row("full-width colon", "件名: あ\n概要：い\nリード: う\n", ("E104", 2, 3)),
    row("full-width colon first", "概要：い\n件名: あ\n", ("E104", 1, 3)),
    row("full-width colon last", "件名: あ\n概要： い", ("E104", 2, 3)),
    row("full-width colon of an unknown key", "件名: あ\n備忘：い\nリード: う\n", ("E104", 2, 3)),
    row("full-width colon and space", "件名: あ\n概要：　い\n", ("E104", 2, 3)),
    row("small colon form", "件名: あ\n概要﹕い\n", ("E104", 2, 3)),
    row("full-width colon in a list item", "担当:\n  - 所属：あ\n    電話: い\n", ("E104", 2, 7)),
    row("full-width colons read as text", "影響:\n  人数：3\n  件数：2\n", ("E104", 2, 5), ("E104", 3, 5)),
    row("full-width colons of one item", "担当:\n  - 所属：あ\n    電話：い\n", ("E104", 2, 7), ("E104", 3, 7)),
    row("full-width colon inside a key", "件名：あ: い\n", ("E104", 1, 3)),
    row("no space behind the colon", "件名:あ\n概要: い\n", ("E105", 1, 3)),
    row("full-width space behind the colon", "件名: あ\n概要:　い\n", ("E105", 2, 3)),
    row("no space, read as text", "影響:\n  人数:3人\n", ("E105", 2, 5)),
    row("full-width indent", "影響:\n　人数: 3\n　件数: 2\n", ("E106", 2, 1), ("E106", 3, 1)),
    row("full-width space behind half-width ones", "影響:\n  人数: 3\n  　件数: 2\n回収: x\n", ("E106", 3, 3)),
    row("no-break space", "影響:\n\u00a0\u00a0人数: 3\n", ("E106", 2, 1)),
    row("full-width indent in block text", "概要: |\n　あ\n　い\n件名: う\n", ("E106", 2, 1), ("E106", 3, 1)),
    row("full-width indent of a list", "対応:\n　- あ\n　- い\n件名: う\n", ("E106", 2, 1), ("E106", 3, 1)),
    row("full-width space alone on a line", "件名: あ\n　\n概要: い\n", ("E106", 2, 1)),
    row("tab", "影響:\n\t人数: 3\n", ("E107", 2, 1)),
    row("tab behind spaces", "影響:\n  人数: 3\n \t件数: 2\n", ("E107", 3, 2)),
    row("tab in block text", "概要: |\n\tあ\n", ("E107", 2, 1)),
    row("tab behind a dash", "対応:\n  - あ\n  -\tい\n", ("E107", 3, 4)),
    row("tab alone on a line", "件名: あ\n\t\n概要: い\n", ("E107", 2, 1)),
    row("middle dots", "対応:\n  ・あ\n  ・い\n", ("E108", 2, 3), ("E108", 3, 3)),
    row("middle dots at the margin", "対応:\n・あ\n・い\n件名: う\n", ("E108", 2, 1), ("E108", 3, 1)),
    row("half-width middle dot", "対応:\n  ･あ\n", ("E108", 2, 3)),
    row("full-width hyphen", "対応:\n  －　あ\n", ("E108", 2, 3)),
    row("middle dot before keys", "経過:\n  ・日付: あ\n    内容: い\n", ("E108", 2, 3)),
    row("middle dots behind text", "対応: 次のとおり\n  ・あ\n", ("E108", 2, 3)),
    row("dash without a space", "対応:\n  - あ\n  -い\n  - う\n件名: え\n", ("E109", 3, 3)),
    row("dashes without a space at the margin", "対応:\n-あ\n-い\n件名: う\n", ("E109", 2, 1), ("E109", 3, 1)),
    row("dash and full-width space", "対応:\n  -　あ\n", ("E109", 2, 3)),
    row("second colon", "件名: あ: い\n概要: う\n", ("E110", 1, 6)),
    row("second colon at the end", "件名: あ い:\n", ("E110", 1, 8)),
    row("second colon in an item", "対応:\n  - あ: い: う\n", ("E110", 2, 9)),
    *[row(f"value starting with {sign}", f"件名: {sign}あ\n", ("E111", 1, 5)) for sign in "@`%,]}"],
    row("a sign in a list item", "対応:\n  - あ\n  - @い\n", ("E111", 3, 5)),
    row("brace", "件名: {仮}あ\n概要: い\n", ("E112", 1, 5)),
    row("brace never closed", "件名: {仮\n概要: い\n", ("E112", 1, 5)),
    row("braces around a word", "件名: {仮}\n", ("E112", 1, 5)),
    row("bracket", "件名: [別紙]のとおり\n概要: い\n", ("E113", 1, 5)),
    row("bracket never closed", "件名: [別紙\n概要: い\n", ("E113", 1, 5)),
    row("mark in half-width brackets", "相手: [氏名：潮見 仮名子]\n", ("E113", 1, 5)),
    row("mark with a half-width colon", "相手: [氏名: 潮見 仮名子]\n", ("E113", 1, 5)),
    row("mark with a letter", "相手: [氏名＝職員Ｂ：潮見 仮名子]\n", ("E113", 1, 5)),
    row("mark with spaces", "相手: [ 電話 ： 000 ]\n", ("E113", 1, 5)),
    row("comment behind a value", "件名: あ # い\n", ("E114", 1, 7)),
    row("comment behind a key", "影響: # い\n  人数: 3\n", ("E139", 1, 5)),
    row("comment behind a bar", "概要: | # い\n  あ\n", ("E114", 1, 7)),
    row("comment behind an item", "対応:\n  - あ # い\n  - う\n", ("E114", 2, 7)),
    row("value that is a comment", "件名: #2 あ\n", ("E139", 1, 5)),
    row("item that is a comment", "対応:\n  - #2 あ\n", ("E139", 2, 5)),
    row("quote never closed", '件名: "あ\n概要: い\n', ("E115", 1, 5)),
    row("single quote never closed", "件名: 'あ\n概要: い\n", ("E115", 1, 5)),
    row("quote closed by a later one", '件名: "あ\n概要: "い"\n', ("E115", 1, 5)),
    row("quotes that swallow a line", '件名: "あ\n概要: い"\n', ("E115", 1, 5)),
    row("text behind a quote", '件名: "あ"い\n概要: う\n', ("E116", 1, 8)),
    row("apostrophe", "件名: 'it's'\n", ("E116", 1, 9)),
    row("deeper than its sisters", "件名: あ\n  概要: い\n", ("E117", 2, 3)),
    row("deeper than its sisters behind a quote", '件名: "あ"\n  概要: い\n', ("E117", 2, 3)),
    row("less deep than its sisters", "影響:\n    人数: 3\n  件数: 2\n", ("E117", 3, 3)),
    row("item less deep", "対応:\n    - あ\n  - い\n", ("E117", 3, 3)),
    row("first line indented", " 件名: あ\n概要: い\n", ("E117", 1, 2)),
    row("block text less deep", "概要: |\n    あ\n  い\n件名: う\n", ("E117", 3, 3)),
    row("block text at the margin", "概要: |\nあ\n件名: う\n", ("E117", 2, 1)),
    row(
        "entry that left its map",
        "経過:\n  - 日付: あ\n    内容: い\n時刻: う\n    相手: え\n    回収: お\n",
        ("E117", 4, 1),
    ),
    row("item that left its list", "経過:\n- 日付: あ\n    内容: い\n  - 日付: う\n", ("E117", 2, 1)),
    row("key without a colon", "件名 あ\n概要: い\n", ("E118", 1, 1)),
    row("key with a full-width space", "件名: あ\n概要　い\n", ("E118", 2, 1)),
    row("section without a colon", "件名: あ\n影響\nリード: い\n", ("E118", 2, 1)),
    row("unknown section without a colon", "件名: あ\n備忘\n  人数: い\n", ("E118", 2, 1)),
    row("item's key without a colon", "担当:\n  - 所属 あ\n    電話: い\n", ("E118", 2, 5)),
    row("colon before a comma", "列: [日付:, 内容]\n", ("E119", 1, 7)),
    row("list behind its key", "対応: - あ\n  - い\n", ("E134", 1, 5)),
    row("list under text", "対応: 次のとおり\n  - あ\n  - い\n", ("E134", 2, 3), ("E134", 3, 3)),
    row("list among keys", "対応: あ\n- い\n", ("E134", 2, 1)),
    row("text behind a bar", "概要: |あ\n", ("E135", 1, 5)),
    row("text behind a greater-than sign", "概要: >あ\n", ("E135", 1, 5)),
    row("full-width bar", "概要: ｜\n  あ\n", ("E135", 1, 5)),
    row("second line at the margin", "リード: あ、\nい。\n件名: う\n", ("E138", 2, 1)),
    row("text above an entry", "影響:\n  次のとおり。\n  人数: 3\n", ("E138", 2, 3)),
]
SEVERAL = [
    row(
        "five causes",
        '件名："あ\n影響:\n　人数: 3\n対応:\n  ・い\n  -う\n原因: @え\n概要: お: か\n',
        ("E104", 1, 3), ("E106", 3, 1), ("E108", 5, 3), ("E109", 6, 3), ("E111", 7, 5), ("E110", 8, 6),
    ),
    row("a slip and a key twice", "件名: あ\n概要：い\n件名: う\n", ("E104", 2, 3), ("E123", 3, 1)),
    row("a slip and a comment", "件名：あ\n概要: い # う\n", ("E104", 1, 3), ("E114", 2, 7)),
    row("a character and a slip", "件名: あ\u202eい\n概要：う\n", ("E130", 1, 6), ("E104", 2, 3)),
    row("two slips in one line are told once", "経過:\n  ・日付：あ\n    内容: い\n", ("E108", 2, 3)),
]  # fmt: skip


@pytest.mark.parametrize(("source", "wanted"), [*FILES, *TREES, *KEYBOARD, *SEVERAL])
def test_problems(source, wanted):
    """A slip has its code at its place, and nothing else is said about it."""
    assert found(source) == wanted


@pytest.mark.parametrize(
    ("source", "corrected"),
    [
        pytest.param("概要：あい\n件名: う\n", "概要: …", id="full-width colon"),
        pytest.param("件名: う\n備忘：あい\n", "…: …", id="an unknown key is not repeated"),
        pytest.param("経過:\n  ・日付：あ\n    内容: い\n", "  - 日付: …", id="bullet and colon of one line"),
        pytest.param("影響:\n　人数：あ\n", "  人数: …", id="indent and colon of one line"),
        pytest.param("担当:\n  - 所属: あ\n　　電話: い\n", "    電話: …", id="indent of an item's second key"),
        pytest.param("対応:\n  ・［氏名：潮見 仮名子］へ電話\n", "  - ［氏名：…］…", id="a mark stays a mark"),
        pytest.param(
            "相手: [氏名＝職員Ｂ：潮見]に\n", "相手: ［氏名＝…：…］…", id="a mark gets its full-width brackets"
        ),
        pytest.param("件名: [別紙]のとおり\n", "件名: ［…］…", id="brackets"),
        pytest.param("件名: {仮}のとおり\n", "件名: ｛…｝…", id="braces"),
        pytest.param("件名: あ: い\n", "件名: …：…", id="second colon"),
        pytest.param("件名: @あ\n", '件名: "…"', id="quoted"),
        pytest.param('件名: "あ\n概要: い\n', '件名: "…"', id="closed quote"),
        pytest.param("件名: あ # い\n", "件名: …＃…", id="number sign"),
        pytest.param("概要: |あ\n", "概要: |", id="bar"),
        pytest.param("影響:\n    人数: 3\n  件数: 2\n", "    件数: …", id="column"),
        pytest.param("件名 あ\n概要: い\n", "件名: …", id="missing colon"),
    ],
)
def test_corrected_line(source, corrected):
    """The hint shows keys, marks and punctuation as they must be, and `…` for the text."""
    _, problems = parse_source(source.encode(), "a.yml", KEYS)
    assert problems[0].params["corrected"] == corrected


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param("件名: 窓口の取り違えについて\n".encode("cp932"), "Shift_JIS", id="shift_jis"),
        pytest.param("件名: 窓口の取り違えについて\n".encode("euc_jp"), "EUC-JP", id="euc-jp"),
        pytest.param("件名: ｶﾅの通知\nとカナの通知書\n".encode("cp932"), "Shift_JIS", id="half-width kana"),
        pytest.param("件名: 窓口\n".encode("utf-16-be"), "UTF-16", id="utf-16 without a bom"),
        pytest.param("件名: 窓口\n".encode("iso2022_jp"), "ISO-2022-JP", id="iso-2022-jp"),
    ],
)
def test_encoding_is_named(data, encoding):
    """The message names the encoding a Japanese office most likely saved the file in."""
    _, problems = parse_source(data, "a.yml")
    assert problems[0].params["encoding"] == encoding


@pytest.mark.parametrize("source", [case.values[0] for case in (*FILES, *TREES, *KEYBOARD, *SEVERAL)])
def test_words_find_their_parameters(source):
    """Message and hint of each code can be filled from its problem's parameters."""
    data = source if isinstance(source, bytes) else source.encode()
    for problem in parse_source(data, "a.yml", KEYS)[1]:
        words = problem_words(problem.code)
        assert "{" not in words.message.format(**problem.params).replace("「{」", "")
        assert "{" not in words.hint.format(**problem.params)


def test_a_key_twice_names_the_first_line():
    """A key that is known is named; another is only measured."""
    _, problems = parse_source("件名: あ\n潮見仮名子: い\n件名: う\n潮見仮名子: え\n".encode(), "a.yml", KEYS)
    assert [dict(problem.params) for problem in problems] == [
        {"key": "件名", "length": 2, "first": 1},
        {"key": "…", "length": 5, "first": 2},
    ]
