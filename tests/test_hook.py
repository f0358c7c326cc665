"""The commit hooks, in real repositories: what is staged decides, and what is refused is never shown."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from typed_records import sound

from generator.cli import CLEAN, CONTENT, WRONG_USE, main

HERE = Path(__file__).parent
ROOT = HERE.parent
CAUSE = "原因: 封入の前に、宛名を二人で確かめる手順を省きました。"
RECORD = "disclosures/2026-05-20-hokenryo-gosofu.yml"
NAME = "榎並 涼介"
GOOD, BAD = sound(), sound((CAUSE, f"原因: 担当の{NAME}さんが省いた。"))
ENV = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    "PYTHONPATH": str(ROOT),
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.invalid",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.invalid",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One git command; its exit code and what it said."""
    return subprocess.run(["git", *arguments], cwd=folder, env=ENV, capture_output=True, encoding="utf-8", check=False)


def put(site: Path, text: str, name: str = RECORD) -> None:
    """A source as the editor would save it."""
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, encoding="utf-8")


EVERYWHERE = pytest.mark.parametrize("site", ["", "町の サイト"], ids=["at the top", "in a folder"], indirect=True)


@pytest.fixture
def site(request, tmp_path: Path) -> Path:
    """A site in a repository that has our hook and one commit."""
    site = tmp_path / getattr(request, "param", "")
    site.mkdir(exist_ok=True)
    shutil.copy(HERE / "broken/settings.yml", site)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "settings")
    assert main(["hook", "--site", str(site)]) == CLEAN
    return site


@EVERYWHERE
def test_what_is_staged_decides(site: Path) -> None:
    """A name in the index is refused although the folder is clean by now, and a name in the folder does not matter."""
    put(site, BAD)
    git(site, "add", ".")
    put(site, GOOD)
    refused = git(site, "commit", "--message", "a")
    assert refused.returncode != 0
    assert f"{RECORD}:28:" in refused.stdout + refused.stderr
    assert "E410" in refused.stdout + refused.stderr
    assert not re.search("榎並|涼介", refused.stdout + refused.stderr)
    git(site, "add", ".")
    put(site, BAD)
    assert git(site, "commit", "--message", "a").returncode == 0
    assert git(site, "commit", "--all", "--message", "b").returncode != 0
    assert git(site, "commit", RECORD, "--message", "b").returncode != 0
    assert git(site, "log", "--format=%s", "--", ".").stdout.split() == ["a", "settings"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        (RECORD, sound((CAUSE, f"原因: ［氏名：{NAME}］が省いた。")), "E411"),
        (RECORD, sound((CAUSE, f"# {NAME}さん\n{CAUSE}")), "E409"),
        (RECORD, sound((CAUSE, "原因: 長谷部が省いた。")), "S401"),
        (RECORD, sound((CAUSE, "原因: [省いた")), "E113"),
        ("disclosures/2026-05-20-09000007788.yml", GOOD, "E408"),
        ("disclosures/memo.txt", NAME, "E228"),
        ("disclosures/.a.yml.swp", NAME, "E228"),
        ("disclosures/files/a/b.csv", NAME, "E228"),
    ],
    ids=["mark", "comment", "suspicion", "unreadable", "id", "note", "editor", "attachment"],
)
def test_what_is_refused(name: str, text: str, code: str, site: Path) -> None:
    """A mark with its original, a comment, an open question, a file nobody can read, notes beside the sources."""
    put(site, text, name)
    git(site, "add", ".")
    refused = git(site, "commit", "--message", "a")
    assert refused.returncode != 0
    assert f"[{code}]" in refused.stdout + refused.stderr
    assert not re.search("榎並|涼介|長谷部が", refused.stdout + refused.stderr)


def test_what_is_let_through(site: Path) -> None:
    """Marks without originals, an empty file that keeps a folder, other files, a source that goes."""
    put(site, sound((CAUSE, "原因: ［氏名］と［公開：榎並 涼介］さんが省いた。")))
    put(site, "", "disclosures/.gitkeep")
    put(site, NAME, "notes.txt")
    git(site, "add", ".")
    assert git(site, "commit", "--message", "a").returncode == 0
    git(site, "rm", "--quiet", RECORD)
    assert git(site, "commit", "--message", "b").returncode == 0


def test_a_link_is_refused(site: Path) -> None:
    """What lies behind a link is not what is committed."""
    put(site, GOOD)
    (site / "disclosures/2026-05-21-a.yml").symlink_to(site / RECORD)
    git(site, "add", ".")
    refused = git(site, "commit", "--message", "a")
    assert (refused.returncode != 0, "[E229]" in refused.stdout + refused.stderr) == (True, True)


