"""The page of an audit: the table of measures, opinions with answers, the tree of results, what waits too long."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.pages.audit import audit_page
from generator.pages.links import Links
from generator.pages.opinions import cards_of, tally_of

NAME = "2026-01-30-kansa"
HEAD = """種類: 監査報告
件名: 通知書の発送の事務について
発表日: 2026-01-30
担当:
  - 所属: 監査委員事務局
    電話: 0400-99-0195
公開:
  状態: 公開
監査種別: 行政監査
対象機関: 本庁の3課
"""
FULL = f"""{HEAD}要約: 12の事務を調べました。
根拠: 地方自治法第199条第2項
年度: 令和7年度
テーマ: 発送の事務
対象:
  件数: 12件
  説明: 年に50通を超える発送
実施期間: 2025-09-01～2025-12-26
目的: 手順に沿っているかを確かめる。
選定理由: 誤りが続いたため。
基準: 個人情報取扱要領
着眼点:
  - 内容: 二人で確かめているか。
    適用: 12の事務
  - 内容: 手順書は新しいか。
方法: 現場で作業を見た。
結果:
  - 項目: 1 発送の前の確認
    基準: 要領第12条
    調査結果: 一人で確かめている事務があった。
    下位:
      - 項目: (1) 人数
        表:
          見出し: 表1 確認の状況
          列: [区分, 事務の数, 二人で確認, {{一人で確認: [出先, 本庁]}}, 二人で確認の割合]
          行:
            - [税務課, 8, 6, 1, 1, 75.0%]
            - [町民課, 4, 3, '', 1, 75.0%]
          注: 空欄は該当なし。
        意見:
          番号: 意見1
          件名: 手順書を一つにすること
          基準: 要領第3条
          事実: 課ごとに違っていた。
          原因: 決めた課がない。
          補足: 出先も同じである。
          対象項目: 手順書
          求める措置:
            - 名宛: 総務課長
              内容: 一つに定めること。
            - 名宛: 各課長
              内容: 古いものを除くこと。
      - 項目: (2) 記録
        下位:
          - 項目: ア 作業の記録
            下位:
              - 項目: (ア) 記録の様式
                調査結果: 様式がなかった。
    意見:
      番号: 指摘1
      区分: 指摘
      名宛: 税務課長
      求める措置: 枚数を確かめること。次に、記録を残すこと。
  - 項目: 2 保管
    意見:
      - 区分: 指導
        求める措置: 棚を片付けるよう指導した。
総括意見: 仕組みで防がれたい。
参考資料:
  - 名称: 発送の確認について
    文書番号: 潮総第1号
    日付: 2025-04-01
    宛先: 各課長
    差出人: 総務課長
    内容: 二人で確かめること。
  - 名称: 個人情報取扱要領
措置:
  - 意見番号: 意見1
    通知日: 2026-05-11
    公表日: 2026-05-29
    状況: 措置予定
    担当: 総務課
    内容: 年度内に作る。
  - 意見番号: 指摘1
    公表日: 2026-05-29
    状況: 措置済
    内容: 量りで確かめている。
  - 意見番号: 意見1
    通知日: 2026-10-19
    公表日: 2026-10-30
    状況: 他の方法で対応
    内容: 要領に加えた。
    理由: 手順書より早く定められるため。
別紙:
  - 番号: 別紙1
    名称: 調書
    内容: 調書の様式
添付:
  - 名称: 写真
    省略: true
    理由: 職員の机が写るため。
"""
OPINIONS = """結果:
  - 項目: 一
    意見:
      - {番号: 意見1, 求める措置: 一。}
      - {番号: 2, 求める措置: 二。}
      - {番号: 指摘1, 区分: 指摘, 求める措置: 三。}
      - {番号: 要望1, 区分: 要望, 求める措置: 四。}
      - {区分: 指導, 求める措置: 五。}
