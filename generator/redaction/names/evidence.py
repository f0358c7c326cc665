"""Where the direct rules see people in a text, for those who judge what stands beside them."""

from __future__ import annotations

from functools import lru_cache

from generator.redaction.names import (
    acts,
    bare,
    called,
    files,
    foreign,
    frames,
    full,
    honorific,
    labelled,
    linked,
    marked,
    pairs,
    parts,
    said,
    single,
    spaced,
    spread,
    told,
)
from generator.redaction.names.cells import in_columns

_RULES = (
    honorific.search,
    parts.search,
    full.search,
    pairs.search,
    spaced.search,
    labelled.search,
    in_columns,
    foreign.search,
    said.search,
    frames.search,
    acts.search,
    files.search,
    called.search,
    linked.search,
    marked.search,
    told.search,
    spread.search,
    single.search,
    bare.search,
)


@lru_cache(maxsize=8)
def people(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches that are names by the direct rules, in order."""
    return tuple(sorted({(one.start, one.end) for rule in _RULES for one in rule(text) if one.sure}))