def test_the_case_is_known_from_the_index(site: Path) -> None:
    """A family name alone is refused because another committed report of the case gives the whole name's mark away."""
    first = sound((CAUSE, "原因: ［公開：汐留野 涼介］さんが話した。"), ("単独", "第一報\n事案番号: r08-001"))
    put(site, first)
    git(site, "add", ".")
    assert git(site, "commit", "--message", "a").returncode == 0
    (site / RECORD).unlink()
    second = sound((CAUSE, "原因: 汐留野が省いた。"), ("単独", "続報\n事案番号: r08-001"))
    put(site, second, "disclosures/2026-05-27-b.yml")
    git(site, "add", "disclosures/2026-05-27-b.yml")
    assert git(site, "commit", "--message", "b").returncode != 0


@EVERYWHERE
def test_a_linked_work_tree(site: Path, tmp_path: Path) -> None:
    """The hook works where git tells it of a repository elsewhere."""
    put(site, GOOD)
    git(site, "add", ".")
    git(site, "commit", "--message", "a")
    tree = tmp_path.parent / f"{tmp_path.name}-tree"
    assert git(site, "worktree", "add", "--quiet", str(tree)).returncode == 0
    there = tree / site.relative_to(tmp_path)
    put(there, BAD)
    git(there, "add", ".")
    refused = git(there, "commit", "--message", "b")
    assert (refused.returncode != 0, "[E410]" in refused.stdout + refused.stderr) == (True, True)
    put(there, sound((CAUSE, "原因: 省いた。")))
    git(there, "add", ".")
    assert git(there, "commit", "--message", "b").returncode == 0


def test_another_hook_is_left_alone(site: Path, capsys) -> None:
    """Ours is written anew; somebody else's stays, and the line to add to it is told."""
    hook = site / ".git/hooks/pre-commit"
    assert main(["hook", "--site", str(site)]) == CLEAN
    hook.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    assert main(["hook", "--site", str(site)]) == WRONG_USE
    assert hook.read_text(encoding="utf-8") == "#!/bin/sh\nexit 0\n"
    assert "redact --staged" in capsys.readouterr().err


def test_hooks_that_other_repositories_share_are_left_alone(site: Path, tmp_path_factory) -> None:
    """Where git is told to take its hooks from a folder elsewhere, nothing is written there."""
    shared = tmp_path_factory.mktemp("shared")
    git(site, "config", "core.hooksPath", str(shared))
    assert main(["hook", "--site", str(site)]) == WRONG_USE
    assert list(shared.iterdir()) == []


def test_a_folder_without_git(tmp_path: Path, monkeypatch) -> None:
    """Where there is no repository both commands say so."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    shutil.copy(HERE / "broken/settings.yml", tmp_path)
    assert main(["hook", "--site", str(tmp_path)]) == WRONG_USE
    assert main(["redact", "--staged", "--site", str(tmp_path)]) == WRONG_USE


def test_nothing_staged_is_nothing_to_say(site: Path, capsys) -> None:
    """Without staged sources the check is silent."""
    capsys.readouterr()
    assert main(["redact", "--staged", "--site", str(site)]) == CLEAN
    assert capsys.readouterr() == ("", "")


def test_json_for_programs(site: Path, capsys) -> None:
    """What is staged can be told to a program too."""
    put(site, BAD)
    git(site, "add", ".")
    capsys.readouterr()
    assert main(["redact", "--staged", "--site", str(site), "--format", "json"]) == CONTENT
    assert '"E410"' in capsys.readouterr().out


MANIFEST = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_manifest_names_a_command_that_exists(tmp_path: Path) -> None:
    """What pre-commit would run, with the files it would hand over, refuses a source that holds a name."""
    (hook,) = MANIFEST
    program, *arguments = hook["entry"].split()
    assert program == "kohyo"
    put(tmp_path, BAD)
    shutil.copy(HERE / "broken/settings.yml", tmp_path)
    ran = subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments, RECORD, "settings.yml"],
        cwd=tmp_path,
        env=ENV,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, "[E410]" in ran.stdout) == (CONTENT, True)


@pytest.mark.parametrize(
    ("path", "handed"),
    [
        (RECORD, True),
        ("town/disclosures/a/b.yml", True),
        ("disclosures/memo.txt", True),
        ("settings.yml", True),
        ("town/settings.yml", True),
        ("docs/settings.yml.md", False),
        ("mkdocs.yml", False),
    ],
)
def test_the_manifest_hands_over_sources(path: str, handed: bool) -> None:  # noqa: FBT001  # one column of a table
    """pre-commit hands over what lies in disclosures/, whatever its ending, and the settings."""
    assert bool(re.search(MANIFEST[0]["files"], path)) is handed


def test_the_manifest_is_one(tmp_path: Path) -> None:
    """pre-commit itself accepts the manifest, where it is installed."""
    clientlib = pytest.importorskip("pre_commit.clientlib")
    copy = shutil.copy(ROOT / ".pre-commit-hooks.yaml", tmp_path)
    assert [hook["id"] for hook in clientlib.load_manifest(str(copy))] == ["kohyo-redact"]
