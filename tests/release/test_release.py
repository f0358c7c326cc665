"""A site is released whole or not at all, and nobody sees it before."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from release_builder import PAGES, refuse

from generator.release import LeftoverError, SiteBusyError, exchange, release, staging

BUILDER = Path(__file__).with_name("release_builder.py")
ROOT = BUILDER.parents[2]


def start(site: Path, *words: str) -> subprocess.Popen[str]:
    """Start a builder process on `site`."""
    return subprocess.Popen(
        [sys.executable, "-B", str(BUILDER), str(site), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def generations(site: Path) -> list[str]:
    """What each page of the site says."""
    return [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]


def put(site: Path, text: str, swap=exchange) -> None:
    """Release a site of one page."""
    with staging(site) as private:
        staged = private / "site"
        staged.mkdir()
        (staged / "index.html").write_text(text, encoding="utf-8")
        release(staged, site, swap)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where the site goes; nothing is there yet."""
    return tmp_path / "site"


@pytest.mark.parametrize("swap", [exchange, refuse], ids=["exchange", "journal"])
def test_new_site_replaces_the_old(site: Path, swap) -> None:
    """The second release takes the place of the first and leaves nothing else behind but the lock."""
    put(site, "old", swap)
    put(site, "new", swap)
    assert generations(site) == ["new"]
    assert sorted(path.name for path in site.parent.iterdir()) == [".kohyo-lock", "site"]


def test_staging_is_private_and_site_is_public(site: Path) -> None:
    """Nobody else can enter the staging; whoever builds, everybody can read the site."""
    umask = os.umask(0o077)
    try:
        with staging(site) as private:
            (private / "site" / "sub").mkdir(parents=True)
            (private / "site" / "sub" / "a.html").write_text("a", encoding="utf-8")
            assert stat.S_IMODE(private.stat().st_mode) == 0o700
            assert private.parent == site.parent
            release(private / "site", site)
    finally:
        os.umask(umask)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (site, site / "sub")}
    assert modes == {0o755}
    assert stat.S_IMODE((site / "sub" / "a.html").stat().st_mode) == 0o644


def test_unreleased_staging_vanishes(site: Path) -> None:
    """A build that stops before its release leaves the old site and nothing of the new one."""
    put(site, "old")
    with pytest.raises(FileNotFoundError), staging(site) as private:  # noqa: PT012 -- the file before is the point
        (private / "index.html").write_text("new", encoding="utf-8")
        (private / "missing.html").read_bytes()
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert not list(site.parent.glob(".kohyo-staging-*"))


def test_linked_site_stays_a_link(tmp_path: Path) -> None:
    """Where `site` is a link to a folder elsewhere, that folder is replaced and the link stays."""
    real = tmp_path / "www" / "real"
    put(real, "old")
    link = tmp_path / "site"
    link.symlink_to(real)
    put(link, "new")
    assert link.is_symlink()
    assert (real / "index.html").read_text(encoding="utf-8") == "new"


def test_second_run_is_refused_while_the_first_works(site: Path) -> None:
    """Two runs never build the same site at once, and the refused one disturbs nothing."""
    with staging(site) as private:
        with pytest.raises(SiteBusyError), staging(site):
            pass
        assert private.is_dir()
    with staging(site):
        pass


@pytest.mark.parametrize("how", ["exchange", "journal"])
@pytest.mark.parametrize("moment", [0.0, 0.003, 0.006, 0.011, 0.017, 0.023, 0.031, 0.047])
def test_killed_at_any_moment(site: Path, how: str, moment: float) -> None:
    """Killed whenever it may be, the next start finds one whole site and no lock, and clears what was left."""
    process = start(site, how)
    assert process.stdout
    process.stdout.readline()
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with staging(site) as private:
        assert list(site.parent.glob(".kohyo-staging-*")) == [private]
        found = generations(site)
        assert len(found) == PAGES
        assert len(set(found)) == 1
        assert not (site.parent / ".kohyo-journal").exists()


JOURNAL_STEPS = {"before-the-note": (1, "0"), "before-the-old-goes": (2, "0"), "before-the-new-comes": (3, "1")}


@pytest.mark.parametrize(("step", "survivor"), JOURNAL_STEPS.values(), ids=JOURNAL_STEPS)
def test_killed_at_each_step_of_the_journal(site: Path, step: int, survivor: str) -> None:
    """The next start completes the exchange once the old site is away, and forgets it before."""
    process = start(site, "journal", str(step))
    process.communicate()
    assert process.returncode == 9
    with staging(site):
        assert generations(site) == [survivor] * PAGES


def test_site_is_there_at_every_moment_of_an_exchange(site: Path) -> None:
    """With one system call, a reader who looks all the time never finds the site missing."""
    process = start(site, "exchange")
    assert process.stdout
    process.stdout.readline()
    missing = 0
    for _ in range(20000):
        missing += not site.is_dir()
    process.kill()
    process.communicate()
    assert missing == 0


def test_a_link_left_behind_is_removed_and_not_followed(site: Path) -> None:
    """A link or a file with the name of a staging folder goes; what the link leads to stays."""
    theirs = site.parent / "theirs"
    theirs.mkdir()
    (theirs / "kept.txt").write_text("x", encoding="utf-8")
    (site.parent / ".kohyo-staging-link").symlink_to(theirs)
    (site.parent / ".kohyo-staging-file").write_text("x", encoding="utf-8")
    with staging(site) as private:
        assert [path for path in site.parent.glob(".kohyo-staging-*") if path != private] == []
    assert (theirs / "kept.txt").is_file()


NOTES = {
    "empty": b"",
    "bytes": b"\xff",
    "list": b"[]",
    "half": b'{"site": "site"}',
    "numbers": b'{"site": 1, "staged": [2]}',
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_a_journal_that_says_nothing_waits_for_a_person(site: Path, note: bytes) -> None:
    """Which of two folders is the site can't be told, so nothing is touched and the file is named."""
    left = site.parent / ".kohyo-staging-old"
    left.mkdir()
    journal = site.parent / ".kohyo-journal"
    journal.write_bytes(note)
    with pytest.raises(LeftoverError) as told, staging(site):
        pass
    assert told.value.name == journal.name
    assert left.is_dir()
    journal.unlink()
    with staging(site):
        assert not left.exists()
