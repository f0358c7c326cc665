"""A record's keys: what each may hold, under which names, and where a problem is said to be."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import TYPE_CHECKING

import pytest
from typed_records import SOUND, draft, plain, read, shaped, sound

from generator.problems import Severity
from generator.records import KINDS, vocabulary
from generator.records.common_shape import CONTACTS, PUBLICATION, REVISION
from generator.records.content import Content, Standing
from generator.records.counts import COUNT, PRESENCE, Count
from generator.records.ids import is_id
from generator.records.incident import Cause, Dispositions, ForResidents, Moment, Prevention, Timeline
from generator.records.incident_shape import CONTRACTOR, DISPOSITIONS, IMPACT, INCIDENT, PREVENTION, TIMELINE
from generator.records.names import japanese
from generator.records.reading import nearest
from generator.records.shapes import OneOf
from generator.records.vocabulary import CastKind, Medium, Presence, PublicationState, Stage, Unit, Word
from generator.records.walk import rebuild, texts
from generator.text import PublicText, RawText

if TYPE_CHECKING:
    from generator.records import Draft
    from generator.records.walk import FieldPath

ENUMERATIONS = [
    kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Enum) and len(kind)
]
ALIASES = [(alias, key.name) for key in INCIDENT.keys for alias in key.aliases if f"\n{key.name}:" in SOUND]


def test_the_sound_record_is_sound() -> None:
    """The record that all broken ones come from has no problem and the values it was typed with."""
    made, problems = read(SOUND)
    assert made is not None
    assert problems == []
    assert (made.id, made.stage, made.released_on.iso) == ("2026-05-20-hokenryo-gosofu", Stage.SINGLE, "2026-05-20")
    assert made.title.reveal() == "介護保険料の通知書を誤って送付した事案について"
    assert isinstance(made.timeline.body, Timeline)
    assert [plain(event.content) for event in made.timeline.body.groups[0].events] == [
        ["通知書を発送した。"],
        ["受け取った方からの電話で誤りが分かった。"],
    ]


@pytest.mark.parametrize(("alias", "key"), ALIASES)
def test_an_alias_is_read_with_a_note(alias: str, key: str) -> None:
    """A section under a name that other municipalities use is the same section, and a note says so at the key."""
    changed = sound((f"\n{key}:", f"\n{alias}:"))
    made, problems = read(changed)
    assert made is not None
    assert typed(made) == typed(draft())
    assert [(p.code, p.place.column, dict(p.params)) for p in problems] == [("N601", 1, {"alias": alias, "key": key})]


def test_no_name_of_a_key_belongs_to_two() -> None:
    """Within one mapping no name, alias or other name stands for two keys."""
    for shape in KINDS.values():
        names = [name for key in shape.keys for name in (key.name, *key.aliases, *key.also)]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("enumeration", ENUMERATIONS, ids=lambda kind: kind.__name__)
def test_words_of_an_enumeration(enumeration: type[Word]) -> None:
    """Each word is read as itself, with spaces and in the other width too; its machine value is one ASCII word."""
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    for member in enumeration:
        for spelling in (member.japanese, f" {member.japanese} ", member.japanese.translate(wide)):
            assert shaped(OneOf(enumeration), f'"{spelling}"') == (member, [])
        assert member.machine.isascii()
        assert is_id(member.machine)
    assert len({member.machine for member in enumeration}) == len(enumeration)


@pytest.mark.parametrize("status", list(vocabulary.Status), ids=lambda status: status.machine)
def test_a_section_may_hold_a_status(status: vocabulary.Status) -> None:
    """Any section may say in place of content why there is none, with the promised date."""
    made = draft(
        (
            "原因: 封入の前に、宛名を二人で確かめる手順を省きました。",
            f"原因:\n  状態: {status.japanese}\n  説明: 理由\n  公表予定: 令和8年7月",
        )
    )
    body = made.causes.body
    assert isinstance(body, Standing)
    assert (body.status, body.explanation.reveal(), body.promised.iso) == (status, "理由", "2026-07")  # type: ignore[union-attr]


def test_a_section_may_have_its_own_heading() -> None:
    """{見出し, 内容} keeps the section and gives it the author's heading; 内容 may be whatever the section may be."""
    made = draft(
        (
            "原因: 封入の前に、宛名を二人で確かめる手順を省きました。",
            "原因:\n  見出し: なぜ起きたか\n  内容:\n    - 内容: 確かめなかった。\n      分類: 確認不足",
        )
    )
    assert made.causes.heading is not None
    assert made.causes.heading.reveal() == "なぜ起きたか"
    assert isinstance(made.causes.body, tuple)
    assert made.causes.body[0].cause_class is vocabulary.CauseClass.UNCHECKED


