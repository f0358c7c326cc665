"""Rules about the code itself: which room may know which, who touches the disk, who prints, what patterns may hold."""

from __future__ import annotations

import ast
import gc
import re
import subprocess
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.arguments import parse
from generator.cli import COMMANDS
from generator.redaction.detectors import DETECTORS
from generator.redaction.view import views_of
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator"
MODULES = sorted(path for path in GENERATOR.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
JA = tomllib.loads((GENERATOR / "ja.toml").read_text(encoding="utf-8"))
CODE = re.compile("(?<![0-9A-Za-z])[ESWNL][0-9]{3}(?![0-9A-Za-z])")

STAGES = (
    {"pairs", "patterns", "problems", "text", "words", "outputs", "shipped", "cache", "fonts", "redaction.kinds"},
    {"source", "messages", "arguments"},
    {"records", "disk"},
    {"settings_words"},
    {"settings", "records.names", "rules"},
    {"redaction"},
    {"telltale", "unprintable"},
    {"printing"},
    {"pages"},
    {"publish"},
    {"verify"},
    {"release", "bundle", "private"},
    {"staged"},
    {"pipeline", "new", "explain_redaction", "rewrite", "hook"},
    {"summary"},
    {"serve"},
    {"cli"},
)
"""The line, from first to last; a room may know itself and what stands before it.  Two names of one stage may know each
other.  `redaction.kinds` is a word list that everyone shares; `records.names` knows the keys of the settings too."""

DISK = {
    "cache",
    "private",
    "disk",
    "source",
    "publish",
    "verify",
    "release",
    "serve",
    "new",
    "rewrite",
    "staged",
    "hook",
    "bundle",
}
OWN_DATA = {
    "words",
    "patterns",
    "redaction.names.vocabulary",
    "redaction.names.readings",
    "redaction.places.municipalities",
    "shipped",
    "fonts",
    "pages.terms",
    "pages.tested",
}
"""Modules that read what ships inside the package."""

REVEALS = {
    "text": "RawText itself",
    "records.reading": "keys, enumeration words, ids and dates are compared with known ones",
    "records.shapes": "line breaks are looked for",
    "records.dates_shape": "dates are parsed",
    "settings": "settings are public by intention",
    "settings_words": "settings are public by intention",
    "rules.links": "sections, topics and letters are compared with known ones",
    "rules.plain": "sentences are measured",
    "rules.audit": "numbers of opinions and counts in tables are compared",
    "rules.minutes": "people, papers and times of day are counted and compared",
    "rules.hindsight": "dates in sentences are compared with the record's own",
    "rules.leftovers": "texts are compared with those of the template",
    "redaction.fields": "the way into redaction",
    "redaction.redact": "the letters of the cast",
    "redaction.refuse": "comments are scanned",
    "redaction.loose": "keys are compared with known ones, unknown ones and heads name what they head",
    "redaction.originals": "what goes is cut out of it",
    "redaction.sheet": "comments are scanned",
    "source.outline": "comments below each other are joined",
    "pipeline": "titles of unpublished records go to verify, in memory",
}
"""Who may look into a RawText, and why."""

LONG = {"records/incident.py": "one class a part of 事案, in the order of docs/reference/records.md"}
"""Files above 300 lines that were talked about."""


def name_of(path: Path) -> str:
    """`records.dates` of generator/records/dates.py; `records` of a package itself."""
    steps = path.relative_to(GENERATOR).with_suffix("").parts
    return ".".join(step for step in steps if step != "__init__")


NAMES = {name_of(path): path for path in MODULES if name_of(path)}


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The modules of this package that a file knows, those for types and those inside functions too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "generator":
            inside = node.module.partition(".")[2]
            for alias in node.names:
                whole = f"{inside}.{alias.name}".lstrip(".")
                yield whole if whole in NAMES else inside
        elif isinstance(node, ast.Import):
            yield from (a.name.partition(".")[2] for a in node.names if a.name.partition(".")[0] == "generator")


def stage(name: str) -> int:
    """Where a module stands in the line; the longest name that is listed decides."""
    while name:
        for index, rooms in enumerate(STAGES):
            if name in rooms:
                return index
        name = name.rpartition(".")[0]
    raise AssertionError


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each call of a file with the last word of what is called."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node


def strings(path: Path) -> Iterator[str]:
    """Every string of a file but its docstrings."""
    told = {id(s.value) for s in ast.walk(tree(path)) if isinstance(s, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@pytest.mark.parametrize("name", NAMES)
def test_no_stage_knows_a_later_one(name: str) -> None:
    """Imports point backwards along the line, from cli to source."""
    assert sorted(other for other in imported(NAMES[name]) if stage(other) > stage(name)) == []


def test_verify_does_not_know_how_texts_are_redacted() -> None:
    """Verify would repeat a mistake of redact or settle if it used them; it knows neither, nor who does."""
    forbidden = {"redaction.redact", "redaction.settle", "redaction.compose", "redaction.policy", "redaction.marks"}
    known, new = set(), {name for name in NAMES if name.startswith("verify")}
    while new:
        known |= new
        new = {other for name in new for other in imported(NAMES[name]) if other in NAMES} - known
    assert known & forbidden == set()


@pytest.mark.parametrize("name", NAMES)
def test_only_some_rooms_touch_the_disk(name: str) -> None:
    """Files are read and written by the rooms at both ends of the line; package data by those that own it."""
    touching = {
        "open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rmtree",
        "copytree", "iterdir", "glob", "rglob", "walk", "scandir", "listdir", "touch", "symlink_to",
        "rename", "mkdtemp", "remove",
    }  # fmt: skip
    found = {called for called, call in calls(NAMES[name]) if called in touching and ast.unparse(call) != NULL}
    if name.partition(".")[0] in DISK or name in OWN_DATA:
        return
    assert found == set()


NULL = "os.open(os.devnull, os.O_WRONLY)"
"""What cli does once nobody reads it any more."""


@pytest.mark.parametrize("name", NAMES)
def test_only_the_command_prints_and_exits(name: str) -> None:
    """Nothing but cli prints, leaves or knows the standard streams, and nothing logs."""
    if name == "cli":
        return
    source = ast.unparse(tree(NAMES[name]))
    assert [
        called
        for called, call in calls(NAMES[name])
        if called in {"print", "exit", "_exit"} and "parser" not in ast.unparse(call)
    ] == []
    assert re.findall(r"sys\.(?:stdout|stderr|exit)|SystemExit", source) == []


@pytest.mark.parametrize("name", NAMES)
def test_only_redaction_makes_public_text(name: str) -> None:
    """`PublicText(` stands in one file: what pages and templates get has passed there."""
    makes = [called for called, _ in calls(NAMES[name]) if called == "PublicText"]
    assert makes == [] or name == "redaction.compose"


@pytest.mark.parametrize("name", NAMES)
def test_who_looks_into_raw_text_is_listed(name: str) -> None:
    """`.reveal()` is called where the list says why, and nowhere else."""
    assert ("reveal" in {called for called, _ in calls(NAMES[name])}) == (name in REVEALS and name != "text")


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("redaction")])
def test_patterns_name_their_characters(name: str) -> None:
    """No pattern of redaction holds a shorthand made for Latin text: Japanese has no word ends, and other digits."""
    assert [text for text in strings(NAMES[name]) if re.search(r"\\[bBwWdDsS]", text)] == []


@pytest.mark.parametrize("path", sorted(GENERATOR.glob("redaction/**/*.toml")), ids=lambda path: path.name)
def test_patterns_in_word_lists_do_too(path: Path) -> None:
    """A word list holds no such shorthand either."""
    assert re.findall(r"\\+[bBwWdDsS]", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "patterns"])
