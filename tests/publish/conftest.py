"""A small municipality and a way to publish pages of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from generator.publish import publish
from generator.settings import Municipality, MunicipalityKind, Settings, Wording

if TYPE_CHECKING:
    from pathlib import Path

    from generator.outputs import Output
    from generator.problems import Problem

NOW = datetime(2026, 5, 1, 9, 0, tzinfo=timezone(timedelta(hours=9)))


@dataclass(frozen=True)
class Built:
    """One run of publish."""

    site: Path
    work: Path
    outputs: list[Output]
    problems: list[Problem]

    def text(self, path):
        """A file of the site."""
        return (self.site / path).read_text(encoding="utf-8")


@pytest.fixture
def settings():
    """A town with one whole number and one prefix."""
    town = Municipality("砂見町", MunicipalityKind.TOWN, phones=("0799-00-", "0799-00-1100"), address="砂見町浜一丁目")
    return Settings(town, "https://kohyo.sunami.example", wording=Wording(licence="出典を示せば使えます。"))


@pytest.fixture
def published(tmp_path, settings):
    """Publish pages; a second call uses other folders."""

    def run(pages, files=(), *, mkdocs_yml=None, settings=settings, name="a"):
        site, work = tmp_path / name / "site", tmp_path / name / "work"
        site.mkdir(parents=True)
        work.mkdir()
        outputs, problems = publish(pages, files, site, work, settings, mkdocs_yml, NOW)
        return Built(site, work, outputs, problems)

    return run
