"""The page of a meeting: results first, threads, addresses, quotations, papers both ways, votes for machines."""

from __future__ import annotations

import re

import pytest
from typed_minutes import MINUTES, NAME, minutes_text

from generator.pages.all import build_pages
from generator.pages.links import Links
from generator.pages.minutes import minutes_page

ITEM = "    資料: 資料１、資料２\n"
PAPER = "    件名: 点検の結果\n"
TALK = """    質疑:
      - 発言者: 委員
        発言: どのくらいの時間がかかるのか。
      - 発言者: 保険年金課長
        発言: 40分ほどである。
"""
VOTE = """    採決:
      方法: 挙手
      賛成: 2
      反対: 1
    結果: 承認
"""
OPEN = "  区分: 公開\n  傍聴者数: 4\n"


@pytest.fixture
def body(public, site):
    """The HTML of changed minutes among other records."""

    def make(*changes, others=(), name=NAME):
        record = public(minutes_text(*changes), name)
        return minutes_page(record, Links(site(record, *others))).body

    return make


def text(html):
    """What a reader sees, without blanks."""
    return re.sub("[ \n\u3000]+", "", re.sub("<[^>]*>", "", html))


def talk(*said):
    """質疑 of (speaker, kind) pairs; an inner list is a thread."""

    def one(speaker, kind):
        keys = [f"発言者: {speaker}"] if speaker else []
        keys += [f"種: {kind}"] if kind else []
        return "{" + ", ".join([*keys, "発言: 文。"]) + "}"

    def entry(row):
        return f"[{', '.join(one(*inner) for inner in row)}]" if isinstance(row, list) else one(*row)

    return "    質疑:\n" + "".join(f"      - {entry(row)}\n" for row in said)


def threads(html):
    """Per thread, for each utterance, 1 for an answer and 0 for what isn't one."""
    found, depth = [], 0
    inside = html[html.index('<ol class="k-talk">') :]
    for tag in re.findall(
        r'<ol class="k-talk">|<ol>|</ol>|<li>|<div class="k-say"', inside[: inside.index("</section>")]
    ):
        depth += tag.startswith("<ol")
        depth -= tag == "</ol>"
        if tag == "<li>" and depth == 1:
            found.append([])
        if "k-say" in tag:
            found[-1].append(depth - 1)
    return found


def test_golden(public, site, golden, incident):
    """The whole page of a meeting: a paper of its own, an annex, an answer to an earlier opinion, a withheld name."""
    replies = (
        "前回意見への回答:\n  - 会議: 第3期第1回\n    件名: 通知書の発送について\n    一覧:\n"
        "      - 意見: 二人で確かめること。\n        回答: 4月から、［氏名］さんの提案で始めた。\n"
        "        質疑:\n          - 発言者: 委員\n            種: 質問\n            発言: 続くのか。\n"
        "    質疑:\n      - 発言者: 委員\n        発言: ほかの課でも始めてほしい。\n"
    )
    record = public(
        minutes_text(
            (PAPER, f"{PAPER}    記録: 2026-05-23-tsuchi\n"),
            (VOTE, f"    附帯意見: 半年ごとに報告すること。\n{VOTE}"),
            ("次第: 諮問第8号\n", f"次第: 諮問第8号\n{replies}関連: 2026-05-23-tsuchi\n掲載形式: 要約\n次回: 10月\n"),
        ),
        NAME,
    )
    golden("minutes", minutes_page(record, Links(site(record, incident()))).body)


def test_the_site_has_the_page(public, site):
    """The page stands at /minutes/<id>/, and its title names the meeting where the author gave none."""
    record = public(MINUTES, NAME)
    page = next(page for page in build_pages(site(record)) if page.address == f"/minutes/{NAME}/")
    assert page.title == "個人情報保護審議会 第3期第2回"
    assert (page.template, page.section, page.owners) == ("minutes.html", "council", frozenset({NAME}))


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ([("期: 第3期\n", "期: 3\n"), ("回次: 第2回\n", "回次: ２\n")], "個人情報保護審議会 第3期第2回"),
        ([("期: 第3期\n回次: 第2回\n", "")], "個人情報保護審議会 令和8年5月25日（月）"),
        ([("公開:\n  状態", "件名: 会議の記録\n公開:\n  状態")], "会議の記録"),
    ],
    ids=["bare numbers", "a meeting that is not counted", "a title of its own"],
)
def test_title(public, site, changes, title):
    """The title is 件名, else the body with its term and number, else with the day."""
    record = public(minutes_text(*changes), NAME)
    assert minutes_page(record, Links(site(record))).title == title


