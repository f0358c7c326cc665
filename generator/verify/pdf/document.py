"""A PDF's texts in the order of its structure (ISO 32000-1, 14.7 and 14.8), then those outside of it.

Paragraphs are whole again, however many lines and runs of glyphs they were set in; cells know the heads of their columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.verify.pdf.content import read_content
from generator.verify.pdf.fonts import characters
from generator.verify.pdf.objects import Name, NotPlainError, Ref, Stream, Word, parts, text_of
from generator.verify.pdf.tree import Tree
from generator.verify.unit import Unit, Where
from generator.verify.xml import read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.verify.pdf.content import Shown
    from generator.verify.pdf.objects import File, Value

_FORBIDDEN = frozenset(
    ("AA", "AcroForm", "AF", "Collection", "EF", "EmbeddedFiles", "Encrypt", "JavaScript", "JS", "ObjStm", "OpenAction")
    + ("RichMedia", "XFA", "XObject", "OCProperties", "Launch", "SubmitForm", "Widget", "FileAttachment", "Usage")
)
"""Keys and names of what runs, asks, hides or carries something; XObjects would be pictures and forms."""
_TARGETS = ("URI",)
_CALLS = regex("(?:Telephone |Email |tel:|mailto:)")
"""How links that call somebody begin, and how they are read out."""
_VOCABULARY = "<pdfaExtension:schemas>"


def units_of(file: File) -> Iterator[Unit]:
    """Every text of the file."""
    _refuse(file)
    pages = _pages(file)
    fonts: dict[int, dict[int, str]] = {}
    shown = {number: _shown(file, page, fonts) for number, page in pages.items()}
    _account_for_streams(file, pages)
    read = Tree(file, {number: one.marked for number, one in shown.items()}).units()
    yield from read
    known = {unit.text for unit in read}
    """A heading stands in the outline and in its element's title again, a running head on every page."""
    for one in shown.values():
        for text in (*one.outside, *one.strings):
            if text.strip() and text not in known:
                known.add(text)
                yield Unit(text, Where.ASIDE, 0)
    yield from (unit for unit in _said(file) if unit.text not in known)


def _refuse(file: File) -> None:
    """NotPlainError where the file has more than pages, structure, outline and links."""
    if "Prev" in file.trailer:
        raise NotPlainError
    for value in (file.trailer, *file.objects.values()):
        for part in parts(value):
            if isinstance(part, dict) and part.keys() & _FORBIDDEN:
                raise NotPlainError
            if isinstance(part, Name) and part in _FORBIDDEN:
                raise NotPlainError


def _pages(file: File) -> dict[int, dict[str, Value]]:
    found = {n: v for n, v in file.objects.items() if isinstance(v, dict) and v.get("Type") == "Page"}
    root = file.get(file.trailer.get("Root"))
    tree = file.get(root.get("Pages")) if isinstance(root, dict) else None
    if not isinstance(tree, dict) or [Ref(number) for number in found] != sorted(tree["Kids"], key=lambda r: r.number):
        raise NotPlainError
    return {kid.number: found[kid.number] for kid in tree["Kids"]}


def _shown(file: File, page: dict[str, Value], known: dict[int, dict[int, str]]) -> Shown:
    resources, content = file.get(page.get("Resources")), file.get(page.get("Contents"))
    if not isinstance(resources, dict) or not isinstance(content, Stream):
        raise NotPlainError
    named = file.get(resources.get("Font")) or {}
    if not isinstance(named, dict):
        raise NotPlainError
    fonts = {}
    for name, ref in named.items():
        if not isinstance(ref, Ref):
            raise NotPlainError
        if ref.number not in known:
            known[ref.number] = characters(file.get(ref), file)
        fonts[name] = known[ref.number]
    return read_content(content.data, fonts)


_PICTURES = ("FontFile3", "CIDSet", "ToUnicode", "DestOutputProfile")


def _account_for_streams(file: File, pages: dict[int, dict[str, Value]]) -> None:
    """Every stream is a page's content, part of a font, a colour profile or the metadata."""
    known = {page["Contents"] for page in pages.values()}
    for value in file.objects.values():
        for part in parts(value):
            if isinstance(part, dict):
                known |= {part[key] for key in (*_PICTURES, "Metadata") if isinstance(part.get(key), Ref)}
            elif isinstance(part, list) and len(part) == 2 and part[0] == "ICCBased":  # noqa: PLR2004 -- a name and its stream
                known.add(part[1])
    if any(isinstance(value, Stream) and Ref(number) not in known for number, value in file.objects.items()):
        raise NotPlainError


def _said(file: File) -> Iterator[Unit]:
    """What the file says outside its pages: title, outline, alternatives, targets, names, metadata."""
    names: set[str] = set()
    for value in (file.trailer, *file.objects.values()):
        for part in parts(value):
            if isinstance(part, dict):
                yield from _strings(part)
                names.update(part)
            elif isinstance(part, list):
                yield from (Unit(text_of(item), Where.ATTRIBUTE, 0) for item in part if isinstance(item, bytes))
            elif isinstance(part, (Name, Word)):
                names.add(part)
        if isinstance(value, Stream) and value.about.get("Type") == "Metadata":
            yield from _metadata(value.data.decode("utf-8-sig"))
    yield from (Unit(name, Where.NAME, 0) for name in sorted(names))


def _strings(found: dict[str, Value]) -> Iterator[Unit]:
    for key, value in found.items():
        if isinstance(value, bytes) and value:
            text = text_of(value)
            call = _CALLS.match(text)
            yield Unit(text[call.end() :] if call else text, Where.TARGET if key in _TARGETS else Where.ATTRIBUTE, 0)


def _metadata(xmp: str) -> Iterator[Unit]:
    """XMP (ISO 16684-1); how it describes its own vocabulary is the same in every file."""
    before, begun, rest = xmp.partition(_VOCABULARY)
    inside, _, after = rest.partition(_VOCABULARY.replace("<", "</"))
    for text, where in ((before + after, Where.ATTRIBUTE), (begun + inside, Where.NAME)):
        yield from (Unit(unit.text, where, 0) for unit in read_xml(text).units)
