"""PDFs of the example's records: the same words as their pages, the same bytes everywhere, tagged, dated, titled."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.fonts import fonts_of, missing
from generator.pages.all import build_pages
from generator.pages.page import Page
from generator.pipeline import check, public_site
from generator.printing.marks import SIZE_MARK, code_of, pdf_path
from generator.printing.sheet import Around, printed, sheet
from generator.publish.press import Press
from generator.redaction.redact import make_public
from generator.verify.pdf import read_pdf
from generator.verify.pdf.document import _pages, _shown
from generator.verify.pdf.objects import Stream, read_file
from generator.verify.unit import Where

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 9, tzinfo=timezone(timedelta(hours=9)))
FONTS = fonts_of("noto-cjk[sans-jp]")
ON_SCREEN_ONLY = {
    *("k-crumbs", "k-jumps", "k-contents", "k-side", "k-foot", "k-cite", "k-more", "k-screen", "k-words__back"),
    "visually-hidden-head",
}
MARKER = "・"
"""What stands before the items of a list, in an element of its own."""


@pytest.fixture(scope="module")
def pages(scanner) -> list[Page]:
    """The pages of the example's records, with their sheets."""
    checked = check(ROOT, NOW, scanner, lambda _stage: None)
    site = public_site(checked.settled, make_public(checked.settled), checked.settings, NOW)
    return [page for page in build_pages(site) if page.sheet]


