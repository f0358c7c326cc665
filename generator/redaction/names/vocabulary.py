"""The words that stand beside names in Japanese papers, and the words that look like names and are none.

The lists themselves are data, in vocabulary.toml; how a word bears on its neighbour is decided in the detectors.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files

_LISTS: dict[str, str] = tomllib.loads(
    files("generator.redaction.names").joinpath("vocabulary.toml").read_text(encoding="utf-8")
)


def _words(name: str) -> tuple[str, ...]:
    return tuple(_LISTS[name].split())


HONORIFICS = _words("honorifics")
"""What follows a name and nothing but a name, or a word from `PEOPLE`."""

KIN_AFTER = _words("kin_after")
"""What follows a name, but other words as well."""

POSTS = _words("posts")
"""Posts and professions, before or after a name; most of these names are public, which the settings decide."""

KIN = _words("kin")
"""Relations, which stand before a name."""

PARTIES = _words("parties")
"""Words for a person's part in an affair; a name may follow at once, after の, or after a mark."""

ROLES = frozenset((*PARTIES, *POSTS, *KIN))
"""Every word for a person's part."""

LABELS = _words("labels")
"""What forms print before the place for a name."""

COLUMN_ENDS = _words("column_ends")
"""Column heads over names end like this."""

COLUMN_WHOLE = frozenset(_words("column_whole"))
"""Column heads that are names' only when nothing else is in them."""

STRICT_ENDS = _words("strict_ends")
"""Column heads that promise a name and nothing else."""

PEOPLE = frozenset(_words("people"))
"""Words for people, bodies and things that take an honorific without being names, and halves of words such as 同様."""

NO_PERSON = frozenset(_words("no_person"))
"""What fills a name's cell or follows a label without being a name."""

BODIES_BEFORE = _words("bodies_before")
"""What makes the word after it a firm's or a corporation's name."""

BODIES_AFTER = _words("bodies_after")
"""What follows a surname and makes it a firm, a facility or a place."""

FAMOUS = frozenset(_words("famous"))
"""People of history and letters: public, unless an honorific or a label says that somebody alive is meant."""

ENGLISH = frozenset(_words("english"))
"""Words of forms, systems and places that stand capitalised beside one another without being a name."""

ABROAD = frozenset(_words("abroad"))
"""Names of people from abroad as they are typed without capitals."""
