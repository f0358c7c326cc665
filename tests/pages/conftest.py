"""Records for the page builders, read by the real reader; people, numbers and the town are invented."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from generator.pages.page import Site
from generator.records import read_record
from generator.records.walk import rebuild
from generator.redaction.kinds import Kind
from generator.settings import Municipality, MunicipalityKind, Settings
from generator.source import parse_source
from generator.text import PublicText, Redacted

GOLDEN = Path(__file__).parent / "golden"
_KINDS = {kind.value: kind for kind in Kind}
_MARK = re.compile("［([^：＝］]+)(?:＝([^］]+))?］")

SETTINGS = Settings(
    Municipality("潮見町", MunicipalityKind.TOWN, "架空県", "潮見町", phones=("0400-99-",)),
    site_url="https://shiomi.example",
)

BASE = {
    "種類": "事案",
    "件名": "通知書を別の方に送った事案について",
    "発表日": "2026-05-23",
    "発表区分": "単独",
    "事案種別": "誤送付",
    "担当": "\n  - 所属: 税務課\n    電話: 0400-99-0101",
    "公開": "\n  状態: 公開",
    "判明": "2026-05-19",
    "リード": "お詫びいたします。",
    "概要": "通知書1通を別の方に送りました。ほかに誤りはありません。",
    "影響": "\n  人数: 1人",
    "住民の皆様へ": "\n  対象: 対象の方には連絡しました。",
    "経過": "\n  - 日付: 2026-05-19\n    内容: 電話で判明。",
    "原因": "宛名を確かめませんでした。",
    "対応": "お詫びし、回収しました。",
    "処分": "\n  状態: 該当なし\n  説明: 処分はありません。",
    "再発防止策": "二人で確かめます。",
}
"""The smallest announcement; every test replaces what it is about."""


def marked(_path, raw):
    """What redact would make of a text in which only marks stand."""
    text, parts, place = raw.reveal(), [], 0
    for match in _MARK.finditer(text):
        if match[1] in _KINDS:
            parts += [text[place : match.start()], Redacted(_KINDS[match[1]], match[2])]
            place = match.end()
    return PublicText(tuple(part for part in (*parts, text[place:]) if part != ""))


PAPER = {
    "種類": "会議資料",
    "件名": "通知書の誤送付について",
    "発表日": "2026-06-12",
    "担当": "\n  - 所属: 税務課",
    "公開": "\n  状態: 公開",
    "会議": "議員協議会",
    "本文": "通知書の誤送付について報告します。",
}
"""The smallest paper."""


MINUTES = {
    "種類": "会議録",
    "公開": "\n  状態: 公開",
    "会議名": "審議会",
    "日時": "令和8年6月12日（金）午後2時",
    "場所": "町役場",
    "出席者": "\n  委員:\n    - 委員3人",
    "会議の公開": "公開",
    "次第": "一 報告",
    "議事": "\n  - 件名: 開会",
}
"""The smallest minutes."""

DISCIPLINE = {
    **{key: PAPER[key] for key in ("件名", "発表日", "担当", "公開")},
    "種類": "処分公表",
    "概要": "税務課の職員が台帳を持ち出しました。",
}
"""The smallest 処分公表."""

BATCH = {
    **{key: PAPER[key] for key in ("件名", "発表日", "担当", "公開")},
    "種類": "一括公表",
    "対象期間": "\n  区分: 月\n  開始: 2026-04-01\n  終了: 2026-04-30",
}
"""The smallest 一括公表."""


@pytest.fixture
def incident():
    """Makes an announcement of `BASE` with some keys replaced; None leaves a key out."""
    return maker(BASE, "2026-05-23-tsuchi")


@pytest.fixture
def paper():
    """Makes a paper of `PAPER`, likewise."""
    return maker(PAPER, "2026-06-12-kyogikai")


@pytest.fixture
def minutes():
    """Makes minutes, likewise."""
    return maker(MINUTES, "2026-06-12-gijiroku")


@pytest.fixture
def discipline():
    """Makes a 処分公表, likewise."""
    return maker(DISCIPLINE, "2026-06-12-shobun")


@pytest.fixture
def batch():
    """Makes a 一括公表, likewise."""
    return maker(BATCH, "2026-06-12-ikkatsu")


def maker(base, default_id):
    """Makes records of one kind: `base` with some keys replaced."""

    def make(record_id=default_id, **changed):
        keys = {**base, **changed}
        text = "".join(f"{key}: {value}\n" for key, value in keys.items() if value is not None)
        source, problems = parse_source(text.encode(), f"disclosures/{record_id}.yml")
        assert source is not None, problems
        draft, problems = read_record(source)
        assert draft is not None, problems
        return rebuild(draft, marked)

    return make


@pytest.fixture
def public():
    """Makes a record of any kind from its YAML."""

    def make(text, record_id):
        source, problems = parse_source(text.encode(), f"disclosures/{record_id}.yml")
        assert source is not None, problems
        draft, problems = read_record(source)
        assert draft is not None, problems
        return rebuild(draft, marked)

    return make


@pytest.fixture
def site():
    """A site of some records, on 2026-12-01."""

    def make(*records, **values):
        ordered = tuple(sorted(records, key=lambda record: (record.released_on.earliest, record.id)))
        now = datetime(2026, 12, 1, 9, tzinfo=timezone(timedelta(hours=9)))
        return Site(SETTINGS, ordered, now, **values)

    return make


@pytest.fixture
def chain(incident):
    """Three reports of one case: 3人, then 29人 with the cause, then 27人."""
    case = {"事案番号": "r8-kaigo"}
    first = incident(
        "2026-04-18-kaigo-1",
        **case,
        発表区分="第一報",
        発表日="2026-04-18",
        判明="2026-04-14",
        影響="\n  人数: 3人\n  情報項目:\n    - 氏名\n    - 住所",
        経過="\n  - 日付: 2026-04-14\n    主体: 介護課\n    時刻: 9:40\n    内容: ［氏名＝Ａさん］から電話。",
        原因="\n  状態: 調査中\n  説明: 封入の記録を調べています。\n  公表予定: 2026-05-31",
        処分="\n  状態: 検討中",
        再発防止策="\n  状態: 検討中",
    )
    second = incident(
        "2026-05-23-kaigo-2",
        **case,
        発表区分="続報",
        発表日="2026-05-23",
        発表時刻="14:00",
        判明="2026-04-14",
        影響="\n  人数: 29人\n  情報項目:\n    - 氏名\n    - 住所\n    - 保険料額",
        原因="\n  - 内容: 枚数を確かめていませんでした。\n    分類: 確認不足",
        処分=(
            "\n  - 処分: 戒告\n    所属: 介護課\n    職: 係長級\n    人数: 1\n"
            "  - 処分: 文書訓告\n    所属: 介護課\n    職: 主事級\n    人数: 2"
        ),
        再発防止策=(
            "\n  - 内容: 重さを量る。\n    状況: 実施済\n"
            "  - 内容: 手順書を一つにする。\n    主体: 総務課\n    状況: 予定\n    期限: 2026-09-30"
        ),
        改訂=(
            "\n  - 版: 2\n    日時: 2026-05-25\n    区分: 訂正\n    箇所: 影響の人数\n    誤: 28人\n    正: 29人\n"
            "    理由: 全件を照合した結果です。"
        ),
    )
    final = incident(
        "2026-09-12-kaigo-3",
        **case,
        発表区分="最終報",
        件名="通知書を別の方に送った事案について（最終報）",
        発表日="2026-09-12",
        判明="2026-04-14",
        影響="\n  人数: 27人\n  情報項目:\n    - 氏名\n    - 住所\n    - 保険料額",
        原因="\n  - 内容: 検知が切られていました。\n    分類: 手順違反",
        処分=(
            "\n  - 処分: 戒告\n    所属: 介護課\n    職: 係長級\n    人数: 1\n"
            "  - 処分: 文書訓告\n    所属: 介護課\n    職: 主事級\n    人数: 2"
        ),
        再発防止策=(
            "\n  - 内容: 重さを量る。\n    状況: 実施済\n"
            "  - 内容: 手順書を一つにする。\n    主体: 総務課\n    状況: 実施中\n    期限: 2026-12-28"
        ),
    )
    return first, second, final


@pytest.fixture
def golden(request):
    """Compares HTML with a file of `golden/`, or writes it under --update-golden."""

    def check(name, html):
        path = GOLDEN / f"{name}.html"
        text = f"{html.strip()}\n"
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return check
