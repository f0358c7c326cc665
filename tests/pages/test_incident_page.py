"""The page of one announcement."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from generator.pages.incident import incident_pages
from generator.pages.links import Links
from generator.pages.threads import Threads


def threaded(site):
    """A site with the threads through it."""
    return site, Threads(Links(site))


def page_of(site, record, *others, **values):
    """The page of one record of a site."""
    return next(
        page for page in incident_pages(*threaded(site(record, *others, **values))) if f"/{record.id}/" in page.address
    )


class Outline(HTMLParser):
    """Headings, ids and the words of a page."""

    def __init__(self, html):
        super().__init__()
        self.levels, self.ids, self.words = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Keep levels of headings, and ids."""
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.ids.extend(value for name, value in attrs if name == "id")

    def handle_data(self, data):
        """Keep words."""
        self.words.append(data.strip())

    @property
    def text(self):
        """All words."""
        return " ".join(word for word in self.words if word)


def test_smallest(incident, site, golden):
    """The smallest announcement, as reviewed line by line."""
    golden("incident-smallest", page_of(site, incident()).body)


def test_follow_up(chain, site, golden):
    """A follow-up with changes, a correction and a newer report, as reviewed line by line."""
    golden("incident-follow-up", page_of(site, chain[1], chain[0], chain[2]).body)


def test_withdrawn(incident, site, golden):
    """A withdrawn record keeps title, reason and date, and loses its content."""
    record = incident(
        公開="\n  状態: 撤回\n  理由: 対象でない事業者を載せていたため。",
        改訂="\n  - 版: 2\n    日時: 2026-06-02\n    区分: 撤回\n    理由: 別の理由",
        要約="要約の言葉。",
    )
    page = page_of(site, record)
    golden("incident-withdrawn", page.body)
    assert not re.search("要約の言葉|お詫び|0400-99-0101|宛名", page.body + page.description)


@pytest.mark.parametrize(
    ("expiry", "kept", "gone"),
    [
        pytest.param("要約のみ", "要約の言葉", "宛名を", id="abstract-only"),
        pytest.param("撤回", "取り下げました", "要約の言葉", id="withdrawn"),
    ],
)
def test_expired(incident, site, expiry, kept, gone):
    """After 掲載終了 the page keeps what the record says it keeps, and no more."""
    end = f"\n  状態: 公開\n  掲載終了:\n    日: 2026-11-30\n    扱い: {expiry}"
    page = page_of(site, incident(公開=end, 要約="要約の言葉。"))
    assert kept in page.body
    assert gone not in page.body


def test_plain_abstract_first(incident, site):
    """やさしい要約 stands right after the title, its paragraphs apart; then the ways on, then what is formal."""
    body = page_of(
        site, incident(やさしい要約="|\n  まちがえました。\n\n  電話をしてください。", 要約="誤りました。")
    ).body
    words = (
        "</h1>",
        "やさしい要約",
        "<p>まちがえました。</p>",
        "<p>電話をしてください。</p>",
        "k-jumps",
        "誤りました。",
        "k-strip",
    )
    places = [body.index(word) for word in words]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("state", "there"),
    [
        pytest.param("公開\n  掲載終了:\n    日: 2026-11-30\n    扱い: 要約のみ", True, id="abstract-only"),
        pytest.param("撤回\n  理由: 誤り", False, id="withdrawn"),
    ],
)
def test_plain_abstract_of_what_is_shown_no_more(incident, site, state, there):
    """やさしい要約 stays with 要約 and goes with it."""
    body = page_of(site, incident(公開=f"\n  状態: {state}", やさしい要約="まちがえました。")).body
    assert ("まちがえました。" in body) == there


def test_on_its_last_day(incident, site):
    """On the day of 掲載終了 everything is still there."""
    end = "\n  状態: 公開\n  掲載終了:\n    日: 2026-12-01\n    扱い: 撤回"
    assert "宛名を" in page_of(site, incident(公開=end)).body


HEADED = "\n{0}- 見出し: 一\n{0}  内容:\n{0}    - 見出し: 二\n{0}      内容: 本文\n{0}- 項目:\n{0}    名: 値"


