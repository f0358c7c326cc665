"""The pages of 処分公表 and 一括公表."""

from __future__ import annotations

import pytest

from generator.pages.batch import batch_pages
from generator.pages.discipline import discipline_pages
from generator.pages.links import Links

ROWS = (
    "\n  - 処分: 減給\n    程度: 10分の1（3月）\n    所属: 税務課\n    職位区分: 係長級\n    年代: 40代"
    "\n    処分日: 2026-05-29\n    理由: 台帳を持ち出した。"
    "\n  - 処分: 厳重注意\n    所属: 税務課\n    職位区分: 課長級"
)
LINES = (
    "\n  - 発生日: 2026-04-07\n    所管: 税務課\n    種別: 誤送付\n    概要: 別の方に送った。\n    人数: 1人"
    "\n  - 発生日: 2026-04-21\n    所管: 税務課\n    種別: [誤送付, 誤封入]\n    概要: 2通を入れた。"
    "\n    対応: 回収した。"
)


def body_of(pages, site, record, **values):
    """The HTML of the only page that these records have of a kind."""
    made = site(record, **values)
    return next(iter(pages(made, Links(made)))).body


def test_discipline(discipline, site, golden):
    """A 処分公表 with both kinds of measures, as reviewed line by line."""
    record = discipline(
        件数="2件",
        一覧=ROWS,
        管理監督責任="\n  - 処分: 訓告\n    職位区分: 部長級",
        公表の例外="被害者の希望により、一部を示していません。",
        発言="\n  - 職: 町長\n    文: お詫びします。",
    )
    golden("discipline", body_of(discipline_pages, site, record))


def test_smallest_discipline(discipline, site, golden):
    """The smallest 処分公表, as reviewed line by line."""
    golden("discipline-smallest", body_of(discipline_pages, site, discipline()))


def test_batch(batch, site, golden):
    """A 一括公表 with typed rows, as reviewed line by line."""
    golden("batch", body_of(batch_pages, site, batch(集計基準="発生日", 基準="10人未満の事案です。", 明細=LINES)))


@pytest.mark.parametrize(
    ("counted_by", "told"),
    [("発表日", False), ("判明日", True), ("発生日", True)],
)
def test_incidents_of_the_batch(batch, incident, site, counted_by, told):
    """An incident announced in batches is a line of the one in whose period the day it is counted by lies."""
    own = incident("small", 公表区分="一括", 発生="2026-04-28", 判明="2026-04-30", 発表日="2026-05-23")
    body = body_of(batch_pages, site, batch(集計基準=counted_by), batched_incidents=(own,))
    assert ("別の方に送りました。" in body) is told
    assert ("該当する事案はありませんでした" in body) is not told


@pytest.mark.parametrize(
    ("then", "told"),
    [("残す", (True, True)), ("要約のみ", (True, False)), ("撤回", (False, False))],
    ids=["stays", "abstract-only", "withdrawn"],
)
def test_expired_incidents_of_the_batch(batch, incident, site, then, told):
    """After its 掲載終了 a batch tells of an incident as much as a page of its own would."""
    ended = f"\n  状態: 公開\n  掲載終了:\n    日: 2026-05-31\n    扱い: {then}\n  理由: 期間を過ぎたため"
    own = incident("small", 公表区分="一括", 発生="2026-04-28", 判明="2026-04-30", 公開=ended)
    body = body_of(batch_pages, site, batch(集計基準="判明日"), batched_incidents=(own,))
    assert ("別の方に送りました。" in body, "お詫びし、回収しました。" in body) == told


def test_expired_batch(batch, site):
    """A batch of which the abstract alone is left says how many incidents it told of, and tells of none."""
    ended = "\n  状態: 公開\n  掲載終了:\n    日: 2026-11-30\n    扱い: 要約のみ"
    body = body_of(batch_pages, site, batch(公開=ended, 明細=LINES))
    assert "2件" in body
    assert "別の方に送った。" not in body


def test_days_of_the_rows(batch, site):
    """Each day stands under its own head, one that no row has under none; the rows are in the order of their days."""
    rows = "\n  - 判明日: 2026-04-21\n    概要: 後。\n  - 判明日: 2026-04-07\n    概要: 先。"
    body = body_of(batch_pages, site, batch(集計基準="判明日", 明細=rows))
    assert '<th scope="col">判明日</th>' in body
    assert '<th scope="col">発生日</th>' not in body
    assert body.index("先。") < body.index("後。")


def test_totals(batch, site):
    """Cases by kind and section, and people, are computed; an incident without a number of people is said."""
    body = body_of(batch_pages, site, batch(明細=LINES))
    assert '<th scope="row">誤送付</th><td class="k-num">2件</td>' in body
    assert '<th scope="row">税務課</th><td class="k-num">2件</td>' in body
    assert "1人" in body
    assert "人数を数えていない事案が1件" in body


@pytest.mark.parametrize(("kind", "pages"), [("discipline", discipline_pages), ("batch", batch_pages)])
def test_enclosures(request, site, kind, pages):
    """別紙 and 添付 are shown, and the contents lead to them."""
    enclosed = {"別紙": "\n  - 番号: 別紙1\n    名称: 基準\n    内容: 抜粋です。"}
    left_out = {"添付": "\n  - 名称: 様式\n    省略: true\n    理由: 量が多いため"}
    body = body_of(pages, site, request.getfixturevalue(kind)(**enclosed, **left_out))
    assert all(words in body for words in ("抜粋です。", "量が多いため", 'href="#appendices"', 'href="#attachments"'))
