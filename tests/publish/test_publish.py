"""What publish leaves in the staged folder, and what it promises of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from generator.pages.file import SiteFile
from generator.pages.page import Page
from generator.publish import shell_digests
from generator.publish.shell_words import shell_words
from generator.settings import Municipality, MunicipalityKind, Settings
from generator.shipped import shipped

FRONT = Page("/", "", "<h1>表紙</h1>", frozenset({"a"}))
LIST = Page("/incidents/", "一覧", '<p><a href="a/">甲</a></p>', frozenset({"a"}), section="incidents")
RECORD = Page(
    "/incidents/a/", "甲の件", "<p>本文</p>", frozenset({"a", "case-a"}), description="要約", modified=date(2026, 4, 2)
)
DRAFT = Page("/incidents/b/", "乙の件", "<p>下書き</p>", frozenset({"b"}), draft=True)
PAGES = (FRONT, LIST, RECORD)
RUN_ELSEWHERE = """
import sys, pathlib, hashlib
from datetime import datetime, timedelta, timezone
from generator.pages.page import Page
from generator.publish import publish
from generator.settings import Municipality, MunicipalityKind, Settings
root = pathlib.Path(sys.argv[1])
(root / "site").mkdir(parents=True)
(root / "work").mkdir()
settings = Settings(Municipality("砂見町", MunicipalityKind.TOWN), "https://kohyo.sunami.example")
pages = [Page("/", "", "<p>表</p>", frozenset({"a"})), Page("/incidents/a/", "題", "<p>文</p>", frozenset({"a", "c"}))]
now = datetime(2026, 5, 1, tzinfo=timezone(timedelta(hours=9)))
outputs, problems = publish(pages, (), root / "site", root / "work", settings, None, now)
assert not problems
for output in outputs:
    digest = hashlib.sha256((root / "site" / output.path).read_bytes()).hexdigest()
    print(output.path, sorted(output.owners), output.shell, digest)
"""


def test_site_holds_pages_and_what_they_load(published):
    """Pages, our own assets, the sitemap and the page for lost readers: no file more, none of Material's."""
    built = published(PAGES)
    files = sorted(p.relative_to(built.site).as_posix() for p in built.site.rglob("*") if p.is_file())
    assert built.problems == []
    assert [output.path for output in built.outputs] == files
    assert set(files) == {
        "404.html",
        "sitemap.xml",
        "index.html",
        "incidents/index.html",
        "incidents/a/index.html",
    } | set(shell_digests())


def test_outputs_name_their_owners(published):
    """A page carries its owners; the sitemap everybody's; the shell nobody's, with the bytes that ship."""
    built = published(PAGES)
    of = {output.path: output for output in built.outputs}
    assert of["incidents/a/index.html"].owners == {"a", "case-a"}
    assert of["sitemap.xml"].owners == {"a", "case-a"}
    assert of["404.html"].owners == frozenset()
    assert not of["404.html"].shell
    for path, digest in shell_digests().items():
        assert of[path].shell
        assert sha256((built.site / path).read_bytes()).hexdigest() == digest


def test_files_lie_beside_the_pages(published):
    """A file that is no page is in the site with its bytes and owners; one on the place of a page is an error."""
    built = published(PAGES, [SiteFile("data/a.csv", b"a\r\n", frozenset({"a"}))])
    assert (built.site / "data/a.csv").read_bytes() == b"a\r\n"
    assert {output.path: output.owners for output in built.outputs}["data/a.csv"] == {"a"}
    twice = published(PAGES, [SiteFile("incidents/index.html", b"", frozenset())], name="b")
    assert [problem.code for problem in twice.problems] == ["E318"]
    assert "一覧" in twice.text("incidents/index.html")


def test_same_bytes_anywhere(tmp_path):
    """Folder, time zone, locale, hash seed and an old SOURCE_DATE_EPOCH change no byte."""
    runs = []
    for name, extra in (
        ("a", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}),
        ("b/ｂ", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"}),
    ):
        run = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", RUN_ELSEWHERE, str(tmp_path / name)],
            env={**os.environ, **extra},
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        runs.append(run.stdout)
        assert run.stderr == ""
    assert runs[0] == runs[1]
    assert runs[0].count("\n") > 5


def test_site_works_below_a_path(published, settings):
    """No page but 404.html depends on where the site lies; that one, shown at any address, names the place in full."""
    built = published(PAGES, settings=replace(settings, site_url="https://www.sunami.example/kohyo"))
    for path in ("index.html", "incidents/index.html", "incidents/a/index.html"):
        targets = re.findall('(?:href|src)="([^"]*)"', built.text(path))
        canonical = "https://www.sunami.example/kohyo/"
        assert targets
        assert [target for target in targets if target.startswith("/")] == []
        assert [t for t in targets if ":" in t and not t.startswith((canonical, "tel:"))] == []
    assert 'href="/kohyo/assets/shell.css"' in built.text("404.html")
    assert 'href="/kohyo/incidents/"' in built.text("404.html")


