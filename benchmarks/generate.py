"""Writes N invented incidents of one town: python benchmarks/generate.py N DIR.

The same N gives the same files.  Texts vary in numbers, days, sections and sentences, as one town hall's papers do.
"""

from __future__ import annotations

import random
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("誤送付", "誤交付", "誤送信", "誤封入", "紛失", "誤廃棄", "設定誤り", "事務処理誤り")
SECTIONS = (
    "住民部 保険課",
    "住民部 住民課",
    "福祉部 こども課",
    "総務部 総務課",
    "建設部 上下水道課",
    "教育委員会 学校教育課",
)
PAPERS = (
    "納入通知書",
    "受診券",
    "検針票",
    "認定通知書",
    "納税通知書",
    "予約確認メール",
    "申請書の控え",
    "現況届の案内",
)
LATER = ("回収しました", "破棄を確認しました", "差し替えて送り直しました", "職員が訪問してお詫びしました")
CAUSES = (
    "宛名の照合を一人で行っていました",
    "前年度の一覧を使っていました",
    "出力の設定が残ったままでした",
    "引継ぎの書面に手順の記載がありませんでした",
)
STEPS = (
    "二人で読み合わせて記録する",
    "宛先の件数を機械で数える",
    "一覧を毎月作り直す",
    "手順書を課ごとに見直す",
    "送付の前に係長が確かめる",
)


def day(when: date) -> str:
    """令和の年月日."""
    return f"令和{when.year - 2018}年{when.month}月{when.day}日"


def sentences(rng: random.Random, paper: str, count: int) -> str:
    """A few sentences about what happened."""
    made = []
    for _ in range(count):
        number, other = rng.randrange(2, 900), rng.randrange(1, 40)
        made.append(
            rng.choice(
                (
                    f"発送した{number}通の{paper}のうち{other}通に、別の世帯の分を同封していました。",
                    f"{paper}の控え{number}件を調べ、{other}件で宛先の取り違えがあったことを確かめました。",
                    f"庁内の書庫を{other}回にわたって捜し、{number}冊の簿冊を照合しました。",
                    f"対象の{other}世帯には、{rng.randrange(8, 18)}時までに電話で経緯をお伝えしました。",
                )
            )
        )
    return "".join(made)


def incident(number: int) -> str:
    """The YAML of one incident."""
    rng = random.Random(number)
    released = date(2021, 4, 1) + timedelta(days=number * 5 % 1850)
    found = released - timedelta(days=rng.randrange(2, 25))
    kind, section, paper = rng.choice(KINDS), rng.choice(SECTIONS), rng.choice(PAPERS)
    people, office = rng.randrange(1, 400), section.split()[1]
    timeline = "".join(
        f"  - 日付: {day(found + timedelta(days=n))}\n    主体: {office}\n    内容: {sentences(rng, paper, 2)}\n"
        for n in range(rng.randrange(1, 3) + 1)
    )
    promises = "".join(
        f"  - 内容: {rng.choice(STEPS)}（{rng.randrange(1, 30)}項目）\n    主体: {office}\n    状況: 実施済\n"
        for _ in range(rng.randrange(2, 6))
    )
    return f"""種類: 事案
件名: {paper}の{kind}について（{number}）
発表日: {day(released)}
発表区分: 単独
事案種別: {kind}
担当:
  - 所属: {section}
    電話: 0400-00-21{rng.randrange(10, 99)}
公開:
  状態: 公開
発生: {day(found)}
判明: {day(found)}
リード: |
  {office}で、{paper}の取扱いに誤りがありました。対象の{people}人の方に深くお詫び申し上げます。
概要: |
  {sentences(rng, paper, 3)}

  {sentences(rng, paper, 3)}
影響:
  人数: {people}
  情報項目: [住所, 生年月日, 保険料額]
  回収: 対象の{people}件のうち{rng.randrange(0, people + 1)}件を{rng.choice(LATER)}。
  二次被害: 確認されていません。
住民の皆様へ:
  対象: 対象の{people}人の方には、個別にお知らせしました。
  お願い: お手元に別の方の{paper}があるときは、捨てずにお電話ください。
  ご注意: この件で暗証番号をお尋ねすることはありません。
経過:
{timeline}原因:
  - {rng.choice(CAUSES)}。{sentences(rng, paper, 1)}
  - {rng.choice(CAUSES)}。
対応:
  - {sentences(rng, paper, 2)}
  - {rng.choice(LATER)}。
処分:
  状態: 該当なし
  説明: 処分を行う予定はありません。
再発防止策:
{promises}結び: 町民の皆様の信頼を損ねたことを重ねてお詫びします。
"""


def write(count: int, folder: Path) -> None:
    """`count` incidents and the settings of the example town."""
    (folder / "disclosures").mkdir(parents=True)
    shutil.copy(ROOT / "settings.yml", folder / "settings.yml")
    for number in range(count):
        (folder / "disclosures" / f"case-{number:05}.yml").write_text(incident(number), encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
