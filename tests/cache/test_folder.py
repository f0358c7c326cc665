"""Where the key and the cache lie, and who may look into them."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from generator.cache import FOLDER, NO_STORE, NOTHING, opened
from generator.cache.key import SIZE, machine_key
from generator.cache.program import program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def state(tmp_path, monkeypatch) -> Path:
    """The user's state folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def test_the_key_is_made_once(state):
    """32 random bytes that only their user can read; the same at the next start, others on another machine."""
    key = machine_key()
    file = state / "kohyo" / "cache-key"
    assert key == machine_key() == file.read_bytes()
    assert len(key or b"") == SIZE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.unlink()
    assert machine_key() not in {None, key}


def test_without_an_absolute_path_it_is_the_home(tmp_path, monkeypatch):
    """XDG_STATE_HOME counts only as an absolute path; else it is ~/.local/state."""
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert machine_key() == (tmp_path / ".local/state/kohyo/cache-key").read_bytes()


def open_to_others(file: Path) -> None:
    """Anybody may read it."""
    file.chmod(0o644)


def cut_short(file: Path) -> None:
    """A disk was full."""
    file.write_bytes(b"short")


def made_a_link(file: Path) -> None:
    """Somebody's own file in its place."""
    file.rename(file.with_name("other"))
    file.symlink_to("other")


@pytest.mark.parametrize("spoil", [open_to_others, cut_short, made_a_link], ids=lambda spoil: spoil.__name__)
def test_a_key_that_others_may_know_is_made_anew(spoil, state):
    """Such a key seals nothing any more."""
    old = machine_key()
    file = state / "kohyo" / "cache-key"
    spoil(file)
    assert machine_key() not in {None, old}
    assert stat.S_IMODE(file.lstat().st_mode) == 0o600
    assert not file.is_symlink()


def test_without_a_key_nothing_is_remembered(state, tmp_path):
    """Where no key can be kept, there is no cache, and that is all."""
    state.write_text("a file in place of the folder", encoding="utf-8")
    assert machine_key() is None
    assert opened(tmp_path / "site") is NO_STORE
    assert not (tmp_path / FOLDER).exists()


@pytest.mark.usefixtures("state")
def test_the_folder_is_private(tmp_path):
    """It lies beside the site, only its user may enter, and git passes over it."""
    umask = os.umask(0)
    try:
        store = opened(tmp_path / "town" / "site")
    finally:
        os.umask(umask)
    folder = tmp_path / "town" / FOLDER
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert store.shelf("texts") is not NOTHING
    folder.chmod(0o777)
    opened(tmp_path / "town" / "site")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.usefixtures("state")
def test_a_link_in_its_place_is_not_followed(tmp_path):
    """A folder that somebody else chose holds nothing of ours."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / FOLDER).symlink_to("elsewhere")
    assert opened(tmp_path / "site").shelf("texts") is NOTHING
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_next_run_on_this_machine(state, tmp_path):
    """What a run saved is there for the next, and for nobody once the key is gone."""
    store = opened(tmp_path / "site")
    store.shelf("texts").put(b"k", b"v")
    store.save()
    assert opened(tmp_path / "site").shelf("texts").get(b"k") == b"v"
    (state / "kohyo" / "cache-key").unlink()
    assert opened(tmp_path / "site").shelf("texts").get(b"k") is None


def changed_code(package: Path) -> None:
    """A line of code."""
    (package / "scan.py").write_text("b", encoding="utf-8")


def changed_name(package: Path) -> None:
    """A file's name."""
    (package / "scan.py").rename(package / "scam.py")


def added_word_list(package: Path) -> None:
    """A file that is no code."""
    (package / "names").mkdir()
    (package / "names" / "words.toml").write_text("", encoding="utf-8")


@pytest.mark.parametrize("change", [changed_code, changed_name, added_word_list], ids=lambda change: change.__name__)
def test_another_program(change, tmp_path):
    """After any change of a file the program is another one; compiled files beside it change nothing."""
    (tmp_path / "scan.py").write_text("a", encoding="utf-8")
    before = program(tmp_path, [])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "scan.pyc").write_bytes(b"\0")
    assert program(tmp_path, []) == before
    change(tmp_path)
    assert program(tmp_path, []) != before


def test_another_library(tmp_path):
    """Another version of the dictionary, or one package more, is another program; their order is none."""
    libraries = [("SudachiDict-core", "20261015"), ("SudachiPy", "0.7.0")]
    assert program(tmp_path, libraries) == program(tmp_path, libraries[::-1])
    assert program(tmp_path, libraries) != program(tmp_path, [("SudachiDict-core", "20270115"), libraries[1]])
    assert program(tmp_path, libraries) != program(tmp_path, libraries[:1])
