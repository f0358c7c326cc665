"""Why libyaml stopped, seen from the author's side.

Each rule looks at one stop and answers with what to say and how the line would parse, or None.  They are asked in
the order of `RULES`: what keyboards do comes first, because libyaml trips over it in many words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.source.compose import swallows_lines
from generator.source.slips import Slip, bullet, colon, indentation, missing_colon, slip_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.source.scene import Scene


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong in one line."""

    number: int
    slip: Slip


_BAD_ESCAPES = (
    "found unknown escape character",
    "found invalid Unicode character escape code",
    "did not find expected hexdecimal number",
)
_SURROGATE = re.compile(r"\\[uU](?:0000)?[dD][89a-fA-F]")
_QUOTES, _BLOCKS = ('"', "'"), ("|", ">")
_REFUSED = {"*": "E125", "&": "E125", "!": "E124"}
_WIDE_BRACKETS = str.maketrans("[]{}", "［］｛｝")
_KEY_LIKE = re.compile("[^、。「」（）：　 ]{1,10}$")
_ITEM = re.compile(r" *-(?: |$)")
_ENTRY = re.compile(r" *(?:- +)*(?P<key>[^:\"'\[{]+?) *:(?: |$)")


def _escape(scene: Scene) -> Cause | None:
    if scene.stop.why not in _BAD_ESCAPES:
        return None
    offset = scene.file.text.rfind("\\", 0, scene.stop.offset + 1)
    number = scene.file.line_at(offset)
    at = offset - scene.file.start(number)
    line = scene.file.line(number)
    code = "E132" if _SURROGATE.match(line, at) else "E133"
    return Cause(number, Slip(code, at, f"{line[:at]}/{line[at + 1 :]}"))


def _waiting_for_colon(scene: Scene) -> Cause | None:
    """A line where `key: value` must stand, and holds no colon that YAML sees."""
    if scene.stop.why != "could not find expected ':'":
        return None
    number = scene.context_number
    line = scene.file.line(number)
    slip = slip_in(line, scene.known, entry=True) or missing_colon(line, scene.known)
    return Cause(number, slip or _text_at_margin(scene, number))


def _text_at_margin(scene: Scene, number: int) -> Slip:
    line = scene.file.line(number)
    at = len(line) - len(line.lstrip(" "))
    scalar = scene.scalar
    if scalar is not None and scalar.style in _BLOCKS:
        return Slip("E117", at, " " * _block_indent(scene) + line.lstrip(" "))
    return Slip("E138", at, "")


def _block_indent(scene: Scene) -> int:
    """How deep the lines of the block text above stand, or would."""
    for number in scene.scalar_lines[1:]:
        line = scene.file.line(number)
        if line.strip():
            return len(line) - len(line.lstrip(" "))
    return max((column for column, _ in scene.open_columns), default=0) + 2


def _line_heads(scene: Scene) -> Cause | None:
    """A slip in the line of the stop, or in the plain text that ran into it."""
    scalar, numbers, own = scene.scalar, [scene.number], False
    if scalar is not None and not scalar.style and scene.number in scene.scalar_lines:
        numbers = list(scene.scalar_lines)
        own = not scene.file.line(numbers[0])[: scalar.start - scene.file.start(numbers[0])].strip(" -")
    root = len(scene.events) == 1
    for number in numbers:
        line = scene.file.line(number)
        slip = indentation(line) or bullet(line) or (colon(line, scene.known, entry=root) if own else None)
        if slip:
            return Cause(number, slip)
    return None


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
        kept = end - scene.file.start(scene.number)
        return Cause(scene.number, Slip("E116", scene.stop.offset - scene.file.start(scene.number), scene.line[:kept]))
    return None


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
            return _from_value(scene, event.refused, event.start, quoted=True)
    return None


