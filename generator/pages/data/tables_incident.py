"""The CSV files of 事案: the announcements, and what is listed in them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.pages.anchors import promise_anchor
from generator.pages.data.cells import lines
from generator.pages.data.columns import CODE, NUMBER, TEXT, Column, Of, TableFile
from generator.pages.data.rows import IN_RECORD, RECORD, URL, Item, items, of_item, shown
from generator.pages.data.values import name_of
from generator.pages.links import record_address
from generator.pages.states import state_of
from generator.records.content import Content
from generator.records.counts import Count
from generator.records.dates import Day, Period, days_between
from generator.records.incident import (
    Cause,
    Contractor,
    Disposition,
    Dispositions,
    Event,
    Impact,
    Incident,
    Moment,
    OfficialReport,
    Prevention,
    Promise,
    Response,
    SubCase,
    Timeline,
)
from generator.records.incident import Notice as ToPeople
from generator.records.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.pages.data.columns import Row
    from generator.pages.page import Site
    from generator.records import PublicIncident


def _body(attribute: str, kind: type) -> Callable[[Any], Any]:
    """The body of a section, where it is of this kind."""

    def get(row: Any) -> Any:
        section = getattr(row.record, attribute)
        return section.body if section is not None and isinstance(section.body, kind) else None

    return get


_RECORD = Of(Incident, attrgetter("record"))
_IMPACT = Of(Impact, _body("impact", Impact), "影響", within=True)
_CONTRACTOR = Of(Contractor, attrgetter("record.contractor"), "委託先", within=True)
_NOTICE = Of(
    ToPeople, lambda row: getattr(_body("response", Response)(row), "notice", None), "対応.本人への連絡", within=True
)


def _announcements(site: Site) -> Iterator[Row]:
    for record in shown(site, Incident):
        yield record.owners, Item(record, site.settings.site_url + record_address(record), 0, record)


def _days(row: Item, place: int) -> int | None:
    """The least (0) and the greatest (1) number of days from 判明 to this announcement."""
    found = _body("discovered", Moment)(row)
    when = getattr(found, "when", None)
    return days_between(when, row.record.released_on)[place] if isinstance(when, (Day, Period)) else None


def _prose(attribute: str) -> Callable[[Any], Any]:
    """A section that is prose, or a status; rows of it have a file of their own."""

    def get(row: Any) -> Any:
        section = getattr(row.record, attribute)
        return section if section is not None and (section.standing or isinstance(section.body, Content)) else None

    return get


INCIDENTS = TableFile(
    "incidents",
    (
        RECORD,
        *_RECORD.text("case_id", "title"),
        *_RECORD.when("released_on"),
        *_RECORD.text("released_at"),
        *_RECORD.word("stage", "incident_types", "media", "channel"),
        Column("state", lambda row: state_of(row.record).japanese),
        Column("state", lambda row: state_of(row.record).machine, CODE, part="code"),
        *Of(Moment, _body("occurred", Moment), "発生", within=True).when(when="occurred"),
        *Of(Moment, _body("discovered", Moment), "判明", within=True).when(when="discovered"),
        *Of(Moment, _body("discovered", Moment), "判明", within=True).word("found_by"),
        Column("days", lambda row: _days(row, 0), NUMBER, part="least"),
        Column("days", lambda row: _days(row, 1), NUMBER, part="most"),
        *_IMPACT.count("people", "cases"),
        *_IMPACT.text(
            "items", "sensitive", "my_number", "financial_risk", "malicious_risk", "protected_address",
            "children", "recovery", "secondary_damage", media="media_counts",
        ),
        *_RECORD.text("lead", "summary"),
        Column("causes_text", _prose("causes"), TEXT, source="原因"),
        *Of(Response, _body("response", Response), "対応", within=True).text(content="response"),
        *_NOTICE.text(state="notice_state", method="notice_method"),
        *_NOTICE.count("people"),
        *_NOTICE.when(when="notice_when"),
        Column("dispositions_text", _prose("dispositions"), TEXT, source="処分"),
        Column("prevention_text", _prose("prevention"), TEXT, source="再発防止策"),
        *_CONTRACTOR.text(name="contractor", work="contract_work"),
        URL,
    ),
    _announcements,
)  # fmt: skip


def _counts(record: PublicIncident) -> Iterator[tuple[str, Count[Any], Any]]:
    """Every count of 影響, then each line of its 内訳."""
    body = record.impact.body
    for attribute in ("people", "cases"):
        count = getattr(body, attribute, None)
        if isinstance(count, Count):
            yield attribute, count, None
            yield from ((attribute, count, share) for share in count.shares)


def _of_count(place: int, attribute: str) -> Callable[[Any], Any]:
    return lambda row: getattr(row.value[place], attribute, None)


def _distinct(row: Item) -> int | None:
    found: int | None = None if row.value[2] else row.value[1].distinct
    return found


COUNTS = TableFile(
    "incident-counts",
    (
        *IN_RECORD,
        Column("counted", lambda row: name_of(Impact, row.value[0]), source="影響"),
        Column("share", _of_count(2, "name"), source="影響.人数.内訳.対象"),
        Column(
            "value",
            lambda row: row.value[2].value if row.value[2] else row.value[1].value,
            NUMBER,
            source="影響.人数.値",
        ),
        Column("unit", _of_count(1, "unit"), source="影響.人数.単位"),
        Column("nature", _of_count(1, "nature"), source="影響.人数.性質"),
        Column("distinct", _distinct, NUMBER, source="影響.人数.重複除外"),
        Column("overlapping", lambda row: int(row.value[1].overlapping), NUMBER, source="影響.人数.重複"),
    ),
    items(Incident, _counts),
)


def _events(record: PublicIncident) -> Iterator[tuple[Any, Event[Any]]]:
    body = record.timeline.body
    groups = body.groups if isinstance(body, Timeline) else ()
    return ((group.heading, event) for group in groups for event in group.events)


_EVENT = Of(Event, lambda row: row.value[1], "経過")
TIMELINE = TableFile(
    "incident-timeline",
    (
        *IN_RECORD,
        Column("event_group", lambda row: row.value[0], source="経過.見出し"),
        *_EVENT.when(when="event_when"),
        *_EVENT.text(time="event_time", actor="event_actor"),
        *_EVENT.word(kind="event_kind"),
        *_EVENT.text(content="event"),
        URL,
    ),
    items(Incident, _events),
)


def _rows(attribute: str, kind: type, inside: str = "") -> Callable[[Any], tuple[Any, ...]]:
    """The rows of a section, where it has some."""

    def get(record: Any) -> tuple[Any, ...]:
        body = getattr(record, attribute).body
        if inside:
            return getattr(body, inside) if isinstance(body, kind) else ()
        return tuple(one for one in body if isinstance(one, kind)) if isinstance(body, tuple) else ()

    return get


_CAUSE = of_item(Cause, "原因")
CAUSES = TableFile(
    "incident-causes",
    (*IN_RECORD, *_CAUSE.word("cause_class"), *_CAUSE.text(content="cause"), URL),
    items(Incident, _rows("causes", Cause)),
)

_DISPOSITION = of_item(Disposition, "処分")
DISPOSITIONS = TableFile(
    "incident-dispositions",
    (
        *IN_RECORD,
        *_DISPOSITION.word("sanction"),
        Column("disciplinary", lambda row: int(row.value.sanction.is_disciplinary), NUMBER),
        *_DISPOSITION.text(section="sanctioned_section", post="sanctioned_post"),
        *_DISPOSITION.count("people"),
        *_DISPOSITION.when(when="sanctioned_when"),
        *_DISPOSITION.text(reason="sanction_reason", shares="sanction_shares"),
        URL,
    ),
    items(Incident, _rows("dispositions", Dispositions, "rows")),
)

_PROMISE = of_item(Promise, "再発防止策")


def _due_changes(row: Item) -> str | None:
    """旧期限 and 理由 of each change, one on a line."""
    return "\n".join("\t".join((*lines(one.old_due), *lines(one.reason))) for one in row.value.due_changes) or None


PROMISES = TableFile(
    "promises",
    (
        *IN_RECORD,
        *_PROMISE.text(number="promise_number", before="promise_before", content="promise", owner="promise_owner"),
        *_PROMISE.word("progress"),
        *_PROMISE.when("due", "done_on"),
        Column("due_changes", _due_changes, source="再発防止策.変更"),
        *_PROMISE.text(note="promise_note"),
        Column("url", lambda row: f"{row.url}#{promise_anchor(row.number)}", "address"),
    ),
    items(Incident, _rows("prevention", Prevention, "promises")),
)

_REPORT = of_item(OfficialReport, "報告")
REPORTS = TableFile(
    "incident-reports",
    (*IN_RECORD, *_REPORT.text(to="report_to"), *_REPORT.when(when="report_when"), *_REPORT.word("report_class"), URL),
    items(Incident, attrgetter("reports")),
)

_SUB = of_item(SubCase, "事案一覧")


def _subcases(site: Site) -> Iterator[Row]:
    for kind in (Incident, Paper):
        yield from items(kind, attrgetter("cases"))(site)


SUBCASES = TableFile(
    "listed-incidents",
    (
        *IN_RECORD,
        *_SUB.text(number="sub_number", title="sub_title", group="sub_group", types="sub_types"),
        *_SUB.when(period="sub_period"),
        *_SUB.text(
            summary="sub_summary", timeline="sub_timeline", cause="sub_cause", response="sub_response",
            later_response="sub_later", reported_as="sub_reported",
        ),
        URL,
    ),
    _subcases,
)  # fmt: skip

TABLES = (INCIDENTS, COUNTS, TIMELINE, CAUSES, DISPOSITIONS, PROMISES, REPORTS, SUBCASES)
