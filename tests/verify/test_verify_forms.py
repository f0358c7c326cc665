"""A withheld string is found in whatever form the bytes of a site can hold it."""

from __future__ import annotations

import base64
import gzip
import io
import json
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from generator.redaction.kinds import Kind

if TYPE_CHECKING:
    from staged import Staged

NAME = "砂越八重香"
"""Invented; the detectors of these tests don't know it."""
NUMBER = "8361-1742-9956"

HEX = "".join(f"&#x{ord(c):x};" for c in NAME)
DECIMAL = "".join(f"&#{ord(c)};" for c in NAME)
U = "".join(f"\\u{ord(c):04x}" for c in NAME)
BRACES = "".join(f"\\u{{{ord(c):x}}}" for c in NAME)
STYLE = "".join(f"\\{ord(c):x} " for c in NAME)
PERCENT = quote(NAME)
DATA = base64.b64encode(f"<svg><text>{NAME}</text></svg>".encode()).decode()

IN_A_PAGE = {
    "plain": f"<p>申請者の{NAME}に交付した。</p>",
    "ideographic-space": "<p>砂越　八重香</p>",
    "spaced-out": f"<p>{' '.join(NAME)}</p>",
    "zero-width": "<p>砂越\u200b八\u2060重香</p>",
    "soft-hyphen": "<p>砂越&shy;八重香</p>",
    "line-break": "<p>砂越\n八重香</p>",
    "br": "<p>砂越<br>八重香</p>",
    "wbr": "<p>砂越<wbr>八重香</p>",
    "compatibility-character": "<p>砂越\u2f0b重香</p>",
    "inline-tags": "<p>砂<b>越</b><em>八<i>重</i></em>香</p>",
    "spans": "<p><span>砂越</span><span>八重香</span></p>",
    "comment-between": "<p>砂越<!-- -->八重香</p>",
    "cells": "<table><tr><td>砂越</td><td>八重香</td></tr></table>",
    "paragraphs": "<p>砂越</p><p>八重香</p>",
    "definition": "<dl><dt>砂越</dt><dd>八重香</dd></dl>",
    "ruby": "<p><ruby>砂<rt>すな</rt>越<rt>こし</rt>八重香<rt>やえか</rt></ruby></p>",
    "ruby-with-brackets": "<p><ruby>砂越<rp>（</rp><rt>すなこし</rt><rp>）</rp></ruby>八重香</p>",
    "hidden-text-between": '<p>砂越<span class="visually-hidden">姓</span>八重香</p>',
    "hidden-text": f'<p>職員<span class="visually-hidden">{NAME}</span></p>',
    "hex-entities": f"<p>{HEX}</p>",
    "decimal-entities": f"<p>{DECIMAL}</p>",
    "entities-without-semicolon": f"<p>{DECIMAL.replace(';', ' ')}</p>",
    "title": f'<p title="{NAME}">職員</p>',
    "single-quotes": f"<p title='{NAME}'>職員</p>",
    "no-quotes": f"<p title={NAME}>職員</p>",
    "entities-in-attribute": f'<p title="{HEX}">職員</p>',
    "second-of-two-attributes": f'<p title="職員" title="{NAME}">職員</p>',
    "alt": f'<img src="a.svg" alt="{NAME}の図">',
    "aria-label": f'<a href="./" aria-label="{NAME}">次</a>',
    "content": f'<meta name="description" content="{NAME}が">',
    "data": f'<p data-who="{NAME}">職員</p>',
    "class": f'<p class="{NAME}">職員</p>',
    "attribute-name": f"<p data-{NAME}>職員</p>",
    "style": f"<p style=\"--who: '{NAME}'\">職員</p>",
    "value": f'<input value="{NAME}">',
    "id": f'<h2 id="{NAME}">経過</h2>',
    "href": f'<a href="/people/{NAME}/">次</a>',
    "href-percent": f'<a href="/people/{PERCENT}/">次</a>',
    "href-percent-twice": f'<a href="/people/{quote(PERCENT)}/">次</a>',
    "src": f'<img src="{PERCENT}.svg" alt="">',
    "srcset": f'<img src="a.svg" srcset="{PERCENT}.svg 2x" alt="">',
    "mail-subject": f'<a href="mailto:a@city.example.jp?subject={PERCENT}">次</a>',
    "percent-in-text": f"<p>https://example.jp/{PERCENT}/</p>",
    "entities-shown": f"<p>{HEX.replace('&', '&amp;')}</p>",
    "u-shown": f"<p>{U}</p>",
    "fragment": f'<a href="#{PERCENT}">次</a>',
    "data-url": f'<img src="data:image/svg+xml;base64,{DATA}" alt="">',
    "data-url-percent": f'<img src="data:image/svg+xml,{quote(f"<svg><title>{NAME}</title></svg>")}" alt="">',
    "comment": f"<!-- {NAME} --><p>職員</p>",
    "comment-with-tags": "<!-- <b>砂越</b>八重香 -->",
    "comment-attribute": f'<!-- <img alt="{HEX}"> -->',
    "bogus-comment": f"<!{NAME}><p>職員</p>",
    "script": f'<script>var who = "{NAME}";</script>',
    "script-u": f'<script>var who = "{U}";</script>',
    "script-braces": f'<script>var who = "{BRACES}";</script>',
    "json-script": f'<script type="application/json">{{"who": "{U}"}}</script>',
    "json-ld": f'<script type="application/ld+json">{{"author": {{"name": "{U}"}}}}</script>',
    "json-ld-key": f'<script type="application/ld+json">{{"{U}": 1}}</script>',
    "style-element": f"<style>p::after {{ content: '{NAME}' }}</style>",
    "style-escapes": f'<style>p::after {{ content: "{STYLE}" }}</style>',
    "style-comment": f"<style>/* {NAME} */</style>",
    "svg-text": f"<svg><text>{NAME}</text></svg>",
    "svg-tspans": "<svg><text><tspan>砂越</tspan><tspan>八重香</tspan></text></svg>",
    "svg-title": f"<svg><title>{NAME}</title></svg>",
    "noscript": f"<noscript>{NAME}</noscript>",
    "template": f"<template><p>{NAME}</p></template>",
    "textarea": f"<textarea>{NAME}</textarea>",
    "caption": f"<table><caption>{NAME}</caption></table>",
    "option": f"<select><option>{NAME}</select>",
}