def test_results_come_before_the_discussion(body):
    """A reader sees what was decided before the first word that was spoken."""
    shown = text(body())
    assert shown.index("議題と結果") < shown.index("承認") < shown.index("次第") < shown.index("どのくらいの時間")


MEMBER, CHAIR, OFFICIAL, OTHER = ("委員", None), ("会長", None), ("保険年金課長", None), ("傍聴の方", None)
THREADS = {
    "an official answers a member": ([CHAIR, MEMBER, OFFICIAL], [[0], [0, 1]]),
    "two officials answer one member": ([MEMBER, OFFICIAL, ("総務部長", None)], [[0, 1, 1]]),
    "a member asks again": ([MEMBER, OFFICIAL, MEMBER, OFFICIAL], [[0, 1], [0, 1]]),
    "the chair gives the floor": ([CHAIR, OFFICIAL, OFFICIAL], [[0], [0], [0]]),
    "the chair ends a thread": ([MEMBER, OFFICIAL, CHAIR, OFFICIAL], [[0, 1], [0], [0]]),
    "the chair asks": ([("会長", "質問"), OFFICIAL], [[0, 1]]),
    "somebody unknown": ([MEMBER, OTHER, OFFICIAL], [[0], [0], [0]]),
    "kinds without speakers": ([(None, "質問"), (None, "説明補足"), (None, "回答")], [[0, 1, 1]]),
    "a member answers": ([("委員Ａ", "質問"), ("委員Ｂ", "回答")], [[0, 1]]),
    "an answer before any question": ([(None, "回答"), MEMBER], [[0], [0]]),
    "the author's own threads": ([[MEMBER, OFFICIAL, MEMBER, OFFICIAL], CHAIR], [[0, 1, 0, 1], [0]]),
    "beside the author's own threads none are found": ([[MEMBER, OFFICIAL], MEMBER, OFFICIAL], [[0, 1], [0], [0]]),
}


@pytest.mark.parametrize(("said", "found"), THREADS.values(), ids=[name.replace(" ", "-") for name in THREADS])
def test_question_and_answer_are_one_thread(body, said, found):
    """Answers stand under their question where kinds, speakers or the author say so, and nowhere else."""
    assert threads(body((TALK, talk(*said)))) == found


def test_every_utterance_can_be_linked_and_quoted(body):
    """Each turn of speech has an anchor, a link, and a line that names meeting, day, number, speaker and address."""
    html = body()
    assert re.findall('id="(u-[0-9-]+)"', html) == ["u-1-1", "u-1-2"]
    cited = re.findall('<p class="k-cite">(.*?)</p>', html)
    assert text(cited[1]) == (
        "引用するとき個人情報保護審議会第3期第2回会議録（令和8年5月25日（月））発言2（保険年金課長）"
        "https://shiomi.example/minutes/2026-05-25-shingikai/#u-1-2"
    )


def test_numbers_run_through_the_meeting_and_anchors_through_the_item(body):
    """The second item begins with 発言3, at u-2-1: an utterance added to one item moves no address of another."""
    html = body((VOTE, f"{VOTE}  - 件名: その他\n{TALK}"))
    assert '<a href="#u-2-1">発言3</a>' in html


VOTES = {
    "counted": ("{方法: 挙手, 賛成: 2, 反対: 1}", "賛成多数で承認", "賛成2反対1", ["ayes", "ayes", "noes"]),
    "with one who abstains": ("{賛成: 2, 棄権: 1}", "賛成多数で承認", "賛成2棄権1", ["ayes", "ayes", "abstentions"]),
    "all": ("{賛成: 3, 反対: 0}", "全員賛成で承認", "賛成3反対0", ["ayes", "ayes", "ayes"]),
    "even": ("{賛成: 1, 反対: 1}", "可否同数で承認", "賛成1反対1", ["ayes", "noes"]),
    "in words": ("{賛成: 多数, 反対: 1}", "賛成多数で承認", "賛成多数反対1", []),
    "no objection": ("{方法: 異議なし}", "異議なしで承認", "", []),
}


