"""What nothing explains is asked about: codes without a known name, names that have a cell of their own."""

from __future__ import annotations

import pytest

from generator.redaction.scan import Passage, Scanner

SCANNER = Scanner()

ASKED = {
    "a code after a word nobody listed": ("控え欄 88-2031-771 に印", "88-2031-771"),
    "a code in a bracket": ("同じ方の書類（コード70224-81936-2）を回収", "70224-81936-2"),
    "a long number alone in a sentence": ("付箋には4471920856とだけあった。", "4471920856"),
    "groups of four": ("メモ 6103 228175 を貼付、控は 8120 - 447193", "8120 - 447193"),
    "a surname alone in a sentence": ("回覧の順は磯貝、次が組長である。", "磯貝"),
    "a lot of an unknown place beside a person": ("〔磯貝 晶・南栗目八三の一〕の支援計画", "南栗目八三の一"),
    "a name in a bracket with a code": ("件名「廃止（イソガイ・32-2208）」のまま登録", "イソガイ"),
    "given names that are counted": ("落とし物はえま、りく、ヨウの３名のもの", "えま"),
    "whose device it is": ("表示名の一覧\n・みさっちのiPad\n・会議室PC", "みさっちのiPad"),
    "a day of birth as registers number eras": ("欄外に 3-610914 と 0012345 が残る", "3-610914"),
    "a telephone grouped as nobody groups it": ("所有者　044(000)71-20", "044(000)71-20"),
    "a code with a kanji before it": ("自転車（登録 相-K-0559913）", "相-K-0559913"),
}
LEFT = {
    "a contract": "契約番号　202500417003、契約金額　1,200,000円",
    "numbers of slips in a row": "伝票番号 0042117、0042118、0042120の3件",
    "an insurer": "保険者番号　06130117",
    "a book": "ISBN 978-4-00-000000-0、JANコード4901234567894",
    "a firm's number for invoices": "登録番号：T6010001999123",
    "stamps of time": "2024-05-30 23:14:08 GET / HTTP/1.1 200 48213",
    "a lot": "ロット 20240403-1、製造番号 9042-8817-3305",
    "counts set in columns": "一区　　118　　97　　17　　4\n二区　　 93　　80　　11　　2",
    "firms and places that bear surnames": "磯貝工業、株式会社磯貝、磯貝橋、磯貝医院、字磯貝の水路",
    "people of letters": "夏目漱石、宮部みゆきの著作を集めた棚、松尾芭蕉の道",
    "numbers of things in a row with a person": "磯貝 晶（総務課、内線214、資料2-3、議案12-4）",
    "a telephone of an office": "問合せ　総務課　0467-00-0000",
    "states of a matter": "磯貝 千景／未付番／照会中／604-190027",
}


def asked(text):
    """The stretches that are suspected."""
    return [text[hit.start : hit.end] for hit in SCANNER.scan_document([Passage(text)])[0] if not hit.sure]


@pytest.mark.parametrize("case", ASKED)
def test_asked(case):
    """Whether it is somebody's is for a person to say."""
    text, stretch = ASKED[case]
    assert stretch in asked(text)


@pytest.mark.parametrize("case", LEFT)
def test_left(case):
    """What the words before it explain is not asked about."""
    assert asked(LEFT[case]) == []
