"""A process for the release tests to kill: builds whole sites, one generation after the other, until it dies.

Usage: release_builder.py SITE HOW [STEP].  HOW is `exchange` or `journal`; with a STEP the process ends itself,
as abruptly as SIGKILL would, right before that rename of the release.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

from generator.release import CannotExchangeError, exchange, release, staging

PAGES = 40


def refuse(_staged: Path, _site: Path) -> None:
    """Stand where the system has no call for it."""
    raise CannotExchangeError


def build(staged: Path, generation: int) -> None:
    """Write pages that all name their generation."""
    for number in range(PAGES):
        page = staged / f"incidents/{number}/index.html"
        page.parent.mkdir(parents=True)
        page.write_text(str(generation), encoding="utf-8")


def die_before_rename(step: int) -> None:
    """End this process at the rename with that number, counted from 1."""
    seen = count(1)

    def hook(event: str, _args: tuple[object, ...]) -> None:
        if event == "os.rename" and next(seen) == step:
            os._exit(9)

    sys.addaudithook(hook)


def main() -> None:
    """Build and release for ever, or until the chosen step."""
    site, how = Path(sys.argv[1]), sys.argv[2]
    for generation in count():
        with staging(site) as private:
            staged = private / "site"
            build(staged, generation)
            if len(sys.argv) > 3 and generation == 1:
                die_before_rename(int(sys.argv[3]))
            release(staged, site, exchange if how == "exchange" else refuse)
        print(generation, flush=True)  # noqa: T201 -- the test reads it


if __name__ == "__main__":
    main()
