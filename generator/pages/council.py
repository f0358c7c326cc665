"""The 議会 section: all its papers, and those of each kind, body, 年度, 所管 and 分野.  Pages of links.

A list that would be empty is neither made nor linked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.pages.documents import documents_of
from generator.pages.entries import entry_html
from generator.pages.facets import Choice, Facet
from generator.pages.frame import modified
from generator.pages.inline import html_of
from generator.pages.links import (
    COUNCIL,
    body_address,
    council_section_address,
    council_year_address,
    kind_address,
    record_address,
    topic_address,
)
from generator.pages.listing import Line, Listing, listing_pages
from generator.pages.new import ADDRESS as NEW
from generator.pages.notices import Extent, extent
from generator.pages.opinions import cards_of, tally_of
from generator.pages.said import said_of
from generator.pages.titles import title_of
from generator.records.audit import Audit
from generator.records.council_words import AuditType
from generator.records.dates import fiscal_year_name
from generator.records.minutes import Minutes
from generator.records.vocabulary import RecordKind
from generator.settings import OTHERS
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.documents import Document
    from generator.pages.page import Page, Site
    from generator.settings import Settings
    from generator.text import PublicText

    Documents = tuple[Document, ...]
    Lines = dict[str, Line]


KINDS = tuple(kind for kind in RecordKind if kind is not RecordKind.INCIDENT)


def council_pages(site: Site) -> Iterator[Page]:
    """Every list, page by page; none where there is nothing to list."""
    documents = documents_of(site)
    if not documents:
        return
    facets = _facets(documents, site.settings)
    lines = {document.record.id: _line(document, site) for document in documents}
    yield from listing_pages(_all(documents, lines), facets)
    for facet in facets:
        for choice in facet.choices:
            yield from listing_pages(_listing(facet, choice, lines), facets)


def _facets(documents: Documents, settings: Settings) -> tuple[Facet, ...]:
    """The ways to look that find something."""
    ways = (
        ("kinds", _kinds(documents)),
        ("bodies", _bodies(documents, settings)),
        ("years", _years(documents)),
        ("sections", _sections(documents, settings)),
        ("topics", _topics(documents, settings)),
    )
    found = ((key, tuple(choice for choice in choices if choice.count)) for key, choices in ways)
    return tuple(Facet(key, word(f"council.facet.{key}"), choices) for key, choices in found if choices)


def _kinds(documents: Documents) -> Iterator[Choice]:
    for kind in KINDS:
        yield Choice(kind.japanese, kind_address(kind), tuple(d for d in documents if d.record.kind is kind))


def _bodies(documents: Documents, settings: Settings) -> Iterator[Choice]:
    for body in settings.bodies:
        yield Choice(body.name, body_address(body.slug), tuple(d for d in documents if d.body == body.slug))
    yield Choice(word("council.other_body"), body_address(OTHERS), tuple(d for d in documents if d.body == OTHERS))


def _years(documents: Documents) -> Iterator[Choice]:
    for year in dict.fromkeys(document.year for document in documents):
        found = tuple(document for document in documents if document.year == year)
        yield Choice(fiscal_year_name(year), council_year_address(year), found)


def _sections(documents: Documents, settings: Settings) -> Iterator[Choice]:
    known = [(department.slug, department.name) for department in settings.departments]
    for slug, name in (*known, (OTHERS, word("facet.other_section"))):
        yield Choice(name, council_section_address(slug), tuple(d for d in documents if d.section == slug))


def _topics(documents: Documents, settings: Settings) -> Iterator[Choice]:
    for topic in settings.topics:
        if topic.slug:
            yield Choice(topic.name, topic_address(topic.slug), tuple(d for d in documents if topic.slug in d.topics))


def _all(documents: Documents, lines: Lines) -> Listing:
    return _made(COUNCIL, word("council.all"), documents, lines, crumb=word("shell.to.council"))


def _listing(facet: Facet, choice: Choice, lines: Lines) -> Listing:
    title = word(f"council.of_{facet.key}", label=choice.label)
    return _made(choice.address, title, choice.matters, lines, crumb=choice.label)


def _made(address: str, title: str, documents: Documents, lines: Lines, *, crumb: str) -> Listing:
    is_all, is_kind = address == COUNCIL, address.count("/") == len("//")
    is_audits = address == kind_address(RecordKind.AUDIT)
    return Listing(
        address,
        title,
        tuple(lines[document.record.id] for document in documents),
        tuple(fiscal_year_name(document.year) for document in documents),
        above=() if is_all or is_audits else ((word("shell.to.council"), COUNCIL),),
        section="audits" if is_audits else "council",
        browse=word("council.browse"),
        crumb=crumb,
        description=word("council.about_all") if is_all else word("council.about", title=title),
        apart=is_all or is_kind,
        beside=((word("since.title"), NEW),) if is_all else (),
    )


def _line(document: Document, site: Site) -> Line:
    record = document.record
    html = entry_html(
        record_address(record),
        when=document.when,
        title=title_of(record),
        sentence=Markup("") if document.withdrawn else html_of(said_of(record)),
        facts=tuple(_facts(document, site)),
        kind=record.kind.japanese,
        withdrawn=document.withdrawn,
        draft=record.id in site.drafts,
    )
    return Line(html, record.owners, modified(record))


def _facts(document: Document, site: Site) -> Iterator[Markup | str]:
    record = document.record
    if document.meeting and document.meeting != title_of(record):
        yield html_of(document.meeting)
    if isinstance(record, Audit):
        yield from _of_audit(record, site)
    if not isinstance(record, Minutes) or record.contacts or record.section:
        yield document.section_name
    if record.released_on.earliest != document.when.earliest:
        yield word("council.released", day=record.released_on.shown)


def _of_audit(audit: Audit[PublicText], site: Site) -> Iterator[str]:
    """Which audit it was, and how many of its opinions have their measure."""
    if audit.audit_type is not AuditType.OTHER:
        yield audit.audit_type.japanese
    tally = tally_of(audit, cards_of(audit, site.now.date(), site.settings.measures_days))
    if tally is not None and extent(audit, site.now) is Extent.FULL:
        yield word("council.measures", taken=tally.total.taken, asked=tally.total.asked)
