"""A page file carries its body past a Markdown converter unchanged."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from markdown import Markdown

from generator.pages.page import Page
from generator.publish.page_file import destination, page_file, page_path, ready_block

HAZARDS = """<h1>題 &amp; &lt;名&gt;</h1>

<p>*強調しない* **これも** _下線_ `字` [[二重]] {{ 波 }} {% 式 %} ![絵](x.png) [字](y.md) http://a.example</p>


    字下げ四つ

<!-- 注釈
*の中* -->
<pre>一行目

    *字下げ*
     \n  三行目 &amp; &#9;
</pre>
<table>
<tr><td>1. 番号

2. 番号</td></tr>
</table>
# 見出しではない
> 引用ではない
- 箇条ではない
---
<div>

<div>深い</div>

</div>
&nbsp;&copy;&#12354;
"""


def converted(text):
    """What Python-Markdown makes of a text, with the extensions MkDocs always adds."""
    return Markdown(extensions=["toc", "tables", "fenced_code"]).convert(text)


def test_converter_leaves_the_block_alone():
    """The converter with MkDocs's own extensions gives back the block character for character."""
    block = ready_block(HAZARDS)
    assert converted(block) == block


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        pytest.param("a\tb", "a&#9;b", id="tab"),
        pytest.param("a\n   \nb", "a\n&#32;  \nb", id="line of spaces"),
        pytest.param("a\r\nb", "a\nb", id="line end of Windows"),
        pytest.param("a\n\n\nb", "a\n\n\nb", id="blank lines"),
    ],
)
def test_what_the_converter_would_change_is_written_as_references(typed, written):
    """Tabs and lines of spaces reach the page as references; all else as it is."""
    assert f"\n{written}\n" in ready_block(typed)
    assert converted(ready_block(typed)) == ready_block(typed)


def test_both_ways_of_building_give_the_same_bytes(published):
    """kohyo, which skips the conversion, and plain `mkdocs build` on the project it wrote make the same site."""
    pages = [
        Page("/", "", "<p>表</p>", frozenset()),
        Page("/incidents/a/", "題", HAZARDS, frozenset({"a"}), modified=date(2026, 4, 1)),
    ]
    built = published(pages)
    plain = built.work / "plain"
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(built.work / "mkdocs.yml"), "-d", str(plain)]
    subprocess.run(command, check=True, capture_output=True)
    for path in ("index.html", "incidents/a/index.html", "404.html", "sitemap.xml"):
        assert (plain / path).read_bytes() == (built.site / path).read_bytes()
    assert ready_block(HAZARDS) in built.text("incidents/a/index.html")


@pytest.mark.parametrize(
    "title",
    [
        pytest.param('引用符 " と \\ と : と #', id="marks of YAML"),
        pytest.param("--- を含む\n---\n題", id="front matter's own fence"),
        pytest.param("\u2028\u0085\x7f行", id="separators"),
        pytest.param("𠮷野の件", id="outside the BMP"),
        pytest.param("<b>&amp;", id="markup"),
        pytest.param("true", id="a word of YAML"),
        pytest.param("2026-04-01", id="a date of YAML"),
        pytest.param("{{ config }}{% raw %}", id="marks of Jinja"),
    ],
)
def test_any_title_reaches_the_page(published, title):
    """The title element holds the title, escaped, whatever characters it has."""
    built = published([Page("/", "", "<p>表</p>", frozenset()), Page("/incidents/a/", title, "<p>文</p>", frozenset())])
    shown = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    text = (built.site / "incidents/a/index.html").read_bytes().decode("utf-8")
    assert f"<title>{shown}｜砂見町 公表資料</title>" in text


@pytest.mark.parametrize(
    ("address", "path", "place"),
    [
        ("/", "index.md", "index.html"),
        ("/incidents/", "incidents/index.md", "incidents/index.html"),
        ("/years/2026/2/", "years/2026/2/index.md", "years/2026/2/index.html"),
    ],
)
def test_addresses_become_paths(address, path, place):
    """An address says where its page file and its page lie."""
    assert str(page_path(address)) == path
    assert destination(address) == place


def test_front_matter_holds_what_the_shell_needs():
    """Only values that say something stand in the front matter."""
    page = Page(
        "/a/", "題", "<p>", frozenset(), description="説明", section="about", modified=date(2026, 4, 1), draft=True
    )
    head = page_file(page).split("---\n")[1]
    assert head.splitlines() == [
        'title: "題"',
        'description: "説明"',
        'template: "main.html"',
        'section: "about"',
        'modified: "2026-04-01"',
        "draft: true",
    ]
    assert "draft: " not in page_file(Page("/a/", "題", "<p>", frozenset())).split("---\n")[1]
