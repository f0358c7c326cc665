"""Dates, counts and telephone numbers."""

from __future__ import annotations

import pytest

from generator.pages.formats import clock, count_text, elapsed, mail_html, phone_html, time_html, version_html
from generator.records.counts import parse_count
from generator.records.dates import parse_when
from generator.records.vocabulary import Unit
from generator.redaction.kinds import Kind
from generator.text import PublicText, Redacted

PERIOD = (
    '<time class="k-nb" datetime="2026-05-12">令和8年5月12日（火）</time>～'
    '<time class="k-nb" datetime="2026-05-16"><span class="visually-hidden">令和8年</span>5月16日（土）</time>'
)


def text(*parts):
    """A public text."""
    return PublicText(parts)


def when(typed):
    """A date of the grammar."""
    found = parse_when(typed).when
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2026-05-23", '<time class="k-nb" datetime="2026-05-23">令和8年5月23日（土）</time>'),
        ("平成29年12月", '<time class="k-nb" datetime="2017-12">平成29年12月</time>'),
        ("令和7年度", "令和7年度"),
        ("2026-05-12～2026-05-16", PERIOD),
    ],
)
def test_time(typed, shown):
    """A date carries its machine form; a second one of the same year keeps the year for those who listen."""
    assert time_html(when(typed)) == shown


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        pytest.param("2026-04-14", "2026-04-18", ("", "4", "日"), id="days"),
        pytest.param("2026-04-14", "2026-04-14", ("", "0", "日"), id="same-day"),
        pytest.param("平成29年12月", "2018-07-05", ("約", "7", "か月"), id="month-precision"),
        pytest.param("平成29年", "2018-07-05", None, id="year-only"),
        pytest.param("2026年4月", "2026-04-18", None, id="same-month"),
    ],
)
def test_elapsed(start, end, span):
    """Days where both are dates, about so many months where one is a month, else nothing is claimed."""
    assert elapsed(when(start), when(end)) == span


@pytest.mark.parametrize(
    ("typed", "shown"), [("29", "29人"), ("約1284人", "約1,284人"), ("延べ30件", "延べ30件"), ("最大5", "最大5人")]
)
def test_counts(typed, shown):
    """A count keeps what kind of number it is, and gets commas and a unit."""
    assert count_text(parse_count(typed), Unit.PERSON) == shown


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        pytest.param(("0400-99-0101",), '<a class="k-nb" href="tel:0400990101">0400-99-0101</a>', id="number"),
        pytest.param(
            ("０４００－９９－０１０１（直通）",),
            '<a class="k-nb" href="tel:0400990101">０４００－９９－０１０１</a>（直通）',
            id="full-width",
        ),
        pytest.param(("代表から転送",), "代表から転送", id="no-number"),
        pytest.param(
            (Redacted(Kind.PHONE),),
            '<span class="k-withheld" role="img" aria-label="電話は伏せています">〔電話〕</span>',
            id="withheld",
        ),
    ],
)
def test_phone(parts, shown):
    """A telephone number is a link to call it, alone in its element."""
    assert phone_html(text(*parts)) == shown


def test_mail():
    """A mail address is a link; what is withheld or is none is not."""
    assert mail_html(text("zei@shiomi.example")) == '<a href="mailto:zei@shiomi.example">zei@shiomi.example</a>'
    assert "href" not in mail_html(text(Redacted(Kind.MAIL)))
    assert mail_html(text("なし")) == "なし"


@pytest.mark.parametrize(("typed", "shown"), [("14:30", "14時30分"), ("９：０５", "9時05分")])
def test_clock(typed, shown):
    """A time of day with a colon is written out."""
    assert clock(text(typed)) == shown


def test_clock_as_typed():
    """Any other time of day stays as typed."""
    assert clock(text("午後2時頃")) == text("午後2時頃")


@pytest.mark.parametrize(("typed", "shown"), [("２", "第2版"), ("第2版（差替）", "第2版（差替）")])
def test_version(typed, shown):
    """A bare number is a 第n版."""
    assert version_html(text(typed)).striptags() == shown
