"""The site's own addresses: no sentence for the detectors, and no shelter for what was withheld."""

from __future__ import annotations

import pytest
from staged import BASE, Staged

from generator.redaction.kinds import Kind

OWN = "incidents/2026-04-01-090-0000-2713/"
LINKS = {
    "relative": f'<a href="../../{OWN}">読む</a>',
    "absolute": f'<a href="{BASE}/{OWN}">読む</a>',
    "with-a-place": f'<a href="../../{OWN}#summary">読む</a>',
}


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_an_own_address_is_no_sentence(staged: Staged, link: str) -> None:
    """What a detector would see in the id of a page is left to redact, which judged it as an id."""
    staged.page("<p>本文</p>", path=f"{OWN}index.html")
    staged.page(f"<p>{link}</p>")
    assert staged.codes() == []


def test_an_address_of_nothing_is_a_sentence(staged: Staged) -> None:
    """An address that no output has is read like any text."""
    staged.page('<p><a href="../../incidents/call-090-0000-2713/">読む</a></p>')
    assert "L702" in staged.codes()


def test_an_own_address_hides_nothing(staged: Staged) -> None:
    """A withheld string is found in the address of a page all the same."""
    staged.withhold("090-0000-2713", Kind.PHONE)
    staged.page("<p>本文</p>", path=f"{OWN}index.html")
    staged.page(f"<p>{LINKS['relative']}</p>")
    assert "L701" in staged.codes()
