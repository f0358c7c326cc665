"""Minutes typed as YAML: what the tests of their shape, rules and page begin with.  Town and people are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typed_records import read

if TYPE_CHECKING:
    from generator.records import Draft
    from generator.records.minutes import Minutes
    from generator.text import RawText

NAME = "2026-05-25-shingikai"
MINUTES = """種類: 会議録
公開:
  状態: 公開
会議名: 個人情報保護審議会
期: 第3期
回次: 第2回
日時:
  開会: 令和8年5月25日（月）午後2時
  閉会: 令和8年5月25日（月）午後3時48分
場所: 町役場 第1委員会室
出席者:
  会長: 会長
  委員:
    - 委員3人
  説明員:
    - 保険年金課長
欠席者:
  - 委員1人
定数: 5
会議の公開:
  区分: 公開
  傍聴者数: 4
次第: 諮問第8号
配布資料:
  - 番号: 資料１
    件名: 発送の手順書
    別紙: 資料１
  - 番号: 資料２
    件名: 点検の結果
議事:
  - 番号: 諮問第8号
    件名: 発送の手順書について
    資料: 資料１、資料２
    質疑:
      - 発言者: 委員
        発言: どのくらいの時間がかかるのか。
      - 発言者: 保険年金課長
        発言: 40分ほどである。
    採決:
      方法: 挙手
      賛成: 2
      反対: 1
    結果: 承認
別紙:
  - 番号: 資料1
    名称: 発送の手順書
    内容: 重さを量る。
"""


def minutes_text(*changes: tuple[str, str]) -> str:
    """The sound minutes with some of their text replaced."""
    text = MINUTES
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def minutes(*changes: tuple[str, str], name: str = NAME) -> Minutes[RawText]:
    """The draft of the sound minutes, changed."""
    made, problems = read(minutes_text(*changes), name)
    assert made is not None, problems
    return made  # type: ignore[return-value]  # 種類 is 会議録


def sound_minutes() -> tuple[Draft | None, list[str]]:
    """The draft of the sound minutes, and the codes of its problems."""
    made, problems = read(MINUTES, NAME)
    return made, [problem.code for problem in problems]
