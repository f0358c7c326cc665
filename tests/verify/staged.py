"""A staged site of a few files for the tests of verify, and the smallest detectors that can be wrong about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.cache import NO_STORE, Store
from generator.outputs import Form, Output
from generator.redaction.hit import Hit
from generator.redaction.kinds import Kind
from generator.redaction.view import fold
from generator.redaction.withheld import Kept, Withheld
from generator.verify import Unpublished, verify

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Problem
    from generator.redaction.scan import Passage

BASE = "https://kohyo.city.example.jp/"
OWNER = frozenset({"2031-05-07-madoguchi"})
OTHER = frozenset({"2031-06-01-tosho"})

_PHONE = re.compile("0[0-9０-９]{1,4}[-－][0-9０-９]{1,4}[-－][0-9０-９]{4}")
_NAME = re.compile("阿佐美志津乃|[一-鿿]{2,4}(?=様)")


@dataclass(frozen=True)
class Detectors:
    """Telephone numbers are findings, a certain name and what stands before 様 too, 氏名 as a label is a suspicion."""

    def scan(self, passage: Passage) -> tuple[Hit, ...]:
        """Every hit of a passage."""
        hits = [Hit(*m.span(), Kind.PHONE, sure=True, why="shape") for m in _PHONE.finditer(passage.text)]
        hits += [Hit(*m.span(), Kind.NAME, sure=True, why="honorific") for m in _NAME.finditer(passage.text)]
        if "氏名" in passage.label and not passage.text.startswith("〔"):
            hits.append(Hit(0, len(passage.text), Kind.NAME, sure=False, why="label"))
        return tuple(sorted(hits))


@dataclass
class Staged:
    """A staged site while a test fills it."""

    folder: Path
    outputs: list[Output] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    unpublished: list[Unpublished] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    form: Form = Form.SITE
    detectors: Detectors = field(default_factory=Detectors)
    store: Store = NO_STORE

    def put(self, path: str, content: str | bytes, owners: frozenset[str] = OWNER, *, ships: bool = False) -> None:
        """Write a file that a page owns."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        self.outputs.append(Output(path, owners, ships))

    def page(self, body: str, owners: frozenset[str] = OWNER, path: str = "incidents/a/index.html") -> None:
        """Write a page with this body."""
        head = '<!doctype html>\n<html lang="ja"><head><meta charset="utf-8"><title>事案</title></head>\n'
        self.put(path, f"{head}<body>{body}</body></html>\n", owners)

    def withhold(self, text: str, kind: Kind = Kind.NAME, *, everywhere: bool = True) -> None:
        """Have a text withheld from the record of OWNER."""
        self.withheld.append(Withheld(fold(text), kind, OWNER, everywhere))

    def keep(self, whole: str, occurrence: str, kind: Kind = Kind.NAME) -> None:
        """Have an occurrence kept that stands in a public text once."""
        folded, part = fold(whole), fold(occurrence)
        start = folded.index(part)
        self.kept.append(Kept(folded, start, start + len(part), kind, "field"))

    def problems(self) -> list[Problem]:
        """What verify says."""
        return verify(
            self.folder,
            self.outputs,
            withheld=self.withheld,
            kept=self.kept,
            unpublished=self.unpublished,
            scanner=self.detectors,
            shell_digests=self.digests,
            base_url=BASE,
            form=self.form,
            store=self.store,
        )

    def codes(self) -> list[str]:
        """The codes of what verify says."""
        return [problem.code for problem in self.problems()]
