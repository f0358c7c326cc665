"""What stands between the characters of a text and its reader: Markdown, HTML, entities, escapes, encodings.

`pieces` yields the stretches that are not read as typed.  It renders nothing and judges nothing.
"""

from __future__ import annotations

import binascii
import html
import re
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.folding import EXPANSIONS, INVISIBLE, MARKS, fold_unit, near
from generator.redaction.near import from_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_INLINE = (
    "abbr|a|bdi|bdo|b|cite|code|data|del|dfn|em|font|ins|i|kbd|mark|nobr|q|rb|rp|ruby|samp|small|span|strike|strong"
    "|sub|sup|s|time|tt|u|var|wbr"
)
_BLOCK = (
    "address|article|blockquote|br|caption|center|dd|div|dl|dt|h[1-6]|hr|img|li|ol|pre|p|section|table|tbody|tfoot"
    "|thead|tr|ul"
)
_SHOWN = {"td": "\t", "th": "\t", "rt": "("}

_TRIGGER = regex(
    r"[*`]|~~|(?<![0-9A-Za-z_])_|&[#A-Za-z]|<[!/A-Za-z]|-->|%[0-9A-Fa-f]{2}|\\[!-/:-@\[-`u{-~]|\]\("
    r"|=\?|[⑩-⑳][年月日]"
)
_SIGN = regex(r"[⑩-⑳*`~_&<>%\\\]=]")
_UNSEEN = regex(f"[{near(INVISIBLE)}{near(MARKS)}{''.join(EXPANSIONS)}]")
_FAR = regex("[\U00010000-\U0010ffff]")
_FAR_UNSEEN = regex(f"[{INVISIBLE}{MARKS}]")
"""Apart, for a class with characters of a higher plane is searched several times slower."""
_TOKEN = regex(
    rf"""
    (?P<unit>[^{MARKS}{INVISIBLE}\n][{MARKS}]+|[{"".join(EXPANSIONS)}]|[{INVISIBLE}{MARKS}])
  | (?P<tag><rp>[^<]{{0,3}}</rp>|<!--|-->
      |<(?P<slash>/?)(?P<name>{_INLINE}|{_BLOCK}|td|th|rt)(?:[ \t\n/][^<>]{{0,300}})?>)
  | (?P<entity>&(?:amp;)*(?:\#(?:[0-9]{{1,7}}|[xX][0-9A-Fa-f]{{1,6}});?|[A-Za-z][A-Za-z0-9]{{1,31}};))
  | (?P<percent>(?:%[0-9A-Fa-f]{{2}}(?:(?<=%[89A-Fa-f][0-9A-Fa-f])[@-~])?)+)
  | (?P<circle>(?<=[成和正治年月])[⑩-⑳](?=[年月日]))
  | (?P<unicode>\\u(?P<code>[0-9A-Fa-f]{{4}}))
  | (?P<word>=\?[A-Za-z0-9_-]{{1,20}}\?[BbQq]\?[^? \n]{{1,400}}\?=)
  | (?P<escape>\\[!-/:-@\[-`{{-~])
  | (?P<open>!?\[)
  | (?P<close>\](?:\((?P<target><[^<>\n]{{0,500}}>|[^() \n]{{0,500}})(?:[ ]"[^"\n]{{0,200}}")?\))?)
  | (?P<run>\*+|_+|~~+|`+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEGINS = regex(r"[⑩-⑳-<&%\\=!\[\]*_~`]")
"""What every token begins with but those of characters that show nothing."""
_READ = regex("[^ \t\n!-/:-@\\[-`{-~\u3000]")
"""A character that emphasis can be laid on; between the stars of a masked number there is none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the source are read as `shown`."""

    start: int
    end: int
    shown: str


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening marker (`start` to `inner`) and its closing one (`outer` to `end`): they stay or go together."""

    start: int
    inner: int
    outer: int
    end: int


@dataclass(slots=True)
class Markup:
    """What `read_markup` found in one text."""

    pieces: list[Piece] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    targets: list[tuple[int, int]] = field(default_factory=list)
    """Link targets, as stretches of the source."""


def is_plain(text: str) -> bool:
    """Whether the text is read as typed, character by character."""
    if _SIGN.search(text) and _TRIGGER.search(text):
        return False
    return not _has_unseen(text)


def _has_unseen(text: str) -> bool:
    return bool(_UNSEEN.search(text) or (_FAR.search(text) and _FAR_UNSEEN.search(text)))


def read_markup(text: str) -> Markup:
    """Every piece of the text that is not read as typed, in order, and the markers that belong together."""
    found = Markup()
    opened: list[tuple[str, int, int]] = []
    for match in _tokens(text):
        group = match.lastgroup or ""
        if group == "tag":
            _tag(match, opened, found)
        elif group in _DECODERS:
            found.pieces.extend(_DECODERS[group](match))
        elif group == "run":
            _run(match, opened, found)
        elif group == "open":
            opened.append(("[", match.start(), match.end()))
        else:
            _close(match, opened, found)
    found.pieces.sort(key=lambda piece: (piece.start, piece.end))
    return found


def _tokens(text: str) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(text) if _has_unseen(text) else from_each(_BEGINS, _TOKEN, text)


def _close(match: re.Match[str], opened: list[tuple[str, int, int]], found: Markup) -> None:
    """A `]`: with a target it ends a link, whose markers and target nobody reads."""
    start = _last(opened, "[")
    if start is None:
        return
    _, first, inner = opened[start]
    del opened[start:]
    if match["target"] is not None:
        _pair(found, first, inner, match.start(), match.end())
        found.targets.append(match.span("target"))


def _run(match: re.Match[str], opened: list[tuple[str, int, int]], found: Markup) -> None:
    """Stars and the like: emphasis where CommonMark would open or close it around something to read."""
    text, (start, end), run = match.string, match.span(), match.group()
    before, after = text[start - 1 : start], text[end : end + 1]
    if len(run) > 3:  # noqa: PLR2004 -- four stars are a mask, not emphasis
        return
    word = run[0] == "_"
    can_close = not before.isspace() and before != "" and not (word and after.isalnum())
    can_open = not after.isspace() and after != "" and not (word and before.isalnum())
    mate = _last(opened, run) if can_close else None
    if mate is not None and _READ.search(text, opened[mate][2], start):
        _, first, inner = opened[mate]
        del opened[mate:]
        _pair(found, first, inner, start, end)
    elif can_open:
        opened.append((run, start, end))


def _tag(match: re.Match[str], opened: list[tuple[str, int, int]], found: Markup) -> None:
    """A tag: inline ones leave nothing, cells a tab, a reading its bracket, other blocks a line end."""
    name = (match["name"] or "").lower()
    shown = _SHOWN.get(name, "\n" if _IS_BLOCK.fullmatch(name) else "")
    if not match["slash"]:
        found.pieces.append(Piece(*match.span(), shown))
        opened.append(("<" + name, *match.span()))
        return
    found.pieces.append(Piece(*match.span(), ")" if name == "rt" else ""))
    mate = _last(opened, "<" + name)
    if mate is not None:
        found.pairs.append(Pair(opened[mate][1], opened[mate][2], *match.span()))
        del opened[mate]


def _last(opened: list[tuple[str, int, int]], marker: str) -> int | None:
    return next((i for i in range(len(opened) - 1, max(-1, len(opened) - 40), -1) if opened[i][0] == marker), None)


def _pair(found: Markup, start: int, inner: int, outer: int, end: int) -> None:
    found.pairs.append(Pair(start, inner, outer, end))
    found.pieces.append(Piece(start, inner, ""))
    found.pieces.append(Piece(outer, end, ""))


def _entity(match: re.Match[str]) -> Iterator[Piece]:
    name = re.sub("^&(?:amp;)*", "&", match.group(), flags=re.IGNORECASE)
    decoded = html.unescape(name)
    if decoded != name:
        yield Piece(*match.span(), fold_unit(decoded) or decoded.strip("\u00ad\u200b\u200c\u200d"))


_BYTE = regex("%[0-9A-Fa-f]{2}|[@-~]")
_CHARSETS = ("utf-8", "cp932", "euc-jp")


def _percent(match: re.Match[str]) -> Iterator[Piece]:
    """Percent-encoded text, a piece for each character; in Shift JIS, of old systems, a second byte may be a letter."""
    typed = [byte.group() for byte in _BYTE.finditer(match.group())]
    if not typed[-1].startswith("%") and _is_text(typed[:-1], "utf-8"):
        typed.pop()
    charset = next((name for name in _CHARSETS if _is_text(typed, name)), None)
    if charset is None:
        return
    start, place = match.start(), 0
    for char in _bytes(typed).decode(charset):
        size = len(char.encode(charset))
        end = start + sum(map(len, typed[place : place + size]))
        yield Piece(start, end, fold_unit(char))
        start, place = end, place + size


def _bytes(typed: list[str]) -> bytes:
    return bytes(int(byte[1:], 16) if byte.startswith("%") else ord(byte) for byte in typed)


def _is_text(typed: list[str], charset: str) -> bool:
    try:
        _bytes(typed).decode(charset)
    except UnicodeDecodeError:
        return False
    return True


def _unicode(match: re.Match[str]) -> Iterator[Piece]:
    yield Piece(*match.span(), fold_unit(chr(int(match["code"], 16))))


def _circle(match: re.Match[str]) -> Iterator[Piece]:
    """⑬ in a date."""
    yield Piece(*match.span(), str(ord(match.group()) - ord("①") + 1))


def _word(match: re.Match[str]) -> Iterator[Piece]:
    """An encoded word of a mail head (RFC 2047)."""
    try:
        raw, charset = decode_header(match.group())[0]
        decoded = raw.decode(charset or "ascii") if isinstance(raw, bytes) else raw
    except (HeaderParseError, binascii.Error, UnicodeDecodeError, LookupError):
        return
    yield Piece(*match.span(), "".join(map(fold_unit, decoded)))


def _escape(match: re.Match[str]) -> Iterator[Piece]:
    yield Piece(*match.span(), match.group()[1])


def _unit(match: re.Match[str]) -> Iterator[Piece]:
    yield Piece(*match.span(), fold_unit(match.group()))


_IS_BLOCK = regex(_BLOCK)
_DECODERS: dict[str, Callable[[re.Match[str]], Iterator[Piece]]] = {
    "unit": _unit,
    "entity": _entity,
    "percent": _percent,
    "unicode": _unicode,
    "circle": _circle,
    "word": _word,
    "escape": _escape,
}
