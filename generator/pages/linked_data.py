"""What a page is in the words of schema.org, as JSON-LD 1.1 for a `script` element.

Of a record that was withdrawn only that it was, as on its page.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from generator.pages.data.record_json import data_address, fingerprint
from generator.pages.data.terms import licence_of, source_of
from generator.pages.frame import council_crumbs, modified, year_crumbs
from generator.pages.inline import plain
from generator.pages.instants import changed, released
from generator.pages.links import case_address, record_address
from generator.pages.notices import Extent, extent
from generator.pages.said import said_of
from generator.pages.titles import title_of
from generator.records.vocabulary import RecordKind, RevisionKind
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.data.values import Json
    from generator.pages.page import Site
    from generator.records import PublicRecord
    from generator.settings import Settings

_CONTEXT = "https://schema.org"
_TYPES = {RecordKind.PAPER: "DigitalDocument", RecordKind.MINUTES: "DigitalDocument"}
"""Everything else is a Report of the municipality."""

_TOLD = (RevisionKind.CORRECTION, RevisionKind.REPLACEMENT, RevisionKind.ADDITION)


def of_record(record: PublicRecord, site: Site) -> str:
    """The record, and the way to it."""
    return script_json({"@context": _CONTEXT, "@graph": [_work(record, site), _way(record, site)]})


def of_front(site: Site) -> str:
    """The site and whose it is."""
    settings = site.settings
    return script_json(
        {
            "@context": _CONTEXT,
            "@type": "WebSite",
            "url": f"{settings.site_url}/",
            "name": source_of(settings),
            "inLanguage": "ja",
            "publisher": publisher(settings),
        }
    )


def publisher(settings: Settings) -> Json:
    """The municipality."""
    website = {"url": settings.municipality.website} if settings.municipality.website else {}
    return {"@type": "GovernmentOrganization", "name": settings.municipality.name, **website}


def script_json(value: Json) -> str:
    r"""JSON that no HTML parser takes for a tag: `<`, `>` and `&` as `\u003c`."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def licensed(settings: Settings) -> Json:
    """The licence, where the settings name one."""
    _, url = licence_of(settings)
    return {"license": url} if url else {}


def _work(record: PublicRecord, site: Site) -> Json:
    settings, shown = site.settings, extent(record, site.now)
    url = settings.site_url + record_address(record)
    work: dict[str, Any] = {
        "@type": _TYPES.get(record.kind, "Report"),
        "@id": url,
        "url": url,
        "headline": plain(title_of(record)),
        "datePublished": released(record),
        "dateModified": modified(record).isoformat(),
        "inLanguage": "ja",
        "isAccessibleForFree": True,
        "publisher": publisher(settings),
        **licensed(settings),
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": settings.site_url + data_address(record),
            "encodingFormat": "application/json",
            "sha256": fingerprint(record, site),
        },
    }
    if shown is Extent.WITHDRAWN:
        return work | {"creativeWorkStatus": word("data.extent.withdrawn")}
    said = plain(record.plain_abstract or said_of(record))
    work |= {"description": said} if said else {}
    if record.case_id:
        work["isPartOf"] = {"@type": "CreativeWorkSeries", "url": settings.site_url + case_address(record.case_id)}
    corrections = list(_corrections(record)) if shown is Extent.FULL else []
    return work | ({"correction": corrections} if corrections else {})


def _corrections(record: PublicRecord) -> Iterator[Json]:
    for revision in record.revisions:
        if revision.kind in _TOLD:
            text = plain(revision.reason) if revision.reason else word(f"revision.kind.{revision.kind.machine}")
            at = changed(revision.at, released(record))
            yield {"@type": "CorrectionComment", "text": text, "datePublished": at}


def _way(record: PublicRecord, site: Site) -> Json:
    """The lists above the record, as its page shows them."""
    here = site.settings.site_url + record_address(record)
    crumbs = year_crumbs(record, site) if record.kind is RecordKind.INCIDENT else council_crumbs(record, site)
    items = [
        {"@type": "ListItem", "position": place, "name": words, "item": urljoin(here, href)}
        for place, (words, href) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
