"""What Lighthouse says of four pages of the example on a phone, beside stock MkDocs + Material on the same page files.

    python benchmarks/lighthouse.py FOLDER [ROUNDS]

FOLDER holds `npm install lighthouse@12.8.2 http-server@14.1.1`; Chromium is named by CHROME_PATH.  Both sites are
served with gzip by http-server from files compressed beforehand, with Lighthouse's own throttling of a slow phone.
The medians of the rounds stand in the table; bytes are those that went over the wire.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from build import STOCK, _without_our_template, stages  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = {
    "front": "",
    "incident": "incidents/2026-10-16-shikaku-kakuninsho-3/",
    "list": "incidents/",
    "minutes": "minutes/2026-10-29-hogo-shingikai/",
}
SCORES = ("performance", "accessibility", "best-practices", "seo")
ENDINGS = {".html", ".css", ".js", ".svg", ".json", ".xml"}
CHROMIUM = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


def compress(site: Path) -> None:
    """A .gz beside every file that servers compress."""
    for path in [one for one in site.rglob("*") if one.suffix in ENDINGS]:
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))


@contextlib.contextmanager
def served(site: Path, tools: Path) -> Iterator[str]:
    """The address of a folder, while http-server serves it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(tools / "http-server"), str(site), "-g", "-s", "-c600", "-a", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def look(address: str, tools: Path) -> dict[str, float]:
    """The four scores, the largest paint and the bytes of one run."""
    command = [str(tools / "lighthouse"), address, "--quiet", "--output=json", f"--chrome-flags={CHROMIUM}"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    told = json.loads(done.stdout)
    for name in SCORES:
        for one in told["categories"][name]["auditRefs"]:
            audit = told["audits"][one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"  {address}: {name}: {audit['id']} {audit['score']}", file=sys.stderr)
    return {name: 100 * told["categories"][name]["score"] for name in SCORES} | {
        "LCP s": told["audits"]["largest-contentful-paint"]["numericValue"] / 1000,
        "KB": told["audits"]["total-byte-weight"]["numericValue"] / 1024,
    }


def sites(work: Path) -> dict[str, Path]:
    """Both sites, built from the same page files."""
    town, stock = work / "town", work / "stock"
    shutil.copytree(ROOT / "disclosures", town / "disclosures")
    shutil.copy(ROOT / "settings.yml", town)
    (work / "staging").mkdir()
    stages(town, work / "staging")
    shutil.copytree(work / "staging" / "work" / "docs", stock / "docs", copy_function=_without_our_template)
    (stock / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=stock, check=True, stderr=subprocess.DEVNULL)
    return {"kohyo": work / "staging" / "site", "stock": stock / "site"}


def main(tools: Path, rounds: int) -> None:
    """Print the table."""
    os.environ.setdefault("CHROME_PATH", "/usr/bin/chromium")
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'page':10}{'site':8}" + "".join(f"{name:>15}" for name in (*SCORES, "LCP s", "KB")))
        found: dict[tuple[str, str], list[dict[str, float]]] = {}
        for name, site in sites(Path(folder)).items():
            compress(site)
            with served(site, tools) as address:
                for page, path in PAGES.items():
                    found[page, name] = [look(address + path, tools) for _ in range(rounds)]
        for (page, name), runs in sorted(found.items()):
            middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            print(f"{page:10}{name:8}" + "".join(f"{value:15.1f}" for value in middle.values()))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() / "node_modules" / ".bin", int(sys.argv[2]) if len(sys.argv) > 2 else 3)
