"""Writes docs/reference/messages.md from ja.toml: `python tests/docs/messages.py` after a change of words."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/reference/messages.md"
GROUPS = {
    "E1": ("YAML の書き方", "コロン、字下げ、文字コードなど、書き間違いの多いところです。"),
    "E2": ("欄の名前と形", "欄の名前、選ぶ言葉、日付や数の書き方です。"),
    "E3": ("欄と資料の関係", "日付の順、合計、必要な欄、資料どうしのつながりです。"),
    "E4": ("印と、個人の情報を書けないところ", "伏せ字の印の書き方と、氏名などを書いてはならない欄です。"),
    "S4": ("人の判断が要るもの", "道具では決められないものです。決まるまで公表は止まります。"),
    "W5": ("注意", "公表は止まりません。`--strict` を付けると止まります。"),
    "N6": ("覚え", "読み替えたことなどのお知らせです。"),
    "L7": ("漏れ", "できあがったサイトに残っていたものです。サイトは更新されません。"),
    "E9": ("設定と環境", "`settings.yml`、`mkdocs.yml`、動かす環境です。"),
}
HEAD = """# メッセージの番号

番号ごとの意味と直し方です。くわしい説明と例は、`kohyo explain 番号` で読めます。
`{…}` のところには、欄の名前や数が入ります。書いた文章や個人の情報が入ることはありません。

このページは、プログラムの言葉の一覧から作っています。
"""


def page() -> str:
    """The whole page."""
    problems = tomllib.loads((ROOT / "generator/ja.toml").read_text(encoding="utf-8"))["problems"]
    parts = [HEAD]
    for prefix, (title, about) in GROUPS.items():
        rows = [_row(code, problems[code]) for code in sorted(problems) if code.startswith(prefix)]
        parts.append(f"## {title}（{prefix}xx）\n\n{about}\n")
        parts.append("\n".join(["| 番号 | 意味 | 直し方 |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def _row(code: str, words: dict[str, str]) -> str:
    return f"| {code} | {_cell(words['title'])} | {_cell(words['hint'])} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
