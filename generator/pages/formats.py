"""Dates, times of day, counts and telephone numbers as they are shown.  Knows no page."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.pages.inline import inline_html, plain
from generator.patterns import regex
from generator.records.dates import Day, Period, days_between, era_year
from generator.records.vocabulary import CountNature, Unit
from generator.text import PublicText
from generator.words import word

if TYPE_CHECKING:
    from generator.records.counts import Count
    from generator.records.dates import When

_PHONE = regex(r"[0-9０-９]{2,5}[-－‐–ー(（][0-9０-９]{1,4}[-－‐–ー)）][0-9０-９]{3,4}|[0-9０-９]{10,11}")
_CLOCK = regex("([0-9０-９]{1,2})[:：]([0-9０-９]{2})")
_MAIL = regex(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NO_DIGIT = regex("[^0-9]")
ONE_MONTH = 31


def time_html(when: When | PublicText, *, with_year: bool = True) -> Markup:
    """A date as `<time>`; a text that is no date stays as typed.

    Without its year shown, the year is still in the text for those who listen or copy.
    """
    return inline_html(when) if isinstance(when, PublicText) else _when_html(when, with_year=with_year)


@lru_cache(maxsize=20_000)
def _when_html(when: When, *, with_year: bool) -> Markup:
    if isinstance(when, Period):
        return _period(when, with_year=with_year)
    shown = escape(when.shown) if with_year else _hidden_year(when)
    return Markup('<time class="k-nb" datetime="{}">{}</time>').format(when.iso, shown) if when.iso else shown


def _hidden_year(day: Day) -> Markup:
    if day.written_era or day.month is None:
        return escape(day.shown)
    year = f"{era_year(day.earliest)}年"
    return Markup('<span class="visually-hidden">{}</span>{}').format(year, day.shown_without_year)


def _period(period: Period, *, with_year: bool) -> Markup:
    start = time_html(period.start, with_year=with_year)
    if period.end is None:
        return start + "～"
    return Markup("{}～{}").format(start, time_html(period.end, with_year=period.end.year != period.start.year))


def clock(text: PublicText) -> PublicText | str:
    """14:30 as 14時30分; anything else as typed."""
    match = _CLOCK.fullmatch(text.plain.strip())
    if match is None:
        return text
    hour, minute = (int(unicodedata.normalize("NFKC", part)) for part in match.groups())
    return word("format.clock", hour=hour, minute=f"{minute:02}")


def version_html(text: PublicText | str) -> Markup:
    """改訂.版: a bare number as 第2版, anything else as typed."""
    if isinstance(text, str):
        return escape(text)
    shown = unicodedata.normalize("NFKC", text.plain.strip())
    return escape(word("format.version", n=shown)) if shown.isdecimal() else inline_html(text)


def number(value: int) -> str:
    """1,284."""
    return f"{value:,}"


def count_words(count: Count[PublicText], unit: Unit) -> tuple[str, str, str]:
    """What stands before the number (約), the number, and its unit; `unit` where the author named none."""
    before = "" if count.nature in (CountNature.FIXED, CountNature.OPEN) else count.nature.japanese
    return before, number(count.value), (count.unit or unit).japanese


def open_word(count: Count[PublicText]) -> str:
    """調査中, where the number may still change; else empty."""
    return count.nature.japanese if count.nature is CountNature.OPEN else ""


def count_text(count: Count[PublicText], unit: Unit) -> str:
    """約1,284人, 29人（調査中）."""
    text = "".join(count_words(count, unit))
    return word("format.open_count", count=text) if count.nature is CountNature.OPEN else text


def elapsed(start: When | PublicText, end: When) -> tuple[str, str, str] | None:
    """Days from one date to another as (before, number, unit): 4日; 約7か月 where one has no day; None if unknown."""
    if isinstance(start, PublicText):
        return None
    least, most = days_between(start, end)
    if least == most:
        return "", number(least), word("format.days")
    months = (end.latest.year - start.earliest.year) * 12 + end.latest.month - start.earliest.month
    if most - least > 3 * ONE_MONTH or months == 0:
        return None
    return word("format.about"), number(months), word("format.months")


def phone_html(text: PublicText) -> Markup:
    """A telephone number as a link to call it, with what is typed around it (直通, 内線)."""
    match = _PHONE.search(text.plain) if len(text.parts) == 1 and isinstance(text.parts[0], str) else None
    if match is None:
        return inline_html(text)
    before, after = text.plain[: match.start()], text.plain[match.end() :].rstrip("\n")
    link = Markup('<a class="k-nb" href="tel:{}">{}</a>').format(call_number(match.group()), match.group())
    return escape(before) + link + escape(after)


def bare_html(text: PublicText) -> Markup:
    """A number as typed, without any markup of its own: it stands alone in its element."""
    return inline_html(text) if text.has_redaction else escape(plain(text))


def phone_parts(text: PublicText) -> tuple[str, str, str] | None:
    """The number to call, the number as typed, and what is typed after it; None where there is none to call."""
    match = _PHONE.search(text.plain) if not text.has_redaction else None
    if match is None:
        return None
    return call_number(match.group()), match.group(), (text.plain[: match.start()] + text.plain[match.end() :]).strip()


def call_number(shown: str) -> str:
    """The digits alone, as `tel:` wants them (RFC 3966 allows separators; some telephones don't)."""
    return _NO_DIGIT.sub("", unicodedata.normalize("NFKC", shown))


def mail_html(text: PublicText) -> Markup:
    """A mail address as a link."""
    address = plain(text)
    if text.has_redaction or not _MAIL.fullmatch(address):
        return inline_html(text)
    return Markup('<a href="mailto:{0}">{0}</a>').format(address)
