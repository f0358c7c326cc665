"""Why libyaml stopped, seen from the author's side.

Each rule looks at one stop and answers with what to say and how the line would parse, or None.  They are asked in
the order of `RULES`: what keyboards do comes first, because libyaml trips over it in many words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.source.compose import swallows_lines
from generator.source.margins import half_entry, line_heads, misplaced, odd_key, second_colon, waiting_for_colon
from generator.source.scene import Cause
from generator.source.skeleton import WIDE_BRACKETS
from generator.source.slips import Slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.source.scene import Scene


_BAD_ESCAPES = (
    "found unknown escape character",
    "found invalid Unicode character escape code",
    "did not find expected hexdecimal number",
)
_SURROGATE = regex(r"\\[uU](?:0000)?[dD][89a-fA-F]")
_QUOTES = ('"', "'")
_REFUSED = {"*": "E125", "&": "E125", "!": "E124"}


def _escape(scene: Scene) -> Cause | None:
    if scene.stop.why not in _BAD_ESCAPES:
        return None
    offset = scene.file.text.rfind("\\", 0, scene.stop.offset + 1)
    number = scene.file.line_at(offset)
    at = offset - scene.file.start(number)
    line = scene.file.line(number)
    code = "E132" if _SURROGATE.match(line, at) else "E133"
    return Cause(number, Slip(code, at, f"{line[:at]}/{line[at + 1 :]}"))


def _open_quote(scene: Scene) -> Cause | None:
    if "quoted scalar" in scene.stop.reading and scene.stop.context is not None:
        return _unclosed(scene, scene.stop.context)
    scalar = scene.scalar
    if scalar is None or scalar.style not in _QUOTES:
        return None
    start, end = scalar.start, scalar.end
    columns = [column for column, _ in scene.open_columns]
    if len(scene.scalar_lines) > 1 and swallows_lines(scene.file, start, end, max(columns, default=-1)):
        return _unclosed(scene, start)
    if scene.file.line_at(end) == scene.number and not scene.file.text[end : scene.stop.offset].strip():
        return _behind_quote(scene, start, end)
    return None


def _behind_quote(scene: Scene, start: int, end: int) -> Cause:
    """Shown without the quotes: its author meant them to be read, not to end the text."""
    first = scene.file.start(scene.number)
    head = scene.line[: max(start - first, 0)]
    return Cause(scene.number, Slip("E116", scene.stop.offset - first, scene.line[: end - first], shown=head + "x"))


def _unclosed(scene: Scene, start: int) -> Cause:
    number = scene.file.line_at(start)
    line = scene.file.line(number)
    at = start - scene.file.start(number)
    fixed = line.rstrip() + scene.file.text[start] if line[:at].strip() else ""
    return Cause(number, Slip("E115", at, fixed))


def _refused(scene: Scene) -> Cause | None:
    """`*印 …` read as far as an alias or a tag, which `guard` refused by then."""
    for event in reversed(scene.events):
        if scene.file.line_at(event.start) != scene.number:
            return None
        if event.refused:
            return _from_value(scene, event.refused, event.start)
    return None


def _reserved_start(scene: Scene) -> Cause | None:
    """A value, or an item, that begins with a sign YAML keeps for itself."""
    at = scene.stop.offset if scene.stop.context is None else scene.stop.context
    sign = scene.file.text[at : at + 1]
    code = _REFUSED.get(sign, "E111")
    if sign == "%" and not scene.column(at):
        return Cause(scene.file.line_at(at), Slip("E136", 0, ""))
    if sign == "\t":
        return _tab(scene, at)
    if sign not in "@`%,]}?*&!|>" or not sign:
        return None
    return _from_value(scene, code, at)


def _tab(scene: Scene, at: int) -> Cause:
    """Behind `- ` a tab is indentation too."""
    column = at - scene.file.start(scene.number)
    return Cause(scene.number, Slip("E107", column, scene.line[:column] + scene.line[column:].lstrip("\t ")))


def _from_value(scene: Scene, code: str, at: int) -> Cause:
    """The value from `at` on: shown in quotes, read on without them, because more lines of it may follow."""
    number = scene.file.line_at(at)
    column = at - scene.file.start(number)
    head = scene.file.line(number)[:column]
    return Cause(number, Slip(code, column, head + "x", shown=head + '"x"'))


def _block_header(scene: Scene) -> Cause | None:
    if scene.stop.reading != "while scanning a block scalar" or scene.stop.context is None:
        return None
    number = scene.context_number
    line = scene.file.line(number)
    at = scene.stop.context - scene.file.start(number)
    return Cause(number, Slip("E135", at, line[: at + 1]))


def _dash_behind_key(scene: Scene) -> Cause | None:
    if not scene.stop.why.startswith("block sequence entries"):
        return None
    at = scene.stop.offset - scene.file.start(scene.number)
    return Cause(scene.number, Slip("E134", at, scene.line[:at].rstrip()))


def _brackets(scene: Scene) -> Cause | None:
    at = scene.stop.context if "while parsing a flow" in scene.stop.reading else None
    if scene.closed_flow is not None:
        at = scene.closed_flow.start
    # A pair `[a: b]` inside brackets is a map without braces of its own.
    if at is None or scene.file.text[at : at + 1] not in ("[", "{"):
        return None
    number = scene.file.line_at(at)
    column = at - scene.file.start(number)
    line = scene.file.line(number)
    code = "E113" if line[column] == "[" else "E112"
    return Cause(number, Slip(code, column, line[:column] + line[column:].translate(WIDE_BRACKETS)))


def _unclear(scene: Scene) -> Cause:
    at = min(scene.stop.offset - scene.file.start(scene.number), len(scene.line))
    return Cause(scene.number, Slip("E119", at, scene.line))


RULES: tuple[Callable[[Scene], Cause | None], ...] = (
    odd_key,
    _escape,
    waiting_for_colon,
    line_heads,
    half_entry,
    _open_quote,
    _refused,
    _block_header,
    _reserved_start,
    _dash_behind_key,
    _brackets,
    second_colon,
    misplaced,
)


def cause_of(scene: Scene) -> Cause:
    """The first rule's answer; where none knows, that this line can't be read."""
    return next((cause for rule in RULES if (cause := rule(scene))), None) or _unclear(scene)
