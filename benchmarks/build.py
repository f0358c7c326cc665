"""Builds of N invented incidents, cold and with a warm cache, against stock MkDocs + Material, in one run, in turn.

    python benchmarks/build.py [N] [ROUNDS]

All are whole processes; CPU seconds are the kernel's account of each.  Stock builds the very page files that kohyo
made (front matter and a ready HTML body), outside `nav`, with Material's defaults and its search plugin; PDFs, data,
feeds and statistics are kohyo's alone.  Of the warm builds one finds nothing changed, one a sentence more in one
record, one a person's name more, which every file of the site has to be searched for.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
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


def _nothing(_record: Path) -> None:
    """Leave everything as it is."""


def _sentence(record: Path) -> None:
    """Begin a text anew, each time in other words."""
    _begin(record, f"これは{time.monotonic_ns() % 1000}回目の書き直しです。")


def _name(record: Path) -> None:
    """Have a name withheld that no record held before."""
    _begin(
        record,
        f"連絡は［氏名：{random.choice('東西南北')}{random.choice('郷原宮門')}{random.choice('一二三四五六')}郎］さんから受けました。",
    )


def _begin(record: Path, words: str) -> None:
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    at = lines.index("概要: |\n") + 1
    lines[at] = f"  {words}{lines[at].strip()}\n"
    record.write_text("".join(lines), encoding="utf-8")


WARM = {"nothing changed": _nothing, "one sentence more": _sentence, "one name more": _name}


def rounds_of(work: Path, rounds: int) -> dict[str, list[tuple[float, float, int]]]:
    """CPU seconds, wall seconds and MiB of each way to build, round by round."""
    town, stock = work / "town", work / "stock"
    records = sorted((town / "disclosures").glob("*.yml"))
    record = records[len(records) // 2]
    kohyo = [sys.executable, "-m", "generator.cli", "build", "--site", str(town), "--now", NOW]
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q"]
    runs: dict[str, list[tuple[float, float, int]]] = {name: [] for name in ("cold", *WARM, "stock mkdocs+material")}
    for _ in range(rounds):
        for folder in (town / "site", town / ".kohyo-cache", stock / "site"):
            shutil.rmtree(folder, ignore_errors=True)
        runs["cold"].append(timed(kohyo, ROOT))
        for name, change in WARM.items():
            change(record)
            runs[name].append(timed(kohyo, ROOT))
        runs["stock mkdocs+material"].append(timed(mkdocs, stock))
    return runs


def main(count: int, rounds: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        os.environ["XDG_STATE_HOME"] = str(work / "state")
        write(count, work / "town")
        (work / "staging").mkdir()
        # In a process of its own: the peak memory of a child begins with that of the parent it was forked from.
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            spent = pool.submit(stages, work / "town", work / "staging").result()
        stock = work / "stock"
        shutil.copytree(work / "staging" / "work" / "docs", stock / "docs", copy_function=_without_our_template)
        (stock / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
        pages = sum(1 for _ in (stock / "docs").rglob("*.md"))
        runs = rounds_of(work, rounds)
    print(f"{count} records, {pages} pages, {rounds} rounds, Python {sys.version.split()[0]}")
    for name, of_one in runs.items():
        cpu, wall, memory = (statistics.median(column) for column in zip(*of_one, strict=True))
        shares = [one[0] / cold[0] for one, cold in zip(of_one, runs["cold"], strict=True)]
        print(f"{name:24} {cpu:6.1f} CPU-s  {wall:6.1f} s  {memory:5.0f} MiB  {statistics.median(shares):5.2f} of cold")
    total = sum(spent.values())
    print(
        "one cold build by stage: "
        + ", ".join(f"{name} {cpu:.1f} s ({cpu / total:.0%})" for name, cpu in spent.items())
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 3)
