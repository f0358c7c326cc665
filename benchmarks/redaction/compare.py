"""kohyo beside Presidio with GiNZA, on the same marked passages, by one scorer, in one run.

    python benchmarks/redaction/compare.py [GOLD.jsonl] [--rounds N]

Presidio is installed with pip on the first run, into a virtual environment in the user's cache folder
(XDG_CACHE_HOME, else ~/.cache): never into ours.  Each round runs every predictor in a fresh process, in turn.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import statistics
import subprocess
import sys
import unicodedata
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Any

from passages import read_passages
from scorer import Score, score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from passages import Marked
    from scorer import Answer

    Run = dict[str, Any]
    """`start` and `seconds` (by name), CPU seconds; `answers` by the passage's id."""

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "presidio-requirements.txt"
PREDICTORS = {
    "Presidio as shipped": ["with_presidio.py", "shipped"],
    "Presidio, Japanese": ["with_presidio.py", "mapped"],
    "kohyo": ["with_kohyo.py"],
    "GiNZA's persons": ["with_ginza.py"],
}
LONG = 4_000
"""Characters of each text that is timed: a paper of a few pages; SudachiPy takes 49,149 bytes at once."""

PAPERS = 4
"""How many texts of the example's papers are timed."""

IN_10_000 = ("over-redaction", "idle suspicions")
"""Rows that are counts in 10,000 characters; the others are shares."""

ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "BLIS")}
"""CPU time is what is counted; threads that wait for each other would be counted too."""


def presidio() -> Path:
    """The interpreter of Presidio's environment, set up if it is not there yet."""
    wanted = REQUIREMENTS.read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kohyo"
    folder = cache / f"presidio-{hashlib.sha256(wanted + sys.version.encode()).hexdigest()[:12]}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = folder / "ready"
    if not ready.exists():
        print(f"installing Presidio and GiNZA into {folder} (about 700 MB)", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS], check=True)
        ready.touch()
    return python


def run(python: Path, predictor: Sequence[str], task: str) -> Run:
    """What one worker answers."""
    done = subprocess.run(
        [python, "-W", "ignore", HERE / predictor[0], *predictor[1:]],
        input=task,
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
        env={**os.environ, **ONE_THREAD, "PYTHONUTF8": "1"},
    )
    answer: Run = json.loads(done.stdout)
    return answer


def second_opinion(kohyo: Run, ginza: Run) -> Run:
    """kohyo, and GiNZA asking about each person where kohyo says nothing (docs/adr/0015)."""
    return {
        "start": kohyo["start"] + ginza["start"],
        "seconds": {what: kohyo["seconds"][what] + ginza["seconds"][what] for what in kohyo["seconds"]},
        "answers": {name: _asked(kohyo["answers"][name], ginza["answers"][name]) for name in kohyo["answers"]},
    }


def _asked(first: Answer, second: Answer) -> Answer:
    told = [*first["spans"], *first["suspicions"]]
    new = [one for one in second["spans"] if not any(one[0] < end and start < one[1] for start, end, _ in told)]
    return {"spans": first["spans"], "suspicions": [*first["suspicions"], *new]}


def timed_texts(passages: Sequence[Marked]) -> dict[str, list[str]]:
    """What is timed: the passages, dense with personal data, and the example's papers, which are like real ones."""
    papers = (path.read_text(encoding="utf-8") for path in sorted((HERE.parents[1] / "disclosures").glob("*.yml")))
    return {"dense text": _long(one.text for one in passages), "papers": _long(papers)[:PAPERS]}


def _long(parts: Iterable[str]) -> list[str]:
    """The parts one after the other, cut into texts of some pages."""
    whole = "\n\n".join(parts)
    return [whole[at : at + LONG] for at in range(0, len(whole), LONG)]


def table(scores: dict[str, Score], runs: dict[str, list[Run]], timed: dict[str, list[str]]) -> list[list[str]]:
    """Rows of cells, the first row being the head."""
    rates = [one.rates() for one in scores.values()]
    rows = [["", *scores]]
    rows += [[name, *(f"{rate[name]:.{1 if name in IN_10_000 else 3}f}" for rate in rates)] for name in rates[0]]
    for what, texts in timed.items():
        size = sum(map(len, texts))
        speeds = [statistics.median(size / one["seconds"][what] for one in runs[name]) for name in scores]
        rows.append([f"{what}, characters per CPU second", *(f"{speed:,.0f}" for speed in speeds)])
    starts = [statistics.median(one["start"] for one in runs[name]) for name in scores]
    rows.append(["start, CPU seconds", *(f"{start:.2f}" for start in starts)])
    rows.append(["by kind (marked): caught, automatic", *[""] * len(scores)])
    marked = next(iter(scores.values())).marked
    for kind, count in marked.most_common():
        cells = (f"{one.caught[kind] / count:.2f}, {one.automatic[kind] / count:.2f}" for one in scores.values())
        rows.append([f"{kind} ({count})", *cells])
    return rows


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """A table for README.md that can be read on a terminal as well."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = [[cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)] for row in rows]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _width(text: str) -> int:
    """Wide characters take two columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


def main(gold: Path, rounds: int) -> None:
    """Print the table."""
    passages = read_passages(gold)
    timed = timed_texts(passages)
    task = json.dumps({"timed": timed, "passages": {one.id: one.text for one in passages}})
    theirs, ours = presidio(), Path(sys.executable)
    runs: dict[str, list[Run]] = {name: [] for name in PREDICTORS}
    for _ in range(rounds):
        for name, predictor in PREDICTORS.items():
            runs[name].append(run(ours if name == "kohyo" else theirs, predictor, task))
    persons = runs.pop("GiNZA's persons")
    runs["kohyo and GiNZA"] = [second_opinion(*both) for both in zip(runs["kohyo"], persons, strict=True)]
    scores = {name: score(passages, runs[name][0]["answers"]) for name in runs}
    marked = sum(len(one.gone) for one in passages)
    print(f"{gold.name}: {len(passages)} passages, {marked} marked values; {rounds} rounds, the median is shown")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
    print(markdown(table(scores, runs, timed)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE / "invented.jsonl")
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    main(arguments.gold, arguments.rounds)
