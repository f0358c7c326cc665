"""Links between records: ids that must exist and be unique, and links to what has no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records.minutes import Minutes
from generator.records.reading import folded_word
from generator.rules.world import has_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records import Draft
    from generator.records.common import CastMember
    from generator.rules.world import World
    from generator.text import RawText


def related_exist(draft: Draft, world: World) -> Iterator[Problem]:
    """A linked id belongs to a file; a link to a record without a page now is left out, with a note."""
    if not world.whole:
        return
    by_id = {other.id: other for other in world.drafts}
    for index, related in enumerate(draft.related, 1):
        name = f"関連[{index}]"
        if related.id not in world.ids:
            yield Problem("E312", related.place, name)
        elif related.id == draft.id:
            yield Problem("E328", related.place, name)
        elif related.id in by_id and not has_page(by_id[related.id], world.now) and has_page(draft, world.now):
            yield Problem("N604", related.place, name)


def section_known(draft: Draft, world: World) -> Iterator[Problem]:
    """所管 is one of the settings', or it is listed under «その他の所管» (note)."""
    contacts = draft.contacts or (draft.asking if isinstance(draft, Minutes) else ())
    typed = draft.section or (contacts[0].section if contacts else None)
    if typed is not None and world.settings.departments and world.settings.department(typed.reveal()) is None:
        yield Problem("N605", typed.origin.place(0), "所管" if draft.section else "担当[1].所属")


def topics_known(draft: Draft, world: World) -> Iterator[Problem]:
    """分野 are words of the settings."""
    names = [topic.name for topic in world.settings.topics]
    for index, topic in enumerate(draft.topics, 1):
        if topic.reveal().strip() not in names:
            choices = " / ".join(names)
            yield Problem("E329", topic.origin.place(0), f"分野[{index}]", {"choices": choices})


def one_file_an_id(world: World) -> Iterator[Problem]:
    """An id belongs to one file, whatever folder it lies in."""
    seen: dict[str, str] = {}
    for draft in sorted(world.drafts, key=lambda d: d.place.path):
        if draft.id in seen:
            yield Problem("E313", draft.place, "", {"other": seen[draft.id]})
        seen.setdefault(draft.id, draft.place.path)


def cast_agrees(world: World) -> Iterator[Problem]:
    """One 仮名 is one kind of person through all records of a case, and stands once in each list."""
    first: dict[tuple[str, str], CastMember[RawText]] = {}
    for draft in sorted(world.drafts, key=lambda d: (d.released_on.earliest, d.id)):
        here: set[str] = set()
        for index, member in enumerate(draft.cast, 1):
            letter = folded_word(member.letter.reveal())
            key = (draft.case_id or draft.id, letter)
            if letter in here:
                yield Problem("E330", member.place, f"登場者[{index}]")
            elif (there := first.setdefault(key, member)).kind is not member.kind:
                yield _two_kinds(member, there, f"登場者[{index}]")
            here.add(letter)


def _two_kinds(member: CastMember[RawText], there: CastMember[RawText], name: str) -> Problem:
    other = there.places["区分"]
    return Problem(
        "E314",
        member.places["区分"],
        name,
        {
            "kind": member.kind.japanese,
            "other_kind": there.kind.japanese,
            "other": other.path,
            "line": other.line,
        },
    )
