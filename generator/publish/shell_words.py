"""What the shell says on every page: the names of the municipality and the site, its navigation, its promise.

Pure: settings and words in, plain values for `extra.kohyo` out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.words import word

if TYPE_CHECKING:
    from generator.settings import Municipality, Settings

_WHOLE_NUMBER = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}")
"""団体.電話 may also hold a prefix such as 0400-00-, which nobody can call."""


def site_name(settings: Settings) -> str:
    """汐名町 公表資料: what stands after a page's title."""
    return f"{settings.municipality.name} {settings.wording.site_name}"


def main_phone(municipality: Municipality) -> str:
    """The first of 団体.電話 that is a whole number; empty where there is none."""
    return next((p for p in municipality.phones if _WHOLE_NUMBER.fullmatch(p)), "")


def shell_words(settings: Settings) -> dict[str, Any]:
    """Everything `theme_overrides` prints that is not the page itself; addresses begin at the site's root."""
    municipality = settings.municipality
    return {
        "municipality": municipality.name,
        "site_name": settings.wording.site_name,
        "named": _named(municipality),
        "contact": _contact(municipality),
        "promise": [line for line in (word("shell.promise"), settings.wording.licence) if line],
        "title_joint": word("shell.title_joint"),
        "skip": word("shell.skip"),
        "draft": word("shell.draft"),
        "navigation": word("shell.navigation"),
        "footer_navigation": word("shell.footer_navigation"),
        "links": _links(("incidents", "incidents/"), ("corrections", "corrections/"), ("about", "about/")),
        "footer_links": _links(("criteria", "about/#criteria"), ("redaction", "about/redaction/"), ("corrections", "corrections/")),
        "missing": {"title": word("shell.missing"), "lines": [word("shell.missing_why"), word("shell.missing_where")]},
    }


def _links(*places: tuple[str, str]) -> list[dict[str, str]]:
    return [{"key": key, "address": address, "label": word(f"shell.to.{key}")} for key, address in places]


def _named(municipality: Municipality) -> str:
    return f"{municipality.name}（{municipality.reading}）" if municipality.reading else municipality.name


def _contact(municipality: Municipality) -> list[str]:
    phone = main_phone(municipality)
    line = word("shell.phone", number=phone) if phone else ""
    return [text for text in (municipality.address, line, municipality.hours) if text]
