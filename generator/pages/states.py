"""状態 of an announcement and of a case: 調査中, 対応中 or 終結, and the sign each state is shown with.

The rule, from the most open to the least:

- 調査中: what happened is not known yet.  原因, 概要, 影響 or a fact in it (人数, 件数, あり/なし) stands at 調査中,
  and the announcement is not the 最終報.
- 終結: an 最終報; or a 単独 in which nothing is open: no section stands at 調査中, 検討中 or 未定, and no measure of
  再発防止策 is 実施中, 予定 or 未着手.  After an 最終報 its unfinished measures go on as promises with their dates.
- 対応中: everything else.

A case is in the state of its newest announcement.
"""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import TYPE_CHECKING

from generator.records.content import Content, Headed, Section, Standing
from generator.records.council_words import MeasureState
from generator.records.counts import Count
from generator.records.incident import Impact, Prevention
from generator.records.vocabulary import CountNature, Presence, Progress, Stage, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from generator.records import PublicIncident
    from generator.text import PublicText

OpenSection = tuple[str, Standing["PublicText"]]
"""The attribute of a section (`causes`), or of a fact (`impact_people`), and the open status it stands at."""


class State(Enum):
    """状態; the value is (Japanese word, machine value, sign)."""

    INVESTIGATING = ("調査中", "investigating", "dashed")
    RESPONDING = ("対応中", "responding", "half")
    CLOSED = ("終結", "closed", "done")

    @property
    def japanese(self) -> str:
        """The word on the page."""
        return self.value[0]

    @property
    def machine(self) -> str:
        """The value in addresses and data."""
        return self.value[1]

    @property
    def glyph(self) -> str:
        """The name of its sign in templates/status.html."""
        return self.value[2]


GLYPHS: dict[Status | Progress | Presence | MeasureState, str] = {
    Status.INVESTIGATING: "dashed",
    Status.CONSIDERING: "ring",
    Status.UNDECIDED: "ring",
    Presence.UNKNOWN: "dashed",
    Progress.NOT_STARTED: "dashed",
    Progress.PLANNED: "ring",
    Progress.DOING: "half",
    Progress.DONE: "done",
    Progress.STOPPED: "stopped",
    MeasureState.NOT_STARTED: "dashed",
    MeasureState.PLANNED: "ring",
    MeasureState.DOING: "half",
    MeasureState.DONE: "done",
    MeasureState.OTHERWISE: "done",
    MeasureState.REFUSED: "stopped",
}
"""The sign of each word that has one (its fill is the progress); 不明, 該当なし and the like have none."""

SECTIONS = (
    "occurred", "discovered", "delay_reason", "lead", "summary", "impact", "for_residents", "timeline", "causes",
    "response", "dispositions", "prevention", "closing",
)  # fmt: skip
"""The sections that can stand at a status, in the order of the page."""

_WHAT_HAPPENED = ("summary", "impact", "causes")


def state_of(record: PublicIncident) -> State:
    """The state at the time of this announcement."""
    if record.stage is Stage.FINAL:
        return State.CLOSED
    found = list(open_sections(record))
    if any(name.startswith(_WHAT_HAPPENED) and standing.status is Status.INVESTIGATING for name, standing in found):
        return State.INVESTIGATING
    if record.stage is Stage.SINGLE and not found and not open_promises(record):
        return State.CLOSED
    return State.RESPONDING


def open_sections(record: PublicIncident) -> Iterator[OpenSection]:
    """Everything that stands at 調査中, 検討中 or 未定, in the order of the page."""
    for name in SECTIONS:
        section: Section[Any, Any] | None = getattr(record, name)
        if section is None:
            continue
        if isinstance(section.body, Impact):
            for field in fields(Impact):
                yield from ((f"impact_{field.name}", found) for found in _open(getattr(section.body, field.name)))
        else:
            yield from ((name, found) for found in _open(section.body))


def open_promises(record: PublicIncident) -> int:
    """How many measures of 再発防止策 are not finished."""
    body = record.prevention.body
    promises = body.promises if isinstance(body, Prevention) else ()
    return sum(1 for promise in promises if promise.progress is not None and promise.progress.is_open)


def _open(body: Any) -> Iterator[Standing[PublicText]]:
    if isinstance(body, Standing):
        if body.status.is_open:
            yield body
    elif isinstance(body, Content):
        yield from _open_blocks(body)
    elif isinstance(body, tuple):
        for item in body:
            yield from _open(getattr(item, "content", None))
    elif body is Presence.UNKNOWN or (isinstance(body, Count) and body.nature is CountNature.OPEN):
        yield Standing(Status.INVESTIGATING)
    elif isinstance(getattr(body, "content", None), Content):
        yield from _open(body.content)


def _open_blocks(content: Content[PublicText]) -> Iterator[Standing[PublicText]]:
    for block in content.blocks:
        if isinstance(block, Standing):
            yield from _open(block)
        elif isinstance(block, Headed):
            yield from _open_blocks(block.content)