def test_a_record_without_a_publication_is_a_draft() -> None:
    """Nothing is public by default."""
    assert draft(("公開:\n  状態: 公開\n", "")).publication.state is PublicationState.DRAFT


def typed(record: Draft) -> list[tuple[FieldPath, str]]:
    """Every text of a record with its path."""
    return [(path, text.reveal()) for path, text in texts(record)]


LOOSE = {
    "a count in words": (COUNT, "２歳児用の名札１枚（約３人分）", Content, ["N603"]),
    "a count as rows": (COUNT, "- 通知書 2通\n- 封筒 2枚\n", Content, []),
    "a count": (COUNT, "約３３０人", Count, []),
    "a count with its shares": (
        COUNT,
        "値: 3\n単位: 人\n内訳:\n  - {対象: 町内, 値: 1}\n  - {対象: 町外, 値: 2}\n",
        Count,
        [],
    ),
    "a status of a count": (COUNT, "状態: 調査中\n説明: 数えています。\n", Content, []),
    "presence": (PRESENCE, "あり", Presence, []),
    "presence in words": (PRESENCE, "一部にあります。", Content, []),
    "a timeline in prose": (TIMELINE, "5月12日に発送し、14日に分かりました。", Content, []),
    "a timeline of bullets": (TIMELINE, "- 12日 発送\n- 14日 判明\n", Content, []),
    "a timeline of events": (TIMELINE, "- {時期: 5月の連休, 内容: 発送した。}\n", Timeline, ["N602"]),
    "a timeline of groups": (
        TIMELINE,
        "- 見出し: 前半\n  一覧:\n    - {日付: 2026-05-12, 内容: 発送した。}\n",
        Timeline,
        [],
    ),
    "prevention in prose": (PREVENTION, "手順を改めます。", Content, []),
    "prevention as rows": (PREVENTION, "- {内容: 手順を改める。, 状況: 予定, 期限: 令和8年7月}\n", Prevention, []),
    "prevention under a preface": (
        PREVENTION,
        "前文: 次のとおりです。\n一覧:\n  - {内容: 手順を改める。}\n",
        Prevention,
        [],
    ),
    "dispositions": (DISPOSITIONS, "- {処分: 戒告, 職: 主事, 人数: 1人}\n", Dispositions, []),
    "dispositions in prose": (DISPOSITIONS, "厳正に対処します。", Content, []),
    "measures against a contractor in prose": (CONTRACTOR, "名称: 非公表\n措置: 文書で注意しました。\n", None, []),
}


@pytest.mark.parametrize("name", LOOSE)
def test_a_structured_value_may_be_plain_content(name: str) -> None:
    """What is not in a value's grammar is Content, shown as typed; a note says so where a number or date was meant."""
    shape, text, wanted, codes = LOOSE[name]
    found, told = shaped(shape, text)
    assert found is not None
    assert wanted is None or isinstance(found, wanted)
    assert told == codes


def test_one_item_needs_no_list() -> None:
    """事案種別, 媒体, 分野 and 関連 take one word or a list of them, and 担当 one entry."""
    assert draft(("事案種別: 誤送付", "事案種別: 誤送付\n媒体: [紙, ＦＡＸ]")).media == (Medium.PAPER, Medium.FAX)
    assert draft(("事案種別: 誤送付", "事案種別: 誤送付\n媒体: 紙")).media == (Medium.PAPER,)
    contacts, codes = shaped(CONTACTS, "所属: 保険年金課\n電話: 0400-10-2130\n")
    assert (len(contacts), codes) == (1, [])


def test_the_moment_of_discovery_may_say_who_found_it() -> None:
    """判明 is a date, or {日時, 端緒}."""
    body = draft(("判明: 令和8年5月14日", "判明:\n  日時: 令和8年5月14日\n  端緒: 外部")).discovered.body
    assert isinstance(body, Moment)
    assert body.found_by is vocabulary.FoundBy.OUTSIDE


