"""Where lines begin: keys without a colon that YAML sees, and lines that stand too far left or right.

The rules of `causes` that concern the left margin; like all of them, each looks at one stop.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.source.event import What
from generator.source.scene import Cause
from generator.source.silent import in_key
from generator.source.slips import Slip, bullet, colon, indentation, level, missing_colon, slip_in

if TYPE_CHECKING:
    from generator.source.scene import Scene

_BLOCKS = ("|", ">")
_KEY_LIKE = regex("[^、。「」（）：　 ]{1,10}$")
_ITEM = regex(r" *-(?: |$)")
_ENTRY = regex(r" *(?:- +)*[^:\"'\[{]+? *:(?: |$)")
_OPENS = regex(r".*:(?: +[|>][0-9+-]*)? *$")
_DASHES = regex(r" *(?:- +)*")


def odd_key(scene: Scene) -> Cause | None:
    """`　件数: 3` was read as a key that begins with a space, which closed everything above it."""
    for event in scene.events:
        follows = scene.file.text[event.end : event.end + 2].lstrip(" ")
        if event.what is What.SCALAR and not event.style and follows.startswith(":"):
            for number, slip in in_key(scene.file, event.start, event.value, scene.known):
                return Cause(number, _fitted(scene, number, slip))
    return None


def waiting_for_colon(scene: Scene) -> Cause | None:
    """A line where `key: value` must stand, and holds no colon that YAML sees."""
    if scene.stop.why != "could not find expected ':'":
        return None
    number = scene.context_number
    line = scene.file.line(number)
    slip = slip_in(line, scene.known, entry=True) or missing_colon(line, scene.known)
    return Cause(number, _fitted(scene, number, slip) if slip else _text_at_margin(scene, number))


def _text_at_margin(scene: Scene, number: int) -> Slip:
    line = scene.file.line(number)
    at = level(line)
    scalar = scene.scalar
    if scalar is not None and scalar.style in _BLOCKS:
        return Slip("E117", at, " " * _block_indent(scene) + line.lstrip(" "))
    below = scene.neighbour(number, 1)
    if _KEY_LIKE.match(line.strip()) and below and level(scene.file.line(below)) > at:
        return Slip("E118", at, f"{line.rstrip()}:")
    return Slip("E138", at, "")


def _block_indent(scene: Scene) -> int:
    """How deep the lines of the block text above stand, or would."""
    for number in scene.scalar_lines[1:]:
        line = scene.file.line(number)
        if line.strip():
            return level(line)
    return max((column for column, _ in scene.open_columns), default=0) + 2


def line_heads(scene: Scene) -> Cause | None:
    """A slip in the line of the stop, or in the plain text that ran into it."""
    numbers = list(_run_together(scene)) or [scene.number]
    for number in numbers:
        line = scene.file.line(number)
        slip = indentation(line) or bullet(line)
        if slip:
            return Cause(number, _fitted(scene, number, slip))
    return None


def half_entry(scene: Scene) -> Cause | None:
    """The first line of a text that ran into an entry which stands right below it: it was to be an entry too."""
    lines = _run_together(scene)
    if len(lines) < 2 or scene.scalar is None:  # noqa: PLR2004 - one line can't run into another
        return None
    first = scene.file.line(lines[0])
    own = not first[: scene.column(scene.scalar.start)].strip(" -")
    if not own:
        return None
    aligned = scene.column(scene.scalar.start) == scene.indent
    slip = colon(first, scene.known, entry=aligned) or missing_colon(first, scene.known)
    if slip is None and aligned:
        slip = Slip("E138", level(first), "")
    return Cause(lines[0], slip) if slip else None


def _run_together(scene: Scene) -> range:
    """The lines of the plain text that reaches into the line of the stop."""
    scalar = scene.scalar
    return scene.scalar_lines if scalar and not scalar.style and scene.number in scene.scalar_lines else range(0)


def second_colon(scene: Scene) -> Cause | None:
    """Either a `: ` inside a text, or an entry that stands deeper than its sisters and so became text."""
    if not scene.stop.why.startswith("mapping values are not allowed"):
        return None
    at = scene.stop.offset - scene.file.start(scene.number)
    key = scene.line[:at].strip().removeprefix("- ").strip()
    lines = scene.scalar_lines
    if len(lines) > 1 and lines[-1] == scene.number and (key in scene.known or _KEY_LIKE.match(key)):
        return _reindented(scene)
    return Cause(scene.number, Slip("E110", at, f"{scene.line[:at]}：{scene.line[at + 1 :].lstrip(' ')}"))


def _reindented(scene: Scene) -> Cause:
    above = _slipped_out(scene)
    if above:
        return above
    item = bool(_ITEM.match(scene.line))
    columns = [column for column, is_list in scene.open_columns if is_list or not item]
    target = columns[-1] if columns else 0
    return Cause(scene.number, Slip("E117", scene.indent, " " * target + scene.line.lstrip(" ")))


def _slipped_out(scene: Scene) -> Cause | None:
    """The line above, where it left the column that this line and the ones after it keep to."""
    above = scene.neighbour(scene.number, -1)
    if not above or scene.is_text(above):
        return None
    line = scene.file.line(above)
    target = scene.indent - (len(_dashes(line)) - level(line))
    if level(line) < target and (_goes_on(scene, above, target) or _has_sister(scene, line, target)):
        return Cause(above, Slip("E117", level(line), " " * target + line.lstrip(" ")))
    return None


def _goes_on(scene: Scene, above: int, target: int) -> bool:
    below = scene.neighbour(scene.number, 1)
    deeper = bool(below) and level(scene.file.line(below)) > level(scene.file.line(above))
    return deeper and target in dict(scene.columns_above(above))


def _has_sister(scene: Scene, item: str, target: int) -> bool:
    """Whether the list goes on at `target` below the item's other lines."""
    below = scene.neighbour(scene.number, 1)
    while below and level(scene.file.line(below)) >= scene.indent:
        below = scene.neighbour(below, 1)
    line = scene.file.line(below) if below else ""
    return bool(_ITEM.match(item) and _ITEM.match(line)) and level(line) == target


def misplaced(scene: Scene) -> Cause | None:
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
    if level(line):
        return Cause(first, Slip("E117", level(line), line.lstrip(" ")))
    return Cause(scene.number, Slip("E121", scene.indent, ""))


def _fitted(scene: Scene, number: int, slip: Slip) -> Slip:
    """A line whose indentation was wrong, at the column where its neighbours let it stand."""
    if slip.code not in ("E106", "E107") or not (_ITEM.match(slip.fixed) or _ENTRY.match(slip.fixed)):
        return slip
    return replace(slip, fixed=" " * _column(scene, number, slip.fixed) + slip.fixed.lstrip(" "))


def _column(scene: Scene, number: int, line: str) -> int:
    above, below = scene.neighbour(number, -1), scene.neighbour(number, 1)
    next_level = level(scene.file.line(below)) if below else 0
    if above and not scene.is_text(above) and scene.file.line(above).rstrip().endswith(":"):
        parent = len(_dashes(scene.file.line(above)))
        return level(line) if level(line) > parent else parent + 2
    item = bool(_ITEM.match(line))
    columns = [column for column, is_list in scene.columns_above(number) if is_list == item]
    if _OPENS.match(line):
        columns = [column for column in columns if column < next_level] or columns
    if level(line) in columns or not columns:
        return level(line)
    return next_level if next_level in columns else columns[-1]


def _dashes(line: str) -> str:
    found = _DASHES.match(line)
    return found.group() if found else ""
