"""What the tests of verify share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from staged import Staged

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def staged(tmp_path: Path) -> Staged:
    """An empty staged site."""
    folder = tmp_path / "site"
    folder.mkdir()
    return Staged(folder)
