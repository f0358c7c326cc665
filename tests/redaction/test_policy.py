"""What stays public although a detector finds it, where it does and where it does not; and what may stand nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from settled_records import CAUSE, PEOPLE, TYPE, cause, settled, told
from typed_records import draft

from generator.redaction.policy import public_field
from generator.redaction.redact import make_public

if TYPE_CHECKING:
    from generator.redaction.scan import Scanner

TITLE = "件名: 介護保険料の通知書を誤って送付した事案について"
DISPOSITION = "  状態: 該当なし\n  説明: 処分に当たる行為はありませんでした。"
PHONE = "    電話: 0400-10-2130"
RESIDENTS = "住民の皆様へ: 対象の方には個別にお知らせしました。ほかの方にお願いすることはありません。"

STAYS = {
    "own telephone by its prefix": ("0400-10-2100へ電話してください。", "own-phone"),
    "own telephone in full width": ("０４００－１０－２１００へ電話してください。", "own-phone"),
    "own telephone without hyphens": ("電話番号は0400102100です。", "own-phone"),
    "own mail": ("kaigo@town.haru.exampleへ送った。", "own-mail"),
    "own mail of a sub-domain": ("kaigo@mail.town.haru.exampleへ送った。", "own-mail"),
    "own address": ("住所は汐見県波留町浜通二丁目3番4号です。", "own-address"),
    "office holder behind the post": ("町長 真鍋 征四郎が話した。", "official"),
    "office holder behind the post and の": ("町長の真鍋征四郎が話した。", "official"),
    "office holder before the post": ("真鍋征四郎町長が話した。", "official"),
}
GOES = {
    "another telephone": "0411-10-2100へ電話してください。",
    "a telephone that only ends like the own": "090-0400-1021へ電話してください。",
    "another mail": "kaigo@town.haru.example.comへ送った。",
    "a mail whose domain only ends like the own": "kaigo@faketown.haru.exampleへ送った。",
    "a neighbour of the own address": "住所は汐見県波留町浜通二丁目3番5号です。",
    "the street of the own address": "対象の方の住所は汐見県波留町浜通二丁目です。住所：波留町浜通二丁目3番",
    "a resident beside a facility of the same name": "若山小学校の若山さんの封筒を取り違えた。",
    "a namesake of an office holder": "真鍋 征四郎さんの封筒を取り違えた。",
    "another holder of the post": "元町長の相馬 冬樹さんの封筒を取り違えた。",
    "a relative of an office holder": "町長の妻、真鍋 汐里さんの封筒を取り違えた。",
}


@pytest.mark.parametrize("name", STAYS)
def test_what_is_the_town_s_own_stays(name: str, scanner: Scanner) -> None:
    """The settings' numbers, domains, address and office holders beside their post stay readable, with the reason."""
    text, reason = STAYS[name]
    read, reasons, codes = cause(scanner, text)
    assert (read.rstrip(), reasons, codes) == (text, [reason], [])


@pytest.mark.parametrize("name", GOES)
def test_what_only_looks_like_it_goes(name: str, scanner: Scanner) -> None:
    """A number, mail, address or name that is not the settings' own is withheld."""
    read, reasons, _ = cause(scanner, GOES[name])
    assert reasons == []
    assert "〔" in read


CONTACT = {
    "name": ("    氏名: 長谷部 弓彦\n", []),
    "post and name": ("    職: 課長\n    氏名: 長谷部 弓彦\n", []),
    "fax": ("    FAX: 0400-10-2131\n", []),
    "own mail": ("    メール: hokenka@town.haru.example\n", []),
    "extension": ("    内線: 2131\n", []),
    "hours": ("    受付時間: 平日 8時30分～17時15分\n", []),
    "mobile fax": ("    FAX: 080-0000-2131\n", ["S403"]),
    "mobile in full width": ("    FAX: ０９０－００００－２１３１\n", ["S403"]),
    "international mobile": ("    FAX: +81-90-0000-2131\n", ["S403"]),
    "international mobile with a zero in brackets": ("    FAX: +81 (0)90-0000-2131\n", ["S403"]),
    "mobile in kanji": ("    FAX: 〇九〇-二二二二-二一三一\n", ["S403"]),
    "other mail": ("    メール: hokenka@mail.example.com\n", ["S404"]),
    "marked mobile": ("    FAX: ［公開：080-0000-2131］\n", []),
    "marked mail": ("    メール: ［公開：hokenka@mail.example.com］\n", []),
}


@pytest.mark.parametrize("name", CONTACT)
def test_an_entry_of_the_contacts(name: str, scanner: Scanner) -> None:
    """Name, telephone, FAX and mail of a contact are public; a mobile number or a foreign mail waits for a person."""
    lines, codes = CONTACT[name]
    texts, _, found = told(scanner, (PHONE, f"{lines}{PHONE}"))
    assert found == codes
    if not codes:
        assert [key for key, text in texts.items() if key.startswith("contacts") and "〔" in text] == []


