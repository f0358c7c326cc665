"""What is remembered comes back as it was put, or not at all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.cache.pack import IDLE, LARGE, Pack

if TYPE_CHECKING:
    from pathlib import Path

KEY, PROGRAM = b"k" * 32, b"p" * 32
VALUES = {
    b"empty": b"",
    b"small": "［氏名］".encode(),
    b"just small": b"s" * (LARGE - 1),
    b"large": b"l" * LARGE,
    b"larger": bytes(range(256)) * 100,
}


def pack(folder: Path, kind: str = "texts", key: bytes = KEY, program: bytes = PROGRAM) -> Pack:
    """The pack as a new run finds it."""
    return Pack(folder, kind, key, program)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A folder in which every value was put by a run before."""
    one = pack(tmp_path)
    for key, value in VALUES.items():
        one.put(key, value)
    one.save()
    return tmp_path


def found(one: Pack) -> dict[bytes, bytes | None]:
    """What a run finds of the values."""
    return {key: one.get(key) for key in VALUES}


def test_the_next_run_finds_it(filled):
    """Every value comes back, and nothing under another key."""
    assert found(pack(filled)) == VALUES
    assert pack(filled).get(b"smal") is None


def test_it_is_there_at_once(tmp_path):
    """A value is there before anything is saved; after a second put the later one."""
    one = pack(tmp_path)
    one.put(b"k", b"1")
    one.put(b"k", b"2" * LARGE)
    assert one.get(b"k") == b"2" * LARGE


@pytest.mark.parametrize(
    "other", [{"kind": "files"}, {"key": b"x" * 32}, {"program": b"x" * 32}], ids=["kind", "machine", "program"]
)
def test_nobody_else_finds_it(other, filled):
    """Another kind, another machine's key, another program: nothing is there, even in a file moved to its place."""
    shutil.copy(filled / "texts", filled / "files")
    shutil.copytree(filled / "texts-files", filled / "files-files")
    assert set(found(pack(filled, **other)).values()) == {None}


def test_every_flipped_bit_is_seen(filled):
    """Wherever a bit is flipped, a value is as it was put or not there; never another one."""
    for path in (p for p in filled.rglob("*") if p.is_file()):
        whole = path.read_bytes()
        for at in {*range(0, len(whole), 997), *range(min(70, len(whole)))}:
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
            now = found(pack(filled))
            assert all(value in {None, VALUES[key]} for key, value in now.items())
            assert None in now.values()
        path.write_bytes(whole)


@pytest.mark.parametrize("junk", [b"", b"\0" * 31, b"\xff" * 1000], ids=["empty", "short", "junk"])
def test_a_spoiled_file_is_no_file(junk, filled):
    """Whatever lies in place of the file, a run begins with nothing and writes a sound one."""
    (filled / "texts").write_bytes(junk)
    one = pack(filled)
    assert set(found(one).values()) == {None}
    one.put(b"small", b"new")
    one.save()
    assert pack(filled).get(b"small") == b"new"


def test_two_values_in_each_other_s_place(filled):
    """A large value under another's name is not there."""
    first, second = sorted((filled / "texts-files").iterdir())
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)
    now = found(pack(filled))
    assert (now[b"large"], now[b"larger"], now[b"small"]) == (None, None, VALUES[b"small"])


def test_an_older_file_of_this_machine(filled):
    """A file put back from yesterday holds what was true of its keys yesterday and is today."""
    old = (filled / "texts").read_bytes()
    one = pack(filled)
    one.put(b"later", b"1")
    one.save()
    (filled / "texts").write_bytes(old)
    assert pack(filled).get(b"small") == VALUES[b"small"]
    assert pack(filled).get(b"later") is None


def test_what_nobody_uses_goes(filled):
    """After some runs only what one of them asked for is left, small or large."""
    for _ in range(IDLE + 1):
        one = pack(filled)
        assert one.get(b"large") == VALUES[b"large"]
        one.save()
    assert [key for key, value in found(pack(filled)).items() if value is not None] == [b"large"]
    assert len(list((filled / "texts-files").iterdir())) == 1


def test_a_command_that_saves_often_is_one_run(filled):
    """`serve` saves after each change; what `build` needs outlasts that."""
    one = pack(filled)
    for _ in range(IDLE + 2):
        one.save()
    assert found(pack(filled)) == VALUES


def test_two_runs_at_once(filled):
    """The file is that of the run that saved last, whole; a large value that the other removed is not there."""
    one, other = pack(filled), pack(filled)
    one.put(b"small", b"one")
    other.put(b"small", b"other")
    other.put(b"large", b"o" * LARGE)
    one.save()
    other.save()
    assert pack(filled).get(b"small") == b"other"
    assert pack(filled).get(b"large") in {None, b"o" * LARGE}


def test_a_folder_that_is_gone_stops_nothing(filled):
    """Where nothing can be written, nothing is remembered and nothing fails."""
    one = pack(filled)
    shutil.rmtree(filled)
    one.put(b"large", b"x" * LARGE)
    one.put(b"small", b"x")
    one.save()
    assert one.get(b"small") == b"x"
    assert not filled.exists()


def test_nothing_can_be_read_off_the_folder(filled):
    """No name in the folder or in the file is made of a key without the machine's own."""
    assert all(len(path.name) == 32 for path in (filled / "texts-files").iterdir())
    other = filled / "other"
    other.mkdir()
    again = pack(other, key=b"z" * 32)
    again.put(b"large", VALUES[b"large"])
    again.save()
    names = {path.name for path in (filled / "texts-files").iterdir()}
    assert names.isdisjoint(path.name for path in (other / "texts-files").iterdir())
