"""Fields settled: what a mark withholds, keeps and quotes, and what the public then reads."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from settled_records import CAUSE, TYPE, cause, settled, told
from typed_records import draft

from generator.redaction.compose import public_text
from generator.redaction.kinds import Kind
from generator.redaction.redact import make_public
from generator.redaction.scan import Passage, Scanner
from generator.redaction.view import fold
from generator.text import PublicText, RawText, Redacted, Verbatim

CAST = f"{TYPE}\n登場者:\n  - {{仮名: 職員Ａ, 区分: 職員}}\n  - {{仮名: 住民 Ｂ, 区分: 住民}}"
NO_FINDING: list[str] = []

MARKED = {
    "withheld without a mark": ("相馬 冬樹さんへ送った。", "〔氏名〕さんへ送った。", [], []),
    "withheld by a mark": ("［氏名：海風堂の主人］へ送った。", "〔氏名〕へ送った。", [], []),
    "a mark around the honorific": ("［氏名：相馬 冬樹さん］へ送った。", "〔氏名〕へ送った。", [], []),
    "a stand-in": ("［電話］へ電話した。", "〔電話〕へ電話した。", [], []),
    "kept": ("［公開：相馬 冬樹］さんへ送った。", "相馬 冬樹さんへ送った。", ["mark"], []),
    "kept in half width": ("[公開:相馬 冬樹]さんへ送った。", "相馬 冬樹さんへ送った。", ["mark"], []),
    "kept telephone": ("［公開：090-0000-7788］へ電話した。", "090-0000-7788へ電話した。", ["mark"], []),
    "kept mail": ("［公開：fuyuki@mail.example.com］へ送った。", "fuyuki@mail.example.comへ送った。", ["mark"], []),
    "kept address with its municipality": (
        "［公開：群馬県前橋市大手町1丁目1番1号］の自宅",
        "群馬県前橋市大手町1丁目1番1号の自宅",
        ["mark"],
        [],
    ),
    "keep around more than an address": ("［公開：隣の群馬県前橋市、大手町1丁目1番1号］の自宅", None, [], ["E405"]),
    "keep around an honorific too": ("［公開：相馬 冬樹さん］へ送った。", None, [], ["E405"]),
    "keep around half a name": ("［公開：相馬］ 冬樹さんへ送った。", None, [], ["E405"]),
    "keep around nobody": ("［公開：封筒］へ送った。", None, [], ["E405"]),
    "keep around two": ("［公開：相馬 冬樹さんと090-0000-7788］へ送った。", None, [], ["E405"]),
    "keep a birthday": ("生年月日［公開：昭和52年3月5日］の方", None, [], ["E406"]),
    "keep a My Number": ("個人番号［公開：123456789018］の方", None, [], ["E406"]),
    "quoted": ("［原文：封入したする］とあった。", "封入したする〔原文ママ〕とあった。", [], []),
    "a name in a quotation": (
        "［原文：相馬 冬樹さんを封入したする］とあった。",
        "〔氏名〕さんを封入したする〔原文ママ〕とあった。",
        [],
        [],
    ),
    "a quotation that ends with a name": (
        "［原文：宛名は［氏名：相馬］］とあった。",
        "宛名は〔氏名〕〔原文ママ〕とあった。",
        [],
        [],
    ),
    "two marks side by side": ("［氏名：相馬］［電話：090］へ", "〔氏名〕〔電話〕へ", [], []),
    "an unclosed mark": ("［氏名：相馬へ送った。", None, [], ["E401"]),
}

LETTERS = {
    "bound": ("［氏名＝職員Ａ：相馬］が省いた。", "職員Ａが省いた。", NO_FINDING),
    "bound, half width": ("[氏名=職員A:相馬]が省いた。", "職員Ａが省いた。", NO_FINDING),
    "without the original": ("［氏名＝職員Ａ］が省いた。", "職員Ａが省いた。", NO_FINDING),
    "with a space in the cast": ("［氏名＝住民Ｂ］が気付いた。", "住民 Ｂが気付いた。", NO_FINDING),
    "unknown": ("［氏名＝職員Ｃ：相馬］が省いた。", None, ["E315"]),
    "plain letters": ("職員Ａが省いた。", "職員Ａが省いた。", NO_FINDING),
    "unknown plain letters": ("職員Ｚが省いた。", "職員Ｚが省いた。", NO_FINDING),
}


@pytest.mark.parametrize("name", MARKED)
def test_a_mark_does_what_it_says(name: str, scanner: Scanner) -> None:
    """A mark withholds its content, keeps exactly one finding of a kind that may be kept, or quotes."""
    text, shown, kept, codes = MARKED[name]
    read, reasons, found = cause(scanner, text)
    assert (found, reasons) == (codes, kept)
    assert shown is None or read.rstrip() == shown


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_comes_from_the_cast(name: str, scanner: Scanner) -> None:
    """A letter is shown as the cast spells it; one that is not in the cast is an error, plain letters are text."""
    text, shown, codes = LETTERS[name]
    read, _, found = cause(scanner, text, (TYPE, CAST))
    assert found == codes
    assert shown is None or read.rstrip() == shown


def test_a_letter_of_another_report_of_the_case(scanner: Scanner) -> None:
    """The cast of a case is that of all its reports together."""
    first = draft(("発表区分: 単独", "発表区分: 第一報\n事案番号: r08-004"), (TYPE, CAST))
    second = draft(
        ("発表区分: 単独", "発表区分: 続報\n事案番号: r08-004"),
        (CAUSE, "原因: ［氏名＝職員Ａ］が省いた。"),
        name="2026-05-29-b",
    )
    records = settled([first, second], scanner)
    assert [problem.code for record in records for problem in record.problems] == []


def test_a_name_known_in_one_report_is_found_in_the_others(scanner: Scanner) -> None:
    """Who is named in full in one report of a case is withheld in every other, by the family name alone too."""
    first = draft(
        ("発表区分: 単独", "発表区分: 第一報\n事案番号: r08-004"), (CAUSE, "原因: 長谷部 弓彦さんの封筒を取り違えた。")
    )
    second = draft(
        ("発表区分: 単独", "発表区分: 続報\n事案番号: r08-004"),
        (CAUSE, "原因: 長谷部の封筒を取り違えた。"),
        name="2026-05-29-b",
    )
    for records in ([first, second], [second, first]):
        found = [public_text(one).plain for record in settled(records, scanner) for one in record.fields]
        assert not [text for text in found if "長谷部" in text]


def test_a_name_marked_in_one_field_is_found_in_the_others(scanner: Scanner) -> None:
    """What a person's mark withholds is withheld in every other field of the record."""
    texts, _, _ = told(
        scanner,
        (CAUSE, "原因: ［氏名：長谷部 弓彦］が省いた。"),
        ("  - 2通を回収しました。", "  - 長谷部が2通を回収しました。"),
    )
    assert not [text for text in texts.values() if "長谷部" in text]


