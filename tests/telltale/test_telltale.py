"""One table a rule: papers in which something tells who is meant, and their neighbours that tell nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typed_records import draft, read, sound

from generator.messages import FORMATS
from generator.problems import Severity
from generator.records.names import known_keys
from generator.records.shown_words import AgeShown, SectionShown
from generator.records.vocabulary import Sanction
from generator.redaction.redact import settle_records
from generator.settings import NamedSanction, SmallNumbers, read_settings
from generator.source import read_source
from generator.telltale import CODES, RULES, groups, telltales
from generator.telltale.posts import is_single
from generator.words import problem_words

if TYPE_CHECKING:
    from datetime import datetime

    from generator.problems import Problem
    from generator.redaction.scan import Scanner
    from generator.settings import Settings

Change = tuple[str, str]

TITLE = "件名: 介護保険料の通知書を誤って送付した事案について"
CONTACT = "  - 所属: 保険年金課\n    電話: 0400-10-2130"
PUBLIC = "  状態: 公開"
PEOPLE = "  人数: 2人"
CAUSE = "原因: 封入の前に、宛名を二人で確かめる手順を省きました。"
EVENT = "    内容: 受け取った方からの電話で誤りが分かった。"
DISPOSITION = "  状態: 該当なし\n  説明: 処分に当たる行為はありませんでした。"
TYPE = "事案種別: 誤送付"
NAMED = (CONTACT, "  - 所属: 波留町保険年金課（この件の窓口）\n    職: 課長\n    氏名: 水沼 佳代")
SCHOOL = (TITLE, "件名: わかば保育園における写真の紛失について")


def punished(section: str, post: str, people: str = "", kind: str = "戒告") -> Change:
    """The record with one row of 処分."""
    rows = [f"処分: {kind}", *([f"所属: {section}"] if section else []), f"職: {post}"]
    return (DISPOSITION, "  - " + "\n    ".join([*rows, *([f"人数: {people}"] if people else [])]))


def cause(text: str) -> Change:
    """The record with a text as 原因."""
    return (CAUSE, f"原因: |\n  {text}")


def table(columns: str, *rows: str) -> Change:
    """The record with a table as 原因."""
    lines = "".join(f"\n      - [{row}]" for row in rows)
    return (CAUSE, f"原因:\n  表:\n    列: [{columns}]\n    行:{lines}")


def event(time: str, text: str) -> Change:
    """The record whose last event has a time of day."""
    return (EVENT, f"    時刻: {time}\n    内容: {text}")


def shares(*rows: tuple[str, int]) -> Change:
    """The record with a 内訳 of its people."""
    listed = "".join(f"\n      - 対象: {name}\n        値: {value}" for name, value in rows)
    return (PEOPLE, f"  人数:\n    値: {sum(value for _, value in rows)}\n    単位: 人\n    内訳:{listed}")


Table = dict[str, tuple[list[Change], list[str]]]

POSTS: Table = {
    "a named chief is disciplined": ([NAMED, punished("保険年金課", "課長")], ["W503 処分[1].職"]),
    "with the department before it": ([NAMED, punished("福祉部保険年金課", "課長", "1人")], ["W503 処分[1].職"]),
    "without an office": ([NAMED, punished("", "課長")], ["W503 処分[1].職"]),
    "in full width and brackets": ([NAMED, punished("保険年金課", "課長（当時）")], ["W503 処分[1].職"]),
    "one of two posts of a row": ([NAMED, punished("保険年金課", "課長及び係長", "2人")], ["W503 処分[1].職"]),
    "a rank that holds the post": ([NAMED, punished("保険年金課", "課長級及び係長級", "2人")], ["W503 処分[1].職"]),
    "a post of several": (
        [(CONTACT, "  - 所属: 保険年金課\n    職: 主査\n    氏名: 水沼 佳代"), punished("保険年金課", "主査", "1人")],
        ["W503 処分[1].職"],
    ),
    "named for residents": (
        [
            punished("保険年金課", "主査"),
            (
                "住民の皆様へ: 対象の方には個別にお知らせしました。ほかの方にお願いすることはありません。",
                "住民の皆様へ:\n  問い合わせ先:\n    - 所属: 保険年金課\n      職: 主査\n      氏名: 水沼 佳代",
            ),
        ],
        ["W503 処分[1].職"],
    ),
    "in a sentence, named": (
        [NAMED, (DISPOSITION, "  - 保険年金課長を戒告とし、職員2人を厳重注意としました。")],
        ["W503 処分"],
    ),
    "in a sentence, unnamed": ([(DISPOSITION, "  - 保険年金課長を戒告としました。")], ["W504 処分"]),
    "a chief, unnamed": ([punished("保険年金課", "課長", "1人")], ["W504 処分[1].職"]),
    "a chief, nobody counted": ([punished("保険年金課", "課長")], ["W504 処分[1].職"]),
    "head of a department": ([punished("福祉部", "部長")], ["W504 処分[1].職"]),
    "head above the office": ([punished("保険年金課", "部長")], ["W504 処分[1].職"]),
    "head teacher": ([punished("若山小学校", "校長", "1人")], ["W504 処分[1].職"]),
    "deputy head teacher": ([punished("若山小学校", "教頭")], ["W504 処分[1].職"]),
    "head of a nursery": ([punished("わかば保育園", "園長")], ["W504 処分[1].職"]),
    "a post with its own office": ([punished("福祉部", "保険年金課長")], ["W504 処分[1].職"]),
    "a name withheld by a mark": (
        [(CONTACT, "  - 所属: 保険年金課\n    職: 主査\n    氏名: ［氏名］"), punished("保険年金課", "主査")],
        [],
    ),
    "another office": ([NAMED, punished("総務課", "主査")], []),
    "another post": ([NAMED, punished("保険年金課", "課長補佐", "1人")], []),
    "a rank, unnamed": ([punished("保険年金課", "課長級", "1人")], []),
    "wide already": ([NAMED, punished("町長部局", "管理職", "1人")], []),
    "one of several in a department": ([punished("福祉部", "課長", "1人")], []),
    "one of several in an office": ([punished("保険年金課", "係長", "1人")], []),
    "three chiefs": ([punished("保険年金課", "課長", "3人")], []),
    "a rank that sounds like a post": ([punished("保険年金課", "担当課長")], []),
    "a whole town hall": ([punished("町長部局", "課長", "1人")], []),
    "公表基準 allows the name": ([NAMED, punished("保険年金課", "課長", "1人", "免職")], []),
    "a chief who warned somebody": (
        [NAMED, (DISPOSITION, "  状態: 該当なし\n  説明: 保険年金課長が担当職員を口頭で厳重注意としました。")],
        [],
    ),
    "several chiefs in a sentence": ([(DISPOSITION, "  - 関係課長を厳重注意としました。")], []),
    "a sentence without a sanction": ([(DISPOSITION, "  - 保険年金課長が経過を説明しました。")], []),
}
NUMBERS: Table = {
    "share of a class": ([shares(("ひまわり組の園児", 3), ("そのほか", 20))], ["W505 影響.人数.内訳[1].対象"]),
    "share of a school": ([shares(("町内の学校", 20), ("若山小学校", 3))], ["W505 影響.人数.内訳[2].対象"]),
    "share of a district": ([shares(("浜手地区", 4), ("町外", 20))], ["W505 影響.人数.内訳[1].対象"]),
    "share of an illness": ([shares(("認知症の方", 4), ("そのほか", 20))], ["W505 影響.人数.内訳[1].対象"]),
    "all of them in a school of the title": ([SCHOOL], ["W505 影響.人数"]),
    "one of a class": ([cause("写っていたのは２歳児クラスの１人です。")], ["W505 原因"]),
    "one of an age, in brackets": ([cause("誕生児（2歳児１名）の写真4枚分です。")], ["W505 原因"]),
    "in kanji": ([cause("３年２組の児童二人の氏名です。")], ["W505 原因"]),
    "of a grade of a school": ([cause("若山小学校5年生の4人です。")], ["W505 原因"]),
    "of a district": ([cause("浜手地区の3人に届きました。")], ["W505 原因"]),
    "a table of classes": (
        [table("組, 人数", "ひまわり組, 12", "つくし組, 4", "すみれ組, 7")],
        ["W505 原因"],
    ),
    "a table with classes as heads": ([table("施設, ひまわり組, つくし組", "わかば保育園, 12, 4")], ["W505 原因"]),
    "a table with units": ([table("地区, 対象", "浜手地区, 4人")], ["W505 原因"]),
    "a number alone": ([cause("対象は３人です。")], []),
    "enough people of a class": ([cause("２歳児クラスの１２人です。")], []),
    "enough in each share": ([shares(("ひまわり組", 10), ("つくし組", 12))], []),
    "nobody in a share": ([shares(("ひまわり組", 0), ("つくし組", 12))], []),
    "shares that are no small group": ([shares(("70歳未満の方", 3), ("70歳以上の方", 4))], []),
    "shares of a grade in a whole town": ([shares(("5年生", 3), ("6年生", 30))], []),
    "staff of a class": ([cause("２歳児クラスの担任２人が捜しました。")], []),
    "with the group behind it": ([cause("園児１人（年少組）の書類です。")], ["W505 原因"]),
    "households": ([cause("浜手地区の2世帯に届きました。")], ["W505 原因"]),
    "who lives alone": ([cause("浜手地区の一人暮らしの方に届きました。")], []),
    "by two": ([cause("若山小学校で2人で確かめます。")], []),
    "fewer than ten": ([cause("２歳児クラスの10人未満の方です。")], []),
    "a facility without a name": ([cause("町立の保育園の園児3人です。")], []),
    "a library": ([cause("波留町立図書館の利用者3人です。")], []),
    "every district": ([cause("各地区の2人に渡しました。")], []),
    "a table of volumes": ([table("組, 冊", "ひまわり組, 4")], []),
    "a table of years": ([table("年度, 人数", "令和6年度, 4")], []),
    "withheld": ([cause("［住所：浜手地区］の3人に届きました。")], []),
}
SCENES: Table = {
    "in one sentence": (
        [cause("わかば保育園の２歳児クラスで、午後３時に写真を撮りました。")],
        ["W506 原因"],
    ),
    "an event with its time": (
        [SCHOOL, event("午後4時40分", "２歳児クラスの職員が気付いた。")],
        ["W505", "W506 経過[2]"],
    ),
    "a row of a table": (
        [SCHOOL, table("時刻, したこと", "午後3時, ひまわり組で撮影, ", "15:20, つくし組で撮影, ")],
        ["W505", "W506 原因"],
    ),
    "the facility in another sentence": (
        [cause("わかば保育園では、午睡の後に記録します。当日は10時30分に、ひまわり組で記録しました。")],
        ["W506 原因"],
    ),
    "no class": ([SCHOOL, event("午後4時40分", "職員が気付いた。")], ["W505"]),
    "no time": ([SCHOOL, cause("２歳児クラスの写真を、12月18日に撮りました。")], ["W505"]),
    "no facility": ([cause("２歳児クラスで、午後３時に写真を撮りました。")], []),
    "two facilities elsewhere": (
        [
            (TITLE, "件名: わかば保育園及びひかり保育園における写真の紛失について"),
            event("午後4時40分", "２歳児クラスの職員が気付いた。"),
        ],
        ["W505"],
    ),
    "a time of another sentence": (
        [SCHOOL, cause("２歳児クラスの写真です。町への報告は午後5時でした。")],
        ["W505"],
    ),
    "a time that is none": ([SCHOOL, cause("ひまわり組の写真を撮るとき、2時間ほど席を離れました。")], ["W505"]),
}
PERSONS: Table = {
    "age, sex and district": ([cause("浜手地区の72歳の女性に届きました。")], ["W507 原因"]),
    "age, sex and town": ([cause("栄町にお住まいの男性（45歳）です。")], ["W507 原因"]),
    "relation instead of sex": ([cause("浜手町内会の方の長男、19歳です。")], ["W507 原因"]),
    "age, school and illness": ([cause("若山小学校に通う、食物アレルギーのある8歳の児童です。")], ["W507 原因"]),
    "age, school and sex": ([cause("若山小学校の8歳の女児です。")], ["W507 原因"]),
    "an age in brackets": ([cause("浜手地区の男性（64）に届きました。")], ["W507 原因"]),
    "a row of a table": ([table("年齢, 性別, 地区", "72, 女, 浜手地区", "80, 男, 浜手地区")], ["W507 原因"]),
    "a row of a table, in words": ([table("方, 満年齢, 地区", "女性, 72歳, 浜手地区")], ["W507 原因"]),
    "names and values": (
        [(CAUSE, "原因:\n  項目:\n    年齢: 72歳\n    性別: 女性\n    地区: 浜手地区")],
        ["W507 原因"],
    ),
    "a table without a place": ([table("年齢, 性別, 区分", "72, 女, 本人")], []),
    "a table of decades": ([table("年代, 性別, 地区", "70歳代, 女, 浜手地区")], []),
    "names and values without a sex": ([(CAUSE, "原因:\n  項目:\n    年齢: 72歳\n    地区: 浜手地区")], []),
    "a decade": ([cause("浜手地区の70歳代の女性に届きました。")], []),
    "no sex": ([cause("浜手地区の72歳の方に届きました。")], []),
    "no place": ([cause("72歳の女性に届きました。")], []),
    "the town itself": ([cause("波留町の72歳の女性に届きました。")], []),
    "two sentences": ([cause("浜手地区に届きました。72歳の女性からの電話で分かりました。")], []),
    "an age as a limit": ([cause("浜手地区の75歳以上の女性に送る通知です。")], []),
}
TABLES = {"posts": POSTS, "numbers": NUMBERS, "scenes": SCENES, "persons": PERSONS}


@pytest.fixture(scope="module")
def settings() -> Settings:
    """The settings of the broken sites."""
    source, _ = read_source(Path(__file__).parents[1] / "broken/settings.yml", "settings.yml", known_keys())
    assert source is not None
    read, _ = read_settings(source)
    assert read is not None
    return read


def told(scanner: Scanner, settings: Settings, now: datetime, *changes: Change) -> list[Problem]:
    """Every warning about the record with these changes."""
    return telltales(settle_records([draft(*changes)], settings, scanner), settings, now)


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        pytest.param(*row, id=f"{name}-{title}".replace(" ", "-"))
        for name, rows in TABLES.items()
        for title, row in rows.items()
    ],
)
def test_telltale(
    changes: list[Change], wanted: list[str], scanner: Scanner, settings: Settings, now: datetime
) -> None:
    """Each thing that tells who is meant is found in its field, once, and its neighbours are left alone."""
    found = sorted(f"{problem.code} {problem.field}" for problem in told(scanner, settings, now, *changes))
    assert len(found) == len(wanted)
    assert all(one.startswith(other) for one, other in zip(found, sorted(wanted), strict=True)), found


WEIGHED = "  状態: 公開\n  特定の検討:\n    - 手がかり: {}\n      理由: 庁内の審査会で、公表すると決めたため。"


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("一人しかいない職", []),
        ("担当の氏名と処分", ["N606", "W504"]),
    ],
)
def test_what_was_weighed_is_not_told_again(
    word: str, wanted: list[str], scanner: Scanner, settings: Settings, now: datetime
) -> None:
    """公開.特定の検討 ends the warnings of its own sort and no others; where there are none, a note says so."""
    problems = told(scanner, settings, now, punished("保険年金課", "課長"), (PUBLIC, WEIGHED.format(word)))
    assert sorted(problem.code for problem in problems) == wanted
    assert {p.place.line for p in problems if p.code == "N606"} <= {12}


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        pytest.param((PUBLIC, "  状態: 下書き"), True, id="draft"),
        pytest.param((PUBLIC, "  状態: 公開\n  解禁日時: 2026-07-01 10:00"), True, id="embargo"),
        pytest.param((PUBLIC, "  状態: 公開\n  掲載終了: {日: 2026-06-01, 扱い: 要約のみ}"), True, id="last-day"),
        pytest.param((PUBLIC, "  状態: 公開\n  掲載終了: {日: 2026-05-31, 扱い: 残す}"), True, id="stays"),
        pytest.param((PUBLIC, "  状態: 公開\n  掲載終了: {日: 2026-05-31, 扱い: 要約のみ}"), False, id="expired"),
        pytest.param((PUBLIC, "  状態: 撤回\n  理由: 別の事案でした。"), False, id="withdrawn"),
        pytest.param((TYPE, f"{TYPE}\n公表区分: 一括"), True, id="batched"),
        pytest.param((TYPE, f"{TYPE}\n公表区分: 非公表"), False, id="not-published"),
    ],
)
def test_only_what_readers_will_see_is_warned_about(
    change: Change, scanner: Scanner, settings: Settings, now: datetime, *, shown: bool
) -> None:
    """A draft is warned about in time; what is only counted, or no longer shown, is not."""
    assert bool(told(scanner, settings, now, punished("保険年金課", "課長"), change)) == shown


ANNOUNCED = (
    "種類: 処分公表\n件名: 職員の懲戒処分について\n発表日: 2026-05-20\n担当:\n  - 所属: 総務課\n    職: 課長\n"
    "    氏名: 水沼 佳代\n公開:\n  状態: 公開\n概要: {summary}\n{rows}:\n  - 処分: {sanction}\n    所属: {section}\n"
    "    職位区分: {post}\n"
)
PLAIN = {"summary": "台帳を持ち出しました。", "rows": "一覧", "sanction": "戒告", "section": "税務課", "post": "課長"}
DEFAULT = NamedSanction(Sanction.REPRIMAND)
LESS = NamedSanction(Sanction.REPRIMAND, section=SectionShown.DIVISION)
NO_POST = NamedSanction(Sanction.REPRIMAND, post_shown=False)


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        pytest.param(({}, DEFAULT), ["W504"], id="one-post"),
        pytest.param(({"rows": "管理監督責任", "sanction": "訓告"}, DEFAULT), ["W504"], id="supervisor"),
        pytest.param(({"section": "総務課"}, DEFAULT), ["W503"], id="contact"),
        pytest.param(({"summary": "税務課長を戒告としました。", "post": "課長級"}, DEFAULT), ["W504"], id="prose"),
        pytest.param(({"post": "課長級"}, DEFAULT), [], id="grade"),
        pytest.param(({"section": "総務部税務課"}, LESS), [], id="division-shown"),
        pytest.param(({"section": "総務部税務課", "post": "部長"}, LESS), ["W504"], id="head-of-the-division"),
        pytest.param(({}, NO_POST), [], id="no-post-shown"),
        pytest.param(({"sanction": "免職"}, DEFAULT), [], id="name-allowed"),
    ],
)
def test_dispositions_on_their_own(
    changed: tuple[dict[str, str], NamedSanction], codes: list[str], scanner: Scanner, settings: Settings, now: datetime
) -> None:
    """A 処分公表 is judged as 公表基準 shows it: a post that one person holds tells who, a grade or a 部 does not."""
    change, criterion = changed
    made, problems = read(ANNOUNCED.format(**PLAIN | change), "2026-05-20-shobun")
    assert made is not None, problems
    town = replace(settings, criteria=(criterion, *settings.criteria))
    found = telltales(settle_records((made,), town, scanner), town, now)
    assert [problem.code for problem in found] == codes


AGED = {
    # the summary, how 公表基準 shows the age of the one who is 34, whether it is warned about
    "the age that is kept back": ("主任（34歳）が持ち出しました。", AgeShown.DECADE, True),
    "in full width, shown not at all": ("３４歳の主任が持ち出しました。", AgeShown.NOTHING, True),
    "an age that is shown": ("主任（34歳）が持ち出しました。", AgeShown.YEARS, False),
    "the decade": ("30歳代の主任が持ち出しました。", AgeShown.DECADE, False),
    "the age of another": ("72歳の方の台帳を持ち出しました。", AgeShown.DECADE, False),
}


@pytest.mark.parametrize("row", AGED.values(), ids=AGED)
def test_age_that_the_criteria_keep_back(
    row: tuple[str, AgeShown, bool], scanner: Scanner, settings: Settings, now: datetime
) -> None:
    """A text does not tell the age to the year where 公表基準 keeps it from the table."""
    summary, age, warned = row
    text = ANNOUNCED.format(**PLAIN | {"summary": summary, "post": "主任級"}) + "    年齢: 34歳\n"
    made, problems = read(text, "2026-05-20-shobun")
    assert made is not None, problems
    town = replace(settings, criteria=(NamedSanction(Sanction.REPRIMAND, age=age), *settings.criteria))
    found = telltales(settle_records((made,), town, scanner), town, now)
    assert [(problem.code, problem.params["case"]) for problem in found] == [("W507", "criteria")] * warned


@pytest.mark.parametrize(("threshold", "found"), [(10, True), (3, True), (2, False), (0, False)])
def test_the_threshold_is_the_settings(
    threshold: int, scanner: Scanner, settings: Settings, now: datetime, *, found: bool
) -> None:
    """少数の扱い says from which number on a count tells nobody; 0 switches the warning off."""
    few = replace(settings, small_numbers=SmallNumbers(threshold))
    assert bool(told(scanner, few, now, SCHOOL)) == found


def test_what_would_be_said_instead_fits_the_town(scanner: Scanner, settings: Settings, now: datetime) -> None:
    """The hint says how the row would read, in the words of this kind of municipality."""
    (problem,) = told(scanner, settings, now, punished("福祉部", "部長"))
    assert "「所属: 町長部局」「職: 管理職」" in FORMATS["text"]([problem])
    (problem,) = told(scanner, settings, now, punished("若山小学校", "校長"))
    assert "「所属: 町立の学校」「職: 管理職」" in FORMATS["text"]([problem])


@pytest.mark.parametrize(
    "place", ["浜手地区の72歳の女性に届きました。", "前の文です。\n  浜手地区の72歳の女性に届きました。"]
)
def test_an_editor_jumps_to_the_words(place: str, scanner: Scanner, settings: Settings, now: datetime) -> None:
    """The place of a warning is where the telling words begin, behind marks as well."""
    (problem,) = told(scanner, settings, now, cause(place))
    line = sound(cause(place)).splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith("72歳")


@pytest.mark.parametrize(
    ("section", "post", "single"),
    [
        ("資格係", "係長", True),
        ("保険年金課", "室長", True),
        ("保健センター", "所長", True),
        ("保健センター", "センター長", True),
        ("波留町立図書館", "館長", True),
        ("教育委員会事務局", "局長", True),
        ("わかば保育園", "副園長", True),
        ("教育委員会", "課長", False),
        ("波留町", "課長", False),
        ("", "課長", False),
        ("保険年金課", "専任課長", False),
        ("保険年金課", "課長代理", False),
        ("保険年金課", "教頭", False),
        ("保険年金課", "前課長", True),
    ],
)
def test_posts_that_one_person_holds(section: str, post: str, *, single: bool) -> None:
    """The head of a unit is one person there and above it, below it one of several."""
    assert is_single(section, post) is single


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("わかば保育園の園児", ["わかば"]),
        ("若山小学校と東中学校", ["若山", "東"]),
        ("町立若山小学校", ["若山"]),
        ("みどりの丘保育園", ["丘"]),
        ("ケアハウスしおかぜの入所者", ["しおかぜ"]),
        ("特別養護老人ホーム「なぎさ園」", ["なぎさ園"]),
        ("ケアハウスに入所、老人ホームなど、グループホームの方", []),
        ("救急病院、工業団地、大学病院、小規模保育所", []),
        ("この小学校、各小学校、町立小学校、別の小学校、同小学校、3小学校", []),
        ("職員が保育園に通う。子どもの通う保育園", []),
        ("○○保育園", []),
        ("小学校の児童", []),
    ],
)
def test_facilities_with_a_name_of_their_own(text: str, names: list[str]) -> None:
    """A facility is found by its own name, and one without a name is none."""
    assert [name for _, name, _ in groups.facilities(text)] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2歳児クラス", ["2歳児クラス"]),
        ("3年2組、1年A組", ["3年2組", "1年A組"]),
        ("ひまわり組", ["ひまわり組"]),
        ("年長組", ["年長組"]),
        ("特別支援学級", ["特別支援学級"]),
        ("番組、仕組み、取り組み、組合、クラスごと、その学級、すべてのクラス", []),
        ("70歳の方", []),
    ],
)
def test_classes(text: str, found: list[str]) -> None:
    """A class is found by its name or its year, and words that only end alike are none."""
    assert [match.group() for match in groups.CLASS.finditer(text)] == found


def test_every_warning_has_a_word_to_weigh_it() -> None:
    """Each code of this room is a warning, has a word of its own in 特定の検討, and its explanation names that word."""
    assert len(set(CODES.values())) == len(CODES) > len(RULES)
    for code, telltale in CODES.items():
        assert Severity.WARNING.value.upper().startswith(code[0])
        assert f"手がかり: {telltale.japanese}" in problem_words(code).explain


def test_tables_find_and_leave() -> None:
    """Each table holds papers in which its rule finds something, and papers it leaves."""
    for rows in TABLES.values():
        assert {bool(wanted) for _, wanted in rows.values()} == {True, False}
