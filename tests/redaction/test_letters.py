"""Letters of marks: two people under one letter, one person under two, and every spelling that one person may have."""

from __future__ import annotations

from itertools import pairwise

import pytest
from settled_records import settled
from typed_records import draft

from generator.messages import FORMATS
from generator.redaction.letters import letters_agree
from generator.redaction.person import are_one, are_two

CAUSE = "原因: 封入の前に、宛名を二人で確かめる手順を省きました。"
SINGLE = "発表区分: 単独"
TYPE = "事案種別: 誤送付"
CAST = (TYPE, f"{TYPE}\n登場者:\n  - {{仮名: 職員Ａ, 区分: 職員}}\n  - {{仮名: 職員Ｂ, 区分: 職員}}")

MAY_BE_ONE = [
    ("山田", "山田花子"),
    ("山田花子", "山田　花子"),
    ("山田花子", "山 田 花 子"),
    ("山田花子", "山田花子様"),
    ("山田さん", "山田"),
    ("花子", "山田花子"),
    ("花子", "山田"),
    ("ﾔﾏﾀﾞ", "山田"),
    ("やまだ", "山田花子"),
    ("ヤマダ ハナコ", "山田花子"),
    ("ヤマダハナコ", "山田花子"),
    ("ＹＡＭＡＤＡ Hanako", "山田花子"),
    ("Hanako Yamada", "山田"),
    ("Y", "山田"),
    ("大野", "Ohno"),
    ("髙橋", "高橋"),
    ("渡邊一", "渡辺一"),
    ("森", "森 鷗外"),
    ("伊集院静", "伊集院"),
    ("光", "田中 光"),
    ("さくら", "山田さくら"),
    ("陽翔", "ヒナト"),
    ("山田花子", "山田（旧姓佐藤）花子"),
    ("グエン・ヴァン・アン", "グエン"),
    ("ジョン・スミス", "スミス"),
    ("Smith", "スミス"),
    ("", "山田"),
]
ARE_TWO = [
    ("山田花子", "佐藤一郎"),
    ("山田", "佐藤"),
    ("山田花子", "山田一郎"),
    ("山田花子", "佐藤花子"),
    ("花子", "一郎"),
    ("森", "森田花子"),
    ("やまだはなこ", "佐藤"),
    ("ヤマダ ハナコ", "サトウ ハナコ"),
    ("ヤマダ ハナコ", "ヤマダ イチロウ"),
    ("Suzuki Ichiro", "Tanaka Jiro"),
    ("サトウ ハナコ", "山田花子"),
    ("グエン・ヴァン・アン", "ジョン・スミス"),
]
SURELY_ONE = [
    ("山田花子", "山田　花子"),
    ("渡邊一", "渡辺　一"),
    ("ﾔﾏﾀﾞ ﾊﾅｺ", "やまだ はなこ"),
    ("山田花子", "山田花子さん"),
]


@pytest.mark.parametrize(("one", "other"), MAY_BE_ONE)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    """A part of a name, kana, letters, widths, old kanji and honorifics make no second person, in either order."""
    assert not are_two(one, other)
    assert not are_two(other, one)


@pytest.mark.parametrize(("one", "other"), ARE_TWO)
def test_two_people(one: str, other: str) -> None:
    """Another surname, or another given name, is another person's, in either order."""
    assert are_two(one, other)
    assert are_two(other, one)
    assert not are_one(one, other)


@pytest.mark.parametrize(("one", "other"), SURELY_ONE)
def test_surely_one_person(one: str, other: str) -> None:
    """Only surname and given name together say that two spellings are one person's."""
    assert are_one(one, other)
    assert not are_two(one, other)


@pytest.mark.parametrize(("one", "other"), [("山田", "山田"), ("花子", "花子"), ("山田", "山田花子"), ("", "")])
def test_part_of_a_name_may_be_anybodys(one: str, other: str) -> None:
    """Two people of one surname have two letters, and that is right."""
    assert not are_one(one, other)


def agreed(scanner, *texts: str) -> list[tuple[str, str, int]]:
    """Code, file and line of what is said about records of one case with these texts."""
    records = [
        draft(
            (SINGLE, "発表区分: 続報\n事案番号: r08-004"),
            CAST,
            (CAUSE, f"原因: |\n  {text}"),
            name=f"2026-05-2{number}-hokenryo",
        )
        for number, text in enumerate(texts)
    ]
    return [(p.code, p.place.path[-15:-4], p.place.line) for p in letters_agree(settled(records, scanner))]


