"""この発表の要点: what a reader must not miss."""

from __future__ import annotations

import pytest

from generator.pages.facts import facts
from generator.pages.glance import glance


def box(record):
    """The box of an announcement that stands alone."""
    return glance(record, facts(record), (record,), {}, "")


def rows(record):
    """Labels and values, without their HTML."""
    return {row.label: (str(row.value), row.glyph) for row in box(record).rows}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("あり", ("あり", ""), id="yes"),
        pytest.param("調査中", ("調査中", "dashed"), id="open"),
        pytest.param("なし", None, id="no"),
        pytest.param("病歴を書いた方が3人います。", ("病歴を書いた方が3人います。", ""), id="in words"),
        pytest.param("\n    - 病歴\n    - 信条", ("病歴、信条", ""), id="a list"),
        pytest.param("\n    状態: 検討中\n    説明: 照合しています。", ("検討中", "ring"), id="an open status"),
        pytest.param("\n    状態: 非公表\n    説明: 安全のため。", None, id="a closed status"),
    ],
)
@pytest.mark.parametrize(
    ("key", "label"),
    [
        pytest.param("要配慮個人情報", "要配慮個人情報", id="sensitive"),
        pytest.param("支援措置", "支援措置の対象者", id="protected"),
    ],
)
def test_what_makes_it_graver(incident, key, label, written, shown):
    """A grave fact is in the box however it was written, and not where there is nothing to say."""
    found = rows(incident(影響=f"\n  人数: 1人\n  {key}: {written}")).get(label)
    plain = found and (found[0].replace('<span class="k-nb">', "").replace("</span>", ""), found[1])
    assert plain == shown


@pytest.mark.parametrize(
    ("people", "said"),
    [pytest.param("{値: 29, 性質: 調査中}", "調査中", id="open"), pytest.param("29人", "", id="final")],
)
def test_a_number_that_may_change_says_so(incident, people, said):
    """Beside the large number stands 調査中 as long as it is not the last word."""
    assert box(incident(影響=f"\n  人数: {people}")).figures[0].open == said
