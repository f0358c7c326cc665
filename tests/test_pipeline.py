"""The line as far as no page is made: what is told in which order, what has a page now, what must not be known of."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from typed_records import NAME, SOUND, sound

from generator.pipeline import Checked, check, public_site, unpublished
from generator.redaction.redact import make_public

if TYPE_CHECKING:
    from datetime import datetime

    from generator.pages.page import Site
    from generator.redaction.scan import Scanner

SETTINGS = (Path(__file__).parent / "broken/settings.yml").read_text(encoding="utf-8")
PUBLIC = "  状態: 公開"
TYPE = "事案種別: 誤送付"
TITLE = "件名: 介護保険料の通知書を誤って送付した事案について"
MINUTES_DRAFT = (
    "種類: 会議録\n会議名: 総務文教常任委員会\n日時: 令和8年5月22日（金）午前10時\n場所: 委員会室\n"
    "出席者:\n  委員: 委員4人\n会議の公開: 公開\n次第: 報告\n議事:\n  - 件名: 報告\n"
)


def checked(root: Path, records: dict[str, str], now: datetime, scanner: Scanner) -> Checked:
    """A site of these records, checked; written in an order of its own."""
    (root / "disclosures").mkdir()
    (root / "settings.yml").write_text(SETTINGS, encoding="utf-8")
    names = list(records)
    random.Random(len(names)).shuffle(names)
    for name in names:
        (root / f"disclosures/{name}.yml").write_text(records[name], encoding="utf-8")
    return check(root, now, scanner, lambda _stage: None)


def site_of(made: Checked, now: datetime, *, drafts: bool = False) -> Site:
    """What the pages of a checked site are made of."""
    assert made.settings is not None
    assert not made.stops
    return public_site(made.settled, make_public(made.settled), made.settings, now, drafts=drafts)


RECORDS = {
    "2026-05-20-public": SOUND,
    "2026-05-19-older": sound(("発表日: 令和8年5月20日（水）", "発表日: 令和8年5月19日（火）")),
    "2026-05-20-draft": sound((PUBLIC, "  状態: 下書き"), (TITLE, "件名: 年金の通知書の取り違えについて")),
    "2026-05-20-withdrawn": sound((PUBLIC, "  状態: 撤回\n  理由: 別の事案でした。")),
    "2026-05-20-embargo": sound((PUBLIC, "  状態: 公開\n  解禁日時: 2026-06-01 12:01")),
    "2026-05-20-batched": sound((TYPE, f"{TYPE}\n公表区分: 一括")),
    "2026-05-20-hidden": sound((TYPE, f"{TYPE}\n公表区分: 非公表")),
    "2026-03-20-hidden": sound(
        (TYPE, f"{TYPE}\n公表区分: 非公表"),
        ("発表日: 令和8年5月20日（水）", "発表日: 令和8年3月20日（金）"),
        ("発生: 令和8年5月12日", "発生: 令和8年3月"),
        ("判明: 令和8年5月14日", "判明: 令和8年3月"),
        ("  - 日付: 令和8年5月12日", "  - 日付: 令和8年3月12日"),
        ("  - 日付: 令和8年5月14日", "  - 日付: 令和8年3月14日"),
        ("    実施日: 令和8年5月18日", "    実施日: 令和8年3月18日"),
    ),
    "2026-05-20-hidden-draft": sound((TYPE, f"{TYPE}\n公表区分: 非公表"), (PUBLIC, "  状態: 下書き")),
}


def test_what_has_a_page_now(tmp_path: Path, now: datetime, scanner: Scanner) -> None:
    """Public and withdrawn records have a page, oldest first; drafts, embargoed, batched and hidden ones have none."""
    site = site_of(checked(tmp_path, RECORDS, now, scanner), now)
    assert [record.id for record in site.records] == ["2026-05-19-older", "2026-05-20-public", "2026-05-20-withdrawn"]
    assert site.drafts == frozenset()


def test_what_serve_shows_beside(tmp_path: Path, now: datetime, scanner: Scanner) -> None:
    """With drafts, those and embargoed ones have a page too and are known as drafts; hidden ones still have none."""
    site = site_of(checked(tmp_path, RECORDS, now, scanner), now, drafts=True)
    assert site.drafts == {"2026-05-20-draft", "2026-05-20-embargo"}
    assert not {record.id for record in site.records} & {"2026-05-20-batched", "2026-05-20-hidden"}


def test_what_is_only_counted(tmp_path: Path, now: datetime, scanner: Scanner) -> None:
    """Batched and hidden records are counted by 年度 once they are public, and drafts of them are not."""
    site = site_of(checked(tmp_path, RECORDS, now, scanner), now)
    assert {year: n for year, n in site.batched.items() if n} == {2026: 1}
    assert {year: n for year, n in site.not_published.items() if n} == {2026: 1, 2025: 1}


def test_what_must_not_be_known_of(tmp_path: Path, now: datetime, scanner: Scanner) -> None:
    """Verify gets id, title and number of each record without a page, but for values that a public record holds too."""
    records = {
        "2026-05-20-public": sound(("発表区分: 単独", "発表区分: 第一報\n事案番号: r08-004")),
        "2026-05-29-next": sound(
            ("発表区分: 単独", "発表区分: 続報\n事案番号: r08-004"),
            (PUBLIC, "  状態: 下書き"),
            (TITLE, "件名: 通知書の取り違えの調査結果について"),
        ),
        "2026-05-29-other": sound(
            ("発表区分: 単独", "発表区分: 第一報\n事案番号: r08-009"), (PUBLIC, "  状態: 下書き"), (TITLE, f"{TITLE}")
        ),
    }
    made = checked(tmp_path, records, now, scanner)
    told = {value for one in unpublished(made.settled, site_of(made, now)) for value in one.strings}
    assert told == {"2026-05-29-next", "通知書の取り違えの調査結果について", "2026-05-29-other", "r08-009"}


def test_the_title_of_an_unpublished_record_is_looked_for_without_its_marks(
    tmp_path: Path, now: datetime, scanner: Scanner
) -> None:
    """A mark in a title is not what a page would show."""
    records = {"2026-05-20-draft": sound((PUBLIC, "  状態: 下書き"), (TITLE, f"{TITLE}（［公開：相馬 冬樹］さん）"))}
    made = checked(tmp_path, records, now, scanner)
    (one,) = unpublished(made.settled, site_of(made, now))
    assert f"{TITLE.removeprefix('件名: ')}（相馬 冬樹さん）" in one.strings


def test_a_title_that_a_public_text_holds_gives_nothing_away(tmp_path: Path, now: datetime, scanner: Scanner) -> None:
    """Not looked for: the 件名 of a draft that a public text holds, and the body's name of minutes that have none."""
    records = {
        "2026-05-20-public": sound(("原因: 封入の前に", "原因: 手順の見直しについてお示しします。封入の前に")),
        "2026-05-20-draft": sound((PUBLIC, "  状態: 下書き"), (TITLE, "件名: 手順の見直しについて")),
        "2026-05-22-minutes": MINUTES_DRAFT,
    }
    made = checked(tmp_path, records, now, scanner)
    told = {value for one in unpublished(made.settled, site_of(made, now)) for value in one.strings}
    assert told == {"2026-05-20-draft", "2026-05-22-minutes"}