CASES = {
    "two people": (["［氏名＝職員Ａ：相馬 冬樹］が送り、［氏名＝職員Ａ：深津 理央］が確かめた。"], ["E416"]),
    "two people, in other widths": (["[氏名=職員A:相馬冬樹]が送り、［氏名＝職員Ａ：深津理央］が確かめた。"], ["E416"]),
    "one person by surname": (["［氏名＝職員Ａ：相馬 冬樹］が送り、［氏名＝職員Ａ：相馬］が確かめた。"], []),
    "one person in kana": (["［氏名＝職員Ａ：相馬］が送り、［氏名＝職員Ａ：ソウマ］が確かめた。"], []),
    "two of one surname": (
        ["［氏名＝職員Ａ：相馬］が、［氏名＝職員Ａ：相馬 冬樹］と［氏名＝職員Ａ：相馬 理央］が。"],
        ["E416"],
    ),
    "one person under two letters": (
        ["［氏名＝職員Ａ：相馬 冬樹］が送り、［氏名＝職員Ｂ：相馬冬樹］が確かめた。"],
        ["W508"],
    ),
    "two letters of one surname": (["［氏名＝職員Ａ：相馬］が送り、［氏名＝職員Ｂ：相馬］が確かめた。"], []),
    "two people, two letters": (["［氏名＝職員Ａ：相馬 冬樹］が送り、［氏名＝職員Ｂ：深津 理央］が確かめた。"], []),
    "no original": (["［氏名＝職員Ａ］が送り、［氏名＝職員Ａ：深津 理央］が確かめた。"], []),
    "no letter": (["［氏名：相馬 冬樹］が送り、［氏名：深津 理央］が確かめた。"], []),
    "another kind of mark": (["［氏名＝職員Ａ：相馬 冬樹］が、［住所＝職員Ａ：浜通2-3］から送った。"], []),
    "in another record of the case": (["［氏名＝職員Ａ：相馬 冬樹］が。", "［氏名＝職員Ａ：深津 理央］が。"], ["E416"]),
    "one person through a case": (["［氏名＝職員Ａ：相馬 冬樹］が。", "［氏名＝職員Ａ：相馬］が。"], []),
    "two letters through a case": (["［氏名＝職員Ａ：相馬 冬樹］が。", "［氏名＝職員Ｂ：相馬 冬樹］が。"], ["W508"]),
}


@pytest.mark.parametrize(("texts", "codes"), CASES.values(), ids=[name.replace(" ", "-") for name in CASES])
def test_letters_of_a_case(texts: list[str], codes: list[str], scanner) -> None:
    """One letter is one person through a case; only marks that still hold an original can be compared."""
    assert [code for code, _, _ in agreed(scanner, *texts)] == codes


def test_two_cases_have_letters_of_their_own(scanner) -> None:
    """職員Ａ of another case is somebody else."""
    texts = ["［氏名＝職員Ａ：相馬 冬樹］が。", "［氏名＝職員Ａ：深津 理央］が。"]
    records = [
        draft(CAST, (CAUSE, f"原因: |\n  {text}"), name=f"2026-05-2{n}-hokenryo") for n, text in enumerate(texts)
    ]
    assert letters_agree(settled(records, scanner)) == []


def test_both_places_are_said_and_neither_name(scanner) -> None:
    """The problem stands at the later mark, names file and line of the earlier one, and holds no part of a name."""
    records = [
        draft((SINGLE, "発表区分: 続報\n事案番号: r08-004"), CAST, (CAUSE, f"原因: |\n  {text}"), name=name)
        for name, text in (
            ("2026-05-20-a", "［氏名＝職員Ａ：相馬 冬樹］が。"),
            ("2026-05-21-b", "［氏名＝職員Ａ：深津 理央］が。"),
        )
    ]
    problems = letters_agree(settled(records, scanner))
    (problem,) = problems
    line = problem.place.line
    assert problem.place.path == "disclosures/2026-05-21-b.yml"
    for show in FORMATS.values():
        said = show(problems)
        assert f"disclosures/2026-05-20-a.yml の{line}行目" in said
        assert not any(
            a + b in said + repr(problem) for name in ("相馬", "冬樹", "深津", "理央") for a, b in pairwise(name)
        )
