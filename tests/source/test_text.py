"""What an author typed arrives as it was typed, and what is not a slip is left alone."""

from __future__ import annotations

import pytest

from generator.source import parse_source, read_source
from generator.source.nodes import ListNode, MapNode, TextNode

KEYS = frozenset({"件名", "概要", "対応", "原因", "内容", "所属", "電話", "人数", "列", "行", "表", "状態", "時刻"})
GUESSED = """
10:30 0120 0120-000-000 no yes on off null Null ~ true 2026-01-01 1_000 1e3 0x10 .inf .nan = 令和8年 １２ 3% R5.12.25
"""


def parsed(source: str):
    """The root, of a source in which nothing is wrong."""
    tree, problems = parse_source(source.encode(), "a.yml", KEYS)
    assert problems == []
    return tree


def shape(node):
    """The tree as Python's own lists, dictionaries and strings."""
    if isinstance(node, TextNode):
        return node.text.reveal()
    if isinstance(node, ListNode):
        return [shape(item) for item in node.items]
    return {shape(entry.key): shape(entry.value) for entry in node.entries}


@pytest.mark.parametrize("typed", GUESSED.split())
def test_no_type_is_guessed(typed):
    """Times, numbers, dates, and the words YAML 1.1 takes for true, false and nothing stay the text they are."""
    assert shape(parsed(f"件名: {typed}\n").root) == {"件名": typed}
    assert shape(parsed(f"対応: [{typed}]\n").root) == {"対応": [typed]}


@pytest.mark.parametrize(
    ("source", "value"),
    [
        pytest.param("件名:\n", "", id="empty"),
        pytest.param('件名: ""\n', "", id="empty quotes"),
        pytest.param("件名: あ：い\n", "あ：い", id="full-width colon in text"),
        pytest.param("件名: 午前10:30から\n", "午前10:30から", id="time"),
        pytest.param("件名: https://town.example.jp/a#b\n", "https://town.example.jp/a#b", id="address"),
        pytest.param("件名: あ#い\n", "あ#い", id="number sign without a space"),
        pytest.param('件名: "あ # い: う"\n', "あ # い: う", id="signs in quotes"),
        pytest.param("件名: 'あ: ''い'''\n", "あ: 'い'", id="single quotes"),
        pytest.param("件名: ［氏名：潮見 仮名子］から\n", "［氏名：潮見 仮名子］から", id="full-width mark"),
        pytest.param("件名: 本人[氏名：潮見]から\n", "本人[氏名：潮見]から", id="half-width mark inside"),
        pytest.param("件名: “あ”と「い」\n", "“あ”と「い」", id="full-width quotes"),
        pytest.param("件名: ・あ\n", "・あ", id="middle dot behind a key"),
        pytest.param("件名: -5度\n", "-5度", id="minus"),
        pytest.param("件名: あ\n  い\n", "あ い", id="folded"),
        pytest.param("件名: あ\n  原因：い\n", "あ 原因：い", id="a heading in a folded text"),
        pytest.param("件名: ＃あ\n", "＃あ", id="full-width number sign"),
        pytest.param("件名: ！あ\n", "！あ", id="full-width exclamation mark"),
        pytest.param(
            "件名: |\n  　あ\n  ・い\n  -う\n  # え: お\n", "　あ\n・い\n-う\n# え: お\n", id="anything in a block"
        ),
        pytest.param("件名: |-\n  あ\n\n  い\n", "あ\n\nい", id="block without its last line end"),
        pytest.param("件名: >\n  あ\n  い\n", "あ い\n", id="folded block"),
    ],
)
def test_text_stays_text(source, value):
    """Signs that mean something at a line's head are plain text inside a text."""
    assert shape(parsed(source).root) == {"件名": value}


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        pytest.param("列: [日付, 内容]\n", {"列": ["日付", "内容"]}, id="heads"),
        pytest.param("列: [氏名, 電話]\n", {"列": ["氏名", "電話"]}, id="heads that are labels"),
        pytest.param("列: [氏名]\n", {"列": ["氏名"]}, id="one head that is a label"),
        pytest.param("列:\n  - {上: [人数, 件数]}\n", {"列": [{"上": ["人数", "件数"]}]}, id="two-row head"),
        pytest.param("行:\n  - [氏名：潮見, 12]\n", {"行": [["氏名：潮見", "12"]]}, id="a row of two cells"),
        pytest.param("行:\n  - [あ,\n     い]\n", {"行": [["あ", "い"]]}, id="a row on two lines"),
        pytest.param("対応: []\n", {"対応": []}, id="an empty list"),
        pytest.param("原因: {状態: 調査中}\n", {"原因": {"状態": "調査中"}}, id="a map on one line"),
        pytest.param("対応:\n- あ\n- い\n", {"対応": ["あ", "い"]}, id="a list at its key's column"),
        pytest.param("対応:\n  - 電話：0000\n", {"対応": ["電話：0000"]}, id="a bullet that begins like a key"),
        pytest.param("対応:\n  - ・あ\n", {"対応": ["・あ"]}, id="a typed bullet in a list"),
        pytest.param("---\n件名: あ\n...\n", {"件名": "あ"}, id="document marks"),
        pytest.param("\ufeff件名: あ\r\n概要: い\r\n", {"件名": "あ", "概要": "い"}, id="bom and crlf"),
    ],
)
def test_legal_yaml_stays_legal(source, wanted):
    """Lists and maps on one line, and the two ways to indent a list, are nobody's slip."""
    assert shape(parsed(source).root) == wanted


