"""`kohyo bundle` run as it is typed: what the zip holds, what stops it, and what stands there afterwards."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from generator.bundle import write_bundle
from generator.cli import JST, main
from generator.redaction import compose
from generator.text import PublicText

ROOT = Path(__file__).resolve().parents[2]
NOW = ["--now", "2026-11-21T09:00"]
TOP = "kohyo-shiona-example-2026-11-21"
START = f"{TOP}/最初に開いてください.html"
OF_THE_SITE = (".atom", "/data/")
"""What a copy leaves out and its pages link to: feeds, and the page of the data."""
NAME = "蓮沼 雄一郎"
LATEST = "https://kohyo.shiona.example/"


def town(folder: Path) -> Path:
    """The example municipality in a folder of its own."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "disclosures", folder / "disclosures")
    shutil.copy(ROOT / "settings.yml", folder)
    return folder


def bundled(folder: Path, **environment: str) -> Path:
    """The zip of the example, made by the command in `folder`."""
    command = [sys.executable, "-m", "generator.cli", "bundle", "--site", str(town(folder)), *NOW]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, cwd=folder.parent, env=environment, check=True, capture_output=True)
    return folder / "kohyo-2026-11-21.zip"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The zip, made once."""
    return bundled(tmp_path_factory.mktemp("made") / "town", TZ="UTC", PYTHONHASHSEED="1")


@pytest.fixture(scope="module")
def held(made):
    """Name and bytes of each file in it."""
    with zipfile.ZipFile(made) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class Page(HTMLParser):
    """What one page links to, what it loads, and the ids it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 -- HTMLParser
        """Every address a reader or a browser may follow."""
        values = dict(attrs)
        self.ids.add(values.get("id") or "")
        if values.get("rel") != "canonical":
            self.links += [values[key] for key in ("href", "src", "action") if values.get(key)]


def pages_of(held: dict[str, bytes]) -> dict[str, Page]:
    """Every page, parsed."""
    return {name: Page(data.decode()) for name, data in held.items() if name.endswith(".html")}


def address_of(name: str) -> str:
    """Where a page of the copy stands in the public site."""
    return LATEST if name == START else LATEST + name.removeprefix(f"{TOP}/kohyo/").removesuffix("index.html")


def test_same_bytes(made, tmp_path):
    """Folder, time zone, locale, hash seed and umask leave nothing in the zip."""
    before = os.umask(0o077)
    try:
        other = bundled(tmp_path / "elsewhere" / "b", TZ="America/New_York", LC_ALL="C.UTF-8", PYTHONHASHSEED="77")
    finally:
        os.umask(before)
    assert made.read_bytes() == other.read_bytes()
    assert stat.S_IMODE(other.stat().st_mode) == 0o644


def test_one_page_and_one_folder_at_the_top(held):
    """Whoever unpacks the zip sees one page to open and one folder; the page is first and leads to the front page."""
    assert next(iter(held)) == START
    assert {PurePosixPath(name).parts[:2] for name in held} == {(TOP, PurePosixPath(START).name), (TOP, "kohyo")}
    assert "kohyo/index.html" in Page(held[START].decode()).links


def test_entries_tell_nothing_of_the_machine(made):
    """Each entry has the clock that was given, fixed permissions, no extra field, no comment, a name that is UTF-8."""
    with zipfile.ZipFile(made) as archive:
        entries = archive.infolist()
        assert archive.comment == b""
    assert {(entry.date_time, entry.external_attr >> 16, entry.create_system, entry.extra, entry.comment)
            for entry in entries} == {((2026, 11, 21, 9, 0, 0), 0o100644, 3, b"", b"")}  # fmt: skip
    assert [entry.filename for entry in entries if not entry.filename.isascii() and not entry.flag_bits & 0x800] == []
    names = [entry.filename for entry in entries[1:]]
    assert names == sorted(names)


def test_every_link_leads_somewhere(held):
    """Every address that is not whole names a file of the zip, and every fragment an id of that page."""
    pages = pages_of(held)
    assert len(pages) > 90
    lost = []
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = os.path.normpath(PurePosixPath(name).parent / unquote(parts.path)) if parts.path else name
            if target not in held or (parts.fragment and unquote(parts.fragment) not in pages[target].ids):
                lost.append((name, link))
    assert lost == []


def test_what_is_whole_is_no_part_of_the_copy(held):
    """Of the public site a page links to itself, feeds and data, never to what lies beside it; loads none of it."""
    strange = []
    for name, page in pages_of(held).items():
        own = address_of(name)
        whole = (link.partition("#")[0] for link in page.links if link.startswith(LATEST))
        strange += [(name, link) for link in whole if link != own and not link.endswith(OF_THE_SITE)]
    assert strange == []
    loading = re.compile(rb'<(?:script|img|iframe)[^>]+src="[a-z]+:|<link rel="(?!canonical)[^>]+href="[a-z]+:')
    assert [name for name, data in held.items() if name.endswith(".html") and loading.search(data)] == []


def test_every_page_tells_its_day_and_where_it_is_now(held):
    """Each page says of which day the copy is, and gives the address of the same page as it is now."""
    for name, data in held.items():
        if name.endswith(".html"):
            text = data.decode()
            address = address_of(name)
            assert "この写しは令和8年11月21日（土）現在です。" in text, name
            assert f'<a href="{address}">{address}</a>' in text, name


