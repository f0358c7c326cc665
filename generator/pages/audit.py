"""The page of a 監査報告: how far the measures are, every opinion with its answer, then the paper as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pages.environment import render
from generator.pages.formats import count_text
from generator.pages.frame import Frame, council_crumbs, frame
from generator.pages.inline import html_of, plain
from generator.pages.opinions import Card, Tally, cards_of, tally_of
from generator.pages.record_page import record_page
from generator.pages.said import of_audit
from generator.records.audit import Audit, Scope
from generator.records.content import Content, Prose, Section, Standing
from generator.records.council_words import AuditType
from generator.records.counts import Count
from generator.records.dates import Day, Period
from generator.records.vocabulary import Unit
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.pages.links import Links
    from generator.pages.page import Page, Site
    from generator.records.audit import Finding, Viewpoint
    from generator.records.common import Appendix, Attachment
    from generator.text import PublicText

    Typed = Section[PublicText, Content[PublicText]]

_LONGEST_IN_STRIP = 60
"""Characters of a text that fits into a cell of the header strip."""


@dataclass(frozen=True, slots=True)
class Node:
    """One item of 結果 with its address, its opinions and what is below it."""

    anchor: str
    finding: Finding[PublicText]
    opinions: tuple[Card, ...]
    below: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One of the things said of the audit as a whole: 目的, 対象機関, 着眼点 and so on."""

    heading: PublicText | str
    content: Content[PublicText] | None = None
    standing: Standing[PublicText] | None = None
    rows: tuple[Viewpoint[PublicText], ...] = ()
    count: str = ""


@dataclass(frozen=True, slots=True)
class AuditContext:
    """What templates/audit.html receives."""

    frame: Frame
    audit: Audit[PublicText]
    scope_line: PublicText | str | None
    """対象 in one line for the strip; None where it takes more."""
    tally: Tally | None
    measures_basis: str
    allowed: int
    cards: tuple[Card, ...]
    places: dict[str, Node]
    """The item of the tree in which an opinion stands, by the opinion's address."""
    told: tuple[Told, ...]
    nodes: tuple[Node, ...]
    overall: Told | None
    appendices: tuple[Appendix[PublicText], ...]
    attachments: tuple[Attachment[PublicText], ...]


def audit_pages(site: Site, links: Links) -> Iterator[Page]:
    """One page for each."""
    for record in site.records:
        if isinstance(record, Audit):
            yield audit_page(record, links)


def audit_page(audit: Audit[PublicText], links: Links) -> Page:
    """The page of one audit."""
    return record_page(
        audit,
        links,
        render("audit.html", audit_context(audit, links)),
        said=of_audit(audit),
        dates=_published(audit),
        template="audit.html",
        section="audits",
    )


def audit_context(audit: Audit[PublicText], links: Links) -> AuditContext:
    """What the page of one audit shows."""
    site, allowed = links.site, links.site.settings.measures_days
    cards = cards_of(audit, site.now.date(), allowed)
    nodes = _nodes(audit.results, iter(cards))
    return AuditContext(
        frame=frame(
            audit,
            links,
            what=word("audit.what"),
            crumbs=(*council_crumbs(audit, site), (word("audit.this"), "")),
            abstract=html_of(of_audit(audit)),
            form="" if audit.audit_type is AuditType.OTHER else audit.audit_type.japanese,
        ),
        audit=audit,
        scope_line=_scope_line(audit),
        tally=tally_of(audit, cards),
        measures_basis=site.settings.measures_basis,
        allowed=allowed,
        cards=cards,
        places={card.anchor: node for node in _walk(nodes) for card in node.opinions},
        told=tuple(_told(audit)),
        nodes=nodes,
        overall=_section("overall", audit.overall) if audit.overall else None,
        appendices=audit.appendices,
        attachments=audit.attachments,
    )


def _published(audit: Audit[PublicText]) -> Iterator[date]:
    for measure in audit.measures:
        if isinstance(measure.published, (Day, Period)):
            yield measure.published.latest


def _nodes(results: tuple[Finding[PublicText], ...], cards: Iterator[Card], above: str = "result") -> tuple[Node, ...]:
    """The tree; the cards are taken in the order of the paper, those of an item behind all below it."""
    found = []
    for place, finding in enumerate(results, 1):
        anchor = f"{above}-{place}"
        below = _nodes(finding.below, cards, anchor)
        found.append(Node(anchor, finding, tuple(next(cards) for _ in finding.opinions), below))
    return tuple(found)


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.below)


def _scope_line(audit: Audit[PublicText]) -> PublicText | str | None:
    scope = audit.scope
    said = scope.explanation if isinstance(scope, Scope) else scope
    text = _one_line(said) if said else None
    if isinstance(scope, Scope) and isinstance(scope.count, Count):
        count = count_text(scope.count, Unit.CASE)
        return count if text is None else f"{count}　{plain(text)}"
    audited = audit.audited.body
    return text or (_one_line(audited) if isinstance(audited, Content) and scope is None else None)


def _one_line(content: Content[PublicText]) -> PublicText | None:
    block = content.blocks[0]
    if len(content.blocks) > 1 or not isinstance(block, Prose):
        return None
    said = plain(block.text)
    return block.text if len(said) <= _LONGEST_IN_STRIP and "\n" not in block.text.plain.strip() else None


def _told(audit: Audit[PublicText]) -> Iterator[Told]:
    for name in ("purpose", "rationale", "audited"):
        section: Typed | None = getattr(audit, name)
        if section:
            yield _section(name, section)
    if audit.scope:
        yield _scope(audit.scope)
    for name in ("criteria", "viewpoints"):
        value = getattr(audit, name)
        if isinstance(value, Content):
            yield Told(word(f"audit.{name}"), content=value)
        elif value:
            yield Told(word(f"audit.{name}"), rows=value)
    if audit.method:
        yield _section("method", audit.method)


def _section(name: str, section: Typed) -> Told:
    heading, body = section.heading or word(f"audit.{name}"), section.body
    return Told(heading, standing=body) if isinstance(body, Standing) else Told(heading, content=body)


def _scope(scope: Scope[PublicText] | Content[PublicText]) -> Told:
    heading = word("audit.scope")
    if not isinstance(scope, Scope):
        return Told(heading, content=scope)
    if isinstance(scope.count, Content):
        more = scope.explanation.blocks if scope.explanation else ()
        return Told(heading, content=Content((*scope.count.blocks, *more)))
    return Told(heading, content=scope.explanation, count=count_text(scope.count, Unit.CASE) if scope.count else "")
