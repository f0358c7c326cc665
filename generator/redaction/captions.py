"""Which labels a detector listens to: the words of a head or a field that none of them knows are as good as none.

A text that redaction read under 概要 and verification reads under 事案の概要 is then one and the same to the scanner.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.redaction.folding import fold
from generator.redaction.names.vocabulary import COLUMN_ENDS, COLUMN_WHOLE, LABELS, STRICT_ENDS
from generator.redaction.numbers.birth import LABEL, OTHER_DAY
from generator.redaction.numbers.labels import kind_of
from generator.redaction.numbers.phone import NUMBER_WORD
from generator.redaction.numbers.plate import VEHICLE
from generator.redaction.numbers.shaped import SHAPED
from generator.redaction.places.address import HOME_HEAD

_PEOPLE = re.compile("|".join(map(re.escape, sorted({*COLUMN_ENDS, *COLUMN_WHOLE, *LABELS, *STRICT_ENDS}))))
_TOPICS = tuple(detector.topic for detector in SHAPED if detector.topic is not None)


@lru_cache(maxsize=4_096)
def heard(label: str) -> str:
    """The label, or nothing if it says nothing to any detector."""
    words = fold(label)
    patterns = (_PEOPLE, LABEL, OTHER_DAY, NUMBER_WORD, VEHICLE, HOME_HEAD, *_TOPICS)
    return label if kind_of(words) or any(pattern.search(words) for pattern in patterns) else ""
