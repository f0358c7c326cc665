"""What can be found: one entry for the page of each record, with the words that this very page shows.

The words come from the built page and not from the record: what a withdrawn or shortened record no longer shows, what
is hidden or redacted, can't be found either.  Knows no engine: `publish` writes the index, docs/adr/0019.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from generator.pages.bodies import body_of, meeting_line
from generator.pages.formats import count_text
from generator.pages.inline import plain
from generator.pages.links import Links, record_address, report_label, section_of
from generator.pages.matters import people
from generator.pages.notices import Extent, extent
from generator.pages.phrases import phrases
from generator.pages.said import said_of
from generator.pages.states import State, state_of
from generator.pages.titles import title_of
from generator.patterns import regex
from generator.records.dates import fiscal_year, fiscal_year_name
from generator.records.incident import Incident
from generator.records.minutes import Minutes
from generator.records.vocabulary import IncidentType, RecordKind, Unit
from generator.settings import OTHERS
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.pages.page import Page, Site
    from generator.records import PublicRecord
    from generator.settings import Settings

FACETS = ("kind", "year", "section", "type", "state", "body")
WITHDRAWN = "withdrawn"

_ASIDE = regex(
    '<(nav|aside|svg|rt|rp)[ >].*?</\\1>|<details class="k-contents">.*?</details>|<ul class="k-jumps">.*?</ul>'
    '|<section class="k-part" aria-labelledby="(?:threads|related|reports)">.*?</section>'
    '|<p class="k-more">.*?</p>|<a class="k-tel".*?</a>',
    re.DOTALL,
)
"""Ways to other pages and their titles, contents, what is said twice."""
_BLOCK = "\0"
_TAG = regex("<(/?)([a-z0-9]+)([^>]*)>")
_WITHIN = frozenset({"a", "b", "dfn", "em", "mark", "ruby", "rb", "strong", "wbr"})
"""Tags in the middle of a text, as `verify.html` knows them: what stands on both sides is one text."""
_WITHIN_SPAN = regex(' class="(?:k-nb|k-withheld|k-verbatim)["]')
"""So do these spans; any other sets words beside each other, such as a name and a number."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One page as it can be found."""

    address: str
    title: str
    date: str
    """ISO."""
    when: str
    """The same day as people read it."""
    state: str
    """Machine value; `withdrawn`; empty where the kind has none."""
    facets: Mapping[str, tuple[str, ...]]
    """Machine values by key."""
    lead: str = field(repr=False)
    facts: tuple[str, ...]
    """Shown under the lead."""
    keys: tuple[str, ...]
    """Words it is found by although its page says them elsewhere or not at all: 年度, 種別, ids."""
    text: tuple[str, ...] = field(repr=False)
    """The paragraphs of the page."""
    owners: frozenset[str]


def has_search(site: Site) -> bool:
    """Whether there is anything to find; drafts are not."""
    return any(record.id not in site.drafts for record in site.records)


def searchable(pages: Iterable[Page], site: Site) -> Iterator[Page]:
    """The same pages; that of each record, drafts left out, with its entry."""
    links = Links(site)
    records = {record_address(record): record for record in site.records if record.id not in site.drafts}
    for page in pages:
        record = records.get(page.address)
        yield replace(page, entry=_entry(record, page, links)) if record else page


def in_search_order(entries: Iterable[SearchEntry]) -> tuple[SearchEntry, ...]:
    """Newest first; the number of an entry is its place in this order."""
    return tuple(sorted(entries, key=lambda entry: (entry.date, entry.address), reverse=True))


def search_table(entries: Sequence[SearchEntry], settings: Settings) -> dict[str, Any]:
    """All that the form needs to count, filter and sort; the format is written down in docs/adr/0019."""
    facets = [(key, _values(key, entries, settings)) for key in FACETS]
    shown = [(key, values) for key, values in facets if values]
    places = {key: {value: place for place, (value, _) in enumerate(values)} for key, values in shown}
    return {
        "facets": [{"key": key, "label": word(f"search.facet.{key}"), "values": values} for key, values in shown],
        "records": [
            [e.address, e.title, e.date, e.state, [[places[k][v] for v in e.facets.get(k, ())] for k, _ in shown]]
            for e in entries
        ],
    }


def search_text(entry: SearchEntry) -> dict[str, Any]:
    """What a result shows, its title in phrases, and where its words are looked for."""
    return {
        "title": phrases(entry.title),
        "when": entry.when,
        "lead": entry.lead,
        "facts": list(entry.facts),
        "keys": list(entry.keys),
        "text": list(entry.text),
    }


