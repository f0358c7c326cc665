"""What leads where."""

from __future__ import annotations

import pytest

from generator.pages.links import Links, relative, report_label, section_of
from generator.records.vocabulary import Relation


@pytest.mark.parametrize(
    ("target", "start", "way"),
    [
        ("/incidents/b/", "/incidents/a/", "../../incidents/b/"),
        ("/", "/incidents/a/", "../../"),
        ("/cases/c/", "/", "cases/c/"),
        ("/", "/", "./"),
    ],
)
def test_relative(target, start, way):
    """A site works in a folder of its host and from a disk."""
    assert relative(target, start) == way


def test_reports_of_a_case(chain, site):
    """The reports of a case are in their order and know the one before."""
    links = Links(site(*reversed(chain)))
    assert links.reports(chain[2]) == chain
    assert [links.previous(record) for record in chain] == [None, chain[0], chain[1]]
    assert [report_label(record, chain) for record in chain] == ["第1報", "第2報", "最終報"]


def test_same_day(incident, site):
    """A first report stands before a follow-up of the same day, whatever their ids."""
    first = incident("z", 発表区分="第一報", 事案番号="c")
    later = incident("a", 発表区分="続報", 事案番号="c")
    assert Links(site(first, later)).reports(first) == (first, later)


def test_related_both_ways(incident, site):
    """A link shows on both records, the relation turned round; one to a record without a page shows nowhere."""
    one = incident("one", 関連="\n  - 記録: two\n    関係: 前報\n  - hidden")
    two = incident("two")
    links = Links(site(one, two))
    assert [(link.record.id, link.relation) for link in links.related(one)] == [("two", Relation.EARLIER)]
    assert [(link.record.id, link.relation) for link in links.related(two)] == [("one", Relation.LATER)]


def test_related_leaves_out_the_case(chain, site, incident):
    """Reports of one case are listed as such and not again as related."""
    other = incident("other", 関連=f"\n  - {chain[0].id}")
    links = Links(site(*chain, other))
    assert [link.record.id for link in links.related(chain[0])] == ["other"]


def test_section_of_minutes(minutes, site):
    """Minutes without 担当 belong to the section of their 問い合わせ先."""
    made = site(minutes(問い合わせ先="\n  - 所属: 議会事務局"))
    assert section_of(made.records[0], made.settings) == ("other", "議会事務局")
