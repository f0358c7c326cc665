"""Files as such: nobody's, missing, unreadable, changed; what they would load from elsewhere; what is told of them."""

from __future__ import annotations

import gzip
import hashlib
import os
from typing import TYPE_CHECKING

import pytest
from staged import BASE, OTHER

from generator.verify.subresources import is_foreign

if TYPE_CHECKING:
    from staged import Staged

NAME = "砂越八重香"


def test_stray_file(staged: Staged) -> None:
    """Raw YAML that fell into the site is a file no page owns."""
    staged.page("<p>職員</p>")
    (staged.folder / "disclosures").mkdir()
    (staged.folder / "disclosures" / "a.yml").write_text(f"氏名: {NAME}", encoding="utf-8")
    assert [(p.code, p.place.path) for p in staged.problems()] == [("L705", "disclosures/a.yml")]


@pytest.mark.parametrize("name", [".htaccess", "index.html~", "a b.html", "empty/"])
def test_stray_names(staged: Staged, name: str) -> None:
    """Hidden files, copies an editor leaves and empty folders are strays too."""
    path = staged.folder / name
    path.mkdir() if name.endswith("/") else path.write_bytes(b"")
    assert [(p.code, p.place.path) for p in staged.problems()] == [("L705", name)]


def test_stray_path_that_is_a_leak(staged: Staged) -> None:
    """The report of a stray file does not repeat the name that stands in its path."""
    staged.withhold(NAME)
    (staged.folder / f"{NAME}.yml").write_bytes(b"")
    assert [(p.code, p.place.path) for p in staged.problems()] == [("L701", "■■■■■■■■■"), ("L705", "■■■■■■■■■")]


def test_missing_file(staged: Staged) -> None:
    """A promised page that is not there stops the release."""
    staged.page("<p>職員</p>")
    staged.put("incidents/a/index.json", "{}")
    (staged.folder / "incidents/a/index.html").unlink()
    assert [(p.code, p.place.path) for p in staged.problems()] == [("L706", "incidents/a/index.html")]


@pytest.mark.parametrize("make", [os.symlink, lambda _target, path: os.mkfifo(path)], ids=["link", "pipe"])
def test_file_that_is_none(staged: Staged, make) -> None:
    """A link in the place of a page is refused, wherever it leads."""
    staged.put("index.html", "<p>職員</p>")
    (staged.folder / "index.html").rename(staged.folder.parent / "elsewhere.html")
    make(staged.folder.parent / "elsewhere.html", staged.folder / "index.html")
    assert staged.codes() == ["L711"]


def test_linked_folder(staged: Staged) -> None:
    """A link to a folder is not entered; it is a stray, and the page in it is missing."""
    staged.put("a/index.html", "<p>職員</p>")
    (staged.folder / "a").rename(staged.folder.parent / "a")
    (staged.folder / "a").symlink_to(staged.folder.parent / "a")
    assert [(p.code, p.place.path) for p in staged.problems()][:1] == [("L705", "a")]
    assert "L706" in staged.codes()


@pytest.mark.parametrize("name", ["a.docx", "a.png", "a", "a.html.bak", "a.zip", "a.HTML", "a.docx.gz"])
def test_kind_without_a_reader(staged: Staged, name: str) -> None:
    """A kind of file that nothing can read is never released."""
    staged.put(name, gzip.compress(b"x") if name.endswith("gz") else b"x")
    assert staged.codes() == ["L707"]


UNREADABLE = {
    "not-utf-8": ("a.html", "<p>職員</p>".encode("cp932")),
    "not-gzip": ("a.xml.gz", b"<a/>"),
    "gzip-cut-short": ("a.xml.gz", gzip.compress(b"<a/>" * 99)[:-9]),
    "tag-without-end": ("a.html", b"<p>a</p><p title='x"),
    "quote-out-of-place": ("a.html", b"<p don't>a</p><p>it's</p>"),
    "comment-without-end": ("a.html", b"<p>a</p><!-- b"),
    "end-of-text-tag": ("a.html", b"<p>a</p"),
    "srcdoc": ("a.html", b'<iframe srcdoc="&lt;p&gt;a"></iframe>'),
    "picture-in-an-address": ("a.html", b'<img src="data:image/png;base64,iVBORw0KGgo=" alt="">'),
    "entities-of-its-own": ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "json-cut-short": ("a.json", b'{"a": "b'),
    "json-with-trailing-text": ("a.json", b'{"a": 1} b'),
    "csv-quote-within": ("a.csv", b'a,b\r\nc"d,e\r\n'),
}


