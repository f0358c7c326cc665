"""The terms that are explained, shipped and the municipality's own, and in which words of a text they are found.

Japanese has no spaces: a term counts only where it is no part of a longer word (特定個人情報 is no 個人情報).  Knows no
page and no record.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import blake2s
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from generator.patterns import regex
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.settings import Settings

_KANJI = "㐀-䶿一-鿿々〆豈-﫿𠀀-𯿿"
_CLASSES = (regex(f"[{_KANJI}]"), regex("[ァ-ヺー]"), regex("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"))
_NO_KANJI_FIRST = regex(f"(?![{_KANJI}])")


@dataclass(frozen=True, slots=True)
class Term:
    """One word and what it means."""

    word: str
    text: str
    anchor: str
    """Fixed: others link to it."""
    reading: str = ""
    law: str = ""
    forms: tuple[str, ...] = ()
    """Other spellings, and compounds that mean the same."""


def terms_of(settings: Settings) -> tuple[Term, ...]:
    """Every term, in the order of readings; the municipality's own in place of a shipped one of the same word."""
    shipped = {term.word: term for term in _shipped()}
    for own in settings.terms:
        known = shipped.get(own.word)
        anchor = known.anchor if known else _anchor(own.word)
        reading = own.reading or (known.reading if known else "")
        forms = known.forms if known else ()
        shipped[own.word] = Term(own.word, own.explanation, anchor, reading, own.basis, forms)
    return tuple(sorted(shipped.values(), key=lambda term: (folded(term.reading or term.word), term.word)))


def ruby(shown: Markup, kana: str) -> Markup:
    """Words with their reading above them; brackets for who can't show it so."""
    opened, closed = word("glossary.open"), word("glossary.close")
    return Markup("<ruby>{}<rp>{}</rp><rt>{}</rt><rp>{}</rp></ruby>").format(shown, opened, kana, closed)


def read(term: Term) -> Markup:
    """A term with its reading, where it says more than the word."""
    shown = escape(term.word)
    return shown if term.reading in ("", term.word) else ruby(shown, term.reading)


def readings_of(settings: Settings) -> tuple[str, ...]:
    """Every reading that stands on a page."""
    return (*(t.reading for t in terms_of(settings)), *(one.kana for one in settings.readings))


def folded(reading: str) -> str:
    """A reading as dictionaries order it: hiragana, so that ランサムウェア stands among ら."""
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in reading)


def _anchor(word: str) -> str:
    """An anchor for a word that has no ASCII name: the same as long as the word is the same."""
    return f"t-{blake2s(word.encode(), digest_size=4).hexdigest()}"


def names_of(settings: Settings) -> tuple[str, ...]:
    """Names in which a term is no word of its own: laws, and the municipality's sections, bodies and facilities."""
    town = settings.municipality
    named = [name for one in (*settings.departments, *settings.bodies) for name in (one.name, *one.former)]
    return (*_data()["names"], *named, *settings.facilities, town.name)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the word at this place of a text is a word of its own, judged by its neighbours."""
    return _begins(text, start) and _ends(text, end)


def _begins(text: str, start: int) -> bool:
    if not start or not _same_class(text[start - 1], text[start]):
        return True
    return any(
        text.endswith(leading, 0, start)
        and not _same_class(text[start - len(leading) - 1 : start - len(leading)], text[start])
        for leading in _data()["before"]
    )


def _ends(text: str, end: int) -> bool:
    if not _same_class(text[end - 1], text[end : end + 1]):
        return True
    return any(
        text.startswith(word, end) and _NO_KANJI_FIRST.match(text, end + len(word)) for word in _data()["behind"]
    )


def _same_class(one: str, other: str) -> bool:
    return bool(other) and any(kind.match(one) and kind.match(other) for kind in _CLASSES)


def _shipped() -> Iterator[Term]:
    for term in _data()["terms"]:
        law, forms = term.get("law", ""), tuple(term.get("forms", ()))
        yield Term(term["word"], term["text"], term["slug"], term["reading"], law, forms)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("generator.pages").joinpath("glossary.toml").read_text(encoding="utf-8"))