def _reserved_start(scene: Scene) -> Cause | None:
    """A value, or an item, that begins with a sign YAML keeps for itself."""
    at = scene.stop.offset if scene.stop.context is None else scene.stop.context
    sign = scene.file.text[at : at + 1]
    code = _REFUSED.get(sign, "E111")
    if sign == "%" and "directive" in scene.stop.reading:
        return Cause(scene.number, Slip("E136", 0, ""))
    if sign not in "@`%,]}?*&!" or not sign:
        return None
    return _from_value(scene, code, at, quoted=True)


def _from_value(scene: Scene, code: str, at: int, *, quoted: bool = False) -> Cause:
    """The value from `at` to the end of its line exchanged: by a quoted text, or by a plain one."""
    number = scene.file.line_at(at)
    column = at - scene.file.start(number)
    head = scene.file.line(number)[:column]
    return Cause(number, Slip(code, column, head + ('"x"' if quoted else "x")))


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
    if at is None:
        return None
    number = scene.file.line_at(at)
    column = at - scene.file.start(number)
    line = scene.file.line(number)
    code = "E113" if line[column] == "[" else "E112"
    return Cause(number, Slip(code, column, line[:column] + line[column:].translate(_WIDE_BRACKETS)))


def _second_colon(scene: Scene) -> Cause | None:
    """Either a `: ` inside a text, or an entry that stands deeper than its sisters and so became text."""
    if not scene.stop.why.startswith("mapping values are not allowed"):
        return None
    at = scene.stop.offset - scene.file.start(scene.number)
    key = scene.line[:at].strip().removeprefix("- ").strip()
    lines = scene.scalar_lines
    if len(lines) > 1 and lines[-1] == scene.number:
        first = scene.file.line(lines[0])
        slip = missing_colon(first, scene.known)
        if slip or _level(first) == scene.indent:
            return Cause(lines[0], slip or Slip("E138", _level(first), ""))
        if key in scene.known or _KEY_LIKE.match(key):
            return _reindented(scene)
    return Cause(scene.number, Slip("E110", at, f"{scene.line[:at]}：{scene.line[at + 1 :].lstrip(' ')}"))


def _level(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _reindented(scene: Scene) -> Cause:
    item = bool(_ITEM.match(scene.line))
    columns = [column for column, is_list in scene.open_columns if is_list or not item]
    target = columns[-1] if columns else 0
    return Cause(scene.number, Slip("E117", scene.indent, " " * target + scene.line.lstrip(" ")))


def _misplaced(scene: Scene) -> Cause | None:
    """A line that is no part of what is open."""
    if not scene.stop.why.startswith("did not find expected"):
        return None
    if "document start" in scene.stop.why:
        return _outside(scene)
    if scene.line.lstrip(" ").startswith(":"):
        return Cause(scene.number, Slip("E137", scene.indent, ""))
    if scene.scalar is not None and scene.scalar.style in _BLOCKS and not _ENTRY.match(scene.line):
        return Cause(scene.number, Slip("E117", scene.indent, " " * _block_indent(scene) + scene.line.lstrip(" ")))
    if _ITEM.match(scene.line) and (scene.indent, False) in scene.open_columns:
        return Cause(scene.number, Slip("E134", scene.indent, ""))
    return _reindented(scene)


def _outside(scene: Scene) -> Cause:
    first = next(number for number in range(1, scene.number + 1) if scene.file.line(number).strip())
    line = scene.file.line(first)
    if _level(line):
        return Cause(first, Slip("E117", _level(line), line.lstrip(" ")))
    return Cause(scene.number, Slip("E121", scene.indent, ""))


def _unclear(scene: Scene) -> Cause:
    at = min(scene.stop.offset - scene.file.start(scene.number), len(scene.line))
    return Cause(scene.number, Slip("E119", at, scene.line))


RULES: tuple[Callable[[Scene], Cause | None], ...] = (
    _escape,
    _waiting_for_colon,
    _line_heads,
    _open_quote,
    _refused,
    _reserved_start,
    _block_header,
    _dash_behind_key,
    _brackets,
    _second_colon,
    _misplaced,
)


def cause_of(scene: Scene) -> Cause:
    """The first rule's answer; where none knows, that this line can't be read."""
    return next((cause for rule in RULES if (cause := rule(scene))), None) or _unclear(scene)
