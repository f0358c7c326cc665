"""Pages and files become a site: page files for MkDocs, one run of it, and the list of every file that came out.

It decides nothing about what a page says and puts nothing in place: `verify` reads the staged folder
after it, `release` moves it.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from generator.cache import NOTHING
from generator.outputs import Form, Output
from generator.problems import Place, Problem
from generator.publish.manifest import write_manifest
from generator.publish.offline import offline, stays
from generator.publish.page_file import destination, page_file, page_path
from generator.publish.plain_search import write_plain_search
from generator.publish.project import read_own, write_project
from generator.publish.run import run_mkdocs
from generator.publish.search import write_search
from generator.publish.sheets import sheets_of
from generator.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from generator.cache import Shelf
    from generator.pages.file import SiteFile
    from generator.pages.page import Page
    from generator.pages.search import SearchEntry
    from generator.publish.project import Own
    from generator.settings import Settings

__all__ = ["publish", "shell_digests"]


def publish(  # noqa: PLR0913, PLR0917 - the stage's whole input; a bag for it would hide that
    pages: Iterable[Page],
    files: Iterable[SiteFile],
    staged: Path,
    work: Path,
    settings: Settings,
    mkdocs_yml: Path | None,
    now: datetime,
    form: Form = Form.SITE,
    shelf: Shelf = NOTHING,
) -> tuple[list[Output], list[Problem]]:
    """Fill `staged` with the site and `work` with the MkDocs project it was made from.

    Both folders are the caller's and private; `mkdocs_yml` is a site's own, None for the one that ships.
    `pages`, then `files`, are gone through once and no body is kept.  No site is built where there is a problem.
    """
    own, problems = read_own(mkdocs_yml)
    if problems:
        return [], problems
    entries: list[SearchEntry] = []
    sheets = sheets_of(settings, own.templates, work / "sheets", shelf)
    owners, problems = _write(sheets.printed(pages), work / "docs", entries)
    if problems := [*sheets.problems, *problems]:
        return [], problems
    copied = now.date() if form is Form.COPY else None
    project = write_project(work, staged, settings, own, owners, copied)
    problems = run_mkdocs(project, now)
    if problems:
        return [], problems
    outputs, problems = _add(files, [*_outputs(owners, staged, own), *sheets.laid(staged)], staged)
    if form is Form.SITE and not problems:
        outputs += write_search(entries, staged, settings)
        outputs += write_manifest(outputs, staged)
    if form is Form.COPY:
        outputs += write_plain_search(entries, staged, settings)
        outputs = _copied(outputs, set(map(destination, owners)), staged, settings.site_url)
    return sorted(outputs, key=lambda output: output.path), problems


def _add(files: Iterable[SiteFile], outputs: list[Output], staged: Path) -> tuple[list[Output], list[Problem]]:
    """The files laid beside the pages, after MkDocs, which empties its folder first; none over another."""
    by_path = {output.path: output for output in outputs}
    problems = []
    for file in files:
        if file.path in by_path:
            problems.append(_same_address(file.path, by_path[file.path].owners, file.owners))
            continue
        by_path[file.path] = Output(file.path, file.owners, parts=file.parts)
        path = staged / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return list(by_path.values()), problems


def _copied(outputs: list[Output], pages: set[str], staged: Path, site_url: str) -> list[Output]:
    """The files of a copy: without what needs a server, every page's links as a disk needs them."""
    kept = [output for output in outputs if stays(output.path)]
    files = {output.path for output in kept}
    for output in outputs:
        path = staged / output.path
        if output.path not in files:
            path.unlink()
        elif output.path in pages:
            html = path.read_text(encoding="utf-8")
            path.write_text(offline(html, output.path, files, site_url), encoding="utf-8", newline="\n")
    return kept


def _write(
    pages: Iterable[Page], docs: Path, entries: list[SearchEntry]
) -> tuple[dict[str, frozenset[str]], list[Problem]]:
    """Every page as a file; the owners of each address, and each second page of an address.  Fills `entries`."""
    owners: dict[str, frozenset[str]] = {}
    problems = []
    for page in pages:
        if page.address in owners:
            problems.append(_same_address(page.address, owners[page.address], page.owners))
            continue
        owners[page.address] = page.owners
        entries += [page.entry] if page.entry else []
        path = docs / page_path(page.address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page_file(page), encoding="utf-8", newline="\n")
    return owners, problems


def _same_address(address: str, first: frozenset[str], second: frozenset[str]) -> Problem:
    names = {"address": address, "first": " ".join(sorted(first)), "second": " ".join(sorted(second))}
    return Problem("E318", Place(address, 1, 1), params=names)


def shell_digests() -> dict[str, str]:
    """The SHA-256 of each file of the shell that goes into a site as it ships."""
    root = shipped("theme_overrides")
    return {path: sha256((root / path).read_bytes()).hexdigest() for path in _assets(root)}


def _outputs(by_address: dict[str, frozenset[str]], staged: Path, own: Own) -> list[Output]:
    """What a site holds by right: its pages, the map of them, the page for lost readers, the assets.

    Not what happens to lie there: `verify` compares the two.
    """
    of_pages = {destination(address): owners for address, owners in by_address.items()}
    everyone: frozenset[str] = frozenset().union(*of_pages.values())
    owners = {**of_pages, "sitemap.xml": everyone, "404.html": frozenset[str]()}
    (staged / "sitemap.xml.gz").unlink(missing_ok=True)
    digests = shell_digests()
    # MkDocs leaves out some names, such as the .DS_Store of a folder that a Mac has opened.
    of_town = [path for path in (_assets(own.templates) if own.templates else ()) if (staged / path).is_file()]
    assets = {path: _is_shipped(staged / path, digests.get(path)) for path in (*digests, *of_town)}
    found = [Output(path, owner) for path, owner in owners.items()]
    found += [Output(path, frozenset(), shipped_so) for path, shipped_so in assets.items()]
    return found


def _is_shipped(path: Path, digest: str | None) -> bool:
    """Whether an asset has the bytes that ship; a town may have laid its own over it."""
    return digest is not None and sha256(path.read_bytes()).hexdigest() == digest


def _assets(templates: Path) -> list[str]:
    files = (path for path in (templates / "assets").rglob("*") if path.is_file())
    return sorted(path.relative_to(templates).as_posix() for path in files)
