"""Characters that the fonts of the PDFs don't have: told before anything is printed, at the text that holds them.

Only public text is looked at; a withheld name may hold any character and none of it is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.fonts import fonts_of, missing
from generator.problems import Problem
from generator.records.names import japanese
from generator.records.walk import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.records import PublicRecord
    from generator.redaction.redact import SettledRecord
    from generator.settings import Settings


def unprintable(
    settled: Iterable[SettledRecord], records: Iterable[PublicRecord], settings: Settings
) -> Iterator[Problem]:
    """A problem for each such character of each text of the records, at its place in what was settled.

    None where the fonts are not there: that is told by publish.
    """
    fonts = fonts_of(settings.fonts.japanese)
    if fonts is None:
        return
    drafts = {one.draft.id: one.draft for one in settled}
    for public in records:
        draft = drafts[public.id]
        origins = {path: text.origin for path, text in texts(draft)}
        for path, text in texts(public):
            for _, character in missing("".join(part for part in text.parts if isinstance(part, str)), fonts):
                params = {
                    "point": f"U+{ord(character):04X}",
                    "character": character,
                    "package": settings.fonts.japanese,
                }
                yield Problem("E371", origins[path].place(0), japanese(path, draft.kind), params)
