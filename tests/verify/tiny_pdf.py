"""A PDF of one page, written by hand for the tests of verify: one font of two-byte codes and one paragraph."""

from __future__ import annotations

import zlib

HEAD = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n"


def codes(text: str) -> str:
    """The codes of a text in the font, in hexadecimal digits: each character has one below 0x1000."""
    return "".join(f"{FONT[character]:04X}" for character in text)


_CHARACTERS = "阿佐美志津乃海老名青葉様職員の氏名0123456789- あいうえお（）、。/"
FONT = {character: index + 1 for index, character in enumerate(dict.fromkeys(_CHARACTERS))}


def hexed(text: str) -> bytes:
    """A text string in UTF-16, in hexadecimal digits."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def literal(text: str) -> bytes:
    """A text string in UTF-16, in brackets, with octal escapes."""
    return b"(\\376\\377" + b"".join(b"\\%03o" % byte for byte in text.encode("utf-16-be")) + b")"


def shown(text: str) -> bytes:
    """The operators that show a text as one paragraph (MCID 0)."""
    return f"/Span<</MCID 0>>BDC\nq BT 0 Tr/f0 9 Tf <{codes(text)}>Tj\nET\nQ\nEMC".encode()


def stream(data: bytes, about: bytes = b"", *, packed: bool = True) -> bytes:
    """A stream object."""
    kept = zlib.compress(data) if packed else data
    head = b"<</Length %d%s%s>>" % (len(kept), b"/Filter/FlateDecode" if packed else b"", about)
    return head + b"\nstream\n" + kept + b"\nendstream"


def tiny_pdf(content: bytes | None = None, *, more: dict[int, bytes] | None = None, page: bytes = b"") -> bytes:
    """The whole file; `more` adds or replaces objects by number, `page` adds to the page's dictionary."""
    pairs = b"".join(b"<%04X> <%s>\n" % (code, c.encode("utf-16-be").hex().encode()) for c, code in FONT.items())
    cmap = b"begincmap\n%d beginbfchar\n%sendbfchar\nendcmap\n" % (len(FONT), pairs)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/Lang(ja)/MarkInfo<</Marked true>>>>",
        2: b"<</Type/Pages/Count 1/Kids[5 0 R]>>",
        3: b"<</Type/StructTreeRoot/K[4 0 R]>>",
        4: b"<</Type/StructElem/S/P/P 3 0 R/K[0]/Pg 5 0 R>>",
        5: b"<</Type/Page/Parent 2 0 R/Resources<</Font<</f0 6 0 R>>>>/Contents 8 0 R" + page + b">>",
        6: b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R>>",
        7: stream(cmap),
        8: stream(shown("職員") if content is None else content),
    } | (more or {})
    body = b"".join(b"%d 0 obj\n%s\nendobj\n\n" % (number, made) for number, made in sorted(objects.items()))
    table = b"xref\n0 1\n0000000000 65535 f \n"
    return HEAD + body + table + b"trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(HEAD) + len(body))
