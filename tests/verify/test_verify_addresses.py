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


ADDRESS = BASE + OWN


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(f"この資料の場所 {ADDRESS}第1版", [], id="between words"),
        pytest.param(f"公表資料　{ADDRESS.rstrip('/')}", [], id="without its last slash, at the end"),
        pytest.param(f"{ADDRESS.rstrip('/')} 第1版", [], id="without its last slash, before a blank"),
        pytest.param(f"この資料の場所 {ADDRESS} 電話 0799-00-1100", ["L702"], id="a number after it"),
        pytest.param(f"電話 0799-00-1100{ADDRESS}", ["L702"], id="a number before it"),
        pytest.param(f"この資料の場所 {ADDRESS}阿佐美志津乃", ["L702"], id="a name that adjoins it"),
        pytest.param(f"この資料の場所 {ADDRESS.rstrip('/')}１", ["L702"], id="a wide digit that goes on"),
        pytest.param(f"この資料の場所 {ADDRESS}a", ["L702"], id="an address of nothing that begins alike"),
        pytest.param(f"この資料の場所 {ADDRESS}#0799-00-1100", ["L702"], id="a place within it"),
        pytest.param(f"この資料の場所 https://other.example/{OWN}", ["L702"], id="another host"),
    ],
)
def test_an_own_address_within_a_text(staged: Staged, text: str, codes: list[str]) -> None:
    """An address of the site that stands whole among other words is left alone; all around it is read."""
    staged.page("<p>本文</p>", path=f"{OWN}index.html")
    staged.page(f"<p>{text}</p>")
    assert sorted(set(staged.codes())) == codes


def test_an_own_address_within_a_text_hides_nothing(staged: Staged) -> None:
    """A withheld string is found in the address of a page among other words, as in the path itself."""
    staged.withhold("090-0000-2713", Kind.PHONE)
    staged.page("<p>本文</p>", path=f"{OWN}index.html")
    staged.page(f"<p>この資料の場所 {ADDRESS} 第1版</p>")
    assert sorted(staged.codes()).count("L701") >= 2
