"""Content as it is laid out: bullets with marks, tables, names and values, statuses."""

from __future__ import annotations

import pytest

from generator.pages.blocks import grid, items, marked
from generator.pages.environment import environment
from generator.records.content import Bullets, Table


def blocks(incident, written):
    """The blocks of a 概要 written so."""
    return incident(概要=written).summary.body


def rendered(content):
    """Content as the pages show it."""
    return str(environment().get_template("content.html").module.content(content))


@pytest.mark.parametrize(
    ("typed", "mark", "rest"),
    [
        ("（１）通知書を回収", "（１）", "通知書を回収"),
        ("(2) 周知", "(2)", "周知"),
        ("①確認", "①", "確認"),
        ("ア　二人で確認", "ア", "二人で確認"),
        ("（ア）点検", "（ア）", "点検"),
        ("・再発防止", "・", "再発防止"),
        ("１．概要", "１．", "概要"),
        ("1.5メートル離す", "", "1.5メートル離す"),
        ("２人で確認", "", "２人で確認"),
        ("アンケートを回収", "", "アンケートを回収"),
        ("（写し）を回収", "", "（写し）を回収"),
        ("令和8年に開始", "", "令和8年に開始"),
    ],
)
def test_marks(typed, mark, rest):
    """A mark the writer typed replaces the bullet; words that only look like one stay."""
    assert marked((typed,)) == (mark, (rest,))


def test_nested_bullets(incident):
    """Lists keep their depth."""
    content = blocks(incident, "\n  - （１）一つ目\n  - - 下の一\n    - 下の二\n  - 三つ目")
    found = items(next(block for block in content.blocks if isinstance(block, Bullets)))
    assert [(item.mark, len(item.below)) for item in found] == [("（１）", 2), ("", 0)]
    assert rendered(content).count("<ul") == 2


TABLE = """
  表:
    見出し: 回収の状況
    列:
      - 状況
      - 通知書: [第1回, 第2回]
      - 計
    行:
      - [回収した, 3件, 21件, 24件]
      - [連絡中, '', 2件, 2件]
    注: 5月22日現在
"""


def test_table(incident):
    """A head of two rows names its columns; numbers stand right; the first column heads its rows."""
    table = blocks(incident, TABLE).blocks[0]
    assert isinstance(table, Table)
    found = grid(table)
    spans = [[(head.columns, head.rows) for head in row] for row in found.heads]
    assert spans == [[(1, 2), (2, 1), (1, 2)], 2 * [(1, 1)]]
    assert [field.label for field in found.rows[0]] == ["状況", "通知書・第1回", "通知書・第2回", "計"]
    assert [field.numeric for field in found.rows[0]] == [False, True, True, True]
    assert found.rows[0][0].heads_row
    assert not found.cards


def test_table_html(incident):
    """A table has a caption and scopes; its note follows."""
    html = rendered(blocks(incident, TABLE))
    assert html.count('scope="colgroup"') == 1
    assert html.count('scope="col"') == 4
    assert html.count('scope="row"') == 2
    assert "<caption>" in html
    assert '<p class="k-note"><span class="k-nb">5月22日</span>現在</p>' in html


@pytest.mark.parametrize(
    ("columns", "cell", "cards"),
    [
        pytest.param(5, "3件", False, id="five-short"),
        pytest.param(6, "3件", True, id="six"),
        pytest.param(2, "通知書を回収してお詫びした", True, id="long-cell"),
    ],
)
def test_cards_on_phones(incident, columns, cell, cards):
    """A table of up to five short columns stays a table on a phone; any other becomes cards."""
    heads = ", ".join(f"項{n}" for n in range(columns))
    cells = ", ".join(["甲", *[cell] * (columns - 1)])
    table = blocks(incident, f"\n  表:\n    列: [{heads}]\n    行:\n      - [{cells}]").blocks[0]
    assert grid(table).cards is cards


def test_pairs_and_headings(incident):
    """項目 are names with values; a heading in a heading is one level deeper."""
    html = rendered(
        blocks(
            incident,
            "\n  - 見出し: 状況\n    内容:\n      - 見出し: 詳しく\n        内容: 本文"
            "\n  - 項目:\n      場所: 窓口\n  - 注: 補足",
        )
    )
    assert '<h3 class="k-sub">状況</h3>' in html
    assert '<h4 class="k-sub">詳しく</h4>' in html
    assert "<div><dt>場所</dt><dd><p>窓口</p>" in html
    assert '<p class="k-note">補足</p>' in html


def test_status(incident):
    """A status shows its word, its explanation and the promised date."""
    html = rendered(
        blocks(incident, "\n  - 判明分。\n  - 状態: 調査中\n    説明: 残りを調べています。\n    公表予定: 2026-06-30")
    )
    assert "</svg>調査中</span>" in html
    assert "残りを調べています。" in html
    assert '<time class="k-nb" datetime="2026-06-30">令和8年6月30日（火）</time>' in html
