"""The command.  The only room that prints, reads the clock and exits.

Exit codes: 0 clean, 1 the content has problems, 2 wrong use or our fault, 3 a leak was stopped.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING

from generator.arguments import JST, WrongUse, given_moment, parse
from generator.messages import FORMATS, as_text, fault, total
from generator.outputs import Form
from generator.problems import Severity
from generator.words import problem_words, word

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from generator.cache import Store
    from generator.pipeline import Checked
    from generator.problems import Problem
    from generator.redaction.scan import Scanner

CLEAN, CONTENT, WRONG_USE, LEAK = 0, 1, 2, 3
QUIET_SECONDS = 2.0
SELDOM = 50_000
"""New objects between two searches for garbage; the usual 700 cost a short command a tenth of its time."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command."""
    gc.set_threshold(SELDOM)
    try:
        arguments = parse(sys.argv[1:] if argv is None else argv)
        return COMMANDS[arguments.command](arguments)
    except WrongUse as wrong:
        print(wrong, file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        return WRONG_USE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has seen enough
        return WRONG_USE
    except Exception as ours:  # noqa: BLE001  # the outermost edge: an officer gets a sentence, not a traceback
        return _our_fault(ours)


def _our_fault(ours: Exception) -> int:
    print(fault(ours), file=sys.stderr)
    return WRONG_USE


def _check(arguments: Namespace) -> int:
    from generator.pipeline import check
    from generator.summary import summary

    files = _located(arguments.files, arguments)
    checked = check(arguments.site, _now(arguments), _scanner(), _progress(), files or None)
    _report(checked.problems, arguments, [] if checked.stops else summary(checked))
    if arguments.files and arguments.format == "text":
        print(word("cli.only-these"), file=sys.stderr)
    return _verdict(checked.problems, arguments)


def _build(arguments: Namespace) -> int:
    from generator.release import may_replace

    out = arguments.out or arguments.site / "site"
    return _made(arguments, out, Form.SITE, may_replace)


def _bundle(arguments: Namespace) -> int:
    from generator.bundle import may_write

    out = arguments.out or arguments.site / f"kohyo-{_now(arguments).date().isoformat()}.zip"
    return _made(arguments, out, Form.COPY, may_write)


def _made(arguments: Namespace, out: Path, form: Form, may: Callable[[Path, Path], bool]) -> int:
    """A site, or a copy of it, at `out`; `may` tells whether nothing is lost there."""
    from generator.pipeline import build
    from generator.release import LeftoverError, SiteBusyError
    from generator.summary import summary

    if not may(out, arguments.site):
        raise WrongUse(word(f"cli.{form.value}.refused", out=str(out)))
    store, scanner = _memory(arguments, out)
    told: list[str] = []

    def seen(checked: Checked) -> None:
        told.extend([] if checked.stops else summary(checked))

    try:
        problems = build(
            arguments.site,
            out,
            _now(arguments),
            scanner,
            _progress(),
            form=form,
            strict=arguments.strict,
            seen=seen,
            store=store,
        )
    except SiteBusyError:
        raise WrongUse(word("cli.busy", out=str(out))) from None
    except LeftoverError as left:
        raise WrongUse(word("cli.left-over", path=str(out.resolve().parent / left.name), out=str(out))) from None
    store.save()
    _report(problems, arguments, told)
    verdict = _verdict(problems, arguments)
    if arguments.format == "text":
        print(word(f"cli.{form.value}.{'made' if verdict == CLEAN else 'not-made'}", out=str(out)), file=sys.stderr)
    return verdict


def _serve(arguments: Namespace) -> int:
    from generator.serve import Tell, serve

    def report(problems: Sequence[Problem]) -> None:
        _report(problems, arguments)

    tell = Tell(lambda text: print(text, file=sys.stderr, flush=True), _our_fault)
    store, scanner = _memory(arguments, arguments.site / "site")
    return serve(arguments.site, arguments.port, lambda: _now(arguments), scanner, report, tell, store)


def _new(arguments: Namespace) -> int:
    from generator.new import NotMade, new_record

    made = new_record(arguments.site, arguments.kind, arguments.id, _now(arguments))
    if isinstance(made, NotMade):
        raise WrongUse(word(f"cli.not-made.{made.value}"))
    print(word("cli.created", path=str(made)))
    return CLEAN


def _redact(arguments: Namespace) -> int:
    if bool(arguments.files) is arguments.staged:
        raise WrongUse(word("cli.no-such-file", command="redact"))
    if arguments.staged or arguments.check:
        return _held(arguments)
    return _clear(arguments) if arguments.write else _tell(arguments)


def _tell(arguments: Namespace) -> int:
    from generator.explain_redaction import explain, stopping_in
    from generator.pipeline import check

    files = _located(arguments.files, arguments)
    checked = check(arguments.site, _now(arguments), _scanner(), _progress(), files)
    masked = sys.stdout.isatty()
    rows = [row for file in files for row in explain(checked.settled, file, arguments.site, masked=masked)]
    stopping = stopping_in(checked.problems, files, arguments.site)
    errors = [problem for problem in stopping if problem.severity is Severity.ERROR]
    told = [as_text(errors), word("cli.mend-first")] if errors else [] if rows else [word("cli.nothing-found")]
    print("\n".join([*rows, *told]))
    return _verdict(stopping, arguments)


def _clear(arguments: Namespace) -> int:
    from generator.explain_redaction import replaced
    from generator.rewrite import clear

    cleared = clear(arguments.site, _located(arguments.files, arguments), _scanner())
    if arguments.format == "text":
        print("\n".join([*map(replaced, cleared.replaced), word("cli.replaced", n=len(cleared.replaced))]), flush=True)
    _report(cleared.problems, arguments)
    return _verdict(cleared.problems, arguments)


def _held(arguments: Namespace) -> int:
    """Says why what was named, or what git is about to commit, must stay here; says nothing where it may go."""
    from generator.rewrite import held_in, inspect
    from generator.staged import NoRepositoryError, read_staged

    if arguments.staged:
        try:
            staged = read_staged(arguments.site)
        except NoRepositoryError:
            raise WrongUse(word("cli.no-repository")) from None
        found = held_in(staged.files, staged.wanted, staged.settings, _scanner()) if staged.wanted else []
        problems = [*staged.problems, *found]
    else:
        problems = inspect(arguments.site, _located(arguments.files, arguments), _scanner())
    _report(problems, arguments)
    if problems and arguments.format == "text":
        print(word("cli.not-to-commit"), file=sys.stderr)
    return _verdict(problems, arguments)


def _hook(arguments: Namespace) -> int:
    from generator.hook import NotHooked, command, install

    made = install(arguments.site)
    if isinstance(made, NotHooked):
        raise WrongUse(word(f"cli.not-hooked.{made.value}", command=command(str(arguments.site))))
    print(word("cli.hooked", path=str(made)))
    return CLEAN


def _schema(_arguments: Namespace) -> int:
    from generator.records.schema import schema_json

    print(schema_json())
    return CLEAN


def _explain(arguments: Namespace) -> int:
    try:
        words = problem_words(arguments.code.upper())
    except KeyError:
        raise WrongUse(word("cli.no-such-code")) from None
    print(f"{arguments.code.upper()}  {words.title}\n\n{words.explain}")
    return CLEAN


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "check": _check,
    "build": _build,
    "bundle": _bundle,
    "serve": _serve,
    "new": _new,
    "redact": _redact,
    "hook": _hook,
    "schema": _schema,
    "explain": _explain,
}


