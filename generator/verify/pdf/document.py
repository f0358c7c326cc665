"""A PDF's texts in the order of its structure (ISO 32000-1, 14.7 and 14.8), then those outside of it.

Paragraphs are whole again, however many lines and runs of glyphs they were set in; cells know their heads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.patterns import regex
from generator.verify.escapes import undo_percent
from generator.verify.pdf.content import read_content
from generator.verify.pdf.fonts import codes_of
from generator.verify.pdf.objects import Ref, Stream
from generator.verify.pdf.strings import NotPlainError, text_of
from generator.verify.pdf.tree import Tree
from generator.verify.unit import Unit, Where
from generator.verify.xml import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.verify.pdf.content import Shown
    from generator.verify.pdf.fonts import Codes
    from generator.verify.pdf.objects import File, Value

_FORBIDDEN = frozenset(
    (
        *("AA", "AcroForm", "AF", "Collection", "EF", "EmbeddedFiles", "Encrypt", "FileAttachment", "JavaScript", "JS"),
        *(
            "Launch",
            "ObjStm",
            "OCProperties",
            "OpenAction",
            "RichMedia",
            "SubmitForm",
            "Usage",
            "Widget",
            "XFA",
        ),
    )
)
"""Keys and names of what runs, asks, hides or carries something."""
_OUTLINES = ("FontFile3", "CIDSet", "ToUnicode", "DestOutputProfile", "Metadata", "")
"""Whose streams are no text, or are read by their own rules; without a key: the profile of a colour space."""
_CALLS = regex("(?:Telephone |Email |tel:|mailto:)")
"""How links that call somebody begin, and how they are read out."""
_VOCABULARY = "<pdfaExtension:schemas>"
_DIGEST = regex("[A-Za-z0-9+/]{22}==(?:_source)?")
"""An identifier of the document (ISO 16684-1, xmpMM): 128 bits of chance, in which detectors see what they look for."""


def units_of(file: File) -> Iterator[Unit]:
    """Every text of the file."""
    if file.seen.names & _FORBIDDEN or "Prev" in file.trailer:
        raise NotPlainError
    pages = _pages(file)
    drawings = {n: v for n, v in file.objects.items() if isinstance(v, Stream) and _is_drawing(v)}
    fonts: dict[int, Codes] = {}
    shown = {number: _shown(file, page, file.get(page.get("Contents")), fonts) for number, page in pages.items()}
    drawn = [_shown(file, drawing.about, drawing, fonts) for drawing in drawings.values()]
    if any(one.marked for one in drawn):
        raise NotPlainError
    _account_for_streams(file, {*drawings, *map(_content, pages.values())})
    read = Tree(file, {number: one.marked for number, one in shown.items()}).units()
    yield from read
    # A heading stands in the outline and in its element's title again, a running head on every page.
    # What is only searched is no text that detectors read.
    known = {(unit.text, True) for unit in read}
    outside = [part for number, one in enumerate(shown.values(), 1) for part in _outside(one, number, len(shown))]
    outside += [Unit(text, Where.ASIDE, 0) for one in drawn for text in one.outside]
    for unit in (*outside, *_said(file)):
        told = (unit.text, unit.where.is_text)
        if told not in known and (unit.where is not Where.ASIDE or unit.text.strip()):
            known.add(told)
            yield unit


def _outside(shown: Shown, number: int, last: int) -> Iterator[Unit]:
    """Texts of no element; the foot of a page without its number, which adjoins it, is the same on every page.

    The whole is searched besides, for a number could end in that of its page.
    """
    for text in shown.outside:
        foot = text.removesuffix(f"{number} / {last}")
        if foot and foot != text:
            yield Unit(foot, Where.ASIDE, 0)
            yield Unit(text[len(foot) :], Where.ASIDE, 0)
            yield Unit(text, Where.NAME, 0)
        else:
            yield Unit(text, Where.ASIDE, 0)


def _pages(file: File) -> dict[int, dict[str, Value]]:
    """The pages by number of object, in their order."""
    found = {n: v for n, v in file.objects.items() if isinstance(v, dict) and v.get("Type") == "Page"}
    root = file.get(file.trailer.get("Root"))
    tree = file.get(root.get("Pages")) if isinstance(root, dict) else None
    kids = tree.get("Kids") if isinstance(tree, dict) else None
    if not isinstance(kids, list) or sorted(kid.number for kid in kids) != sorted(found):
        raise NotPlainError
    return {kid.number: found[kid.number] for kid in kids}


def _is_drawing(stream: Stream) -> bool:
    """A form or the tile of a pattern: parts of an emblem.  An image would be a picture that nobody reads."""
    return stream.about.get("Subtype") == "Form" or stream.about.get("PatternType") == 1


def _shown(file: File, owner: dict[str, Any], content: Value, known: dict[int, Codes]) -> Shown:
    """What a content stream shows, with the fonts of its owner."""
    resources = file.get(owner.get("Resources")) or {}
    named = file.get(resources.get("Font")) or {} if isinstance(resources, dict) else None
    if not isinstance(content, Stream) or not isinstance(named, dict):
        raise NotPlainError
    for ref in named.values():
        if ref.number not in known:
            known[ref.number] = codes_of(file.get(ref), file)
    return read_content(content.data, {name: known[ref.number] for name, ref in named.items()})


def _content(page: dict[str, Value]) -> int:
    ref = page.get("Contents")
    if not isinstance(ref, Ref):
        raise NotPlainError
    return ref.number


def _account_for_streams(file: File, read: set[int]) -> None:
    """Every stream was read, or is part of a font, a colour profile or the metadata."""
    known = read | {ref.number for key, ref in file.seen.pairs if key in _OUTLINES}
    if any(isinstance(value, Stream) and number not in known for number, value in file.objects.items()):
        raise NotPlainError


def _said(file: File) -> Iterator[Unit]:
    """What the file says outside its pages: title, outline, alternatives, targets, names, metadata."""
    for key, string in dict.fromkeys(file.seen.strings):
        text = text_of(string)
        call = _CALLS.match(text)
        text = text[call.end() :] if call else text
        if key == "URI":
            yield Unit(undo_percent(text), Where.TARGET, 0)
        elif text:
            yield Unit(text, _kind_of(text), 0)
    for value in file.objects.values():
        if isinstance(value, Stream) and value.about.get("Type") == "Metadata":
            yield from _metadata(value.data.decode("utf-8-sig"))
    yield Unit("\n".join(sorted(file.seen.names)), Where.NAME, 0)


def _metadata(xmp: str) -> Iterator[Unit]:
    """XMP (ISO 16684-1); how it describes its own vocabulary is the same in every file."""
    before, begun, rest = xmp.partition(_VOCABULARY)
    inside, _, after = rest.partition(_VOCABULARY.replace("<", "</"))
    for text, where in ((before + after, Where.ATTRIBUTE), (begun + inside, Where.NAME)):
        for unit in read_xml(text).units:
            yield Unit(unit.text, _kind_of(unit.text) if where is Where.ATTRIBUTE else where, 0)


def _kind_of(text: str) -> Where:
    return Where.NAME if _DIGEST.fullmatch(text) else Where.ATTRIBUTE
