"""What the shell says on every page: the names of the municipality and the site, its navigation, its promise.

Pure: settings and words in, plain values for `extra.kohyo` out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.records.dates import Day
from generator.words import word

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from generator.settings import Municipality, Settings


MAIN = (
    ("incidents", "incidents/"),
    ("council", "council/"),
    ("audits", "audits/"),
    ("promises", "promises/"),
    ("statistics", "statistics/"),
    ("about", "about/"),
)
WHERE_MADE = {"council", "audits", "promises", "data"}
"""Links to pages that a site has only once it has something to list on them."""
FOOTER = (
    ("criteria", "about/#criteria"),
    ("redaction", "about/redaction/"),
    ("glossary", "glossary/"),
    ("accessibility", "accessibility/"),
    ("corrections", "corrections/"),
    ("data", "data/"),
)


def site_name(settings: Settings) -> str:
    """汐名町 公表資料: what stands after a page's title."""
    return f"{settings.municipality.name} {settings.wording.site_name}"


def shell_words(settings: Settings, made: Collection[str], copied: date | None = None) -> dict[str, Any]:
    """Everything `theme_overrides` prints that is not the page itself; addresses begin at the site's root.

    `made`: the addresses of the pages there are; `copied`: the day of a copy that is read from a disk.
    """
    municipality = settings.municipality
    return {
        "municipality": municipality.name,
        "site_name": settings.wording.site_name,
        "named": _named(municipality),
        "address": municipality.address,
        "telephone": _telephone(municipality.main_phone),
        "hours": municipality.hours,
        "promise": [line for line in (word("shell.promise"), settings.wording.licence) if line],
        "title_joint": word("shell.title_joint"),
        "skip": word("shell.skip"),
        "draft": word("shell.draft"),
        "copied": _copy(settings, copied) if copied else None,
        "draft_label": word("list.draft"),
        "navigation": word("shell.navigation"),
        "menu": word("shell.menu"),
        "search": _links((("search", "search/"),) if "/search/" in made else ()),
        "found": {key: word(f"shell.found.{key}") for key in ("says", "first", "off")},
        "footer_navigation": word("shell.footer_navigation"),
        "links": _links(tuple(p for p in MAIN if p[0] not in WHERE_MADE or f"/{p[1]}" in made)),
        "footer_links": _links(tuple(p for p in FOOTER if p[0] not in WHERE_MADE or f"/{p[1]}" in made)),
        "missing": {"title": word("shell.missing"), "lines": [word("shell.missing_why"), word("shell.missing_where")]},
    }


def _copy(settings: Settings, copied: date) -> dict[str, str]:
    """What tells on every page of a copy that it stays as it was."""
    return {
        "label": word("shell.copy.label"),
        "says": word("shell.copy.says", day=Day(copied.year, copied.month, copied.day).shown),
        "latest": word("shell.copy.latest"),
        "address": f"{settings.site_url}/",
    }


def _links(places: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    return [{"key": key, "address": address, "label": word(f"shell.to.{key}")} for key, address in places]


def _named(municipality: Municipality) -> str:
    return f"{municipality.name}（{municipality.reading}）" if municipality.reading else municipality.name


def _telephone(number: str) -> dict[str, str] | None:
    if not number:
        return None
    before, _, after = word("shell.phone", number=number).partition(number)
    return {"before": before, "number": number, "call": number.replace("-", ""), "after": after}
