"""Whether time stays linear on text made to be slow: `hostile.py [LENGTH]`, 100,000 characters unless told otherwise.

Each seed is repeated to a tenth of the length and to the whole; the time per character must not grow more than
`GROWTH` times (a quadratic rule shows 10).  A text that takes longer than `LIMIT` is given up and counts as a failure.
Prints one line a seed, the slowest detectors of each failure, and ends with 1 if there was one.
"""

from __future__ import annotations

import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from generator.redaction import scan
from generator.redaction.detectors import DETECTORS
from generator.redaction.scan import Passage, Scanner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from generator.redaction.span import Detector, Span
    from generator.redaction.view import View

LENGTH = 100_000
GROWTH = 3.0
WARM = 300
"""Characters of each seed that are scanned first: patterns are compiled and words looked up once."""
LIMIT = 60
"""Seconds for one text."""

SEEDS = (
    *("1", "１", "0 ", "090-", "1-", "1|", "1,", "1.", "1:", "1/", "12 ", "4111 ", "〇", "一"),
    *("山", "山田", "山田 ", "山 ", "々", "佐藤花子、", "あ", "か", "ア", "アア ", "ア・", "ー", "ゝ"),
    *("(", ")", "[", "]", "「", "」", "【", "〔", "［", "（", "『", "{", "<", ">"),
    *("|", "||", "| |\n", "-", "--", "---|", "*", "**", "* ", "_", "_a ", "`", "~", "●", "○○ ", "×"),
    *(" ", "　", "\t", "\n", "\n\n", " \n", "\t\n", "\r\n", "\r", "。", "、", "・", "…", "?", "!"),
    *("氏名", "氏名 ", "氏名:", "氏名\n", "住所", "住所:", "電話", "電話番号:", "生年月日", "番号", "個人番号 12"),
    *("記号", "口座", "様", "さん", "さん(", "長男", "の件", "課長", "第", "号", "丁目", "1丁目", "町1-", "市", "在住"),
    *("[a](", "[a](b", "[a](b)", "![", "[[", "](", "<b>", "<b", "</b>", "<!--", "-->", "&", "&#1", "&amp;", "%E5"),
    *("%E5%85%90", "\\", "\\u", "\\u5c71", "=?", "=?a?b?", "=?utf-8?B?5bGx?=", "か\u3099", "\u200b", "\ufe0f"),
    *("\U000e0100", "\U00020bb7", "a", "A", "a ", "Aa ", "a@", "a.", "a@b.", "@a", "a_", "ID", "ID:a", "id="),
    *("http://", "http://a/1", "C:\\Users\\", "S40.", "S40.1.1 ", "2024-", "2026年1月1日", "昭和5年", "1歳", "（34）"),
    *("と名乗る", "「山田」", "山田●●", "山田\n太郎", "佐藤\n\n", "氏名\t電話\n山田\t090-0000-1111\n", "1\t2\n"),
    *("a\tb\n", "|氏名|電話|\n|山|1|\n", "氏名,電話\n山,1\n", "昭和"),
    "山田花子様（〒100-0001 東京都港区芝1-2-3 S40.1.1生）\n",
)
"""Walls of one sign, and what opens, repeats or names without ever coming to an end."""


class GaveUpError(Exception):
    """The limit is over."""


def main(length: int) -> int:
    """Time every seed."""
    signal.signal(signal.SIGALRM, _give_up)
    for seed in SEEDS:
        _seconds(seed, WARM)
    failures = 0
    for seed in SEEDS:
        short, long = _seconds(seed, length // 10), _seconds(seed, length)
        growth = long / 10 / max(short, 0.002)
        failed = growth > GROWTH or long >= LIMIT
        failures += failed
        print(
            f"{seed[:16]!r:24} {long / length * 1e6:8.2f} µs a character {growth:6.2f} ×{'  FAILED' if failed else ''}"
        )
        if failed:
            _blame(seed, length // 10)
    print(f"{len(SEEDS)} seeds of {length} characters: {failures} failed")
    return 1 if failures else 0


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise GaveUpError


def _seconds(seed: str, length: int) -> float:
    """CPU seconds for the seed repeated to this length."""
    text = (seed * (length // len(seed) + 1))[:length]
    signal.alarm(LIMIT)
    began = time.process_time()
    try:
        Scanner().scan_document([Passage(text)])
    except GaveUpError:
        return LIMIT * 100.0
    finally:
        signal.alarm(0)
    return time.process_time() - began


def _blame(seed: str, length: int) -> None:
    """Prints which detectors took the time."""
    spent: Counter[str] = Counter()

    def timed(view: View) -> list[Span]:
        return [span for detector in DETECTORS for span in _timed(detector, view, spent)]

    kept, scan._spans = scan._spans, timed  # noqa: SLF001 -- looks inside on purpose
    try:
        _seconds(seed, length)
    finally:
        scan._spans = kept  # noqa: SLF001
    print("    ", ", ".join(f"{name} {seconds:.2f} s" for name, seconds in spent.most_common(4)))


def _timed(detector: Detector, view: View, spent: Counter[str]) -> Iterator[Span]:
    began = time.process_time()
    found = list(detector.find(view))
    spent[f"{type(detector).__name__}/{detector.kind.value}/{detector.why}"] += time.process_time() - began
    yield from found


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else LENGTH))
