"""What a report changed against the one before."""

from __future__ import annotations

from generator.pages.changes import Way, changes
from generator.pages.facts import facts
from generator.pages.inline import plain


def test_numbers(chain):
    """A changed number says by how much, and the 改訂 that names it says why."""
    change = changes(chain[0], chain[1])["people"]
    assert (change.way, change.difference) == (Way.CHANGED, "＋26人")
    assert plain(change.reason) == "全件を照合した結果です。"
    assert changes(chain[1], chain[2])["people"].difference == "－2人"


def test_list_that_grew(chain):
    """A list that only grew counts as added, and knows by what."""
    change = changes(chain[0], chain[1])["items"]
    assert (change.way, change.added, change.removed) == (Way.ADDED, ("保険料額",), ())


def test_list_that_lost_an_item(incident):
    """An item that is no longer named is said, never dropped silently."""
    before = incident("a", 影響="\n  情報項目:\n    - 氏名\n    - 住所")
    change = changes(before, incident("b", 影響="\n  情報項目:\n    - 氏名"))["items"]
    assert (change.way, change.added, change.removed) == (Way.CHANGED, (), ("住所",))


def test_same(chain):
    """What the author wrote the same way has not changed."""
    found = changes(chain[1], chain[2])
    assert found["items"].way is Way.SAME
    assert found["dispositions"].way is Way.SAME
    assert found["dispositions"].reason is None


def test_status_that_ended(chain):
    """A cause that was under investigation and is given now has become known."""
    change = changes(chain[0], chain[1])["causes"]
    assert (change.old.value, change.old.glyph, change.new.value) == ("調査中", "dashed", "判明")
    assert change.new.full == "確認不足"


def test_no_longer_stated(incident):
    """A fact the later report leaves out is shown as left out."""
    before = incident("a", 影響="\n  人数: 3人\n  回収: 済み")
    assert changes(before, incident("b", 影響="\n  人数: 3人"))["recovery"].way is Way.REMOVED


def test_short_values(chain):
    """Dispositions are counted by group, measures by how many are done, what is open by its number."""
    found = facts(chain[1])
    assert found["dispositions"].value == "懲戒処分 1人、その他の措置 2人"
    assert found["prevention"].value == "2項目のうち1項目を実施"
    assert facts(chain[0])["unknowns"].value == "3項目"
    assert found["unknowns"].value == "ありません"


def test_part_is_never_the_whole(incident):
    """A long text is cut to its first sentence and says that there is more; a nested list is given whole."""
    long = incident(影響="\n  二次被害: 確認されていません。" + "調査を続けています。" * 6)
    assert facts(long)["secondary_damage"].value == "確認されていません。（続きは本文）"
    nested = incident(影響="\n  情報項目:\n    - 問診票\n    - - 病歴\n      - 薬")
    assert facts(nested)["items"].full == "問診票（病歴、薬）"
