"""Content: prose, bullets, tables and the other blocks, as authors may type them in any section."""

from __future__ import annotations

from typing import Any

import pytest
from typed_records import content

READ: dict[str, tuple[str, Any]] = {
    "one text": ("窓口で取り違えた。", ["窓口で取り違えた。"]),
    "a block text keeps its lines": ("|\n  一行目\n  二行目\n\n  次の段落\n", ["一行目\n二行目\n\n次の段落\n"]),
    "a list is bullets": ("- 一つ\n- 二つ\n", [("bullets", ["一つ", "二つ"])]),
    "a list below an item nests": (
        "- 一つ\n-\n  - 下の一\n  - 下の二\n- 二つ\n",
        [("bullets", [("一つ", ["下の一", "下の二"]), "二つ"])],
    ),
    "nesting goes on": ("- 一\n- - 二\n  - - 三\n", [("bullets", [("一", [("二", ["三"])])])]),
    "two lists below one item are one": ("- 一\n- - 二\n- - 三\n", [("bullets", [("一", ["二", "三"])])]),
    "a list may begin with a list": ("- - 二\n- 一\n", [("bullets", [("", ["二"]), "一"])]),
    "marks of the author stay in the text": (
        "- （１）一つ\n- ① 二つ\n- ア 三つ\n",
        [("bullets", ["（１）一つ", "① 二つ", "ア 三つ"])],
    ),
    "headed": ("見出し: 見出しの文\n内容: 本文\n", [("headed", "見出しの文", ["本文"])]),
    "headed holds any content": (
        "見出し: 上\n内容:\n  - 文\n  - 見出し: 下\n    内容:\n      - 一\n      - 二\n",
        [("headed", "上", ["文", ("headed", "下", [("bullets", ["一", "二"])])])],
    ),
    "pairs keep their order and their own names": (
        "項目:\n  送った物: 通知書\n  宛先:\n    - 町内\n    - 町外\n",
        [("pairs", {"送った物": ["通知書"], "宛先": [("bullets", ["町内", "町外"])]})],
    ),
    "a blank of a form": ("項目:\n  点検した日:\n  場所: 窓口\n", [("pairs", {"点検した日": [], "場所": ["窓口"]})]),
    "named bullets": ("箇条書き:\n  - 一\n  - 二\n", [("bullets", ["一", "二"])]),
    "remark": ("注: 人数は延べです。\n", [("remark", "人数は延べです。")]),
    "standing": ("状態: 調査中\n説明: 数えています。\n", [("standing", "調査中", "数えています。")]),
    "one block makes a sequence": (
        "- 前置き\n- - 一\n  - 二\n- 注: 終わり\n",
        ["前置き", ("bullets", ["一", "二"]), ("remark", "終わり")],
    ),
    "keys in other widths and with spaces": ("見 出 し: 上\n内容 : 下\n", [("headed", "上", ["下"])]),
}

TABLES: dict[str, tuple[str, Any]] = {
    "plain": (
        "表:\n  列: [日, 通]\n  行:\n    - [5月12日, 2]\n    - [5月13日, 1,284]\n",
        None,
    ),
    "cells of several lines and empty ones": (
        '表:\n  列: [日, 内容]\n  行:\n    - [5月12日, [一行目, 二行目]]\n    - ["", 空欄の右]\n',
        ("table", [("日", []), ("内容", [])], [[["5月12日"], ["一行目", "二行目"]], [[], ["空欄の右"]]]),
    ),
    "a list in the list of a cell": (
        (
            "表:\n  列: [日, 内容]\n  行:\n    - - 5月12日\n      - - 一行目\n        - - ・二行目\n"
            "          - - ・三行目\n"
        ),
        ("table", [("日", []), ("内容", [])], [[["5月12日"], ["一行目", "・二行目", "・三行目"]]]),
    ),
    "a head of two rows": (
        "表:\n  列:\n    - 区分\n    - 発送: [通数, 世帯]\n  行:\n    - [特別徴収, 1, 2]\n",
        ("table", [("区分", []), ("発送", ["通数", "世帯"])], [[["特別徴収"], ["1"], ["2"]]]),
    ),
    "heading and remark": (
        "表:\n  見出し: 一覧\n  列: [日]\n  行:\n    - [5月12日]\n  注: 5月末現在\n",
        ("table", [("日", [])], [[["5月12日"]]]),
    ),
}

REFUSED: dict[str, tuple[str, list[str]]] = {
    "a second colon": ("- 担当者が電話: 2通を回収\n", ["E215"]),
    "keys that are no block": ("直接の理由: 一\n背景: 二\n", ["E216"]),
    "an empty text": ('""', ["E204"]),
    "an empty list": ("[]", ["E204"]),
    "an empty item": ("- 一\n-\n", ["E204"]),
    "headed without content": ("見出し: 上\n", ["E201"]),
    "headed with a strange key": ("見出し: 上\n内容: 下\n右: 横\n", ["E213"]),
    "a status of other words": ("状態: 確認のうえ後日\n", ["E210"]),
    "a picture": ("図:\n  ファイル: a.png\n  代替文: 窓口\n", ["E221"]),
    "a table without rows": ("表:\n  列: [日, 通]\n", ["E201"]),
    "a row with a cell too many": ("表:\n  列: [日]\n  行:\n    - [一, 二]\n", ["E214"]),
    "rows that are no lists": ("表:\n  列: [日]\n  行:\n    - 一\n", ["E203"]),
    "a cell that is a mapping": ("表:\n  列: [日]\n  行:\n    - [{一: 二}]\n", ["E203"]),
    "a head of three rows": ("表:\n  列:\n    - 発送: [{通: [一]}]\n  行:\n    - [一]\n", ["E203"]),
    "a table in a table's cell": ("表:\n  列: [日]\n  行:\n    - [{表: {列: [一], 行: [[二]]}}]\n", ["E203"]),
}


@pytest.mark.parametrize("name", READ)
def test_content_is_read(name: str) -> None:
    """Texts, lists and blocks are read as their author meant them, without a problem."""
    text, wanted = READ[name]
    assert content(text) == (wanted, [])


@pytest.mark.parametrize("name", [name for name, (_, wanted) in TABLES.items() if wanted])
def test_a_table_is_read(name: str) -> None:
    """A table has its head in one or two rows, and cells of one line, several or none."""
    text, wanted = TABLES[name]
    assert content(text) == ([wanted], [])


@pytest.mark.parametrize("name", REFUSED)
def test_content_is_refused(name: str) -> None:
    """What can't be content is one problem, with the code that says why."""
    text, codes = REFUSED[name]
    assert content(text)[1] == codes


def test_a_comma_in_a_flow_list_makes_two_cells() -> None:
    """1,284 in a flow list is two cells, so the row is refused and no digit is lost in silence."""
    assert content(TABLES["plain"][0])[1] == ["E214"]
