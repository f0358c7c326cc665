"""用語集: every term that is explained, in the order of readings, each at an anchor that stays."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.pages.environment import render
from generator.pages.links import relative
from generator.pages.page import Page
from generator.pages.terms import folded, terms_of
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.page import Site
    from generator.pages.terms import Term

ADDRESS = "/glossary/"

_ROWS = (
    ("a", "あいうえおぁぃぅぇぉゔ"),
    ("ka", "かきくけこがぎぐげご"),
    ("sa", "さしすせそざじずぜぞ"),
    ("ta", "たちつてとだぢづでどっ"),
    ("na", "なにぬねの"),
    ("ha", "はひふへほばびぶべぼぱぴぷぺぽ"),
    ("ma", "まみむめも"),
    ("ya", "やゆよゃゅょ"),
    ("ra", "らりるれろ"),
    ("wa", "わをん"),
)
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Row:
    """あ行, か行 …: its terms."""

    anchor: str
    label: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class GlossaryContext:
    """What templates/glossary.html receives."""

    crumbs: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def glossary_pages(site: Site) -> Iterator[Page]:
    """The one page."""
    context = GlossaryContext(
        crumbs=((word("list.home"), relative("/", ADDRESS)), (word("glossary.title"), "")),
        rows=tuple(_rows(terms_of(site.settings))),
    )
    yield Page(
        address=ADDRESS,
        title=word("glossary.title"),
        body=render("glossary.html", context),
        owners=frozenset(),
        description=word("glossary.about"),
        template="record.html",
        section="about",
    )


def _rows(terms: tuple[Term, ...]) -> Iterator[Row]:
    """The rows of the syllabary that have terms; what has no reading in kana comes first."""
    for (anchor, label), found in groupby(terms, key=_row):
        yield Row(anchor, label, tuple(found))


def _row(term: Term) -> tuple[str, str]:
    first = folded(term.reading or term.word)[0]
    for anchor, syllables in _ROWS:
        if first in syllables:
            return f"row-{anchor}", word("glossary.row", syllable=syllables[0])
    return f"row-{OTHERS}", word("glossary.others")