def test_no_page_asks_another_host_or_a_script(published):
    """Nothing is loaded from elsewhere, and there is no script at all."""
    built = published(PAGES)
    for path in ("index.html", "incidents/a/index.html", "404.html"):
        assert "<script" not in built.text(path)
        loaded = re.findall(r'<(?:link rel="(?:stylesheet|icon)"[^>]*href|img[^>]*src)="([^"]*)"', built.text(path))
        assert loaded
        assert not [target for target in loaded if "//" in target]
    for path in shell_digests():
        assert not re.search(r'url\((?!"#)|@import|https?://(?!www\.w3\.org/2000/svg)', built.text(path))


def test_sitemap(published):
    """The sitemap holds each public page with the day of its newest word, and no draft."""
    built = published((*PAGES, DRAFT))
    text = built.text("sitemap.xml")
    assert "<url><loc>https://kohyo.sunami.example/incidents/a/</loc><lastmod>2026-04-02</lastmod></url>" in text
    assert "<url><loc>https://kohyo.sunami.example/</loc></url>" in text
    assert "incidents/b/" not in text
    assert not (built.site / "sitemap.xml.gz").exists()


def test_draft_is_marked(published):
    """A draft says so at its top and asks no robot in; another page does neither."""
    built = published((*PAGES, DRAFT))
    assert 'class="k-draft"' in built.text("incidents/b/index.html")
    assert '<meta name="robots" content="noindex">' in built.text("incidents/b/index.html")
    assert "k-draft" not in built.text("incidents/a/index.html")
    assert "noindex" not in built.text("incidents/a/index.html")


def test_shell_names_the_municipality(published):
    """Every page says whose it is, whom to call, and where the reader is."""
    text = published(PAGES).text("incidents/index.html")
    assert "<b>砂見町</b><span>公表資料</span>" in text
    assert '<a href="tel:0799001100">0799-00-1100</a>' in text
    assert '<a href="./" aria-current="true">事案</a>' in text
    assert "出典を示せば使えます。" in text


def test_two_pages_with_one_address(published):
    """Two pages with one address stop the build, and the problem names both."""
    other = Page("/incidents/a/", "丙の件", "<p>別</p>", frozenset({"c"}))
    built = published((*PAGES, other))
    (problem,) = built.problems
    assert problem.code == "E318"
    assert dict(problem.params) == {"address": "/incidents/a/", "first": "a case-a", "second": "c"}
    assert list(built.site.iterdir()) == []


def test_records_are_never_in_the_navigation(published):
    """However many pages there are, MkDocs's navigation holds the front page alone."""
    built = published(PAGES)
    assert json.loads((built.work / "mkdocs.yml").read_text(encoding="utf-8"))["nav"] == ["index.md"]


def test_nothing_is_printed(published, capfd):
    """A build of sound pages says nothing to the terminal."""
    published(PAGES)
    assert capfd.readouterr() == ("", "")


def test_mkdocs_alone_stops():
    """`mkdocs build` in a checkout makes nothing: the folder of pages does not exist."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(shipped("mkdocs.yml"))],
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert run.returncode != 0
    assert "docs_dir" in run.stderr


@pytest.mark.parametrize("name", ["mkdocs.yml", "theme_overrides/base.html", "theme_overrides/assets/tokens.css"])
def test_shipped_files_are_found(name):
    """What ships with kohyo is found wherever kohyo runs."""
    assert shipped(name).is_file()


def test_tokens_come_with_their_licence():
    """The design tokens are the published file, under a notice with its licence."""
    text = (shipped("theme_overrides") / "assets/tokens.css").read_text(encoding="utf-8")
    notice, _, css = text.partition("*/\n")
    assert "MIT License" in notice
    assert sha256(css.encode()).hexdigest() == "ec3fb5b1e881d1bdf076feff29fe15a32269353c7a9cef40194f1eff0c3d7a90"


def test_page_as_it_is(published, request):
    """A whole page of a record, as a reader's browser receives it."""
    golden = Path(__file__).parent / "golden.html"
    text = published(PAGES).text("incidents/a/index.html")
    if request.config.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_navigation_leads_only_to_what_there_is():
    """The lists of the council, of audits and of promises stand in the navigation once they have a page."""
    settings = Settings(Municipality("砂見町", MunicipalityKind.TOWN))
    shown = [[link["key"] for link in shell_words(settings, made)["links"]] for made in ((), {"/council/", "/audits/"})]
    assert shown == [["incidents", "statistics", "about"], ["incidents", "council", "audits", "statistics", "about"]]