def _located(files: Sequence[Path], arguments: Namespace) -> list[Path]:
    """The files as they were typed: seen from the current folder, or from the site's as messages print them."""
    found = [next((path for path in (file, arguments.site / file) if path.is_file()), None) for file in files]
    if None in found:
        raise WrongUse(word("cli.no-such-file", command=arguments.command))
    return [path for path in found if path is not None]


def _scanner() -> Scanner:
    from generator.redaction.scan import Scanner

    return Scanner()


def _memory(arguments: Namespace, site: Path) -> tuple[Store, Scanner]:
    """What earlier runs found out, and a scanner that asks it first."""
    from generator.cache import NO_STORE, opened
    from generator.redaction.remembered import RememberingScanner

    store = NO_STORE if arguments.no_cache else opened(site)
    return store, RememberingScanner(store.shelf("scan"))


def _report(problems: Sequence[Problem], arguments: Namespace, summary: Sequence[str] = ()) -> None:
    if problems or arguments.format == "json":
        print(FORMATS[arguments.format](problems), flush=True)
    if arguments.format == "text" and summary:
        print("\n".join(summary), file=sys.stderr)
    if arguments.format == "text" and problems:
        print(total(problems), file=sys.stderr)


def _verdict(problems: Sequence[Problem], arguments: Namespace) -> int:
    severities = {p.severity for p in problems}
    if Severity.LEAK in severities:
        return LEAK
    if any(p.code.startswith("E9") for p in problems):
        return WRONG_USE
    if any(s.stops for s in severities) or (arguments.strict and Severity.WARNING in severities):
        return CONTENT
    return CLEAN


def _now(arguments: Namespace) -> datetime:
    """--now, else SOURCE_DATE_EPOCH, else the time; in JST."""
    return given_moment(arguments) or datetime.now(JST)


def _progress() -> Callable[[str], None]:
    """Says which stage runs, once a run has taken longer than two seconds."""
    began = time.monotonic()

    def step(stage: str) -> None:
        if time.monotonic() - began > QUIET_SECONDS:
            print(word(f"cli.step.{stage}"), file=sys.stderr, flush=True)

    return step


if __name__ == "__main__":
    sys.exit(main())