@pytest.mark.parametrize(("vote", "words", "numbers", "squares"), VOTES.values(), ids=list(VOTES))
def test_votes(body, vote, words, numbers, squares):
    """A vote stands in words and numbers; each voter is a square where all were counted."""
    html = body((VOTE, f"    採決: {vote}\n    結果: 承認\n"))
    box = html[html.index('<div class="k-verdict"') :]
    box = box[: box.index("</section>")]
    assert words in text(box)
    assert text("".join(re.findall('<p class="k-verdict__numbers">.*?</p>', box))) == numbers
    assert re.findall("k-square--([a-z]+)", box) == squares


def test_a_method_alone_is_no_vote(body):
    """Where only the method was typed no box stands that says nothing."""
    assert "k-verdict" not in body((VOTE, "    採決: {方法: 挙手}\n"))


def test_a_vote_can_be_read_by_a_machine(body):
    """Method, numbers or share, and result stand in data attributes, by their machine values."""
    assert 'data-outcome="approved" data-method="show-of-hands" data-ayes="2" data-noes="1"' in body()
    assert 'data-ayes="majority"' in body((VOTE, "    採決: {賛成: 多数}\n"))


def test_a_report_received_is_no_decision(body):
    """The label of a decision is filled, that of a report received is outlined."""
    assert '<span class="k-label k-label--this">承認</span>' in body()
    assert '<span class="k-label">報告了承</span>' in body((VOTE, "    結果: 報告了承\n"))


def test_papers_lead_there_and_back(body, incident):
    """A paper leads to its record or annex and to the item; the item and the annex lead back."""
    html = body((PAPER, f"{PAPER}    記録: 2026-05-23-tsuchi\n"), others=[incident()])
    assert '<a href="#appendix-1">資料１' in html
    assert html.count('href="../../incidents/2026-05-23-tsuchi/">資料２') == 3  # 配布資料, results, item
    assert html.count('<a href="#item-1">議事：諮問第8号</a>') == 3  # two papers, the annex
    assert '<a href="#handout-1">' in html


@pytest.mark.parametrize("typed", ["資料１", "資料1", "資料 1"])
def test_the_agenda_leads_to_the_papers(body, typed):
    """The number of a paper in 次第 is a link, in any width; that of no paper, and a longer one, are not."""
    html = body(("次第: 諮問第8号", f"次第: 手順書について（{typed}）、資料11、資料9"))
    agenda = html[html.index('id="agenda"') :].partition("</section>")[0]
    assert re.findall('<a href="([^"]*)">', agenda) == ["#appendix-1"]


def test_why_a_meeting_or_a_paper_was_closed(body):
    """The reasons stand beside what was closed."""
    html = body(
        (OPEN, "  区分: 一部非公開\n  理由: 個人の情報を扱うため。\n  根拠: 規則第8条\n"),
        (PAPER, f"{PAPER}    非公開の理由: 検討の途中のため。\n"),
    )
    assert "一部非公開理由：個人の情報を扱うため。根拠：規則第8条" in text(html)
    assert "公開しない理由：検討の途中のため。" in text(html)


def test_meetings_of_one_body_lead_to_each_other(public, site):
    """The side column leads to the meeting before and after; another body's meetings are left out."""
    first = public(
        minutes_text(("回次: 第2回", "回次: 第1回"), ("開会: 令和8年5月25日（月）", "開会: 令和8年2月2日")), "a"
    )
    second = public(MINUTES, NAME)
    other = public(minutes_text(("会議名: 個人情報保護審議会", "会議名: 全員協議会")), "b")
    links = Links(site(first, second, other))
    assert f'前回 <a href="../../minutes/{first.id}/">第3期第1回</a>' in minutes_page(second, links).body
    assert f'次回 <a href="../../minutes/{NAME}/">第3期第2回</a>' in minutes_page(first, links).body
    assert "前回と次回" not in minutes_page(other, links).body


def test_people_are_counted_once(body):
    """Those of the body who came are counted, with those told as a number; officials are not."""
    assert "計4人／定数5人" in text(body())


def test_withdrawn_minutes_keep_their_address_alone(body):
    """What was said is gone; the reason stays."""
    html = body(("  状態: 公開\n", "  状態: 撤回\n  理由: 別の会議でした。\n"))
    assert "別の会議でした。" in html
    assert "40分ほど" not in html
