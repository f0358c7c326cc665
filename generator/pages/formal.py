"""発表の本文: the numbered sections in their order, each rendered by its own template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.pages.environment import render
from generator.pages.links import incident_address, relative, section_address, section_of, type_address
from generator.pages.measures import Effects, Promises, Sanctions, effects, promises, sanctions
from generator.pages.timeline import Stretch, stretches
from generator.records.content import Content, Standing
from generator.records.incident import Cause, Dispositions, Impact, Prevention, Response, Timeline
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from generator.pages.links import Links
    from generator.records import PublicIncident
    from generator.records.common import Appendix, Attachment
    from generator.records.content import Section
    from generator.records.counts import Count
    from generator.records.incident import (
        Breach,
        Contractor,
        ContractSanction,
        Moment,
        Notice,
        OfficialReport,
        Statement,
        SubCase,
    )
    from generator.text import PublicText


@dataclass(frozen=True, slots=True)
class Formal:
    """One numbered section."""

    id: str
    number: int
    heading: PublicText | str
    body: Markup


@dataclass(frozen=True, slots=True)
class ContentContext:
    """Content, or a status in its place."""

    content: Content[PublicText] | None
    standing: Standing[PublicText] | None


@dataclass(frozen=True, slots=True)
class SummaryContext:
    """概要, with what kind of incident it is and when it happened and was found."""

    text: ContentContext
    types: tuple[tuple[str, str], ...]
    """Each with the address of its list; empty where the newest report names it no more."""
    section: tuple[str, str]
    """所管, likewise."""
    media: tuple[str, ...]
    moments: tuple[tuple[PublicText | str, Moment[PublicText] | Standing[PublicText]], ...]
    """発生 and 判明, each under its heading."""
    case_id: str | None


@dataclass(frozen=True, slots=True)
class TimelineContext:
    """経過: stretches of stops, or the author's content with the plans behind it."""

    text: ContentContext
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class ImpactContext:
    """影響."""

    standing: Standing[PublicText] | None
    effects: Effects | None


@dataclass(frozen=True, slots=True)
class CausesContext:
    """原因."""

    text: ContentContext
    causes: tuple[Cause[PublicText], ...]


@dataclass(frozen=True, slots=True)
class ResponseContext:
    """対応; `people` and `people_words` are 本人への連絡.人数 as a number or in words."""

    text: ContentContext
    notice: Notice[PublicText] | None
    people: Count[PublicText] | None
    people_words: Content[PublicText] | None


@dataclass(frozen=True, slots=True)
class DispositionsContext:
    """処分."""

    text: ContentContext
    sanctions: Sanctions | None


@dataclass(frozen=True, slots=True)
class PreventionContext:
    """再発防止策."""

    text: ContentContext
    promises: Promises | None


@dataclass(frozen=True, slots=True)
class RowsContext:
    """The rows of 事案一覧, 法令等, 報告, 発言, 別紙 or 添付."""

    rows: (
        tuple[SubCase[PublicText], ...]
        | tuple[Breach[PublicText], ...]
        | tuple[OfficialReport[PublicText], ...]
        | tuple[Statement[PublicText], ...]
        | tuple[Appendix[PublicText], ...]
        | tuple[Attachment[PublicText], ...]
    )


@dataclass(frozen=True, slots=True)
class ContractorContext:
    """委託先; its measures typed, or in words."""

    contractor: Contractor[PublicText]
    typed: tuple[ContractSanction[PublicText], ...]
    words: Content[PublicText] | None


def formal_sections(record: PublicIncident, links: Links) -> tuple[Formal, ...]:
    """Every section that the record has, numbered from 1."""
    found = _sections(record, links)
    return tuple(Formal(name, place, heading, body) for place, (name, heading, body) in enumerate(found, 1))


