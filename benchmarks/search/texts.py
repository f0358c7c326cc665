"""Writes N invented incidents whose words differ as those of a town do: python benchmarks/search/texts.py N DIR.

One matter is told in several words (漏えい, 漏洩, 流出), widths and eras, so that a search has something to miss.
The same N gives the same files.
"""

from __future__ import annotations

import random
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAME = {
    "漏": ("漏えい", "漏洩", "流出"),
    "失": ("紛失", "亡失", "所在不明"),
    "送": ("誤送付", "誤発送", "誤郵送"),
    "信": ("誤送信", "誤配信"),
    "封": ("誤封入", "封入誤り"),
    "情": ("個人情報", "個人情報", "個人データ"),
    "メ": ("メール", "電子メール", "Ｅメール"),
    "媒": ("USBメモリー", "USBメモリ", "ＵＳＢメモリー"),
    "フ": ("ファクス", "ファックス", "FAX"),
    "番": ("マイナンバー", "個人番号"),
    "住": ("住民基本台帳", "住基"),
    "保": ("国民健康保険", "国保"),
    "設": ("設定誤り", "設定ミス", "設定の誤り"),
    "頁": ("ホームページ", "ウェブサイト"),
    "子": ("子ども", "こども", "子供"),
    "詫": ("お詫び", "おわび", "陳謝"),
}
"""What one sign in the sentences below may be written as."""
MATTERS = (
    ("誤送付", "介護保険料の納入通知書を{送}した事案について", "介護保険料の納入通知書", "保険年金課"),
    ("誤送付", "固定資産税の納税通知書の{送}について", "固定資産税の納税通知書", "税務課"),
    ("誤封入", "{保}の資格確認書の{封}について", "{保}の資格確認書", "保険年金課"),
    ("誤封入", "特定健診の受診券に別の方の受診券を同封した事案について", "特定健診の受診券", "健康推進課"),
    ("誤送信", "{メ}の{信}による{情}の{漏}について", "観光協会への{メ}", "産業観光課"),
    ("誤送信", "参加者の{メ}アドレスが互いに見える状態で送った事案について", "催しの案内の{メ}", "生涯学習課"),
    ("誤送信", "{フ}の{信}について", "診療情報の{フ}", "福祉課"),
    ("紛失", "{情}を保存した{媒}の{失}について", "{媒}", "学校教育課"),
    ("紛失", "町営住宅の入居申込書の{失}について", "町営住宅の入居申込書", "建設課"),
    ("紛失", "消防団員の名簿の{失}について", "消防団員の名簿", "防災安全課"),
    ("誤廃棄", "保存期間中の簿冊を誤って廃棄した事案について", "選挙人名簿の登録の簿冊", "総務課"),
    ("誤交付", "住民票の写しの誤交付について", "住民票の写し", "町民課"),
    ("誤交付", "戸籍の証明書を別の方に交付した事案について", "戸籍の全部事項証明書", "町民課"),
    ("誤掲載", "{頁}に{情}を掲載した事案について", "{頁}の入札結果", "総務課"),
    ("設定誤り", "申込フォームの{設}による{情}の{漏}について", "講座の申込フォーム", "生涯学習課"),
    ("設定誤り", "共有フォルダーの{設}について", "児童の成績の一覧表", "学校教育課"),
    ("不正アクセス", "移住相談サイトへの不正アクセスについて", "移住相談の申込み", "企画政策課"),
    ("不正持出し", "水道料金のデータの持ち出しについて", "水道の使用者のデータ", "上下水道課"),
    ("不正閲覧", "{住}の目的外の閲覧について", "{住}の画面", "町民課"),
    ("漏えい", "{番}を含む書類の{漏}について", "{番}を記載した申告書", "税務課"),
    ("漏えい", "保育所の入所に関する書類の{漏}について", "{子}の保育所の入所の決定通知", "福祉課"),
    ("事務処理誤り", "児童手当の支給額の算定の誤りについて", "児童手当の現況届", "福祉課"),
    ("誤送付", "支援措置を受けている方の住所の{漏}について", "戸籍の附票の写し", "町民課"),
    ("誤送付", "ワクチンの接種券の{送}について", "予防接種の接種券", "健康推進課"),
)
TOLD = (
    "{n}通の{what}のうち{m}通を、別の世帯に送っていました。",
    "{what}の控え{n}件を照合し、{m}件で宛先の取り違えを確かめました。",
    "委託先のサーバーに保存していた{what}が、{m}時間にわたり閲覧できる状態でした。",
    "{what}に記載された{情}が{漏}したおそれがあります。",
    "職員が{what}を庁外に持ち出し、帰宅の途中で{失}に気付きました。",
    "封入の作業を一人で行い、{封}に気付きませんでした。",
    "郵便番号の入力を誤り、{what}が宛先不明で返送されました。",
    "{what}を受け取った方から電話があり、判明しました。",
    "議会の全員協議会で{what}の経過を報告し、議員から再発防止について質疑がありました。",
    "警察署に遺失届を出し、付近のごみ集積所も捜しました。",
)
WHY = (
    "宛名の照合を二人で行う手順を守っていませんでした。",
    "委託先の作業員が重送検知を切っていました。",
    "{メ}の宛先をＢＣＣにせず、ＣＣに入れていました。",
    "パスワードを設定しないまま{媒}に保存していました。",
    "前年度の一覧を使い、転居の届出を反映していませんでした。",
    "閲覧の権限の{設}が、年度替わりのまま残っていました。",
)
AFTER = (
    "{what}を回収しました。",
    "対象の方に{詫}の文書を送りました。",
    "個人情報保護委員会へ速報を提出しました。",
    "本人の申出により差し替えました。",
)
STEPS = (
    "二人で読み合わせて記録する",
    "送信の前に宛先を別の職員が確かめる",
    "記録媒体の持ち出しを許可制にする",
    "手順書を見直す",
    "職員研修を行う",
    "委託契約の特記事項を改める",
)