def test_sound_outline(chain, site, incident):
    """One h1, no level skipped, every id once, every anchor has its target, whatever headings an author nests."""
    nested = incident(
        "nested",
        概要=HEADED.format("  "),
        原因=HEADED.format("  "),
        対応=HEADED.format("  "),
        経過="\n  - 日付: 2026-05-19\n    内容:" + HEADED.format("      "),
        再発防止策="\n  - 内容:" + HEADED.format("      ") + "\n    これまで: なし",
        住民の皆様へ="\n  対象:" + HEADED.format("    "),
        別紙="\n  - 番号: 別紙１\n    名称: 一覧\n    内容:" + HEADED.format("      "),
        発言="\n  - 職: 町長\n    文:" + HEADED.format("      "),
    )
    for page in incident_pages(*threaded(site(*chain, nested))):
        outline = Outline(page.body)
        assert outline.levels.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(outline.levels, outline.levels[1:], strict=False))
        assert len(outline.ids) == len(set(outline.ids))
        assert set(re.findall('href="#([^"]+)"', page.body)) <= set(outline.ids)


def test_two_tables_of_dispositions(chain, site):
    """Only 地方公務員法29条 stands under 懲戒処分; the other measures have a table of their own."""
    body = page_of(site, chain[1], chain[0]).body
    disciplinary, other = re.findall("<caption>(.*?)</table>", body.split('id="dispositions"')[1], re.DOTALL)[:2]
    assert disciplinary.startswith("懲戒処分")
    assert "戒告" in disciplinary
    assert "訓告" not in disciplinary
    assert other.startswith("その他の措置")
    assert "懲戒処分ではないもの" in other


def test_no_word_of_discipline_without_one(incident, site):
    """Measures that are none are never called 懲戒処分."""
    body = page_of(site, incident(処分="\n  - 処分: 厳重注意\n    人数: 1")).body
    assert "懲戒処分" not in body.replace("懲戒処分ではないもの", "")


def test_contact_elements(incident, site):
    """Name, telephone, fax and mail of a contact each stand alone in an element."""
    contact = (
        "\n  - 所属: 税務課\n    職: 課長\n    氏名: 架空 一郎\n    電話: 0400-99-0101\n"
        "    内線: '123'\n    FAX: 0400-99-0102\n    メール: zei@shiomi.example"
    )
    body = page_of(site, incident(担当=contact)).body
    for element in (
        '<span class="k-person">架空 一郎</span>',
        '<a class="k-nb" href="tel:0400990101">0400-99-0101</a>',
        '<span class="k-phone">123</span>',
        '<span class="k-phone k-nb">0400-99-0102</span>',
        '<a href="mailto:zei@shiomi.example">zei@shiomi.example</a>',
    ):
        assert element in body


def test_residents_telephone(incident, site):
    """The number to call is that of 問い合わせ先, else of the first 担当 that has one."""
    own = "\n  対象: 連絡しました。\n  問い合わせ先:\n    - 所属: 専用窓口\n      電話: 0400-99-0199"
    assert 'class="k-tel" href="tel:0400990199"' in page_of(site, incident(住民の皆様へ=own)).body
    assert 'class="k-tel" href="tel:0400990101"' in page_of(site, incident()).body


def test_unknowns(incident, site):
    """Each open matter has its words and the promised date, or that none is set."""
    record = incident(
        原因="\n  状態: 調査中\n  説明: 記録を調べています。\n  公表予定: 2026-06-30",
        処分="\n  状態: 検討中",
    )
    words = Outline(page_of(site, record).body.split('id="unknowns"')[1]).text
    assert "記録を調べています。 令和8年6月30日（火） までに公表" in words
    assert "職員の処分等を検討しています。 公表時期は決まっていません" in words


def test_changed_values_say_so(chain, site):
    """A changed value is marked with a word and gives the old one."""
    words = Outline(page_of(site, chain[1], chain[0]).body).text
    assert "29 人 変更 第1報では 3人" in words
    assert "氏名、住所、 保険料額 追加" in words


