"""The command line in Japanese: what may be typed, and what is said when something else was."""

from __future__ import annotations

import argparse
import os
from datetime import datetime, timedelta, timezone
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

JST = timezone(timedelta(hours=9))
DEFAULT_PORT = 8000
YEARS = range(1971, 2106)
"""What a Unix time of 32 bits can say, as in the head of a gzip file (RFC 1952), in every time zone."""
EPOCH_DIGITS = 10
"""A time of more digits is later than any calendar here goes."""
COMMANDS = ("check", "build", "bundle", "serve", "new", "redact", "hook", "schema", "explain")


class WrongUse(Exception):  # noqa: N818  # it is no error of ours: the command was typed in another way
    """The command line can't be read; the text is Japanese and repeats nothing that was typed but a site's path."""


class _Parser(argparse.ArgumentParser):
    """argparse, which speaks English, speaking Japanese."""

    def error(self, message: str) -> NoReturn:
        del message  # it quotes what was typed
        raise WrongUse(word("cli.wrong-use", usage=self.format_usage().strip()))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", word("cli.usage"), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", word("cli.usage"), 1)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments; raises WrongUse."""
    parser = _Parser(prog="kohyo", description=word("cli.about"), add_help=False, allow_abbrev=False)
    _titles(parser)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar=word("cli.command"), title=word("cli.commands")
    )
    for name in COMMANDS:
        command = commands.add_parser(
            name,
            help=word(f"cli.help.{name}"),
            description=word(f"cli.help.{name}"),
            add_help=False,
            allow_abbrev=False,
        )
        _titles(command)
        _common(command)
    _own(commands.choices)
    _must_be_a_command(argv, parser)
    return parser.parse_args(argv)


def given_moment(arguments: argparse.Namespace) -> datetime | None:
    """--now, else SOURCE_DATE_EPOCH, in JST."""
    if arguments.now is not None:
        given: datetime = arguments.now
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and epoch.isascii() and epoch.isdigit() and len(epoch) <= EPOCH_DIGITS:
        return datetime.fromtimestamp(int(epoch), JST)
    return None


def _must_be_a_command(argv: Sequence[str], parser: _Parser) -> None:
    """Without a command, or with another word in its place, all commands are shown."""
    if not argv:
        raise WrongUse(parser.format_help())
    if argv[0].startswith("-") or argv[0] in COMMANDS:
        return
    near = get_close_matches(argv[0].lower(), COMMANDS, n=1)
    guess = word("cli.perhaps", command=near[0]) if near else ""
    raise WrongUse(word("cli.no-such-command", guess=guess, help=parser.format_help()))


def _own(commands: dict[str, _Parser]) -> None:
    """What only one command takes."""
    files = word("cli.help.files")
    commands["check"].add_argument("files", nargs="*", type=Path, metavar="FILE", help=files)
    commands["build"].add_argument("--out", type=Path, metavar="DIR", help=word("cli.help.out"))
    commands["bundle"].add_argument("--out", type=Path, metavar="FILE.zip", help=word("cli.help.zip"))
    for name in ("build", "bundle", "serve"):
        commands[name].add_argument("--no-cache", action="store_true", help=word("cli.help.no-cache"))
    commands["serve"].add_argument("--port", type=_port, default=DEFAULT_PORT, metavar="N", help=word("cli.help.port"))
    commands["new"].add_argument("kind", metavar=word("cli.kind"), help=word("cli.help.kind"))
    commands["new"].add_argument("--id", metavar="ID", help=word("cli.help.id"))
    _of_redact(commands["redact"])
    commands["explain"].add_argument("code", metavar="E104", help=word("cli.help.code"))


def _of_redact(command: _Parser) -> None:
    command.add_argument("files", nargs="*", type=Path, metavar="FILE", help=word("cli.help.file"))
    ways = command.add_mutually_exclusive_group()
    ways.add_argument("--write", action="store_true", help=word("cli.help.write"))
    ways.add_argument("--check", action="store_true", help=word("cli.help.held"))
    ways.add_argument("--staged", action="store_true", help=word("cli.help.staged"))


def _common(command: _Parser) -> None:
    command.add_argument("--site", type=_folder, default=Path(), metavar="DIR", help=word("cli.help.site"))
    command.add_argument("--format", choices=("text", "json", "github"), default="text", help=word("cli.help.format"))
    command.add_argument("--strict", action="store_true", help=word("cli.help.strict"))
    command.add_argument("--now", type=_moment, metavar="2026-05-01T14:00", help=word("cli.help.now"))


def _titles(parser: _Parser) -> None:
    parser._positionals.title = word("cli.positionals")  # noqa: SLF001  # argparse has no other way to name its groups
    parser._optionals.title = word("cli.options")  # noqa: SLF001
    parser.add_argument("-h", "--help", action="help", help=word("cli.help.help"))


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise WrongUse(word("cli.no-such-site", path=text))
    return Path(text)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.year not in YEARS:
        raise ValueError(moment.year)
    return moment.replace(tzinfo=JST) if moment.tzinfo is None else moment.astimezone(JST)


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port < 1 << 16:
        raise ValueError(port)
    return port