def test_what_only_a_server_gives_out_stays_away(held):
    """No page for lost readers, no site map, no feed, no data of the whole site."""
    assert [name for name in held if name.endswith(("404.html", "sitemap.xml", ".gz", ".atom", ".csv", ".json"))] == []


def one_record(folder: Path) -> Path:
    """A sound site of one record that holds a resident's name."""
    (folder / "disclosures").mkdir()
    shutil.copy(ROOT / "settings.yml", folder)
    source = (ROOT / "tests" / "canaries" / "carrier.yml").read_text(encoding="utf-8").replace("CASE", "exit")
    text = source.replace("@1", '"確認しました"').replace("@s", '"確認しました"').replace("@", '"確認しました"')
    text = text.replace('結び: "確認しました"', f"結び: {NAME}さんにお詫びしました。")
    (folder / "disclosures" / "one.yml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path):
    """Such a site for one test."""
    return one_record(tmp_path)


def run(town: Path, *more: str) -> int:
    """The command, in this process."""
    return main(["bundle", "--site", str(town), "--now", "2026-06-01T12:00", *more])


def test_the_name_is_in_no_file(small):
    """What redact withholds is in no file of the zip, and the folder in which it was made is gone."""
    assert run(small) == 0
    with zipfile.ZipFile(small / "kohyo-2026-06-01.zip") as archive:
        texts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    assert len(texts) > 20
    assert [text for text in texts if "蓮沼" in text or "雄一郎" in text] == []
    assert not list(small.glob(".kohyo-staging-*"))


def test_a_leak_stops_it(small, monkeypatch, capsys):
    """With replacement off in redact the exit code is 3, the old zip stays byte for byte, and nothing is told."""
    assert run(small) == 0
    old = (small / "kohyo-2026-06-01.zip").read_bytes()
    monkeypatch.setattr(compose, "public_text", lambda settled: PublicText((settled.field.bare.text,)))
    capsys.readouterr()
    assert run(small) == 3
    assert (small / "kohyo-2026-06-01.zip").read_bytes() == old
    assert not list(small.glob(".kohyo-staging-*"))
    said = "".join(capsys.readouterr())
    assert "leak[L70" in said
    assert "蓮沼" not in said


def test_a_problem_changes_nothing(small):
    """With a mistake in a record the exit code is 1 and the old zip stays."""
    assert run(small) == 0
    old = (small / "kohyo-2026-06-01.zip").read_bytes()
    record = small / "disclosures" / "one.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("発表区分: 第一報", "発表区分: 速報"), encoding="utf-8"
    )
    assert run(small) == 1
    assert (small / "kohyo-2026-06-01.zip").read_bytes() == old


def test_a_zip_that_holds_something_else_stops_it(small, monkeypatch):
    """The zip is read back: where it does not hold what was verified, the old one stays and the exit code is 2."""
    assert run(small) == 0
    old = (small / "kohyo-2026-06-01.zip").read_bytes()
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: b"")
    assert run(small) == 2
    assert (small / "kohyo-2026-06-01.zip").read_bytes() == old


@pytest.fixture(scope="module")
def occupied(tmp_path_factory):
    """A built site with a folder, a text and a zip of somebody's beside it."""
    folder = one_record(tmp_path_factory.mktemp("occupied"))
    assert main(["build", "--site", str(folder), "--now", "2026-06-01T12:00"]) == 0
    (folder / "folder.zip").mkdir()
    (folder / "text.zip").write_text("大切な控え", encoding="utf-8")
    with zipfile.ZipFile(folder / "other.zip", "w") as archive:
        archive.writestr("memo.txt", "大切な控え")
    return folder


@pytest.mark.parametrize(
    "out",
    [
        pytest.param("copy", id="no-zip-by-name"),
        pytest.param("disclosures/copy.zip", id="among-the-sources"),
        pytest.param("site/copy.zip", id="in-a-site"),
        pytest.param("site/deep/copy.zip", id="deep-in-a-site"),
        pytest.param("folder.zip", id="a-folder"),
        pytest.param("text.zip", id="no-zip-by-content"),
        pytest.param("other.zip", id="somebody-elses-zip"),
    ],
)
def test_what_is_no_copy_is_never_written_over(occupied, out, capsys):
    """Another ending, a place among the sources or in a site, a folder, another file: exit code 2, all untouched."""
    before = {path: path.read_bytes() for path in occupied.rglob("*") if path.is_file()}
    assert run(occupied, "--out", str(occupied / out)) == 2
    assert {path: path.read_bytes() for path in occupied.rglob("*") if path.is_file()} == before
    assert "--out" in capsys.readouterr().err


def test_a_copy_replaces_an_earlier_copy(small):
    """A zip that kohyo made before is replaced, at a place and under a name that the officer chose."""
    out = small / "議場用.zip"
    assert run(small, "--out", str(out)) == 0
    first = out.read_bytes()
    assert run(small, "--out", str(out)) == 0
    assert out.read_bytes() == first


def test_a_clock_before_the_first_zip(tmp_path):
    """A zip's clock begins in 1980; an earlier time is written as that."""
    staged = tmp_path / "site"
    staged.mkdir()
    (staged / "index.html").write_text("<p>表紙</p>", encoding="utf-8")
    write_bundle(
        staged, tmp_path / "copy.zip", "https://kohyo.city.example:8443/a/", datetime(1975, 5, 1, 9, tzinfo=JST)
    )
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        (entry,) = archive.infolist()
    assert entry.filename == "kohyo-city-example-1975-05-01/kohyo/index.html"
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
