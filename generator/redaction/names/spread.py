"""Names whose letters stand each by itself, one to a box, a cell or a line: キ リ タ ニ  ミ サ, 桐⇥谷⇥晶⇥様.

Forms for old people, seating plans and vertical writing read by a machine set them like that.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.redaction.names.readings import reads_given, reads_surname
from generator.redaction.names.rule import Found, NameRule
from generator.redaction.names.scripts import HAN, HIRAGANA, KATAKANA
from generator.redaction.names.together import is_surname
from generator.redaction.names.vocabulary import LABELS, NO_PERSON, PEOPLE
from generator.redaction.near import near
from generator.redaction.words import NOUN, OTHER, classes_of

if TYPE_CHECKING:
    import re

_SPREAD = near(
    regex(f"[{KATAKANA}][ \t][{KATAKANA}][ \t]{{1,3}}[{KATAKANA}]"),
    f"(?<![{KATAKANA}])(?<![{KATAKANA}] )[{KATAKANA}](?:[ \t]{{1,3}}[{KATAKANA}](?!"
    f"[{KATAKANA}])){{2,14}}"
    f"(?=様|さん|氏|殿|[^{HAN}{HIRAGANA}{KATAKANA}]|$)",
    reach=64,
)
_HIRA = near(
    regex(f"[{HIRAGANA}][ \t][{HIRAGANA}][ \t][{HIRAGANA}]"),
    (
        f"(?<=[(「:/])(?:読み? ?)?(?P<name>[{HIRAGANA}](?:[ \t]{{1,3}}[{HIRAGANA}](?![{HIRAGANA}])){{2,1"
        f"0}})(?=[)」\n]|$)"
    ),
    reach=48,
)
_ADDRESSED = near(
    regex("様|殿|さん|氏"),
    (
        f"(?<![{HAN}])(?P<name>[{HAN}](?:[ \t\n]{{1,3}}[{HAN}](?![{HAN}])){{1,5}})(?=[ \t\n]{{1,3}}(?:様"
        f"|殿|さん|氏)(?![{HAN}]))"
    ),
    reach=24,
)
_PARTS = regex(" {2,3}")
_GAPS = regex("[ \t\n]+")


@lru_cache(maxsize=8)
def search(text: str) -> tuple[Found, ...]:
    """Every such name."""
    return (
        *(one for match in _SPREAD.finditer(text) if (one := _spread(match))),
        *(Found(*match.span("name"), sure=False) for match in _HIRA.finditer(text)),
        *(Found(*match.span("name")) for match in _ADDRESSED.finditer(text) if _joined(match["name"]) not in PEOPLE),
    )


def _joined(letters: str) -> str:
    return _GAPS.sub("", letters)


def _spread(match: re.Match[str]) -> Found | None:
    whole = _joined(match.group())
    if any(word in LABELS or word in NO_PERSON for word in (whole, *map(_joined, _PARTS.split(match.group())))):
        return None
    if {NOUN, OTHER} & set(classes_of(whole)) and not is_surname(whole):
        return None
    sizes = range(2, len(whole))
    reads = any(reads_surname(whole[:n]) and (reads_given(whole[n:]) or n + 1 > len(whole)) for n in sizes)
    return Found(*match.span(), sure=reads or reads_surname(whole))


SPREAD = NameRule("row", lambda view: search(view.text))