def test_newer_report(chain, site):
    """An older report leads to the newest of its case; the newest doesn't."""
    notice = "この事案には、新しい発表があります"
    assert notice in page_of(site, chain[0], chain[2]).body
    assert notice not in page_of(site, chain[2], chain[0]).body


def test_legend(incident, site):
    """Where a word is withheld the page says why; a letter is explained by 登場者, unless it says itself who it is."""
    plain_page = page_of(site, incident()).body
    withheld = page_of(site, incident(概要="［氏名］さんに送りました。")).body
    lettered = page_of(
        site,
        incident(
            概要="［氏名＝職員Ａ］が［氏名＝Ｂさん］に送りました。",
            登場者="\n  - 仮名: 職員Ａ\n    区分: 職員\n  - 仮名: Ｂさん\n    区分: 住民",
        ),
    ).body
    assert "k-legend" not in plain_page
    assert "伏せた箇所です" in withheld
    assert "伏せた箇所です" not in lettered
    assert "職員Ａ、Ｂさん（住民）" in lettered


def test_ways_to_more_of_the_kind(chain, site, incident):
    """種別 and 所管 lead to their lists; what the newest report says no more has none to lead to."""
    newest = incident(
        "2026-10-01-z",
        発表日="2026-10-01",
        発表区分="続報",
        事案番号="r8-kaigo",
        事案種別="誤交付",
        担当="\n  - 所属: 介護課",
    )
    old, new = (page_of(site, record, *others).body for record, *others in ((chain[0], newest), (newest, chain[0])))
    assert '<dd><a href="../../types/wrong-handover/">誤交付</a></dd>' in new
    assert '<dd><a href="../../sections/other/">介護課</a></dd>' in new
    assert "<dd>誤送付</dd>" in old


def test_no_link_in_a_link(incident, site):
    """A link in a heading of the author's is left out where the heading itself is a link."""
    record = incident(概要="\n  見出し: '[概要](https://a.example/)です'\n  内容: 本文")
    body = page_of(site, record).body
    assert '<a href="https://a.example/">概要</a>です</h2>' in body
    assert not re.search("<a [^>]*>(?:(?!</a>).)*<a ", body, re.DOTALL)


def test_abstract_default(incident, site):
    """Without 要約 the first sentence of 概要 stands for it."""
    page = page_of(site, incident())
    assert page.description == "通知書1通を別の方に送りました。"


def test_abstract_without_mark(incident, site):
    """A mark of a list is no part of a sentence that stands alone."""
    assert page_of(site, incident(概要="\n  - （１）送りました。次。\n  - （２）別。")).description == "送りました。"


def test_headings_of_the_author(incident, site):
    """A section under a heading of its own keeps it, wherever it stands on the page."""
    record = incident(
        原因="\n  見出し: なぜ起きたか\n  内容: 確かめませんでした。",
        判明="\n  見出し: 気付いた日\n  内容: 2026-05-19",
        結び="\n  見出し: おわりに\n  内容: 取り組みます。",
        住民の皆様へ="\n  見出し: 納税された皆様へ\n  内容: 連絡しました。",
    )
    words = Outline(page_of(site, record).body).text
    assert all(heading in words for heading in ("なぜ起きたか", "気付いた日", "おわりに", "納税された皆様へ"))


def test_page_values(chain, site, incident):
    """A page carries the words of its record, of its case and of what is related, and says so."""
    other = incident("other", 関連=f"\n  - {chain[1].id}")
    page = page_of(site, chain[1], chain[0], other, drafts=frozenset({chain[1].id}))
    assert page.address == "/incidents/2026-05-23-kaigo-2/"
    assert page.owners == {"r8-kaigo", chain[0].id, chain[1].id, "other"}
    assert page.modified.isoformat() == "2026-05-25"
    assert page.template == "record.html"
    assert page.draft


def test_no_way_to_what_is_not_there(chain, site):
    """Every link inside the site leads to a page that exists or to a list."""
    pages = {page.address for page in incident_pages(*threaded(site(*chain)))}
    body = page_of(site, chain[0], *chain[1:]).body
    for way in re.findall('href="../../(incidents/[^"]+/)"', body):
        assert f"/{way}" in pages