@pytest.mark.parametrize("body", IN_A_PAGE.values(), ids=IN_A_PAGE)
def test_name_in_a_page(staged: Staged, body: str) -> None:
    """Text, attributes, targets, comments and code give a withheld name away, however it is written."""
    staged.withhold(NAME)
    staged.page(body)
    assert set(staged.codes()) == {"L701"}


FEED = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
OTHER_FILES = {
    "text": ("robots.txt", f"# {NAME}\n"),
    "json": ("a.json", json.dumps({"who": NAME}, ensure_ascii=False)),
    "json-ascii": ("a.json", json.dumps({"list": ["", {"who": NAME}]})),
    "json-key": ("a.json", json.dumps({NAME: 1})),
    "json-split": ("a.json", json.dumps(["砂越", "八重香"])),
    "json-html": ("feed.json", json.dumps({"content_html": "<p>砂<b>越</b>八重香</p>"})),
    "json-html-attribute": ("feed.json", json.dumps({"content_html": f'<img alt="{NAME}">'})),
    "json-html-broken": ("feed.json", json.dumps({"title": f"a<b {NAME}"})),
    "manifest": ("site.webmanifest", json.dumps({"name": NAME})),
    "csv": ("a.csv", f"番号,名\r\n1,{NAME}\r\n"),
    "csv-quoted": ("a.csv", '番号,名\r\n1,"砂越\n八重香"\r\n'),
    "csv-bom": ("a.csv", f"\ufeff{NAME},番号\r\n"),
    "css": ("a.css", f"/* {NAME} */"),
    "css-escapes": ("a.css", f'p::after{{content:"{STYLE}"}}'),
    "js": ("a.js", f"let who='{U}'"),
    "svg": ("a.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><title>{NAME}</title></svg>"),
    "svg-cdata": ("a.svg", f"<svg><style><![CDATA[/* {NAME} */]]></style></svg>"),
    "atom": ("feed.xml", FEED.format(f"<title>{NAME}</title>")),
    "atom-cdata": ("feed.atom", FEED.format(f"<content><![CDATA[<p>{NAME}</p>]]></content>")),
    "atom-html": (
        "feed.xml",
        FEED.format('<content type="html">&lt;p&gt;砂&lt;b&gt;越&lt;/b&gt;八重香&lt;/p&gt;</content>'),
    ),
    "atom-attribute": ("feed.xml", FEED.format(f'<category term="{NAME}"/>')),
    "atom-twice-escaped": (
        "feed.xml",
        FEED.format(f'<content type="html">&lt;p&gt;{HEX.replace("&", "&amp;")}</content>'),
    ),
    "xml-comment": ("sitemap.xml", FEED.format(f"<!-- {NAME} -->")),
    "xml-instruction": ("sitemap.xml", FEED.format(f"<?note {NAME}='1'?>")),
    "gzip": ("sitemap.xml.gz", gzip.compress(FEED.format(f"<loc>/{PERCENT}/</loc>").encode())),
    "gzip-twice": ("a.json.gz.gz", gzip.compress(gzip.compress(json.dumps(NAME).encode()))),
    "path": (f"people/{NAME}/index.html", "<p>職員</p>"),
    "path-percent": (f"people/{PERCENT}.txt", "職員"),
}


