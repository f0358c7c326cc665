"""The same input and clock give the same bytes, wherever and under whatever settings of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def built(folder: Path, **environment: str) -> dict[str, bytes]:
    """The example site, built from a copy in `folder`."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "disclosures", folder / "disclosures")
    shutil.copy(ROOT / "settings.yml", folder)
    command = [sys.executable, "-m", "generator.cli", "build", "--site", str(folder), "--now", "2026-11-21T09:00"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, cwd=folder.parent, env=environment, check=True, capture_output=True)
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_machines(tmp_path):
    """Folder, time zone, locale, hash seed, umask-independent bytes: nothing of them is in the site."""
    one = built(tmp_path / "a", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    other = built(tmp_path / "elsewhere" / "b", TZ="America/New_York", LC_ALL="C.UTF-8", PYTHONHASHSEED="77")
    assert one == other
    assert len(one) > 20