"""


def measure(number, state, published=""):
    """One of 措置."""
    return f"  - {{意見番号: {number}, 状況: {state}{f', 公表日: {published}' if published else ''}}}\n"


@pytest.fixture
def page(public, site):
    """The page of an audit, under settings with 180 days for measures."""

    def make(text, name=NAME, days=180):
        made = site(public(text, name))
        settings = replace(made.settings, measures_days=days, measures_basis="地方自治法第199条第14項")
        return audit_page(made.records[0], Links(replace(made, settings=settings)))

    return make


@pytest.fixture
def tally(public, site):
    """The table of an audit with these measures."""

    def make(*measures, opinions=OPINIONS):
        record = public(f"{HEAD}{opinions}" + (f"措置:\n{''.join(measures)}" if measures else ""), NAME)
        return tally_of(record, cards_of(record, site(record).now.date(), 180))

    return make


def words(html):
    """What a reader sees, without blanks."""
    return re.sub("[ \n\u3000]+", "", re.sub("<[^>]*>", "", html))


def test_golden(page, golden):
    """The whole page of an audit with measures of two days, a deep tree, an appendix, as reviewed line by line."""
    golden("audit", page(FULL).body)


def test_smallest(page, golden):
    """The page of the smallest audit: no opinions, no measures, no strip but what is known."""
    golden("audit-smallest", page(f"{HEAD}結果:\n  - 項目: 一\n    調査結果: 誤りはなかった。\n").body)


def test_opinions_stand_in_the_order_of_the_paper(page):
    """An opinion of an item comes behind those of the items below it, and each address is its place in that order."""
    body = page(FULL).body
    found = re.findall(
        r'<article class="k-ask" id="(opinion-[0-9])"[^>]*>\s*<header[^>]*><h3[^>]*><span[^>]*>([^ <]+)', body
    )
    assert found == [("opinion-1", "意見1"), ("opinion-2", "指摘1"), ("opinion-3", "指導")]
    assert re.findall(r'href="#(opinion-[0-9])"', body) == [f"opinion-{n}" for n in (1, 2, 3, 1, 2, 3)]


def test_every_address_of_the_page_exists_once(page):
    """Links inside the page lead somewhere, and no address stands twice."""
    body = page(FULL).body
    ids = re.findall(r' id="([^"]+)"', body)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', body)) <= set(ids)


def test_tree_goes_as_deep_as_it_is_typed(page):
    """Headings follow the tree down to the sixth level, and no level is left out."""
    levels = [int(level) for level in re.findall("<h([2-6])", page(FULL).body)]
    assert levels[levels.index(6) - 4 : levels.index(6) + 1] == [3, 4, 4, 5, 6]


@pytest.mark.parametrize(
    ("measures", "numbers"),
    [
        pytest.param((measure("意見1", "措置済", "2026-05-29"),), (4, 0, 1), id="the only day is this time"),
        pytest.param(
            (measure("意見1", "措置済", "2026-05-29"), measure("2", "措置中", "2026-10-30")),
            (4, 1, 0),
            id="this time nothing was taken",
        ),
        pytest.param(
            (
                measure("意見1", "措置済", "2026-05-29"),
                measure("2", "他の方法で対応", "2026-10-30"),
                measure("意見1", "措置済", "2026-10-30"),
            ),
            (4, 1, 1),
            id="told again",
        ),
        pytest.param((measure("意見1", "措置済"), measure("2", "措置済", "2026-10-30")), (4, 1, 1), id="undated"),
        pytest.param((measure("意見1", "措置済"), measure("2", "措置済")), (4, 0, 2), id="no day at all"),
        pytest.param((measure("意見1", "措置しない", "2026-05-29"),), (4, 0, 0), id="refused"),
        pytest.param(
            (measure("意見1", "措置済", "2026-05-29"), measure("意見1", "措置中", "2026-10-30")),
            (4, 0, 0),
            id="taken back",
        ),
    ],
)
def test_tally(tally, measures, numbers):
    """A is every opinion but 指導, B what was taken before the newest 公表日, C what was published on it."""
    total = tally(*measures).total
    assert (total.asked, total.before, total.now) == numbers
    assert (total.taken, total.left) == (total.before + total.now, total.asked - total.before - total.now)


def test_tally_by_class(tally):
    """The table has a row for each class that has an opinion, in the order 指摘, 意見, 要望, and their sum."""
    found = tally(measure("指摘1", "措置済", "2026-05-29"), measure("意見1", "措置済", "2026-10-30"))
    assert [(row.name, row.asked, row.before, row.now, row.left) for row in (*found.rows, found.total)] == [
        ("指摘", 1, 1, 0, 0),
        ("意見", 2, 0, 1, 1),
        ("要望", 1, 0, 0, 1),
        ("合計", 4, 1, 1, 2),
    ]
    assert found.rate == "50.0"


def test_guidance_alone_has_no_table(page, tally):
    """An audit that only guided on the spot shows its words, and no table that waits for measures."""
    guided = "結果:\n  - 項目: 一\n    意見: {区分: 指導, 求める措置: 片付けるよう指導した。}\n"
    assert tally(opinions=guided) is None
    body = words(page(HEAD + guided).body)
    assert "片付けるよう指導した。" in body
    assert "措置の状況" not in body


@pytest.mark.parametrize(("days", "late"), [(180, True), (305, False), (304, True), (0, False)])
def test_what_waits_too_long(page, days, late):
    """An opinion without a measure for more days than the settings allow is listed with them, and only it."""
    body = page(f"{HEAD}{OPINIONS}措置:\n{measure('意見1', '措置予定', '2026-05-29')}", days=days).body
    listed = re.findall(r'<li>.*?href="#(opinion-[0-9])".*?発表から([0-9]+)日', body)
    assert listed == ([(f"opinion-{n}", "305") for n in (2, 3, 4)] if late else [])
    assert ("k-late" in body) is late


def test_a_bare_number_is_named_by_its_class(page):
    """2 is shown as 意見2; opinions without a number by their class, counted where there are several."""
    several = OPINIONS + "      - {区分: 指導, 求める措置: 六。}\n"
    labels = re.findall(r'class="k-ask__number">([^ <]+)', page(HEAD + several).body)
    assert labels == ["意見1", "意見2", "指摘1", "要望1", "指導（1番目）", "指導（2番目）"]


def test_withheld_words_stay_withheld(page):
    """A mark in an opinion, in a measure and in a line of the tree is shown as what it withholds."""
    text = f"{HEAD}{OPINIONS}".replace("一。", "［氏名］さんに返すこと。")
    answer = measure("意見1", "措置済").replace("}", ", 内容: ［氏名］に返した。}")
    body = page(f"{text}措置:\n{answer}").body
    assert body.count('aria-label="氏名') == body.count("〔氏名〕</span>") == 3
    assert "［氏名］" not in body


def test_withdrawn(page):
    """Of a withdrawn audit only the title and the reason are left."""
    made = page(FULL.replace("状態: 公開", "状態: 撤回\n  理由: 数の誤りのため。", 1))
    assert "枚数を確かめる" not in made.body
    assert "数の誤りのため。" in made.body
    assert made.description == ""


def test_description(page):
    """The summary for search engines is 要約, else the first sentence of 目的, else nothing."""
    assert page(FULL).description == "12の事務を調べました。"
    assert page(FULL.replace("要約: 12の事務を調べました。\n", "")).description == "手順に沿っているかを確かめる。"
    assert page(f"{HEAD}{OPINIONS}").description == ""
