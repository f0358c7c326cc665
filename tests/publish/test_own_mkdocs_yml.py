"""A site's own mkdocs.yml: what it may say, and what is refused."""

from __future__ import annotations

import shutil

import pytest

from generator.pages.page import Page
from generator.shipped import shipped

PAGES = (Page("/", "", "<h1>表紙</h1>", frozenset()),)


@pytest.fixture
def own(tmp_path):
    """A mkdocs.yml of a site."""

    def write(text):
        path = tmp_path / "town" / "mkdocs.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        pytest.param("hooks: [x.py]", "E902", "hooks", id="a hook"),
        pytest.param("INHERIT: other.yml", "E902", "INHERIT", id="another file"),
        pytest.param("edit_uri: edit/main/", "E902", "edit_uri", id="a link to the sources"),
        pytest.param(
            "edit_uri_template: '{path}'", "E902", "edit_uri_template", id="a link to the sources, by template"
        ),
        pytest.param("nav: [a.md]", "E902", "nav", id="a navigation"),
        pytest.param("exclude_docs: b", "E902", "exclude_docs", id="a choice of pages"),
        pytest.param("draft_docs: b", "E902", "draft_docs", id="a choice of drafts"),
        pytest.param("site_dir: out", "E902", "site_dir", id="another site"),
        pytest.param("plugins: [search]", "E903", "plugins", id="a plugin"),
        pytest.param("plugins: {blog: {}}", "E903", "plugins", id="a plugin with options"),
        pytest.param("docs_dir: disclosures", "E904", "docs_dir", id="raw YAML as pages"),
        pytest.param("theme: {name: material, font: {text: Roboto}}", "E905", "theme.font", id="a web font"),
        pytest.param("theme: readthedocs", "E906", "theme.name", id="another theme"),
        pytest.param("theme: {custom_dir: nowhere}", "E907", "theme.custom_dir", id="templates that are not there"),
        pytest.param("theme: {custom_dir: .}", "E909", "theme.custom_dir", id="templates among the sources"),
        pytest.param("theme: {custom_dir: ..}", "E909", "theme.custom_dir", id="templates above the sources"),
        pytest.param("site_name: !ENV NAME", "E901", "", id="a value of the machine"),
        pytest.param("extra: !!python/name:os.system", "E901", "", id="a name of Python"),
        pytest.param("a: " + "[" * 100_000, "E901", "", id="deeper than any parser goes"),
        pytest.param("extra: &a {x: *a}", "E901", "", id="a value within itself"),
        pytest.param("extra: {x: 2020-01-01}", "E901", "", id="a value that JSON has not"),
        pytest.param("theme: {custom_dir: 5}", "E907", "theme.custom_dir", id="templates in no path"),
        pytest.param("- a", "E901", "", id="no mapping"),
        pytest.param("a: [", "E901", "", id="no YAML"),
    ],
)
def test_refused(published, own, text, code, key):
    """What runs code, sends readers elsewhere or publishes something else stops the build."""
    built = published(PAGES, mkdocs_yml=own(text))
    (problem,) = built.problems
    assert (problem.code, problem.field, problem.place.path) == (code, key, "mkdocs.yml")
    assert list(built.site.iterdir()) == []


def test_shipped_file_is_accepted_as_own(published, own):
    """A copy of the mkdocs.yml that ships, without its folder of templates, builds the same site."""
    text = shipped("mkdocs.yml").read_text(encoding="utf-8").replace("  custom_dir: theme_overrides\n", "")
    built, plain = published(PAGES, mkdocs_yml=own(text)), published(PAGES, name="b")
    assert built.problems == []
    assert built.text("index.html") == plain.text("index.html")


def test_own_templates_lie_over_ours(published, own):
    """A site replaces a block or an asset and keeps the rest; its own file is no longer one of the shell."""
    path = own("theme: {name: material, custom_dir: looks}\nextra_css: [assets/town.css]")
    looks = path.parent / "looks"
    (looks / "assets").mkdir(parents=True)
    (looks / "main.html").write_text(
        '{% extends "base.html" %}{% block announce %}<p>町の知らせ</p>{% endblock %}', "utf-8"
    )
    (looks / "assets" / "crest.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (looks / "assets" / ".DS_Store").write_bytes(b"x")
    (looks / "assets" / "town.css").write_text(":root{--town-colour:#123}", "utf-8")
    built = published(PAGES, mkdocs_yml=path)
    of = {output.path: output for output in built.outputs}
    assert "<p>町の知らせ</p>" in built.text("index.html")
    assert '<link rel="stylesheet" href="assets/town.css">' in built.text("index.html")
    assert not of["assets/crest.svg"].shell
    assert not of["assets/town.css"].shell
    assert "assets/.DS_Store" not in of
    assert of["assets/shell.css"].shell


def test_a_copy_of_our_templates_is_still_ours(published, own):
    """A folder of templates equal to the shipped one, as in a checkout with kohyo installed, changes nothing."""
    path = own("theme: {name: material, custom_dir: theme_overrides}")
    shutil.copytree(shipped("theme_overrides"), path.parent / "theme_overrides")
    assert published(PAGES, mkdocs_yml=path).outputs == published(PAGES, name="b").outputs


def test_what_mkdocs_warns_of_stops_the_build(published, own):
    """A setting MkDocs does not know is a problem, told without MkDocs's own words."""
    built = published(PAGES, mkdocs_yml=own("sitename: 山田の件"))
    assert [(p.code, dict(p.params)) for p in built.problems] == [("E908", {"part": "mkdocs.config"})]
