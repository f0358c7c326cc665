"""GiNZA alone as a worker of compare.py: whatever it calls a person, to see what a second opinion would add.

Runs in the environment that compare.py sets up; knows nothing of kohyo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from worker import work

if TYPE_CHECKING:
    from worker import Answer, Predict


def load() -> Predict:
    """The model as it comes."""
    model = spacy.load("ja_ginza")

    def predict(text: str) -> Answer:
        persons = (one for one in model(text).ents if one.label_ == "Person")
        return {"spans": [(one.start_char, one.end_char, "氏名") for one in persons], "suspicions": []}

    return predict


if __name__ == "__main__":
    work(load)