def day(when: date) -> str:
    """令和の年月日, the first year of it as 元年."""
    year = when.year - 2018
    return f"令和{year if year > 1 else '元'}年{when.month}月{when.day}日"


def incident(number: int) -> str:
    """The YAML of one incident."""
    rng = random.Random(number)

    def said(text: str, **values: object) -> str:
        return text.format(**{sign: rng.choice(words) for sign, words in SAME.items()}, **values)

    kind, title, of, section = MATTERS[number % len(MATTERS)]
    what = said(of)

    def told(texts: tuple[str, ...], count: int) -> str:
        found = rng.sample(texts, count)
        return "".join(said(text, what=what, n=rng.randrange(100, 4000), m=rng.randrange(2, 99)) for text in found)

    released = date(2019, 6, 1) + timedelta(days=number * 37 % 2700)
    found = released - timedelta(days=rng.randrange(2, 25))
    people = rng.randrange(1, 3000)
    steps = "".join(f"  - 内容: {step}\n    主体: {section}\n    状況: 実施済\n" for step in rng.sample(STEPS, 3))
    return f"""種類: 事案
件名: {said(title)}
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
  {section}で、{what}の取扱いに誤りがありました。対象の{people}人の方に深くお詫び申し上げます。
概要: |
  {told(TOLD, 2)}

  {told(TOLD, 2)}
影響:
  人数: {people}
  情報項目: [住所, 生年月日]
  回収: {told(AFTER, 1)}
  二次被害: 確認されていません。
住民の皆様へ:
  対象: 対象の{people:,}人の方には、個別にお知らせしました。
  お願い: お手元に別の方の{what}があるときは、捨てずにお電話ください。
経過:
  - 日付: {day(found)}
    主体: {section}
    内容: {told(TOLD, 1)}
原因:
  - {told(WHY, 1)}
対応:
  - {told(AFTER, 2)}
処分:
  状態: 該当なし
  説明: 処分を行う予定はありません。
再発防止策:
{steps}"""


def write(count: int, folder: Path) -> None:
    """`count` incidents and the settings of the example town."""
    (folder / "disclosures").mkdir(parents=True)
    shutil.copy(ROOT / "settings.yml", folder / "settings.yml")
    for number in range(count):
        name = f"{2019 + number % 8}-{number:05}.yml"
        (folder / "disclosures" / name).write_text(incident(number), encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
