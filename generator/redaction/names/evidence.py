"""Where the direct rules see people in a text, for those who judge what stands near them."""

from __future__ import annotations

from functools import lru_cache

from generator.redaction.names import full, honorific, parts


@lru_cache(maxsize=8)
def people(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches that are names by honorific, part or dictionary, in order."""
    found = (*honorific.search(text), *parts.search(text), *full.search(text))
    return tuple(sorted({(one.start, one.end) for one in found if one.sure}))
