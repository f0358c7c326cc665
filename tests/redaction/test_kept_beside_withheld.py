"""What stays readable is known to verify by the words a page shows around it, redactions included."""

from __future__ import annotations

import pytest

from generator.redaction.view import BLOT, readable, view_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("講師の架空 太郎氏と〔氏名〕さん", "講師の架空 太郎氏と〔氏名〕さん"),
        ("〔電話〕と〔住所〕の順", "〔電話〕と〔住所〕の順"),
        ("**〔氏名〕さん**の申出", "〔氏名〕さんの申出"),
        ("〔ＦＡＸ〕は区分ではない", "〔FAX〕は区分ではない"),
    ],
    ids=["beside-a-name", "two-in-order", "in-emphasis", "another-bracket"],
)
def test_a_redaction_stays_readable_among_neighbours(text: str, shown: str) -> None:
    """Detectors see a redaction blotted out; the neighbours of a kept word have it as the page does."""
    assert readable(text) == shown
    assert BLOT not in readable(text)


def test_detectors_still_see_it_blotted() -> None:
    """The view that detectors read holds no word of a redaction."""
    assert "氏名" not in view_of("〔氏名〕さん").text
