"""The page アクセシビリティ: what the municipality states, what was tested of the templates, what nobody claims."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import generator
from generator.pages.accessibility import accessibility_pages
from generator.pages.all import build_pages
from generator.pages.tested import what_was_tested
from generator.records.dates import Day
from generator.settings_words import Accessibility, Conformance, Level

CLAIMS = re.compile("準拠|(?<!不)適合(?!レベル)|満たして|保証")
PROBLEMS = re.compile(r"^\[problems\..*?(?=^\[(?!problems)|\Z)", re.MULTILINE | re.DOTALL)


def page(site, stated=None):
    """The page, with what the settings state."""
    made = site()
    (found,) = accessibility_pages(replace(made, settings=replace(made.settings, accessibility=stated)))
    return found.body


def rows(body):
    """The lines of the statement."""
    return dict(re.findall("<div><dt>([^<]*)</dt><dd>(.*?)</dd></div>", body.partition('id="tested"')[0], re.DOTALL))


def test_nothing_stated(site):
    """Without a word of the municipality the page says that it has not tested the site, and claims nothing."""
    body = page(site)
    assert "まだ行っていません" in body
    assert CLAIMS.findall(body) == []
    assert rows(body) == {}


def test_not_tested(site):
    """未実施 stands there as it was written, with the level that is aimed at."""
    body = page(site, Accessibility("すべてのページ", Level.AA, Conformance.UNTESTED, "JIS X 8341-3:2016"))
    assert "まだ行っていません" in body
    assert rows(body)["対応度"] == "未実施"
    assert rows(body)["目標とする適合レベル"] == "AA"
    assert CLAIMS.findall(body) == []


def test_stated(site):
    """What the municipality tested and found stands there in its own words, with a link to the results."""
    stated = Accessibility(
        "すべてのページ", Level.AA, Conformance.PARTIAL, "JIS X 8341-3:2016", Day(2027, 2, 10), "総務課",
        "40ページを確かめた。", "https://town.example/results/", "古い表。", "広報課",
    )  # fmt: skip
    body = page(site, stated)
    found = rows(body)
    assert found["対応度"] == "一部準拠"
    assert "令和9年2月10日" in found["試験日"]
    assert 'href="https://town.example/results/"' in found["試験結果"]
    assert found["対応していないところ"] == "古い表。"
    assert "まだ行っていません" not in body
    assert "広報課" in body


def test_no_site_claims_conformance_by_itself(site, incident):
    """No page of a site says that it conforms unless its settings do, and no word that ships would say so."""
    made = site(incident())
    bare = replace(made, settings=replace(made.settings, accessibility=None))
    assert {page.address for page in build_pages(bare) if "準拠" in page.body} == set()
    shipped = Path(generator.__file__).parent
    files = [*shipped.rglob("*.html"), *shipped.joinpath("pages").rglob("*.toml")]
    told = PROBLEMS.sub("", shipped.joinpath("ja.toml").read_text(encoding="utf-8"))
    texts = [told, *(file.read_text(encoding="utf-8") for file in files)]
    assert len(files) > 40
    assert [text for text in texts if "準拠" in text] == []


def test_what_was_tested_stands_apart(site):
    """Tools with their versions, every check, every kind of page and all that was not tested are told."""
    body = page(site)
    told = what_was_tested()
    words = [tool.version for tool in told.tools] + [one.says for one in (*told.checks, *told.kinds)]
    assert [text for text in (*words, *told.untested, told.version) if text not in body] == []
    assert "試験の結果ではありません" in body
