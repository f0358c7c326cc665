"""PDFs: a name is found wherever a reader meets it, however it is cut; what can't be read whole is not released."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tiny_pdf import codes, hexed, literal, shown, stream, tiny_pdf

from generator.verify.pdf import read_pdf
from generator.verify.pdf.strings import literal as literal_of
from generator.verify.unit import Where

if TYPE_CHECKING:
    from staged import Staged

NAME = "海老名青葉"
FIRST, REST = NAME[:2], NAME[2:]
PATH = "incidents/a/a.pdf"


def span(text: str, mcid: int) -> bytes:
    """One marked run."""
    return f"/Span<</MCID {mcid}>>BDC\nBT/f0 9 Tf <{codes(text)}>Tj\nET\nEMC".encode()


def two(kids: bytes) -> dict[int, bytes]:
    """A paragraph of more than one run."""
    return {4: b"<</Type/StructElem/S/P/P 3 0 R/K[" + kids + b"]/Pg 5 0 R>>"}


FORM = b"/Type/XObject/Subtype/Form/Resources<</Font<</f0 6 0 R>>>>"
XMP = '<?xpacket begin="" id="W"?><x:x xmlns:x="a" xmlns:d="d"><d:title>{}</d:title></x:x><?xpacket end="r"?>'

LEAKS = {
    "shown": tiny_pdf(shown(NAME)),
    "kerned": tiny_pdf(f"/Span<</MCID 0>>BDC\nBT/f0 9 Tf [<{codes(FIRST)}>-120<{codes(REST)}>]TJ\nET\nEMC".encode()),
    "each glyph placed": tiny_pdf(
        b"/Span<</MCID 0>>BDC\nBT/f0 9 Tf " + b"".join(b"<%s>Tj 9 0 Td " % codes(c).encode() for c in NAME) + b"ET\nEMC"
    ),
    "over two lines": tiny_pdf(span(FIRST, 0) + b"\n" + span(REST, 1), more=two(b"0 1")),
    "in a link and before it": tiny_pdf(
        span(FIRST, 0) + b"\n" + span(REST, 1),
        more=two(b"0 9 0 R") | {9: b"<</Type/StructElem/S/Link/P 4 0 R/K[1]/Pg 5 0 R>>"},
    ),
    "drawn in another order than read": tiny_pdf(span(REST, 0) + b"\n" + span(FIRST, 1), more=two(b"1 0")),
    "codes in brackets": tiny_pdf(
        b"/Span<</MCID 0>>BDC\nBT/f0 9 Tf ("
        + b"".join(b"\\%03o" % byte for byte in bytes.fromhex(codes(NAME)))
        + b")Tj\nET\nEMC"
    ),
    "unseen": tiny_pdf(f"/Span<</MCID 0>>BDC\nBT 3 Tr/f0 9 Tf <{codes(NAME)}>Tj\nET\nEMC".encode()),
    "running head": tiny_pdf(
        f"/Artifact<</Type/Pagination>>BDC\nBT/f0 9 Tf <{codes(NAME)}>Tj\nET\nEMC\n".encode() + shown("職員")
    ),
    "outside all marks": tiny_pdf(f"BT/f0 9 Tf <{codes(NAME)}>Tj\nET\n".encode() + shown("職員")),
    "read in place of glyphs": tiny_pdf(
        b"/Span<</MCID 0>>BDC\nBT/Span<</ActualText%s>>BDC/f0 9 Tf <0001>Tj\nEMC\nET\nEMC" % hexed(NAME)
    ),
    "under what is read": tiny_pdf(
        f"/Span<</MCID 0>>BDC\nBT/Span<</ActualText(a)>>BDC/f0 9 Tf <{codes(NAME)}>Tj\nEMC\nET\nEMC".encode()
    ),
    "title": tiny_pdf(more={9: b"<</Title" + hexed(NAME) + b">>"}),
    "title in escapes": tiny_pdf(more={9: b"<</Title" + literal(NAME) + b">>"}),
    "outline": tiny_pdf(more={9: b"<</Parent 1 0 R/Title" + hexed(NAME) + b"/Dest[5 0 R/XYZ 0 0 0]>>"}),
    "alternative text": tiny_pdf(
        more={4: b"<</Type/StructElem/S/P/P 3 0 R/Alt" + hexed(NAME) + b"/K[0]/Pg 5 0 R>>"}
    ),
    "target of a link": tiny_pdf(
        more={9: b"<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://a.example/" + NAME.encode() + b")>>>>"}
    ),
    "target of a link, encoded": tiny_pdf(
        more={
            9: b"<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://a.example/"
            + "".join(f"%{byte:02X}" for byte in NAME.encode()).encode()
            + b")>>>>"
        }
    ),
    "words for a link": tiny_pdf(more={9: b"<</Type/Annot/Subtype/Link/Contents" + hexed(NAME) + b">>"}),
    "in a list of strings": tiny_pdf(more={9: b"[" + hexed(NAME) + b"]"}),
    "a name of the file's own": tiny_pdf(
        more={9: b"<</" + "".join(f"#{byte:02X}" for byte in NAME.encode()).encode() + b" 1>>"}
    ),
    "metadata": tiny_pdf(more={9: stream(XMP.format(NAME).encode(), b"/Type/Metadata/Subtype/XML", packed=False),
                               1: b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/Metadata 9 0 R>>"}),
    "drawn from elsewhere": tiny_pdf(
        b"/x0 Do\n" + shown("職員"), more={9: stream(b"BT/f0 9 Tf <%s>Tj ET" % codes(NAME).encode(), FORM)}
    ),
    "a property of a stretch": tiny_pdf(b"/Span<</MCID 0/E" + hexed(NAME) + b">>BDC\nEMC"),
}  # fmt: skip


@pytest.mark.parametrize("place", LEAKS)
def test_a_name_in_a_pdf_is_found(staged: Staged, place: str) -> None:
    """What was withheld is found in a PDF wherever an eye, a machine or a screen reader meets it."""
    staged.withhold(NAME)
    staged.put(PATH, LEAKS[place])
    assert set(staged.codes()) == {"L701"}


def test_the_same_files_without_the_name_are_clean(staged: Staged) -> None:
    """A PDF of the same form that holds no name is released."""
    staged.withhold(NAME)
    staged.put(PATH, tiny_pdf())
    assert staged.codes() == []


@pytest.mark.parametrize(
    ("title", "where"),
    [
        pytest.param("k86PF/qTRqOzkY+ImfID+tw==_source", Where.ATTRIBUTE, id="longer than a digest"),
        pytest.param("k86PF/qTRqOzkY+ImfIDtw==_source", Where.NAME, id="digest"),
        pytest.param("k86PF/qTRqOzkY+ImfIDtw==", Where.NAME, id="digest alone"),
    ],
)
def test_the_digest_of_a_pdf_is_no_text(title: str, where: Where) -> None:
    """In the 128 bits that identify a PDF no detector looks for accounts; what was withheld is looked for."""
    xmp = stream(XMP.format(title).encode(), b"/Type/Metadata/Subtype/XML", packed=False)
    units = read_pdf(
        tiny_pdf(more={9: xmp, 1: b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/Metadata 9 0 R>>"})
    ).units
    assert [unit.where for unit in units if unit.text == title] == [where]
    units = read_pdf(tiny_pdf(more={9: b"<</ID[(%s)]>>" % title.encode()})).units
    assert [unit.where for unit in units if unit.text == title] == [where]


UNREADABLE = {
    "attached file": tiny_pdf(more={9: b"<</Type/Filespec/EF<</F 8 0 R>>>>"}),
    "script": tiny_pdf(more={9: b"<</S/JavaScript/JS(a)>>"}),
    "form": tiny_pdf(more={9: b"<</AcroForm<<>>>>"}),
    "picture": tiny_pdf(more={9: stream(b"x", b"/Type/XObject/Subtype/Image")}),
    "stream of nobody": tiny_pdf(more={9: stream(b"x")}),
    "packed twice": tiny_pdf(more={8: stream(shown("職員"), b"/DecodeParms<</Predictor 12>>")}),
    "objects in a stream": tiny_pdf(more={9: stream(b"1 0 (x)", b"/Type/ObjStm/N 1/First 4")}),
    "comment": tiny_pdf(more={9: b"<</A 1>> %" + NAME.encode()}),
    "update appended": tiny_pdf() + b"\n9 0 obj\n(a)\nendobj\n",
    "bytes before": b"\n" + tiny_pdf(),
    "glyph without a character": tiny_pdf(b"/Span<</MCID 0>>BDC\nBT/f0 9 Tf <0FFF>Tj\nET\nEMC"),
    "codes of one byte": tiny_pdf(b"/Span<</MCID 0>>BDC\nBT/f0 9 Tf (abc)Tj\nET\nEMC"),
    "no font": tiny_pdf(b"/Span<</MCID 0>>BDC\nBT <0001>Tj\nET\nEMC"),
    "picture within the page": tiny_pdf(b"BI/W 1/H 1 ID x EI\n" + shown("職員")),
    "drawing with a run of an element": tiny_pdf(more={9: stream(span("職", 3), FORM)}),
    "run that no element reads": tiny_pdf(span("職", 0) + b"\n" + span("員", 1)),
    "element without its run": tiny_pdf(more=two(b"0 1")),
    "element read twice": tiny_pdf(more={3: b"<</Type/StructTreeRoot/K[4 0 R 4 0 R]>>"}),
    "mark left open": tiny_pdf(b"/Span<</MCID 0>>BDC\nBT/f0 9 Tf <0001>Tj\nET\n"),
    "page that no tree names": tiny_pdf(more={9: b"<</Type/Page/Contents 8 0 R>>"}),
    "same object twice": tiny_pdf().replace(b"2 0 obj", b"1 0 obj", 1),
    "one font for all codes": tiny_pdf(more={6: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}),
    "torn": tiny_pdf()[:-40],
    "no PDF": b"<html></html>",
}


@pytest.mark.parametrize("form", UNREADABLE)
def test_a_pdf_that_is_not_plain_is_not_released(staged: Staged, form: str) -> None:
    """What the reader does not know stops the release: nobody can say what it tells to others."""
    staged.put(PATH, UNREADABLE[form])
    assert staged.codes() == ["L708"]


def test_a_public_value_keeps_its_edges(staged: Staged) -> None:
    """A value that the press set as an element of its own is excused where the same value was kept."""
    staged.keep("0799-00-1100", "0799-00-1100", kind=staged_phone())
    em = {
        4: b"<</Type/StructElem/S/P/P 3 0 R/K[0 9 0 R]/Pg 5 0 R>>",
        9: b"<</Type/StructElem/S/Em/P 4 0 R/K[1]/Pg 5 0 R>>",
    }
    runs = span("の ", 0) + b"\n" + span("0799-00-1100", 1)
    staged.put(PATH, tiny_pdf(runs, more=em))
    assert staged.codes() == []
    staged.put("incidents/a/b.pdf", tiny_pdf(runs, more=two(b"0 1")))
    assert staged.codes() == ["L702"]


def staged_phone():
    """The kind of a telephone number."""
    from generator.redaction.kinds import Kind  # noqa: PLC0415 -- only here

    return Kind.PHONE


def test_a_deep_nest_of_brackets_is_one_string() -> None:
    """Brackets within a string are counted, however deep."""
    reading = read_pdf(tiny_pdf(more={9: b"<</Title(a(b(c(d)e)f)g)>>"}))
    assert "a(b(c(d)e)f)g" in [unit.text for unit in reading.units if unit.where is Where.ATTRIBUTE]


def foot(text: str) -> bytes:
    """A page with a foot, whose number adjoins its words."""
    run = f"/Artifact<</Subtype/Footer/Type/Pagination>>BDC\nBT/f0 9 Tf <{codes(text)}>Tj\nET\nEMC\n"
    return tiny_pdf(run.encode() + shown("職員"))


def test_the_number_of_a_page_is_no_part_of_its_foot() -> None:
    """Detectors read the words of a foot without the number of its page; what is withheld is looked for in both."""
    units = [unit for unit in read_pdf(foot("職員の青葉1 / 1")).units if "青葉" in unit.text or "/" in unit.text]
    assert [(unit.text, unit.where) for unit in units] == [
        ("職員の青葉", Where.ASIDE),
        ("1 / 1", Where.ASIDE),
        ("職員の青葉1 / 1", Where.NAME),
    ]
    assert "職員の青葉2 / 1" in [unit.text for unit in read_pdf(foot("職員の青葉2 / 1")).units if unit.where.is_text]


@pytest.mark.parametrize("number", ["04000012349", "04000012341"], ids=["before", "with"])
def test_a_number_beside_that_of_a_page_is_found(staged: Staged, number: str) -> None:
    """A withheld number is found before the number of a page, and where it ends with that."""
    staged.withhold(number, staged_phone())
    staged.put(PATH, foot(f"{number.removesuffix('1')}1 / 1"))
    assert set(staged.codes()) == {"L701"}


def test_what_a_foot_says_is_read_by_detectors_elsewhere(staged: Staged) -> None:
    """A title with the very words of a whole foot is read as a text, though the foot was read in parts."""
    words = "職員の青葉1 / 1"
    run = f"/Artifact<</Subtype/Footer/Type/Pagination>>BDC\nBT/f0 9 Tf <{codes(words)}>Tj\nET\nEMC\n"
    both = tiny_pdf(run.encode() + shown("職員"), more={9: b"<</Title" + hexed(words) + b">>"})
    assert [unit.where for unit in read_pdf(both).units if unit.text == words] == [Where.NAME, Where.ATTRIBUTE]
    staged.put(PATH, both)
    assert staged.codes() == []


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param(rb"(a\1018b)", b"aA8b", id="three octal digits and no more"),
        pytest.param(rb"(\7\53x)", b"\x07+x", id="fewer octal digits"),
        pytest.param(rb"(\501)", b"A", id="overflow is left out"),
        pytest.param(b"(a\\\nb\\\r\nc\\\rd)", b"abcd", id="line goes on"),
        pytest.param(rb"(\n\(\)\\\z\9)", b"\n()\\z9", id="signs, and a backslash before anything else"),
    ],
)
def test_escapes_are_undone(written: bytes, text: bytes) -> None:
    """A backslash is read as ISO 32000-1, 7.3.4.2 has it."""
    assert literal_of(written) == text


def test_cells_know_their_heads() -> None:
    """A cell's unit is labelled with the head of its column and, where that is set strong, of its row."""
    names = ["氏名", "職員", "海老名"]
    kids = {
        4: b"<</Type/StructElem/S/Table/P 3 0 R/K[10 0 R 11 0 R]>>",
        10: b"<</Type/StructElem/S/TR/P 4 0 R/K[12 0 R 13 0 R]>>",
        11: b"<</Type/StructElem/S/TR/P 4 0 R/K[14 0 R 15 0 R]>>",
        12: b"<</Type/StructElem/S/TH/P 10 0 R/K[0]/Pg 5 0 R>>",
        13: b"<</Type/StructElem/S/TH/P 10 0 R/K[1]/Pg 5 0 R>>",
        14: b"<</Type/StructElem/S/TD/P 11 0 R/K[16 0 R]>>",
        16: b"<</Type/StructElem/S/Strong/P 14 0 R/K[2]/Pg 5 0 R>>",
        15: b"<</Type/StructElem/S/TD/P 11 0 R/K[3]/Pg 5 0 R>>",
    }
    runs = b"\n".join(span(text, index) for index, text in enumerate([*names, "青葉"]))
    reading = read_pdf(tiny_pdf(runs, more=kids))
    assert [(unit.text, unit.label) for unit in reading.units if unit.where is Where.SHOWN] == [
        ("氏名", ""),
        ("職員", ""),
        ("海老名", "氏名"),
        ("青葉", "職員 海老名"),
    ]
