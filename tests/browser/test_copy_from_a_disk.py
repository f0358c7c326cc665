"""The copy of the example, unpacked and opened from the file system in real Chromium: no server, no network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.pairs import folded

ROOT = Path(__file__).parents[2]
AXE = "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
LEFT = "net::ERR_ABORTED"
"""Of a picture still on its way when the test goes on to the next page."""
START = "最初に開いてください.html"


@pytest.fixture(scope="session")
def copy(tmp_path_factory):
    """The folder that the zip unpacks to."""
    town = tmp_path_factory.mktemp("copied")
    shutil.copy(ROOT / "settings.yml", town)
    shutil.copytree(ROOT / "disclosures", town / "disclosures")
    command = [sys.executable, "-m", "generator.cli", "bundle", "--now", "2026-11-21T09:00", "--out", "写し.zip"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=town, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(town / "写し.zip") as archive:
        archive.extractall(town / "議場")
    (folder,) = (town / "議場").iterdir()
    return folder


@pytest.fixture
def opened(chromium):
    """Open a page of a disk; every request that it makes, and every error, is kept."""
    contexts = []

    def open_page(path, width=1280, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.wrong = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("requestfailed", lambda request: page.wrong.append(request.url) if request.failure != LEFT else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("console", lambda said: page.wrong.append(said.text) if said.type in {"error", "warning"} else None)
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_every_page_and_every_link_works(copy, opened):
    """Each page loads what it needs from the folder and nothing else; each link leads to a file, and its anchor."""
    page = opened(copy / START)
    links, anchors = {}, {}
    for path in sorted(copy.rglob("*.html")):
        page.goto(path.as_uri())
        links[path] = page.evaluate(
            "[...document.querySelectorAll('[href], [action]')].map(it => it.href || it.action)"
        )
        anchors[path] = set(page.evaluate("[...document.querySelectorAll('[id]')].map(it => it.id)"))
    assert len(links) > 90
    assert page.wrong == []
    assert [url for url in page.asked if not url.startswith(copy.as_uri())] == []
    lost = []
    for path, found in links.items():
        for parts in map(urlsplit, filter(None, found)):
            target, anchor = Path(unquote(parts.path)), unquote(parts.fragment)
            if parts.scheme == "file" and not (target.is_file() and (not anchor or anchor in anchors[target])):
                lost.append((path, parts.geturl()))
    assert lost == []


def test_reading_without_scripts(copy, opened):
    """Without JavaScript: from the first page to the front page, a list, a record, the top of it again."""
    page = opened(copy / START, 375, java_script_enabled=False)
    page.get_by_role("link", name="資料を開く").click()
    page.locator(".k-menu > summary").click()
    page.get_by_role("navigation", name="主なページ").get_by_role("link", name="事案").click()
    page.locator("article h3 a").first.click()
    assert page.locator("main h1").count() == 1
    assert "この写しは令和8年11月21日（土）現在です。" in page.locator(".k-copy").inner_text()
    page.locator(".k-masthead__name a").click()
    assert urlsplit(page.url).path.endswith("/kohyo/index.html")
    assert page.wrong == []


def texts_of(copy):
    """Title, words and paragraphs of each entry, folded, as the scripts of the copy hand them over."""
    table = json.loads(read(copy / "kohyo/search/table.js", "kohyoTable(", ");"))
    files = sorted((copy / "kohyo/search").glob("texts-*.js"), key=lambda path: int(path.stem.partition("-")[2]))
    texts = [
        one for path in files for one in json.loads(read(path, path.stem.replace("texts-", "kohyoTexts(") + ",", ");"))
    ]
    assert len(texts) == len(table["records"]) > 25
    return [
        [folded(part) for part in (record[1], *text["keys"], *text["text"])]
        for record, text in zip(table["records"], texts, strict=True)
    ]


def read(path, head, tail):
    """What a script hands over."""
    return path.read_text(encoding="utf-8").strip().removeprefix(head).removesuffix(tail)


TERMS = ("漏えい", "令和8年", "usb", "個人情報保護審議会", "8", "町", "資格確認書", "ないことば", "0400-00-2100", "、")


def test_the_engine_finds_what_is_there(copy, opened):
    """For each term the engine names every entry in whose text it stands, how often, and no other."""
    page = opened(copy / "kohyo/search/index.html")
    for term in TERMS:
        found = dict(page.evaluate("async term => [...await kohyoEngine.find(term)]", term))
        counted = {n: sum(part.count(term) for part in parts) for n, parts in enumerate(texts_of(copy))}
        assert found == {n: times for n, times in counted.items() if times}, term
    assert page.wrong == []


def test_a_search_from_the_front_page_to_the_words_found(copy, opened):
    """Typed in another spelling, filtered, opened, marked, and back: all from the disk, and the address keeps it."""
    page = opened(copy / "kohyo/index.html", 375)
    page.goto((copy / "kohyo/search/index.html").as_uri())
    page.get_by_role("searchbox").fill("漏洩")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('#search-count').textContent.includes('件')")
    page.locator("#search-results a").first.wait_for()
    assert "q=" in page.url
    href = page.locator("#search-results a").first.get_attribute("href")
    page.locator("#search-results a").first.click()
    page.wait_for_url("**/index.html?found=*")
    assert "index.html?found=" in href
    assert page.locator("main .k-hit").count() > 0
    page.go_back()
    page.locator("#search-results a").first.wait_for()
    assert page.get_by_role("searchbox").input_value() == "漏洩"
    assert page.wrong == []
    assert [url for url in page.asked if not url.startswith(copy.as_uri())] == []


def test_nothing_found_leads_on(copy, opened):
    """An address with a query that nothing answers says so, and shows the lists, which work."""
    page = opened(Path(f"{copy}/kohyo/search/index.html"))
    page.goto((copy / "kohyo/search/index.html").as_uri() + "?q=ないことば")
    page.locator("#search-none").wait_for()
    assert page.locator("#search-none a[href]").count() > 0
    assert page.wrong == []


def test_the_first_page_can_tell_whether_it_was_unpacked(copy, opened, tmp_path):
    """Alone, as Windows opens it inside a zip, it asks to unpack; beside its folder it doesn't."""
    shutil.copy(copy / START, tmp_path)
    alone = opened(tmp_path / START)
    assert alone.get_by_role("heading", name="先に、zip ファイルを展開してください").is_visible()
    beside = opened(copy / START)
    assert beside.get_by_role("heading", name="先に、zip ファイルを展開してください").is_hidden()
    assert beside.wrong == []


@pytest.mark.parametrize("width", [pytest.param(1280, id="desk"), pytest.param(375, id="phone")])
def test_no_rule_of_accessibility_is_broken(copy, opened, axe, width):
    """axe-core finds nothing on the first page, nor on pages with the notice above them."""
    page = opened(copy / START, width)
    found = []
    for name in (START, "kohyo/index.html", "kohyo/search/index.html", "kohyo/incidents/index.html"):
        path = copy / name
        page.goto(path.as_uri())
        page.evaluate(axe)
        broken = page.evaluate(AXE)["violations"]
        found += [(path, rule["id"], [node["target"] for node in rule["nodes"]]) for rule in broken]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((path, "wide", []))
    assert found == []