def test_what_else_stands_in_a_contact_is_withheld(scanner: Scanner) -> None:
    """A private number behind the hours is no contact's number."""
    texts, _, _ = told(scanner, (PHONE, f"{PHONE}\n    受付時間: 平日の昼間（時間外は相馬さん 090-0000-7788）"))
    assert "7788" not in texts["contacts.0.hours"]
    assert "相馬" not in texts["contacts.0.hours"]


def test_the_contact_of_advice_is_public_too(scanner: Scanner) -> None:
    """問い合わせ先 in 住民の皆様へ names the person to call as 担当 does."""
    advice = "住民の皆様へ:\n  問い合わせ先:\n    - 所属: 保険年金課\n      氏名: 長谷部 弓彦\n      電話: 0400-10-2130"
    texts, _, codes = told(scanner, (RESIDENTS, advice))
    assert (texts["for_residents.body.contacts.0.name"], codes) == ("長谷部 弓彦", [])


@pytest.mark.parametrize(
    ("path", "public"),
    [
        (("contacts", 0, "name"), True),
        (("contacts", 0, "fax"), True),
        (("contacts", 0, "hours"), False),
        (("contacts", 0, "post"), False),
        (("for_residents", "body", "contacts", 0, "phone"), True),
        (("contractor", "name"), False),
        (("title",), False),
    ],
)
def test_public_fields_are_pairs_of_field_and_kind(path: tuple[str | int, ...], public: bool) -> None:  # noqa: FBT001
    """Only the name, numbers and mail of contacts are public by policy."""
    assert (public_field(path) is not None) is public


