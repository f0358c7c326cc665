"""少数の扱い: what of a table with totals is not shown, and that none of it can be computed."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.statistics.small import Hidden, conceal


def whole(inner):
    """The table with its totals, by cell."""
    rows = [[*row, sum(row)] for row in inner]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    return {(i, j): value for i, row in enumerate(rows) for j, value in enumerate(row)}


def shown(inner, threshold=10):
    """The table as readers see it: `<` a small number, `x` one hidden beside it."""
    signs = {Hidden.SMALL: "<", Hidden.BESIDE: "x"}
    hidden = conceal(inner, threshold)
    cells = whole(inner)
    width = len(inner[0]) + 1
    said = [signs[hidden[cell]] if cell in hidden else str(cells[cell]) for cell in sorted(cells)]
    return [" ".join(said[start : start + width]) for start in range(0, len(said), width)]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param([[12, 40], [30, 0]], ["12 40 52", "30 0 30", "42 40 82"], id="nothing small"),
        pytest.param([[0, 0], [0, 0]], ["0 0 0", "0 0 0", "0 0 0"], id="nobody"),
        pytest.param([[3, 40], [50, 60]], ["< x 43", "x x 110", "53 100 153"], id="one small cell, four hidden"),
        pytest.param([[3]], ["< <", "< <"], id="one number, and so every total of it"),
        pytest.param([[3, 0], [40, 50]], ["< 0 <", "40 50 90", "x 50 x"], id="a small year hides no other year"),
        pytest.param(
            [[1] * 9],
            [" ".join("<" * 9) + " x", " ".join("<" * 9) + " x"],
            id="«below 10» of nine ones would tell them",
        ),
        pytest.param([[1, 1], [40, 50]], ["< < <", "x x 90", "x 51 x"], id="two ones that make two"),
    ],
)
def test_what_is_hidden(inner, expected):
    """Small numbers are hidden with as little else as keeps them from being computed, totals of years last."""
    assert shown(inner) == expected


@pytest.mark.parametrize("threshold", [0, 1])
def test_no_threshold_hides_nothing(threshold):
    """Where the settings ask for nothing, every number is shown."""
    assert conceal([[1, 2], [3, 4]], threshold) == {}


def possible(inner, threshold, hidden):
    """Every value each small number can have for a reader who tries all of them.

    Such a reader knows what is shown, that all adds up, that a small number is at least 1 and below the threshold, and
    that an inner one hidden beside another is not small.
    """
    cells = whole(inner)
    rows, columns = len(inner), len(inner[0])
    unknown = [(i, j) for i in range(rows) for j in range(columns) if (i, j) in hidden]
    ranges = [_may_be(hidden[cell], threshold, cells[cell]) for cell in unknown]
    small = [cell for cell, value in cells.items() if 0 < value < threshold]
    found = {cell: set() for cell in small}
    for values in product(*ranges):
        guess = [list(row) for row in inner]
        for (i, j), value in zip(unknown, values, strict=True):
            guess[i][j] = value
        whole_guess = whole(guess)
        if all(_agrees(value, cells[cell], hidden.get(cell), threshold) for cell, value in whole_guess.items()):
            for cell in small:
                found[cell].add(whole_guess[cell])
    return found


def _may_be(label, threshold, value):
    """The values to try; three more on either side are enough to see whether one is fixed."""
    if label is Hidden.SMALL:
        return range(1, threshold)
    return range(max(threshold if value >= threshold else 1, value - 3), value + 4)


def _agrees(guessed, true, label, threshold):
    if label is Hidden.SMALL:
        return 1 <= guessed < threshold
    return guessed >= 1 if label is Hidden.BESIDE else guessed == true


NUMBERS = st.one_of(st.just(0), st.integers(1, 4), st.integers(5, 40))
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(NUMBERS, min_size=width, max_size=width), min_size=1, max_size=2)
)


@settings(deadline=None, max_examples=150)
@given(TABLES, st.integers(3, 5))
def test_no_small_number_can_be_computed(inner, threshold):
    """Whoever tries everything that fits what is shown still finds several values for each small number."""
    hidden = conceal(inner, threshold)
    cells = whole(inner)
    assert all(cell in hidden for cell, value in cells.items() if 0 < value < threshold)
    least = min(3, threshold - 1)
    assert [cell for cell, values in possible(inner, threshold, hidden).items() if len(values) < least] == []


@settings(deadline=None, max_examples=150)
@given(TABLES, st.integers(2, 12))
def test_zero_is_never_hidden(inner, threshold):
    """0 is about nobody, and a table of 事案 shows it anyway."""
    cells = whole(inner)
    assert [cell for cell in conceal(inner, threshold) if cells[cell] == 0] == []


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.integers(0, 400), min_size=5, max_size=5), min_size=1, max_size=30))
def test_large_tables_are_done(inner):
    """Thirty years of five types come to an end, every small number in them hidden."""
    hidden, cells = conceal(inner, 10), whole(inner)
    assert all(cell in hidden for cell, value in cells.items() if 0 < value < 10)
