"""Every page of the site, in one line: the front page, the lists, the announcements and cases, the pages about it.

And every file of it that is no page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.about import about_pages
from generator.pages.accessibility import accessibility_pages
from generator.pages.audit import audit_pages
from generator.pages.batch import batch_pages
from generator.pages.case import case_pages
from generator.pages.corrections import corrections_pages
from generator.pages.council import council_pages
from generator.pages.data.files import data_files
from generator.pages.data_page import data_pages
from generator.pages.discipline import discipline_pages
from generator.pages.dossier import dossier_pages
from generator.pages.explained import Explained
from generator.pages.feeds.files import feed_files
from generator.pages.find import search_pages
from generator.pages.front import front_page
from generator.pages.glossary import glossary_pages
from generator.pages.incident import incident_pages
from generator.pages.links import Links
from generator.pages.lists import list_pages
from generator.pages.matters import matters_of
from generator.pages.minutes import minutes_pages
from generator.pages.new import new_pages
from generator.pages.paper import paper_pages
from generator.pages.printed import with_sheets
from generator.pages.promises import promise_pages
from generator.pages.references import References
from generator.pages.search import searchable
from generator.pages.signposts import with_signposts
from generator.pages.start import start_files
from generator.pages.statistics.pages import statistics_pages
from generator.pages.threads import Threads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pages.file import SiteFile
    from generator.pages.page import Page, Site


def build_pages(site: Site) -> Iterator[Page]:
    """The pages, each made when it is asked for."""
    pages = Explained(site.settings).in_pages(searchable(_pages(site), site))
    yield from with_signposts(with_sheets(pages, site), site)


def _pages(site: Site) -> Iterator[Page]:
    matters = matters_of(site)
    links = Links(site)
    threads, references = Threads(links), References(links)
    yield front_page(site, matters)
    yield from search_pages(site, matters)
    yield from list_pages(site, matters)
    yield from council_pages(site)
    yield from new_pages(site, matters)
    yield from promise_pages(site, matters)
    yield from statistics_pages(site, matters)
    yield from references.in_pages(incident_pages(site, threads))
    yield from references.in_pages(paper_pages(site, threads))
    yield from discipline_pages(site, links)
    yield from batch_pages(site, links)
    yield from references.in_pages(minutes_pages(site, links))
    yield from references.in_pages(audit_pages(site, links))
    yield from case_pages(threads)
    yield from dossier_pages(threads, references)
    yield from corrections_pages(site)
    yield from about_pages(site)
    yield from glossary_pages(site)
    yield from accessibility_pages(site)
    yield from data_pages(site)


def build_files(site: Site) -> Iterator[SiteFile]:
    """The files that are no pages, each made when it is asked for."""
    yield from start_files(site)
    yield from data_files(site)
    yield from feed_files(site)
