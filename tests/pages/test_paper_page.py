"""The page of a 会議資料."""

from __future__ import annotations

import re

import pytest

from generator.pages.links import Links
from generator.pages.paper import paper_page
from generator.pages.threads import Threads

CASES = (
    "\n  - 番号: 1\n    件名: 見本の使い方\n    分類: ① 条例に触れるもの（2件）\n    概要: 古い見本を使った。"
    "\n    既報: 事案1"
    "\n  - 番号: 2\n    件名: 控えの置き場所\n    分類: ① 条例に触れるもの（2件）\n    概要: 控えを机に置いた。"
    "\n    その後の対応: 鍵のかかる棚に移した。"
    "\n  - 番号: 3\n    件名: 宛名の写し間違い\n    分類: ② 確かめているもの（1件）\n    時期: 令和8年4月9日"
    "\n    概要: 別の宛名を書いた。"
)
OUTLINE = (
    "\n  - 見出し: １ 経過\n    内容:\n      - 表:\n          列: [日付, 内容]\n          行:"
    "\n            - [4月9日, 町長へ報告]"
    "\n  - 見出し: ２ 対応\n    内容:\n      - 見出し: (1) 点検\n        内容: 検証環境（注1）を調べた。"
)
TERMS = "\n  - 番号: 注1\n    語: 検証環境\n    説明: 試すための仕組み。\n  - 語: 控え\n    説明: 手元に残す写し。"


def body_of(site, record, *others):
    """The HTML of one paper of a site."""
    return paper_page(record, Threads(Links(site(record, *others)))).body


def test_smallest(paper, site, golden):
    """The smallest paper, as reviewed line by line."""
    golden("paper-smallest", body_of(site, paper()))


def test_full(paper, site, golden):
    """A paper with all it may have, as reviewed line by line."""
    record = paper(
        会議="\n  名称: 総務文教常任委員会\n  会議種別: 常任委員会\n  回次: 第2回\n  開催日: 令和8年6月12日",
        資料番号="資料３",
        諮問番号="\n  - 諮問第4号\n  - 諮問第5号",
        根拠="汐見町個人情報保護条例第9条",
        区分="報告",
        要旨="3件の取扱いを報告します。",
        本文=OUTLINE,
        用語注=TERMS,
        事案一覧=CASES,
        今後の予定="秋に結果を報告します。",
        公開区分="\n  区分: 一部\n  理由: 点検の手順を含むため。",
        別紙="\n  - 番号: 別紙1\n    名称: 点検の項目\n    内容: 10項目。",
    )
    golden("paper-full", body_of(site, record))


def test_classes_in_turn(paper, site):
    """Rows of one class stand together wherever they were typed, each with its place in the whole list."""
    typed = "".join(f"\n  - 件名: 事案{n}\n    分類: {group}" for n, group in enumerate("甲乙甲", 1))
    body = body_of(site, paper(事案一覧=typed))
    assert "全3件（2分類）" in body
    assert [body.count(f'<h3 class="k-sub">{group}</h3>') for group in "甲乙"] == [1, 1]
    assert re.findall('id="case-([0-9]+)"', body) == ["1", "3", "2"]


def test_rounds(paper, site):
    """Papers that call each other 前報 stand in one list, oldest first; a row that is not 既報 is then new."""
    first = paper("a", 発表日="2026-05-01", 事案一覧="\n  - 件名: 見本の使い方")
    second = paper("b", 発表日="2026-06-01", 関連="\n  - 記録: a\n    関係: 前報", 事案一覧=CASES)
    third = paper("c", 発表日="2026-07-01", 関連="\n  - 記録: b\n    関係: 前報")
    body = body_of(site, second, first, third)
    assert re.findall(r'k-reports__title k-phrases"><(?:a href="([^"]+)|b)', body)[:3] == [
        "../../papers/a/",
        "",
        "../../papers/c/",
    ]
    assert body.count("新規") == 2
    assert "新しい資料があります" in body
    assert "新規" not in body_of(site, paper("d", 事案一覧=CASES))


@pytest.mark.parametrize(
    ("text", "ways"),
    [("検証環境（注1）と検証環境（注1）", 2), ("検証環境と検証環境", 1), ("別の話", 0)],
    ids=["numbered", "word", "absent"],
)
def test_terms_are_tied(paper, site, text, ways):
    """Each （注1） leads to its note, else the first mention of the word does; the note leads back to the first."""
    body = body_of(site, paper(本文=text, 用語注="\n  - 番号: 注1\n    語: 検証環境\n    説明: 試すための仕組み。"))
    assert body.count('href="#term-1"') == ways
    assert body.count('id="term-1-text"') == body.count('href="#term-1-text"') == min(ways, 1)


def test_closed(paper, site):
    """A paper that is not public says why, and shows nothing else."""
    body = body_of(site, paper(本文="\n  状態: 非公表\n  説明: 防犯の手順を含むため。", 公開区分="非公開"))
    assert "公開していません" in body
    assert "防犯の手順を含むため" in body


def test_withdrawn(paper, site):
    """A withdrawn paper keeps its address and loses its content."""
    body = body_of(site, paper(公開="\n  状態: 撤回\n  理由: 差し替えたため。"))
    assert "差し替えたため" in body
    assert "報告します" not in body
