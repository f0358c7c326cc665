"""The canaries: none survives a build, and verify finds every one when redact lets it through."""

from __future__ import annotations

import gzip
import html
import io
import re
import shutil
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from ahocorasick_rs import AhoCorasick
from pypdf import PdfReader

from canaries.plant import FORMS, Canary, record
from generator import pipeline
from generator.cli import JST
from generator.pages.inline import inline_html, paragraphs_html
from generator.redaction import compose
from generator.redaction.kinds import Kind
from generator.text import PublicText

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 6, 1, 12, tzinfo=JST)
NEUTRAL = "確認しました"
SPOKEN = ("plain", "full-width", "broken")
"""Forms of what people say at meetings; records whose names begin with m are minutes."""


@dataclass(frozen=True)
class Planted:
    """A site full of canaries, checked once."""

    root: Path
    canaries: tuple[Canary, ...]
    refused: tuple[Canary, ...]
    """Those the check stops at: a person has to decide, or the field can't hold them."""


def _records(canaries_without: set[tuple[str, int]]) -> tuple[dict[str, str], list[Canary]]:
    """The YAML of every record; the named canaries are replaced by a neutral text."""
    files, planted, first = {}, [], 0
    for kind in Kind:
        for form in FORMS:
            name = f"r{list(Kind).index(kind):02}-{form}"
            text, canaries = record(name, kind, form, first)
            first += len(canaries)
            files[name] = text
            planted += canaries
        for form in SPOKEN:
            name = f"m{list(Kind).index(kind):02}-{form}"
            text, canaries = record(name, kind, form, first, "minutes.yml")
            first += len(canaries)
            files[name] = text
            planted += canaries
    return files, [c for c in planted if (c.record, c.field) not in canaries_without]


def _check(root: Path, files: dict[str, str], scanner) -> pipeline.Checked:
    shutil.rmtree(root, ignore_errors=True)
    (root / "disclosures").mkdir(parents=True)
    shutil.copy(ROOT / "settings.yml", root)
    for name, text in files.items():
        (root / "disclosures" / f"{name}.yml").write_text(text, encoding="utf-8")
    return pipeline.check(root, NOW, scanner, lambda _step: None)


def _stopped_at(checked: pipeline.Checked, canaries: list[Canary]) -> list[Canary]:
    """The canaries whose own field has a stopping problem."""
    stopped = {
        (one.draft.id, field.field.bare.text)
        for one in checked.settled
        for field in one.fields
        if any(problem.severity.stops for problem in field.problems)
    }
    return [c for c in canaries if (c.record, c.text.rstrip()) in stopped]


@pytest.fixture(scope="session")
def planted(tmp_path_factory, scanner):
    """The site with every canary the check lets pass."""
    root = tmp_path_factory.mktemp("canaries")
    files, canaries = _records(set())
    checked = _check(root, files, scanner)
    refused = _stopped_at(checked, canaries)
    for canary in refused:
        files[canary.record] = files[canary.record].replace(_quoted(canary.text), f'"{NEUTRAL}"')
    checked = _check(root, files, scanner)
    stopping = [p for p in checked.problems if p.severity.stops]
    assert not stopping, Counter(p.code for p in stopping)
    kept = {(c.record, c.field) for c in refused}
    return Planted(root, tuple(c for c in canaries if (c.record, c.field) not in kept), tuple(refused)), checked


def _quoted(text: str) -> str:
    return '"' + text.replace("\n", "\\n") + '"'


def _staged(root: Path, checked: pipeline.Checked, staging: Path, scanner):
    return pipeline.stage(root, checked, staging, NOW, scanner, lambda _step: None)


def _decoded(path: Path) -> str:
    """All that a file holds, the hiding undone, letters and digits only: written apart from verify on purpose."""
    source = _text(path)
    layers = [source, html.unescape(source), unquote(html.unescape(source))]
    bare = [re.sub("<[^>]*>", "", layer) for layer in layers]
    return "\n".join(_core(unicodedata.normalize("NFKC", text)) for text in layers + bare)


