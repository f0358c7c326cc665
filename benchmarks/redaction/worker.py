"""One predictor in a process of its own: its start, its answers, its speed.

Standard library only, because it runs in every environment.  Reads one JSON object from standard input (`passages`:
texts by id, `timed`: lists of texts by name) and writes one to standard output.  Time is CPU time of this process,
which grows less than the clock's when other programs want the machine too.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Answer = dict[str, list[tuple[int, int, str]]]
    Predict = Callable[[str], Answer]

FIRST = "令和8年5月1日、健康課の職員が通知書1通を誤って送付しました。"


def work(load: Callable[[], Predict]) -> None:
    """Answer one sentence (that is the start), then the passages (which warms up), then the timed texts."""
    task = json.load(sys.stdin)
    predict = load()
    predict(FIRST)
    start = time.process_time()
    answers = {name: predict(text) for name, text in task["passages"].items()}
    seconds = {name: _seconds(predict, texts) for name, texts in task["timed"].items()}
    json.dump({"start": start, "seconds": seconds, "answers": answers}, sys.stdout)


def _seconds(predict: Predict, texts: Sequence[str]) -> float:
    began = time.process_time()
    for text in texts:
        predict(text)
    return time.process_time() - began
