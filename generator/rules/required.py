"""What each stage of an announcement must say (records.md, «A required section is never simply absent»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem
from generator.records.dates import When, days_between
from generator.records.incident import Impact, Moment
from generator.records.vocabulary import Presence, PublicationState, RevisionKind, Stage
from generator.rules.world import standings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.records import Draft, IncidentDraft
    from generator.rules.world import World

MAY_STAY_OPEN_ALONE = ("原因", "処分", "再発防止策")
"""In a single announcement only these may still be under investigation; the record then counts as 対応中."""


def open_statuses(draft: IncidentDraft, _world: World) -> Iterator[Problem]:
    """調査中 and its like are refused in a final report, and in a single one but for three sections."""
    for name, standing in standings(draft):
        if not standing.status.is_open:
            continue
        if draft.stage is Stage.FINAL:
            yield Problem("E309", standing.place, name, {"status": standing.status.japanese})
        elif draft.stage is Stage.SINGLE and name not in MAY_STAY_OPEN_ALONE:
            yield Problem("E310", standing.place, name, {"status": standing.status.japanese})


def explanations(draft: IncidentDraft, _world: World) -> Iterator[Problem]:
    """不明, 記載なし, 該当なし and 非公表 each need their 説明."""
    for name, standing in standings(draft):
        if not standing.status.is_open and standing.explanation is None:
            yield Problem("E311", standing.place, name, {"status": standing.status.japanese})


def case_number(draft: IncidentDraft, _world: World) -> Iterator[Problem]:
    """Every stage but 単独 belongs to a case."""
    if draft.stage is not Stage.SINGLE and draft.case_id is None:
        yield Problem("E307", draft.place_of("発表区分"), "事案番号", {"stage": draft.stage.japanese})


def impact(draft: IncidentDraft, _world: World) -> Iterator[Problem]:
    """影響 says at least one thing, and a protected address needs a second reading by a person."""
    body = draft.impact.body
    if not isinstance(body, Impact):
        return
    said = (
        body.people, body.cases, body.items, body.media, body.sensitive, body.my_number, body.financial_risk,
        body.malicious_risk, body.protected_address, body.children, body.recovery, body.secondary_damage,
    )  # fmt: skip
    if all(value is None for value in said):
        yield Problem("E326", body.place, "影響")
    if body.protected_address not in (None, Presence.NO) and not body.protected_checked:
        yield Problem("S402", body.places.get("支援措置", body.place), "影響.支援措置")


def delay(draft: IncidentDraft, world: World) -> Iterator[Problem]:
    """Above the settings' number of days from 判明 to 発表 the first announcement of a case says why."""
    moment = draft.discovered.body
    if draft.delay_reason is not None or not isinstance(moment, Moment) or not isinstance(moment.when, When):
        return
    if any(_before(other, draft) for other in world.case(draft.case_id)):
        return
    least, _ = days_between(moment.when, draft.released_on)
    limit = world.settings.days_to_publication
    if least > limit:
        yield Problem("E308", draft.place_of("発表日"), "公表まで時間を要した理由", {"days": least, "limit": limit})


def _before(other: IncidentDraft, draft: IncidentDraft) -> bool:
    return other.released_on.latest < draft.released_on.earliest


def reasons(draft: Draft, _world: World) -> Iterator[Problem]:
    """A withdrawal and a change after publication each say why; a 訂正 also what was wrong and what is right."""
    publication = draft.publication
    if publication.state is PublicationState.WITHDRAWN and publication.reason is None:
        yield Problem("E323", publication.places.get("状態", draft.place), "公開.理由")
    for index, revision in enumerate(draft.revisions, 1):
        name = f"改訂[{index}]"
        if revision.kind is not RevisionKind.MINOR and revision.reason is None:
            yield Problem("E322", revision.places["区分"], f"{name}.理由", {"kind": revision.kind.japanese})
        if revision.kind is RevisionKind.CORRECTION and (revision.wrong is None or revision.right is None):
            yield Problem("E321", revision.places["区分"], name)
