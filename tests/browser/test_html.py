"""The files of the example site: valid, and every link of theirs leads somewhere."""

from __future__ import annotations

import gzip
import subprocess
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

FOUR = 4
GUESSED = "This document appears to be written in .*"
LIGHT = 100 * 1024
"""What an archive page may cost a phone, with all it loads."""


def test_html_is_valid(site, vnu):
    """The Nu Html Checker has nothing to say about any page."""
    pages = sorted(map(str, site.rglob("*.html")))
    # It guesses a page's language by its letters, and the names of columns and files are Latin ones.
    command = [*vnu, "--filterpattern", GUESSED, *pages]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.stderr, done.returncode) == ("", 0)


def test_css_is_valid(site, vnu):
    """The Nu Html Checker has nothing to say about any style sheet."""
    sheets = sorted(map(str, site.rglob("*.css")))
    done = subprocess.run([*vnu, "--css", *sheets], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.stderr, done.returncode) == ("", 0)


class Links(HTMLParser):
    """The links and the anchors of one page."""

    def __init__(self, text):
        super().__init__()
        self.targets, self.anchors = [], set()
        self.feed(text)
        self.close()

    def handle_starttag(self, _tag, attrs):
        """Collect."""
        values = dict(attrs)
        self.targets += [values[name] for name in ("href", "src") if name in values]
        if "id" in values:
            self.anchors.add(values["id"])


@pytest.fixture(scope="session")
def linked(site):
    """Each page of the site with what it links to."""
    return {path: Links(path.read_text(encoding="utf-8")) for path in site.rglob("*.html") if path.name != "404.html"}


def test_every_link_leads_somewhere(site, linked):
    """Each link inside the site reaches a file, and each fragment an anchor of it."""
    broken, followed = [], 0
    for page, found in linked.items():
        for target in found.targets:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            file = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file() or (parts.fragment and parts.fragment not in linked[file].anchors):
                broken.append((page.relative_to(site).as_posix(), target))
    assert followed > 100
    assert broken == []


def test_every_page_is_four_clicks_from_the_front(site, linked):
    """Following links from the front page, without a script, a reader comes to every page there is in four clicks."""
    clicks, reached = {site / "index.html": 0}, [site / "index.html"]
    for page in reached:
        for target in linked[page].targets:
            parts = urlsplit(target)
            file = (page.parent / unquote(parts.path)).resolve() / "index.html"
            if not parts.scheme and parts.path and file in linked and file not in clicks:
                clicks[file] = clicks[page] + 1
                reached.append(file)
    assert [page.relative_to(site).as_posix() for page in linked if clicks.get(page, FOUR + 1) > FOUR] == []


def test_lists_are_light(site):
    """A list with everything it loads is under 100 KB, compressed as servers do."""
    shell = sum(len(gzip.compress(path.read_bytes())) for path in (site / "assets").iterdir())
    folders = ("incidents", "years", "types", "council", "promises")
    lists = [site / "index.html", *(p for name in folders for p in (site / name).rglob("index.html"))]
    heaviest = max(len(gzip.compress(path.read_bytes())) for path in lists)
    assert heaviest + shell < LIGHT