def test_problems_stand_in_the_order_of_files(tmp_path: Path, now: datetime, scanner: Scanner) -> None:
    """Whatever stage found them, problems are told by file, line and column, and each once."""
    broken = sound(
        ("発表区分: 単独", "発表区分: 続報"),
        ("発表日: 令和8年5月20日（水）", "発表日: 令和8年5月20日（木）"),
        ("原因: 封入の前に、宛名を二人で確かめる手順を省きました。", "原因: ［名前：長谷部］が省いた。"),
        (TYPE, f"{TYPE} # 確認"),
    )
    made = checked(tmp_path, {"2026-05-20-b": broken, "2026-05-20-a": broken}, now, scanner)
    places = [problem.place for problem in made.problems]
    assert places == sorted(places)
    assert [problem.code for problem in made.problems] == ["E301", "E307", "E114", "E403"] * 2


def test_broken_settings_stop_before_the_records_are_judged(tmp_path: Path, now: datetime, scanner: Scanner) -> None:
    """Without sound settings there is no policy: their problems are told with those of the records' shape."""
    (tmp_path / "disclosures").mkdir()
    (tmp_path / "settings.yml").write_text(SETTINGS.replace("種別: 町", "種別: 町村"), encoding="utf-8")
    (tmp_path / f"disclosures/{NAME}.yml").write_text(sound(("発表区分: 単独", "発表区分: 単独報")), encoding="utf-8")
    made = check(tmp_path, now, scanner, lambda _stage: None)
    assert [problem.code for problem in made.problems] == ["E209", "E209"]
    assert (made.settings, made.settled) == (None, ())


def test_the_example_is_judged_as_a_whole(scanner: Scanner, now: datetime) -> None:
    """Each record of the example site can be read, judged and settled."""
    root = Path(__file__).parents[1]
    made = check(root, now, scanner, lambda _stage: None)
    assert len(made.settled) == len(list((root / "disclosures").rglob("*.yml")))