@pytest.fixture(scope="module")
def press() -> Press:
    """The press with the shipped emblem."""
    return Press(FONTS, (ROOT / "theme_overrides/assets/crest.svg").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pdfs(pages, press) -> dict[str, tuple[Page, bytes]]:
    """Each page with its PDF, by address."""
    return {one.page.address: (one.page, one.pdf) for one in press.printed(pages)}


class _Text(HTMLParser):
    """The words of a page that paper shows, read without the room that prints them."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[bool] = []

    def handle_starttag(self, tag, attrs) -> None:
        if tag in ("br", "wbr", "hr", "img"):
            return
        found = dict(attrs)
        classes = set((found.get("class") or "").split())
        hidden = found.get("aria-hidden") == "true" or ("visually-hidden" in classes and not (self._in_time()))
        self._open.append(tag == "time" or (self._in_time() and not hidden))
        self._left.append(tag == "nav" or bool(classes & ON_SCREEN_ONLY) or hidden)

    @property
    def _left(self) -> list[bool]:
        self.__dict__.setdefault("_left_out", [])
        return self.__dict__["_left_out"]

    def _in_time(self) -> bool:
        return bool(self._open) and self._open[-1]

    def handle_endtag(self, tag) -> None:
        if tag not in ("br", "wbr", "hr", "img"):
            self._open.pop()
            self._left.pop()

    def handle_data(self, data) -> None:
        if not any(self._left):
            self.words.append(data)


def words_of(page: Page) -> str:
    """All the words of a page that belong on paper, without blanks."""
    reader = _Text()
    reader.feed(str(page.body))
    return "".join("".join(reader.words).split())


def read_words(pdf: bytes) -> str:
    """All the words of a PDF in the order of its structure, without blanks and the signs before items of lists."""
    units = [unit.text for unit in read_pdf(pdf).units if unit.where is Where.SHOWN]
    return "".join("".join(text.split()) for text in units if text != MARKER)


def test_every_record_with_a_page_has_a_pdf(pages) -> None:
    """Announcements, papers, minutes, audits, dispositions and batches are printed; lists and cases are not."""
    kinds = {page.address.split("/")[1] for page in pages}
    assert kinds == {"incidents", "papers", "minutes", "audits", "dispositions", "batches"}
    assert len(pages) == 28
    assert pdf_path(pages[0].address) == f"{pages[0].address.strip('/')}/{pages[0].address.split('/')[2]}.pdf"


def test_paper_and_page_say_the_same(pdfs) -> None:
    """Every word of a page stands in its PDF in the same order, and no other but the head of the press sheet."""
    for page, pdf in pdfs.values():
        said = read_words(pdf).removeprefix("報道機関各位（公印省略）")
        assert said == words_of(page), page.address


def test_pdftotext_reads_the_same(pdfs, tmp_path) -> None:
    """What is copied from a PDF with another program holds every character of the page as often as the page does."""
    page, pdf = pdfs["/incidents/2026-10-16-shikaku-kakuninsho-3/"]
    (tmp_path / "a.pdf").write_bytes(pdf)
    try:
        done = subprocess.run(["pdftotext", "-raw", tmp_path / "a.pdf", "-"], capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("pdftotext is not installed")
    text = "".join(done.stdout.decode().split())
    assert [c for c in set(words_of(page)) if text.count(c) < words_of(page).count(c)] == []


def test_what_is_withdrawn_or_shortened_is_so_on_paper(pdfs) -> None:
    """The PDF of a withdrawn record gives the notice and nothing of the content; a shortened one its abstract."""
    withdrawn = read_words(pdfs["/incidents/2024-12-05-toshokan-moushikomi/"][1])
    assert "取り下げました" in withdrawn
    assert "この発表の要点" not in withdrawn
    shortened = read_words(pdfs["/incidents/2023-07-13-fax/"][1])
    assert "要約だけを載せています" in shortened
    assert "経過" not in shortened


def test_a_pdf_says_what_it_is(pdfs) -> None:
    """Each PDF has its title, its language and date, says that it is PDF/UA-1 and PDF/A-2a, and shows its title."""
    for page, pdf in pdfs.values():
        file = read_file(pdf)
        root, info = file.get(file.trailer["Root"]), file.get(file.trailer["Info"])
        assert info["Title"].decode("utf-16") == page.title
        assert info["CreationDate"].startswith(b"D:20")
        assert (root["Lang"], root["MarkInfo"]["Marked"]) == (b"ja-JP", True)
        assert root["ViewerPreferences"]["DisplayDocTitle"] is True
        xmp = file.get(root["Metadata"]).data.decode()
        for said in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", page.title.split("&")[0]):
            assert said in xmp


def contents(pdf: bytes) -> list[bytes]:
    """The content of each page."""
    file = read_file(pdf)
    pages = [one for one in file.objects.values() if isinstance(one, dict) and one.get("Type") == "Page"]
    found = [file.get(page["Contents"]) for page in pages]
    assert all(isinstance(one, Stream) for one in found)
    return [one.data for one in found]


STRING = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<[0-9A-Fa-f]*>", re.DOTALL)
OPERATOR = re.compile(rb"(?<![A-Za-z/*])(?:BDC|BMC|EMC|TJ|Tj|S|f|Do)(?=[\s/]|$)")


def test_nothing_stands_outside_the_tags(pdfs) -> None:
    """Whatever a page shows, text, line or area, belongs to an element of the structure or is marked as decoration."""
    for address, (_, pdf) in pdfs.items():
        for content in contents(pdf):
            depth = 0
            for found in OPERATOR.findall(STRING.sub(b"()", content)):
                depth += (found in (b"BDC", b"BMC")) - (found == b"EMC")
                assert depth > 0 or found == b"EMC", address
            assert depth == 0


def test_structure_has_the_elements_of_a_document(pdfs) -> None:
    """Headings, paragraphs, lists, tables with heads and links are what they are; the first heading is the title."""
    _, pdf = pdfs["/incidents/2026-10-16-shikaku-kakuninsho-3/"]
    elements = [
        one for one in read_file(pdf).objects.values() if isinstance(one, dict) and one.get("Type") == "StructElem"
    ]
    assert {"Document", "H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "THead", "TH", "TR", "TD", "Link"} <= {
        one["S"] for one in elements
    }
    heads = [one["S"] for one in elements if re.fullmatch("H[1-6]", one["S"])]
    assert heads[0] == "H1"
    assert heads.count("H1") == 1


SAME = """
import sys
from generator.fonts import fonts_of
from generator.publish.press import Press
sys.stdout.buffer.write(Press(fonts_of("noto-cjk[sans-jp]"), "<svg xmlns='http://www.w3.org/2000/svg'/>").typeset(sys.stdin.buffer.read()))
"""


def test_same_sheet_same_bytes(pages, tmp_path) -> None:
    """Two processes in other folders, time zones, languages and with other hashes print the same bytes."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", SAME],
            input=pages[0].sheet,
            capture_output=True,
            check=True,
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "HOME": str(tmp_path)},
        ).stdout
        for folder, seed, zone, language in ((ROOT, "1", "UTC", "C"), (tmp_path, "2", "Asia/Tokyo", "ja_JP.UTF-8"))
    ]
    assert runs[0] == runs[1]
    assert runs[0].startswith(b"%PDF-1.7")


def paper(body: str, title: str = "題") -> bytes:
    """The sheet of a page with this body."""
    whole = (
        '<div class="k-band"><p class="k-band__what">【町】記者発表</p><p class="k-band__date">令和8年</p></div>'
        f'<h1 class="k-sheet__title">{title}</h1>{body}'
    )
    around = Around(title, NOW.date(), ("", ""), ("https://a.example/",), crest=False)
    return sheet(printed(whole, "https://a.example/a/"), around)


MARKUP = '#let x = 1 *太* _斜_ `#panic()` $x$ @a <b> [[c]] \\u{41} // /* = - + ~ #eval("1") ]) ));'


def test_words_are_never_markup(press) -> None:
    """Whatever an author types is set as it was typed: no sign of Typst means anything in it."""
    escaped = MARKUP.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&#34;")
    pdf = press.typeset(paper(f"<p>{escaped}</p>", "題 #panic() *a*"))
    assert "".join(MARKUP.split()) in read_words(pdf)
    assert "題#panic()*a*" in read_words(pdf)


RARE = "髙﨑𠮷葛󠄀葛辻󠄀①㈱ヷ彅"


