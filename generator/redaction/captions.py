"""Which labels a detector listens to: the words of a head or a field that none of them knows are as good as none.

A text that redaction read under 概要 and verification reads under 事案の概要 is then one and the same to the scanner.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import regex
from generator.redaction.folding import fold
from generator.redaction.names.vocabulary import COLUMN_ENDS, COLUMN_WHOLE, LABELS, STRICT_ENDS
from generator.redaction.numbers.birth import LABEL, OTHER_DAY
from generator.redaction.numbers.labels import kind_of
from generator.redaction.numbers.phone import NUMBER_WORD
from generator.redaction.numbers.plate import VEHICLE
from generator.redaction.numbers.shaped import SHAPED
from generator.redaction.places.address import HOME_HEAD

_PEOPLE = regex("|".join(map(re.escape, sorted({*COLUMN_ENDS, *COLUMN_WHOLE, *LABELS, *STRICT_ENDS}))))
_TOPICS = tuple(detector.topic for detector in SHAPED if detector.topic is not None)


_EVENTS = regex(
    "(?:(?:(?:令和|平成)(?:元|[0-9]{1,2})|20[0-9]{2})年度?|[0-9]{1,2}月|[0-9]{1,2}日|[(（][月火水木金土日][)）]|20[0-9]{2}-[0-9]{2}-[0-9]{2}"
    "(?:T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:Z|[+]09:00))?|D:20[0-9]{2}[01][0-9][0-3][0-9][0-2][0-9][0-5][0-9][0-5][0-9]Z"
    "|[0-9]{1,3}(?:,?[0-9]{3})?[ \\t]*(?:人|件|世帯|項目|枚|通|回|日|か月|%|％)|[0-9]{1,2}時(?:[0-9]{1,2}分)?"
    "|判明|発覚|公表|発表|初めて|から|まで|現在|予定|第[0-9]{1,2}報|最終報|単独|全|計|[ \\t\\n・、。→～:／|（）()])*+"
)
"""Days since 平成, counts with their unit, and the words a page sets between them: nothing in it is anybody's.

Moments as feeds (RFC 3339) and the press (ISO 32000-1, 7.9.4) write them are days too.

Possessive: a day is a count of days too, and there are thousands of ways to read a thousand of them.
"""


def tells_events(text: str, label: str) -> bool:
    """Whether a text holds days and counts only, and is not headed by a word for a birth or a person."""
    return (not label or _counts(label)) and _EVENTS.fullmatch(text) is not None


@lru_cache(maxsize=4_096)
def _counts(label: str) -> bool:
    words = fold(label)
    return not (LABEL.search(words) or kind_of(words) or HOME_HEAD.search(words) or NUMBER_WORD.search(words))


@lru_cache(maxsize=4_096)
def heard(label: str) -> str:
    """The label, or nothing if it says nothing to any detector."""
    words = fold(label)
    patterns = (_PEOPLE, LABEL, OTHER_DAY, NUMBER_WORD, VEHICLE, HOME_HEAD, *_TOPICS)
    return label if kind_of(words) or any(pattern.search(words) for pattern in patterns) else ""
