"""`kohyo redact --write` and `--check` on files: what is replaced, refused and said."""

from __future__ import annotations

import re
import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from typed_records import sound

from generator import rewrite
from generator.cli import CLEAN, CONTENT, WRONG_USE, main
from generator.pipeline import check
from generator.redaction.kinds import Kind
from generator.redaction.plan import Plan

HERE = Path(__file__).parent
BROKEN = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())
EXAMPLES = sorted((HERE.parent / "disclosures").rglob("*.yml"))
MARK = re.compile(f"［(?:{'|'.join(kind.value for kind in Kind)})(?:＝[^］：]*)?］")
CAUSE = "原因: 封入の前に、宛名を二人で確かめる手順を省きました。"
RECORD = "disclosures/2026-05-20-hokenryo-gosofu.yml"
NAME = "榎並 涼介"
LATER = datetime(2027, 6, 1, 12, tzinfo=timezone(timedelta(hours=9)))
"""When every example has been released."""
PLANTED = f"原因: 担当の{NAME}さんが省いた。"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one record that holds a name."""
    (tmp_path / "disclosures").mkdir()
    shutil.copy(HERE / "broken/settings.yml", tmp_path)
    (tmp_path / RECORD).write_text(sound((CAUSE, PLANTED)), encoding="utf-8")
    return tmp_path


def run(site: Path, *arguments: str) -> int:
    """The exit code of `kohyo redact` in the site."""
    return main(["redact", *arguments, "--site", str(site)])


def kept_in_order(old: str, new: str) -> bool:
    """Whether the new text is the old one with stretches exchanged for marks."""
    return re.fullmatch(".*?".join(map(re.escape, MARK.split(new))), old, re.DOTALL) is not None


def test_a_source_is_cleared_and_may_be_committed(site: Path, capsys) -> None:
    """Refused before, rewritten, let through after; a second run changes nothing; the name is never said."""
    assert run(site, RECORD, "--check") == CONTENT
    assert run(site, RECORD, "--write") == CLEAN
    new = (site / RECORD).read_bytes()
    assert new.decode() == sound((CAUSE, "原因: 担当の［氏名］さんが省いた。"))
    assert run(site, RECORD, "--check") == CLEAN
    assert run(site, RECORD, "--write") == CLEAN
    assert (site / RECORD).read_bytes() == new
    assert main(["check", RECORD, "--site", str(site), "--now", "2026-06-01T12:00"]) == CLEAN
    said = "".join(capsys.readouterr())
    assert f"{RECORD}:28:" in said
    assert not re.search("榎並|涼介", said)


def test_a_refusal_says_place_and_kind(site: Path, capsys) -> None:
    """The line begins with path, line and column, names code and kind, and repeats nothing that was typed."""
    (site / RECORD).write_text(
        sound((CAUSE, f"# {NAME}さん\n{PLANTED}\n結び: ［電話：090-5555-0142］")), encoding="utf-8"
    )
    assert run(site, RECORD, "--check") == CONTENT
    said = capsys.readouterr().out
    lines = [line for line in said.splitlines() if line.startswith(RECORD)]
    assert [re.sub(".*(E[0-9]{3}).*?(氏名|電話).*", r"\1 \2", line) for line in lines] == [
        "E409 氏名",
        "E410 氏名",
        "E411 電話",
    ]
    assert not re.search("榎並|涼介|0142", said)


def test_suspicions_are_told_and_left(site: Path, capsys) -> None:
    """A file with an open question is rewritten as far as it is certain; the exit code says that a person is due."""
    (site / RECORD).write_text(sound((CAUSE, "原因: 長谷部が省いた。090-5555-0142")), encoding="utf-8")
    assert run(site, RECORD, "--write") == CONTENT
    assert "原因: 長谷部が省いた。［電話］" in (site / RECORD).read_text(encoding="utf-8")
    assert "S401" in capsys.readouterr().out


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_hold_nothing(path: Path, scanner) -> None:
    """The records of the example municipality may be committed as they are."""
    assert rewrite.inspect(HERE.parent, [path], scanner) == []


def test_examples_with_people_planted_in_them(tmp_path: Path, scanner) -> None:
    """In every example, a name in each paragraph and comment leaves again, and the example is what it was.

    The check has nothing to say of the result, but that no name may stand in 処分, not even withheld.
    """
    shutil.copytree(HERE.parent / "disclosures", tmp_path / "disclosures")
    shutil.copy(HERE.parent / "settings.yml", tmp_path)
    files = sorted((tmp_path / "disclosures").rglob("*.yml"))
    before = {path: path.read_text(encoding="utf-8") for path in files}
    wanted = {}
    for path, text in before.items():
        lines = text.splitlines(keepends=True)
        at = [n for n, line in enumerate(lines) if re.match(" +[ぁ-んァ-ヶ一-龠].*。\n", line)]
        for n in at:
            lines[n] = lines[n].replace("。\n", f"。（{NAME}さん）\n")
        path.write_text(f"# 確認先 {NAME}さん 090-5555-0142\n" + "".join(lines), encoding="utf-8")
        wanted[path] = "# 確認先 ［氏名］さん ［電話］\n" + "".join(lines).replace(NAME, "［氏名］")
    assert sum(text.count("［氏名］さん）") for text in wanted.values()) > len(files)
    assert rewrite.clear(tmp_path, files, scanner).problems == ()
    assert {path: path.read_text(encoding="utf-8") for path in files} == wanted
    stopping = [p.code for p in check(tmp_path, LATER, scanner, lambda _: None).problems if p.severity.stops]
    assert set(stopping) <= {"E317"}


@pytest.mark.parametrize("folder", BROKEN, ids=lambda path: path.name)
def test_broken_sites_are_rewritten_or_left(folder: Path, tmp_path: Path, scanner) -> None:
    """Whatever is wrong with a file: it stays as it is, or only what was found in it became a mark, once for all."""
    root = tmp_path / "site"
    shutil.copytree(folder, root)
    if not (root / "settings.yml").exists():
        shutil.copy(HERE / "broken/settings.yml", root)
    files = [path for path in sorted((root / "disclosures").rglob("*.yml")) if path.is_file()]
    before = {path: path.read_bytes() for path in files}
    rewrite.clear(root, files, scanner)
    after = {path: path.read_bytes() for path in files}
    changed = [path for path in files if after[path] != before[path]]
    assert all(kept_in_order(before[path].decode(), after[path].decode()) for path in changed)
    assert rewrite.clear(root, files, scanner).replaced == ()
    assert {path: path.read_bytes() for path in files} == after
    assert sorted(root.rglob("*~")) == []


def test_a_file_that_changed_meanwhile_is_not_replaced(site: Path) -> None:
    """What somebody saved while the file was read stays, and the command says so."""
    path = site / RECORD
    found = Plan({RECORD: b"new"}, (), ())
    (problem,) = rewrite._put(found, {RECORD: path}, {RECORD: b"another"})
    assert (problem.code, path.read_text(encoding="utf-8")) == ("E415", sound((CAUSE, PLANTED)))
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_written_to(site: Path) -> None:
    """Where no file can be put beside the source, nothing is written and the command says so."""
    path = site / RECORD
    found = Plan({RECORD: b"new"}, (), ())
    gone = path.parent / "gone" / path.name
    (problem,) = rewrite._put(found, {RECORD: gone}, {RECORD: path.read_bytes()})
    assert (problem.code, problem.params["case"]) == ("E415", "denied")


def test_a_rewritten_file_keeps_its_mode(site: Path, scanner) -> None:
    """Who may read a source is not changed by rewriting it."""
    path = site / RECORD
    path.chmod(0o640)
    rewrite.clear(site, [path], scanner)
    assert (path.stat().st_mode & 0o777, "［氏名］" in path.read_text(encoding="utf-8")) == (0o640, True)


def test_links_and_files_from_elsewhere_are_refused(site: Path, tmp_path_factory, scanner) -> None:
    """Nothing outside disclosures/ is written, by whatever way it is named; the link stays a link."""
    outside = tmp_path_factory.mktemp("outside") / "2026-05-21-a.yml"
    outside.write_text(sound((CAUSE, PLANTED)), encoding="utf-8")
    link = site / "disclosures/2026-05-21-a.yml"
    link.symlink_to(outside)
    note = site / "disclosures/memo.txt"
    note.write_text(NAME, encoding="utf-8")
    for path, code in ((link, "E229"), (outside, "E414"), (note, "E228")):
        assert [problem.code for problem in rewrite.clear(site, [path], scanner).problems] == [code]
        assert [problem.code for problem in rewrite.inspect(site, [path], scanner)] == [code]
    assert link.is_symlink()
    assert outside.read_text(encoding="utf-8") == sound((CAUSE, PLANTED))


def test_a_folder_that_lies_elsewhere_is_not_written_to(site: Path, tmp_path_factory, scanner) -> None:
    """Where disclosures/ itself is a link out of the site, its files stay as they are."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "disclosures"
    (site / "disclosures").rename(elsewhere)
    (site / "disclosures").symlink_to(elsewhere)
    assert [problem.code for problem in rewrite.clear(site, [site / RECORD], scanner).problems] == ["E229"]
    assert (site / RECORD).read_text(encoding="utf-8") == sound((CAUSE, PLANTED))