def test_patterns_are_made_in_one_place(name: str) -> None:
    """Nobody calls `re.compile` but the module that does so at the first use."""
    assert "re.compile" not in ast.unparse(tree(NAMES[name]))


def test_every_pattern_compiles() -> None:
    """A pattern that waits for its first use is a sound one."""
    for name in NAMES:
        import_module(f"generator.{name}")
    waiting = [thing for thing in gc.get_objects() if type(thing).__module__ == "generator.patterns"]
    assert len(waiting) > 500
    assert all(thing.groups >= 0 for thing in waiting)


SAMPLES = [
    tomllib.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "tests/redaction/samples").glob("*.toml")
]


@pytest.mark.parametrize("index", range(len(DETECTORS)))
def test_every_detector_finds_something_in_the_samples(index: int) -> None:
    """Each detector has a sentence of its kind in which it finds something, and a word for its reason."""
    detector = DETECTORS[index]
    texts = [
        re.sub("[【】]", "", text)
        for table in SAMPLES
        if table["kind"] == detector.kind.value
        for text in table["find"]
    ]
    assert any(True for text in texts for view in views_of(text) for _ in detector.find(view))
    assert word(f"why.{detector.why}")


def test_every_code_of_the_program_has_its_words() -> None:
    """The codes that the program raises are those of ja.toml, neither more nor fewer."""
    used = {code for path in MODULES for text in strings(path) for code in CODE.findall(text)}
    assert used == set(JA["problems"])


