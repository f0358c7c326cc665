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

from markupsafe import Markup

from generator.patterns import regex
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.settings import Settings

_KANJI = "㐀-䶿一-鿿々〆豈-﫿𠀀-𯿿"
_CLASSES = (regex(f"[{_KANJI}]"), regex("[ァ-ヺー]"), regex("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"))


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
    """What it is looked for as: the word, other spellings, compounds that mean the same."""


def terms_of(settings: Settings) -> tuple[Term, ...]:
    """Every term, in the order of readings; the municipality's own in place of a shipped one of the same word."""
    shipped = {term.word: term for term in _shipped()}
    for own in settings.terms:
        known = shipped.get(own.word)
        anchor = known.anchor if known else _anchor(own.word)
        reading = own.reading or (known.reading if known else "")
        forms = known.forms if known else (own.word,)
        shipped[own.word] = Term(own.word, own.explanation, anchor, reading, own.basis, forms)
    return tuple(sorted(shipped.values(), key=lambda term: (folded(term.reading or term.word), term.word)))


def ruby(shown: Markup, kana: str) -> Markup:
    """Words with their reading above them; brackets for who can't show it so."""
    opened, closed = word("glossary.open"), word("glossary.close")
    return Markup("<ruby>{}<rp>{}</rp><rt>{}</rt><rp>{}</rp></ruby>").format(shown, opened, kana, closed)


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


def stands_alone(text: str, start: int, end: int, *, place: bool = False) -> bool:
    """Whether the word at this place of a text is a word of its own, judged by its neighbours.

    `place`: the name of a place and the like, to which more may be joined than to a term: 汐名町 in 汐名町議会.
    """
    before, behind = ("read_before", "read_behind") if place else ("before", "behind")
    return _parts(text, start, -1, _data()[before], loose=place) and _parts(text, end, 1, _data()[behind], loose=place)


def _parts(text: str, at: int, step: int, joined: Sequence[str], *, loose: bool) -> bool:
    """Whether a word ends or begins at this offset, or what is joined to it there (同, 等) makes no other word."""
    if not _runs_on(text, at):
        return True
    if step < 0:
        found = (len(one) for one in joined if text.endswith(one, 0, at))
    else:
        found = (len(one) for one in joined if text.startswith(one, at))
    return any(loose or not _runs_on(text, at + step * length) for length in found)


def _runs_on(text: str, at: int) -> bool:
    """Whether the characters on both sides of an offset are of one class: kanji, katakana, letters and digits."""
    one, other = text[max(at - 1, 0) : at], text[at : at + 1]
    return bool(one and other) and any(kind.match(one) and kind.match(other) for kind in _CLASSES)


def _shipped() -> Iterator[Term]:
    for term in _data()["terms"]:
        forms = term.get("only", [term["word"], *term.get("forms", ())])
        yield Term(term["word"], term["text"], term["slug"], term["reading"], term.get("law", ""), tuple(forms))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("generator.pages").joinpath("glossary.toml").read_text(encoding="utf-8"))