def text_path(entry: SearchEntry) -> str:
    """Where `search_text` lies in the site."""
    return f"search/text/{entry.address.strip('/')}.json"


def paragraphs(body: str) -> tuple[str, ...]:
    """The text of a page from its title to its foot, block by block, without the ways to other pages."""
    _, _, sheet = body.partition("</h1>")
    sheet, _, _ = sheet.partition('<div class="k-foot">')
    blocks = "".join(_parted(_ASIDE.sub("<p>", sheet.replace("\n", " ")))).split(_BLOCK)
    lines = ((" ".join(line.split()) for line in html.unescape(block).split("\n")) for block in blocks)
    return tuple(text for block in lines if (text := "\n".join(filter(None, block))))


def _parted(sheet: str) -> Iterator[str]:
    """The text between the tags, a line break for each `br`, `_BLOCK` for every other tag that parts it."""
    spans: list[bool] = []
    at = 0
    for tag in _TAG.finditer(sheet):
        yield sheet[at : tag.start()]
        at = tag.end()
        parts = tag[2] not in _WITHIN
        if tag[2] == "span":
            parts = spans.pop() if tag[1] else not _WITHIN_SPAN.match(tag[3])
            spans += [] if tag[1] else [parts]
        if parts:
            yield "\n" if tag[2] == "br" else _BLOCK
    yield sheet[at:]


def _entry(record: PublicRecord, page: Page, links: Links) -> SearchEntry:
    site = links.site
    withdrawn = extent(record, site.now) is Extent.WITHDRAWN
    when = (isinstance(record, Minutes) and record.held.day) or record.released_on
    facets, names = _found_by(record, links, fiscal_year(when.earliest))
    return SearchEntry(
        address=page.address,
        title=plain(title_of(record)),
        date=when.earliest.isoformat(),
        when=when.shown,
        state=WITHDRAWN if withdrawn else next(iter(facets.get("state", ())), ""),
        facets=facets,
        lead="" if withdrawn else plain(said_of(record)),
        facts=tuple(_facts(record, links)),
        keys=tuple(dict.fromkeys((*names, record.id, *([record.case_id] if record.case_id else ())))),
        text=paragraphs(page.body),
        owners=page.owners,
    )


def _found_by(record: PublicRecord, links: Links, year: int) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Machine values by facet, and the names of them all."""
    settings = links.site.settings
    section, section_name = section_of(record, settings)
    body, body_name = body_of(record, settings)
    facets: dict[str, tuple[str, ...]] = {"kind": (record.kind.machine,), "year": (str(year),), "section": (section,)}
    names = [record.kind.japanese, fiscal_year_name(year), section_name]
    if isinstance(record, Incident):
        state = state_of(links.reports(record)[-1])
        facets |= {"type": tuple(kind.machine for kind in record.incident_types), "state": (state.machine,)}
        names += [*(kind.japanese for kind in record.incident_types), state.japanese]
    if body:
        facets["body"] = (body,)
        names.append(body_name)
    return facets, names


def _facts(record: PublicRecord, links: Links) -> Iterator[str]:
    if isinstance(record, Incident):
        persons = people(record) if extent(record, links.site.now) is Extent.FULL else None
        if persons is not None:
            yield count_text(persons, Unit.PERSON)
    meeting = meeting_line(record)
    if meeting and meeting != title_of(record):
        yield plain(meeting)
    yield section_of(record, links.site.settings)[1]
    if isinstance(record, Incident) and (label := report_label(record, links.reports(record))):
        yield label


def _values(key: str, entries: Sequence[SearchEntry], settings: Settings) -> list[tuple[str, str]]:
    """(machine value, label) of every value that occurs, in the order of the page."""
    found = {value for entry in entries for value in entry.facets.get(key, ())}
    return [(value, label) for value, label in _order(key, found, settings) if value in found]


def _order(key: str, found: set[str], settings: Settings) -> list[tuple[str, str]]:
    if key == "kind":
        return [(kind.machine, kind.japanese) for kind in RecordKind]
    if key == "year":
        return [(year, fiscal_year_name(int(year))) for year in sorted(found, reverse=True)]
    if key == "section":
        known = [(department.slug, department.name) for department in settings.departments]
        return [*known, (OTHERS, word("facet.other_section"))]
    if key == "type":
        return [(kind.machine, kind.japanese) for kind in IncidentType]
    if key == "state":
        return [(state.machine, state.japanese) for state in State]
    return [*((body.slug, body.name) for body in settings.bodies), (OTHERS, word("council.other_body"))]
