"""A file that was found clean is passed over only while its bytes and all that judged them are the same."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from staged import BASE, OTHER, OWNER, Detectors, Staged

from generator.cache import Store
from generator.outputs import Form
from generator.redaction.hit import Hit
from generator.redaction.kinds import Kind
from generator.redaction.withheld import Withheld
from generator.verify import Unpublished

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.redaction.scan import Passage

LINE = "担当は石動和泉です。"
LINK = "../../incidents/b/"
BODY = (
    f'<p>{LINE}</p><p>生年月日は昭和33年3月12日です。</p><p><a href="{LINK}">阿佐美志津乃</a></p>'
    "<table><tr><td>早瀬</td><td>たえ</td></tr></table>"
)


@dataclass(frozen=True)
class Keener(Detectors):
    """Takes every 担当 for a name, and every address too."""

    def scan(self, passage: Passage) -> tuple[Hit, ...]:
        """The hits of the others and these."""
        found = ((passage.text.find(word), len(word)) for word in ("担当", LINK))
        more = (Hit(at, at + size, Kind.NAME, sure=True, why="label") for at, size in found if at >= 0)
        return tuple(sorted((*super().scan(passage), *more)))


def store_of(folder: Path, key: bytes = b"k" * 32, program: bytes = b"p" * 32) -> Store:
    """The store as the next run opens it."""
    (folder / "cache").mkdir(exist_ok=True)
    return Store(folder / "cache", key, program)


@pytest.fixture
def clean(staged: Staged, tmp_path: Path) -> Staged:
    """A site that an earlier run found clean: a kept name, a link to another page, a day that many texts hold."""
    staged.keep("阿佐美志津乃", "阿佐美志津乃")
    staged.withhold("昭和40年1月2日", Kind.BIRTH, everywhere=False)
    staged.withheld.append(Withheld("早瀬たえ", Kind.NAME, OTHER, everywhere=True))
    staged.unpublished.append(Unpublished(("2031-09-09-himitsu", "まだ公表していない事案の長い件名です")))
    staged.page(BODY)
    staged.page("<p>もう一つのページ</p>", OTHER, "incidents/b/index.html")
    staged.store = store_of(tmp_path)
    assert staged.codes() == []
    staged.store.save()
    staged.store = store_of(tmp_path)
    return staged


def rewrite(staged: Staged) -> None:
    """A telephone number in the page's bytes."""
    page = staged.folder / "incidents/a/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("担当", "0400-00-1234"), encoding="utf-8")


def another_day(staged: Staged) -> None:
    """A short string, looked for in files of its own record only."""
    staged.withhold("昭和33年3月12日", Kind.BIRTH, everywhere=False)


def fewer_kept(staged: Staged) -> None:
    """A name that nobody keeps any more."""
    staged.kept.clear()


def kept_for_another(staged: Staged) -> None:
    """A name kept in files of another record only."""
    staged.kept[:] = [replace(one, owners=OTHER) for one in staged.kept]


def of_another_record(staged: Staged) -> None:
    """The file is another record's now, in whose files a day is withheld."""
    staged.withheld.append(replace(staged.withheld[0], folded="昭和33年3月12日", owners=OTHER))
    staged.outputs[0] = replace(staged.outputs[0], owners=OTHER)


def nearer(staged: Staged) -> None:
    """A short name in two cells, which is found only in files of its own record."""
    staged.withheld[-1] = replace(staged.withheld[-1], owners=OWNER)


def without_the_page(staged: Staged) -> None:
    """The page that the link leads to is gone, so its address is a text like any other."""
    staged.detectors = Keener()
    shutil.rmtree(staged.folder / "incidents/b")
    staged.outputs.pop()


CHANGES: dict[str, tuple[Callable[[Staged], object], str]] = {
    "bytes": (rewrite, "L702"),
    "withheld-everywhere": (lambda staged: staged.withhold("石動和泉"), "L701"),
    "withheld-here": (another_day, "L701"),
    "kept": (fewer_kept, "L702"),
    "kept-for-another": (kept_for_another, "L702"),
    "owners": (of_another_record, "L701"),
    "nearer": (nearer, "L701"),
    "unpublished": (lambda staged: staged.unpublished.append(Unpublished(("もう一つのページ",))), "L704"),
    "address": (without_the_page, "L702"),
}