@pytest.mark.parametrize(("name", "data"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_file(staged: Staged, name: str, data: bytes) -> None:
    """What others might read differently than verify did stops the release."""
    staged.put(name, data)
    assert set(staged.codes()) == {"L708"}


@pytest.mark.parametrize("ships", [True, False], ids=["as-promised", "by-chance"])
def test_shell_as_it_ships(staged: Staged, ships: bool) -> None:  # noqa: FBT001 -- a row
    """A file of the shell is known by its digest and not read, whatever its kind."""
    font = b"\0" + NAME.encode()
    staged.withhold(NAME)
    staged.put("assets/font.woff2", font, frozenset(), ships=ships)
    staged.digests["assets/font.woff2"] = hashlib.sha256(font).hexdigest()
    assert staged.codes() == []


@pytest.mark.parametrize("digest", [{}, {"assets/a.css": hashlib.sha256(b"p{}").hexdigest()}], ids=["none", "other"])
def test_changed_shell(staged: Staged, digest: dict[str, str]) -> None:
    """A file of the shell that is not what ships stops the release."""
    staged.put("assets/a.css", "p{ }", frozenset(), ships=True)
    staged.digests |= digest
    assert staged.codes() == ["L709"]


LOADED = {
    "script": ('<script src="https://cdn.example.net/a.js"></script>', True),
    "script-without-scheme": ('<script src="//cdn.example.net/a.js"></script>', True),
    "script-with-backslashes": ('<script src="\\\\cdn.example.net/a.js"></script>', True),
    "script-one-slash": ('<script src="https:cdn.example.net/a.js"></script>', True),
    "entities": ('<img src="&#104;ttps&#58;//cdn.example.net/a.svg" alt="">', True),
    "tab-in-scheme": ('<img src="ht&#9;tps://cdn.example.net/a.svg" alt="">', True),
    "second-attribute": ('<img src="a.svg" src="https://cdn.example.net/a.svg" alt="">', True),
    "in-noscript": ('<noscript><img src="https://cdn.example.net/a.svg" alt=""></noscript>', True),
    "srcset": ('<img src="a.svg" srcset="a.svg 1x, https://cdn.example.net/a.svg 2x" alt="">', True),
    "style-sheet": ('<link rel="stylesheet" href="https://cdn.example.net/a.css">', True),
    "preconnect": ('<link rel="preconnect" href="https://cdn.example.net">', True),
    "canonical-elsewhere": ('<link rel="canonical" href="https://www.example.net/a/">', True),
    "canonical": (f'<link rel="canonical" href="{BASE}incidents/a/">', False),
    "canonical-with-entities": ('<link rel="canonical" href="https&#58;//kohyo.city.example.jp/a/">', False),
    "own-host-without-scheme": ('<img src="//kohyo.city.example.jp/a.svg" alt="">', False),
    "own-host-other-scheme": ('<img src="http://kohyo.city.example.jp/a.svg" alt="">', True),
    "host-that-begins-alike": ('<img src="https://kohyo.city.example.jp.example.net/a.svg" alt="">', True),
    "host-behind-a-user": ('<img src="https://kohyo.city.example.jp@example.net/a.svg" alt="">', True),
    "iframe": ('<iframe src="https://maps.example.net/"></iframe>', True),
    "object": ('<object data="https://cdn.example.net/a.svg"></object>', True),
    "embed": ('<embed src="https://cdn.example.net/a.svg">', True),
    "video": ('<video poster="https://cdn.example.net/a.jpg"></video>', True),
    "source": ('<audio><source src="https://cdn.example.net/a.ogg"></audio>', True),
    "form": ('<form action="https://www.example.net/send"></form>', True),
    "button": ('<button formaction="https://www.example.net/send">次</button>', True),
    "ping": ('<a href="../" ping="https://www.example.net/p">次</a>', True),
    "base": ('<base href="https://www.example.net/">', True),
    "refresh": ('<meta http-equiv="Refresh" content="0; URL=https://www.example.net/">', True),
    "refresh-within": ('<meta http-equiv="refresh" content="0; url=../b/">', False),
    "style-attribute": ("<p style=\"background: url('https://cdn.example.net/a.png')\">次</p>", True),
    "fill": ('<svg><path fill="url(https://cdn.example.net/a.svg#b)"/></svg>', True),
    "fill-within": ('<svg><path fill="url(#b)"/></svg>', False),
    "svg-use": ('<svg><use href="https://cdn.example.net/a.svg#b"/></svg>', True),
    "svg-image": ('<svg><image xlink:href="https://cdn.example.net/a.svg"/></svg>', True),
    "svg-namespace": ('<svg xmlns="http://www.w3.org/2000/svg"></svg>', False),
    "style-element": ("<style>@font-face { src: url(//cdn.example.net/a.woff2) }</style>", True),
    "import": ('<style>@import "https://cdn.example.net/a.css";</style>', True),
    "import-escaped": (r'<style>@import "\68 ttps://cdn.example.net/a.css";</style>', True),
    "image-set": ('<style>p{background:image-set("https://cdn.example.net/a.png" 1x)}</style>', True),
    "style-namespace": ("<style>@namespace svg url(http://www.w3.org/2000/svg);</style>", False),
    "style-comment": ("<style>/* url(https://cdn.example.net/) */ p{background:url(a.svg)}</style>", False),
    "link-to-click": ('<a href="https://www.example.net/">次</a>', False),
    "link-in-a-comment": ('<!-- <script src="https://cdn.example.net/a.js"></script> -->', False),
    "text": ("<p>https://www.example.net/</p>", False),
    "json-ld-context": ('<script type="application/ld+json">{"@context": "https://schema.org"}</script>', False),
}


@pytest.mark.parametrize(("body", "is_leak"), LOADED.values(), ids=LOADED)
def test_subresource(staged: Staged, body: str, is_leak: bool) -> None:  # noqa: FBT001 -- a row
    """A page loads nothing from another host; links that one clicks may lead anywhere."""
    staged.page(body)
    assert staged.codes() == ["L710"] * is_leak


OTHER_LOADED = {
    "css": ("a.css", "p{background:url( https://cdn.example.net/a.png )}", ["L710"]),
    "css-import": ("a.css", "@IMPORT 'http://cdn.example.net/a.css';", ["L710"]),
    "svg": ("a.svg", '<svg><script href="https://cdn.example.net/a.js"/></svg>', ["L710"]),
    "svg-comment-before": ("a.svg", "<!-- a --><svg><style>p{fill:url(//cdn.example.net/a)}</style></svg>", ["L710"]),
    "xml-style-sheet": ("a.xml", '<?xml-stylesheet href="https://cdn.example.net/a.xsl"?><a/>', ["L710"]),
    "atom-link": ("a.xml", f'<feed><link href="{BASE}a/"/><id>https://example.net/</id></feed>', []),
    "feed-picture": ("a.json", '{"content_html": "<img src=\\"https://cdn.example.net/a.png\\">"}', ["L710"]),
    "feed-link": ("a.json", '{"url": "https://www.example.net/"}', []),
}


@pytest.mark.parametrize(("name", "content", "codes"), OTHER_LOADED.values(), ids=OTHER_LOADED)
def test_subresource_of_another_file(staged: Staged, name: str, content: str, codes: list[str]) -> None:
    """Style sheets, pictures and feeds load nothing from another host either."""
    staged.put(name, content)
    assert staged.codes() == codes


@pytest.mark.parametrize(
    "url", ["", "#a", "?q=a", "a.svg", "/a", "../a//b", "a:b.svg"[2:], "tel:0400217788", "about:blank"]
)
def test_relative_urls(url: str) -> None:
    """What names no host stays on this one."""
    assert not is_foreign(url, BASE)


def test_place_of_a_leak(staged: Staged) -> None:
    """The report names file, line and column in the built file, what it is and where, and never the text."""
    staged.withhold(NAME)
    staged.put(
        "index.html", f"<!doctype html>\n<html>\n<p>職員 <b>と</b>の{NAME}氏\n<p title='\n{NAME}'>次</p></html>", OTHER
    )
    first, second = staged.problems()
    assert (first.place.line, first.place.column) == (3, 16)
    assert (second.place.line, second.place.column) == (4, 1)
    assert dict(first.params) == {"where": "表示される文", "kind": "氏名"}
    assert dict(second.params) == {"where": "タグの属性", "kind": "氏名"}
    assert NAME not in repr((first, second))


def test_place_behind_entities(staged: Staged) -> None:
    """Behind entities the place is that of the stretch of text they stand in."""
    staged.withhold(NAME)
    staged.put("index.html", f"<p>\n&lt;&gt;{NAME}</p>")
    (problem,) = staged.problems()
    assert problem.place.line in (1, 2)


def test_clean_site(staged: Staged) -> None:
    """A site in which everything is as promised has no problem."""
    staged.page(f'<p>職員Ｂが<a href="{BASE}">〔氏名〕</a>に送った。</p>')
    staged.put("robots.txt", "User-agent: *\n")
    staged.put("sitemap.xml.gz", gzip.compress(f"<urlset><url><loc>{BASE}</loc></url></urlset>".encode()))
    assert staged.problems() == []
