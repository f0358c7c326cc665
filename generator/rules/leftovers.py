"""Words of the template that nobody has replaced: a paper that says «ここに件名» must not go out.

Only the template's own words count, and only once a record is meant to be public.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records import KINDS
from generator.records.names import japanese
from generator.records.vocabulary import PublicationState
from generator.records.walk import texts
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records import Draft
    from generator.records.vocabulary import RecordKind
    from generator.rules.world import World


def template_words_replaced(draft: Draft, _world: World) -> Iterator[Problem]:
    """Every «ここに …» of `kohyo new` has made way for the author's words."""
    if draft.publication.state is PublicationState.DRAFT:
        return
    for path, text in texts(draft):
        raw = text.reveal()
        if raw.strip() in _blanks(draft.kind):
            case = "section" if path[0] in _sections(draft.kind) else ""
            place = text.origin.place(len(raw) - len(raw.lstrip()))
            yield Problem("E332", place, japanese(path, draft.kind), {"case": case})


@cache
def _sections(kind: RecordKind) -> frozenset[str]:
    """Where a status may stand until there is something to say."""
    return frozenset(key.attribute for key in KINDS[kind].keys if key.may_wait)


@cache
def _blanks(kind: RecordKind) -> frozenset[str]:
    """What `kohyo new` writes where only a person knows what to say."""
    template = word(f"new.{kind.machine}", today="", department=word("new.department"), phone=word("new.phone"))
    return frozenset(found.strip() for found in re.findall("(?:^|[:-] |  )(ここに.*)", template, re.MULTILINE))
