"""The press: sheets become PDF by Typst, several at a time, each a pure function of sheet, layout and fonts.

It decides nothing about what a sheet says.  Nothing that is installed on the machine goes into the bytes.
"""

from __future__ import annotations

import json
import os
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from generator.cache import NOTHING
from generator.printing.marks import SIZE_MARK
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from generator.cache import Shelf
    from generator.fonts import Fonts
    from generator.pages.page import Page

_STANDARDS = ["ua-1", "a-2a"]
"""PDF/UA-1 (ISO 14289-1): read by screen readers; PDF/A-2a (ISO 19005-2): read in decades."""
_PAGE = b"/Type/Page/"
"""How Typst begins each page."""
_WAITING_AT_MOST = 64
"""Pages held back until the sheets before them are printed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A page, and its PDF."""

    page: Page
    pdf: bytes | None
    """None where the page has no sheet, or could not be set."""
    failed: bool = False


class Press:
    """Prints with one set of fonts."""

    def __init__(self, fonts: Fonts, crest: str, shelf: Shelf = NOTHING) -> None:
        self._fonts = fonts
        self._crest = crest
        self._shelf = shelf
        self._compilers = threading.local()

    def printed(self, pages: Iterable[Page]) -> Iterator[Printed]:
        """The pages in their order, each with its PDF and the size of it told."""
        waiting: deque[tuple[Page, bytes | Future[bytes] | None]] = deque()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for page in pages:
                waiting.append((page, self._begun(page, pool)))
                if len(waiting) > _WAITING_AT_MOST:
                    yield self._finished(*waiting.popleft())
            while waiting:
                yield self._finished(*waiting.popleft())

    def _begun(self, page: Page, pool: ThreadPoolExecutor) -> bytes | Future[bytes] | None:
        if not page.sheet:
            return None
        return self._shelf.get(self._key(page.sheet)) or pool.submit(self.typeset, page.sheet)

    def _finished(self, page: Page, begun: bytes | Future[bytes] | None) -> Printed:
        if begun is None:
            return Printed(page, None)
        if isinstance(begun, bytes):
            return Printed(_with_size(page, begun), begun)
        try:
            pdf = begun.result()
        except typst.TypstError:
            return Printed(page, None, failed=True)
        self._shelf.put(self._key(page.sheet), pdf)
        return Printed(_with_size(page, pdf), pdf)

    def _key(self, sheet: bytes) -> bytes:
        return b"\0".join((_layout_digest(), self._fonts.family.encode(), self._crest.encode(), sheet))

    def typeset(self, sheet: bytes) -> bytes:
        """The PDF of one sheet.  TypstError where it cannot be made by the standards, such as for want of a glyph."""
        if not hasattr(self._compilers, "one"):
            self._compilers.one = typst.Compiler(
                root=str(_layout()), font_paths=[str(path) for path in self._fonts.folders], ignore_system_fonts=True
            )
        inputs = {"sheet": sheet.decode(), "fonts": json.dumps([self._fonts.family]), "crest": self._crest}
        pdf: bytes = self._compilers.one.compile(
            input=str(_layout() / "sheet.typ"), format="pdf", sys_inputs=inputs, pdf_standards=_STANDARDS
        )
        return pdf


def _with_size(page: Page, pdf: bytes) -> Page:
    """The page with the size of its PDF, in pages of paper and in bytes."""
    size = word("foot.pdf_size", pages=pdf.count(_PAGE), size=max(1, round(len(pdf) / 1000)))
    return replace(page, body=page.body.replace(SIZE_MARK, size))


def _layout() -> Path:
    """The folder of the Typst files, which ship in the package."""
    return Path(str(files("generator.printing"))) / "typst"


@cache
def _layout_digest() -> bytes:
    return sha256(b"".join(path.read_bytes() for path in sorted(_layout().glob("*.typ")))).digest()
