"""One run of MkDocs in this process, on a project that is complete.  Quiet: what it warns of becomes a problem."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from markdown import Markdown

    from generator.publish.project import Project


def _as_it_is(source: str) -> str:
    return source.strip()


class ReadyHtml(Extension):
    """Hands a page's body on as it is.

    A page file is one block of ready HTML, which Python-Markdown and MkDocs would each take apart tag by
    tag only to pass it on unchanged: nine tenths of the time of a build.  A test holds both ways equal.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Replace the conversion of this one converter."""
        md.convert = _as_it_is  # type: ignore[method-assign]  # Python-Markdown has no setting for it


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, and lets none of it reach a terminal."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def run_mkdocs(project: Project, now: datetime) -> list[Problem]:
    """Build the site.  `now` is the only clock that a template of a site can see."""
    with _clock(now), _quiet() as warnings:
        try:
            config = load_config(str(project.config_file))
            config.markdown_extensions = [ReadyHtml()]  # type: ignore[list-item]  # names or extensions, says Python-Markdown
            config.theme.dirs[1:1] = map(str, project.templates[1:])
            build(config)
        except MkDocsException:
            return _problems(warnings) or [Problem("E908", _START, params={"part": "mkdocs"})]
    return _problems(warnings)


_START = Place("mkdocs.yml", 1, 1)


def _problems(warnings: _Warnings) -> list[Problem]:
    """MkDocs's words may hold a title or a link of a page, so a problem says only which part of it spoke."""
    return [Problem("E908", _START, params={"part": record.name}) for record in warnings.records]


@contextmanager
def _quiet() -> Iterator[_Warnings]:
    logger = logging.getLogger("mkdocs")
    before = logger.propagate, logger.level
    warnings = _Warnings()
    logger.addHandler(warnings)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield warnings
    finally:
        logger.removeHandler(warnings)
        logger.propagate = before[0]
        logger.setLevel(before[1])


@contextmanager
def _clock(now: datetime) -> Iterator[None]:
    """MkDocs reads its build date from SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(now.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
