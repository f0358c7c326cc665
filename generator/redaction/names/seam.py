"""Names with a line end inside: a found part that stops at a line end and goes on behind it, or began before."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.evidence import people
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.together import is_given, is_surname
from generator.redaction.names.vocabulary import HONORIFICS

if TYPE_CHECKING:
    from collections.abc import Iterator

_HONOUR = f"(?:{'|'.join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True))})"
_GOES_ON = regex(
    f" {{0,2}}\n {{0,16}}(?P<rest>[{HAN}{HIRAGANA}]{{1,4}}?|[{KATAKANA}]{{1,8}}(?:[・ ][{KATAKANA}]{{1,10}}){{0,3}})"
    f"(?P<closed>(?:{_HONOUR})|[)」、。(\t|\n]|$|  | (?![{HAN}{HIRAGANA}]))"
)
_BEGAN = regex(
    f"(?:^|[ \n\t、。:(「|・])(?P<head>[{HAN}]{{1,3}}|[{HIRAGANA}]{{1,4}}|[{KATAKANA}]{{1,5}}) ?\n {{0,16}}\\Z"
)
_SMALL = tuple("ァィゥェォッャュョー・ンぁぃぅぇぉっゃゅょ")
_KATAKANA = regex(f"[{KATAKANA}]")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every name of which a part was found and the rest lies across a line end."""
    if "\n" not in text:
        return ()
    return tuple(one for start, end in people(text) for one in (*_after(text, start, end), *_before(text, start, end)))


def _after(text: str, start: int, end: int) -> Iterator[Found]:
    match = _GOES_ON.match(text, end)
    if not match:
        return
    rest = match["rest"]
    last = re.split("[ ・\n]", text[start:end])[-1]
    whole = last + rest
    if _KATAKANA.match(rest):
        honoured = bool(re.match(_HONOUR, match["closed"]))
        going_on = _KATAKANA.match(last) and (rest.startswith(_SMALL) or honoured)
    else:
        alone = is_surname(rest) or (is_given(rest) and len(rest) > 1)
        going_on = not alone and (is_given(whole) or (len(whole) > 2 and reads_given(whole)) or _split(last, rest))
    if going_on:
        yield Found(start, match.end("rest"))


def _split(last: str, rest: str) -> bool:
    """桐谷千|景: surname and given name together, broken within the given name."""
    return any(is_surname(last[:size]) and is_given(last[size:] + rest) for size in range(1, min(4, len(last))))


def _before(text: str, start: int, end: int) -> Iterator[Found]:
    match = _BEGAN.search(text, max(0, start - 24), start)
    if not match:
        return
    head = match["head"]
    first, *others = re.split("[ ・\n]", text[start:end])
    surname = is_surname(head + first) or (len(head + first) > 2 and reads_surname(head + first))
    if surname and (others or not is_surname(first)) and not is_surname(head):
        yield Found(match.start("head"), end)


SEAM = NameRule("beside", lambda view: search(view.text))
