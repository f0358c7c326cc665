"""`kohyo serve`: the site with its drafts, for this machine only, rebuilt when a file is saved.

Loopback only, and only for Host 127.0.0.1 or localhost (DNS rebinding).  What is served went through
redact and verify like a release; it lies in a private folder that goes with the process.
"""

from __future__ import annotations

import signal
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.livereload import LiveReloadServer

from generator.disk import DISCLOSURES, SETTINGS
from generator.pipeline import check, stage
from generator.private import private_folder
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from generator.cache import Store
    from generator.problems import Problem
    from generator.redaction.scan import Scanner

HOST = "127.0.0.1"
_ALLOWED = ("127.0.0.1", "localhost")


@dataclass(frozen=True, slots=True)
class Tell:
    """How the command speaks while it serves."""

    say: Callable[[str], None]
    fault: Callable[[Exception], object]


class _Loopback(LiveReloadServer):
    """MkDocs' live-reload server, deaf to every other host name and never cached."""

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request if it is meant for this machine."""
        host = str(environ.get("HTTP_HOST", "")).rpartition(":")[0] or str(environ.get("HTTP_HOST", ""))
        # No file's name holds a NUL; the server would print a traceback.
        if host not in _ALLOWED or "\0" in str(environ.get("PATH_INFO", "")):
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [b""]

        def private(status: str, headers: list[tuple[str, str]]) -> Any:
            kept = [(name, value) for name, value in headers if name.lower() != "cache-control"]
            return start_response(status, [*kept, ("Cache-Control", "no-store")])

        answer: Iterable[bytes] = super().serve_request(environ, private)
        return answer


def serve(
    root: Path,
    port: int,
    clock: Callable[[], datetime],
    scanner: Scanner,
    report: Callable[[Sequence[Problem]], None],
    tell: Tell,
    store: Store,
) -> int:
    """Serve until Ctrl+C; a state of the files that has problems leaves the last good site in view."""
    _end_like_ctrl_c()
    with private_folder(root) as folder:
        shown = folder / "shown"
        shown.mkdir()

        def rebuild() -> None:
            try:
                if not _renew(root, folder, shown, clock(), scanner, report, store):
                    tell.say(word("cli.still-old"))
            except Exception as ours:  # noqa: BLE001  # the server would print a traceback, which may quote a source
                tell.fault(ours)

        rebuild()
        # The server is bound to the loopback address and answers to its names only.
        server = _Loopback(builder=rebuild, host=HOST, port=port, root=str(shown), mount_path="/")
        for watched in (root / DISCLOSURES, root / SETTINGS):
            server.watch(str(watched))
        tell.say(word("cli.serving", port=port))
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves this one untyped
        except KeyboardInterrupt:
            return 0
        finally:
            server.shutdown()
    return 0


def _end_like_ctrl_c() -> None:
    """A closed window or a `kill` must not leave drafts behind."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), signal.default_int_handler)


def _renew(
    root: Path,
    folder: Path,
    shown: Path,
    now: datetime,
    scanner: Scanner,
    report: Callable[[Sequence[Problem]], None],
    store: Store,
) -> bool:
    """Stage the site anew and rewrite what changed; False where problems keep the old one in view."""
    checked = check(root, now, scanner, lambda _stage: None)
    problems = list(checked.problems)
    if not checked.stops:
        with tempfile.TemporaryDirectory(prefix="staging-", dir=folder) as staging:
            problems += stage(root, checked, Path(staging), now, scanner, lambda _stage: None, drafts=True, store=store)
            if not any(problem.severity.stops for problem in problems):
                _rewrite(Path(staging) / "site", shown)
                store.save()
                report(problems)
                return True
    report(problems)
    return False


def _rewrite(staged: Path, shown: Path) -> None:
    """Make `shown` equal to `staged`, writing only files that differ."""
    wanted = {path.relative_to(staged): path.read_bytes() for path in staged.rglob("*") if path.is_file()}
    for old in [path for path in shown.rglob("*") if path.is_file() and path.relative_to(shown) not in wanted]:
        old.unlink()
    for relative, data in wanted.items():
        target = shown / relative
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
