"""Pagefind, spoken to directly: its index service takes one message after the other over its own pipes.

The wrapper that comes with it sleeps 0.1 s for each record.  Knows the protocol and the files that come out; what is
indexed is `publish.search`'s.
"""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pagefind_bin import get_executable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

LANGUAGE = "unknown"
"""No stemming and no dictionary: the words are made by `generator.spelled`."""

SHIPPED = {
    "pagefind.js": "252d272bd34d483d19a752060f6a065114d15ab12c42d8f905ca565e2768a009",
    "wasm.unknown.pagefind": "3a74cefceacd066e8d3bc8c52e7bc1c869544ca3d9031b44a9b7136356d5d7f4",
}
"""What a reader's browser needs of Pagefind 1.5.2 itself, with its SHA-256."""
PAGES = "pages.json"
MADE = ("pagefind-entry.json", "pagefind.*.pf_meta", "index/*.pf_index", PAGES)
"""What it made of a site, as patterns of paths.  Its forms, its highlighter, its second copy for a worker and its
fragments have no reader here, and a file without a reader is never released."""

HEAD = b"pagefind_dcd"
"""How everything begins that Pagefind has compressed."""

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
"""Letters for the digits of a name: to `verify`, what has digits in it may be somebody's number."""


class PagefindError(Exception):
    """Pagefind is not there, is not the one that is known, or did not do what it was asked."""


class Index:
    """One index being filled."""

    def __init__(self, to: IO[bytes], back: IO[bytes]) -> None:
        self._to, self._back = to, back
        self._number: int = self._ask("NewIndex", config={"force_language": LANGUAGE})["index_id"]

    def add(self, url: str, words: str) -> None:
        """One page."""
        self._ask("AddRecord", index_id=self._number, url=url, content=words, language=LANGUAGE)

    def write(self, folder: Path) -> None:
        """Write all of it, Pagefind's own files among them."""
        self._ask("WriteFiles", index_id=self._number, output_path=str(folder))

    def _ask(self, what: str, **values: Any) -> dict[str, Any]:
        message = json.dumps({"message_id": 1, "payload": {"type": what, **values}})
        try:
            self._to.write(base64.b64encode(message.encode()) + b",")
            self._to.flush()
        except OSError as error:
            raise PagefindError(what) from error
        answer = bytearray()
        while (char := self._back.read(1)) not in (b",", b""):
            answer += char
        payload: dict[str, Any] = json.loads(base64.b64decode(answer))["payload"] if answer else {"type": "Error"}
        if payload["type"] == "Error":
            raise PagefindError(what)
        return payload


@contextmanager
def new_index() -> Iterator[Index]:
    """An index, and the process that fills it."""
    try:
        command, pipe = [str(get_executable()), "--service"], subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:  # noqa: S603 -- of a package
            try:
                if process.stdin and process.stdout:
                    yield Index(process.stdin, process.stdout)
            finally:
                process.kill()
    except OSError as error:
        raise PagefindError("start") from error


def name_pages(folder: Path, count: int) -> None:
    """Write down by which name the index knows each page, in the order of their numbers: only its fragments say it."""
    names = dict[int, str]()
    for path in folder.glob(f"fragment/{LANGUAGE}_*.pf_fragment"):
        said = gzip.decompress(path.read_bytes()).removeprefix(HEAD)
        names[int(json.loads(said)["url"])] = path.stem
    if sorted(names) != list(range(count)):
        raise PagefindError(PAGES)
    listed = [names[number].removeprefix(f"{LANGUAGE}_").translate(_LETTERS) for number in range(count)]
    (folder / PAGES).write_text(json.dumps(listed, separators=(",", ":")), encoding="utf-8", newline="\n")


def keep_what_is_read(folder: Path) -> list[str]:
    """Delete what no page of ours loads; the names of what is left, in order."""
    kept = {path for pattern in (*SHIPPED, *MADE) for path in folder.glob(pattern)}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink()
    for name, digest in SHIPPED.items():
        if sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise PagefindError(name)
    return sorted(path.relative_to(folder).as_posix() for path in kept)
