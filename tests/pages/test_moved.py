"""A stretch of one page as part of another: its ids, ways and headings."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from generator.pages.moved import moved

HOME, PAGE = "/minutes/m/", "/cases/c/all/"


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<h1 id="a">題</h1>', '<h2 id="m-a">題</h2>'),
        ("<h6>題</h6>", "<h6>題</h6>"),
        ('<p id="a"></p><a href="#a">題</a>', '<p id="m-a"></p><a href="#m-a">題</a>'),
        ('<a href="#b">題</a>', '<a href="../../../minutes/m/#b">題</a>'),
        ('<a href="../../papers/p/#b">題</a>', '<a href="../../../papers/p/#b">題</a>'),
        ('<a href="https://a.example/#b">題</a>', '<a href="https://a.example/#b">題</a>'),
        ('<a href="tel:0400990101">題</a>', '<a href="tel:0400990101">題</a>'),
        ('<nav aria-labelledby="a b"></nav>', '<nav aria-labelledby="m-a m-b"></nav>'),
        ('<section class="x" aria-labelledby="a"></section>', '<section class="x"></section>'),
        ('<aside aria-label="題"></aside>', "<aside></aside>"),
        ('<td headers="a">一</td>', '<td headers="m-a">一</td>'),
        ("<p>id=&#34;a&#34; href=&#34;#a&#34; &lt;h1&gt;</p>", "<p>id=&#34;a&#34; href=&#34;#a&#34; &lt;h1&gt;</p>"),
        ('<header class="x"></header>', '<header class="x"></header>'),
    ],
    ids=[
        "heading with an id", "deepest heading", "way inside", "way to what is not here", "way to another page",
        "another site", "telephone", "label of two", "landmark", "another landmark",
        "cell of a head", "text that looks like tags", "no heading",
    ],
)  # fmt: skip
def test_moved(html, made):
    """Names get the prefix, headings go one deeper, ways lead where they led; text stays."""
    assert moved(Markup(html), "m", HOME, PAGE) == made  # noqa: S704 -- markup of the table above
