"""Undoes what hides characters in addresses, scripts and style sheets."""

from __future__ import annotations

import base64
import binascii
import re
from html import unescape
from urllib.parse import unquote, unquote_to_bytes

from generator.patterns import regex

_PERCENT = regex("%[0-9A-Fa-f]{2}")
_SCRIPT = regex(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_PAIR = regex("[\ud800-\udbff][\udc00-\udfff]")
_STYLE = regex(r"\\(?:([0-9A-Fa-f]{1,6})[ \t\r\n\f]?|(.))", re.DOTALL)
_DATA = regex("data:[^,]*,", re.IGNORECASE)
_LAST = 0x10FFFF


def undo_percent(text: str) -> str:
    """Percent-encoding undone (RFC 3986, 2.1), also where it was done twice."""
    while _PERCENT.search(text):
        decoded = unquote(text)
        if decoded == text:
            break
        text = decoded
    return text


def undo_all(text: str) -> str:
    r"""Everything undone that a text may show as typed: an author's own `&#x6c0f;`, `%E6%B0%8F`, `\\u6c0f`."""
    return undo_script(undo_percent(unescape(text)))


def undo_script(text: str) -> str:
    r"""The escapes of JavaScript and JSON undone: `\\u6c0f`, `\\u{6c0f}`, `\\x41`, `\\/`."""
    text = _SCRIPT.sub(_script_character, text)
    return _PAIR.sub(lambda match: match.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)


def undo_style(text: str) -> str:
    r"""The escapes of CSS undone (CSS Syntax 4.3.7): `\\6c0f `, `\\"`."""
    return _STYLE.sub(lambda match: _character(match[1]) if match[1] else match[2], text)


def of_data_url(url: str) -> str | None:
    """What a `data:` URL holds, if it is text in UTF-8; None if it holds something else."""
    head = _DATA.match(url)
    if not head:
        return None
    body = unquote_to_bytes(url[head.end() :])
    try:
        if head.group().lower().endswith(";base64,"):
            body = base64.b64decode(body, validate=True)
        return body.decode()
    except (binascii.Error, UnicodeDecodeError):
        return None


def _script_character(match: re.Match[str]) -> str:
    number = match[1] or match[2] or match[3]
    if number:
        return _character(number)
    return {"n": "\n", "t": "\t", "r": "\r", "\n": "", "b": "", "f": ""}.get(match[4], match[4])


def _character(number: str) -> str:
    code = int(number, 16)
    return chr(code) if code <= _LAST else ""
