"""経過 with the publications of the case and what is planned."""

from __future__ import annotations

import pytest

from generator.pages.timeline import stretches

LINE = """
  - 日付: 2026-05-11
    内容: 通知書を発送。
  - 日付: 2026-05-19
    時刻: 9:40
    主体: 住民
    内容: 電話。
  - 日付: 2026-05-19
    主体: 税務課
    内容: 訪問。
"""


def shape(record, reports=None):
    """Kinds and dates of the stops, without their HTML."""
    return [
        (stop.kind, stop.when.striptags(), len(stop.entries))
        for stretch in stretches(record, reports or (record,), f"/incidents/{record.id}/")
        for stop in stretch.stops
    ]


def test_one_stop_a_day(incident):
    """Entries of one date share a stop; the announcement itself is put in at its date."""
    assert shape(incident(経過=LINE)) == [
        ("event", "令和8年5月11日（月）", 1),
        ("event", "令和8年5月19日（火）", 2),
        ("publication", "令和8年5月23日（土）", 1),
    ]


def test_remarks(incident):
    """The year stands under the first date, 判明 under its day, the days since under the first announcement."""
    record = incident(経過=LINE)
    stops = stretches(record, (record,), "/incidents/x/")[0].stops
    assert [[line.striptags() for line in stop.below] for stop in stops] == [["令和8年"], ["判明"], ["判明から4日"]]


def test_publications_of_the_case(chain):
    """Earlier announcements are linked; one the author tells of is not told twice."""
    html = "".join(
        str(entry.words)
        for stop in stretches(chain[1], chain, "/incidents/2026-05-23-kaigo-2/")[0].stops
        for entry in stop.entries
        if entry.words
    )
    assert 'href="../../incidents/2026-04-18-kaigo-1/"' in html
    assert "最終報" not in html


def test_told_by_the_author(incident):
    """An announcement that the author's line has is not put in again."""
    told = LINE + "  - 日付: 2026-05-23\n    種: 公表\n    内容: 公表。\n"
    assert [kind for kind, _, _ in shape(incident(経過=told))] == ["event", "event", "publication"]


GROUPS = """
  - 見出し: 第一の経過
    一覧:
      - 日付: {first}
        内容: 発送。
  - 見出し: 第二の経過
    一覧:
      - 日付: {second}
        内容: 訪問。
"""


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        pytest.param("2026-05-11", "2026-05-19", [["event"], ["event", "publication"]], id="one after the other"),
        pytest.param("2026-05-19", "2026-05-30", [["event", "publication"], ["event"]], id="told later"),
        pytest.param("2026-05-24", "2026-05-30", [["publication", "event"], ["event"]], id="before all"),
        pytest.param("2026-05-19", "2026-05-11", [["event"], ["event"]], id="side by side"),
    ],
)
def test_publication_among_groups(incident, first, second, kinds):
    """Under several headings the announcement stands where its day is; beside stories of one time it is left out."""
    record = incident(経過=GROUPS.format(first=first, second=second))
    found = stretches(record, (record,), "/incidents/x/")
    assert [[stop.kind for stop in stretch.stops] for stretch in found] == kinds


def test_plans(incident):
    """Promised dates and due dates come last, in their order; what is done or was past is not planned."""
    record = incident(
        発表区分="続報",
        事案番号="c",
        処分="\n  状態: 検討中\n  公表予定: 2026-07",
        再発防止策=(
            "\n  - 内容: 研修。\n    状況: 予定\n    期限: 2026-06-30"
            "\n  - 内容: 点検。\n    状況: 実施済\n    期限: 2026-06-01"
            "\n  - 内容: 周知。\n    状況: 未着手\n    期限: 2026-05-01"
        ),
    )
    assert shape(record)[-2:] == [("planned", "令和8年6月30日（火）", 1), ("planned", "令和8年7月", 1)]


def test_groups(incident):
    """Groups keep their headings, and plans stand under a heading of their own."""
    record = incident(
        経過="\n  - 見出し: 発覚まで\n    一覧:\n      - 日付: 2026-05-19\n        内容: 電話。",
        再発防止策="\n  - 内容: 研修。\n    状況: 予定\n    期限: 2026-06-30",
    )
    found = stretches(record, (record,), "/incidents/x/")
    assert [str(getattr(stretch.heading, "plain", stretch.heading)) for stretch in found] == ["発覚まで", "今後の予定"]


def test_dates_in_words(incident):
    """A line with a date in words stays as the author ordered it."""
    record = incident(経過="\n  - 時期: 連休の頃\n    内容: 発送。\n  - 日付: 2026-05-19\n    内容: 電話。")
    assert next(when for _, when, _ in shape(record)) == "連休の頃"