def test_advice_to_residents_has_four_parts_or_is_prose() -> None:
    """住民の皆様へ is Content, or a mapping with 対象, お願い, ご注意 and 問い合わせ先."""
    old = "住民の皆様へ: 対象の方には個別にお知らせしました。ほかの方にお願いすることはありません。"
    body = draft(
        (old, "住民の皆様へ:\n  対象: 2通の宛先の方\n  問い合わせ先:\n    - 所属: 保険年金課\n      電話: 0400-10-2130")
    ).for_residents.body
    assert isinstance(body, ForResidents)
    assert isinstance(body.contacts, tuple)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("状態: 公開\n解禁日時: 2026-05-20 14:00\n", []),
        ("状態: 公開\n解禁日時: 2026-05-20T14:00\n", []),
        ("状態: 公開\n解禁日時: 2026-05-20\n", ["E222"]),
        ("状態: 公開\n解禁日時: 2026-02-30 14:00\n", ["E222"]),
        ("状態: 公開\n解禁日時: 2026-05-20 24:00\n", ["E222"]),
        ("状態: 公開\n解禁日時: 令和8年5月20日 14:00\n", ["E222"]),
        ("状態: 公開\n掲載終了:\n  日: 令和9年3月31日\n  扱い: 要約のみ\n", []),
        ("状態: 公開\n掲載終了:\n  日: 令和9年3月1日～31日\n  扱い: 撤回\n", ["E220"]),
        ("状態: 公開\n掲載終了: 令和9年3月31日\n", ["E203"]),
        ("状態: 公開中\n", ["E209"]),
    ],
)
def test_publication(text: str, codes: list[str]) -> None:
    """公開 takes a state, a moment in JST to the minute, and one day on which something happens to the page."""
    assert shaped(PUBLICATION, text)[1] == codes


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2026-05-20-hokenryo", True),
        ("r08-004", True),
        ("a", True),
        ("a" * 64, True),
        ("a" * 65, False),
        ("", False),
        ("A", False),
        ("a_b", False),
        ("a--b", False),
        ("-a", False),
        ("a-", False),
        ("a.b", False),
        ("a/b", False),
        ("index", False),
        ("con", False),
        ("com1", False),
        ("lpt9", False),
        ("com10", True),
        ("介護", False),
        ("ａ", False),
        ("１", False),
    ],
)
def test_an_id_is_safe_in_any_address(text: str, good: bool) -> None:  # noqa: FBT001  # a table's column
    """An id is lower-case ASCII words joined by hyphens, at most 64 characters, and no reserved name."""
    assert is_id(text) is good


@pytest.mark.parametrize(
    ("typed", "known", "guess"),
    [
        ("再発防止柵", "再発防止策", "再発防止策"),
        ("担", "担当", None),
        ("概容", "概要", "概要"),
        ("山田花子", "担当", None),
        ("受付", "受付時間", None),
        ("受付時刻", "受付時間", "受付時間"),
        ("ＦＡX", "FAX", "FAX"),
    ],
)
def test_only_a_near_word_is_taken_for_a_known_one(typed: str, known: str, guess: str | None) -> None:
    """A word is guessed at within two edits, a short one within one, and never a word altogether different."""
    assert nearest(typed, [known]) == guess


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("title",), "件名"),
        (("contacts", 0, "phone"), "担当[1].電話"),
        (("timeline", "body", "groups", 0, "events", 2, "content", "blocks", 0, "text"), "経過[3].内容"),
        (("causes", "body", "blocks", 0, "text"), "原因"),
        (("prevention", "body", "promises", 1, "note"), "再発防止策[2].注"),
        (("impact", "body", "items", "blocks", 0, "items", 1, "text"), "影響.情報項目"),
        (("impact", "body", "people", "shares", 0, "name"), "影響.人数.内訳[1].対象"),
        (("contractor", "name"), "委託先.名称"),
        (("section",), "所管"),
        (("cases", 0, "title"), "事案一覧[1].件名"),
        (("statements", 0, "post"), "発言[1].職"),
        (("causes", "body", "explanation"), "原因.説明"),
        (("causes", "body", 1, "content", "blocks", 0, "text"), "原因[2].内容"),
        (("for_residents", "body", "contacts", 0, "name"), "住民の皆様へ.問い合わせ先[1].氏名"),
        (("timeline", "body", "groups", 1, "heading"), "経過[2].見出し"),
        (("dispositions", "body", "rows", 0, "reason"), "処分[1].理由"),
    ],
)
def test_a_field_has_the_name_its_author_knows(path: tuple[str | int, ...], name: str) -> None:
    """Messages name a field by the keys that were typed, counted from one."""
    assert japanese(path, vocabulary.RecordKind.INCIDENT) == name


