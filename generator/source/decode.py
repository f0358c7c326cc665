"""Bytes to text: the size, the BOM, UTF-8, and which encoding a file is in when it is not UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.problems import Safe

MAX_BYTES = 2_000_000
_BOM = b"\xef\xbb\xbf"
_ISO_2022_JP = regex(rb"\x1b\$[@B]|\x1b\([BJ]")
"""RFC 1468's escapes into JIS X 0208, ASCII and JIS X 0201: the bytes are valid UTF-8, so look before decoding."""
_KANA = regex("[ぁ-んァ-ヶー、。]")
_KANJI = regex("[一-龠]")
_HALF_WIDTH_KANA = regex("[\uff61-\uff9f]")


def decode(data: bytes, shown: str) -> str | Problem:
    """The text behind the BOM, or what keeps it from being one."""
    if len(data) > MAX_BYTES:
        return _problem("E101", Place(shown, 1, 1), {"limit": MAX_BYTES // 1_000_000})
    body = data.removeprefix(_BOM)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or _is_bare_utf_16(data):
        return _problem("E102", Place(shown, 1, 1), {"encoding": "UTF-16"})
    escape = _ISO_2022_JP.search(body)
    if escape:
        return _problem("E102", _place(body, escape.start(), shown), {"encoding": "ISO-2022-JP"})
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(body, error.start, shown)
    encoding = _guess(body)
    return _problem("E102", place, {"encoding": encoding}) if encoding else _problem("E103", place, {})


def _problem(code: str, place: Place, params: Mapping[str, Safe]) -> Problem:
    return Problem(code, place, params=params)


def _place(body: bytes, at: int, shown: str) -> Place:
    before = body[:at].decode("utf-8")
    return Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _is_bare_utf_16(data: bytes) -> bool:
    """UTF-16 without its BOM: every line end and every ASCII colon has a NUL beside it."""
    nuls = data[:400].count(0)
    return nuls > 0 and nuls * 8 >= len(data[:400])


def _guess(body: bytes) -> str | None:
    """The encoding in which the bytes read as Japanese; EUC-JP read as CP932 is a string of half-width kana."""
    scores = {name: _japanese(body, codec) for name, codec in (("Shift_JIS", "cp932"), ("EUC-JP", "euc_jp"))}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else None


def _japanese(body: bytes, codec: str) -> int:
    try:
        text = body.decode(codec)
    except UnicodeDecodeError:
        return 0
    return 2 * len(_KANA.findall(text)) + len(_KANJI.findall(text)) - 2 * len(_HALF_WIDTH_KANA.findall(text))