def _sections(record: PublicIncident, links: Links) -> Iterator[tuple[str, PublicText | str, Markup]]:
    for name, context in (
        ("summary", _summary(record, links)),
        ("timeline", _timeline(record, links.reports(record), incident_address(record.id))),
        ("impact", _impact(record.impact.body)),
        ("causes", _causes(record.causes.body)),
        ("response", _response(record.response.body)),
    ):
        yield name, _heading(name, getattr(record, name)), render(f"{name}.html", context)
    if record.cases:
        yield "cases", word("part.cases"), render("subcases.html", RowsContext(record.cases))
    if record.breaches:
        yield "breaches", word("part.breaches"), render("breaches.html", RowsContext(record.breaches))
    if record.contractor:
        yield "contractor", word("part.contractor"), render("contractor.html", _contractor(record.contractor))
    yield "dispositions", _heading("dispositions", record.dispositions), _dispositions(record.dispositions.body)
    yield "prevention", _heading("prevention", record.prevention), _prevention(record.prevention.body)
    yield from _rest(record)


def _rest(record: PublicIncident) -> Iterator[tuple[str, PublicText | str, Markup]]:
    for name in ("reports", "statements"):
        rows = getattr(record, name)
        if rows:
            yield name, word(f"part.{name}"), render(f"{name}.html", RowsContext(rows))
    if record.delay_reason:
        body = render("text.html", _text(record.delay_reason.body))
        yield "delay-reason", _heading("delay_reason", record.delay_reason), body
    for name in ("appendices", "attachments"):
        rows = getattr(record, name)
        if rows:
            yield name, word(f"part.{name}"), render(f"{name}.html", RowsContext(rows))


def _heading(name: str, section: Section[PublicText, Any]) -> PublicText | str:
    return section.heading or word(f"part.{name}")


def _text(body: Any) -> ContentContext:
    return ContentContext(
        body if isinstance(body, Content) else None,
        body if isinstance(body, Standing) else None,
    )


def _summary(record: PublicIncident, links: Links) -> SummaryContext:
    newest, address = links.reports(record)[-1], incident_address(record.id)
    slug, section = section_of(record, links.site.settings)
    listed = section_of(newest, links.site.settings)[0] == slug
    return SummaryContext(
        _text(record.summary.body),
        tuple(
            (kind.japanese, relative(type_address(kind.machine), address) if kind in newest.incident_types else "")
            for kind in record.incident_types
        ),
        (section, relative(section_address(slug), address) if listed else ""),
        tuple(medium.japanese for medium in record.media),
        tuple(
            (_heading(name, section), section.body)
            for name, section in (("occurred", record.occurred), ("discovered", record.discovered))
            if section is not None
        ),
        record.case_id,
    )


def _timeline(record: PublicIncident, reports: tuple[PublicIncident, ...], address: str) -> TimelineContext:
    body = record.timeline.body
    text = _text(None if isinstance(body, Timeline) else body)
    return TimelineContext(text, stretches(record, reports, address))


def _impact(body: Any) -> ImpactContext:
    if isinstance(body, Impact):
        return ImpactContext(None, effects(body))
    return ImpactContext(body, None)


def _causes(body: Any) -> CausesContext:
    return CausesContext(_text(body), body if isinstance(body, tuple) else ())


def _response(body: Any) -> ResponseContext:
    if not isinstance(body, Response):
        return ResponseContext(_text(body), None, None, None)
    people: Any = body.notice.people if body.notice else None
    words = people if isinstance(people, Content) else None
    return ResponseContext(_text(body.content), body.notice, None if words else people, words)


def _contractor(contractor: Contractor[PublicText]) -> ContractorContext:
    measures: Any = contractor.measures
    if isinstance(measures, tuple):
        return ContractorContext(contractor, measures, None)
    return ContractorContext(contractor, (), measures)


def _dispositions(body: Any) -> Markup:
    found = sanctions(body) if isinstance(body, Dispositions) else None
    return render("dispositions.html", DispositionsContext(_text(body), found))


def _prevention(body: Any) -> Markup:
    found = promises(body) if isinstance(body, Prevention) else None
    return render("prevention.html", PreventionContext(_text(body), found))
