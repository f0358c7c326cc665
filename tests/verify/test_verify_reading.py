"""What the readers make of a file: one unit for what is read at once, with the words that name it."""

from __future__ import annotations

import pytest

from generator.verify.data import read_csv, read_json, read_text
from generator.verify.html import read_html
from generator.verify.unit import Where
from generator.verify.xml import read_xml

TABLE = "<table><thead>{}</thead><tbody>{}</tbody></table>"

PAGES = {
    "blocks": ("<h1>題</h1><p>一<b>二</b></p>三<ul><li>四</ul>", [("題", ""), ("一二", ""), ("三", ""), ("四", "")]),
    "br": ("<p>一<br>\n  二<br>三</p>", [("一\n二\n三", "")]),
    "source-line-end": ("<p>一\n二</p>", [("一\n二", "")]),
    "blank-text": ("<div> \n <p>一</p> </div>", [("一", "")]),
    "entities": ("<p>&lt;一&gt;&amp;amp;</p>", [("<一>&amp;", "")]),
    "column": (
        TABLE.format("<tr><th>日</th><th>人</th></tr>", "<tr><td>五日</td><td>三輪</td></tr>"),
        [("日", ""), ("人", ""), ("五日", "日"), ("三輪", "人")],
    ),
    "column-and-row": (
        TABLE.format('<tr><td></td><th scope="col">数</th></tr>', '<tr><th scope="row">紙</th><td>2</td></tr>'),
        [("数", ""), ("紙", ""), ("2", "数 紙")],
    ),
    "row-only": (
        "<table><tr><th>氏名</th><td>甲</td></tr><tr><th>年齢</th><td>乙</td></tr></table>",
        [("氏名", ""), ("甲", "氏名"), ("年齢", ""), ("乙", "年齢")],
    ),
    "head-of-two-rows": (
        TABLE.format(
            '<tr><th rowspan="2">課</th><th colspan="2">人</th></tr><tr><th>氏名</th><th>職</th></tr>',
            "<tr><td>甲</td><td>乙</td><td>丙</td></tr>",
        ),
        [("課", ""), ("人", ""), ("氏名", ""), ("職", ""), ("甲", "課"), ("乙", "人 氏名"), ("丙", "人 職")],
    ),
    "cell-over-two-rows": (
        TABLE.format(
            "<tr><th>課</th><th>職</th></tr>",
            '<tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr><tr><td>丁</td></tr>',
        ),
        [("課", ""), ("職", ""), ("甲", "課"), ("乙", "職"), ("丙", "職"), ("丁", "課")],
    ),
    "paragraphs-in-a-cell": (
        TABLE.format("<tr><th>内容</th></tr>", "<tr><td><p>甲</p><p>乙</p></td></tr>") + "<p>丙</p>",
        [("内容", ""), ("甲", "内容"), ("乙", "内容"), ("丙", "")],
    ),
    "no-end-tags": (
        "<table><tr><th>氏名<tr><td>甲<td>乙</table>",
        [("氏名", ""), ("甲", "氏名"), ("乙", "")],
    ),
    "description": (
        "<dl><dt>担当</dt><dd>甲</dd><dd><p>乙</p></dd><dt>電話</dt><dd>丙</dd></dl><p>丁</p>",
        [("担当", ""), ("甲", "担当"), ("乙", "担当"), ("電話", ""), ("丙", "電話"), ("丁", "")],
    ),
}


@pytest.mark.parametrize(("source", "units"), PAGES.values(), ids=PAGES)
def test_blocks_of_a_page(source: str, units: list[tuple[str, str]]) -> None:
    """Each block is one text; a cell is named by its heads, a description by its term."""
    assert [(unit.text, unit.label) for unit in read_html(source).units] == units


def test_text_apart() -> None:
    """Ruby with its brackets and words for screen readers are texts of their own."""
    reading = read_html(
        "<p>一<ruby>二<rp>（</rp><rt>に</rt><rp>）</rp></ruby>三"
        '<span class="k visually-hidden">四<span>五</span></span>六</p>'
    )
    assert [(unit.text, unit.where) for unit in reading.units] == [
        ("（", Where.ASIDE),
        ("に", Where.ASIDE),
        ("）", Where.ASIDE),
        ("四五", Where.ASIDE),
        ("一二三六", Where.SHOWN),
    ]


OTHERS = {
    "csv": (
        read_csv,
        '番号,氏名\r\n1,"甲, ""乙"""\r\n2,\r\n',
        [("番号", ""), ("氏名", ""), ("1", "番号"), ('甲, "乙"', "氏名"), ("2", "番号")],
    ),
    "csv-more-cells": (read_csv, "a\nb,c", [("a", ""), ("b", "a"), ("c", "")]),
    "json": (
        read_json,
        '{"氏名": ["\\u7532", 2, true], "x": {"y": "\\ud842\\udfb7"}}',
        [("氏名", ""), ("甲", "氏名"), ("2", "氏名"), ("true", "氏名"), ("x", ""), ("y", ""), ("𠮷", "y")],
    ),
    "json-html": (
        read_json,
        '{"h": "<table><tr><th>氏名<td>甲</table>乙"}',
        [("h", ""), ("氏名", "h"), ("甲", "氏名"), ("乙", "h")],
    ),
    "xml": (read_xml, "<a><name>甲</name>乙<b/>\n</a>", [("甲", "name"), ("乙", "")]),
    "text": (read_text, "甲\r\n\n乙", [("甲", ""), ("乙", "")]),
}


@pytest.mark.parametrize(("read", "source", "units"), OTHERS.values(), ids=OTHERS)
def test_strings_of_a_data_file(read, source: str, units: list[tuple[str, str]]) -> None:
    """Each string is one text, named by its key, its element, or the head of its column."""
    assert [(unit.text, unit.label) for unit in read(source).units] == units


def test_offsets_lead_to_the_source() -> None:
    """A unit knows where in the file each of its characters stands."""
    source = '<p title="a">甲<b>乙</b>&amp;丙</p>'
    (unit,) = read_html(source).units
    assert [source[unit.offset(i)] for i in (0, 1, 2)] == ["甲", "乙", "&"]
