"""A corrected line as a message may show it: keys, marks and punctuation stay, the text is `…`."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

LABELS = frozenset({*(kind.value for kind in Kind), "公開", "原文"})
"""What may stand before the colon of a mark."""
_LABEL = "|".join(sorted(LABELS, key=len, reverse=True))
_MARK = regex(rf"[\[［](?P<label>{_LABEL})(?P<letter>[ 　]*[=＝][^\]］:：]*)?(?P<rest>[ 　]*[:：][^\]］]*)?[\]］]")
_HEAD = regex(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[^:#\"'\[{\n]*):(?= |$) *)?(?P<value>.*)", re.DOTALL)
_BLOCK = regex(r"[|>][0-9+-]*$")
HIDDEN = "…"
WIDE_BRACKETS = str.maketrans("[]{}", "［］｛｝")
_WORDS = regex("[^［］｛｝：＃]+")


def skeleton(line: str, known: AbstractSet[str]) -> str:
    """`  - 氏名: 山田` as `  - 氏名: …`; a key that is not known is `…` too."""
    head = _HEAD.match(line.rstrip())
    if head is None:
        return HIDDEN
    key = head["key"]
    value = shape(head["value"])
    start = head["indent"] + head["dashes"]
    if key is None:
        return start + (value or HIDDEN)
    return f"{start}{safe_key(key.strip(), known)}:{' ' if value else ''}{value}"


def safe_key(key: str, known: AbstractSet[str]) -> str:
    """The key, if it is one of ours; what else stands there may be anything."""
    return key if key in known else HIDDEN


def shape(value: str) -> str:
    """A value's quotes, block indicators and marks, with `…` for the rest."""
    if not value or _BLOCK.match(value):
        return value
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[0] + shape(value[1:-1]) + value[0]
    shown, last = "", 0
    for mark in _MARK.finditer(value):
        shown += _hide(value[last : mark.start()]) + _mark(mark)
        last = mark.end()
    return shown + _hide(value[last:])


def _hide(text: str) -> str:
    return _WORDS.sub(HIDDEN, text)


def _mark(mark: re.Match[str]) -> str:
    return f"［{mark['label']}{'＝' + HIDDEN if mark['letter'] else ''}{'：' + HIDDEN if mark['rest'] else ''}］"


def begins_with_label(text: str) -> bool:
    """Whether `氏名：…` or `氏名＝…` opens the text, in whatever width."""
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    label, found, _ = folded.replace("=", ":").partition(":")
    return bool(found) and label in LABELS
