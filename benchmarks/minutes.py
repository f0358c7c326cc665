"""Writes one meeting of N invented utterances: python benchmarks/minutes.py N DIR; then build DIR and weigh the page.

With --weigh FILE it says what a page weighs, as it lies there and as servers compress it.
"""

from __future__ import annotations

import gzip
import random
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ITEMS = 10
MATTERS = ("発送の手順書", "委託の点検", "共有フォルダーの点検", "窓口の呼出しの方法", "台帳の整備")
ASKED = (
    "{n}件のうち何件を確かめたのか。残りはいつまでに終えるのか。",
    "手順を増やすと、{n}人の課では昼の窓口が回らなくなるのではないか。",
    "昨年度の会議でも同じ説明を受けたが、{n}か月たっても進んでいない。何が妨げになっているのか。",
    "委託先の名簿は年に{n}回しか見ていないと聞く。途中で替わった人をどう確かめるのか。",
)
ANSWERED = (
    "{n}件まで終えている。残りは、出先の施設に伺って確かめる必要があり、年度の内に終える。",
    "1,000通で{n}分ほどであり、量りを共用にして時間をずらしている。試した課からは、続けられると聞いている。",
    "担当を{n}人に増やし、月の初めに進み具合を課長会議へ報告することとした。次の会議で結果をお示しする。",
    "届出のあったものは1か月以内に現地で確かめている。年度の半ばの検査では、{n}社の名簿と入館の記録を照らし合わせる。",
)


def speech(rng: random.Random, sentences: tuple[str, ...]) -> str:
    """Two to five sentences."""
    return "".join(rng.choice(sentences).format(n=rng.randrange(2, 90)) for _ in range(rng.randrange(2, 6)))


def meeting(count: int) -> str:
    """The YAML of a meeting with `count` utterances: the chair, then a member and an official by turns."""
    rng = random.Random(count)
    lines = []
    for item in range(1, ITEMS + 1):
        matter = MATTERS[item % len(MATTERS)]
        lines += [
            f"  - 区分: 報告\n    番号: 報告（{item}）\n    件名: {matter}について（{item}）",
            "    所管: 総務課\n    質疑:",
        ]
        for nth in range(count // ITEMS + (item <= count % ITEMS)):
            who = "会長" if nth % 9 == 0 else ("委員", "総務課長")[nth % 2]
            said = "ほかに質疑はあるか。" if who == "会長" else speech(rng, (ASKED, ANSWERED)[nth % 2])
            lines.append(f"      - 発言者: {who}\n        発言: {said}")
        lines.append("    結果: 報告了承")
    return """種類: 会議録
公開: {状態: 公開}
会議名: 個人情報保護審議会
期: 第3期
回次: 第9回
日時: 令和8年6月1日（月）午前9時
場所: 町役場 第1委員会室
出席者: {会長: 会長, 委員: 委員9人, 説明員: 総務課長}
会議の公開: 公開
次第: 報告10件
議事:
""" + "\n".join(lines)


def write(count: int, folder: Path) -> None:
    """The meeting and the settings of the example town."""
    (folder / "disclosures").mkdir(parents=True)
    shutil.copy(ROOT / "settings.yml", folder / "settings.yml")
    (folder / "disclosures" / f"meeting-{count}.yml").write_text(meeting(count) + "\n", encoding="utf-8")


def weigh(page: Path) -> str:
    """Bytes of a page, plain and compressed."""
    raw = page.read_bytes()
    return f"{len(raw):,} bytes, {len(gzip.compress(raw)):,} gzip"


if __name__ == "__main__":
    if sys.argv[1] == "--weigh":
        print(weigh(Path(sys.argv[2])))
    else:
        write(int(sys.argv[1]), Path(sys.argv[2]))
