"""Marks: what a person types to withhold, to keep or to quote, in any width; and what would not do what was meant."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.redaction.bare import bare
from generator.redaction.kinds import Kind
from generator.redaction.marks import LABELS, ORDINARY, SYNONYMS, Verb, read_marks

NAME = "相馬 冬樹"

READ = {
    "full width": (f"担当の［氏名：{NAME}］が", Verb.WITHHOLD, Kind.NAME, None, NAME),
    "half width": (f"担当の[氏名:{NAME}]が", Verb.WITHHOLD, Kind.NAME, None, NAME),
    "mixed width": (f"担当の［氏名:{NAME}]が", Verb.WITHHOLD, Kind.NAME, None, NAME),
    "spaces in the label": (f"担当の［ 氏 名 ： {NAME} ］が", Verb.WITHHOLD, Kind.NAME, None, f" {NAME} "),
    "full-width space in the label": (f"担当の［氏　名：{NAME}］が", Verb.WITHHOLD, Kind.NAME, None, NAME),
    "without the original": ("担当の［氏名］が", Verb.WITHHOLD, Kind.NAME, None, None),
    "without the original, half width": ("担当の[氏名]が", Verb.WITHHOLD, Kind.NAME, None, None),
    "a letter": ("担当の［氏名＝職員Ｂ］が", Verb.WITHHOLD, Kind.NAME, "職員B", None),
    "a letter in half width": ("担当の[氏名=職員B]が", Verb.WITHHOLD, Kind.NAME, "職員B", None),
    "a letter and the original": (f"担当の［氏名＝職員Ｂ：{NAME}］が", Verb.WITHHOLD, Kind.NAME, "職員B", NAME),
    "a letter with spaces": (f"担当の［氏名 ＝ 職員 Ｂ ： {NAME}］が", Verb.WITHHOLD, Kind.NAME, "職員B", f" {NAME}"),
    "kept": (f"［公開：{NAME}］議員", Verb.KEEP, None, None, NAME),
    "quoted": ("［原文：以降省略しする］", Verb.VERBATIM, None, None, "以降省略しする"),
    "brackets inside": ("［住所：浜通2-3［旧5番］］", Verb.WITHHOLD, Kind.ADDRESS, None, "浜通2-3［旧5番］"),
    "a line end inside": ("［住所：浜通\n二丁目］", Verb.WITHHOLD, Kind.ADDRESS, None, "浜通\n二丁目"),
    "a colon inside": ("［整理番号：A:20931］", Verb.WITHHOLD, Kind.REFERENCE, None, "A:20931"),
    "FULLWIDTH letters of a label": (
        "［メール：fuyuki@mail.example］",
        Verb.WITHHOLD,
        Kind.MAIL,
        None,
        "fuyuki@mail.example",
    ),
}

FAULTS = {
    "never closed": (f"担当の［氏名：{NAME}が確かめた。", "E401", 3),
    "closed after a blank line": (f"担当の［氏名：{NAME}\n\n次の段落］", "E401", 3),
    "a bracket inside never closed": ("担当の［氏名：相馬［冬樹］が", "E401", 3),
    "a mark in a mark": ("［氏名：相馬［住所：浜通］］", "E402", 6),
    "a stand-in in a mark": ("［住所：浜通の［氏名］宅］", "E402", 7),
    "a mark to keep in a mark": ("［氏名：［公開：相馬］］", "E402", 4),
    "a quotation in a quotation": ("［原文：一［原文：二］］", "E402", 5),
    "one letter off": ("［氏各：相馬］", "E403", 0),
    "one letter too many": ("［電話番：0400-10-7788］", "E403", 0),
    "two letters off a long one": ("［基礎年金香合：1234-567890］", "E403", 0),
    "half width, one letter off": ("[生年月曰:昭和52年]", "E403", 0),
    "one letter off with a letter": ("［氏各＝職員Ｂ］", "E403", 0),
    "nothing to withhold": ("［氏名：］", "E404", 0),
    "a space to withhold": ("［氏名：　］", "E404", 0),
    "nothing to keep": ("［公開］", "E404", 0),
    "nothing to keep behind a colon": ("［公開：］", "E404", 0),
    "nothing to quote": ("［原文］", "E404", 0),
    **{f"synonym {word}": (f"［{word}：相馬］", "E403", 0) for word in sorted(SYNONYMS)},
}

ORDINARY_TEXT = {
    "a bracket without a colon": "［再掲］のとおり",
    "a bracket with a colon": "［備考：次頁］のとおり",
    "another word with a colon": "［日時：5月12日］",
    "no bracket": "氏名：相馬",
    "round brackets": "（氏名：相馬）",
    "corner brackets": "「氏名：相馬」",
    "tortoise-shell brackets": "〔氏名：相馬〕",
    "a label too long": "［次の方の氏名及び住所並びに電話番号：相馬］",
    "a Markdown link": "[氏名](https://town.haru.example/)",
    "a synonym without a colon": "［名前］の欄",
    "a time": "［10:30］",
    "one character": "［注：次頁］",
    **{f"word {word}": f"［{word}：二人で確認］" for word in sorted(ORDINARY)},
}


@pytest.mark.parametrize("name", READ)
def test_a_mark_is_read(name: str) -> None:
    """A mark is read in full and half width, with spaces, with a letter, and around brackets."""
    text, verb, kind, letter, inner = READ[name]
    (mark,), faults = read_marks(text)
    found = None if mark.inner is None else text[mark.inner[0] : mark.inner[1]]
    assert (mark.verb, mark.kind, mark.letter, found, faults) == (verb, kind, letter, inner, ())
    assert text[mark.start] in "[［"
    assert text[mark.end - 1] in "]］"


@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.name.lower())
def test_every_kind_has_its_mark(kind: Kind) -> None:
    """Each 区分 is a label, in the widths of its own letters too."""
    for label in (kind.value, unicodedata.normalize("NFKD", kind.value), f"{kind.value[0]} {kind.value[1:]}"):
        (mark,), faults = read_marks(f"［{label}：一二三］")
        assert (mark.kind, faults) == (kind, ())


@pytest.mark.parametrize("name", FAULTS)
def test_a_mark_that_would_not_work_is_a_fault(name: str) -> None:
    """What looks like a mark and would withhold nothing is a fault at its bracket."""
    text, code, offset = FAULTS[name]
    _, faults = read_marks(text)
    assert [(fault.code, fault.offset) for fault in faults] == [(code, offset)]


@pytest.mark.parametrize("name", ORDINARY_TEXT)
def test_an_ordinary_bracket_is_text(name: str) -> None:
    """Any other bracket stays as it is, for the detectors to read."""
    assert read_marks(ORDINARY_TEXT[name]) == ((), ())


def test_no_synonym_is_a_label_and_no_ordinary_word_a_synonym() -> None:
    """What is read, what is refused and what is text are three lists apart."""
    assert not SYNONYMS & set(LABELS)
    assert not ORDINARY & (SYNONYMS | set(LABELS))


def test_marks_inside_a_quotation_are_marks() -> None:
    """Only 原文 may hold other marks, and they work there."""
    marks, faults = read_marks(f"［原文：担当の［氏名：{NAME}］しする］")
    assert ([mark.verb for mark in marks], faults) == ([Verb.VERBATIM, Verb.WITHHOLD], ())


def test_several_marks_are_read_in_order() -> None:
    """Each mark of a text is found, those after a faulty one too."""
    marks, faults = read_marks("［氏名：一］と［名前：二］と［電話：0400-10-0000］と［住所］")
    assert [mark.kind for mark in marks] == [Kind.NAME, Kind.PHONE, Kind.ADDRESS]
    assert [fault.code for fault in faults] == ["E403"]


@pytest.mark.parametrize("label", ["氏名", "原文"])
def test_marks_however_deep_are_faults(label: str) -> None:
    """A thousand marks in one another are told as nested, and as many unclosed ones each as such."""
    deep, (first, *_) = read_marks(f"［{label}：" * 1000 + "一" + "］" * 1000)
    assert ([mark.start for mark in deep], first.code) == ([0], "E402")
    assert [fault.code for fault in read_marks(f"［{label}：" * 1000)[1]] == ["E401"] * 1000


def test_a_fault_never_holds_what_was_typed() -> None:
    """A fault repeats a label only where it is one of ours."""
    for text, _, _ in FAULTS.values():
        for fault in read_marks(text)[1]:
            assert fault.label in {"", *LABELS, *SYNONYMS}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("担当の［氏名：相馬 冬樹］が", "担当の相馬 冬樹が"),
        ("担当の［氏名］が", "担当の〔氏名〕が"),
        ("担当の［氏名＝職員Ｂ］が", "担当の職員Bが"),
        ("担当の［氏名＝職員Ｂ：相馬］が", "担当の相馬が"),
        ("［公開：相馬］議員", "相馬議員"),
        ("［原文：省略しする］。", "省略しする。"),
        ("［原文：［氏名：相馬］しする］。", "相馬しする。"),
        ("［原文：一［氏名］二［氏名：三］四］五", "一〔氏名〕二三四五"),
        ("印のない文", "印のない文"),
    ],
)
def test_the_bare_text_is_what_readers_would_have(text: str, shown: str) -> None:
    """With its marks taken off a text reads on, so that no mark parts a name from the words around it."""
    assert bare(text).text == shown


@given(
    st.lists(
        st.sampled_from(
            [
                "［氏名：",
                "［公開：",
                "［原文：",
                "［氏名］",
                "［氏名＝職員Ａ：",
                "］",
                "[",
                "]",
                "相馬",
                "さん",
                "：",
                "\n",
                "\n\n",
            ]
        )
    )
)
def test_the_way_back_from_bare_to_typed(pieces: list[str]) -> None:
    """Every character of a bare text that was typed is found at its own place, whatever was typed around it."""
    text = "".join(pieces)
    seen = bare(text)
    stand_ins = [region for region in seen.regions if not region.original]
    for offset, char in enumerate(seen.text):
        if not any(region.start <= offset < region.end for region in stand_ins):
            assert text[seen.typed(offset)] == char
    for region in seen.regions:
        assert 0 <= region.start <= region.end <= len(seen.text)


@given(st.text(alphabet="［］[]氏名公開原文：:＝=あ\n 、Ａ", max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any brackets are read, refused or text, and marks never overlap but inside a quotation."""
    marks, _ = read_marks(text)
    for one, other in pairwise(marks):
        assert one.end <= other.start or (one.verb is Verb.VERBATIM and other.end < one.end)
