"""Who speaks at a meeting: the one who presides, a member, or an official who explains.

What 出席者 says decides; else the last word of the post (課長, 委員).  Knows no name.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from generator.pages.inline import plain
from generator.patterns import regex
from generator.records.meeting_words import presiding
from generator.records.reading import folded_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.records.minutes import Minutes, Person
    from generator.text import PublicText

_PRESIDES = regex("(?:議長|委員長|部会長|座長|会長)(?:代理|職務代理者)?$")
_MEMBER = regex("(?:委員|議員)$|^(?:委員|議員)")
_OFFICIAL = regex(
    "(?:部長|課長|係長|室長|局長|次長|所長|館長|園長|校長|所管課|事務局|説明員|町長|市長|村長|区長|知事|教育長|監査委員"
    "|管理者|参事|主幹|主査|主任|主事|補佐|担当|[課係室部局])$"
)
_NAME_BEHIND = regex("[（( 　].*")


class Role(Enum):
    """What somebody is at the meeting."""

    PRESIDES = "presides"
    MEMBER = "member"
    OFFICIAL = "official"
    UNKNOWN = "unknown"


Roles = dict[str, Role]
"""Each person of 出席者, folded, with what 出席者 says they are."""


def roles_of(minutes: Minutes[PublicText]) -> Roles:
    """What 出席者 and 説明者 say."""
    present, found = minutes.present, Roles()
    explaining = tuple(person for item in minutes.items for person in item.explainers)
    for role, groups in (
        (Role.OFFICIAL, (explaining, present.explainers, present.secretariat)),
        (Role.MEMBER, (present.members, present.late, present.left_early)),
        (Role.PRESIDES, presiding(present)),
    ):
        found.update((known, role) for group in groups for known in _names(group))
    return found


def role_of(person: Person[PublicText] | None, roles: Roles) -> Role:
    """What a speaker is."""
    if person is None:
        return Role.UNKNOWN
    listed = next((roles[name] for name in _names((person,)) if name in roles), None)
    if listed is not None:
        return listed
    said = folded_word(_NAME_BEHIND.sub("", plain(person.post or person.name)))
    for role, pattern in ((Role.OFFICIAL, _OFFICIAL), (Role.PRESIDES, _PRESIDES), (Role.MEMBER, _MEMBER)):
        if pattern.search(said):
            return role
    return Role.UNKNOWN


def _names(people: Iterable[Person[PublicText]]) -> Iterable[str]:
    for person in people:
        yield folded_word(plain(person.name))