def test_rare_characters(press) -> None:
    """Variants of kanji that names need are in the fonts, each with a glyph of its own, and can be copied."""
    assert list(missing(RARE, FONTS)) == []
    pdf = press.typeset(paper(f"<p>{RARE}</p>"))
    assert RARE in read_words(pdf)
    outlines = [
        [one.data for one in read_file(press.typeset(paper(f"<p>{text}</p>"))).objects.values() if is_font(one)]
        for text in ("葛", "葛󠄀")
    ]
    assert outlines[0] != outlines[1]


def is_font(value) -> bool:
    """Whether an object holds the outlines of a font."""
    return isinstance(value, Stream) and value.about.get("Subtype") == "CIDFontType0C"


def test_a_long_table_goes_on_with_its_heads(press) -> None:
    """A table of 45 rows breaks over pages and its heads stand on each of them; all cells fit between the margins."""
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("番号", "所管", "概要", "対応", "人数"))
    rows = "".join(
        f'<tr><th scope="row">第{n}号</th><td>町民課</td><td>証明書の交付のときに、前の方の封筒を渡した。</td>'
        f'<td>その日のうちに回収してお詫びした。</td><td class="k-num">{n}人</td></tr>'
        for n in range(1, 46)
    )
    pdf = press.typeset(paper(f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"))
    words = read_words(pdf)
    assert words.count("第45号") == 1
    assert words.count("番号所管概要対応人数") == 1
    file = read_file(pdf)
    shown = (_shown(file, page, file.get(page["Contents"]), {}) for page in _pages(file).values())
    first, *others = ("".join(one.outside) for one in shown)
    assert others
    assert all("番号所管概要対応人数" in text for text in others)
    assert "番号所管" not in first


def test_a_sheet_that_cannot_be_set_stops_the_build(published) -> None:
    """A character without a glyph is a problem at the page's address, never an empty box and never a traceback."""
    page = Page("/incidents/a/", "題", "<p>本文</p>", frozenset({"a"}), sheet=paper("<p>絵\U0001f600文字</p>"))
    built = published([page])
    assert [(p.code, p.place.path) for p in built.problems] == [("E372", "/incidents/a/")]


def test_the_pdf_lies_beside_its_page(published) -> None:
    """A PDF is an output owned by whose words its page carries, and the page tells its size."""
    page = Page("/incidents/a/", "題", f"<p>PDF（{SIZE_MARK}）</p>", frozenset({"a"}), sheet=paper("<p>本文</p>"))
    built = published([Page("/", "町", "<p>町</p>", frozenset()), page])
    assert built.problems == []
    assert [output.owners for output in built.outputs if output.path == "incidents/a/a.pdf"] == [frozenset({"a"})]
    size = round((built.site / "incidents/a/a.pdf").stat().st_size / 1000)
    assert f"PDF（1ページ、{size}KB）" in built.text("incidents/a/index.html")


def test_what_the_press_made_before_is_not_made_again(pages) -> None:
    """A sheet that a shelf holds is taken from it; another emblem or another sheet is another key."""

    class Shelf(dict):
        def put(self, key, value):
            self[key] = value

    shelf = Shelf()
    crest = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    first = [one.pdf for one in Press(FONTS, crest, shelf).printed(pages[:2])]
    for key in shelf:
        shelf[key] = b"kept"
    assert [one.pdf for one in Press(FONTS, crest, shelf).printed(pages[:2])] == [b"kept", b"kept"]
    assert [one.pdf for one in Press(FONTS, crest + " ", shelf).printed(pages[:2])] == first


@pytest.mark.parametrize(
    ("character", "is_missing"),
    [("😀", True), ("ก", True), ("❤", True), ("𠮷", False), ("\u3099", False), ("\ufe0f", False), ("\u3000", False)],
    ids=["emoji", "Thai", "heart", "rare kanji", "combining", "selector", "ideographic space"],
)
def test_missing_characters(character: str, is_missing: bool) -> None:  # noqa: FBT001 -- a column of the table
    """What the fonts lack is known before anything is printed."""
    assert [found for _, found in missing(f"あ{character}", FONTS)] == ([character] if is_missing else [])


def test_codes_are_of_words_alone() -> None:
    """照合記号 stays while the words do, whatever is changed round them, and changes with a single word."""
    codes = [
        printed(body, "https://a.example/").code
        for body in ("<p>本文</p>", '<div><p class="a">本文</p></div>', "<p>本 文</p>")
    ]
    assert codes[0] == codes[1] != codes[2]


def test_codes_are_no_numbers_and_no_words() -> None:
    """The code of a content is three groups of four consonants, another one for another content."""
    assert re.fullmatch("[BCDFGHJKLMNPQRSTVWXZ]{4}(-[BCDFGHJKLMNPQRSTVWXZ]{4}){2}", code_of(b"a"))
    assert code_of(b"a") != code_of(b"b")
