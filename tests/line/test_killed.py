"""A build that is killed at any moment leaves one whole site, and nothing raw anywhere."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAME = "蓮沼雄一郎"
MOMENTS = 20


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A small site whose one record holds an original that is withheld."""
    root = tmp_path_factory.mktemp("town")
    (root / "disclosures").mkdir()
    shutil.copy(ROOT / "settings.yml", root)
    source = (ROOT / "tests" / "canaries" / "carrier.yml").read_text(encoding="utf-8")
    text = (
        source.replace("CASE", "killed")
        .replace("@1", '"確認しました"')
        .replace("@s", '"確認しました"')
        .replace("@", '"確認しました"')
    )
    text = text.replace('結び: "確認しました"', f"結び: ［氏名：{NAME}］さんにお詫びしました。")
    (root / "disclosures" / "first.yml").write_text(text, encoding="utf-8")
    return root


def build(root: Path) -> subprocess.Popen[bytes]:
    """The real command in a process of its own."""
    command = [sys.executable, "-m", "generator.cli", "build", "--site", str(root), "--now", "2026-06-01T12:00"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def digest(folder: Path) -> str:
    """One hash of every path and byte below a folder."""
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        whole.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def test_killed_at_twenty_moments(town):
    """After each kill -9 the site is the old or the new one, and no leftover holds the original."""
    assert build(town).wait() == 0
    began = time.monotonic()
    assert build(town).wait() == 0
    whole = time.monotonic() - began
    seen = {digest(town / "site")}
    rng = random.Random(7)
    for moment in range(MOMENTS):
        record = town / "disclosures" / "first.yml"
        text = record.read_text(encoding="utf-8")
        record.write_text(re.sub("さんに.*?お詫び", f"さんに{moment + 2}回目のお詫び", text), encoding="utf-8")
        before = digest(town / "site")
        process = build(town)
        time.sleep(rng.uniform(0, whole * 1.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        killed = digest(town / "site")
        for path in (p for p in town.rglob("*") if p.is_file() and "disclosures" not in p.parts):
            assert NAME.encode() not in path.read_bytes(), path
        for folder in town.glob(".kohyo-staging-*"):
            assert folder.stat().st_mode & 0o077 == 0
        assert build(town).wait() == 0
        after = digest(town / "site")
        assert killed in {before, after}
        assert not list(town.glob(".kohyo-staging-*"))
        seen.add(after)
    assert len(seen) == MOMENTS + 1