def test_what_is_attached_is_refused(site: Path, scanner) -> None:
    """A file in disclosures/files/ is not let through: nothing can say what it holds (docs/adr/0011)."""
    attached = site / "disclosures/files/a/list.csv"
    attached.parent.mkdir(parents=True)
    attached.write_text(NAME, encoding="utf-8")
    assert [problem.code for problem in rewrite.inspect(site, [attached], scanner)] == ["E228"]


def test_the_settings_are_looked_at_for_their_comments(site: Path, scanner) -> None:
    """The values of settings.yml are public by intention; a name in a comment leaves."""
    path = site / "settings.yml"
    old = path.read_text(encoding="utf-8")
    path.write_text(f"# {NAME}さんに確認\n{old}", encoding="utf-8")
    assert [problem.code for problem in rewrite.inspect(site, [path], scanner)] == ["E409"]
    rewrite.clear(site, [path], scanner)
    assert path.read_text(encoding="utf-8") == f"# ［氏名］さんに確認\n{old}"


def test_a_site_without_settings_is_told(site: Path) -> None:
    """What is public can't be known without settings.yml."""
    (site / "settings.yml").unlink()
    assert run(site, RECORD, "--write") == WRONG_USE
    assert run(site, RECORD, "--check") == WRONG_USE
    assert (site / RECORD).read_text(encoding="utf-8") == sound((CAUSE, PLANTED))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--write"],
        ["--check"],
        [],
        [RECORD, "--write", "--check"],
        [RECORD, "--staged"],
        ["--staged", "--write"],
        ["disclosures/none.yml", "--write"],
    ],
)
def test_a_command_without_a_file_is_wrong_use(arguments: list[str], site: Path) -> None:
    """Nothing is rewritten that was not named."""
    assert run(site, *arguments) == WRONG_USE
