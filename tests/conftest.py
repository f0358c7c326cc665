"""What all tests share: the clock of the broken sites, and one scanner, whose dictionary takes a moment to load."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import settings

from generator.redaction.scan import Scanner

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")  # a submission is judged by the same examples each time; at a desk they are new ones

JST = timezone(timedelta(hours=9))


def pytest_addoption(parser):
    """`--update-golden` writes the golden pages anew, to be read line by line before they are committed."""
    parser.addoption("--update-golden", action="store_true", help="write tests/pages/golden anew")


@pytest.fixture(scope="session", autouse=True)
def own_state(tmp_path_factory):
    """The key of the cache is one of this run, never that of who runs the tests."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    """One scanner for the whole run."""
    return Scanner()


@pytest.fixture(scope="session")
def now() -> datetime:
    """Noon of 2026-06-01 in Japan."""
    return datetime(2026, 6, 1, 12, tzinfo=JST)