@pytest.mark.parametrize(("path", "content"), OTHER_FILES.values(), ids=OTHER_FILES)
def test_name_in_another_file(staged: Staged, path: str, content: str | bytes) -> None:
    """Data, feeds, style sheets, pictures, packed files and paths give it away as well."""
    staged.withhold(NAME)
    staged.put(path, content)
    assert set(staged.codes()) == {"L701"}


def test_name_in_a_gzip_head(staged: Staged) -> None:
    """The file name that gzip keeps uncompressed is read too."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename=f"{NAME}.xml", fileobj=packed, mode="wb") as file:
        file.write(b"<a/>")
    data = packed.getvalue()
    assert NAME.encode() not in data  # Python leaves out what is not Latin-1, so it is put in here
    staged.withhold(NAME)
    staged.put("a.xml.gz", data[:3] + bytes([data[3] | 8]) + data[4:10] + NAME.encode() + b"\0" + data[10:])
    assert set(staged.codes()) == {"L701"}


NUMBERS = {
    "as-typed": NUMBER,
    "full-width": "８３６１－１７４２－９９５６",
    "without-hyphens": "836117429956",
    "other-hyphens": "8361\u20101742\u22129956",
    "spaces": "8361 1742 9956",
    "cells": "</p><table><tr><td>8361</td><td>1742</td><td>9956</td></tr></table><p>",
    "parted-by-tags": "<b>8361</b>-<b>1742</b>-<b>9956</b>",
    "long-mark": "8361ー1742ー9956",
    "tel": '<a href="tel:836117429956">次</a>',
}


@pytest.mark.parametrize("body", NUMBERS.values(), ids=NUMBERS)
def test_number_in_any_writing(staged: Staged, body: str) -> None:
    """A withheld number is the same with other digits, hyphens or none."""
    staged.withhold(NUMBER, Kind.MY_NUMBER)
    staged.page(f"<p>番号{body}番</p>")
    assert set(staged.codes()) == {"L701"}


INNOCENT = {
    "other-name": "<p>砂越八重子</p>",
    "redaction": '<p><span aria-hidden="true">〔氏名〕</span><span class="visually-hidden">伏せています</span></p>',
    "letter": "<p>職員Ｂ</p>",
    "parts-apart": "<p>砂越町の窓口</p><p>八重香る桜</p>",
}


@pytest.mark.parametrize("body", INNOCENT.values(), ids=INNOCENT)
def test_innocent_text(staged: Staged, body: str) -> None:
    """What only resembles a withheld name, or stands in its place, is no leak."""
    staged.withhold(NAME)
    staged.page(body)
    assert staged.codes() == []