def test_the_name_of_a_contact_makes_nobody_known(scanner: Scanner) -> None:
    """A name that is public in 担当 is neither withheld there nor looked for elsewhere because of it."""
    texts, _, codes = told(scanner, ("    電話: 0400-10-2130", "    氏名: 長谷部 弓彦\n    電話: 0400-10-2130"))
    assert (texts["contacts.0.name"], codes) == ("長谷部 弓彦", [])


def test_a_suspicion_is_not_public_until_it_is_decided(scanner: Scanner) -> None:
    """What a person must decide on is a problem at its place, and no stretch that is kept."""
    (record,) = settled([draft((CAUSE, "原因: 長谷部が省いた。"))], scanner)
    (one,) = [field for field in record.fields if field.asked]
    assert ([p.code for p in one.problems], one.stretches) == (["S401"], ())
    assert [problem.place.line for problem in one.problems] == [28]


@pytest.mark.parametrize("text", ["［公開：長谷部］が省いた。", "［氏名：長谷部］が省いた。"])
def test_a_mark_decides_a_suspicion(text: str, scanner: Scanner) -> None:
    """Either mark settles what the program could only suspect."""
    assert cause(scanner, text)[2] == []


def test_withheld_texts_are_handed_on_without_their_marks(scanner: Scanner) -> None:
    """What must be gone is the folded original; a stand-in hands nothing on."""
    records = settled(
        [draft((CAUSE, "原因: ［氏名：相馬　冬樹］と［氏名］が、［電話：０９０－００００－７７８８］で話した。"))],
        scanner,
    )
    redaction = make_public(records)
    assert {(one.folded, one.kind.value, one.everywhere) for one in redaction.withheld} == {
        (fold("相馬冬樹"), "氏名", True),
        (fold("090-0000-7788"), "電話", True),
    }


def test_every_kept_occurrence_lies_where_it_is_said_to(scanner: Scanner) -> None:
    """A kept occurrence is known by the public text around it, and its offsets hold the kept characters."""
    records = settled(
        [
            draft(
                (
                    CAUSE,
                    "原因: ［氏名：長谷部 弓彦］が、町長 真鍋 征四郎と、［公開：相馬 冬樹］さんへ0400-10-2100で話す。",
                )
            )
        ],
        scanner,
    )
    held = {(one.folded[one.start : one.end], one.reason) for one in make_public(records).kept if one.reason != "field"}
    assert held == {
        (fold("真鍋征四郎"), "official"),
        (fold("相馬冬樹"), "mark"),
        (fold("0400-10-2100"), "own-phone"),
    }


