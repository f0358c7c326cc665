"""What all tests share: the clock of the broken sites, and one scanner, whose dictionary takes a moment to load."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from generator.redaction.scan import Scanner

JST = timezone(timedelta(hours=9))


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    """One scanner for the whole run."""
    return Scanner()


@pytest.fixture(scope="session")
def now() -> datetime:
    """Noon of 2026-06-01 in Japan."""
    return datetime(2026, 6, 1, 12, tzinfo=JST)
