"""What the settings themselves say stands on every page: no town is held up for what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.redaction.redact import settings_kept
from generator.settings import Municipality, MunicipalityKind, Settings, Wording
from generator.verify import verify

if TYPE_CHECKING:
    from staged import Staged

    from generator.redaction.scan import Scanner

TOWN = Settings(
    Municipality("森町", MunicipalityKind.TOWN, reading="いずみちょう"),
    wording=Wording(site_name="公表資料"),
)
BODIES = {
    # a page, whether the town may stand there
    "name": ("<p>森町</p>", True),
    "title": ("<h1>森町 公表資料</h1>", True),
    "reading": ("<p>森町（いずみちょう）</p>", True),
    "its-letters-as-a-person": ("<p>森　いずみさんに届いた。</p>", False),
}


@pytest.mark.parametrize(("body", "may_stand"), BODIES.values(), ids=BODIES)
def test_name_of_the_town(staged: Staged, scanner: Scanner, body: str, may_stand: bool) -> None:  # noqa: FBT001 -- a row
    """A town that is called like a person stands as the settings write it, and frees no person of its name."""
    staged.page(body)
    kept = settings_kept(TOWN)
    problems = verify(
        staged.folder,
        staged.outputs,
        withheld=(),
        kept=kept,
        unpublished=(),
        scanner=scanner,
        shell_digests={},
        base_url="",
    )
    assert (not problems) is may_stand
