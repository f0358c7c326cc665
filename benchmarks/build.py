"""A cold build of N invented incidents against stock MkDocs + Material on the same pages, in one run, in turn.

    python benchmarks/build.py [N] [ROUNDS]

Both are whole processes; CPU seconds are the kernel's account of each.  Stock builds the very page files that kohyo
made (front matter and a ready HTML body), outside `nav`, with Material's defaults and its search plugin.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from generate import write  # noqa: E402

from generator import pipeline  # noqa: E402
from generator.cli import JST  # noqa: E402
from generator.redaction.scan import Scanner  # noqa: E402

NOW = "2026-11-21T09:00"
STOCK = """site_name: stock
site_url: https://stock.example
docs_dir: docs
theme:
  name: material
  language: ja
  font: false
nav:
  - index.md
not_in_nav: "*"
plugins: [search]
"""


def timed(command: list[str], folder: Path) -> tuple[float, float, int]:
    """CPU seconds, wall seconds and peak memory (MiB) of a process that must succeed."""
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {command}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss // 1024


def stages(town: Path, staging: Path) -> dict[str, float]:
    """Where one build's CPU time goes, by stage; leaves the page files in `docs` of the working folder."""
    marks: list[tuple[str, float]] = []
    scanner, now = Scanner(), datetime.fromisoformat(NOW).replace(tzinfo=JST)

    def step(stage: str) -> None:
        marks.append((stage, time.process_time()))

    checked = pipeline.check(town, now, scanner, step)
    problems = pipeline.stage(town, checked, staging, now, scanner, step)
    if any(problem.severity.stops for problem in (*checked.problems, *problems)):
        raise SystemExit("the generated town does not build")
    marks.append(("", time.process_time()))
    return {name: marks[i + 1][1] - at for i, (name, at) in enumerate(marks[:-1])}


def _without_our_template(source: str, target: str) -> None:
    """A page file for a theme that has no template of ours."""
    lines = Path(source).read_text(encoding="utf-8").splitlines(keepends=True)
    Path(target).write_text("".join(line for line in lines if not line.startswith("template:")), encoding="utf-8")


def main(count: int, rounds: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        write(count, work / "town")
        (work / "staging").mkdir()
        spent = stages(work / "town", work / "staging")
        stock = work / "stock"
        shutil.copytree(work / "staging" / "work" / "docs", stock / "docs", copy_function=_without_our_template)
        (stock / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
        pages = sum(1 for _ in (stock / "docs").rglob("*.md"))
        kohyo = [sys.executable, "-m", "generator.cli", "build", "--site", str(work / "town"), "--now", NOW]
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q"]
        ours, theirs = [], []
        for _ in range(rounds):
            shutil.rmtree(work / "town" / "site", ignore_errors=True)
            ours.append(timed(kohyo, ROOT))
            shutil.rmtree(stock / "site", ignore_errors=True)
            theirs.append(timed(mkdocs, stock))
    print(f"{count} records, {pages} pages, {rounds} rounds, Python {sys.version.split()[0]}")
    for name, runs in (("kohyo build", ours), ("stock mkdocs+material", theirs)):
        cpu, wall, memory = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"{name:24} {cpu:6.1f} CPU-s  {wall:6.1f} s  {memory:5.0f} MiB")
    ratios = [one[0] / other[0] for one, other in zip(ours, theirs, strict=True)]
    print(f"CPU ratio, pair by pair: median {statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})")
    total = sum(spent.values())
    print("one build by stage: " + ", ".join(f"{name} {cpu:.1f} s ({cpu / total:.0%})" for name, cpu in spent.items()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 3)
