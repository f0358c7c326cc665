"""支援措置: where an address is protected, the page shows no place below the municipality and no facility.

住民基本台帳事務処理要領 第5-10: the person who must not find the address reads this page too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.patterns import regex
from generator.records.incident import Impact, Incident
from generator.records.vocabulary import Presence
from generator.redaction.hit import Hit
from generator.redaction.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.records import Draft
    from generator.redaction.fields import Field
    from generator.settings import Settings

_FACILITY = regex(
    "[一-龠々ァ-ヶーぁ-ん]{2,12}?(?:保育園|保育所|幼稚園|こども園|小学校|中学校|高等学校|高校|支援学校|病院|診療所|クリニック|公民館|図書館|"
    "児童館|支所|出張所|交番|団地|住宅|荘|駅)"
)
_PLACE = regex("[一-龠々ァ-ヶー]{1,8}?(?:地区|地内|丁目|町内会|自治会)")
_ORDINARY = regex("(?:各|他の|当該|同|県営|町営|市営|公営|民間|全|両)")
"""Words that make a facility's kind out of its name: 各小学校, 町営住宅."""


def is_protected(draft: Draft) -> bool:
    """Whether the record says 支援措置: あり, or anything else than なし."""
    body = draft.impact.body if isinstance(draft, Incident) else None
    return isinstance(body, Impact) and body.protected_address not in (None, Presence.NO)


def protected_hits(field: Field, hits: Sequence[Hit], settings: Settings) -> tuple[Hit, ...]:
    """The hits of a field, with every place and facility named in it as an address that is withheld."""
    if "contacts" in field.path:
        return tuple(hits)
    text = field.bare.text
    more = [
        Hit(match.start(), match.end(), Kind.ADDRESS, sure=True, why="protected")
        for pattern in (_FACILITY, _PLACE)
        for match in pattern.finditer(text)
        if not _ORDINARY.match(match.group())
    ]
    for facility in settings.facilities:
        at = text.find(facility)
        while at >= 0:
            more.append(Hit(at, at + len(facility), Kind.ADDRESS, sure=True, why="protected"))
            at = text.find(facility, at + 1)
    sure = [Hit(h.start, h.end, h.kind, sure=True, why=h.why) if h.kind is Kind.ADDRESS else h for h in hits]
    apart = [m for m in _merged(more) if not any(h.start < m.end and m.start < h.end for h in sure)]
    return tuple(sorted([*sure, *apart]))


def _merged(hits: list[Hit]) -> list[Hit]:
    merged: list[Hit] = []
    for hit in sorted(hits):
        if merged and hit.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Hit(last.start, max(last.end, hit.end), last.kind, sure=True, why=last.why)
        else:
            merged.append(hit)
    return merged
