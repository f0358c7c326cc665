"""A build with a warm cache gives the bytes and the messages of one without, whatever changed or is spoiled."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from generator.cli import main

ROOT = Path(__file__).resolve().parents[2]
FILLED = '"確認しました"'
NAME = "蓮沼雄一郎"
CARRIER = (ROOT / "tests" / "canaries" / "carrier.yml").read_text(encoding="utf-8")


def write(root: Path, name: str, sentence: str = "確認しました", more: str = "") -> None:
    """A record in which one sentence is this one."""
    text = CARRIER.replace("CASE", name).replace("結び: @", f"結び: {sentence}").replace("@1", FILLED)
    text = text.replace("@s", FILLED).replace("@", FILLED)
    (root / "disclosures" / f"{name}.yml").write_text(text + more, encoding="utf-8")


def build(root: Path, *more: str) -> tuple[int, str]:
    """Exit code of the command and what it found; beside that it says only how far it has got."""
    found, progress = StringIO(), StringIO()
    with redirect_stdout(found), redirect_stderr(progress):
        code = main(["build", "--site", str(root), "--now", "2026-06-01T12:00", *more])
    return code, found.getvalue()


def site(root: Path) -> dict[str, bytes]:
    """Every file of the site."""
    folder = root / "site"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def same_without(root: Path) -> tuple[int, str]:
    """Build with the cache as it is, then without: the site and what is said are the same.  Returns the latter."""
    told = build(root)
    with_cache = site(root)
    assert build(root, "--no-cache") == told
    assert site(root) == with_cache
    return told


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A small site of two records, built with a cold cache."""
    root = tmp_path_factory.mktemp("built")
    (root / "disclosures").mkdir()
    shutil.copy(ROOT / "settings.yml", root)
    write(root, "first")
    write(root, "second", f"［氏名：{NAME}］さんにお詫びしました。")
    assert build(root)[0] == 0
    assert (root / ".kohyo-cache" / "files").is_file()
    return root


@pytest.fixture
def town(built, tmp_path):
    """A copy of it, whose cache is warm."""
    return Path(shutil.copytree(built, tmp_path / "town"))


def nothing(_town: Path) -> None:
    """Nothing changed."""


def a_sentence(town: Path) -> None:
    """Another sentence."""
    write(town, "first", "職員がお詫びしました。")


def a_name_without_a_mark(town: Path) -> None:
    """A name that was withheld in one record stands in another, where only the detectors find it."""
    write(town, "first", f"{NAME}さんの家を訪ねました。")


def another_record(town: Path) -> None:
    """A record more."""
    write(town, "third")


def a_record_less(town: Path) -> None:
    """A record gone, and with it an address that other pages led to."""
    (town / "disclosures" / "first.yml").unlink()


def the_settings(town: Path) -> None:
    """Another telephone number of the municipality."""
    path = town / "settings.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("0400-00-", "0400-01-"), encoding="utf-8")


def junk(town: Path) -> None:
    """Every file of the cache is junk."""
    for path in (path for path in (town / ".kohyo-cache").rglob("*") if path.is_file()):
        path.write_bytes(b"\0" * 4000)


def swapped(town: Path) -> None:
    """The files of the cache lie in each other's place."""
    cache = town / ".kohyo-cache"
    (cache / "scan").rename(cache / "other")
    (cache / "texts").rename(cache / "scan")
    (cache / "other").rename(cache / "texts")


CHANGES = (nothing, a_sentence, a_name_without_a_mark, another_record, a_record_less, the_settings, junk, swapped)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_same_with_and_without(change, town):
    """After each change the site is built, byte for byte and word for word as without a cache."""
    change(town)
    assert same_without(town)[0] == 0


def test_what_stops_a_build_stops_it_every_time(town):
    """A name that nobody decided on is asked about by a warm cache as by none, and never on a page."""
    write(town, "first", "波多野様の件です。", "# 電話は 090-1234-5678\n")
    first = same_without(town)
    assert first[0] == 1
    assert build(town) == first
    assert not any(NAME.encode() in data for data in site(town).values())


def test_the_cache_holds_nothing_withheld(town):
    """Neither the name nor any part of the source that holds it is in the cache, nor in the site."""
    for folder in (".kohyo-cache", "site"):
        files = [path for path in (town / folder).rglob("*") if path.is_file()]
        assert len(files) > 3
        assert [path for path in files if NAME.encode() in path.read_bytes()] == []
    assert not list((town / "site").rglob(".kohyo*"))


def test_two_builds_at_once(town):
    """Two sites of one folder, built at the same time with one cache, are the same."""
    command = [sys.executable, "-m", "generator.cli", "build", "--site", str(town), "--now", "2026-06-01T12:00"]
    outs = [town / "site", town / "other"]
    write(town, "third")
    running = [subprocess.Popen([*command, "--out", str(out)], cwd=ROOT, stderr=subprocess.PIPE) for out in outs]
    codes = [(process.communicate()[1], process.returncode)[1] for process in running]
    assert 0 in codes
    assert set(codes) <= {0, 2}  # one may find the other at work and say so
    assert same_without(town)[0] == 0