PIECES = [
    "相馬 冬樹さん",
    "相馬",
    "090-0000-7788",
    "［氏名：長谷部］",
    "［氏名］",
    "［公開：相馬 冬樹］さん",
    "［原文：しする］",
    "は",
    "、",
    "へ\n",
    "電話は",
    "fuyuki@mail.example.com",
    "2通",
    "町長の真鍋征四郎",
    "**町長の真鍋征四郎**",
    "**急ぎ**",
    "**",
    "㈱海風",
    "[町長の真鍋征四郎](https://town.haru.example/a)",
    "&amp;",
    "か\u3099",
]


@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
def test_text_outside_what_is_withheld_is_untouched(scanner: Scanner, pieces: list[str]) -> None:
    """The strings of a public text are those of the bare text, in order, and only withheld stretches are missing."""
    (record,) = settled([draft((CAUSE, f"原因: {json.dumps(''.join(pieces) + '。', ensure_ascii=False)}"))], scanner)
    for one in record.fields:
        text, at, rest = one.field.bare.text, 0, []
        for stretch in one.stretches:
            if stretch.kept is None:
                rest.append(text[at : stretch.start])
                at = stretch.end
        rest.append(text[at:])
        strings = [part for part in public_text(one).parts if isinstance(part, str)]
        assert "".join(strings) == "".join(rest)
        assert [part for part in public_text(one).parts if isinstance(part, Verbatim) and part.text] == []


@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([p for p in PIECES if "公開" not in p and "真鍋" not in p]), min_size=1, max_size=8))
def test_nothing_is_found_in_what_the_public_reads(scanner: Scanner, pieces: list[str]) -> None:
    """The detectors find no identifier in a public text, and redacting it again changes nothing."""
    (record,) = settled([draft((CAUSE, f"原因: {json.dumps('、'.join(pieces) + '。', ensure_ascii=False)}"))], scanner)
    (one,) = [field for field in record.fields if field.field.path[:1] == ("causes",)]
    read = public_text(one).plain
    if not one.asked:
        assert [hit for hit in scanner.scan(Passage(read)) if hit.sure] == []
        assert (
            cause(scanner, json.dumps(read, ensure_ascii=False)[1:-1].replace("\\n", "\n  "))[0].rstrip()
            == read.rstrip()
        )


@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
def test_a_kept_occurrence_holds_the_kept_characters(scanner: Scanner, pieces: list[str]) -> None:
    """Whatever stands around it, the offsets of a kept occurrence hold the characters that were kept."""
    records = settled([draft((CAUSE, f"原因: {json.dumps('、'.join(pieces) + '。', ensure_ascii=False)}"))], scanner)
    stays = {
        (fold(one.field.bare.text[s.start : s.end]), s.kept)
        for r in records
        for one in r.fields
        for s in one.stretches
        if s.kept
    }
    held = make_public(records).kept
    assert {(one.folded[one.start : one.end], one.reason) for one in held} == stays


class _Nowhere:
    def place(self, offset):
        """No place."""

    def span(self, start, end):
        """No span."""


@pytest.mark.parametrize(
    "way",
    [
        str,
        "{}".format,
        lambda raw: f"{raw}",
        lambda raw: f"{raw:>10}",
        json.dumps,
        pickle.dumps,
        lambda raw: raw.__html__(),
    ],
)
def test_raw_text_cannot_be_printed(way) -> None:
    """No way of printing, formatting, rendering or storing gives the raw text, and the exception does not quote it."""
    raw = RawText("相馬 冬樹", _Nowhere())
    with pytest.raises(TypeError) as caught:
        way(raw)
    assert "相馬" not in str(caught.value)


def test_the_repr_of_raw_text_tells_its_length_only(scanner: Scanner) -> None:
    """A draft, its settled fields, what is withheld and kept: none of their reprs holds a text of the source."""
    made = draft((CAUSE, "原因: 相馬 冬樹さんと町長の真鍋征四郎が話した。"))
    records = settled([made], scanner)
    redaction = make_public(records)
    for shown in (
        repr(made),
        repr(records),
        repr(redaction.withheld),
        repr(redaction.kept),
        repr([p for r in records for p in r.problems]),
    ):
        assert "相馬" not in shown
        assert "真鍋" not in shown
        assert "通知書" not in shown
    assert repr(RawText("相馬", _Nowhere())) == "<RawText of 2 characters>"


def test_what_stands_for_a_withheld_text() -> None:
    """A reader sees 〔氏名〕 or the letter, and 〔原文ママ〕 behind a quotation."""
    text = PublicText(("宛名は", Redacted(Kind.NAME), "と", Redacted(Kind.NAME, "職員Ａ"), "の", Verbatim("誤り")))
    assert text.plain == "宛名は〔氏名〕と職員Ａの誤り〔原文ママ〕"