def test_rebuilding_a_record_visits_every_text_once() -> None:
    """Every text of a draft is replaced, in the order in which `texts` yields them, and all else stays."""
    before = draft()
    seen = []

    def public(path: tuple[str | int, ...], raw: RawText) -> PublicText:
        seen.append((path, raw))
        return PublicText((raw.reveal(),))

    after = rebuild(before, public)
    assert seen == list(texts(before))
    assert [path for path, text in texts(after) if isinstance(text, PublicText)] == [path for path, _ in seen]
    assert (after.id, after.released_on, after.stage, after.places) == (
        before.id,
        before.released_on,
        before.stage,
        before.places,
    )


def test_every_required_key_of_a_record_is_asked_for() -> None:
    """Without any of its keys a record gets one E201 for each required one."""
    made, problems = read("種類: 事案\n")
    assert made is None
    required = {key.name for key in INCIDENT.keys if key.required}
    assert {p.params["key"] for p in problems if p.code == "E201"} == required - {"種類"}


def test_a_correction_may_show_blocks() -> None:
    """誤 and 正 are Content, because a whole table may be replaced."""
    found, codes = shaped(REVISION, "版: 第2版\n日時: 2026-05-25\n区分: 訂正\n誤: 3通\n正:\n  - 2通\n理由: 数え直し\n")
    assert (plain(found.wrong), plain(found.right), codes) == (["3通"], [("bullets", ["2通"])], [])


def test_the_sensitive_facts_are_told_apart() -> None:
    """Each of the あり/なし/調査中 facts is read into its own field."""
    names = ("要配慮個人情報", "特定個人情報", "財産的被害のおそれ", "不正の目的のおそれ", "支援措置", "児童生徒")
    for name in names:
        found, codes = shaped(IMPACT, f"{name}: 調査中\n")
        told = [f.name for f in dataclasses.fields(found) if getattr(found, f.name) is Presence.UNKNOWN]
        assert (len(told), codes) == (1, [])


@pytest.mark.parametrize("kind", list(vocabulary.RecordKind), ids=lambda kind: kind.machine)
def test_every_kind_is_read(kind: vocabulary.RecordKind) -> None:
    """Each kind asks for its own required keys."""
    wanted = {key.name for key in KINDS[kind].keys if key.required} - {"件名"}
    assert {p.params["key"] for p in read(f"種類: {kind.japanese}\n件名: 一\n")[1]} == wanted


def test_classes_of_causes_and_cast_are_read() -> None:
    """Rows of 原因 and 登場者 keep their classes."""
    made = draft(
        ("原因: 封入の前に、宛名を二人で確かめる手順を省きました。", "原因:\n  - {内容: 省いた。, 分類: 手順違反}"),
        ("事案種別: 誤送付", "事案種別: 誤送付\n登場者:\n  - {仮名: 住民Ｂ, 区分: 住民}"),
    )
    assert made.cast[0].kind is CastKind.RESIDENT
    assert isinstance(made.causes.body, tuple)
    assert isinstance(made.causes.body[0], Cause)


def test_a_unit_is_never_read_out_of_a_word() -> None:
    """2人以上 is no count of 2人."""
    found, codes = shaped(COUNT, "2人以上")
    assert isinstance(found, Content)
    assert codes == ["N603"]
    assert shaped(COUNT, "2人")[0].unit is Unit.PERSON


def test_all_problems_of_a_shape_are_errors_or_notes() -> None:
    """Reading a shape never raises a mere warning about something wrong."""
    _, problems = read(
        sound(("発表区分: 単独", "発表区分: 単"), ("    - 保険料の額\n", "    -\n"), ("概要: |", "事案の概要: |"))
    )
    assert {p.severity for p in problems} == {Severity.ERROR, Severity.NOTE}
