"""The scan as a whole: hits that do not overlap, a text that is clean once they are replaced, no hiding place."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.redaction.captions import tells_events
from generator.redaction.detectors import DETECTORS
from generator.redaction.hit import Hit
from generator.redaction.kinds import Kind
from generator.redaction.scan import Passage, Scanner

SCANNER = Scanner()
PLANTED = {
    "phone": ("携帯電話 ", "090-0000-2713", Kind.PHONE),
    "landline": ("ご自宅の電話番号は", "0462-00-8831", Kind.PHONE),
    "my number": ("個人番号：", "1234-5678-9012", Kind.MY_NUMBER),
    "resident code": ("住民票コード　", "12345678901", Kind.RESIDENT_CODE),
    "pension": ("基礎年金番号は", "7713-209845", Kind.PENSION),
    "licence": ("免許証番号 ", "440987654321", Kind.LICENCE),
    "card": ("クレジットカード番号：", "4111-1111-1111-1111", Kind.CARD),
    "birth": ("生年月日　", "昭和52年3月5日", Kind.BIRTH),
}
HYPHENS = "-‐‑–—−ー－"
INVISIBLE = ["\u200b", "\u00ad", "\u2060", "\ufeff"]
SENTENCES = [
    "児島みつるさんの携帯（090-0000-2713）に連絡した。",
    "生年月日：昭和52年3月5日、個人番号 123456789012",
    "宛先はmitsuru@example.comでした。",
    "担当　市民課　電話　0462-00-1000（内線210）",
    "令和6年4月1日に、申請書12枚を紛失しました。",
    "| 氏名 | 電話 |\n|---|---|\n| 児島 みつる | 0462-00-8835 |",
    "ログイン名は**k-kojima**で、接続元は192.0.2.17",
    "[申請](mailto:mitsuru%40example.com)",
    "\n",
]


@st.composite
def disguised(draw, identifier):
    """The identifier as a careless hand, a form or a converter may leave it."""
    shown = []
    hyphen = draw(st.sampled_from(HYPHENS))
    wide, kanji, entity, parted = (draw(st.booleans()) for _ in range(4))
    invisible = draw(st.sampled_from(["", *INVISIBLE]))
    for char in identifier:
        typed = hyphen if char == "-" else char
        if char.isdigit():
            if kanji and not any(c in identifier for c in "年"):
                typed = "〇一二三四五六七八九"[int(char)]
            elif wide:
                typed = chr(ord(char) + 0xFEE0)
            elif entity:
                typed = f"&#x{ord(char):x};"
        shown.append(typed + (invisible if draw(st.booleans()) else ""))
    if parted:
        at = next((i for i, char in enumerate(identifier) if char in "-年"), None)
        if at is not None:
            shown[at] += "\n"
    return "".join(shown)


def unredacted(text, start, end, hits):
    """Letters and digits of a stretch that no sure hit covers."""
    found = {i for hit in hits if hit.sure for i in range(hit.start, hit.end)}
    return [i for i in range(start, end) if i not in found and unicodedata.category(text[i])[0] in "LN"]


def replaced(text, hits):
    """The text as the public would read it."""
    for hit in sorted(hits, reverse=True):
        text = text[: hit.start] + f"〔{hit.kind.value}〕" + text[hit.end :]
    return text


@pytest.mark.parametrize("name", PLANTED)
@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_folding_hides_a_planted_identifier(name, data):
    """However widths, hyphens, digits, entities, invisible characters and line ends are mixed, it is found whole."""
    label, identifier, _ = PLANTED[name]
    typed = data.draw(disguised(identifier))
    text = f"{label}{typed}を確認"
    [hits] = SCANNER.scan_document([Passage(text)])
    assert unredacted(text, len(label), len(label) + len(typed), hits) == []


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("".join))
@settings(deadline=None)
def test_hits_stand_apart_and_in_order(text):
    """Hits of one text never overlap, are never empty and come in order."""
    [hits] = SCANNER.scan_document([Passage(text)])
    assert all(hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("".join))
@settings(deadline=None)
def test_a_replaced_text_is_clean(text):
    """Once every hit is replaced, a fresh scan finds nothing, and what lay outside stands as it did."""
    [hits] = SCANNER.scan_document([Passage(text)])
    public = replaced(text, hits)
    assert SCANNER.scan_document([Passage(public)]) == [()]
    rest, place = [], 0
    for hit in hits:
        rest.append(text[place : hit.start])
        place = hit.end
    for piece in [*rest, text[place:]]:
        assert piece in public


def test_a_field_names_its_text():
    """A text whose field is called 個人番号 needs no word of its own."""
    assert SCANNER.scan(Passage("123456789012", "個人番号")) == (Hit(0, 12, Kind.MY_NUMBER, sure=True, why="label"),)


@pytest.mark.parametrize("text", ["2026-04-01T09:30:00+09:00", "2026-04-01T00:00:00Z", "D:20260401093000Z"])
def test_a_moment_is_nobodys(text: str) -> None:
    """When a file was written is no identifier, as long as nothing says that it is a birth or a number."""
    assert SCANNER.scan(Passage(text)) == SCANNER.scan(Passage(text, "更新日時")) == ()
    assert not tells_events(text, "生年月日")
    assert not tells_events(text, "電話番号")


@pytest.mark.parametrize(
    "text", ["20260401093000", "D:20269901093000Z", "D:20260401093000", "2026-04-01T99:30:00Z", "1959-04-01T00:00:00Z"]
)
def test_what_is_no_moment_is_read(text: str) -> None:
    """Digits that only look like a moment go to the detectors."""
    assert not tells_events(text, "")


def test_a_number_known_in_one_text_is_found_in_another():
    """What is labelled in one text of a document is found bare, and otherwise spaced, in the next."""
    found = SCANNER.scan_document([Passage("お客様番号 77-1234-5"), Passage("封筒に 7712345 と印字")])
    assert [hit.kind for hit in found[1]] == [Kind.REFERENCE]


def test_a_bare_number_with_a_good_check_digit_is_a_suspicion():
    """Twelve digits that could be somebody's wait for a person; with a bad one, as a number of no known kind."""
    [good] = SCANNER.scan_document([Passage("欄外に 123456789018 とあった。")])
    [bad] = SCANNER.scan_document([Passage("欄外に 123456789012 とあった。")])
    assert [(hit.kind, hit.sure) for hit in good] == [(Kind.MY_NUMBER, False)]
    assert [(hit.kind, hit.sure) for hit in bad] == [(Kind.REFERENCE, False)]


def test_every_detector_says_what_it_finds():
    """Each detector has a kind and a reason that ja.toml can explain."""
    from generator.words import word  # noqa: PLC0415 -- read late, so that a broken table fails this test alone

    for detector in DETECTORS:
        assert isinstance(detector.kind, Kind)
        assert word(f"why.{detector.why}")
