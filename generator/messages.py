"""Problems in words: as lines for people, as JSON for programs, as annotations for GitHub.

No format holds free text of a source: only codes, places, known keys, numbers and our own words.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.problems import Severity
from generator.words import problem_words, spoken, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.problems import Problem, Safe
    from generator.words import ProblemWords

_TERMS = {"wanted": "terms.shape", "found": "terms.shape", "why": "why"}
"""Parameters whose value is the key of a word."""

_OF_INDENTATION = ("E106", "E107", "E117")
"""Codes whose example shows where the line begins; in the others its leading spaces would only look meant."""

HIDDEN = "…"
"""What stands for an author's text in a corrected line."""

_GITHUB = {Severity.NOTE: "notice", Severity.WARNING: "warning"}


def said(problem: Problem) -> str:
    """The message of a problem."""
    return _words(problem).message.format(**_params(problem))


def hint(problem: Problem) -> str:
    """What to do about it."""
    return _words(problem).hint.format(**_params(problem)).strip()


def _words(problem: Problem) -> ProblemWords:
    """The parameter `case` says which of a code's causes it was; for a wrong shape it is the shape that is wanted."""
    case = problem.params.get("wanted" if problem.code == "E203" else "case", "")
    return problem_words(problem.code, str(case))


def _params(problem: Problem) -> dict[str, Safe]:
    """The parameters with keys of words replaced by the words; `field` may be said too."""
    known = {
        name: word(f"{_TERMS[name]}.{value}") if name in _TERMS and isinstance(value, str) else value
        for name, value in problem.params.items()
    }
    if "corrected" in known:
        line = str(known["corrected"])
        known["corrected"] = _example(line if problem.code in _OF_INDENTATION else line.strip())
    return {"field": spoken(problem.field), **known}


def _example(line: str) -> str:
    """A corrected line as an example, with what `…` means said once; a line that shows nothing is none."""
    if line in ("", HIDDEN):
        return ""
    return word("terms.example-hiding" if HIDDEN in line else "terms.example", line=line)


def as_text(problems: Sequence[Problem]) -> str:
    """`path:line:column: error[E104] message`, the hint under it."""
    return "\n".join(map(_lines, problems))


def _lines(problem: Problem) -> str:
    place = problem.place
    field = f"{spoken(problem.field)}: " if problem.field else ""
    head = f"{place.path}:{place.line}:{place.column}: {problem.severity.value}[{problem.code}] {field}{said(problem)}"
    told = hint(problem)
    return f"{head}\n  → {told}" if told else head


def as_json(problems: Sequence[Problem]) -> str:
    """One array; the keys are part of the command's contract (docs/reference/commands.md)."""
    return json.dumps(
        [
            {
                "path": p.place.path,
                "line": p.place.line,
                "column": p.place.column,
                "severity": p.severity.value,
                "code": p.code,
                "field": p.field,
                "message": said(p),
                "hint": hint(p),
            }
            for p in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows beside the line."""
    return "\n".join(
        f"::{_GITHUB.get(p.severity, 'error')} file={p.place.path},line={p.place.line},col={p.place.column},"
        f"title={p.code}::{_escaped(f'{said(p)} → {hint(p)}')}"
        for p in problems
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def fault(ours: Exception) -> str:
    """Where our code failed, never with what: an exception's text may quote a source."""
    trace = ours.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return word("cli.our-fault", kind=type(ours).__name__, where=where)


def total(problems: Sequence[Problem]) -> str:
    """How many of each severity there are, in one line."""
    counts = [
        word(f"cli.count.{severity.value}", n=n)
        for severity in Severity
        if (n := sum(problem.severity is severity for problem in problems))
    ]
    return word("cli.total", counts="、".join(counts))


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": as_text, "json": as_json, "github": as_github}
