"""Under which terms the data may be used, and whose it is: the settings' words, and the licence they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.settings import Settings

_LICENCES = (
    ("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/deed.ja"),
    ("CC0 1.0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.ja"),
    ("公共データ利用規約", "PDL-1.0", "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0"),
)
"""How each is named in a sentence, its id (SPDX, but for the last), where it stands."""


def licence_of(settings: Settings) -> tuple[str, str]:
    """Id and address of the licence that 利用条件 names; empty where it names none: no file may promise more."""
    folded = "".join(settings.wording.licence.split())
    found = ((name, url) for said, name, url in _LICENCES if "".join(said.split()) in folded)
    return next(found, ("", ""))


def source_of(settings: Settings) -> str:
    """汐名町 公表資料: what to name as the source."""
    return f"{settings.municipality.name} {settings.wording.site_name}"


def terms_of(settings: Settings) -> dict[str, str]:
    """The head of every JSON file."""
    _, url = licence_of(settings)
    terms = {"license": url} if url else {}
    if settings.wording.licence:
        terms["利用条件"] = settings.wording.licence
    return terms | {"出典": source_of(settings), "団体": settings.municipality.name}
