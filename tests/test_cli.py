"""The command: exit codes, formats, clocks, and Japanese in everything that is said."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from generator.cache import FOLDER
from generator.cli import CLEAN, CONTENT, WRONG_USE, main
from generator.publish.page_file import READY
from generator.records.vocabulary import RecordKind
from generator.release import staging
from generator.words import problem_words, word

HERE = Path(__file__).parent
NOW = "2026-06-01T12:00"
RECORD = "2026-05-20-hokenryo-gosofu"
COMMANDS = ["check", "build", "serve", "new", "redact", "hook", "schema", "explain"]
ENGLISH = re.compile(
    r"\b(?:usage|error|errors|options?|optional|positional|arguments?|required|invalid|choose|choice|from|show|this|"
    r"help message|exit|expected|unrecognized|ambiguous|traceback)\b",
    re.IGNORECASE,
)


@pytest.fixture
def site(tmp_path: Path):
    """Makes a site of one of the broken folders."""

    def make(name: str) -> Path:
        root = tmp_path / name
        shutil.copytree(HERE / "broken" / name, root)
        if not (root / "settings.yml").exists():
            shutil.copy(HERE / "broken/settings.yml", root)
        return root

    return make


@pytest.mark.parametrize(
    ("name", "more", "code"),
    [
        ("sound", [], CLEAN),
        ("sound", ["--strict"], CLEAN),
        ("E204-empty-section", [], CONTENT),
        ("E110-second-colon", [], CONTENT),
        ("S401-perhaps-a-name", [], CONTENT),
        ("W501-promise-passed", [], CLEAN),
        ("W501-promise-passed", ["--strict"], CONTENT),
        ("N602-date-in-words", [], CLEAN),
        ("N602-date-in-words", ["--strict"], CLEAN),
    ],
)
def test_the_exit_code_of_a_check(name: str, more: list[str], code: int, site) -> None:
    """0 without a problem that stops, 1 with one; a warning stops with --strict only."""
    assert main(["check", "--site", str(site(name)), "--now", NOW, *more]) == code


def test_without_settings_it_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without settings.yml is no site: exit 2, and the message says where to go."""
    assert main(["check", "--site", str(tmp_path), "--format", "json"]) == WRONG_USE
    assert [told["code"] for told in json.loads(capsys.readouterr().out)] == ["E921"]


def test_a_build_asks_where_the_site_will_be(site, capsys: pytest.CaptureFixture[str]) -> None:
    """Without 公開先 a build stops with E331 and writes nothing; a check does not ask."""
    root = site("sound")
    settings = (root / "settings.yml").read_text(encoding="utf-8")
    (root / "settings.yml").write_text(settings.replace("公開先: https://kohyo.haru.example\n", ""), encoding="utf-8")
    assert main(["check", "--site", str(root), "--now", NOW]) == CLEAN
    capsys.readouterr()
    assert main(["build", "--site", str(root), "--now", NOW, "--format", "json"]) == CONTENT
    assert [told["code"] for told in json.loads(capsys.readouterr().out)] == ["E331"]
    assert not (root / "site").exists()


@pytest.mark.parametrize("name", ["E204-empty-section", "S401-perhaps-a-name"])
def test_a_build_with_a_problem_leaves_the_old_site(name: str, site) -> None:
    """Whatever stops a build leaves the site that was there as it was, and beside it nothing but its cache."""
    root = site(name)
    (root / "site").mkdir()
    (root / "site/index.html").write_text(f"{READY}old", encoding="utf-8")
    before = sorted(root.iterdir())
    assert main(["build", "--site", str(root), "--now", NOW]) == CONTENT
    assert (root / "site/index.html").read_text(encoding="utf-8") == f"{READY}old"
    assert sorted(path for path in root.iterdir() if path.name != FOLDER) == before


OUT = {"the site's folder": ".", "the folder above": "..", "the sources": "disclosures", "a folder of others": "mine"}