@pytest.mark.parametrize(("change", "code"), CHANGES.values(), ids=CHANGES)
def test_what_changes_is_verified_again(change, code, clean):
    """After any change of what a verdict depends on, the leak that the change makes is found."""
    change(clean)
    assert code in clean.codes()


def test_a_copy_is_judged_as_a_copy(staged, tmp_path):
    """What a site may load from its own host, a copy may not, though the bytes are the same."""
    staged.page(f'<img src="{BASE}a.svg" alt="">')
    staged.store = store_of(tmp_path)
    assert staged.codes() == []
    staged.form = Form.COPY
    assert staged.codes() == ["L710"]


def test_a_path_is_part_of_it(clean):
    """The same bytes under the name of a record that must not be known of are a leak."""
    page = clean.folder / "incidents/a/index.html"
    clean.put("incidents/2031-09-09-himitsu/index.html", page.read_bytes())
    assert "L704" in clean.codes()


def test_the_same_is_not_read_again(clean, tmp_path):
    """With everything the same the detectors are not asked; their code is known by the hash of the program."""
    clean.detectors = Keener()
    assert clean.codes() == []
    clean.store = store_of(tmp_path, program=b"q" * 32)
    assert "L702" in clean.codes()


def test_another_machine_reads_everything(clean, tmp_path):
    """Without the key that sealed it, no verdict counts."""
    clean.detectors = Keener()
    clean.store = store_of(tmp_path, key=b"z" * 32)
    assert "L702" in clean.codes()


def test_a_leak_is_told_every_time(clean, tmp_path):
    """What is not clean is never remembered: the next run says the same."""
    rewrite(clean)
    first = clean.problems()
    clean.store.save()
    clean.store = store_of(tmp_path)
    assert clean.problems() == first != []


def test_a_file_too_many_is_told_every_time(clean):
    """A stray file is no matter of bytes."""
    (clean.folder / "memo.txt").write_text("覚え書き", encoding="utf-8")
    assert clean.codes() == ["L705"]


def test_a_spoiled_cache_hides_nothing(clean, tmp_path):
    """Whatever byte of the cache is changed, a leak is found."""
    clean.withhold("石動和泉")
    for path in [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]:
        whole = path.read_bytes()
        for at in range(0, len(whole), 61):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            clean.store = store_of(tmp_path)
            assert "L701" in clean.codes()
        path.write_bytes(whole)


def test_a_file_that_becomes_its_own_record_s(staged, tmp_path):
    """A short name over two cells is found only in files of its own record: whose file it is counts by itself."""
    staged.page("<table><tr><td>早瀬</td><td>たえ</td></tr></table>")
    staged.withheld.append(Withheld("早瀬たえ", Kind.NAME, OTHER, everywhere=True))
    staged.store = store_of(tmp_path)
    assert staged.codes() == []
    staged.outputs[0] = replace(staged.outputs[0], owners=OTHER)
    assert staged.codes() == ["L701"]


@pytest.mark.parametrize(
    "body",
    ["<p>場所 {}第1版</p>", '<p title="場所 {}第1版">本文</p>'],
    ids=["text", "attribute"],
)
def test_what_leaned_on_an_address_among_words_is_read_again(staged: Staged, tmp_path: Path, body: str) -> None:
    """Every file that was clean because its text held an address of the site is read again once that is gone."""
    target = "incidents/2026-04-01-090-0000-2713/"
    for path in ("incidents/a/index.html", "incidents/c/index.html"):
        staged.page(body.format(BASE + target), path=path)
    staged.page("<p>もう一つのページ</p>", path=f"{target}index.html")
    staged.store = store_of(tmp_path)
    assert staged.codes() == []
    staged.store.save()
    staged.store = store_of(tmp_path)
    shutil.rmtree(staged.folder / target)
    staged.outputs.pop()
    assert staged.codes() == ["L702", "L702"]