def test_places_of_nodes():
    """Keys, values, lists and maps know where they begin; a BOM takes no column."""
    root = parsed("\ufeff件名: 𠮷あ\n対応:\n  - 所属: い\n    列: [う]\n").root
    assert isinstance(root, MapNode)
    title, response = root.entries
    item = response.value.items[0]
    where = [title.key, title.value, response.value, item, item.entries[1].value, item.entries[1].value.items[0]]
    assert [(node.place.line, node.place.column) for node in where] == [(1, 1), (1, 5), (3, 3), (3, 5), (4, 8), (4, 9)]
    assert (item.entries[1].value.flow, response.value.flow) == (True, False)
    assert (title.value.plain, title.value.place.path) == (True, "a.yml")


def test_comments_are_kept_with_their_places():
    """Each comment on a line of its own is collected, wherever it stands; a `#` inside a text is none."""
    tree = parsed("# 一\n件名: あ#い\n概要: |\n  # 本文\n# 二\n対応:\n  # 三\r\n  - [う,\n  # 四\n     'え # お']\n")
    assert [(c.text.reveal(), c.place.line, c.place.column) for c in tree.comments] == [
        (" 一", 1, 1),
        (" 二", 5, 1),
        (" 三", 7, 3),
        (" 四", 9, 3),
    ]
    assert tree.comments[0].text.origin.place(1).column == 3


def test_a_comment_behind_a_value_is_collected_too():
    """The comment that must move still reaches the detectors."""
    tree, _ = parse_source("件名: あ # 潮見\n".encode(), "a.yml", KEYS)
    assert [comment.text.reveal() for comment in tree.comments] == [" 潮見"]


@pytest.mark.parametrize(
    ("source", "has_tree"),
    [
        pytest.param("件名: あ # い\n", True, id="comment"),
        pytest.param("件名: あ\n件名: い\n", True, id="key twice"),
        pytest.param("件名: あ\u202e\n", True, id="direction"),
        pytest.param('件名: "あ\\uFDD0"\n', False, id="sentinel as an escape"),
        pytest.param("対応:\n  ・あ\n", False, id="bullets"),
        pytest.param("件名: !!str あ\n", False, id="tag"),
        pytest.param("件名: #2\n", False, id="swallowed value"),
    ],
)
def test_a_tree_is_given_only_where_it_says_what_its_author_meant(source, has_tree):
    """`validate` sees a file with a harmless slip, and none whose structure may be another."""
    tree, problems = parse_source(source.encode(), "a.yml", KEYS)
    assert problems
    assert (tree is not None) == has_tree


def test_a_tree_holds_no_forbidden_character():
    """What was refused does not travel on: the characters that stand for a redaction never come from a file."""
    tree, _ = parse_source("件名: あ\ufdd0い\u2028う\n".encode(), "a.yml", KEYS)
    assert shape(tree.root) == {"件名": "あ\ufffdい\ufffdう"}


def test_the_first_of_two_values_is_kept():
    """Of a key written twice the tree holds one entry."""
    tree, _ = parse_source("件名: あ\n概要: い\n件名: う\n".encode(), "a.yml", KEYS)
    assert shape(tree.root) == {"件名": "あ", "概要": "い"}


def test_a_file_is_read_from_disk(tmp_path):
    """Places carry the path that was to be shown, not where the file lay."""
    path = tmp_path / "a.yml"
    path.write_bytes("\ufeff件名：あ\n".encode())
    tree, problems = read_source(path, "disclosures/a.yml", KEYS)
    assert tree is None
    assert [(p.code, p.place.path, p.place.column) for p in problems] == [("E104", "disclosures/a.yml", 3)]