@pytest.mark.parametrize("out", OUT.values(), ids=OUT)
def test_a_build_replaces_nothing_but_a_site(out: str, site, capsys: pytest.CaptureFixture[str]) -> None:
    """--out at the sources, or at a folder that holds anything but a site, is wrong use, and every file stays."""
    root = site("sound")
    (root / "mine").mkdir()
    (root / "mine/index.html").write_text("mine", encoding="utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert main(["build", "--site", str(root), "--now", NOW, "--out", str(root / out)]) == WRONG_USE
    assert capsys.readouterr().err == word("cli.site.refused", out=str(root / out)) + "\n"
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("there", ["nothing", "an empty folder", "an earlier site"])
def test_a_build_takes_the_place_of_a_site(there: str, site) -> None:
    """A new folder, an empty one and one with an earlier site are places for a site."""
    root = site("sound")
    if there == "an empty folder":
        (root / "public").mkdir()
    for _ in range(2 if there == "an earlier site" else 1):
        assert main(["build", "--site", str(root), "--now", NOW, "--out", str(root / "public")]) == CLEAN
    assert (root / "public/sitemap.xml").is_file()


def test_a_second_build_waits_for_nobody(site, capsys: pytest.CaptureFixture[str]) -> None:
    """While another run makes the site, a build says so and does nothing: wrong use, and no fault of kohyo."""
    root = site("sound")
    with staging(root / "site"):
        assert main(["build", "--site", str(root), "--now", NOW]) == WRONG_USE
    assert capsys.readouterr().err == word("cli.busy", out=str(root / "site")) + "\n"


WRONG = {
    "nothing": [],
    "no such command": ["himitsu"],
    "an abbreviation": ["chec"],
    "no such option": ["check", "--himitsu"],
    "an option of another command": ["check", "--port", "8000"],
    "an option without its value": ["check", "--site"],
    "no such format": ["check", "--format", "himitsu"],
    "no such moment": ["check", "--now", "himitsu"],
    "a moment before all clocks": ["check", "--now", "0001-01-01T00:00+14:00"],
    "a moment after all clocks": ["check", "--now", "9999-12-31T23:59"],
    "no such port": ["serve", "--port", "70000"],
    "a port in words": ["serve", "--port", "himitsu"],
    "too many files": ["redact", "himitsu.yml", "himitsu.yml"],
    "no file": ["redact"],
    "no such file to check": ["check", "himitsu.yml"],
    "no such file to redact": ["redact", "himitsu.yml"],
    "no such code": ["explain", "HIMITSU"],
    "no code": ["explain"],
    "no such kind": ["new", "himitsu"],
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_use_is_said_in_japanese(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can't be read is exit 2 and one Japanese sentence, without a word of argparse and without what was typed."""
    monkeypatch.chdir(tmp_path)
    assert main(WRONG[name]) == WRONG_USE
    out, err = capsys.readouterr()
    assert out == ""
    assert re.search("[ぁ-ん]", err)
    assert ENGLISH.findall(err) == []
    assert "himitsu" not in err.lower()
    assert "不具合" not in err


@pytest.mark.parametrize(("typed", "guess"), [("chek", "check"), ("Build", "build"), ("explian", "explain")])
def test_a_command_nearly_typed_is_guessed(typed: str, guess: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Another word in a command's place gets the nearest command and the list of all."""
    assert main([typed]) == WRONG_USE
    err = capsys.readouterr().err
    assert f"「{guess}」でしょうか" in err
    assert [command for command in COMMANDS if f"    {command} " not in err] == []


def test_without_a_command_all_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Who types nothing more sees what there is."""
    assert main([]) == WRONG_USE
    err = capsys.readouterr().err
    assert [command for command in COMMANDS if f"    {command} " not in err] == []


def test_a_site_that_is_nowhere_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that does not exist is another sentence than one without settings.yml, and both name the folder."""
    assert main(["check", "--site", str(tmp_path / "nowhere")]) == WRONG_USE
    assert capsys.readouterr().err == f"{tmp_path / 'nowhere'} というフォルダーがありません。\n"
    assert main(["check", "--site", str(tmp_path)]) == WRONG_USE
    assert f"{tmp_path} に settings.yml がありません。" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_japanese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """--help of the program and of each command speaks Japanese only, and is clean."""
    with pytest.raises(SystemExit) as left:
        main([command, "--help"] if command else ["--help"])
    out = capsys.readouterr().out
    assert left.value.code == 0
    assert "使い方:" in out
    assert ENGLISH.findall(out) == []


def test_text_lines_can_be_jumped_to(site, capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem is one line `path:line:column: severity[code]`, its hint under it, and the counts on stderr."""
    assert main(["check", "--site", str(site("several-shapes")), "--now", NOW]) == CONTENT
    out, err = capsys.readouterr()
    heads = [line for line in out.splitlines() if not line.startswith("  → ")]
    assert len(heads) == 6
    for line in heads:
        assert re.match(rf"disclosures/{RECORD}\.yml:[0-9]+:[0-9]+: error\[E2[0-9]{{2}}\] ", line)
    assert "エラー6件" in err


def test_a_clean_check_says_what_it_saw(site, capsys: pytest.CaptureFixture[str]) -> None:
    """Records, what will be withheld and where, what stays, and drafts are counted on stderr; stdout stays empty."""
    root = site("sound")
    for number in range(1, 8):
        (root / f"disclosures/2026-05-2{number}-b.yml").write_text(
            (root / f"disclosures/{RECORD}.yml")
            .read_text(encoding="utf-8")
            .replace("  - 2通を", "  - 相馬 冬樹さんから2通を")
            .replace("状態: 公開", "状態: 下書き"),
            encoding="utf-8",
        )
    assert main(["check", "--site", str(root), "--now", NOW]) == CLEAN
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        word("cli.summary.checked", n=8)
        + word("cli.summary.clean")
        + word("cli.summary.found", withheld=7, kept=8)
        + word("cli.summary.drafts", n=7),
        "次のファイルには、伏せる箇所があります:",
        *(f"  disclosures/2026-05-2{number}-b.yml  1か所" for number in range(1, 6)),
        "  ほか2件",
    ]


@pytest.mark.parametrize(("name", "times"), [("W501-promise-passed", 1), ("E204-empty-section", 0)])
def test_a_check_that_stops_counts_nothing(name: str, times: int, site, capsys: pytest.CaptureFixture[str]) -> None:
    """With warnings only the summary is given, without «nothing to mend»; with something to mend it would mislead."""
    main(["check", "--site", str(site(name)), "--now", NOW])
    err = capsys.readouterr().err
    assert err.count("1件を確かめました。伏せる箇所") == times
    assert "直すところはありません" not in err


def test_json_is_one_array(site, capsys: pytest.CaptureFixture[str]) -> None:
    """--format json prints an array of objects with the promised keys, and nothing else anywhere."""
    main(["check", "--site", str(site("several-shapes")), "--now", NOW, "--format", "json"])
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert len(told) == 6
    assert {tuple(problem) for problem in told} == {
        ("path", "line", "column", "severity", "code", "field", "message", "hint")
    }
    assert err == ""


def test_json_of_a_sound_site_is_an_empty_array(site, capsys: pytest.CaptureFixture[str]) -> None:
    """A program always gets an array."""
    main(["check", "--site", str(site("sound")), "--now", NOW, "--format", "json"])
    assert json.loads(capsys.readouterr().out) == []


def test_github_annotations(site, capsys: pytest.CaptureFixture[str]) -> None:
    """--format github prints one workflow command a problem, on one line."""
    main(["check", "--site", str(site("several-keyboard-shape-meaning")), "--now", NOW, "--format", "github"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 5
    for line in lines:
        assert re.match(
            rf"::(?:error|warning|notice) file=disclosures/{RECORD}\.yml,line=[0-9]+,col=[0-9]+,title=[A-Z0-9]+::.",
            line,
        )


def codes(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    """The codes that a command reports."""
    main([*argv, "--format", "json"])
    return [told["code"] for told in json.loads(capsys.readouterr().out)]


def test_the_clock_is_an_input(site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """--now goes before SOURCE_DATE_EPOCH, both in JST, and without a zone a moment is one in Japan."""
    check = ["check", "--site", str(site("sound"))]
    assert codes(capsys, *check, "--now", "2026-05-19T23:59") == ["E319"]
    assert codes(capsys, *check, "--now", "2026-05-20T00:00") == []
    assert codes(capsys, *check, "--now", "2026-05-19T14:59+00:00") == ["E319"]
    assert codes(capsys, *check, "--now", "2026-05-19T15:00+00:00") == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1779202799")  # 2026-05-19T23:59:59 in Japan
    assert codes(capsys, *check) == ["E319"]
    assert codes(capsys, *check, "--now", "2026-05-20T00:00") == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1779202800")
    assert codes(capsys, *check) == []


def test_one_file_is_checked_with_its_case(site, capsys: pytest.CaptureFixture[str]) -> None:
    """`check FILE` says that it looked at that file and its case only, and finds what is wrong between them."""
    root = site("E314-letter-changes-its-kind")
    assert main(["check", str(root / f"disclosures/{RECORD}.yml"), "--site", str(root), "--now", NOW]) == CONTENT
    out, err = capsys.readouterr()
    assert "[E314]" in out
    assert "指定したファイル" in err


def test_one_file_is_checked_without_the_others(site, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong in files of other cases is not told."""
    root = site("sound")
    (root / "disclosures/2026-05-21-broken.yml").write_text("種類：事案\n", encoding="utf-8")
    assert main(["check", str(root / f"disclosures/{RECORD}.yml"), "--site", str(root), "--now", NOW]) == CLEAN
    capsys.readouterr()
    assert main(["check", "--site", str(root), "--now", NOW]) == CONTENT


@pytest.mark.parametrize("code", ["E104", "e201", "S401", "W501", "N601", "L701"])
def test_explain(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`explain` prints the title and the explanation of a code, in either case."""
    assert main(["explain", code]) == CLEAN
    out = capsys.readouterr().out
    assert problem_words(code.upper()).title in out
    assert problem_words(code.upper()).explain in out


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """`schema` prints JSON and nothing else."""
    assert main(["schema"]) == CLEAN
    kinds = json.loads(capsys.readouterr().out)["anyOf"]
    assert [kind["properties"]["種類"]["const"] for kind in kinds] == [kind.japanese for kind in RecordKind]


@pytest.mark.parametrize("kind", [kind.japanese for kind in RecordKind])
def test_new_makes_a_record_that_passes(kind: str, site, capsys: pytest.CaptureFixture[str]) -> None:
    """`new` makes a draft with nothing wrong or suspected in it; published, its template's words are refused."""
    root = site("sound")
    assert main(["new", kind, "--id", "2026-06-01-kaigo-tsuchi", "--site", str(root), "--now", NOW]) == CLEAN
    path = root / "disclosures/2026-06-01-kaigo-tsuchi.yml"
    assert str(path) in capsys.readouterr().out
    text = path.read_text(encoding="utf-8")
    assert "令和8年6月1日（月）" in text
    assert codes(capsys, "check", "--site", str(root), "--now", NOW) == []
    path.write_text(text.replace("状態: 下書き", "状態: 公開"), encoding="utf-8")
    assert set(codes(capsys, "check", "--site", str(root), "--now", NOW)) == {"E332"}


def test_new_cleans_an_id_and_makes_one_up(site) -> None:
    """A wanted id is cleaned; without one the day makes it."""
    root = site("sound")
    assert main(["new", "事案", "--id", "Kaigo Tsuchi_2", "--site", str(root), "--now", NOW]) == CLEAN
    assert main(["new", "事案", "--site", str(root), "--now", NOW]) == CLEAN
    made = {path.stem for path in (root / "disclosures").glob("*.yml")}
    assert made == {RECORD, "kaigo-tsuchi-2", "2026-06-01-jian"}


@pytest.mark.parametrize(
    ("kind", "wanted", "why"),
    [
        ("事案", RECORD, "同じ名前"),
        ("事案", "介護", "id が"),
        ("事案", "index", "id が"),
        ("事案", "---", "コマンドの書き方が"),
        ("議事録", "kaigi", "種類が"),
    ],
)
def test_new_writes_over_nothing(kind: str, wanted: str, why: str, site, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that exists, can't be an address or is Japanese makes no file, nor does another kind; each is told."""
    root = site("sound")
    before = (root / f"disclosures/{RECORD}.yml").read_bytes()
    assert main(["new", kind, "--id", wanted, "--site", str(root), "--now", NOW]) == WRONG_USE
    assert [path.name for path in (root / "disclosures").iterdir()] == [f"{RECORD}.yml"]
    assert (root / f"disclosures/{RECORD}.yml").read_bytes() == before
    assert capsys.readouterr().err.startswith(why)


def test_redact_shows_no_text_where_nobody_sits(site, capsys: pytest.CaptureFixture[str]) -> None:
    """Into a pipe `redact` says kind, field, place, length and reason, and not a character of the text."""
    root = site("sound")
    path = root / f"disclosures/{RECORD}.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  - 2通を回収しました。", "  - 相馬 冬樹さんから2通を回収しました。"), encoding="utf-8"
    )
    assert main(["redact", str(path), "--site", str(root), "--now", NOW]) == CLEAN
    out = capsys.readouterr().out
    assert f"disclosures/{RECORD}.yml:30:5: 対応の内容: 氏名（5字）を伏せます。" in out
    assert f"disclosures/{RECORD}.yml:8:9: 担当の1番目の電話: 電話（12字）は公開します。" in out
    for typed in ("相馬", "冬樹", "回収", "2130", "■"):
        assert typed not in out


def test_redact_asks_with_exit_1(site, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person must decide on is in the list, and the exit code says that somebody must."""
    root = site("S401-perhaps-a-name")
    assert main(["redact", str(root / f"disclosures/{RECORD}.yml"), "--site", str(root), "--now", NOW]) == CONTENT
    assert "印で決めてください" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "redact"])
def test_a_file_may_be_named_as_messages_do(command: str, site, capsys: pytest.CaptureFixture[str]) -> None:
    """A path as messages print it, seen from the site's folder, is found from anywhere."""
    root = site("sound")
    assert main([command, f"disclosures/{RECORD}.yml", "--site", str(root), "--now", NOW]) == CLEAN
    assert "そのファイルがありません" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "told"),
    [("E406-keep-a-number", ":30:9: error[E406]"), ("E110-second-colon", ":28:10: error[E110]")],
)
def test_redact_shows_what_must_be_mended_first(name: str, told: str, site, capsys: pytest.CaptureFixture[str]) -> None:
    """A mark that is refused, or a file that can't be read, is never «nothing to withhold»."""
    root = site(name)
    assert main(["redact", str(root / f"disclosures/{RECORD}.yml"), "--site", str(root), "--now", NOW]) == CONTENT
    out = capsys.readouterr().out
    assert f"disclosures/{RECORD}.yml{told}" in out
    assert "伏せるものも" not in out