REFUSED = {
    "name in the title": ((TITLE, f"{TITLE}（相馬 冬樹さん）"), "E316", "件名"),
    "telephone in the title": ((TITLE, f"{TITLE}（090-0000-7788）"), "E316", "件名"),
    "stand-in in the title": ((TITLE, f"{TITLE}（［氏名］）"), "E316", "件名"),
    "name of a warned person": (
        (DISPOSITION, "  - 処分: 文書注意\n    職: 主事\n    理由: 相馬 冬樹主事が省いたため"),
        "E317",
        "処分[1].理由",
    ),
    "name beside a pay cut": (
        (DISPOSITION, "  - 処分: 減給\n    理由: 相馬 冬樹主事が省いたため"),
        "E317",
        "処分[1].理由",
    ),
    "name in the preface": (
        (DISPOSITION, "  前文: 相馬 冬樹主事についてです。\n  一覧:\n    - 処分: 免職"),
        "E317",
        "処分.前文",
    ),
    "name in the letter": (
        (TYPE, f"{TYPE}\n登場者:\n  - {{仮名: 相馬 冬樹さん, 区分: 住民}}"),
        "E407",
        "登場者[1].仮名",
    ),
}
ALLOWED = {
    "office holder in the title": (TITLE, f"{TITLE}（町長 真鍋 征四郎）"),
    "own telephone in the title": (TITLE, f"{TITLE}（0400-10-2100）"),
    "name marked public in the title": (TITLE, f"{TITLE}（［公開：相馬 冬樹］さん）"),
    "name beside a dismissal": (DISPOSITION, "  - 処分: 免職\n    理由: 相馬 冬樹主事が省いたため"),
    "a withheld number in a disposition": (
        DISPOSITION,
        "  - 処分: 文書注意\n    理由: 090-0000-7788へ誤って電話したため",
    ),
    "plain letters": (TYPE, f"{TYPE}\n登場者:\n  - {{仮名: 職員Ａ, 区分: 職員}}\n  - {{仮名: 住民Ｂ, 区分: 住民}}"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_identifier_is_refused_where_none_may_stand(name: str, scanner: Scanner) -> None:
    """Title, dispositions and letters hold no identifier, not even a withheld one."""
    change, code, field = REFUSED[name]
    (record,) = settled([draft(change)], scanner)
    assert {(problem.code, problem.field) for problem in record.problems} == {(code, field)}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_may_stand_there_is_not_refused(name: str, scanner: Scanner) -> None:
    """Office holders, own numbers, a mark of a person, and a name that 公表基準 allows are no error."""
    assert told(scanner, ALLOWED[name])[2] == []


def test_a_name_beside_a_dismissal_stays_for_its_reason(scanner: Scanner) -> None:
    """公表基準 lets the name stand beside that disposition, and nowhere else in the record."""
    change = (
        DISPOSITION,
        "  - 処分: 免職\n    理由: 相馬 冬樹主事が省いたため\n  - 処分: 戒告\n    理由: 監督が足りなかったため",
    )
    texts, kept, _ = told(scanner, change, (CAUSE, "原因: 相馬 冬樹主事が省いた。"))
    assert kept == [("氏名", "criteria")]
    assert "相馬" in texts["dispositions.body.rows.0.reason"]
    assert "相馬" not in texts["causes.body.blocks.0.text"]


NAMED = (CAUSE, "原因: 長谷部 弓彦さんの通知書の宛名を確かめなかった。")


def ids_refused(scanner: Scanner, name: str, number: str = "r08-004") -> list[str]:
    """The fields whose id is refused in a record that names somebody."""
    record = draft(NAMED, ("発表区分: 単独", f"発表区分: 第一報\n事案番号: {number}"), name=name)
    return [problem.field for problem in settled([record], scanner)[0].problems if problem.code == "E408"]


@pytest.mark.parametrize(
    ("name", "number", "fields"),
    [
        ("2026-05-20-hasebe", "r08-004", [""]),
        ("2026-05-20-yumihiko-tsuchi", "r08-004", [""]),
        ("2026-05-20-09000007788", "r08-004", [""]),
        ("2026-05-20-tsuchi", "hasebe-yumihiko", ["事案番号"]),
        ("2026-05-20-hasebe", "hasebe", ["", "事案番号"]),
    ],
)
def test_an_id_tells_nobody(name: str, number: str, fields: list[str], scanner: Scanner) -> None:
    """The romanised name of somebody in the case, or a number, is refused in a file's name and in the case's number."""
    assert ids_refused(scanner, name, number) == fields


@pytest.mark.parametrize(
    "name",
    [
        "2026-05-20-hokenryo-gosofu",
        "2026-05-20-juminhyo-gokofu",
        "2026-05-20-usb-funshitsu",
        "2026-05-20-tanaka-hanako",
        "2026-05-gyosei-kansa",
    ],
)
def test_an_ordinary_id_is_left(name: str, scanner: Scanner) -> None:
    """A date and what happened are no person, and romanised words of nobody in the case say little."""
    assert ids_refused(scanner, name) == []


PROTECTED = (PEOPLE, f"{PEOPLE}\n  支援措置: あり\n  支援措置の確認: 確認済")
HIDDEN = {
    "a facility of the settings": "波留町立図書館で渡した。",
    "a nursery": "浜通保育園で渡した。",
    "a school": "汐見第二小学校で渡した。",
    "a hospital": "波留中央病院で渡した。",
    "a district": "南浜地区で渡した。",
    "a block": "浜通二丁目で渡した。",
    "a neighbourhood's association": "南浜町内会へ渡した。",
    "a home": "浜通二丁目9番1号の自宅で渡した。",
    "the own address": "住所は汐見県波留町浜通二丁目3番4号です。",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_protected_record_names_no_place(name: str, scanner: Scanner) -> None:
    """With 支援措置 no place below the municipality and no facility is readable; without it a facility is."""
    text = HIDDEN[name]
    read, kept, codes = cause(scanner, text, PROTECTED)
    assert (kept, codes) == ([], [])
    assert "〔住所〕" in read
    for part in ("図書館", "保育園", "小学校", "病院", "南浜", "二丁目"):
        assert part not in read


@pytest.mark.parametrize(
    "text", ["各小学校へ知らせた。", "町営住宅へ知らせた。", "波留町で起きた。", "汐見県へ報告した。"]
)
def test_a_protected_record_still_says_what_happened(text: str, scanner: Scanner) -> None:
    """Kinds of facilities and the municipality itself stay."""
    assert cause(scanner, text, PROTECTED)[0].rstrip() == text


def test_a_protected_record_keeps_its_contact(scanner: Scanner) -> None:
    """The office to call is told even there."""
    texts, _, _ = told(scanner, PROTECTED, ("  - 所属: 保険年金課", "  - 所属: 波留町立図書館"))
    assert texts["contacts.0.section"] == "波留町立図書館"


@pytest.mark.parametrize("text", ["波留町立図書館で渡した。", "汐見第二小学校で渡した。"])
def test_without_protection_a_facility_stays(text: str, scanner: Scanner) -> None:
    """Public facilities are named in other records."""
    assert cause(scanner, text)[0].rstrip() == text


def test_short_and_ambiguous_strings_are_looked_for_in_their_own_pages_only(scanner: Scanner) -> None:
    """A date of birth or a short name means something else elsewhere; a full name or number goes everywhere."""
    records = settled(
        [draft((CAUSE, "原因: 生年月日 昭和52年3月5日の長谷部 弓彦さんと［氏名：原］が、090-0000-7788で話した。"))],
        scanner,
    )
    everywhere = {one.kind.value: one.everywhere for one in make_public(records).withheld if len(one.folded) > 1}
    assert everywhere == {"生年月日": False, "氏名": True, "電話": True}
    assert [one.everywhere for one in make_public(records).withheld if len(one.folded) == 1] == [False]
