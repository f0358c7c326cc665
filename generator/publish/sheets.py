"""The PDFs of one build: printed while the pages go by, kept in a folder of their own, laid beside them at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.fonts import fonts_of
from generator.outputs import Output
from generator.printing.marks import pdf_path
from generator.problems import Place, Problem
from generator.publish.press import Press
from generator.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.cache import Shelf
    from generator.pages.page import Page
    from generator.settings import Settings


class Sheets:
    """What is printed, and what could not be."""

    def __init__(self, press: Press | None, folder: Path) -> None:
        self._press = press
        self._folder = folder
        self._owners: dict[str, frozenset[str]] = {}
        self.problems: list[Problem] = []

    def printed(self, pages: Iterable[Page]) -> Iterator[Page]:
        """The pages in their order, with the size of the PDF told where one is beside them."""
        for one in self._press.printed(pages) if self._press else ():
            if one.failed:
                self.problems.append(Problem("E372", Place(one.page.address, 1, 1)))
            elif one.pdf is not None:
                path = pdf_path(one.page.address)
                self._owners[path] = one.page.owners
                _write_new(self._folder / path, one.pdf)
            yield one.page

    def laid(self, staged: Path) -> Iterator[Output]:
        """The files in their places; MkDocs empties its folder before."""
        for path, owners in self._owners.items():
            (self._folder / path).replace(staged / path)
            yield Output(path, owners)


def sheets_of(settings: Settings, templates: Path | None, folder: Path, shelf: Shelf) -> Sheets:
    """The PDFs of a site with these settings; `templates` are its own, whose emblem goes before the shipped one."""
    fonts = fonts_of(settings.fonts.japanese)
    if fonts is None:
        sheets = Sheets(None, folder)
        place = settings.places.get("書体", Place("settings.yml", 1, 1))
        sheets.problems.append(Problem("E931", place, "書体", params={"package": settings.fonts.japanese}))
        return sheets
    crests = [root / "assets/crest.svg" for root in (templates, shipped("theme_overrides")) if root]
    crest = next(path for path in crests if path.is_file())
    return Sheets(Press(fonts, crest.read_text(encoding="utf-8"), shelf), folder)


def _write_new(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