@pytest.mark.parametrize("code", JA["problems"])
def test_words_of_a_code(code: str) -> None:
    """Each code has a title, a message, a hint and an explanation, and they end as sentences do."""
    entry = JA["problems"][code]
    cases = {name: words for name, words in entry.items() if isinstance(words, dict)}
    assert set(entry) - set(cases) == {"title", "message", "hint", "explain"}
    assert not entry["title"].endswith("。")
    for words in ({name: text for name, text in entry.items() if name not in cases}, *cases.values()):
        assert set(words) <= {"title", "message", "hint", "explain"}
        assert all(text.strip() for text in words.values())
        assert "\n" not in words.get("title", "") + words.get("message", "") + words.get("hint", "")
        assert words.get("message", entry["message"]).endswith("。")


def test_every_word_that_is_asked_for_exists() -> None:
    """Each literal key of `word(…)` is in ja.toml; of a key made at run time its table is."""
    missing = []
    for path in MODULES:
        for called, call in calls(path):
            if called == "word" and call.args:
                missing += [key for key in keys(call.args[0]) if not exists(key)]
    assert missing == []


def keys(argument: ast.expr) -> Iterator[str]:
    """The keys an argument may be, a made one up to its first hole."""
    for node in ast.walk(argument):
        if isinstance(node, ast.JoinedStr):
            begun = node.values[0]
            yield str(begun.value).rpartition(".")[0] if isinstance(begun, ast.Constant) else ""
            return
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "." in node.value:
            yield node.value


def exists(key: str) -> bool:
    """Whether a dotted key leads to something."""
    found = JA
    for step in filter(None, key.split(".")):
        if not isinstance(found, dict) or step not in found:
            return False
        found = found[step]
    return True


def test_every_command_is_documented() -> None:
    """What can be typed has its section in docs/reference/commands.md."""
    text = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"## kohyo {command}" not in text] == []
    assert parse(["check"]).command in COMMANDS


def test_every_code_is_documented() -> None:
    """Each code stands in docs/reference/messages.md."""
    text = (ROOT / "docs/reference/messages.md").read_text(encoding="utf-8")
    assert [code for code in JA["problems"] if code not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_files_and_functions_are_small(name: str) -> None:
    """A file has at most 300 lines, or its reason is listed; a function at most 40, its docstring not counted."""
    path = NAMES[name]
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 300 or path.relative_to(GENERATOR).as_posix() in LONG
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert length <= 40, node.name


@pytest.mark.parametrize("name", NAMES)
def test_modules_say_what_they_own(name: str) -> None:
    """Each module opens with a docstring of one to six lines."""
    told = ast.get_docstring(tree(NAMES[name]))
    assert told
    assert len(told.splitlines()) <= (12 if name == "pages.states" else 6)  # which says in words how a state is derived


def tracked() -> list[Path]:
    """Every file of the repository that holds text."""
    listed = (
        subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
        .stdout.decode()
        .split("\0")
    )
    files = [ROOT / name for name in listed if name] or [path for path in ROOT.rglob("*") if path.is_file()]
    return [
        path
        for path in files
        if path.suffix in {".py", ".md", ".toml", ".yml", ".html", ".css", ".js", ".txt"} and path.is_file()
    ]


def test_nothing_is_left_to_do_and_no_machine_is_named() -> None:
    """No file holds a note to do something later, nor the path of a folder on somebody's machine."""
    later = re.compile("\\b(?:TO" + "DO|FIX" + "ME)\\b|(?<![0-9A-Za-z._-])/(?:home|Users|wo" + "rk|root)/[a-z]")
    found = [
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if later.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT / "tests").as_posix())
def test_every_test_says_what_is_true(path: Path) -> None:
    """Each test has a docstring of one sentence, which is true when it passes, and uses no mock."""
    told = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef) and node.name.startswith("test")]
    assert [
        node.name for node in told if not (ast.get_docstring(node) or "").rstrip().endswith((".", "。", "?", "!"))
    ] == []
    assert "unittest.mock" not in path.read_text(encoding="utf-8").replace('"unittest.mock"', "")


def test_test_files_have_names_of_their_own() -> None:
    """Tests are no package, so two files of one name would hide each other."""
    names = [path.name for path in TESTS if path.name != "conftest.py"]
    assert sorted({name for name in names if names.count(name) > 1}) == []
