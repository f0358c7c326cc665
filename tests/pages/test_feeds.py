"""Feeds: an entry for what is published and one for each change, under ids that never change."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from generator.outputs import Form
from generator.pages.feeds.atom import Publisher, feed_bytes
from generator.pages.feeds.files import NEWEST, feed_files, feeds_of
from generator.pages.linked_data import of_record, script_json
from generator.records.common import Revision
from generator.records.dates import Day
from generator.records.vocabulary import PublicationState, RevisionKind
from generator.text import PublicText

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00\\+09:00")


def text(words: str) -> PublicText:
    """A public text of the tests' own."""
    return PublicText((words,))


def corrected(record, *kinds: RevisionKind):
    """The record with one 改訂 of each kind, a day apart."""
    revisions = tuple(
        Revision(kind, text(str(n + 2)), Day(2026, 11, n + 1), part=text("影響"), reason=text(f"理由その{n}"))
        for n, kind in enumerate(kinds)
    )
    return replace(record, revisions=revisions)


def feed(site, path: str):
    """The feed at a path, as XML."""
    return ET.fromstring(next(file.data for file in feed_files(site) if file.path == path))  # noqa: S314 -- our own bytes


def entries(site, path: str = "feed.atom") -> dict[str, ET.Element]:
    """Its entries by id; no id stands twice."""
    found = feed(site, path).findall(f"{ATOM}entry")
    by_id = {entry.findtext(f"{ATOM}id") or "": entry for entry in found}
    assert len(by_id) == len(found)
    return by_id


def test_correction_is_an_entry_of_its_own(chain, site):
    """With its own id, the reason as its words, and its own date; the record's entry is updated with it."""
    made = site(corrected(chain[0], RevisionKind.CORRECTION, RevisionKind.MINOR, RevisionKind.ADDITION))
    found = entries(made)
    home = next(key for key in found if "#" not in key)
    assert set(found) == {home, f"{home}#revision-1", f"{home}#revision-3"}
    change = found[f"{home}#revision-1"]
    assert "理由その0" in (change.findtext(f"{ATOM}summary") or "")
    assert change.findtext(f"{ATOM}published") == "2026-11-01T00:00:00+09:00"
    assert found[home].findtext(f"{ATOM}updated") == "2026-11-03T00:00:00+09:00"
    assert set(entries(made, "corrections/feed.atom")) == {f"{home}#revision-1", f"{home}#revision-3"}


def test_withdrawn_record_says_only_that(chain, site):
    """Its entry keeps its id; of its words none is left but the title."""
    record = corrected(chain[0], RevisionKind.WITHDRAWAL)
    record = replace(record, publication=replace(record.publication, state=PublicationState.WITHDRAWN))
    found = entries(site(record))
    home = next(key for key in found if "#" not in key)
    assert found[home].findtext(f"{ATOM}summary") == "この資料は取り下げました。"
    assert found[f"{home}#revision-1"].findtext(f"{ATOM}summary") == "理由その0"


def test_every_date_is_whole(chain, site):
    """RFC 3339, in Japan's time, whatever the record gives."""
    month = replace(chain[0], released_on=Day(2026, 4), released_at=None)
    for record in (month, chain[1], replace(chain[2], released_at=text("午後2時30分"))):
        for entry in entries(site(record)).values():
            assert RFC3339.fullmatch(entry.findtext(f"{ATOM}updated") or "")
    afternoon = entries(site(replace(chain[2], released_at=text("午後2時30分"))))
    assert "T14:30:00" in (next(iter(afternoon.values())).findtext(f"{ATOM}published") or "")


def test_archives_are_linked_in_one_line(chain, site):
    """Past 年度 lie in archives, each with a way back, and none of them is the feed itself (RFC 5005, 4)."""
    old = [replace(chain[0], id=f"old-{y}", case_id=None, released_on=Day(y, 6, 1)) for y in (2023, 2025)]
    made = {one.path: one for one in feeds_of(site(*old, chain[2]))}
    assert made["feed.atom"].previous == "feeds/2025.atom"
    assert made["feeds/2025.atom"].previous == "feeds/2023.atom"
    assert made["feeds/2023.atom"].following == "feeds/2025.atom"
    assert not made["feeds/2023.atom"].previous
    assert b"<fh:archive/>" in feed_bytes(made["feeds/2023.atom"], Publisher("https://a.example", "町", ""))


def test_the_feed_of_everything_has_no_gap(chain, site):
    """A busy 年度 stays in it whole; other feeds hold their newest."""
    many = [replace(chain[0], id=f"r-{n}", case_id=None, released_on=Day(2026, 4, 1 + n % 28)) for n in range(70)]
    made = {one.path: len(one.entries) for one in feeds_of(site(*many))}
    assert made["feed.atom"] == len(many)
    assert made["incidents/feed.atom"] == NEWEST


def test_a_copy_has_no_feed(chain, site):
    """Nobody can ask a disk what is new."""
    assert feeds_of(site(*chain, form=Form.COPY)) == ()


@pytest.mark.parametrize("hostile", ["</script><script>", "<!--", "&amp;", "\u2028"])
def test_json_ld_is_never_a_tag(hostile):
    """No text of an author can end the element that holds it."""
    assert not set("<>&") & set(script_json({"headline": hostile}))


def test_correction_and_withdrawal_in_the_words_of_schema_org(chain, site):
    """A correction is a CorrectionComment; a withdrawn record says its status and nothing of its content."""
    record = corrected(chain[0], RevisionKind.CORRECTION)
    assert '"@type":"CorrectionComment","text":"理由その0","datePublished":"2026-11-01T00:00:00+09:00"' in of_record(
        record, site(record)
    )
    gone = replace(record, publication=replace(record.publication, state=PublicationState.WITHDRAWN))
    told = of_record(gone, site(gone))
    assert '"creativeWorkStatus":"取下げ"' in told
    assert "description" not in told
    assert date(2026, 11, 1).isoformat() in told
