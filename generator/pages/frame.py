"""What the page of every record has round its own content: way, notices, band, title, links, changes, foot.

A kind's own page puts its content between; what is withdrawn keeps its address and loses that content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.outputs import Form
from generator.pages.bodies import body_of
from generator.pages.data.record_json import data_address, fingerprint
from generator.pages.formats import clock
from generator.pages.inline import paragraphs_html, plain
from generator.pages.links import COUNCIL, body_address, kind_address, record_address, relative, year_address
from generator.pages.notices import Extent, Withdrawal, corrections, extent, withdrawal
from generator.pages.sheet import related_lines
from generator.pages.titles import title_of
from generator.printing.marks import CODE_MARK, SIZE_MARK, pdf_path
from generator.records.dates import Day, Period, fiscal_year, fiscal_year_name
from generator.records.vocabulary import RecordKind
from generator.records.walk import texts
from generator.settings import OTHERS
from generator.text import Redacted
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from markupsafe import Markup

    from generator.pages.inline import Parts
    from generator.pages.links import Links
    from generator.pages.page import Site
    from generator.pages.sheet import Crumb, RelatedLine, ReportLine
    from generator.pages.threads import PathLine
    from generator.records import PublicRecord
    from generator.records.common import CastMember, Contact, Revision
    from generator.records.vocabulary import Channel
    from generator.text import PublicText


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the record stays, and which version this is."""

    url: str
    version: PublicText | str
    dated: Revision[PublicText] | None
    released_on: Day
    released_at: PublicText | str | None
    pdf: str
    """The way to the PDF, which lies beside the page."""
    pdf_size: str
    code: str
    """By which paper and page are compared: 照合記号; put in with the sheet, as the size when it is printed."""
    data: str
    """The way to the record's JSON; empty where there is none: of a draft, in a copy."""
    sha256: str
    """Of that file."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What templates/frame.html receives as `page.frame`."""

    crumbs: tuple[Crumb, ...]
    municipality: str
    what: str
    """記者発表, 会議録 …: what kind of paper the band names."""
    label: str
    """第2報, where a case has several."""
    form: str
    """全文, 要約: how minutes are written, outlined beside the band."""
    released_on: Day
    released_at: PublicText | str | None
    channel: Channel | None
    contacts: tuple[Contact[PublicText], ...]
    title: Parts
    abstract: Markup | str
    plain_abstract: tuple[Markup, ...]
    """やさしい要約, before anything formal."""
    newer: ReportLine | None
    newer_says: str
    corrections: tuple[Revision[PublicText], ...]
    withdrawal: Withdrawal | None
    shortened: bool
    full: bool
    """Whether the page shows the record's content."""
    has_withheld: bool
    cast: tuple[CastMember[PublicText], ...]
    path: tuple[PathLine, ...]
    related: tuple[RelatedLine, ...]
    revisions: tuple[Revision[PublicText], ...]
    foot: Foot
    dossier: str = ""
    """The way to everything of the matter on one page; empty where that would say nothing more."""
    inside: bool = False
    """Whether the record is shown as a part of such a page: without ways, lists and foot of its own."""


def frame(  # noqa: PLR0913 -- what the kinds differ in, by name
    record: PublicRecord,
    links: Links,
    *,
    what: str,
    crumbs: tuple[Crumb, ...],
    abstract: Markup | str,
    label: str = "",
    form: str = "",
    newer: ReportLine | None = None,
    company: Iterable[PublicRecord] = (),
    path: tuple[PathLine, ...] = (),
    dossier: str = "",
) -> Frame:
    """The frame of a record's page.

    `company`: the other records whose cast it shares, itself among them; `path`: the way through council and audit of
    what the page is about; what stands on it is not listed as related again.
    """
    shown = extent(record, links.site.now)
    full = shown is Extent.FULL
    return Frame(
        crumbs=crumbs,
        municipality=links.site.settings.municipality.name,
        what=what,
        label=label,
        form=form,
        released_on=record.released_on,
        released_at=clock(record.released_at) if record.released_at else None,
        channel=record.channel,
        contacts=record.contacts,
        title=title_of(record),
        abstract="" if shown is Extent.WITHDRAWN else abstract,
        plain_abstract=_plain_abstract(record) if shown is not Extent.WITHDRAWN else (),
        newer=newer,
        newer_says=word("notice.newer" if record.kind is RecordKind.INCIDENT else "notice.newer_paper"),
        corrections=corrections(record) if full else (),
        withdrawal=withdrawal(record) if shown is Extent.WITHDRAWN else None,
        shortened=shown is Extent.ABSTRACT,
        full=full,
        has_withheld=full and _has_withheld(record),
        cast=_cast(company or (record,)) if full else (),
        path=path,
        related=related_lines(record, links, {line.step.record.id for line in path}),
        revisions=record.revisions if full else (),
        foot=_foot(record, links.site),
        dossier=dossier,
    )


def year_crumbs(record: PublicRecord, site: Site) -> tuple[Crumb, ...]:
    """The way from the front page to the list of the record's 年度."""
    address, year = record_address(record), fiscal_year(record.released_on.earliest)
    return (
        (site.settings.wording.site_name, relative("/", address)),
        (fiscal_year_name(year), relative(year_address(year), address)),
    )


def council_crumbs(record: PublicRecord, site: Site) -> tuple[Crumb, ...]:
    """The way through the 議会 section: to the list of the body that met, else to that of the kind."""
    settings, address = site.settings, record_address(record)
    home = (settings.wording.site_name, relative("/", address))
    of_kind = relative(kind_address(record.kind), address)
    if record.kind is RecordKind.AUDIT:
        return home, (word("shell.to.audits"), of_kind)
    slug, name = body_of(record, settings)
    way = (name, relative(body_address(slug), address)) if slug not in ("", OTHERS) else (record.kind.japanese, of_kind)
    return home, (word("shell.to.council"), relative(COUNCIL, address)), way


def modified(record: PublicRecord) -> date:
    """The newest day of a record: its release, or its last change."""
    dates = [revision.at.latest for revision in record.revisions if isinstance(revision.at, (Day, Period))]
    return max([record.released_on.latest, *dates])


def _cast(records: Iterable[PublicRecord]) -> tuple[CastMember[PublicText], ...]:
    """登場者 of the whole case, each letter once."""
    return tuple({plain(member.letter): member for record in records for member in record.cast}.values())


def _plain_abstract(record: PublicRecord) -> tuple[Markup, ...]:
    return paragraphs_html(record.plain_abstract) if record.plain_abstract else ()


def _has_withheld(record: PublicRecord) -> bool:
    """Whether 〔氏名〕 or the like is to be explained; letters such as 職員Ａ are explained by 登場者."""
    return any(isinstance(part, Redacted) and not part.letter for _, text in texts(record) for part in text.parts)


def _foot(record: PublicRecord, site: Site) -> Foot:
    last = record.revisions[-1] if record.revisions else None
    return Foot(
        site.settings.site_url + record_address(record),
        last.version if last else word("incident.first_version"),
        last,
        record.released_on,
        clock(record.released_at) if record.released_at else None,
        relative(f"/{pdf_path(record_address(record))}", record_address(record)),
        SIZE_MARK,
        CODE_MARK,
        *_data(record, site),
    )


def _data(record: PublicRecord, site: Site) -> tuple[str, str]:
    if site.form is Form.COPY or record.id in site.drafts:
        return "", ""
    return relative(data_address(record), record_address(record)), fingerprint(record, site)
