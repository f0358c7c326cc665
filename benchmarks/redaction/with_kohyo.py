"""The product as a worker of compare.py, with empty settings, by the function that predict.py calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from predict import found
from worker import work

from generator.redaction.scan import Scanner

if TYPE_CHECKING:
    from worker import Predict


def load() -> Predict:
    """A fresh scanner for each text: it would remember texts that it has seen."""
    return lambda text: found(Scanner(), text)


if __name__ == "__main__":
    work(load)
