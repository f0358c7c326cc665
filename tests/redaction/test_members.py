"""Who the minutes name as having met: readable in their sentences too, where a title of office says who is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from settled_records import settled
from typed_minutes import minutes

from generator.redaction.compose import public_text

if TYPE_CHECKING:
    from generator.redaction.scan import Scanner

MEMBERS = (
    "  会長: 会長\n  委員:\n    - 委員3人\n  説明員:\n    - 保険年金課長\n欠席者:\n  - 委員1人\n",
    (
        "  会長: 桐谷 千景\n  委員:\n    - 磯貝委員\n    - 中谷（実）委員\n    - 木暮\n  説明員:\n"
        "    - {氏名: 真壁 達也, 職: 保険年金課長}\n欠席者:\n  - 早乙女委員\n"
    ),
)
SEATS = ("定数: 5\n", "")
SAID = "        発言: 40分ほどである。"
SPEAKER = "      - 発言者: 委員\n"

STAYS = [
    "本日は磯貝委員から御質問をいただきました。",
    "中谷（実）委員は欠席です。",
    "先ほどの桐谷会長のお話のとおりです。",
    "桐谷千景会長から説明があった。",
    "真壁課長が答弁したとおりです。",
    "早乙女委員からお休みの連絡をいただきました。",
    "ただいまの木暮委員の御意見に賛成です。",
    "保険年金課長の真壁でございます。",
    "委員の磯貝です。",
    "真壁保険年金課長の答弁のとおりです。",
    "総務部の真壁課長に伺います。",
]
GOES = {
    "with さん": "磯貝さんから相談がありました。",
    "with 様": "木暮様の通知書を誤って送りました。",
    "an applicant": "申請者の磯貝さんは来庁しました。",
    "an applicant with the whole name": "申請者の磯貝和子が来庁しました。",
    "a petitioner": "陳情者の桐谷健一氏から説明がありました。",
    "a member of the audience": "傍聴者の真壁さんが発言しました。",
    "the chair of a neighbourhood": "自治会の桐谷会長から苦情がありました。",
    "the head of a neighbourhood before the name": "町内会長の磯貝和子さんから電話がありました。",
    "an officer of a firm": "株式会社汐風の営業部長の磯貝から報告を受けました。",
    "somebody else's member": "日比野委員から伺いました。",
    "a relative": "磯貝委員の妻、磯貝和子さんの書類です。",
    "a title and さん": "委員の磯貝さんの隣の磯貝和子さんの家です。",
}


def spoken(scanner: Scanner, text: str) -> tuple[str, list[str | None], list[str]]:
    """What the public reads of a speech, why something of it is kept, and the codes."""
    (record,) = settled([minutes(MEMBERS, SEATS, (SAID, f"        発言: {text}"))], scanner)
    one = next(one for one in record.fields if one.field.bare.text == text)
    return public_text(one).plain, [s.kept for s in one.stretches if s.kept], [p.code for p in one.problems]


@pytest.mark.parametrize("text", STAYS)
def test_a_member_stays_with_a_title(text: str, scanner: Scanner) -> None:
    """A name that the minutes list stays readable beside a title of office, and for no other reason."""
    read, reasons, codes = spoken(scanner, text)
    assert (read, {*reasons} - {"present"}, codes) == (text, set(), [])


@pytest.mark.parametrize("name", GOES)
def test_others_of_that_name_go(name: str, scanner: Scanner) -> None:
    """A private person, a stranger and whoever is named without a title is withheld, whatever the surname."""
    read, _, _ = spoken(scanner, GOES[name])
    assert "〔氏名〕" in read
    for given in ("和子", "健一"):
        assert given not in read
    if "委員の磯貝さん" not in read and "磯貝委員" not in read:
        assert not any(surname in read for surname in ("磯貝", "木暮", "桐谷", "真壁", "日比野"))


def test_members_are_known_in_their_own_minutes_only(scanner: Scanner) -> None:
    """Minutes that do not list somebody withhold the name, with a title or not."""
    text = "磯貝委員から御質問をいただきました。"
    (record,) = settled([minutes((SAID, f"        発言: {text}"))], scanner)
    one = next(one for one in record.fields if one.field.bare.text == text)
    assert "磯貝" not in public_text(one).plain


LISTED = {
    "honorific": "  会長: 磯貝 和子様\n",
    "applicant in words": "  会長: 申請者 磯貝和子\n",
    "audience as a post": "  会長: {氏名: 磯貝 和子, 職: 傍聴者}\n",
    "petitioner as a post": "  会長: {氏名: 磯貝 和子, 職: 請願者}\n",
    "petitioner of one letter": "  会長: {氏名: 李, 職: 請願者}\n",
    "petitioner in letters": "  会長: {氏名: Kim, 職: 請願者}\n",
    "member": None,
    "resident as a member": "  会長: {氏名: 磯貝 和子, 職: 住民代表委員}\n",
    "surname with 氏": "  会長: 氏家 和子\n",
    "marked": "  会長: 申請者 ［公開：磯貝和子］\n",
}


@pytest.mark.parametrize("name", LISTED)
def test_private_persons_in_the_lists_are_asked_about(name: str, scanner: Scanner) -> None:
    """An honorific or a word such as 傍聴者 beside a name in the lists of people asks; members and marks do not."""
    line = LISTED[name] or "  会長: 磯貝 和子\n"
    (record,) = settled([minutes(("  会長: 会長\n", line))], scanner)
    asks = name.startswith(("honorific", "applicant", "audience", "petitioner"))
    assert {problem.code for problem in record.problems} == ({"S405"} if asks else set())


def test_a_speaker_is_asked_about_too(scanner: Scanner) -> None:
    """The same holds for 発言者."""
    line = "      - 発言者: {氏名: 磯貝 和子, 職: 参考人（申請者）}\n"
    (record,) = settled([minutes((SPEAKER, line))], scanner)
    assert [problem.code for problem in record.problems] == ["S405"]