def _text(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".pdf":
        reader = PdfReader(io.BytesIO(data))
        return "\n".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)])
    if data.startswith(b"\x1f\x8b"):
        # The search: words in the index are too short to be a canary, whole texts stand in its fragments.
        return gzip.decompress(data).decode("utf-8", "replace")
    return data.decode("utf-8")


def _core(text: str) -> str:
    return "".join(ch for ch in text if ch.isalnum())


def test_none_survives(planted, tmp_path, scanner):
    """No file of the built site holds a canary in any decoding."""
    site, checked = planted
    assert _staged(site.root, checked, tmp_path, scanner) == []
    secrets = sorted({_core(unicodedata.normalize("NFKC", c.secret)) for c in site.canaries})
    machine = AhoCorasick(secrets)
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    survivors = {(path.name, hit) for path in files for hit in machine.find_matches_as_strings(_decoded(path))}
    assert survivors == set()
    assert len(site.canaries) + len(site.refused) > 12_000
    assert len(site.refused) < 0.05 * len(site.canaries)


def _found(canary: Canary, page: str, leaks: list[int]) -> bool | None:
    """Whether a leak lies in the canary's own text on its page; None where the page does not show that field."""
    text = PublicText((canary.text.rstrip(),))
    places = [
        (match.start() - _drift(page, match.start()), match.end())
        for fragment in {str(inline_html(text)), *map(str, paragraphs_html(text))}
        for match in re.finditer(re.escape(fragment), page)
    ]
    if not places:
        return None
    return any(start <= leak < end for start, end in places for leak in leaks)


def _drift(page: str, place: int) -> int:
    """Verify counts columns of what is read: each `&amp;` before a place on its line moves it by four."""
    return 4 * page.count("&amp;", page.rfind("\n", 0, place) + 1, place)


def _alarm(planted, staging, scanner, monkeypatch, *, without_withheld: bool) -> tuple[int, list[Canary]]:
    """With replacement off: how many canaries are on a page, and which of them verify does not find."""
    site, checked = planted
    monkeypatch.setattr(compose, "public_text", lambda settled: PublicText((settled.field.bare.text,)))
    if without_withheld:
        monkeypatch.setattr(compose, "withheld", lambda _settled, _owners: iter(()))
    problems = _staged(site.root, checked, staging, scanner)
    by_page: dict[str, list[tuple[int, int]]] = {}
    for problem in problems:
        by_page.setdefault(problem.place.path, []).append((problem.place.line, problem.place.column))
    shown, missed, pages = 0, [], {}
    for canary in site.canaries:
        room = "minutes" if canary.record.startswith("m") else "incidents"
        path = f"{room}/{canary.record}/index.html"
        if path not in pages:
            source = (staging / "site" / path).read_text(encoding="utf-8")
            begins = [0, *(match.end() for match in re.finditer("\n", source))]
            pages[path] = source, [begins[line - 1] + column - 1 for line, column in by_page.get(path, [])]
        found = _found(canary, *pages[path])
        shown += found is not None
        if found is False:
            missed.append(canary)
    return shown, missed


def test_the_alarm_finds_every_one(planted, tmp_path, scanner, monkeypatch):
    """With replacement switched off in redact only, verify finds every canary that is on a page."""
    shown, missed = _alarm(planted, tmp_path, scanner, monkeypatch, without_withheld=False)
    assert shown > 8_000
    assert [replace(c, text="") for c in missed] == []


def test_the_detectors_alone(planted, tmp_path, scanner, monkeypatch):
    """With Withheld emptied too, the detectors alone find nearly every one."""
    shown, missed = _alarm(planted, tmp_path, scanner, monkeypatch, without_withheld=True)
    assert len(missed) < 0.02 * shown
