"""`kohyo serve`, run for real: this machine only, drafts marked, a saved file seen at once, nothing left behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DRAFT = "2026-05-20-draft"
PATIENCE = 60


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(url: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    """Status, text and headers."""
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode("utf-8"), dict(answer.headers)
    except urllib.error.HTTPError as refused:
        return refused.code, "", dict(refused.headers)


def until(url: str, words: str) -> str:
    """The page once it holds the words; the test fails where it never does."""
    for _ in range(PATIENCE * 5):
        try:
            page = fetch(url)[1]
        except OSError:
            page = ""
        if words in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{words} never came")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A site with one draft, served; and where its private folder lies."""
    root, private = tmp_path_factory.mktemp("town"), tmp_path_factory.mktemp("private")
    (root / "disclosures").mkdir()
    shutil.copy(ROOT / "settings.yml", root)
    source = (ROOT / "tests" / "canaries" / "carrier.yml").read_text(encoding="utf-8").replace("CASE", "served")
    text = source.replace("@1", '"確認しました"').replace("@s", '"確認しました"').replace("@", '"確認しました"')
    (root / "disclosures" / f"{DRAFT}.yml").write_text(text.replace("状態: 公開", "状態: 下書き"), encoding="utf-8")
    port, process = start(root, private)
    yield root, f"http://127.0.0.1:{port}", process, private
    process.kill()
    process.wait()


def private_folders(root: Path) -> set[Path]:
    """Where what is served lies."""
    return set(root.glob(".kohyo-serve-*"))


def start(root: Path, private: Path) -> tuple[int, subprocess.Popen[bytes]]:
    """Serve a site on some port, with `private` as the folder for temporary files."""
    port = free_port()
    command = [sys.executable, "-m", "generator.cli", "serve", "--site", str(root), "--port", str(port)]
    environment = {**os.environ, "TMPDIR": str(private), "SOURCE_DATE_EPOCH": "1780000000"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return port, process


def test_a_draft_is_shown_and_marked(served):
    """A draft has a page, and it says that nobody else sees it yet."""
    _, url, _, _ = served
    assert "下書き" in until(f"{url}/incidents/{DRAFT}/", "通知書の誤送付")


def test_only_this_machine_and_never_kept(served):
    """Another host name is refused (DNS rebinding), and no browser keeps what it got."""
    _, url, _, _ = served
    until(f"{url}/", "汐名町")
    assert fetch(f"{url}/", Host="town.example")[0] == 403
    assert fetch(f"{url}/%00")[0] == 403
    status, _, headers = fetch(f"{url}/")
    assert (status, headers["Cache-Control"]) == (200, "no-store")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_nothing_stays_behind_when_it_is_ended(name, served, tmp_path):
    """Nor does a closed window or a `kill` leave anything."""
    before = private_folders(served[0])
    port, process = start(served[0], tmp_path)
    until(f"http://127.0.0.1:{port}/", "汐名町")
    assert len(private_folders(served[0])) == len(before) + 1
    process.send_signal(getattr(signal, name))
    assert process.wait(timeout=30) == 0
    assert private_folders(served[0]) == before
    assert list(tmp_path.iterdir()) == []


def test_the_next_one_clears_away_what_a_killed_one_left(served, tmp_path):
    """A folder of a process that lives stays; nobody but its user may enter either."""
    living = private_folders(served[0])
    assert len(living) == 1
    port, process = start(served[0], tmp_path)
    until(f"http://127.0.0.1:{port}/", "汐名町")
    process.kill()
    process.wait()
    left = private_folders(served[0]) - living
    assert [folder.stat().st_mode & 0o077 for folder in left] == [0]
    port, process = start(served[0], tmp_path)
    until(f"http://127.0.0.1:{port}/", "汐名町")
    assert left.isdisjoint(private_folders(served[0]))
    assert living <= private_folders(served[0])
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0


def test_a_saved_file_is_seen_and_a_broken_one_changes_nothing(served):
    """A change shows without a restart; a file with a mistake leaves the last good page."""
    root, url, _, _ = served
    page, record = f"{url}/incidents/{DRAFT}/", root / "disclosures" / f"{DRAFT}.yml"
    until(page, "通知書の誤送付")
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("通知書の誤送付", "納付書の誤送付"), encoding="utf-8")
    until(page, "納付書の誤送付")
    record.write_text(text.replace("件名: 通知書の誤送付について", "件名： 受診券の誤送付について"), encoding="utf-8")
    time.sleep(3)
    assert "納付書の誤送付" in fetch(page)[1]


def test_nothing_stays_behind(served):
    """When it ends, the folders are as they were."""
    root, url, process, private = served
    until(f"{url}/", "汐名町")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    assert list(private.iterdir()) == []
    assert private_folders(root) == set()
