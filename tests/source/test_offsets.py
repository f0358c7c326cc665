"""Each character of a value leads back to the characters it was typed with, in all five styles."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.source import parse_source
from generator.source.nodes import MapNode, TextNode

LETTERS = "ｘあ漢ー。、：・［］（）𠮷\U0001f600é\t '\"#-a1\\:|>\n"
STYLES = {"plain": None, "single": "'", "double": '"', "literal": "|", "folded": ">"}
HEADERS = ["|", "|-", "|+", "|2", "|2-", "|+2", "|3", ">", ">-", ">+", ">2", ">2+", ">-3", "| # 注", ">  "]
LINES = [
    "  あい",
    "  い う",
    "   深い",
    "  \tう",
    "",
    " ",
    "    ",
    "  ",
    "     さらに",
    "  # 文",
    "  - え",
    "  𠮷野: x",
]
TYPED = {
    "double": [
        *["あ", "𠮷", "b", " ", "  ", "\t", "\n   ", "\n\n    ", "\\\n   ", "\\\n\n   ", "'"],
        *["\\n", "\\t", "\\u3042", "\\x41", "\\U0001F600", "\\ ", '\\"', "\\\\", "\\/", "\\_"],
    ],
    "single": ["あ", "𠮷", "b", " ", "  ", "\t", "\n   ", "\n\n    ", "\n \n   ", "''", '"', "\\", "#"],
    "plain": ["あ", "𠮷", "b", " い", "  う", "\tえ", "\n   お", "\n\n    か", "\n \n   き", "：", "#", "'", "［"],
}
QUOTES = {"double": '"', "single": "'", "plain": ""}


def find(node) -> TextNode:
    """The text under the key `文`, wherever it stands."""
    if isinstance(node, MapNode):
        here = [entry.value for entry in node.entries if entry.key.text.reveal() == "文"]
        return here[0] if here else find(node.entries[-1].value)
    return find(node.items[-1])


def read(source: str) -> TextNode | None:
    """The text, or nothing where the source is no YAML."""
    tree, _ = parse_source(source.encode(), "a.yml")
    return find(tree.root) if tree else None


def is_true_to(source: str, data) -> None:
    """Exchange one visible character where its origin says, read again, and compare."""
    node = read(source)
    assume(node is not None)
    value = node.text.reveal()
    visible = [at for at, char in enumerate(value) if not char.isspace()]
    assume(visible)
    at = data.draw(st.sampled_from(visible))
    start, end = node.text.origin.span(at, at + 1)
    again = read(f"{source[:start]}Ｚ{source[end:]}")
    assert again.text.reveal() == f"{value[:at]}Ｚ{value[at + 1 :]}"


def dumped(value: str, style: str | None, width: int, *, nested: bool) -> str:
    """The value as PyYAML writes it, alone or deep in a list."""
    data = {"前": [{"題": "甲"}, {"文": value}]} if nested else {"文": value}
    return yaml.dump(data, default_style=style, allow_unicode=True, width=width)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
@settings(max_examples=100, deadline=None)
@given(
    value=st.text(st.sampled_from(LETTERS), max_size=60),
    layout=st.tuples(st.sampled_from([10, 20, 1000]), st.booleans(), st.sampled_from(["\n", "\r\n"])),
    data=st.data(),
)
def test_exchanging_a_mapped_character_changes_only_it(style, value, layout, data):
    """In YAML as PyYAML writes it, the characters at a value's place are that character's and no other's."""
    width, nested, line_end = layout
    is_true_to(dumped(value, style, width, nested=nested).replace("\n", line_end), data)


@pytest.mark.parametrize("style", TYPED)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_flow_scalars_typed_by_hand_are_mapped_too(style, data):
    """Escapes, doubled quotes, folded and continued lines do not move the places after them."""
    typed = "".join(data.draw(st.lists(st.sampled_from(TYPED[style]), max_size=12)))
    is_true_to(f"前:\n- 文: {QUOTES[style]}{typed}{QUOTES[style]}\n  次: x\n", data)


@settings(max_examples=400, deadline=None)
@given(
    header=st.sampled_from(HEADERS),
    lines=st.lists(st.sampled_from(LINES), max_size=8),
    end=st.sampled_from(["", "\n", "\n\n", "\n次: x\n", "\n# 注\n次: x\n"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    data=st.data(),
)
def test_block_scalars_typed_by_hand_are_mapped_too(header, lines, end, line_end, data):
    """Indicators, chomping, blank and deeper lines, and a file's missing last line end do not move the places."""
    source = "\n".join([f"文: {header}", *lines]) + end
    is_true_to(source.replace("\n", line_end), data)


@pytest.mark.parametrize(
    ("source", "at", "line", "column"),
    [
        pytest.param("文: あいう\n", 2, 1, 6, id="plain"),
        pytest.param("文: あい\n  うえ\n", 3, 2, 3, id="plain over two lines"),
        pytest.param("文: 'い''う'\n", 2, 1, 8, id="after a doubled quote"),
        pytest.param('文: "い\\u3042う"\n', 2, 1, 12, id="after an escape"),
        pytest.param("文: |\n  𠮷野\n  あい\n", 4, 3, 4, id="second line of a block"),
        pytest.param("文: |\r\n  あ\r\n  い\r\n", 2, 3, 3, id="block with CRLF"),
        pytest.param("文: >\n  あ\n  い\n", 2, 3, 3, id="folded"),
        pytest.param("文: >\n  あ\n\n\n  い\n", 3, 5, 3, id="folded with empty lines"),
        pytest.param("\ufeff文: あい\n", 1, 1, 5, id="behind a BOM"),
        pytest.param("文: あい", 2, 1, 6, id="behind the last character"),
        pytest.param("文:\n次: x\n", 0, 1, 3, id="an empty value"),
        pytest.param('文: ""\n', 0, 1, 5, id="an empty quoted value"),
    ],
)
def test_place(source, at, line, column):
    """A place is a line and a column from 1, counted in characters."""
    place = read(source).text.origin.place(at)
    assert (place.line, place.column) == (line, column)


def test_span_covers_all_that_was_typed_between_its_ends():
    """A span over a line end takes the indentation of the next line with it, and an empty span takes nothing."""
    source = "文: |\n  あい\n  うえ\n"
    origin = read(source).text.origin
    assert source[slice(*origin.span(1, 4))] == "い\n  う"
    assert source[slice(*origin.span(3, 3))] == ""
